"""The conformance sets of other EDTF parsers."""

import json
from pathlib import Path
from typing import Any

import pytest

from claims.errors import InvalidEdtf
from claims.values import parse_edtf

BENCH = Path(__file__).parents[3] / "shared" / "bench" / "edtf.jsonl"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not BENCH.parent.is_dir(), reason="benchmark sets not beside the project"),
]


def list_cases() -> list[dict[str, Any]]:
    return [json.loads(line) for line in BENCH.read_text("utf-8").splitlines() if line.strip()]


def test_the_suites_of_others_are_accepted_and_refused_as_they_say() -> None:
    wrong = []
    for case in list_cases():
        if case["valid"] is None or not case["core"]:
            continue
        try:
            parse_edtf(case["edtf"])
            valid = True
        except InvalidEdtf:
            valid = False
        if valid != case["valid"]:
            wrong.append(case["edtf"])
    assert wrong == []


def test_the_bounds_are_those_of_the_suites() -> None:
    wrong = []
    for case in list_cases():
        if case["lower"] or case["upper"]:
            date = parse_edtf(case["edtf"])
            got = (date.lo and str(date.lo), date.hi and str(date.hi))
            if got != (case["lower"], case["upper"]):
                wrong.append((case["edtf"], got))
    assert wrong == []
