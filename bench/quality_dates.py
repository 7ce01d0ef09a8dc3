"""How many dates of the recogniser specifications we read as they do.

The sets write a time in their own forms: an interval ends on the day after its last, a season is
"1978-SP", "two years ago" is a day. We keep the precision that the text has, so a value of ours is
turned into those forms here; none of them is another time than the one we gave.
"""

import json
import re
from datetime import date as date_of_days
from pathlib import Path
from typing import Any

from claims.errors import InvalidEdtf
from claims.values import parse_edtf
from claims.values.find_date import find_dates
from claims.values.value import Date

Case = dict[str, Any]

UNDATED = "2016-11-07"
"""The day of publication that the sets mean where a case gives none."""
SEASONS = {"21": "SP", "22": "SU", "23": "FA"}
MOVED = re.compile(
    r"\b(?:in|vor)\b.{1,30}\b(?:weeks?|months?|years?|woche|monat|jahr)|\b(?:weeks?|months?|years?) ago\b",
    re.IGNORECASE,
)
"""A time that lies some weeks, months or years off: the sets name its day, we the unit that was said."""


def list_cases(path: Path) -> list[Case]:
    """Return the cases of a set of one JSON object per line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def measure_dates(path: Path, language: str) -> dict[str, int]:
    """Return how many dates and intervals there are (`total`) and are `right`, and of those `found` how many `false`.

    False is a found span that touches no time of any kind that the set expects.
    """
    counts = {"total": 0, "right": 0, "found": 0, "false": 0}
    for case in list_cases(path):
        found = find_dates(case["text"], language, (case["reference_time"] or UNDATED)[:10])
        counts["found"] += len(found)
        counts["false"] += sum(
            not any(one.start < entity["end"] and entity["start"] < one.end for entity in case["expected"])
            for one in found
        )
        for entity in case["expected"]:
            if entity["type"] not in {"date", "daterange"}:
                continue
            counts["total"] += 1
            best = max(
                (one for one in found if one.start < entity["end"] and entity["start"] < one.end),
                key=lambda one: min(one.end, entity["end"]) - max(one.start, entity["start"]),
                default=None,
            )
            counts["right"] += (
                best is not None
                and isinstance(best.value, Date)
                and is_right(best.value, list_accepted(entity))
            )
    return counts


def is_right(date: Date, accepted: set[str]) -> bool:
    """Say whether a date of ours is one of the values that a set accepts."""
    return bool(list_forms(date) & accepted) or (
        MOVED.search(date.text) is not None and any(_holds(date, value) for value in accepted)
    )


def list_accepted(entity: Case) -> set[str]:
    """Return every string that a set accepts as the value of one of its times."""
    accepted = set()
    for value in entity["values"] or []:
        accepted |= {value[key] for key in ("value", "timex") if value.get(key)}
        if value.get("start") or value.get("end"):
            accepted.add(f"{value.get('start') or '..'}/{value.get('end') or '..'}")
    return accepted


def list_forms(date: Date) -> set[str]:
    """Write a date in the forms of the sets."""
    if date.edtf is None:
        return {"not resolved"}
    if date.lo is None and date.hi is None:
        return {date.edtf}
    if date.edtf.startswith("["):
        return set(date.edtf[1:-1].split(","))
    forms = _list_period_forms(date)
    if date.lo is not None and date.lo == date.hi:
        return forms | {str(date.lo)}
    start = ".." if date.lo is None else str(date.lo)
    if date.hi is None:
        excluded = date.lo is not None and date.text.lower().startswith(("after ", "nach "))
        return forms | {f"{start}/.."} | ({f"{date.lo.plus(-1)}/.."} if excluded and date.lo else set())
    forms.add(f"{start}/{date.hi.plus(1)}")
    if "/" in date.edtf:
        forms.add(f"{start}/{date.hi}")
        last = _read_lo(date.edtf.rpartition("/")[2])
        forms |= {f"{start}/{last}"} if last else set()
    return forms


def _list_period_forms(date: Date) -> set[str]:
    """Return the names of a season, and of the whole month, week or year of which a part was said."""
    edtf = date.edtf or ""
    forms = {edtf[:5] + SEASONS[edtf[5:]]} if edtf[5:] in SEASONS and len(edtf) == 7 else set()
    if date.modifier:
        forms.add(edtf)
        if re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", edtf):
            year, week, _ = date_of_days.fromisoformat(edtf[:10]).isocalendar()
            forms.add(f"{year}-W{week:02d}")
        if re.fullmatch(r"\d{4}-\d{2}", edtf) and not re.search(r"\d", date.text):
            forms.add(f"XXXX-{edtf[5:]}")
    return forms


def _read_lo(edtf: str) -> str | None:
    try:
        lo = parse_edtf(edtf).lo
    except InvalidEdtf:
        return None
    return None if lo is None else str(lo)


def _holds(date: Date, value: str) -> bool:
    """Say whether a day lies within a date."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) or date.lo is None or date.hi is None:
        return False
    return str(date.lo) <= value <= str(date.hi)
