"""However many claims crowd into one slot, the split never looks at pairs.

The steps are counted, not timed: every comparison of two bounds and every look-up of a name. With
four times the rows they may grow four-fold and a little for the sorting, never sixteen-fold.
"""

from collections.abc import Callable
from typing import Any

import pytest

from claims.crosscheck.conflict.split import split
from claims.crosscheck.conflict.stand import Question
from claims.crosscheck.rows.facets import ENTITY, VALUE
from claims.crosscheck.rows.row import Row, make_key
from claims.vocabulary import Predicate

STEPS = [0]


class CountedBound(float):
    """A bound that counts how often it is compared."""

    def __lt__(self, other: float) -> bool:
        STEPS[0] += 1
        return float.__lt__(self, other)

    def __le__(self, other: float) -> bool:
        STEPS[0] += 1
        return float.__le__(self, other)

    def __gt__(self, other: float) -> bool:
        STEPS[0] += 1
        return float.__gt__(self, other)

    def __ge__(self, other: float) -> bool:
        STEPS[0] += 1
        return float.__ge__(self, other)

    def __neg__(self) -> "CountedBound":
        return CountedBound(float.__neg__(self))


class CountedName(int):
    """An entity that counts how often it is looked up."""

    def __hash__(self) -> int:
        STEPS[0] += 1
        return int.__hash__(self)


def make_row(claim: int, facet: int, **columns: Any) -> Row:
    row = Row(make_key(1, facet, 0), None, None, None, None, claim, "asserted", None, None, None, 0)
    return row._replace(**columns)


def days(place: int) -> Row:
    """Each its own day."""
    return make_row(place, VALUE, lo=CountedBound(place), hi=CountedBound(place + 1))


def overlapping(place: int) -> Row:
    """Each overlaps its neighbours: chains."""
    return make_row(place, VALUE, lo=CountedBound(place), hi=CountedBound(place + 9))


def wide(place: int) -> Row:
    """Days, and as many spans that hold all of them."""
    return make_row(place, VALUE, lo=CountedBound(-1), hi=CountedBound(1e9)) if place % 2 else days(place)


def timed(place: int) -> Row:
    """Figures that hold for a week each."""
    row = make_row(place, VALUE, lo=CountedBound(place % 97), hi=CountedBound(place % 97 + 1))
    return row._replace(as_of_lo=place, as_of_hi=place + 7)


def denied(place: int) -> Row:
    """As many denials as answers, none of which meet."""
    return days(place) if place % 2 else days(place + 5_000_000)._replace(kind="negated")


def choices(place: int) -> Row:
    """Each claim is a choice of two days with a gap between them."""
    lo = 3 * place
    return make_row(place // 2, VALUE, lo=CountedBound(lo), hi=CountedBound(lo + 1))


def names(place: int) -> Row:
    """Each another maker."""
    return make_row(place, ENTITY, entity=CountedName(place))


def timed_names(place: int) -> Row:
    """Makers that change every week."""
    return make_row(place, ENTITY, entity=CountedName(place % 97), as_of_lo=place, as_of_hi=place + 7)


def shared(place: int) -> Row:
    """Sets of two, of which all share one name."""
    entity = CountedName(0 if place % 2 else place + 1)
    return make_row(place, ENTITY, entity=entity, member_of=place // 2)


def camps(place: int) -> Row:
    """Sets of two in two camps that share a name each."""
    entity = CountedName((place // 2) % 2 if place % 2 else place + 2)
    return make_row(place, ENTITY, entity=entity, member_of=place // 2)


DATED = Question(Predicate("released", "date"), {})
FIGURES = Question(Predicate("staff", "quantity", temporal="state", validity_days=7), {})
MADE = Question(Predicate("developer", "entity", cardinality="set", contains=True), {})
HELD = Question(Predicate("office_holder", "entity", temporal="state"), {})


def count_steps(make: Callable[[int], Row], question: Question, size: int) -> int:
    rows = [make(place) for place in range(size)]
    STEPS[0] = 0
    split(rows, question)
    return STEPS[0]


@pytest.mark.parametrize(
    ("make", "question"),
    [
        (days, DATED),
        (overlapping, DATED),
        (wide, DATED),
        (denied, DATED),
        (choices, DATED),
        (timed, FIGURES),
        (names, MADE),
        (timed_names, HELD),
        (shared, MADE),
        (camps, MADE),
    ],
)
def test_steps_grow_with_the_rows_and_not_with_their_pairs(
    make: Callable[[int], Row], question: Question
) -> None:
    few, many = count_steps(make, question, 1_000), count_steps(make, question, 4_000)
    assert few > 1_000
    assert many < 5.5 * few
