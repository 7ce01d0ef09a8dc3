"""Changes of a measure in percent: "Der Umsatz von X stieg um 12 Prozent", "exports fell by a third"."""

from collections.abc import Iterator, Mapping, Sequence

from claims.suggest.draft import Draft
from claims.suggest.measured import get_dimension
from claims.suggest.mention import Mention
from claims.suggest.patterns import leads_to_name
from claims.suggest.reading import Reading
from claims.suggest.triggers import Hit
from claims.values.value import EntityValue, Quantity
from claims.vocabulary import Unit

_BY = frozenset({"um", "by"})
_FALLING = frozenset({"sank", "sanken", "fiel", "fielen", "gesunken", "gefallen", "sinkt", "sinken", "schrumpfte", "fell",
                      "dropped", "declined", "shrank", "down", "decreased", "minus", "rückgang"})  # fmt: skip
_LINKS = frozenset({"von", "der", "des", "aus", "an", "in", "of", "the", "from", "for"})
_SCORE = 0.66
_LONGEST = 7


def propose_changed(reading: Reading, hits: Sequence[Hit], units: Mapping[str, Unit]) -> Iterator[Draft]:
    """Yield the change of the measure that the clause begins with."""
    changing = [hit for hit in hits if hit.trigger.predicate.key == "change"]
    if not changing:
        return
    items = reading.items
    for place, item in enumerate(items):
        if item.value is None or not isinstance(item.value.value, Quantity):
            continue
        if (
            get_dimension(item.value.value, units) != "percent"
            or place == 0
            or items[place - 1].low not in _BY
        ):
            continue
        near = [hit for hit in changing if items[hit.last].clause == item.clause]
        phrase = _read_subject(reading, item.clause)
        if not near or phrase is None:
            continue
        first, last = phrase
        label = reading.text[items[first].start : items[last].end]
        subject = Mention(
            items[first].start, items[last].end, EntityValue(label, None, "class"), 0, 0, "pattern"
        )
        value = _sign(item.value.value, {other.low for other in items if other.clause == item.clause})
        trigger = items[near[0].first]
        yield Draft("change", subject, value, near[0].last, {first, last, place, near[0].first, near[0].last}, _SCORE,
                    [f"trigger “{trigger.text}”", f"figure “{item.text}”", f"measure “{label}”"], value_item=place,
                    value_at=(item.start, item.end), subject_at=(subject.start, subject.end))  # fmt: skip


def _sign(value: Quantity, words: set[str]) -> Quantity:
    """Return a fall as a negative figure; its bounds change sides."""
    if not words & _FALLING or value.amount.startswith("-"):
        return value
    lo = None if value.hi is None else -value.hi
    hi = None if value.lo is None else -value.lo
    turned = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
    comparator = turned.get(value.comparator, value.comparator)
    return Quantity("-" + value.amount, lo, hi, comparator, value.unit, None, value.text)  # type: ignore[arg-type]  # turned maps comparators to comparators


def _read_subject(reading: Reading, clause: int) -> tuple[int, int] | None:
    """Return the noun phrase that opens a clause, with the name that belongs to it."""
    items, language = reading.items, reading.language
    places = [place for place, item in enumerate(items) if item.clause == clause and not item.is_mark]
    first = next((place for place in places if items[place].low not in language.articles), None)
    if first is None or items[first].low in language.prepositions | language.function_words:
        return None
    last = first
    while last - first < _LONGEST and last + 1 < len(items) and items[last + 1].clause == clause:
        following = items[last + 1]
        links = following.low in _LINKS
        noun = following.mention is not None or (following.is_word and following.text[0].isupper())
        owner = items[last].mention
        owned = owner is not None and owner.owns
        if not (links or noun or owned or (items[last].low in _LINKS and leads_to_name(following, language))):
            break
        last += 1
    while last > first and items[last].low in _LINKS:
        last -= 1
    is_noun = any(items[n].mention or items[n].text[0].isupper() for n in range(first, last + 1))
    return (first, last) if is_noun or language.code == "en" else None
