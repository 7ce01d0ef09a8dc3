"""For which days a claim speaks: stated in the text, or inferred from the article's date."""

from collections.abc import Iterable
from functools import lru_cache

from claims.crosscheck.statement import Interval
from claims.errors import InvalidEdtf
from claims.values.edtf import parse_edtf
from claims.vocabulary import Predicate

ANY_TIME: Interval = (None, None)


def is_dated(predicate: Predicate, snak: str) -> bool:
    """Tell whether time matters: for states, and for "has not been released", said on some day."""
    return predicate.temporal == "state" or (snak == "novalue" and predicate.value_type == "date")


def is_lasting(predicate: Predicate) -> bool:
    """Tell whether a state counts as holding until a change is known, whenever it was reported."""
    return predicate.temporal == "state" and predicate.validity_days is None


def list_moments(
    predicate: Predicate, snak: str, stated: str, published: Iterable[str | None]
) -> list[Interval]:
    """Return the distinct as-of intervals of a claim that articles of these dates make.

    A stated time wins. Else a state reported on day D is taken to hold from D less the predicate's
    validity to D; a denial speaks for D alone. (None, None) where nothing is known, or where time
    does not matter.
    """
    if not is_dated(predicate, snak):
        return [ANY_TIME]
    if stated and (interval := read_days(stated)) is not None:
        return [interval]
    if is_lasting(predicate):
        return [ANY_TIME]
    back = predicate.validity_days or 0 if predicate.temporal == "state" else 0
    moments = {
        ANY_TIME if (days := read_published(day)) is None else (days[0] - back, days[1]) for day in published
    }
    return sorted(moments, key=lambda moment: (moment[0] is not None, moment[0], moment[1]))


@lru_cache(maxsize=4096)
def read_days(edtf: str) -> Interval | None:
    """Return the days of an EDTF expression, None where it cannot be read."""
    try:
        date = parse_edtf(edtf)
    except InvalidEdtf:
        return None
    return (
        None if date.lo is None else date.lo.number,
        None if date.hi is None else date.hi.number + 1,
    )


@lru_cache(maxsize=4096)
def read_published(published: str | None) -> tuple[int, int] | None:
    """Return the first day of an ISO date or time and the day after the last, None if it has none."""
    if not published:
        return None
    interval = read_days(published.partition("T")[0].partition(" ")[0])
    if interval is None or interval[0] is None or interval[1] is None:
        return None
    return interval[0], interval[1]
