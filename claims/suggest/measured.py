"""Claims that give a figure: which predicate it fits by its dimension, its trigger and its place."""

from collections.abc import Iterator, Mapping, Sequence

from claims.suggest.anaphora import Memory
from claims.suggest.draft import Draft
from claims.suggest.reading import Reading
from claims.suggest.subjects import Choice, choose_subject, is_attributive
from claims.suggest.triggers import Hit, quote_hit
from claims.values.value import Quantity
from claims.vocabulary import Predicate, Unit

_CERTAIN = 0.88
_BEHIND = {"count": 4, "time": 4, "percent": 12}
_BEFORE = {"count": 9}
_ANY = 12
_PERSONS = frozenset({"menschen", "personen", "leute", "people", "persons"})
"""What a count of dead, users or visitors counts without saying so."""
_OWN_FRAMES = frozenset({"rank", "share", "change"})
"""Measured predicates whose subjects are classes or ranks; `classes.py` reads them."""


def propose_measured(
    reading: Reading, hits: Sequence[Hit], memory: Memory, units: Mapping[str, Unit]
) -> Iterator[Draft]:
    """Yield the best-fitting claim for each figure of the sentence."""
    measured = [
        hit
        for hit in hits
        if hit.trigger.predicate.value_type == "quantity" and hit.trigger.predicate.key not in _OWN_FRAMES
    ]
    if not measured:
        return
    for place, item in enumerate(reading.items):
        if item.value is None or not isinstance(item.value.value, Quantity):
            continue
        dimension = get_dimension(item.value.value, units)
        fitting = [hit for hit in measured if _fits(hit.trigger.predicate, dimension)]
        near = [
            h for h in fitting if _price(reading, h, place) <= 2.5 and _is_near(reading, h, place, dimension)
        ]
        near.sort(key=lambda hit: _price(reading, hit, place))
        drafts = [
            draft for hit in near[:4] for draft in _make_drafts(reading, hit, place, item.value.value, memory)
        ]
        drafts.sort(key=lambda draft: draft.subject_at is None)
        yield from drafts[:1]


def get_dimension(quantity: Quantity, units: Mapping[str, Unit]) -> str:
    """Return the dimension of a quantity ("money", "count", "percent")."""
    if quantity.unit is None:
        return "fraction" if "/" in quantity.amount else "count"
    unit = units.get(quantity.unit)
    return unit.dimension.partition(":")[0] if unit else "other"


def _fits(predicate: Predicate, dimension: str) -> bool:
    if predicate.key == "benchmark_score":
        return dimension in {"count", "percent", "points"}
    if predicate.dimension is None:
        return dimension not in {"count", "money", "percent", "rank", "points", "time", "ratio"}
    return predicate.dimension == dimension


def _price(reading: Reading, hit: Hit, place: int) -> float:
    items = reading.items
    distance = min(abs(place - hit.first), abs(place - hit.last))
    cost = distance * 0.06 - 0.02 * len(hit.trigger.stems)
    clauses = {items[hit.first].clause, items[hit.last].clause}
    if items[place].clause not in clauses:
        cost += 2.0
    elif items[place].segment not in {items[hit.first].segment, items[hit.last].segment}:
        cost += 0.5
    return cost


def _is_near(reading: Reading, hit: Hit, place: int, dimension: str) -> bool:
    """Ask a counted noun to stand right behind its figure, or the figure behind it in one clause."""
    behind, before = _BEHIND.get(dimension, _ANY), _BEFORE.get(dimension, _ANY)
    if hit.first > place:
        between = reading.items[place + 1 : hit.first]
        return hit.first - place <= behind and not any(
            other.value or (other.is_mark and other.text != "-") for other in between
        )
    if hit.last > place:
        return True
    return place - hit.last <= before and not (dimension == "count" and _counts_another(reading, place))


def _counts_another(reading: Reading, place: int) -> bool:
    """Tell whether the figure counts what follows it ("64 Kisten")."""
    if place + 1 >= len(reading.items):
        return False
    following, language = reading.items[place + 1], reading.language
    if not following.is_word:
        return False
    if following.low in _PERSONS:
        return False
    plain = following.low not in language.function_words | language.prepositions | language.joiners
    return plain and (language.code == "en" or following.text[0].isupper())


def _make_drafts(reading: Reading, hit: Hit, place: int, value: Quantity, memory: Memory) -> list[Draft]:
    predicate = hit.trigger.predicate
    anchor = hit.last
    choice = choose_subject(
        reading,
        predicate.subject_kinds or _MEASURABLE,
        anchor,
        place,
        memory,
        attributive=is_attributive(reading, anchor),
    )
    if choice is None:
        return []
    covers = {hit.first, hit.last, place} | ({choice.item} if choice.item >= 0 else set())
    return [
        Draft(
            predicate.key,
            mention,
            value,
            anchor,
            covers,
            _CERTAIN - choice.doubt,
            _explain(reading, hit, place, choice),
            value_item=place,
            value_at=(reading.items[place].start, reading.items[place].end),
            subject_at=(mention.start, mention.end) if choice.item >= 0 else None,
            qualifiers=_qualify(reading, predicate, hit, place),
            trigger_width=len(hit.trigger.stems),
        )
        for mention in choice.mentions[:1]
    ]


_MEASURABLE = ("building", "product", "place", "project", "event", "law", "work", "organisation")


def _explain(reading: Reading, hit: Hit, place: int, choice: Choice) -> list[str]:
    reasons = [f"trigger “{quote_hit(reading, hit)}”", f"figure “{reading.items[place].text}”"]
    return [*reasons, choice.reason] if choice.reason else reasons


def _qualify(reading: Reading, predicate: Predicate, hit: Hit, place: int) -> dict[str, str]:
    """Read the separators that stand beside the figure: daily or monthly users, the word of a measure."""
    words = {item.low for item in reading.items if item.clause == reading.items[place].clause}
    qualifiers: dict[str, str] = {}
    if "metric" in predicate.separators:
        for metric, forms in _METRICS.items():
            if words & forms:
                qualifiers["metric"] = metric
                break
    if predicate.key == "measure":
        qualifiers["measure"] = reading.items[hit.first].low
    if "benchmark" in predicate.separators:
        benchmark = _find_benchmark(reading, place)
        if benchmark:
            qualifiers["benchmark"] = benchmark
    return qualifiers


_METRICS = {
    "daily": {"täglich", "tägliche", "täglichen", "täglicher", "daily"},
    "monthly": {"monatlich", "monatliche", "monatlichen", "monatlicher", "monthly"},
    "registered": {"registrierte", "registrierten", "registrierter", "registered"},
    "downloads": {"downloads", "download"},
}


def _find_benchmark(reading: Reading, place: int) -> str | None:
    """Return the name of a benchmark written in capitals near the figure ("MMLU")."""
    near = reading.items[max(0, place - 8) : place + 9]
    for item in near:
        letters = item.text.replace("-", "")
        if not item.value and len(letters) > 2 and letters.isupper() and letters.isalnum():
            return item.text
    return None
