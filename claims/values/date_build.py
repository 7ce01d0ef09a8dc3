"""Building dates: days, months, years, stretches between them, and parts of them."""

from dataclasses import replace

from claims.values.day import Day, count_days_in_month
from claims.values.value import Date

UNRESOLVED = Date(edtf=None, lo=None, hi=None)
"""A time that the text gives but that nobody can place ("seit kurzem")."""

MONTHS_IN_UNIT = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN_UNIT = {"day": 1, "week": 7, "fortnight": 14}


def write_year(year: int) -> str:
    """Return the year as EDTF writes it: four digits, a sign before year 0."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def make_day(day: Day) -> Date:
    """Return the date of one day."""
    return Date(str(day), day, day)


def make_month(year: int, month: int) -> Date:
    """Return the date of one month."""
    return Date(f"{write_year(year)}-{month:02d}", Day(year, month, 1), end_month(year, month))


def make_year(year: int) -> Date:
    """Return the date of one year."""
    return Date(write_year(year), Day(year, 1, 1), Day(year, 12, 31))


def make_years(prefix: str) -> Date:
    """Return a decade or century from the digits that its years share ("199" or "19")."""
    missing = 4 - len(prefix)
    return Date(
        prefix + "X" * missing,
        Day(int(prefix + "0" * missing), 1, 1),
        Day(int(prefix + "9" * missing), 12, 31),
    )


def make_stretch(first: Day, last: Day) -> Date:
    """Return the interval between two days, both included."""
    return Date(f"{first}/{last}", first, last)


def make_part_of_year(year: int, code: int) -> Date:
    """Return a season (21 to 24), quarter (33 to 36) or half (40, 41), numbered as in EDTF.

    Winter is written as the interval that it is: EDTF leaves open on which side of New Year it lies.
    """
    if code == 24:
        text = f"{write_year(year)}-12/{write_year(year + 1)}-02"
        return Date(text, Day(year, 12, 1), end_month(year + 1, 2))
    if code < 24:
        first, length = 3 * (code - 21) + 3, 3
    elif code < 37:
        first, length = 3 * (code - 33) + 1, 3
    else:
        first, length = 6 * (code - 40) + 1, 6
    return Date(f"{write_year(year)}-{code}", Day(year, first, 1), end_month(year, first + length - 1))


def make_week(day: Day) -> Date:
    """Return the week (Monday to Sunday) in which `day` lies."""
    monday = day.plus(-get_weekday(day))
    return make_stretch(monday, monday.plus(6))


def make_numbered_week(year: int, week: int) -> Date | None:
    """Return the ISO 8601 week of a year: week 1 is the one with 4 January."""
    first = Day(year, 1, 4)
    monday = first.plus(7 * (week - 1) - get_weekday(first))
    return make_stretch(monday, monday.plus(6)) if 1 <= week <= 53 else None


def make_unit(unit: str, day: Day) -> Date:
    """Return the calendar unit in which `day` lies: its day, week, weekend, month, year, decade …"""
    if unit == "day":
        return make_day(day)
    if unit in {"week", "fortnight"}:
        return make_week(day)
    if unit == "workweek":
        monday = day.plus(-get_weekday(day))
        return make_stretch(monday, monday.plus(4))
    if unit == "weekend":
        saturday = day.plus(5 - get_weekday(day))
        return make_stretch(saturday, saturday.plus(1))
    if unit == "month":
        return make_month(day.year, day.month)
    if unit == "quarter":
        return make_part_of_year(day.year, 33 + (day.month - 1) // 3)
    if unit == "half":
        return make_part_of_year(day.year, 40 + (day.month - 1) // 6)
    if unit == "decade":
        return make_years(f"{day.year // 10:03d}")
    if unit == "century":
        return make_years(f"{day.year // 100:02d}")
    return make_year(day.year)


def shift(day: Day, unit: str, count: int) -> Day:
    """Return `day` moved by a number of units; 31 January and a month is the last of February."""
    if unit in {"weekend", "workweek"}:
        unit = "week"
    if unit in DAYS_IN_UNIT:
        return day.plus(count * DAYS_IN_UNIT[unit])
    months = day.year * 12 + day.month - 1 + count * MONTHS_IN_UNIT[unit]
    year, month = months // 12, months % 12 + 1
    return Day(year, month, min(day.day, count_days_in_month(year, month)))


def get_weekday(day: Day) -> int:
    """Return 0 for Monday to 6 for Sunday."""
    return (day.number + 3) % 7


def end_month(year: int, month: int) -> Day:
    """Return the last day of a month."""
    return Day(year, month, count_days_in_month(year, month))


def take_part(date: Date, modifier: str) -> Date:
    """Return the early, mid or late third of a date, which keeps its EDTF string.

    Years are cut between months and months after the 10th and 20th, as readers do.
    """
    if date.lo is None or date.hi is None:
        return replace(date, modifier=modifier)
    place = ("early", "mid", "late").index(modifier)
    lo, hi = date.lo, date.hi
    months = (hi.year - lo.year) * 12 + hi.month - lo.month + 1
    if months == 1 and lo.day == 1 and hi.day > 27:
        first = Day(lo.year, lo.month, 10 * place + 1)
        last = Day(lo.year, lo.month, 10 * place + 10) if place < 2 else hi
    elif months % 3 == 0:
        first = shift(lo, "month", months // 3 * place)
        last = shift(lo, "month", months // 3 * (place + 1)).plus(-1)
    else:
        length = hi.number - lo.number + 1
        first = lo.plus(length * place // 3)
        last = lo.plus(length * (place + 1) // 3 - 1)
    return Date(date.edtf, first, max(first, last), modifier)


def approximate(date: Date) -> Date:
    """Return the date marked as approximate; an interval stays as it is."""
    if date.edtf is None or date.edtf[-1] in "?~%]}" or "/" in date.edtf:
        return date
    return replace(date, edtf=date.edtf + "~")


def since(date: Date) -> Date:
    """Return the open interval that begins with a date ("seit 2020")."""
    if date.edtf is None or date.lo is None:
        return UNRESOLVED
    return Date(f"{_start(date)}/..", date.lo, None, date.modifier)


def until(date: Date) -> Date:
    """Return the open interval that ends with a date ("bis 2025")."""
    if date.edtf is None or date.hi is None:
        return UNRESOLVED
    return Date(f"../{_end(date)}", None, date.hi, date.modifier)


def before(date: Date) -> Date:
    """Return the open interval up to the year, month or day before a date."""
    neighbour = _neighbour(date, -1)
    return UNRESOLVED if neighbour is None else until(neighbour)


def after(date: Date) -> Date:
    """Return the open interval from the year, month or day after a date."""
    neighbour = _neighbour(date, 1)
    return UNRESOLVED if neighbour is None else since(neighbour)


def between(first: Date, last: Date) -> Date | None:
    """Return the interval from one date to another; None if it would end before it begins.

    An end that begins before the beginning ("May 2025" to "2025") is written by its last day, as
    EDTF orders intervals by where their ends begin.
    """
    if first.edtf is None or last.edtf is None or first.lo is None or last.hi is None:
        return UNRESOLVED
    if first.lo > last.hi:
        return None
    ends_within = last.lo is not None and first.lo > last.lo
    end = str(last.hi) if ends_within else _end(last)
    return Date(f"{_start(first)}/{end}", first.lo, last.hi)


def _start(date: Date) -> str:
    """Return the EDTF of where an interval with this beginning begins."""
    text = date.edtf or ""
    return str(date.lo) if text[:1] in {"[", "{"} else text.partition("/")[0]


def _end(date: Date) -> str:
    text = date.edtf or ""
    return str(date.hi) if text[:1] in {"[", "{"} else text.rpartition("/")[2]


def _neighbour(date: Date, direction: int) -> Date | None:
    """Return the unit of the same precision beside a date; the day beside one that is cut or long."""
    if date.edtf is None or date.lo is None or date.hi is None:
        return None
    edge = date.lo.plus(-1) if direction < 0 else date.hi.plus(1)
    if date.modifier is None and date.edtf.isdigit():
        return make_year(edge.year)
    if date.modifier is None and len(date.edtf) == 7 and date.lo.day == 1 and date.lo.month == date.hi.month:
        return make_month(edge.year, edge.month)
    return make_day(edge)
