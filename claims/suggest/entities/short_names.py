"""Short names under which later texts know an organisation: in brackets behind its name, or it without its legal form."""

import re
from collections.abc import Iterable, Iterator

from claims.suggest.suggestion import Suggestion
from claims.suggest.words.language import get_language
from claims.values.value import EntityValue

_BRACKETS = re.compile(r" \(([^\W\d_]{2,10})\)")
_LEAST_CAPITALS = 2
_LEAST_WORDS = 2
_TELLS_APART = frozenset({"stiftung", "holding", "holdings", "group", "company", "corporation"})
"""Legal forms of a kind: "Arden Holding" owns Arden."""


def list_short_names(
    text: str, found: Iterable[Suggestion], language: str
) -> Iterator[tuple[EntityValue, str]]:
    """Yield the organisations among what was found that have a short name, with that name.

    "HBN" where the text has "Hafenbehörde Nord (HBN)", "Tessmer Optik" for "Tessmer Optik AG".
    """
    named = {
        entity.label: entity
        for one in found
        for entity in (one.subject, one.value, one.speaker)
        if isinstance(entity, EntityValue) and entity.kind == "organisation"
    }
    forms = get_language(language).legal_forms - _TELLS_APART
    for label, entity in named.items():
        *plain, last = label.split()
        if last.lower() in forms and len(plain) >= _LEAST_WORDS:
            yield entity, " ".join(plain)
        place = text.find(label + " (")
        short = _BRACKETS.match(text, place + len(label)) if place >= 0 else None
        if short is not None and sum(char.isupper() for char in short[1]) >= _LEAST_CAPITALS:
            yield entity, short[1]
