"""Reading the Extended Date/Time Format (ISO 8601-2, levels 0 to 2) with the days it bounds.

Bounds are strict: "1900~" is bounded by the year 1900. How far an approximation reaches is a
matter of comparing, not of reading.
"""

import re

from claims.errors import InvalidEdtf
from claims.values.day import Day
from claims.values.edtf_point import Point, parse_point
from claims.values.value import Date

LONGEST = 1_000
"""Characters of the longest expression that is read; a set of a hundred days has some 1100."""

SEPARATORS = (",", ", ")
YEARS = re.compile(r"\{[0-9]{4}(?:\.\.[0-9]{4})?(?:, ?[0-9]{4}(?:\.\.[0-9]{4})?)*\}")
"""A set of plain years, which the standard itself prints with spaces here and there."""


def parse_edtf(text: str) -> Date:
    """Read an EDTF expression; `edtf` of the result is `text`, `lo` and `hi` its first and last day.

    A bound is None where the end is open ("../2025") or unknown ("/2025", "XXXX-10-03"). A set ("{1960,1962}")
    and a choice ("[1960,1962]") are bounded by their first and last member.

    Raises:
        InvalidEdtf: `text` is no expression of level 0, 1 or 2, or names a day that does not exist.
    """
    if len(text) > LONGEST:
        raise InvalidEdtf(f"A date of {len(text)} characters is too long; at most {LONGEST} are read.")
    if text[:1] in {"{", "["}:
        lo, hi = _parse_members(text)
    elif "/" in text:
        lo, hi = _parse_interval(text)
    else:
        point = parse_point(text, alone=True)
        lo, hi = point.lo, point.hi
    return Date(edtf=text, lo=lo, hi=hi)


def _parse_interval(text: str) -> tuple[Day | None, Day | None]:
    start, _, end = text.partition("/")
    first, last = _parse_end(start), _parse_end(end)
    if first is None and last is None:
        raise InvalidEdtf(f"{text!r} is an interval without any date")
    if first is not None and last is not None and first.first > last.last_begin:
        raise InvalidEdtf(f"{text!r} ends before it begins")
    return None if first is None else first.lo, None if last is None else last.hi


def _parse_end(text: str) -> Point | None:
    return None if text in {"", ".."} else parse_point(text, alone=False)


def _parse_members(text: str) -> tuple[Day | None, Day | None]:
    """Bound a set or choice; its members are divided by commas, all with or all without a space."""
    if text[-1] != {"{": "}", "[": "]"}[text[0]]:
        raise InvalidEdtf(f"{text!r} is a set that does not close")
    inner = text[1:-1].replace(" ", "") if YEARS.fullmatch(text) else text[1:-1]
    for separator in SEPARATORS:
        members = inner.split(separator)
        if not any(re.search(r"[\s,]", member) for member in members):
            break
    else:
        raise InvalidEdtf(f"{text!r}: the members of a set are divided by commas")
    bounds = [_parse_member(member, text) for member in members]
    lows = [low for low, _ in bounds if low is not None]
    highs = [high for _, high in bounds if high is not None]
    return (
        min(lows) if len(lows) == len(bounds) else None,
        max(highs) if len(highs) == len(bounds) else None,
    )


def _parse_member(member: str, text: str) -> tuple[Day | None, Day | None]:
    if ".." not in member:
        point = parse_point(member, alone=True)
        return point.lo, point.hi
    start, _, end = member.partition("..")
    if not start and not end:
        raise InvalidEdtf(f"{text!r} has a member without any date")
    first = parse_point(start, alone=False) if start else None
    last = parse_point(end, alone=False) if end else None
    if first is not None and last is not None and first.first > last.last_begin:
        raise InvalidEdtf(f"{text!r} has a member that ends before it begins")
    return None if first is None else first.lo, None if last is None else last.hi
