"""What the other language calls an incident or event that is named after its place: "Erdbeben in Marokko"."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from claims.suggest.suggestion import Suggestion
from claims.suggest.words.language import read_table
from claims.values.value import EntityValue

Labels = Mapping[str, str]
"""What a place is called, by language."""

_PLACED = re.compile(r"([^\W\d_]+(?: [a-z]+)?) (in|bei|near) (.+)")
_LEADS = {"de": {"in": "in", "near": "bei"}, "en": {"in": "in", "bei": "near"}}
_KINDS = ("incident", "event")


def list_translations(
    found: Iterable[Suggestion], language: str, read_place: Callable[[str], Labels]
) -> Iterator[tuple[EntityValue, str]]:
    """Yield incidents and events among what was found that are named after their place, with the other language's name.

    Args:
        found: What was found in a text.
        language: That of the text, "de" or "en".
        read_place: Returns the labels of a place by one of its names, none for one that nobody knows.
    """
    other = "en" if language == "de" else "de"
    named = {
        entity.label: entity
        for one in found
        for entity in (one.subject, one.value)
        if isinstance(entity, EntityValue) and entity.kind in _KINDS
    }
    for label, entity in named.items():
        parts = _PLACED.fullmatch(label)
        noun = _list_nouns(other).get(parts[1]) if parts is not None else None
        if parts is None or noun is None or parts[2] not in _LEADS[other]:
            continue
        place = read_place(parts[3]).get(other, parts[3])
        yield entity, f"{noun} {_LEADS[other][parts[2]]} {place}"


@cache
def _list_nouns(to: str) -> Mapping[str, str]:
    """Map each noun to what it is in language `to`."""
    nouns: dict[str, str] = read_table("placed_nouns.toml")["incidents"]
    if to == "en":
        return nouns
    return {english: german for german, english in reversed(nouns.items())}
