"""Whether two values can both be true: the same, one within the other, partly apart, or excluded.

Values alone: tolerance, as-of, polarity and containment of places are the cross-check's. Every
value that bounds something becomes a set of half-open intervals, so that "20 or 22 January" has
its gap; the rest is set algebra, which makes the relation symmetric and monotone under widening.
"""

from enum import StrEnum
from itertools import pairwise
from math import inf

from claims.errors import InvalidEdtf
from claims.values.day import Day
from claims.values.edtf import parse_edtf
from claims.values.value import BooleanValue, Date, EntityValue, Quantity, StringValue, Value

Intervals = tuple[tuple[float, float], ...]
"""Disjoint half-open intervals in ascending order."""

_APPROXIMATE = ("~", "%")


class Relation(StrEnum):
    """How two values of one slot stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    OVERLAP = "overlap"
    CONTRADICTION = "contradiction"
    INCOMPARABLE = "incomparable"


def compare(a: Value, b: Value) -> Relation:
    """Return how `a` and `b` relate; symmetric.

    Compatible: one lies within the other ("Januar 2025" and "20. Januar 2025"). Contradiction: they
    share nothing. Incomparable: different types, dimensions or currencies, an unresolved date, or
    two different pieces of text.
    """
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _compare_quantities(a, b)
    if isinstance(a, Date) and isinstance(b, Date):
        return _compare_intervals(list_date_intervals(a), list_date_intervals(b))
    if isinstance(a, EntityValue) and isinstance(b, EntityValue):
        return Relation.SAME if _name_alike(a, b) else Relation.CONTRADICTION
    if isinstance(a, BooleanValue) and isinstance(b, BooleanValue):
        return Relation.SAME if a.value == b.value else Relation.CONTRADICTION
    if isinstance(a, StringValue) and isinstance(b, StringValue) and a.text == b.text:
        return Relation.SAME
    return Relation.INCOMPARABLE


def list_date_intervals(date: Date) -> Intervals:
    """Return the days that `date` may mean, as half-open intervals of day numbers.

    Empty for a date that cannot be resolved. A set has an interval per member. What is marked as
    approximate ("1900~") reaches as far again to either side as it is long: a year to the years
    beside it, a day to the days beside it.
    """
    if date.edtf is None:
        return ()
    if date.edtf[:1] in {"[", "{"}:
        members = _list_members(date.edtf)
        if members:
            return members
    if date.lo is None and date.hi is None:
        return ()
    before, after = _reach(date)
    return (_span(date.lo, date.hi, before, after),)


def _list_members(edtf: str) -> Intervals:
    """Return the intervals of a set's members, () if it cannot be read by members."""
    intervals = []
    for member in edtf[1:-1].split(","):
        first, dots, last = member.strip().partition("..")
        try:
            read = parse_edtf(f"{first or '..'}/{last or '..'}" if dots else first)
        except InvalidEdtf:
            return ()
        intervals.append(_span(read.lo, read.hi, *_reach(read)))
    return _merge(intervals)


def _reach(date: Date) -> tuple[int, int]:
    """Return how many days an approximate beginning or end may lie before or after its bounds."""
    edtf = date.edtf or ""
    if not any(mark in edtf for mark in _APPROXIMATE):
        return 0, 0
    start, slash, end = edtf.partition("/")
    if not slash:
        length = _length(date.lo, date.hi)
        return length, length
    return _reach_of_end(start), _reach_of_end(end)


def _reach_of_end(edtf: str) -> int:
    if not any(mark in edtf for mark in _APPROXIMATE):
        return 0
    try:
        end = parse_edtf(edtf)
    except InvalidEdtf:
        return 0
    return _length(end.lo, end.hi)


def _length(lo: Day | None, hi: Day | None) -> int:
    return 0 if lo is None or hi is None else hi.number - lo.number + 1


def _span(lo: Day | None, hi: Day | None, before: int, after: int) -> tuple[float, float]:
    return (
        -inf if lo is None else lo.number - before,
        inf if hi is None else hi.number + 1 + after,
    )


def _merge(intervals: list[tuple[float, float]]) -> Intervals:
    """Return `intervals` ordered, with those that touch joined."""
    merged: list[tuple[float, float]] = []
    for lo, hi in sorted(intervals):
        if merged and lo <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(hi, merged[-1][1]))
        else:
            merged.append((lo, hi))
    return tuple(merged)


def _compare_quantities(a: Quantity, b: Quantity) -> Relation:
    from claims.values.unit import get_base_bounds  # reads the vocabulary, which dates do without

    dimension, lo, hi = get_base_bounds(a)
    other, other_lo, other_hi = get_base_bounds(b)
    if dimension != other:
        return Relation.INCOMPARABLE
    return _compare_intervals(
        ((-inf if lo is None else lo, inf if hi is None else hi),),
        ((-inf if other_lo is None else other_lo, inf if other_hi is None else other_hi),),
    )


def _compare_intervals(a: Intervals, b: Intervals) -> Relation:
    if not a or not b:
        return Relation.INCOMPARABLE
    if a == b:
        return Relation.SAME
    if _holds(a, b) or _holds(b, a):
        return Relation.COMPATIBLE
    return Relation.OVERLAP if _meet(a, b) else Relation.CONTRADICTION


def _holds(whole: Intervals, part: Intervals) -> bool:
    """Tell whether every interval of `part` lies within one of `whole`."""
    return all(any(lo <= first and last <= hi for lo, hi in whole) for first, last in part)


def _meet(a: Intervals, b: Intervals) -> bool:
    """Tell whether any two intervals share a point, in one pass over both in order."""
    tagged = sorted([(lo, hi, 0) for lo, hi in a] + [(lo, hi, 1) for lo, hi in b])
    return any(
        later_lo < hi and side != later_side for (_, hi, side), (later_lo, _, later_side) in pairwise(tagged)
    )


def _name_alike(a: EntityValue, b: EntityValue) -> bool:
    if a.id is not None and b.id is not None:
        return a.id == b.id
    return " ".join(a.label.split()).casefold() == " ".join(b.label.split()).casefold()
