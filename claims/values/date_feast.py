"""Feasts and holidays: which day they fall on in a year, and what they are called."""

import re

from claims.values.date_build import UNRESOLVED, get_weekday, make_day
from claims.values.date_context import OFFSETS, Partial, Reading, Scan, get_number, get_text, read_year
from claims.values.day import Day, count_days_in_month

Rule = tuple[str, int, int, int]
"""What a feast is counted from, and three numbers.

"fixed" month, day · "easter" days from Easter Sunday · "advent" days from the fourth Sunday of
Advent · "nth" month, weekday, which of them (-1 the last).
"""


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
    if kind == "advent":
        eve = Day(year, 12, 24)
        return eve.plus(first - (get_weekday(eve) + 1) % 7)
    if which < 0:
        last = Day(year, first, count_days_in_month(year, first))
        return last.plus(-((get_weekday(last) - weekday) % 7) + 7 * (which + 1))
    start = Day(year, first, 1)
    return start.plus((weekday - get_weekday(start)) % 7 + 7 * (which - 1))


def read_feast(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Ostern 2020", "zweiten Advent", "Christmas": without a year the nearest one."""
    rule = _get_rule(scan, found)
    if rule is None or _is_compound(scan, found.end()):
        return None
    year = read_year(scan, found)
    if year.unplaced:
        return UNRESOLVED
    if rule[0] == "fixed":
        return year._replace(month=rule[1], day=rule[2])
    if year.year is not None:
        return make_day(find_feast(rule, year.year))
    reference, named = scan.reference, scan.named[found.start()]
    if reference is not None:
        days = [find_feast(rule, reference.year + offset) for offset in (-1, 0, 1)]
        return make_day(min(days, key=lambda day: abs(day.number - reference.number)))
    return UNRESOLVED if named is None else make_day(find_feast(rule, named))


def _is_compound(scan: Scan, place: int) -> bool:
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
