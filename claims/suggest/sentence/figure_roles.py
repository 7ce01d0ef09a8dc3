"""What a figure is beside a trigger when it is no answer: compared with, part of, begun at, or a mere change."""

from collections.abc import Sequence

from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.sentence.triggers import Hit
from claims.values.value import Quantity

_COMPARED = frozenset({"nach", "gegenüber", "gegen", "verglichen mit", "vergleich zu", "after", "versus", "compared with",
                       "compared to", "against"})  # fmt: skip
"""What leads to the figure of another time."""


def changes_level(reading: Reading, hit: Hit, place: int) -> bool:
    """Tell whether the figure says by how much a number changes, not how high it is ("cut 15,000 jobs")."""
    if hit.trigger.predicate.temporal != "state" or "organisation" not in hit.trigger.predicate.subject_kinds:
        return False
    items, language = reading.items, reading.language
    if place > 1 and items[place - 1].low in {"of", "von"} and items[place - 2].low in _LOST:
        return True
    beside = {items[n].low for n in (place - 1, place + 1) if 0 <= n < len(items)}
    clause = {item.low for item in items if item.clause == items[place].clause}
    return bool(beside & language.level_adjectives or clause & language.level_verbs)


_LOST = frozenset({"loss", "cut", "reduction", "abbau", "verlust", "wegfall", "streichung"})


def is_origin(reading: Reading, place: int) -> bool:
    """Tell whether a count only says from how many places somebody came ("exhibitors from 64 countries")."""
    return place > 0 and reading.items[place - 1].low in {"from", "aus"}


def is_part(reading: Reading, place: int) -> bool:
    """Tell whether the figure counts only some ("18 von ihnen", "davon 300 in Bonn", "40 percent of ballots counted")."""
    items = reading.items
    if _tells_progress(reading, place) or _counts_further(
        items[place], items[place - 1 : place] + items[place + 1 : place + 2]
    ):
        return True
    behind = " ".join(item.low for item in items[place + 1 : place + 3])
    before = items[place - 1].low if place else ""
    return before in _PARTITIVE or behind in {"von ihnen", "of them", "of whom"} or behind.startswith("davon")


def _counts_further(item: Item, beside: Sequence[Item]) -> bool:
    """Tell whether a count is of those who come to others, or of whom others said something else."""
    value = item.value.value if item.value is not None else None
    return isinstance(value, Quantity) and value.unit is None and any(one.low in _FURTHER for one in beside)


_FURTHER = frozenset(
    {"weitere", "weiteren", "weiterer", "zusätzliche", "zusätzlichen", "vermisste", "vermissten"}
    | {"more", "further", "another", "additional", "other", "others", "missing"}
)


def is_start(reading: Reading, place: int) -> bool:
    """Tell whether the figure is where a change began ("von 4 auf 3 Millionen", "from 3 to 4"), or who did something."""
    items = reading.items
    lead = next((n for n in range(place - 1, max(-1, place - 3), -1) if items[n].low in _FROM), None)
    if lead is None or any(items[n].is_mark for n in range(lead, place)):
        return False
    if items[lead].low in {"by", "um"}:
        return True
    behind = range(place + 1, min(len(items), place + 6))
    return any(items[n].low in _TO and n + 1 < len(items) and items[n + 1].value is not None for n in behind)


def values_another(reading: Reading, hit: Hit) -> bool:
    """Tell whether "worth" stands behind the thing that is worth it ("orders worth 2 billion")."""
    items, language = reading.items, reading.language
    before = items[hit.first - 1] if hit.first else None
    if before is None or items[hit.first].low not in {"worth", "wert", "costing"}:
        return False
    return before.is_word and before.low not in language.function_words


_FROM = frozenset({"von", "from", "by", "um"})
_TO = frozenset({"auf", "to"})
_PARTITIVE = frozenset({"davon", "darunter", "including", "among"})


def is_compared(reading: Reading, first: int) -> bool:
    """Tell whether the figure is what another one is compared with ("nach einem Verlust von", "compared with")."""
    items, language = reading.items, reading.language
    place = first - 1
    while place > 0 and items[place].is_word and items[place].low not in language.prepositions:
        noun = items[place].text[0].isupper() or place < first - 3
        if noun or items[place].low in language.function_words - language.determiners:
            return False
        place -= 1
    lead = " ".join(item.low for item in items[max(0, place - 1) : place + 1])
    return place >= 0 and (items[place].low in _COMPARED or lead in _COMPARED)


def is_loose(hit: Hit) -> bool:
    """Tell whether a trigger says only of a name beside it how long it took ("for 52 years")."""
    first = hit.trigger.text.lower().split()[0]
    return first in {"for", "over", "within", "nach", "innerhalb", "binnen", "über", "während"}


def says_where(reading: Reading, hit: Hit) -> bool:
    """Tell whether the figure holds only of a place ("its factory in Derby, where 340 people work")."""
    clause = [item.low for item in reading.items if item.clause == reading.items[hit.first].clause]
    return any(word in {"where", "wo"} for word in clause[:2])


def is_of_animals(reading: Reading, hit: Hit) -> bool:
    """Tell whether "population" is counted of something else than people ("the whale population off Australia")."""
    items, language = reading.items, reading.language
    if hit.trigger.predicate.key != "population" or items[hit.first].low != "population" or hit.first == 0:
        return False
    before = items[hit.first - 1]
    plain = (
        before.is_word
        and before.low not in language.function_words | language.determiners | language.articles
    )
    return plain and before.low not in {"total", "estimated", "resident", "human", "current", "official"}


def _tells_progress(reading: Reading, place: int) -> bool:
    """Tell whether a percentage says how much of a vote was counted ("with 40 percent of ballots counted")."""
    behind = {
        item.low
        for item in reading.items[place + 1 : place + 7]
        if item.clause == reading.items[place].clause
    }
    return bool(behind & _TALLIED)


_TALLIED = frozenset({"counted", "reporting", "tallied", "ausgezählt", "ausgezählten", "ausgezählter"})


def counts_another(reading: Reading, place: int) -> bool:
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


_PERSONS = frozenset({"menschen", "personen", "leute", "people", "persons"})
"""What a count of dead, users or visitors counts without saying so."""
