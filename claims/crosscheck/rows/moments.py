"""For which days a claim speaks: stated in the text, or inferred from the article's date."""

from collections.abc import Iterable
from functools import lru_cache

from claims.crosscheck.rows.statement import Interval
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


def needs_days(predicate: Predicate, snak: str, stated: str) -> bool:
    """Tell whether a claim's time follows from when the articles that make it were published."""
    if not is_dated(predicate, snak) or is_lasting(predicate):
        return False
    return not stated or read_days(stated) is None


def list_moments(
    predicate: Predicate, snak: str, stated: str, published: Iterable[str | None]
) -> list[Interval]:
    """Return the as-of intervals of a claim that articles of these dates make; see `join_moments`.

    A stated time wins. Else a state reported on day D is taken to hold from D less the predicate's
    validity to D; a denial speaks for D alone. (None, None) where nothing is known, or where time
    does not matter.
    """
    if not needs_days(predicate, snak, stated):
        timeless = not is_dated(predicate, snak) or not stated
        return [ANY_TIME if timeless else (read_days(stated) or ANY_TIME)]
    back = predicate.validity_days or 0 if predicate.temporal == "state" else 0
    return join_moments(
        predicate,
        (
            ANY_TIME if (days := read_published(day)) is None else (days[0] - back, days[1])
            for day in published
        ),
    )


def join_moments(predicate: Predicate, moments: Iterable[Interval]) -> list[Interval]:
    """Return the fewest intervals that say the same, in order, an unknown time first.

    A state that is reported again before it lapses holds without a break. Of "not yet", which speaks
    for all days before as well, the last day says all.
    """
    different = set(moments)
    known = sorted(moment for moment in different if moment != ANY_TIME)
    joined: list[Interval] = [ANY_TIME] if ANY_TIME in different else []
    if predicate.temporal != "state":
        return joined + known[-1:]
    first = len(joined)
    for since, until in known:
        if len(joined) > first and since <= joined[-1][1]:  # type: ignore[operator]  # both ends are known
            joined[-1] = (joined[-1][0], max(joined[-1][1], until))  # type: ignore[type-var]  # likewise
        else:
            joined.append((since, until))
    return joined


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
