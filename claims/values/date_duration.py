"""Reading times that lie some days, weeks or years away: "vor drei Jahren", "next 3 days"."""

import re
from dataclasses import replace

from claims.values.date_build import (
    UNRESOLVED,
    approximate,
    between,
    make_stretch,
    make_unit,
    make_week,
    make_year,
    shift,
)
from claims.values.date_context import (
    OFFSETS,
    Reading,
    Scan,
    get_number,
    get_text,
    get_unit,
    is_plural,
    read_year,
    resolve,
)
from claims.values.date_lean import get_lean
from claims.values.date_point import get_reading
from claims.values.date_token import Token
from claims.values.day import Day
from claims.values.value import Date

Duration = list[tuple[int, str]]


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
    if any(count > limit.get(unit, 5000) or unit in {"half", "fiscal"} for count, unit in duration):
        return None
    return duration or None


def move(day: Day, duration: Duration, direction: int) -> Day:
    """Return the day that lies a duration before (-1) or after (1) another."""
    for count, unit in duration:
        day = shift(day, unit, direction * count)
    return day


def get_duration(scan: Scan, found: re.Match[str]) -> Duration | None:
    """Return the duration that a pattern found."""
    return read_duration(scan.tokens[found.start("dur") : found.end("dur")])


def read_ago(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "vor drei Jahren", "two weeks ago", to the precision of the smallest unit named."""
    duration = get_duration(scan, found)
    if duration is None or scan.word(found.start() - 1) == "half":
        return None  # "half a year ago"
    if scan.reference is None:
        return UNRESOLVED
    date = make_moved(scan.reference, duration, -1)
    return approximate(date) if scan.kind(found.start("dur") - 1) in {"k", "K"} else date


def read_for_long(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "seit Jahren": a time that nobody can place."""
    unit = scan.get(found, "u")
    return UNRESOLVED if unit is not None and (is_plural(unit) or unit.word == "monate") else None


def make_moved(reference: Day, duration: Duration, direction: int) -> Date:
    """Return the unit in which a moved day lies: "three years ago" names a year, not a day."""
    return make_unit(duration[-1][1], move(reference, duration, direction))


def read_in_duration(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "in zwei Jahren" of what is to come; of what is past it is a duration."""
    duration = get_duration(scan, found)
    if scan.word(found.start()) not in {"in", "within", "innerhalb", "im", "in den", "in der", "in dem"}:
        return None  # "over ten years" is how long it takes
    if duration is None or (get_lean(scan, found.start()) < 1 and not _opens_present(scan, found)):
        return None
    if scan.reference is None:
        return UNRESOLVED
    if scan.word(found.start()) == "within":
        return make_stretch(scan.reference, move(scan.reference, duration, 1).plus(-1))
    return make_moved(scan.reference, duration, 1)


def _opens_present(scan: Scan, found: re.Match[str]) -> bool:
    """Say whether it tells of the future: a German clause that begins so in the present, "in six months' time"."""
    verb, start = scan.word(found.end()), found.start()
    if verb in {"'", "’"} and scan.word(found.end() + 1) == "time":
        return True  # "in six months' time"
    return (
        scan.lexicon.language == "de"
        and scan.word(start) == "in"
        and scan.kind(start - 1) in {"|", "."}
        and verb.endswith("t")
        and verb not in scan.lexicon.sets["past"]
        and verb not in {"hielt", "erhielt", "galt", "trat", "tat", "bat", "riet", "geriet"}
        and get_lean(scan, start) == 0
    )


def read_offset(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "three weeks from tomorrow", "zwei Tage nach Weihnachten", where the other date is a day."""
    duration, reading = get_duration(scan, found), get_reading(scan.get(found, "a"))
    date = resolve(reading, scan.reference, scan.named[found.start()]) if reading is not None else None
    if duration is None or date is None or date.lo is None or date.lo != date.hi:
        return None
    direction = -1 if scan.kind(found.start("way")) == "G" else 1
    if scan.word(found.start()) in {"less than", "weniger als"}:
        far = move(date.lo, duration, direction)
        return make_stretch(date.lo, far.plus(-1)) if direction > 0 else make_stretch(far.plus(1), date.lo)
    return make_unit("day", move(date.lo, duration, direction))


def read_counted_on(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "3 days starting next Monday": the stretch from a day on."""
    duration, reading = get_duration(scan, found), get_reading(scan.get(found, "a"))
    date = resolve(reading, scan.reference, scan.named[found.start()]) if reading is not None else None
    if duration is None or date is None or date.lo is None:
        return None
    last = move(date.lo, duration, 1).plus(-1)
    return make_stretch(date.lo, last) if last > date.lo else None


def read_window(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "in den vergangenen zwei Jahren", "next 3 days"; "few" leaves it unresolved.

    What has passed ends the day before publication; what comes begins the day after.
    """
    word, unit = get_text(scan.get(found, "R")), get_unit(scan.get(found, "u"))
    within = scan.word(found.start()) in {"within", "innerhalb"}
    if within and OFFSETS.get(word, 0) < 1:
        return None
    if word not in {"last", "past", "next", "coming"} or unit in {"half", "fiscal"}:
        return None
    if scan.get(found, "few") is not None:
        return UNRESOLVED
    count = get_number(scan.get(found, "count"))
    unit_token = scan.get(found, "u")
    if count is None or not 0 < count < 1000:
        return None
    if count > 1 and unit_token is not None and not is_plural(unit_token):
        return None
    if scan.reference is None:
        return UNRESOLVED
    if unit == "quarter":
        return _make_quarters(scan.reference, count if OFFSETS[word] > 0 else -count)
    if word in {"last", "past"}:
        return make_stretch(shift(scan.reference, unit, -count), scan.reference)
    first = 0 if within else 1
    return make_stretch(scan.reference.plus(first), shift(scan.reference, unit, count).plus(first - 1))


def _make_quarters(reference: Day, count: int) -> Date | None:
    """Return the whole quarters before or after the present one: companies report by them."""
    first = make_unit("quarter", shift(reference, "quarter", 1 if count > 0 else count))
    last = make_unit("quarter", shift(reference, "quarter", count if count > 0 else -1))
    return between(first, last)


def read_vague_window(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "in den letzten Monaten": nobody can say how many."""
    unit = scan.get(found, "u")
    known = get_text(scan.get(found, "R")) in {"last", "past", "next", "coming"}
    return UNRESOLVED if known and unit is not None and (is_plural(unit) or unit.word == "monate") else None


def read_first_units(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "die ersten drei Monate 2024", "the last two weeks of 2023"; weeks begin on Monday."""
    which, count = scan.get(found, "o"), get_number(scan.get(found, "count"))
    unit, year = get_unit(scan.get(found, "u")), read_year(scan, found)
    last = get_text(which) == "last"
    if (
        (get_number(which) != 1 and not last)
        or count is None
        or unit not in {"day", "week", "month", "quarter"}
    ):
        return None
    if year.year is None or not 0 < count < 366:
        return UNRESOLVED if year.unplaced else None
    whole = make_year(year.year)
    if unit == "week":
        whole = replace(whole, lo=make_week(Day(year.year, 1, 4)).lo, hi=make_week(Day(year.year, 12, 28)).hi)
    if whole.lo is None or whole.hi is None:
        return None
    first = shift(whole.hi.plus(1), unit, -count) if last else whole.lo
    return make_stretch(first, whole.hi if last else shift(whole.lo, unit, count).plus(-1))


def read_rest(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Rest der Woche", "remainder of the year"."""
    unit = get_unit(scan.get(found, "u"))
    if unit in {"day", "century", "decade", "fiscal"}:
        return None
    if scan.reference is None:
        return UNRESOLVED
    whole = make_unit(unit, scan.reference)
    return make_stretch(scan.reference, whole.hi) if whole.hi is not None else None
