"""Reading times with two ends: "12. bis 15. Mai 2024", "seit 2020", "between March and May"."""

import re
from itertools import product

from claims.values.date_build import UNRESOLVED, approximate, between, make_unit, since, until
from claims.values.date_context import Partial, Reading, Scan, complete, get_number, resolve
from claims.values.date_duration import move, read_duration
from claims.values.date_lean import get_lean
from claims.values.date_point import get_reading, list_readings
from claims.values.value import Date

LONGEST_SHORT = 12
"""Years that "1939-45" may span; "2015-32" is no interval."""


def read_interval(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read both ends and let each fill what the other leaves out.

    Where figures leave open which is the month, the shortest interval is taken; both ends are written alike.
    """
    firsts, lasts = list_readings(scan.get(found, "a")), list_readings(scan.get(found, "b"))
    if "year" in found.re.groupindex and found.start("year") >= 0:
        whole = get_reading(scan.tokens[found.end("year") - 1])
        if not isinstance(whole, Partial) or (whole.year is None and not whole.unplaced):
            return None
        lasts = [_fill(last, whole) for last in lasts]
    alike = isinstance(firsts[0], Partial) and len(firsts) == len(lasts) if firsts else False
    dates = [
        date
        for first, last in (zip(firsts, lasts, strict=True) if alike else product(firsts, lasts))
        if _belong_together(first, last) and (date := _make_interval(scan, found, first, last)) is not None
    ]
    return min(dates, key=_measure) if dates else None


def read_both(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "am 3. und 17. Mai 2024" as the set of both days."""
    first, last = get_reading(scan.get(found, "a")), get_reading(scan.get(found, "b"))
    if not isinstance(first, Partial) or not isinstance(last, Partial) or not last.day or not last.month:
        return None
    named = scan.named[found.start()]
    first, last = complete(first, last, scan.reference, named)
    start, end = resolve(first, scan.reference, named), resolve(last, scan.reference, named)
    if start is None or end is None:
        return None
    if start.lo is None or end.hi is None:
        return Date(f"{{{start.edtf},{end.edtf}}}", None, None)
    return Date(f"{{{start.edtf},{end.edtf}}}", start.lo, end.hi) if start.lo < end.hi else None


def _belong_together(first: Reading, last: Reading) -> bool:
    """Say whether two readings can be the ends of one interval: a bare figure needs a month beside it."""
    if not isinstance(first, Partial) or not isinstance(last, Partial):
        return not any(isinstance(end, Partial) and end.day and not end.month for end in (first, last))
    if first.weekday is not None and last.weekday is not None:
        return True
    bare = (first.day and not first.month) or (last.day and not last.month)
    return not bare or bool(first.month or last.month)


def _measure(date: Date) -> int:
    return 0 if date.lo is None or date.hi is None else date.hi.number - date.lo.number


def _fill(reading: Reading, whole: Partial) -> Reading:
    if not isinstance(reading, Partial):
        return reading
    return reading._replace(
        year=reading.year or whole.year, month=reading.month or whole.month, unplaced=whole.unplaced
    )


def _make_interval(scan: Scan, found: re.Match[str], first: Reading, last: Reading) -> Date | None:
    named = scan.named[found.start()]
    first, last = complete(first, last, scan.reference, named)
    start, end = resolve(first, scan.reference, named), resolve(last, scan.reference, named)
    if start is None or end is None:
        return None
    if start.edtf is not None and end.edtf is not None and start.lo is None and end.lo is None:
        return Date(f"{start.edtf}/{end.edtf}", None, None)
    return between(start, end)


def read_days_of(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "between 4 and 22 this month", "nächsten Monat vom 4. bis zum 23."."""
    month = get_reading(scan.get(found, "m"))
    date = resolve(month, scan.reference, scan.named[found.start()]) if month is not None else None
    first, last = get_reading(scan.get(found, "a")), get_reading(scan.get(found, "b"))
    if date is None or not isinstance(first, Partial) or not isinstance(last, Partial):
        return None
    if date.edtf is None:
        return UNRESOLVED
    if len(date.edtf) != 7 or date.lo is None:
        return None
    place = Partial(year=date.lo.year, month=date.lo.month)
    return _make_interval(scan, found, place._replace(day=first.day), place._replace(day=last.day))


def read_short_years(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "1914-18"."""
    first, token = get_reading(scan.get(found, "a")), scan.get(found, "b")
    short = get_number(token)
    if not isinstance(first, Partial) or first.year is None or first.month is not None or token is None:
        return None
    if short is None or len(token.word) != 2 or not first.year % 100 < short < 100:
        return None
    if short - first.year % 100 > LONGEST_SHORT:
        return None
    last = Partial(year=first.year // 100 * 100 + short)
    return _make_interval(scan, found, first, last)


def read_since(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "seit 2020", "ab Mai 2025", "from 2020 onwards"; "an" closes only what "von" opened."""
    if scan.word(found.end() - 1) == "an" and scan.kind(found.start()) != "v":
        return None
    date = _resolve(scan, found, opens_past=scan.kind(found.start()) == "s")
    return None if date is None else since(date)


def read_figures(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "4/22" where something beside it says that it is a day."""
    readings = list_readings(scan.get(found, "a"))
    return readings[0] if readings else None


def read_until(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "bis 2025", "by the end of 2024"; "by Friday" is the Friday to come."""
    date = _resolve(scan, found, opens_past=False)
    return None if date is None else until(date)


def read_through(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "through December 31": up to and with it; "halfway through 2024" lies within."""
    if scan.word(found.start()) not in {"through", "thru"} or scan.word(found.start() - 1) in HALFWAY:
        return None
    return read_until(scan, found)


HALFWAY = frozenset({"halfway", "midway", "way", "half", "all", "right", "partway", "go", "went", "going"})


def _resolve(scan: Scan, found: re.Match[str], *, opens_past: bool) -> Date | None:
    """Place the end of an open interval; what is open already cannot be opened again.

    "seit Mai" is the last May, "ab Mai" and "bis Mai" the next one, or the nearest where the past is told of.
    """
    reading = get_reading(scan.get(found, "a"))
    if reading is None:
        return None
    lean = 0
    if isinstance(reading, Partial) and reading.year is None and scan.reference is not None:
        lean = -1 if opens_past else int(get_lean(scan, found.start("a")) >= 0)
    if isinstance(reading, Partial) and reading.weekday is not None and not opens_past:
        lean = 1
    date = resolve(reading, scan.reference, scan.named[found.start()], lean)
    return None if date is not None and date.edtf is not None and ".." in date.edtf else date


def read_since_duration(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "seit drei Jahren": since the year that lies three years back."""
    duration = read_duration(scan.tokens[found.start("dur") : found.end("dur")])
    if duration is None:
        return None
    if scan.reference is None:
        return UNRESOLVED
    date = make_unit(duration[-1][1], move(scan.reference, duration, -1))
    return since(approximate(date) if scan.kind(found.start("dur") - 1) in {"k", "K"} else date)
