"""Claims that give a figure: which predicate it fits by its dimension, its trigger and its place."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from claims.suggest.anaphora import Memory
from claims.suggest.draft import Draft
from claims.suggest.figure_roles import changes_level, is_compared, is_part, is_start, values_another
from claims.suggest.language import Language
from claims.suggest.mention import Mention
from claims.suggest.qualifying import get_measure, qualify
from claims.suggest.reading import Reading
from claims.suggest.subjects import Choice, choose_subject, is_attributive
from claims.suggest.triggers import Hit, quote_hit
from claims.values.value import Comparator, Quantity
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
                and not is_start(reading, place)
                and not values_another(reading, hit)
            ):
                yield _Offer(price, place, hit, _sign(item.value.value, hit, reading.language))


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


def _make_drafts(reading: Reading, offer: _Offer, answered: Sequence[int], memory: Memory) -> list[Draft]:
    """Return the claims of an offer; beside an `answered` figure only with a subject of its own between them."""
    hit, place, value = offer.hit, offer.place, offer.value
    if _says_where(reading, hit):
        return []
    predicate, anchor = hit.trigger.predicate, hit.last
    kinds = _list_kinds(hit, reading.language)
    if hit.trigger.text.lower().startswith("invest"):
        choice = _choose_invested(reading, kinds, hit)
    elif answered:
        choice = _choose_between(reading, kinds, answered, place)
    else:
        attributive = is_attributive(reading, anchor)
        choice = choose_subject(
            reading, kinds, anchor, place, memory, attributive=attributive, first=hit.first
        )
    if choice is not None and choice.item < 0 and not predicate.subject_kinds:
        return []  # a measure may be anything's: it has to be named beside it
    if choice is None or not _may_hold(reading, hit, choice.mentions[0], memory):
        return []
    if (
        predicate.key == "measure"
        and choice.mentions[0].kind == "place"
        and _is_only_where(reading, choice.item, hit)
    ):
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
            qualifiers=qualify(reading, hit, place),
            trigger_width=len(hit.trigger.stems),
        )
        for mention in choice.mentions[:1]
    ]


_OF_PLACES = frozenset({"temperature", "speed", "magnitude", "volume"})
"""Measures that are taken somewhere; all others are of a thing, and a place only says where it is."""


def _is_only_where(reading: Reading, place: int, hit: Hit) -> bool:
    """Tell whether a place says where something was measured that is no measure of the place ("in Antwerp … tonnes")."""
    items, language = reading.items, reading.language
    back = place - 1 - (place > 0 and items[place - 1].low in language.articles)
    led = back >= 0 and items[back].low in language.prepositions and items[back].low not in {"von", "of"}
    listed = back >= 0 and items[back].is_mark  # "near Redding, California"
    return (led or listed) and get_measure(hit, language) not in _OF_PLACES


def _says_where(reading: Reading, hit: Hit) -> bool:
    """Tell whether the figure holds only of a place ("its factory in Derby, where 340 people work")."""
    clause = [item.low for item in reading.items if item.clause == reading.items[hit.first].clause]
    return any(word in {"where", "wo"} for word in clause[:2])


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
            word in subject.entity.label.lower() for word in ("wahl", "election", "referendum", "vote")
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


def _choose_invested(reading: Reading, kinds: Collection[str], hit: Hit) -> Choice | None:
    """Return in what somebody invests: the name behind "in" and the verb."""
    for place in range(hit.last + 1, len(reading.items)):
        mention = reading.items[place].mention
        if mention is not None and mention.kind in kinds and mention.origin != "described":
            led = any(item.low in {"in", "into"} for item in reading.items[max(0, place - 4) : place])
            return Choice(place, reading.items[place].group, 0.1, None) if led else None
    return None


def _choose_between(
    reading: Reading, kinds: Collection[str], answered: Sequence[int], place: int
) -> Choice | None:
    """Return the name between this figure and the one answered before ("A got 28 percent, B 20")."""
    before = max((other for other in answered if other < place), default=place)
    for number in range(place - 1, before, -1):
        mention = reading.items[number].mention
        if mention is not None and not mention.modifies and mention.kind in kinds:
            return Choice(number, reading.items[number].group, 0.1, None)
    return None


_MEASURABLE = ("building", "product", "place", "project", "event", "law", "work", "organisation")


def _explain(reading: Reading, hit: Hit, place: int, choice: Choice) -> list[str]:
    reasons = [f"trigger “{quote_hit(reading, hit)}”", f"figure “{reading.items[place].text}”"]
    return [*reasons, choice.reason] if choice.reason else reasons
