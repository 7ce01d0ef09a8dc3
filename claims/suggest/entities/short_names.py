"""Short names that a text gives itself, in brackets behind the name: "Hafenbehörde Nord (HBN)"."""

import re
from collections.abc import Iterable, Iterator

from claims.suggest.suggestion import Suggestion
from claims.values.value import EntityValue

_BRACKETS = re.compile(r" \(([^\W\d_]{2,10})\)")
_LEAST_CAPITALS = 2


def list_short_names(text: str, found: Iterable[Suggestion]) -> Iterator[tuple[EntityValue, str]]:
    """Yield the organisations among what was found for which the text gives a short name, with that name."""
    if "(" not in text:
        return
    named = {
        entity.label: entity
        for one in found
        for entity in (one.subject, one.value, one.speaker)
        if isinstance(entity, EntityValue) and entity.kind == "organisation"
    }
    for label, entity in named.items():
        place = text.find(label + " (")
        short = _BRACKETS.match(text, place + len(label)) if place >= 0 else None
        if short is not None and sum(char.isupper() for char in short[1]) >= _LEAST_CAPITALS:
            yield entity, short[1]
