"""Reading times that are counted from another one in the text: "the previous year", "am 15.", "until now".

A "Vorjahr" is the year before the one spoken of, which need not be the year of publication.
"""

import re

from claims.values.date_build import (
    UNRESOLVED,
    get_weekday,
    make_stretch,
    make_unit,
    make_year,
    shift,
    since,
    take_part,
)
from claims.values.date_context import Partial, Reading, Scan, get_number, get_text, resolve
from claims.values.date_feast import read_feast
from claims.values.date_lean import get_lean
from claims.values.date_point import get_reading
from claims.values.value import Date

WITHIN = 60
"""Words on either side among which the year or month is looked for that a time is counted from."""
COUNTED = frozenset({"previous", "preceding", "following", "folgenden", "folgende", "folgendes"})
"""Words that count from the time spoken of; "last" and "next" count from the day of publication."""


def find_year_in_sentence(scan: Scan, place: int) -> int | None:
    """Return the year that stands nearest before a place in its sentence, else the nearest after it."""
    for step in (-1, 1):
        for here in range(place + step, place + WITHIN * step, step):
            if scan.kind(here) in {".", "|"}:
                break
            if scan.kind(here) == "y":
                return get_number(scan.tokens[here])
    return None


def read_bare_ordinal(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "am 15." and "on the 15th": of the month named before, else the one nearest to publication."""
    place, day = found.start(), get_number(scan.get(found, "d"))
    opened = scan.word(place - 1) in {"am", "vom", "on"} or (
        scan.word(place - 1) == "the" and scan.word(place - 2) in {"on", "by", "until"}
    )
    if day is None or not opened or not _ends(scan, place):
        return None
    for here in range(place - 1, max(-1, place - WITHIN), -1):
        if scan.kind(here) == "|":
            break
        if scan.kind(here) == "M":
            beside = range(here + 1, min(here + 4, place))
            year = next((scan.tokens[at] for at in beside if scan.kind(at) == "y"), None)
            return Partial(year=get_number(year), month=get_number(scan.tokens[here]), day=day)
    return Partial(day=day)


LONGEST_LIST = 12
"""Words after an ordinal among which the month of a list of days is looked for."""


def _ends(scan: Scan, place: int) -> bool:
    """Say whether no noun follows an ordinal: "am 15. zurück", but "am 15. Spieltag", "the 15th floor"."""
    token = scan.tokens[place]
    figure = scan.text[token.start].isdigit()
    german = scan.lexicon.language == "de"
    if not figure or (german and scan.text[token.end - 1] != "."):
        return False
    here = place + 1
    while here < place + LONGEST_LIST and scan.kind(here) in {"&", "t", "b", ",", "-", "o", "d", "f"}:
        here += 1
    if scan.kind(here) in {"M", "l", "@"} and here > place + 1:
        return False  # "am 3. und 17. Mai"
    if scan.kind(place + 1) in {".", ",", "|", ")", "&", "t", "b"}:
        return True
    if scan.kind(place + 1) not in {"x", "L"}:
        return False
    following = scan.tokens[place + 1]
    if german:
        return scan.text[following.start].islower() and not following.word.endswith(
            ("sten", "ste", "ten", "ischen")
        )
    return following.word in scan.lexicon.sets["function"]


def read_after_next(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "the weekend after next", "the year before last": two units from the present one."""
    unit, word = get_text(scan.get(found, "u")), get_text(scan.get(found, "R"))
    forward = scan.kind(found.start() + 1) == "N"
    if word != ("next" if forward else "last") or unit.endswith("s") or unit == "fiscal":
        return None
    if scan.reference is None:
        return UNRESOLVED
    return make_unit(unit, shift(scan.reference, unit, 2 if forward else -2))


def read_end_of_unit(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "EOY", "year-end 2024": the end of the year given or of the present one."""
    year = get_number(scan.get(found, "y"))
    if year is not None:
        return take_part(make_year(year), "late")
    if scan.reference is None:
        return UNRESOLVED
    return take_part(make_unit(get_text(scan.get(found, "e")), scan.reference), "late")


def read_part_of_year(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "bis Jahresende", "zu Jahresbeginn": of the year of publication."""
    if not scan.word(found.start()).startswith("jahres"):
        return None
    if scan.reference is None:
        return UNRESOLVED
    return take_part(make_year(scan.reference.year), get_text(scan.get(found, "P")))


def read_until_now(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "between May 2019 and now": the interval that ends on the day of publication."""
    date = _resolve(scan, found)
    if date is None or date.edtf is None or date.lo is None or scan.reference is None:
        return UNRESOLVED
    if date.lo > scan.reference:
        return None
    start = date.edtf.partition("/")[0]
    return Date(f"{start}/{scan.reference}", date.lo, scan.reference)


OPENING = frozenset(
    {
        "effect",
        "effective",
        "again",
        "valid",
        "apply",
        "applies",
        "applied",
        "starting",
        "force",
        "beginning",
        "available",
        "as",
    }
)
"""Words before an English "from" that say that it has no end."""


def read_from(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "will sail again from June": open where the clause tells of what is to come."""
    opened = get_lean(scan, found.start()) > 0 or scan.word(found.start() - 1) in OPENING
    if scan.lexicon.language != "en" or not opened or scan.kind(found.start() - 1) == "@":
        return None
    date = _resolve(scan, found)
    if date is None or date.edtf is None or ".." in date.edtf or "/" in date.edtf:
        return None
    return since(date)


def _resolve(scan: Scan, found: re.Match[str]) -> Date | None:
    reading = get_reading(scan.get(found, "a"))
    return None if reading is None else resolve(reading, scan.reference, scan.named[found.start()])


def read_feast_weekend(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "Labor Day weekend": Saturday and Sunday, with the feast where it lies beside them."""
    if get_text(scan.get(found, "w")) != "weekend":
        return None
    reading = read_feast(scan, found)
    date = resolve(reading, scan.reference, scan.named[found.start()]) if reading is not None else None
    if date is None or date.lo is None or date.lo != date.hi:
        return date
    weekday = get_weekday(date.lo)
    saturday = date.lo.plus(5 - weekday if weekday > 2 else -2 - weekday)
    return make_stretch(min(date.lo, saturday), max(date.lo, saturday.plus(1)))


def read_short_year(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "August 99", "Mai '68": two digits that can be no day are a year of the last century."""
    token, place = scan.get(found, "c"), found.end()
    year, month = get_number(token), get_number(scan.get(found, "M"))
    if token is None or year is None or len(token.word) != 2:
        return None
    marked = found.end() - found.start() == 3
    if marked and scan.word(place - 2) not in {"'", "’"}:
        return None
    ends = scan.kind(place) in {".", ",", "|", ")", "&"} or scan.word(place) in scan.lexicon.sets["function"]
    if not marked and (not ends or year < 45):
        return None
    return Partial(year=1900 + year if year > 30 else 2000 + year, month=month)
