"""Reading times that a text counts from the day it told of last: "am Tag darauf", "three weeks later".

They are read where such a day stands before them in the paragraph; else they stay durations or nothing.
"""

import re

from claims.values.date_build import UNRESOLVED, make_unit, shift
from claims.values.date_context import Partial, Reading, Scan, get_number, get_unit, is_plural, resolve
from claims.values.date_duration import Duration, get_duration, make_moved, move
from claims.values.day import Day
from claims.values.value import Date

_WITHIN = 60
"""Words before a time among which the day is looked for that it is counted from."""
_NEXT = frozenset({"next", "following", "nächsten", "nächste", "folgenden", "folgende"})
_BEFORE = frozenset({"previous", "preceding", "vorigen", "vorherigen"})
_LONGEST = {"day": 0, "week": 6, "weekend": 6, "month": 30, "year": 365}
"""How many days longer than one the time may be that a unit is counted from."""


def find_told(scan: Scan, place: int, unit: str) -> Day | None:
    """Return the day that the paragraph told of last before a place, if it is known as closely as `unit` asks."""
    for here in range(place - 1, max(-1, place - _WITHIN), -1):
        if scan.kind(here) == "|":
            return None
        token = scan.tokens[here]
        if token.kind != "@" or not isinstance(token.payload, Date | Partial):
            continue
        date = resolve(token.payload, scan.reference, scan.named[here])
        if date is None or date.lo is None or date.hi is None:
            return None
        return date.lo if date.hi.number - date.lo.number <= _LONGEST.get(unit, 0) else None
    return None


def read_distance(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "two days from now", and "drei Wochen später" from the day told of."""
    duration, word = get_duration(scan, found), scan.word(found.end() - 1)
    if duration is None or scan.word(found.end()) == "als":
        return None  # "sechs Jahre später als geplant"
    if word in {"from now", "hence"}:
        return UNRESOLVED if scan.reference is None else make_moved(scan.reference, duration, 1)
    return _count(scan, found.start(), duration, get_number(scan.tokens[found.end() - 1]) or 1)


_AWAY = {"earlier": -1, "later": 1}


def read_distance_away(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "two days earlier", "three weeks later" from the day told of."""
    duration, way = get_duration(scan, found), _AWAY.get(scan.word(found.start("way")))
    if duration is None or way is None or scan.word(found.end()) == "than":
        return None
    return _count(scan, found.start(), duration, way)


def read_unit_away(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "a week later", "a year earlier"."""
    token, way = scan.get(found, "u"), _AWAY.get(scan.word(found.start("way")))
    if token is None or way is None or is_plural(token) or scan.word(found.start() - 1) != "a":
        return None
    if scan.word(found.end()) == "than":
        return None
    return _move(scan, found, get_unit(token), way)


def _count(scan: Scan, place: int, duration: Duration, way: int) -> Date | None:
    told = find_told(scan, place, duration[-1][1])
    return None if told is None else make_unit(duration[-1][1], move(told, duration, way))


def read_beside(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "am Tag darauf", "im Jahr zuvor", "in der Woche danach"."""
    token = scan.get(found, "u")
    cued = scan.word(found.start() - 1) in {"am", "im", "in der", "der", "das", "vom", "zum"}
    if token is None or is_plural(token) or not (cued or token.word == "tags"):
        return None
    return _move(scan, found, get_unit(token), get_number(scan.get(found, "way")) or 1)


def read_next_day(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "am nächsten Tag", "the previous day", "the following year"; a year is else counted from publication."""
    token, word = scan.get(found, "u"), scan.word(found.start("R"))
    way = (word in _NEXT) - (word in _BEFORE)
    unit = get_unit(token)
    if token is None or unit not in {"day", "year"} or is_plural(token) or not way:
        return None
    told = _move(scan, found, unit, way)
    if told is not None or unit == "day":
        return told
    return UNRESOLVED if scan.reference is None else make_unit(unit, shift(scan.reference, unit, way))


def read_day_after(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "the day after" where nothing is said of what."""
    token, behind = scan.get(found, "u"), found.end()
    ends = scan.kind(behind) in {".", ",", "|"} or scan.word(behind) in {"and", "but"}
    if (
        token is None
        or scan.lexicon.language != "en"
        or get_unit(token) != "day"
        or is_plural(token)
        or not ends
    ):
        return None
    return _move(scan, found, "day", 1 if scan.kind(found.start("way")) == "N" else -1)


def _move(scan: Scan, found: re.Match[str], unit: str, way: int) -> Date | None:
    told = find_told(scan, found.start(), unit)
    return None if told is None else make_unit(unit, shift(told, unit, way))
