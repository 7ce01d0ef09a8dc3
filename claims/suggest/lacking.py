"""What a figure or date lacks to be a claim: told to an editor, never stored.

A trigger that stands beside a value of its dimension says which predicate would fit. What keeps it
from being a claim is most often the subject: nothing is named, here or before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.suggest.frames.measured import get_dimension, is_fitting, price_trigger
from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.sentence.triggers import Hit, quote_hit
from claims.values.value import Date, Quantity
from claims.vocabulary import Predicate, Unit

_SPEAKING = ("organisation", "person", "place")
_REACH = 6
_FARTHEST = 2.5


@dataclass(frozen=True, slots=True)
class Lacking:
    """A claim that is almost there: the predicate that would fit, its value, and in words what is missing."""

    predicate: str
    value: Date | Quantity
    trigger: str
    missing: str
    speaker: str | None = None


def find_lacking(reading: Reading, hits: Sequence[Hit], units: Mapping[str, Unit]) -> list[Lacking]:
    """Return for each value that has a trigger the claim that it would make if it had a subject."""
    unnamed = find_unnamed_source(reading)
    found: list[Lacking] = []
    for place, item in enumerate(reading.items):
        hit = _choose_hit(reading, hits, place, units)
        if item.value is None or hit is None:
            continue
        predicate = hit.trigger.predicate
        quoted = quote_hit(reading, hit)
        missing = f"no subject: {_ask_for(predicate)} does “{quoted}” speak of? None is named here or before"
        speaker = None if unnamed is None else f"an unnamed {unnamed[0]} (“{unnamed[1]}”)"
        found.append(Lacking(predicate.key, item.value.value, quoted, missing, speaker))
    return found


def _choose_hit(reading: Reading, hits: Sequence[Hit], place: int, units: Mapping[str, Unit]) -> Hit | None:
    """Return the likeliest trigger of the value at `place`: the widest, then the nearest."""
    found = reading.items[place].value
    if found is None:
        return None
    near = [
        hit
        for hit in hits
        if _suits(hit.trigger.predicate, found.value, units)
        and price_trigger(reading, hit, place) <= _FARTHEST
    ]
    return min(
        near, key=lambda hit: (-len(hit.trigger.stems), price_trigger(reading, hit, place)), default=None
    )


def _suits(predicate: Predicate, value: Date | Quantity, units: Mapping[str, Unit]) -> bool:
    if predicate.value_type != value.type:
        return False
    return not isinstance(value, Quantity) or is_fitting(predicate, get_dimension(value, units))


def _ask_for(predicate: Predicate) -> str:
    """Return "which product, project or building" for the kinds that a predicate is about."""
    kinds = predicate.subject_kinds
    if not kinds:
        return "what"
    return "which " + (f"{', '.join(kinds[:-1])} or {kinds[-1]}" if len(kinds) > 1 else kinds[0])


def find_unnamed_source(reading: Reading) -> tuple[str, str] | None:
    """Return kind and words of a source without a name: "nach Angaben des Unternehmens", "according to the firm"."""
    items = reading.items
    for place, item in enumerate(items):
        pair = f"{item.low} {items[place + 1].low}" if place + 1 < len(items) else item.low
        if item.is_mark or not {item.low, pair} & reading.language.according:
            continue
        for number in range(place + 1, min(len(items), place + _REACH)):
            if items[number].mention is not None or items[number].value is not None:
                break
            kind = _get_kind(reading, items[number])
            if kind is not None:
                return kind, reading.text[item.start : items[number].end]
    return None


def _get_kind(reading: Reading, item: Item) -> str | None:
    if not item.is_word:
        return None
    if item.descriptor in _SPEAKING:
        return item.descriptor
    return "source" if item.low in reading.language.object_sayers else None
