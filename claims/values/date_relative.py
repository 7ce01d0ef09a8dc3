"""Reading dates that are counted from the day of publication: "gestern", "last month", "vor drei Jahren"."""

import re
from dataclasses import replace

from claims.values.date_anaphor import COUNTED, find_year_in_sentence
from claims.values.date_build import (
    UNRESOLVED,
    approximate,
    get_weekday,
    make_day,
    make_month,
    make_part_of_year,
    make_stretch,
    make_unit,
    make_week,
    make_year,
    shift,
    since,
    take_part,
)
from claims.values.date_context import (
    OFFSETS,
    Partial,
    Reading,
    Scan,
    find_weekday,
    get_number,
    get_text,
    get_unit,
    is_plural,
    resolve,
)
from claims.values.date_feast import is_compound
from claims.values.date_lean import get_lean
from claims.values.date_point import get_reading
from claims.values.day import Day
from claims.values.value import Date


def read_weekend(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "am Wochenende", "over the weekend": the nearest, or that before or after it by the tense."""
    cued = scan.word(found.start() - 1) in {"am", "the", "übers"} and scan.kind(found.end()) not in {
        "f",
        "v",
        "N",
    }
    if not cued or get_text(scan.get(found, "w")) != "weekend":
        return None
    if scan.reference is None:
        return UNRESOLVED
    return make_unit("weekend", find_weekday(scan.reference, 5, get_lean(scan, found.start())))


def read_week_of(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "the week of February 4", "Woche vom 3. Mai", "the weekend of Halloween"."""
    unit, reading = get_text(scan.get(found, "w")), get_reading(scan.get(found, "a"))
    date = resolve(reading, scan.reference, scan.named[found.start()]) if reading is not None else None
    if date is None or date.lo is None or date.lo != date.hi:
        return None
    return make_unit(unit, date.lo)


def read_deictic(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "gestern", "today"."""
    offset = get_number(scan.get(found, "T"))
    if scan.reference is None or offset is None:
        return UNRESOLVED
    return make_day(scan.reference.plus(offset))


def read_relative_unit(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "vergangene Woche", "next year"; a "next day" is counted from another day than today."""
    word, unit = get_text(scan.get(found, "R")), get_text(scan.get(found, "u"))
    token = scan.get(found, "u")
    if unit in {"day", "fortnight"} or word not in OFFSETS:
        return None
    if token is not None and is_plural(token):
        return UNRESOLVED if word in {"last", "past", "next", "coming"} else None
    if unit == "year" and scan.word(found.start("R")) in COUNTED:
        named = find_year_in_sentence(scan, found.start())
        return None if named is None else make_year(named + OFFSETS[word])  # see date_told.read_next_day
    if scan.reference is None or unit == "fiscal":
        return UNRESOLVED
    lasting = LASTING | {"in"} if OFFSETS[word] < 0 else LASTING
    if unit in LONG_UNITS and scan.word(found.start() - 2) in lasting and OFFSETS[word]:
        return _make_long(scan.reference, unit, OFFSETS[word])
    return make_unit(unit, shift(scan.reference, unit, OFFSETS[word]))


LONG_UNITS = frozenset({"decade", "century"})
LASTING = frozenset({"over", "during", "for", "within"})
"""Words before an English "the past decade" that say how long something took: ten years up to now."""


def _make_long(reference: Day, unit: str, count: int) -> Date:
    """Return the years up to a day, or from it on: "over the past decade"."""
    far = shift(reference, unit, count)
    return make_stretch(far, reference) if count < 0 else make_stretch(reference.plus(1), far)


def read_compound_unit(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Vorjahr", "Vorwoche"; a "Vorjahr" is counted from the year spoken of."""
    unit, _, count = get_text(scan.get(found, "V")).partition(":")
    if unit == "year" and int(count) < 0:
        named = find_year_in_sentence(scan, found.start())
        if named is not None:
            return make_year(named + int(count))
    return UNRESOLVED if scan.reference is None else make_unit(unit, shift(scan.reference, unit, int(count)))


def read_relative_month(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "letzten September", "this May": the nearest such month on that side."""
    word, month = get_text(scan.get(found, "R")), get_number(scan.get(found, "M"))
    if scan.reference is None or month is None:
        return UNRESOLVED
    year = _find_year(scan.reference, word, make_month(scan.reference.year, month))
    return None if year is None else make_month(year, month)


def read_relative_season(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "this spring", "vergangenen Herbst"."""
    word, code = get_text(scan.get(found, "R")), get_number(scan.get(found, "S"))
    if scan.reference is None or code is None:
        return UNRESOLVED
    here = make_part_of_year(scan.reference.year, code)
    year = _find_year(scan.reference, word, here)
    if year is None:
        return None
    if code == 24 and word == "this" and scan.reference.month < 3:
        year -= 1
    return make_part_of_year(year, code)


def read_bare_season(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "im Herbst", "since the summer": the last or next one where the tense says which."""
    code, way = get_number(scan.get(found, "S")), _find_way(scan, found.start())
    behind = found.end()
    named = scan.word(behind) in {"of", "des", "der"} or is_compound(scan, behind)
    if scan.reference is None or code is None or not way or named:
        return None  # "in the fall of Rome", "in spring training"
    seasons = [make_part_of_year(scan.reference.year + step, code) for step in (-1, 0, 1)]
    if way < 0:
        return next(one for one in reversed(seasons) if one.lo is not None and one.lo <= scan.reference)
    return next(one for one in seasons if one.hi is not None and one.hi >= scan.reference)


def _find_way(scan: Scan, place: int) -> int:
    """Say whether a season lies behind (-1) or ahead (1) by the words that lead to it; 0 where nothing says."""
    article = scan.word(place - 1) in {"the", "dem", "zum"}
    opened = place - 1 - article
    kind = scan.kind(opened)
    if kind == "s":
        return -1
    if kind not in {"b", "A", "I"} or (scan.word(place - 1) == "zum" and kind != "b"):
        return 0
    lean = get_lean(scan, place)
    return lean if kind == "I" or lean < 0 else 1


def _find_year(reference: Day, word: str, here: Date) -> int | None:
    """Return the year in which the last or next of something lies that this year has at `here`."""
    if word not in OFFSETS or here.lo is None or here.hi is None:
        return None
    if word in {"last", "past"}:
        return reference.year - (here.hi >= reference)
    if word in {"next", "coming"}:
        return reference.year + (here.lo <= reference)
    return reference.year + OFFSETS[word]


def read_weekday_of_week(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Tuesday next week", "next week on Friday"."""
    word, weekday = get_text(scan.get(found, "R")), get_number(scan.get(found, "W"))
    if scan.reference is None or weekday is None or word not in OFFSETS:
        return UNRESOLVED
    week = make_week(scan.reference.plus(7 * OFFSETS[word]))
    return make_day(week.lo.plus(weekday)) if week.lo else None


SATURDAY = 5
"""From here on "last Thursday" is the one of the week that ends."""


def read_relative_weekday(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "vergangenen Freitag", "next Monday".

    "letzten", "past" and "kommenden" take the nearest one; English "last" and "next" and German
    "nächsten" count by weeks.
    """
    word, weekday = get_text(scan.get(found, "R")), get_number(scan.get(found, "W"))
    if scan.reference is None or weekday is None or word not in OFFSETS:
        return UNRESOLVED
    german = scan.word(found.start("R")).startswith(("letzt", "vorig"))
    ending = get_weekday(scan.reference) >= SATURDAY > weekday
    if word == "past" or (word == "last" and (german or ending)):
        return make_day(find_weekday(scan.reference.plus(-1), weekday, -1))
    if word == "coming":
        return make_day(find_weekday(scan.reference.plus(1), weekday, 1))
    return read_weekday_of_week(scan, found)


def read_part(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Anfang 2025", "mid-November", "Ende kommenden Jahres", "earlier this year"."""
    part, reading = get_text(scan.get(found, "P")), get_reading(scan.get(found, "a"))
    if reading is None or _is_verb(scan, found):
        return None
    if scan.word(found.start()) == "beginning" and found.end() - found.start() == 2:
        date = resolve(reading, scan.reference, scan.named[found.start()])
        return None if date is None else since(date)
    return _cut(scan, resolve(reading, scan.reference, scan.named[found.start()]), part)


_VERBS = frozenset({"end", "start"})
_BEFORE_VERBS = frozenset(
    {
        "to",
        "will",
        "would",
        "should",
        "could",
        "may",
        "might",
        "must",
        "can",
        "did",
        "does",
        "do",
        "not",
        "and",
        "'ll",
    }
)


_OBJECT = frozenset({"the", "this"})


def _is_verb(scan: Scan, found: re.Match[str]) -> bool:
    """Say whether an English "end" or "start" is what happens: "should end this autumn", "start the year", but "by end 2025"."""
    if scan.word(found.start()) not in _VERBS:
        return False
    joined = found.start("a") > found.start() + 1
    behind = scan.word(found.start() + 1)
    return behind in _OBJECT if joined else scan.word(found.start() - 1) in _BEFORE_VERBS


def read_part_of_this(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Ende des Monats", "later in the year"."""
    unit = get_unit(scan.get(found, "u"))
    if unit in {"day", "half", "century", "weekend", "fiscal"}:
        return None
    whole = UNRESOLVED if scan.reference is None else make_unit(unit, scan.reference)
    return _cut(scan, whole, get_text(scan.get(found, "P")))


def _cut(scan: Scan, date: Date | None, part: str) -> Date | None:
    if date is None or date.edtf is None or date.lo is None or date.hi is None:
        return date
    if date.lo == date.hi:
        return None
    if part in {"early", "mid", "late"}:
        return take_part(date, part)
    if scan.reference is None or not date.lo <= scan.reference <= date.hi:
        return take_part(date, "early" if part == "earlier" else "late")
    if part == "earlier":
        return replace(date, hi=scan.reference, modifier="early")
    return replace(date, lo=scan.reference, modifier="late")


def read_about(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "um 1900", "circa 1850"."""
    reading = get_reading(scan.get(found, "a"))
    if isinstance(reading, Partial) and reading.day is None and reading.weekday is None:
        date = resolve(reading, scan.reference, scan.named[found.start()])
        return None if date is None else approximate(date)
    if not isinstance(reading, Date) or reading.edtf is None:
        return None
    yearly = "X" in reading.edtf or reading.edtf.lstrip("-").isdigit()
    return approximate(reading) if yearly else None
