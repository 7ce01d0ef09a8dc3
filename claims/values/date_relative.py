"""Reading dates that are counted from the day of publication: "gestern", "last month", "vor drei Jahren"."""

import re
from dataclasses import replace

from claims.values.date_build import (
    UNRESOLVED,
    after,
    approximate,
    before,
    between,
    make_day,
    make_month,
    make_part_of_year,
    make_stretch,
    make_unit,
    make_week,
    shift,
    since,
    take_part,
    until,
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
    resolve,
)
from claims.values.date_point import get_reading
from claims.values.date_token import Token
from claims.values.day import Day
from claims.values.value import Date

Duration = list[tuple[int, str]]

CLAUSE = 40
"""Words on either side among which a tense is looked for."""


def read_weekend(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "am Wochenende", "over the weekend": the nearest, or that before or after it by the tense."""
    if get_text(scan.get(found, "w")) != "weekend" or scan.word(found.start() - 1) not in {
        "am",
        "the",
        "übers",
    }:
        return None
    if scan.kind(found.end()) in {"f", "v", "N"}:
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
    if token is not None and _is_plural(token):
        return UNRESOLVED if word in {"last", "past", "next", "coming"} else None
    if scan.reference is None:
        return UNRESOLVED
    return make_unit(unit, shift(scan.reference, unit, OFFSETS[word]))


def read_compound_unit(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Vorjahr", "Vorwoche"."""
    unit, _, count = get_text(scan.get(found, "V")).partition(":")
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


def read_relative_weekday(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "vergangenen Freitag", "next Monday".

    "letzten", "past" and "kommenden" take the nearest one; English "last" and "next" and German
    "nächsten" count by weeks.
    """
    word, weekday = get_text(scan.get(found, "R")), get_number(scan.get(found, "W"))
    if scan.reference is None or weekday is None or word not in OFFSETS:
        return UNRESOLVED
    german = scan.word(found.start("R")).startswith(("letzt", "vorig"))
    if word == "past" or (word == "last" and german):
        return make_day(find_weekday(scan.reference.plus(-1), weekday, -1))
    if word == "coming":
        return make_day(find_weekday(scan.reference.plus(1), weekday, 1))
    return read_weekday_of_week(scan, found)


def read_duration(tokens: list[Token]) -> Duration | None:
    """Return counts and units of "2 years, 1 month and 21 days"; None if there is no such unit."""
    duration: Duration = []
    count: int | None = None
    for token in tokens:
        if token.kind in {"n", "d", "c"}:
            count = get_number(token)
        elif token.kind in {"u", "w", "i", "U"} and count is not None:
            duration.append((count, get_unit(token)))
            count = None
    limit = {"year": 3000, "century": 30, "decade": 300}
    if any(count > limit.get(unit, 5000) or unit == "half" for count, unit in duration):
        return None
    return duration or None


def move(day: Day, duration: Duration, direction: int) -> Day:
    """Return the day that lies a duration before (-1) or after (1) another."""
    for count, unit in duration:
        day = shift(day, unit, direction * count)
    return day


def _get_duration(scan: Scan, found: re.Match[str]) -> Duration | None:
    return read_duration(scan.tokens[found.start("dur") : found.end("dur")])


def read_ago(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "vor drei Jahren", "two weeks ago", to the precision of the smallest unit named."""
    duration = _get_duration(scan, found)
    if duration is None:
        return None
    return UNRESOLVED if scan.reference is None else _make_moved(scan.reference, duration, -1)


def _make_moved(reference: Day, duration: Duration, direction: int) -> Date:
    """Return the unit in which a moved day lies: "three years ago" names a year, not a day."""
    return make_unit(duration[-1][1], move(reference, duration, direction))


def read_in_duration(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "in zwei Jahren" of what is to come; of what is past it is a duration."""
    duration = _get_duration(scan, found)
    if duration is None or get_lean(scan, found.start()) < 1:
        return None
    if scan.reference is None:
        return UNRESOLVED
    if scan.word(found.start()) == "within":
        return make_stretch(scan.reference, move(scan.reference, duration, 1).plus(-1))
    return _make_moved(scan.reference, duration, 1)


def read_distance(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "two days from now"; "three weeks later" is counted from something else."""
    duration = _get_duration(scan, found)
    if duration is None or scan.word(found.end() - 1) in {"later", "später"}:
        return None
    return UNRESOLVED if scan.reference is None else _make_moved(scan.reference, duration, 1)


def read_offset(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "three weeks from tomorrow", "zwei Tage nach Weihnachten", where the other date is a day."""
    duration, reading = _get_duration(scan, found), get_reading(scan.get(found, "a"))
    date = resolve(reading, scan.reference, scan.named[found.start()]) if reading is not None else None
    if duration is None or date is None or date.lo is None or date.lo != date.hi:
        return None
    direction = -1 if scan.kind(found.start("way")) == "G" else 1
    return make_unit("day", move(date.lo, duration, direction))


def read_window(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "in den vergangenen zwei Jahren", "next 3 days"; "few" leaves it unresolved.

    What has passed ends the day before publication; what comes begins the day after.
    """
    word, unit = get_text(scan.get(found, "R")), get_unit(scan.get(found, "u"))
    within = scan.get(found, "I")
    if within is not None and (within.word not in {"within", "innerhalb"} or OFFSETS.get(word, 0) < 1):
        return None
    if word not in {"last", "past", "next", "coming"} or unit == "half":
        return None
    if scan.get(found, "few") is not None:
        return UNRESOLVED
    count = get_number(scan.get(found, "count"))
    unit_token = scan.get(found, "u")
    if count is None or not 0 < count < 1000:
        return None
    if count > 1 and unit_token is not None and not _is_plural(unit_token):
        return None
    if scan.reference is None:
        return UNRESOLVED
    if unit == "quarter":
        return _make_quarters(scan.reference, count if OFFSETS[word] > 0 else -count)
    if word in {"last", "past"}:
        return make_stretch(shift(scan.reference, unit, -count), scan.reference.plus(-1))
    first = 1 if within is None else 0
    return make_stretch(scan.reference.plus(first), shift(scan.reference, unit, count).plus(first - 1))


def _is_plural(unit: Token) -> bool:
    return get_text(unit).endswith("s") or unit.word == "jahre"


def _make_quarters(reference: Day, count: int) -> Date | None:
    """Return the whole quarters before or after the present one: companies report by them."""
    first = make_unit("quarter", shift(reference, "quarter", 1 if count > 0 else count))
    last = make_unit("quarter", shift(reference, "quarter", count if count > 0 else -1))
    return between(first, last)


def read_rest(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Rest der Woche", "remainder of the year"."""
    unit = get_unit(scan.get(found, "u"))
    if unit in {"day", "century", "decade"}:
        return None
    if scan.reference is None:
        return UNRESOLVED
    whole = make_unit(unit, scan.reference)
    return make_stretch(scan.reference, whole.hi) if whole.hi is not None else None


def read_vague(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "seit kurzem", "a few years ago": times that nobody can place."""
    return UNRESOLVED


def read_part(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Anfang 2025", "mid-November", "Ende kommenden Jahres", "earlier this year"."""
    part, reading = get_text(scan.get(found, "P")), get_reading(scan.get(found, "a"))
    if reading is None:
        return None
    if scan.word(found.start()) == "beginning" and found.end() - found.start() == 2:
        date = resolve(reading, scan.reference, scan.named[found.start()])
        return None if date is None else since(date)
    return _cut(scan, resolve(reading, scan.reference, scan.named[found.start()]), part)


def read_part_of_this(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Ende des Monats", "later in the year"."""
    unit = get_unit(scan.get(found, "u"))
    if unit in {"day", "half", "century", "decade", "weekend"}:
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
    return (
        approximate(reading) if isinstance(reading, Date) and reading.edtf and "X" in reading.edtf else None
    )


def read_before(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "vor 2000", "before May 2020": open up to the date beside it."""
    date = _resolve_end(scan, found)
    if date is None or date.edtf is None:
        return date
    return until(date) if date.modifier == "late" else before(date)


def read_after(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "nach 2000", "after May 2020": open from the date beside it."""
    date = _resolve_end(scan, found)
    return date if date is None or date.edtf is None else after(date)


def _resolve_end(scan: Scan, found: re.Match[str]) -> Date | None:
    reading = get_reading(scan.get(found, "a"))
    return None if reading is None else resolve(reading, scan.reference, scan.named[found.start()])


def get_lean(scan: Scan, place: int) -> int:
    """Say whether the clause around a token tells of the past (-1) or of what is to come (1)."""
    words = {word for step in (-1, 1) for word in _list_words(scan, place, step)}
    table = scan.lexicon.table
    future = bool(words & table.FUTURE) or any(word.endswith(("'ll", "’ll")) for word in words)
    return future - bool(words & table.PAST)


def _list_words(scan: Scan, place: int, step: int) -> list[str]:
    words = []
    for here in range(place, place + CLAUSE * step, step):
        if scan.kind(here) in {"|", ".", ","}:
            break
        words.append(scan.word(here))
    return words
