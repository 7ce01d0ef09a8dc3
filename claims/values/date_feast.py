"""Feasts and holidays: which day they fall on in a year, and what they are called."""

import re

from claims.values.date_build import UNRESOLVED, approximate, get_weekday, make_day
from claims.values.date_context import OFFSETS, Partial, Reading, Scan, get_number, get_text, read_year
from claims.values.day import Day, count_days_in_month
from claims.values.value import Date

Rule = tuple[str, int, int, int]
"""What a feast is counted from, and three numbers.

"fixed" month, day · "easter" days from Easter Sunday · "advent" days from the fourth Sunday of
Advent · "nth" month, weekday, which of them (-1 the last) · "islamic" month, day.
"""

ISLAMIC_EPOCH = -492_149
"""The day number (from 1970) of 1 Muharram 1, the 15 July 622 of the astronomers."""


def find_easter(year: int) -> Day:
    """Return Easter Sunday (Meeus, Jones and Butcher's algorithm for the Gregorian calendar)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shifted = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shifted - rest % 4) % 7
    late = (golden + 11 * shifted + 22 * weekday) // 451
    number = shifted + weekday - 7 * late + 114
    return Day(year, number // 31, number % 31 + 1)


def find_feast(rule: Rule, year: int) -> Day:
    """Return the day of a feast in a year."""
    kind, first, weekday, which = rule
    if kind == "fixed":
        return Day(year, first, weekday)
    if kind == "easter":
        return find_easter(year).plus(first)
    if kind == "islamic":
        return find_islamic_feast(first, weekday, year)
    if kind == "advent":
        eve = Day(year, 12, 24)
        return eve.plus(first - (get_weekday(eve) + 1) % 7)
    if which < 0:
        last = Day(year, first, count_days_in_month(year, first))
        return last.plus(-((get_weekday(last) - weekday) % 7) + 7 * (which + 1))
    start = Day(year, first, 1)
    return start.plus((weekday - get_weekday(start)) % 7 + 7 * (which - 1))


def find_islamic_feast(month: int, day: int, year: int) -> Day:
    """Return the day of an Islamic feast by the tabular calendar of 30 years with 11 leap days.

    Where the new moon is watched for, the feast may fall a day earlier or later.
    """
    islamic_year = (year - 622) * 33 // 32
    candidates = [_count_islamic(islamic_year + offset, month, day) for offset in (-1, 0, 1, 2)]
    return next((found for found in candidates if found.year == year), candidates[1])


def _count_islamic(year: int, month: int, day: int) -> Day:
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day - 1
    return Day.from_number(ISLAMIC_EPOCH + days)


def read_feast(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Ostern 2020", "zweiten Advent", "Christmas": without a year the nearest one."""
    rule = _get_rule(scan, found)
    if rule is None or is_compound(scan, found.end()):
        return None
    year = read_year(scan, found)
    if year.unplaced:
        return UNRESOLVED
    if rule[0] == "fixed":
        return year._replace(month=rule[1], day=rule[2])
    if year.year is not None:
        return _make_feast(rule, find_feast(rule, year.year))
    reference, named = scan.reference, scan.named[found.start()]
    if reference is not None:
        days = [find_feast(rule, reference.year + offset) for offset in (-1, 0, 1)]
        return _make_feast(rule, min(days, key=lambda day: abs(day.number - reference.number)))
    return UNRESOLVED if named is None else _make_feast(rule, find_feast(rule, named))


def _make_feast(rule: Rule, day: Day) -> Date:
    """Return the day of a feast, approximate where it hangs on the moon."""
    return approximate(make_day(day)) if rule[0] == "islamic" else make_day(day)


def is_compound(scan: Scan, place: int) -> bool:
    """Say whether an English feast stands before another noun: "Christmas trees" are no day."""
    if scan.lexicon.language != "en" or scan.kind(place) != "x":
        return False
    token = scan.tokens[place]
    return scan.text[token.start].islower() and token.word not in scan.lexicon.sets["function"]


def _get_rule(scan: Scan, found: re.Match[str]) -> Rule | None:
    """Return the rule of the feast named, counting on "second Advent" and "zweiter Weihnachtstag"."""
    name = get_text(scan.get(found, "H"))
    rule: Rule | None = scan.lexicon.feasts.get(name)
    number = get_number(scan.get(found, "o"))
    if rule is None or number is None:
        return rule if name not in {"advent", "weihnachtstag"} else None
    if rule[0] == "advent" and name.startswith("advent") and number <= 4:
        return ("advent", 7 * (number - 4), 0, 0)
    if name.startswith("weihnachts") and number <= 2:
        return ("fixed", 12, 24 + number, 0)
    return None


def read_relative_feast(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "last Christmas", "kommende Ostern": the nearest one on that side."""
    rule, word = _get_rule(scan, found), get_text(scan.get(found, "R"))
    if rule is None or word not in OFFSETS:
        return None
    if scan.reference is None:
        return UNRESOLVED
    reference = scan.reference
    days = [find_feast(rule, reference.year + offset) for offset in (-2, -1, 0, 1, 2)]
    if OFFSETS[word] < 0:
        return make_day(max(day for day in days if day < reference))
    if OFFSETS[word] > 0:
        return make_day(min(day for day in days if day > reference))
    return Partial(year=reference.year, month=days[2].month, day=days[2].day)
