"""Claims that give a figure: which predicate it fits by its dimension, its trigger and its place."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from claims.suggest.entities.mention import Mention
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.answered import choose_answered
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.figure_roles import (
    changes_level,
    counts_another,
    is_compared,
    is_loose,
    is_of_animals,
    is_origin,
    is_part,
    is_start,
    says_where,
    values_another,
)
from claims.suggest.sentence.figure_subjects import (
    choose_between,
    choose_fined,
    choose_invested,
    choose_voted,
    find_voted,
    is_fining,
)
from claims.suggest.sentence.qualifying import get_measure, qualify
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.subjects import Choice, choose_subject, is_attributive
from claims.suggest.sentence.triggers import Hit, quote_hit
from claims.suggest.words.language import Language
from claims.values.value import Comparator, Quantity
from claims.vocabulary import Predicate, Unit

_CERTAIN = 0.88
_BEHIND = {"count": 4, "time": 4, "percent": 12}
_BEFORE = {"count": 9}
_ANY = 12
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
    offers = sorted(_list_offers(reading, measured, units), key=lambda offer: offer.price)
    answered: dict[str, list[int]] = {}
    done: set[int] = set()
    for named in (True, False):
        for offer in offers:
            if offer.place in done:
                continue
            drafts = _make_drafts(reading, offer, answered.get(offer.hit.trigger.predicate.key, ()), memory)
            drafts = [draft for draft in drafts if (draft.subject_at is not None) == named]
            if drafts:
                done.add(offer.place)
                answered.setdefault(offer.hit.trigger.predicate.key, []).append(offer.place)
                yield drafts[0]


@dataclass(frozen=True, slots=True)
class _Offer:
    """A figure that may answer a trigger, and how little speaks for it."""

    price: float
    place: int
    hit: Hit
    value: Quantity
    dimension: str


def _list_offers(reading: Reading, measured: Sequence[Hit], units: Mapping[str, Unit]) -> Iterator[_Offer]:
    for place, item in enumerate(reading.items):
        if item.value is None or not isinstance(item.value.value, Quantity):
            continue
        dimension = get_dimension(item.value.value, units)
        for hit in measured:
            price = price_trigger(reading, hit, place)
            if (
                price <= 2.5
                and is_fitting(hit.trigger.predicate, dimension)
                and _is_near(reading, hit, place, dimension)
                and not (dimension == "count" and changes_level(reading, hit, place))
                and not is_compared(reading, min(hit.first, place))
                and not is_part(reading, place)
                and not (dimension == "count" and is_origin(reading, place))
                and not is_start(reading, place)
                and not values_another(reading, hit)
                and not _is_too_dear(hit, item.value.value)
            ):
                yield _Offer(price, place, hit, _sign(item.value.value, hit, reading.language), dimension)


def _is_too_dear(hit: Hit, value: Quantity) -> bool:
    """Tell whether a sum is no price but what it took to make the thing ("the telescope cost 10 billion dollars")."""
    return hit.trigger.predicate.key == "price" and value.lo is not None and value.lo >= _DEAREST


_DEAREST = 3e8


def _sign(value: Quantity, hit: Hit, language: Language) -> Quantity:
    """Return a loss as a negative figure where the predicate knows both."""
    words = set(hit.trigger.text.lower().split())
    if not hit.trigger.predicate.signed or value.amount.startswith("-") or not words & language.losses:
        return value
    turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(value.comparator, value.comparator)
    return replace(
        value,
        amount="-" + (value.amount_max or value.amount),
        amount_max=None if value.amount_max is None else "-" + value.amount,
        lo=None if value.hi is None else -value.hi,
        hi=None if value.lo is None else -value.lo,
        comparator=cast("Comparator", turned),
    )


def get_dimension(quantity: Quantity, units: Mapping[str, Unit]) -> str:
    """Return the dimension of a quantity ("money", "count", "percent")."""
    if quantity.unit is None:
        return "fraction" if "/" in quantity.amount else "count"
    unit = units.get(quantity.unit)
    return unit.dimension.partition(":")[0] if unit else "other"


def is_fitting(predicate: Predicate, dimension: str) -> bool:
    """Tell whether a figure of a dimension can be what a predicate wants."""
    if predicate.key == "benchmark_score":
        return dimension in {"count", "percent", "points"}
    if predicate.dimension is None:
        return dimension not in {"count", "money", "percent", "rank", "points", "time", "ratio"}
    return predicate.dimension == dimension


def price_trigger(reading: Reading, hit: Hit, place: int) -> float:
    """Return how far a trigger stands from the figure at `place`; beyond 2.5 it speaks of something else."""
    items = reading.items
    distance = min(abs(place - hit.first), abs(place - hit.last))
    cost = distance * 0.06 - 0.02 * len(hit.trigger.stems)
    if hit.trigger.predicate.key == "rate" and get_measure(hit, reading.language):
        cost -= 0.5  # "Die Arbeitslosenquote liegt bei 3 Prozent": the word that says which rate counts
    if place < hit.first and hit.trigger.predicate.dimension == "money":
        cost += 0.1  # "a valuation of $300 billion": money follows the word that it answers
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
    return place - hit.last <= before and not (dimension == "count" and counts_another(reading, place))


def _make_drafts(reading: Reading, offer: _Offer, answered: Sequence[int], memory: Memory) -> list[Draft]:
    """Return the claims of an offer; beside an `answered` figure only with a subject of its own between them."""
    hit, place, value = offer.hit, offer.place, offer.value
    if says_where(reading, hit) or is_of_animals(reading, hit):
        return []
    predicate, anchor = hit.trigger.predicate, hit.last
    choice = _choose(reading, offer, answered, memory)
    choice = choice or choose_answered(reading, predicate.key, memory)
    if choice is not None and choice.item < 0 and (not predicate.subject_kinds or is_loose(hit)):
        return []  # a measure may be anything's: it has to be named beside it
    if choice is None or not _may_hold(reading, hit, choice.mentions[0], memory):
        return []
    if predicate.key == "measure" and _is_only_where(reading, offer, choice, offer.dimension):
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
            qualifiers=qualify(reading, hit, place, offer.dimension),
            trigger_width=len(hit.trigger.stems),
        )
        for mention in choice.mentions[:1]
    ]


_OF_PLACES = frozenset({"temperature", "speed", "magnitude", "volume"})
"""Measures that are taken somewhere; all others are of a thing, and a place only says where it is."""


def _is_only_where(reading: Reading, offer: _Offer, choice: Choice, dimension: str) -> bool:
    """Tell whether a name only says where something was measured, or who made it ("in Antwerp … tonnes")."""
    items, language = reading.items, reading.language
    measure, kind = get_measure(offer.hit, language), choice.mentions[0].kind
    lead = choice.item - 1 - (choice.item > 1 and items[choice.item - 1].low in language.articles)
    if kind not in {"place", "organisation"} and lead >= 0 and items[lead].low in _AT:
        return True
    if kind == "organisation":
        return measure not in _OF_COMPANIES
    if kind != "place" or dimension in _TAKEN or measure in _OF_PLACES:
        return False
    clause = items[choice.item].clause
    near = [n for n in range(max(0, choice.item - 6), choice.item) if items[n].clause == clause]
    led = any(items[n].low in language.prepositions and items[n].low != "von" for n in near)
    return led or (choice.item > 0 and items[choice.item - 1].is_mark)  # "near Redding, California"


_AT = frozenset({"at", "in", "near", "im", "bei", "beim", "am"})
_TAKEN = frozenset({"temperature", "speed"})
_OF_COMPANIES = frozenset({"emissions", "consumption"})


def _choose(reading: Reading, offer: _Offer, answered: Sequence[int], memory: Memory) -> Choice | None:
    hit, kinds = offer.hit, _list_kinds(offer.hit, reading.language)
    if hit.trigger.predicate.key == "fine" and is_fining(reading, hit):
        return choose_fined(reading, kinds, hit)
    if hit.trigger.text.lower().startswith("invest"):
        return choose_invested(reading, kinds, hit)
    voted = find_voted(reading, offer.place) if hit.trigger.predicate.key == "vote_share" else None
    if voted is not None:
        return choose_voted(reading, voted)
    if answered:
        return choose_between(reading, kinds, answered, offer.place)
    attributive = is_attributive(reading, hit.last)
    return choose_subject(
        reading, kinds, hit.last, offer.place, memory, attributive=attributive, first=hit.first
    )


def _list_kinds(hit: Hit, language: Language) -> Collection[str]:
    """Return what the figure can be said of: only a bank or state sets an interest rate."""
    predicate = hit.trigger.predicate
    if predicate.key == "rate" and (measure := get_measure(hit, language)) != "interest":
        return ("place", "event") if measure == "turnout" else ("place",)
    return predicate.subject_kinds or _MEASURABLE


def _may_hold(reading: Reading, hit: Hit, subject: Mention, memory: Memory) -> bool:
    """Tell whether a name can have votes: a party, or anybody where an election is spoken of."""
    predicate = hit.trigger.predicate
    if predicate.key == "rate" and subject.kind == "event":
        return any(
            word in subject.entity.label.lower()
            for word in ("wahl", "entscheid", "election", "referendum", "vote")
        )
    if predicate.key != "vote_share" or subject.kind == "law":
        return True
    words = {word for item in reading.items for word in item.low.split()} | memory.recent_words
    named = {word.lower() for word in subject.entity.label.replace("/", " ").split()}
    spoken = bool(words & reading.language.elections)
    party = any(word.endswith(tuple(reading.language.parties & _PARTIES)) for word in named)
    placed = subject.origin in {"place", "pattern"} and subject.kind == "organisation"
    return bool(named & reading.language.parties) or (
        spoken and (subject.kind == "person" or party or placed)
    )


_PARTIES = frozenset({"partei", "union", "party"})


_MEASURABLE = ("building", "product", "place", "project", "event", "law", "work", "organisation")


def _explain(reading: Reading, hit: Hit, place: int, choice: Choice) -> list[str]:
    reasons = [f"trigger “{quote_hit(reading, hit)}”", f"figure “{reading.items[place].text}”"]
    return [*reasons, choice.reason] if choice.reason else reasons
