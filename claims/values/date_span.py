"""Reading times with two ends: "12. bis 15. Mai 2024", "seit 2020", "between March and May"."""

import re

from claims.values.date_build import UNRESOLVED, between, make_unit, since, until
from claims.values.date_context import Partial, Reading, Scan, complete, get_number, resolve
from claims.values.date_point import get_reading
from claims.values.date_relative import move, read_duration
from claims.values.value import Date


def read_interval(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read both ends and let each fill what the other leaves out."""
    first, last = get_reading(scan.get(found, "a")), get_reading(scan.get(found, "b"))
    if first is None or last is None:
        return None
    if "year" in found.re.groupindex and found.start("year") >= 0:
        whole = get_reading(scan.tokens[found.end("year") - 1])
        if not isinstance(whole, Partial) or (whole.year is None and not whole.unplaced):
            return None
        last = _fill(last, whole)
    if isinstance(first, Partial) and isinstance(last, Partial):
        bare = {first.month, last.month, first.year, last.year} == {None}
        if bare and first.weekday is None and last.weekday is None:
            return None
    return _make_interval(scan, found, first, last)


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
    last = Partial(year=first.year // 100 * 100 + short)
    return _make_interval(scan, found, first, last)


def read_since(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "seit 2020", "ab Mai 2025", "from 2020 onwards"."""
    date = _resolve(scan, found)
    return None if date is None else since(date)


def read_until(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "bis 2025", "by the end of 2024"."""
    date = _resolve(scan, found)
    return None if date is None else until(date)


def _resolve(scan: Scan, found: re.Match[str]) -> Date | None:
    reading = get_reading(scan.get(found, "a"))
    date = None if reading is None else resolve(reading, scan.reference, scan.named[found.start()])
    return date if date is None or date.edtf is None or "/" not in date.edtf or ".." not in date.edtf else None


def read_since_duration(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "seit drei Jahren": since the year that lies three years back."""
    duration = read_duration(scan.tokens[found.start("dur") : found.end("dur")])
    if duration is None:
        return None
    if scan.reference is None:
        return UNRESOLVED
    return since(make_unit(duration[-1][1], move(scan.reference, duration, -1)))
