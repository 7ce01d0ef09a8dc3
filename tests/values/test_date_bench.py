"""The finder on the specifications of another recogniser: how much of them it gets right, how much it makes up."""

import json
from pathlib import Path
from typing import Any

import pytest

from claims.values import parse_edtf
from claims.values.find_date import find_dates
from claims.values.value import Date

BENCH = Path(__file__).parents[3] / "shared" / "bench"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not BENCH.is_dir(), reason="benchmark sets not beside the project"),
]


def list_cases(language: str) -> list[dict[str, Any]]:
    lines = (BENCH / f"datetime_{language}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def list_forms(date: Date) -> set[str]:
    """Write a date in the forms of the sets: a day, or an interval whose end is excluded."""
    if date.edtf is None:
        return {"not resolved"}
    if date.edtf.startswith("["):
        return set(date.edtf[1:-1].split(","))
    forms = {date.edtf} if date.modifier else set()
    if date.lo is not None and date.lo == date.hi:
        return forms | {str(date.lo)}
    start = ".." if date.lo is None else str(date.lo)
    if date.hi is None:
        return forms | {f"{start}/.."}
    forms |= {f"{start}/{date.hi.plus(1)}"}
    if "/" in date.edtf:
        forms |= {f"{start}/{date.hi}", f"{start}/{parse_edtf(date.edtf.rpartition('/')[2]).lo}"}
    return forms


def list_accepted(entity: dict[str, Any]) -> set[str]:
    accepted = set()
    for value in entity["values"] or []:
        accepted |= {value[key] for key in ("value", "timex") if value.get(key)}
        if value.get("start") or value.get("end"):
            accepted.add(f"{value.get('start') or '..'}/{value.get('end') or '..'}")
    return accepted


@pytest.mark.parametrize(("language", "floor"), [("de", 0.85), ("en", 0.79)])
def test_dates_and_intervals_have_the_value_of_the_specification(language: str, floor: float) -> None:
    right = total = 0
    for case in list_cases(language):
        reference = (case["reference_time"] or "2016-11-07")[:10]
        found = find_dates(case["text"], language, reference)
        for entity in case["expected"]:
            if entity["type"] in {"date", "daterange"}:
                total += 1
                right += any(
                    value.start < entity["end"]
                    and entity["start"] < value.end
                    and isinstance(value.value, Date)
                    and bool(list_forms(value.value) & list_accepted(entity))
                    for value in found
                )
    assert right / total >= floor


@pytest.mark.parametrize("language", ["de", "en"])
def test_hardly_a_date_is_found_where_no_time_is_named(language: str) -> None:
    false = total = 0
    for case in list_cases(language):
        reference = (case["reference_time"] or "2016-11-07")[:10]
        for value in find_dates(case["text"], language, reference):
            total += 1
            false += not any(
                value.start < entity["end"] and entity["start"] < value.end for entity in case["expected"]
            )
    assert false / total <= 0.01
