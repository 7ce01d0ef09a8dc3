"""Reading times that are open up to or from another one: "vor 2000", "after May 2020", "not before 2027"."""

import re

from claims.values.date_build import after, before, since, until
from claims.values.date_context import Reading, Scan, resolve
from claims.values.date_lean import CLAUSE_MARKS
from claims.values.date_point import get_reading
from claims.values.value import Date


def read_before(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "vor 2000", "before May 2020": open up to the date beside it; "not before 2027" begins with it."""
    date = _resolve_end(scan, found)
    if date is None or date.edtf is None:
        return date
    if _is_denied(scan, found.start()):
        return since(date)
    return until(date) if date.modifier == "late" else before(date)


def _is_denied(scan: Scan, place: int) -> bool:
    """Say whether it is denied that something lies before a time: "nicht vor 2027", "will not open before 2027"."""
    if scan.lexicon.language == "de":
        return scan.word(place - 1 - (scan.word(place - 1) == "mehr")) == "nicht"
    for here in range(place - 1, place - 5, -1):
        if scan.kind(here) in CLAUSE_MARKS:
            return False
        if scan.word(here) == "not" or scan.word(here).endswith(("n't", "n’t")):
            return True
    return False


def read_after(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "nach 2000", "after May 2020": open from the date beside it."""
    date = _resolve_end(scan, found)
    return date if date is None or date.edtf is None else after(date)


def _resolve_end(scan: Scan, found: re.Match[str]) -> Date | None:
    reading = get_reading(scan.get(found, "a"))
    return None if reading is None else resolve(reading, scan.reference, scan.named[found.start()])
