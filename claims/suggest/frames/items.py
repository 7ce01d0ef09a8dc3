"""What a budget or a revenue is divided into, told in the sentence behind it: "Of this, 32 million go to schools".

The sentence names neither whose money it is nor for when; both are those of the sentence before.
"""

from collections.abc import Iterator, Mapping, Sequence

from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.sentence.timing import read_times
from claims.suggest.sentence.told import Whole
from claims.values.value import Quantity
from claims.vocabulary import Predicate

_DIVIDED = {"budget": "item", "revenue": "segment"}
"""Of which sums the parts are read, and the separator that names one."""

_OPENINGS = (("davon",), ("hiervon",), *(("of", word) for word in ("this", "that", "these", "which", "it")))
_LEADS = frozenset({"für", "in", "auf", "an", "ins", "zur", "zum", "to", "for", "on", "into", "from"})
_OVERLAP = frozenset({"darunter", "including", "among"})
_REACH = 5
_LONGEST_PART = 3


def find_whole(
    reading: Reading, drafts: Sequence[Draft], predicates: Mapping[str, Predicate]
) -> Whole | None:
    """Return the one sum of money that a sentence tells as a whole."""
    found = [
        draft
        for draft in drafts
        if draft.predicate in _DIVIDED
        and draft.predicate in predicates
        and draft.subject is not None
        and _DIVIDED[draft.predicate] not in draft.qualifiers
    ]
    if len(found) != 1 or found[0].subject is None or found[0].predicate is None:
        return None
    dated, _ = read_times(reading, found[0], predicates[found[0].predicate], set())
    separators = tuple(sorted({**dated, **found[0].qualifiers}.items()))
    return Whole(found[0].predicate, found[0].subject, separators)


def propose_items(reading: Reading, whole: Whole | None) -> Iterator[Draft]:
    """Yield what each part of the sum told before gets, where a sentence opens with "davon" or "of this"."""
    lows = tuple(item.low for item in reading.items if item.is_word)[:2]
    if whole is None or not any(lows[: len(opening)] == opening for opening in _OPENINGS):
        return
    for place, item in enumerate(reading.items):
        part = _find_part(reading, place) if _is_money(item) else None
        if part is None:
            continue
        first, last = part
        name = reading.text[reading.items[first].start : reading.items[last - 1].end]
        yield Draft(
            whole.predicate,
            whole.subject,
            item.value.value if item.value is not None else None,
            place,
            {place, *range(first, last)},
            0.6,
            [f"a part of the {whole.predicate} told before: “{name}”"],
            value_item=place,
            qualifiers={**dict(whole.separators), _DIVIDED[whole.predicate]: name},
            modality="happened",
        )


def _is_money(item: Item) -> bool:
    return (
        item.value is not None
        and isinstance(item.value.value, Quantity)
        and item.value.value.unit is not None
    )


def _find_part(reading: Reading, place: int) -> tuple[int, int] | None:
    """Return the items that say what the money at `place` is for: "für Schulen", "go to schools"."""
    items, language = reading.items, reading.language
    if place and items[place - 1].low in _OVERLAP:
        return None
    for lead in range(place + 1, min(len(items), place + _REACH)):
        if items[lead].is_mark or items[lead].value is not None:
            return None
        if items[lead].low not in _LEADS:
            continue
        first = lead + 1
        while first < len(items) and items[first].low in language.determiners:
            first += 1
        last = first
        while last < min(len(items), first + _LONGEST_PART) and _is_of_noun(items[last], language.code):
            last += 1
        return (first, last) if last > first else None
    return None


def _is_of_noun(item: Item, language: str) -> bool:
    if not item.is_word or item.value is not None:
        return False
    return item.text[0].isupper() if language == "de" else item.low not in {"and", "or", "while", "is", "are"}
