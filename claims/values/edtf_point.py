"""One EDTF date without its neighbours: what it says and the days that it may mean."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from claims.errors import InvalidEdtf
from claims.values.day import Day, count_days_in_month

MARK = "[?~%]?"
DATE = re.compile(
    rf"{MARK}(-?)([0-9X]{{4}})(?:S([0-9]{{1,2}}))?{MARK}"
    rf"(?:-{MARK}([0-9X]{{2}}){MARK}(?:-{MARK}([0-9X]{{2}}){MARK})?)?"
)
LONG_YEAR = re.compile(r"Y(-?)([1-9][0-9]*)(?:E([0-9]{1,2}))?(?:S([0-9]{1,2}))?[?~%]?")
SHORT_YEAR = re.compile(r"(-?)([0-9]{2,3})[?~%]?")
TIME = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)

MOST_YEAR_DIGITS = 18
"""Longer years are refused: an exponent of 99 would fill the memory and no ledger needs it."""

PARTS_OF_YEAR: dict[int, tuple[int, int]] = {
    **{code: (3 * place + 3, 3 * place + 5) for place, code in enumerate((21, 22, 23))},
    24: (12, 14),
    **{code: (3 * place + 3, 3 * place + 5) for place, code in enumerate((25, 26, 27))},
    28: (12, 14),
    29: (9, 11),
    30: (12, 14),
    31: (3, 5),
    32: (6, 8),
    **{33 + place: (3 * place + 1, 3 * place + 3) for place in range(4)},
    **{37 + place: (4 * place + 1, 4 * place + 4) for place in range(3)},
    **{40 + place: (6 * place + 1, 6 * place + 6) for place in range(2)},
}
"""First and last month of the seasons, quarters, quadrimesters and semesters that EDTF numbers.

A season without a hemisphere (21 to 24) is read as in the north. Winter runs over New Year: that of
2010 is December 2010 to February 2011 (months 12 to 14), as meteorologists and newspapers count it.
"""


@dataclass(frozen=True, slots=True)
class Point:
    """The days that one EDTF date may mean: first, last, and the last on which it may begin.

    `placed` is False for a month or day of no year ("XXXX-10-03"): it comes every year, so nothing bounds
    it. Where the month is masked too ("XXXX-XX-23"), the digits are bounded as other parsers do.
    """

    first: Day
    last_begin: Day
    last: Day
    placed: bool = True

    @property
    def lo(self) -> Day | None:
        """The first day, None where the year is unknown."""
        return self.first if self.placed else None

    @property
    def hi(self) -> Day | None:
        """The last day, None where the year is unknown."""
        return self.last if self.placed else None


def parse_point(text: str, *, alone: bool) -> Point:
    """Read one date; long years and times of day are allowed only where it stands `alone`.

    Raises:
        InvalidEdtf: `text` is no EDTF date, or no day fits it.
    """
    if found := DATE.fullmatch(text):
        sign, year, significant, month, day = found.groups()
        _check_significant(significant, year, text)
        if significant and (month or "X" in year):
            raise InvalidEdtf(f"{text!r} gives significant digits to more than a year")
        return _parse_calendar(sign, year, month, day, text)
    if found := SHORT_YEAR.fullmatch(text):
        missing = 4 - len(found[2])
        return _parse_calendar(found[1], found[2] + "X" * missing, None, None, text)
    if alone and (found := LONG_YEAR.fullmatch(text)):
        return _parse_long_year(found, text)
    if alone and (found := TIME.fullmatch(text)):
        _check_time(found, text)
        return parse_point(found[1], alone=False)
    raise InvalidEdtf(f"{text!r} is not an EDTF date")


def _parse_long_year(found: re.Match[str], text: str) -> Point:
    sign, digits, exponent, significant = found.groups()
    length = len(digits) + int(exponent or 0)
    if length > MOST_YEAR_DIGITS or (length < 5 and exponent is None):
        raise InvalidEdtf(f"{text!r}: a year after Y has 5 to {MOST_YEAR_DIGITS} digits")
    _check_significant(significant, digits + "0" * int(exponent or 0), text)
    year = int(digits) * 10 ** int(exponent or 0) * (-1 if sign else 1)
    return Point(Day(year, 1, 1), Day(year, 1, 1), Day(year, 12, 31))


def _check_significant(significant: str | None, digits: str, text: str) -> None:
    if significant is not None and not 1 <= int(significant) <= len(digits):
        raise InvalidEdtf(f"{text!r} has no {significant} digits that could be significant")


def _check_time(found: re.Match[str], text: str) -> None:
    hour, minute, second = int(found[2]), int(found[3]), int(found[4])
    if (hour > 23 or minute > 59 or second > 59) and (hour, minute, second) != (24, 0, 0):
        raise InvalidEdtf(f"{text!r} has no such time of day")
    zone = found[5]
    if zone and zone != "Z":
        minutes = int(zone[1:3]) * 60 + int(zone[3:].lstrip(":") or 0)
        limit = 14 * 60 if zone[0] == "+" else 12 * 60
        if minutes > limit or int(zone[3:].lstrip(":") or 0) > 59 or (minutes == 0 and zone[0] == "-"):
            raise InvalidEdtf(f"{text!r} has no such time zone")


def _parse_calendar(sign: str, year: str, month: str | None, day: str | None, text: str) -> Point:
    """Bound a date whose digits may be X, by the first and last digits for which such a day exists."""
    if month is not None and month.isdigit() and int(month) in PARTS_OF_YEAR:
        if day is not None:
            raise InvalidEdtf(f"{text!r} gives a day to a part of the year")
        first_month, last_month = PARTS_OF_YEAR[int(month)]
        first_year, last_year = _bound_years(sign, year, text)
        return Point(
            Day(first_year, first_month, 1),
            Day(last_year, first_month, 1),
            _end_month(last_year, last_month),
        )
    months = _list_fitting(month, 12)
    days = _list_fitting(day, 31)
    first = next(_list_days(_list_years(sign, year, last=False), months, days), None)
    last = next(_list_days(_list_years(sign, year, last=True), months[::-1], days[::-1]), None)
    if first is None or last is None:
        raise InvalidEdtf(f"{text!r}: there is no such day")
    begin = Day(last.year, last.month if month else 1, last.day if day else 1)
    return Point(first, begin, last, placed=year != "XXXX" or month is None or not month.isdigit())


def _end_month(year: int, month: int) -> Day:
    """Return the last day of a month; month 14 is February of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Day(year, month, count_days_in_month(year, month))


def _list_fitting(mask: str | None, most: int) -> list[int]:
    """List the numbers from 1 to `most` that a two-digit mask such as "1X" may stand for."""
    if mask is None:
        return list(range(1, most + 1))
    pattern = re.compile(mask.replace("X", "."))
    return [number for number in range(1, most + 1) if pattern.fullmatch(f"{number:02d}")]


def _list_years(sign: str, mask: str, *, last: bool) -> Iterator[int]:
    """Yield the years that fit, from the first on, or from the last back."""
    descending = last != bool(sign)
    choices = [("9876543210" if descending else "0123456789") if digit == "X" else digit for digit in mask]
    for digits in product(*choices):
        year = int("".join(digits))
        if not sign:
            yield year
        elif year:
            yield -year


def _bound_years(sign: str, mask: str, text: str) -> tuple[int, int]:
    first = next(_list_years(sign, mask, last=False), None)
    last = next(_list_years(sign, mask, last=True), None)
    if first is None or last is None:
        raise InvalidEdtf(f"{text!r}: there is no year 0 before year 0")
    return first, last


def _list_days(years: Iterable[int], months: list[int], days: list[int]) -> Iterator[Day]:
    if not any(day <= count_days_in_month(2000, month) for month in months for day in days):
        return
    for year in years:
        for month in months:
            length = count_days_in_month(year, month)
            for day in days:
                if day <= length:
                    yield Day(year, month, day)
                    break
