"""Reading dates that name a place in the calendar: days, months, years, quarters, decades."""

import re

from claims.values.date_build import (
    UNRESOLVED,
    get_weekday,
    make_day,
    make_numbered_week,
    make_part_of_year,
    make_week,
)
from claims.values.date_context import (
    OFFSETS,
    Partial,
    Reading,
    Scan,
    get_number,
    get_text,
    get_unit,
    has_day,
    read_year,
    resolve,
)
from claims.values.date_token import Token
from claims.values.day import Day
from claims.values.value import Date


def read_numeric(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "20.12.2024", "2024-12-20"; an English "3/4/2023" is one of two days."""
    token = scan.get(found, "D") or scan.get(found, "X")
    if token is None or not isinstance(token.payload, tuple) or _is_version(scan, found.start(), token):
        return None
    year, month, day, *other = token.payload
    if year is not None and other and has_day(year, month, day) and has_day(year, *other):
        first, last = sorted((Day(year, month, day), Day(year, *other)))
        return Date(f"[{first},{last}]", first, last)
    return _make_partial(Partial(year=year), month, day) or (
        _make_partial(Partial(year=year), *other) if other else None
    )


def _is_version(scan: Scan, place: int, token: Token) -> bool:
    """Say whether figures without a full year number a version ("Linux 5.10.14") or a section."""
    before = scan.word(place - 1)
    if before.rstrip(".") in scan.lexicon.sets["numbered"] or before in {"§", "#"}:
        return True
    if re.search(r"\d{4}", token.word) or scan.kind(place - 1) != "x":
        return False
    return scan.text[scan.tokens[place - 1].start].isupper()


def read_day_month(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "20. Dezember 2024", "the 20th of December", "December 20, 2024"."""
    month, day = get_number(scan.get(found, "M")), get_number(scan.get(found, "d"))
    figure = scan.get(found, "d")
    if figure is not None and figure.kind == "n" and scan.lexicon.language == "de":
        return None  # "im März eine Ausstellung"
    if figure is not None and found.start("d") < found.start("M") and _is_glued(scan, figure):
        return None  # "GPT-5 may arrive"
    if month is None or day is None:
        return None
    reading = _make_partial(read_year(scan, found), month, day)
    return None if reading is None else reading._replace(weekday=get_number(scan.get(found, "name")))


def _is_glued(scan: Scan, figure: Token) -> bool:
    """Say whether a hyphen joins a figure to the word before it."""
    return re.search(r"[^\W\d_]-\Z", scan.text[max(0, figure.start - 2) : figure.start]) is not None


def read_year_month_day(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "2020/Sep/23" and "2020/23/Sep"."""
    month = get_number(scan.get(found, "M") or scan.get(found, "M2"))
    day = get_number(scan.get(found, "d") or scan.get(found, "d2"))
    return None if month is None or day is None else _make_partial(read_year(scan, found), month, day)


def _make_partial(year: Partial, month: int, day: int) -> Partial | None:
    """Return the date; a 30 February is a date that nobody can place."""
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return (
        year._replace(month=month, day=day)
        if has_day(year.year or 2000, month, day)
        else Partial(unplaced=True)
    )


def read_month(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Mai 2024", "2024 May", "Dezember des Vorjahres", "im Mai"."""
    return read_year(scan, found)._replace(month=get_number(scan.get(found, "M")))


def read_month_alone(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Dezember"; "30 February" names no month but a day that does not exist."""
    if scan.kind(found.end()) in {"d", "o"} or scan.kind(found.start() - 1) in {"d", "o"}:
        return None
    return Partial(month=get_number(scan.get(found, "M")))


def read_year_month(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "2017 April"; a month with a day behind it is another date."""
    return Partial(year=get_number(scan.get(found, "y")), month=get_number(scan.get(found, "M")))


def read_month_number(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "05/2016"."""
    token = scan.get(found, "m")
    return Partial(*token.payload) if token is not None and isinstance(token.payload, tuple) else None


def read_season(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Sommer 2024", "spring of 2025", "Winter 2024/25"."""
    code = get_number(scan.get(found, "S"))
    years = scan.get(found, "Y")
    if code is None:
        return None
    if years is not None and isinstance(years.payload, tuple):
        return make_part_of_year(years.payload[0], code)
    year = read_year(scan, found)
    return _place_part(year, code)


def read_season_over_years(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "winter 2024-25"."""
    code, year = get_number(scan.get(found, "S")), get_number(scan.get(found, "y"))
    last = get_number(scan.get(found, "d"))
    if code is None or year is None or last is None or last % 100 != (year + 1) % 100:
        return None
    return make_part_of_year(year, code)


def _place_part(year: Partial, code: int) -> Reading:
    return Partial(unplaced=True) if year.year is None else make_part_of_year(year.year, code)


def read_quarter(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Q1 2025", "Q3" (of the year of publication), "2019 H2"."""
    token = scan.get(found, "q")
    if token is None or not isinstance(token.payload, tuple):
        return None
    code, own_year = token.payload
    year = Partial(year=own_year) if own_year else _read_optional_year(scan, found)
    return _place_part(year, code)


def read_named_quarter(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "erstes Quartal 2025", "the second half of 2024", "ersten Jahreshälfte"."""
    unit = get_unit(scan.get(found, "U"))
    number = get_number(scan.get(found, "o"))
    if unit == "" and found["U"] is None:
        unit = "half"
    if unit not in {"quarter", "half"}:
        return None
    if number is None and get_text(scan.get(found, "o")) == "last":
        number = 4 if unit == "quarter" and read_year(scan, found) != Partial() else None
    if number is None or number > (4 if unit == "quarter" else 2):
        return None
    if scan.get(found, "fiscal") is not None:
        return UNRESOLVED if get_unit(scan.get(found, "fiscal")) == "fiscal" else None
    year = _read_optional_year(scan, found)
    if (
        unit == "half"
        and read_year(scan, found) == Partial()
        and scan.word(found.end() - 1) in {"half", "hälfte"}
    ):
        return None
    return _place_part(year, (32 if unit == "quarter" else 39) + number)


def _read_optional_year(scan: Scan, found: re.Match[str]) -> Partial:
    """Return the year given, or the year of publication, or the year named before."""
    year = read_year(scan, found)
    if year != Partial():
        return year
    return Partial(year=scan.reference.year if scan.reference else scan.named[found.start()])


def read_week_number(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "KW 12", "week 23 of 2027", "12. Kalenderwoche"."""
    number, token = get_number(scan.get(found, "d")), scan.get(found, "d")
    if number is None or token is None or get_text(scan.get(found, "w")) != "week":
        return None
    if token.kind == "o" and scan.word(found.start("w")) not in {"kalenderwoche", "kw"}:
        return None  # "die 11. Woche" of something
    year = _read_optional_year(scan, found).year
    return Partial(unplaced=True) if year is None else make_numbered_week(year, number)


def read_nth_week(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "the first week of 2015", "der letzten Woche im Juli": weeks count from their Thursday."""
    token = scan.get(found, "o")
    last = get_text(token) == "last"
    number = get_number(token)
    if (number is None and not last) or get_text(scan.get(found, "w")) != "week":
        return None
    whole = _read_whole(scan, found)
    if whole is None or whole.lo is None or whole.hi is None:
        return whole
    if number is None:
        return make_week(whole.hi)
    first_thursday = whole.lo.plus((3 - get_weekday(whole.lo)) % 7)
    week = make_week(first_thursday.plus(7 * (number - 1)))
    return week if week.lo is not None and week.lo <= whole.hi else None


def _read_whole(scan: Scan, found: re.Match[str]) -> Date | None:
    """Return the month or year of which a week or weekday is the nth."""
    if scan.get(found, "M") is not None:
        whole = read_year(scan, found)._replace(month=get_number(scan.get(found, "M")))
    elif scan.get(found, "y2") is not None:
        whole = Partial(year=get_number(scan.get(found, "y2")))
    else:
        whole = _read_month_from_now(scan, found)
    return resolve(whole, scan.reference, scan.named[found.start()])


def _read_month_from_now(scan: Scan, found: re.Match[str]) -> Partial:
    if scan.reference is None:
        return Partial(unplaced=True)
    offset = OFFSETS.get(get_text(scan.get(found, "R")) or "this", 0)
    place = scan.reference.year * 12 + scan.reference.month - 1 + offset
    return Partial(year=place // 12, month=place % 12 + 1)


def read_nth_weekday(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "the first Friday of next month", "zweiter Sonntag im Mai"."""
    number, weekday = get_number(scan.get(found, "o")), get_number(scan.get(found, "W"))
    whole = _read_whole(scan, found)
    if whole is None or whole.lo is None or whole.hi is None or number is None or weekday is None:
        return whole
    day = whole.lo.plus((weekday - get_weekday(whole.lo)) % 7 + 7 * (number - 1))
    return make_day(day) if day <= whole.hi else None


def read_ordinal_of_month(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "20th of next month", "am 5. dieses Monats"."""
    token = scan.get(found, "d")
    day = get_number(token)
    if day is None or (token is not None and token.kind != "o") or found.end() - found.start() < 3:
        return None
    month = _read_month_from_now(scan, found)
    return month if month.unplaced else _make_partial(month, month.month or 1, day)


def read_weekday_ordinal(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Friday the 22nd": the nearest month in which the days fit."""
    return Partial(day=get_number(scan.get(found, "d")), weekday=get_number(scan.get(found, "W")))


def read_weekday(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Freitag"; a "second Friday" is one of another month."""
    if scan.kind(found.start() - 1) == "o":
        return None
    return Partial(weekday=get_number(scan.get(found, "W")))


def list_readings(token: Token | None) -> list[Reading]:
    """Return every reading of a token: figures such as 3/4 have two."""
    if token is not None and token.kind == "X" and isinstance(token.payload, tuple):
        pairs = zip(token.payload[1::2], token.payload[2::2], strict=False)
        return [Partial(month=month, day=day) for month, day in pairs]
    reading = get_reading(token)
    if (
        isinstance(reading, Date)
        and reading.edtf
        and reading.edtf.startswith("[")
        and reading.lo
        and reading.hi
    ):
        return [make_day(reading.lo), make_day(reading.hi)]
    return [] if reading is None else [reading]


def get_reading(token: Token | None) -> Reading | None:
    """Return what an earlier pass has read, or the day that a bare figure gives."""
    if token is None:
        return None
    if isinstance(token.payload, Date | Partial):
        return token.payload
    number = get_number(token)
    return Partial(day=number) if number is not None and token.kind in {"d", "o"} else None
