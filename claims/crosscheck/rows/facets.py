"""What of a value takes part in the comparison: bounds on a line, or an entity.

A value may have several facets: a period its whole and both its ends, a choice of days an interval
for each. Tolerance widens both sides by half of it here, so that whoever compares bounds later
(SQL included) need not know of it.
"""

import hashlib
from math import nextafter
from typing import NamedTuple

from claims.errors import InvalidEdtf
from claims.values.compare import list_date_intervals
from claims.values.date_build import get_weekday, take_part
from claims.values.edtf import parse_edtf
from claims.values.unit import get_base_bounds
from claims.values.value import BooleanValue, Date, EntityValue, Quantity, StringValue, Value
from claims.vocabulary import Predicate

VALUE, START, END, ENTITY = range(4)
"""The facets, as they enter `check_row.key`."""

TEXT = "text"
"""Stands for the dimension of texts, so that their hashes are never compared with entities."""

_INF = float("inf")
_PLAIN = frozenset("0123456789-")


class Facet(NamedTuple):
    """Bounds of one facet, `hi` exclusive, None where unbounded; `dimension` of what is measured."""

    facet: int
    lo: float | None
    hi: float | None
    dimension: str | None = None


NAMED = Facet(ENTITY, None, None)
WORDED = Facet(ENTITY, None, None, TEXT)


def is_answer_facet(facet: int) -> bool:
    """Tell whether a facet carries the whole answer, so that it can be denied."""
    return facet in {VALUE, ENTITY}


def is_plain(edtf: str) -> bool:
    """Tell whether a date is a year, month or day without any mark, so that its bounds say all."""
    return _PLAIN.issuperset(edtf)


def list_facets(predicate: Predicate, value: Value) -> list[Facet]:
    """Return the facets of a value; none for a date that cannot be resolved.

    An entity or a text has one without bounds: what it is stands in the row's `entity`.
    """
    match value:
        case Date():
            return _list_dates(predicate, value)
        case Quantity():
            dimension, lo, hi = get_base_bounds(value)
            return [widen(predicate, dimension, lo, hi)]
        case BooleanValue():
            return [Facet(VALUE, float(value.value), float(value.value) + 1, "boolean")]
        case EntityValue():
            return [NAMED]
        case StringValue():
            return [WORDED]


def widen(predicate: Predicate, dimension: str, lo: float | None, hi: float | None) -> Facet:
    """Return the facet of a figure in its base unit, each side widened by half the tolerance."""
    relative = (predicate.tolerance_relative or 0) / 2
    absolute = (predicate.tolerance_absolute or 0) / 2
    low = None if lo is None else lo - abs(lo) * relative - absolute
    high = None if hi is None else hi + abs(hi) * relative + absolute
    if low is not None and high is not None and high <= low:
        high = nextafter(low, _INF)  # an exact figure without width would contradict itself
    return Facet(VALUE, low, high, dimension)


def hash_text(value: StringValue) -> int:
    """Return a number that stands for a text: equal for equal wording, case and spacing aside."""
    wording = " ".join(value.text.split()).casefold()
    return int.from_bytes(hashlib.sha256(wording.encode()).digest()[:6], "big")


def _list_dates(predicate: Predicate, date: Date) -> list[Facet]:
    if predicate.temporal == "deadline":
        return _list_end(date)
    facets = _list_bounds(VALUE, date)
    if predicate.temporal == "period":
        facets += _list_ends(date)
    return facets


def _list_bounds(facet: int, date: Date) -> list[Facet]:
    if date.edtf is None:
        return []
    if is_plain(date.edtf) and date.lo is not None and date.hi is not None:
        return [Facet(facet, date.lo.number, date.hi.number + 1)]  # most dates; spares the general way
    return [
        Facet(facet, None if lo == -_INF else lo, None if hi == _INF else hi)
        for lo, hi in list_date_intervals(date)
    ]


def _list_end(date: Date) -> list[Facet]:
    """Return when a deadline ends: "../2025" is the year 2025, not all that went before."""
    edtf = date.edtf or ""
    _, slash, end = edtf.partition("/")
    if not slash:
        return _list_bounds(VALUE, date)
    last = _read_end(end)
    if last is None:
        return []
    return _list_bounds(VALUE, take_part(last, date.modifier) if date.modifier else last)


def _list_ends(date: Date) -> list[Facet]:
    """Return the two ends of a period, each with its own precision."""
    start, slash, end = (date.edtf or "").partition("/")
    if not slash or _is_one_stretch(date):
        return []
    facets = []
    for facet, text in ((START, start), (END, end)):
        read = _read_end(text)
        if read is not None:
            facets += _list_bounds(facet, read)
    return facets


def _read_end(edtf: str) -> Date | None:
    try:
        return parse_edtf(edtf)
    except InvalidEdtf:
        return None


def _is_one_stretch(date: Date) -> bool:
    """Tell whether an interval only spells a week or a winter, for which EDTF has no single form."""
    if date.lo is None or date.hi is None:
        return False
    week = date.hi.number - date.lo.number == 6 and get_weekday(date.lo) == 0
    winter = (date.lo.month, date.hi.month) == (12, 2) and len(date.edtf or "") == len("2024-12/2025-02")
    return week or winter
