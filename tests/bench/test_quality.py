"""Quality is measured by rules that can tell right from wrong, and skipped where the sets are missing."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.quality import Figure, list_figures, write_section
from bench.quality_corpus import explain, measure_corpus
from bench.quality_dates import is_right, list_forms, measure_dates
from bench.quality_gold import measure_gold
from bench.quality_numbers import measure_edtf
from claims.values.find_date import find_dates
from claims.values.value import Date

SHARED = Path(__file__).parents[3] / "shared"


def read_date(text: str, reference: str = "2025-02-10") -> Date:
    value = find_dates(text, "en", reference)[0].value
    assert isinstance(value, Date)
    return value


def write_lines(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return path


def make_case(text: str, time: str, value: str) -> dict[str, Any]:
    start = text.index(time)
    entity = {"start": start, "end": start + len(time), "type": "date", "values": [{"value": value}]}
    return {"text": text, "reference_time": None, "expected": [entity]}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("It opened on May 3, 2024.", "2024-05-03"),
        ("It opened in May 2024.", "2024-05-01/2024-06-01"),
        ("It opened in the spring of 2024.", "2024-SP"),
        ("It opened in mid-May.", "XXXX-05"),
        ("It has been open since 2019.", "2019-01-01/.."),
        ("It opened after May 3, 2024.", "2024-05-03/.."),
        ("It closed at the end of last week.", "2025-W06"),
    ],
)
def test_a_date_is_written_in_the_forms_of_the_sets(text: str, form: str) -> None:
    assert form in list_forms(read_date(text))


def test_a_day_counts_where_the_text_gives_the_unit_in_which_it_lies() -> None:
    assert is_right(read_date("It opened two years ago."), {"2023-02-10"})


@pytest.mark.parametrize("day", ["2022-12-31", "2024-01-01"])
def test_a_day_outside_the_unit_of_the_text_is_wrong(day: str) -> None:
    assert not is_right(read_date("It opened two years ago."), {day})


def test_a_day_does_not_stand_for_a_year_that_was_named() -> None:
    assert not is_right(read_date("It opened in 2023."), {"2023-02-10"})


def test_right_missed_and_made_up_dates_are_told_apart(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "set.jsonl",
        make_case("It opened on May 3, 2024.", "May 3, 2024", "2024-05-03"),
        make_case("It opened on May 4, 2024.", "May 4, 2024", "2024-05-03"),
        make_case("Soon, not on May 5, 2024.", "Soon", "2024-05-03"),
    )
    assert measure_dates(path, "en") == {"total": 3, "right": 1, "found": 3, "false": 1}


def test_edtf_strings_are_counted_by_verdict_and_by_bounds(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "edtf.jsonl",
        {"edtf": "2024-05", "valid": True, "core": True, "lower": "2024-05-01", "upper": "2024-05-31"},
        {"edtf": "2024-13", "valid": True, "core": True, "lower": None, "upper": None},
        {"edtf": "2024", "valid": False, "core": False, "lower": "2024-01-01", "upper": "2024-12-30"},
    )
    assert measure_edtf(path) == {
        "all": 3, "agreed": 1, "core": 2, "judged": 1, "bounds": 2, "bounded": 1,
    }  # fmt: skip


def test_a_claim_is_covered_by_a_suggestion_of_its_predicate_and_value(tmp_path: Path) -> None:
    text = "Das Unternehmen Ventrola veröffentlichte das Modell Norla 2 am 20. Mai 2024."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    start = text.index("20. Mai")
    gold = {
        "doc": "a.txt", "lang": "de", "tier": "A", "predicate": "released", "subject": "Norla 2", "value_type": "date",
        "normalized": "2024-05-20", "value_text": "20. Mai 2024", "start": 0, "end": len(text), "value_start": start,
        "value_end": start + 12, "speaker": None,
    }  # fmt: skip
    path = write_lines(tmp_path / "gold.jsonl", gold, gold | {"normalized": "2024-05-21"})
    counts = measure_gold(path, tmp_path)
    assert (counts["claims"], counts["covered"]) == (2, 1)


def test_a_suggestion_that_answers_a_label_otherwise_is_not_confirmed(tmp_path: Path) -> None:
    text = "Das Modell Norla 2 erschien am 20. Mai 2024."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    gold = {
        "doc": "a.txt", "lang": "de", "tier": "C", "predicate": "released", "subject": "Norla 2", "value_type": "date",
        "normalized": "2024-05-21", "value_text": "20. Mai 2024", "start": 0, "end": len(text), "value_start": 31,
        "value_end": 43, "speaker": None,
    }  # fmt: skip
    counts = measure_gold(write_lines(tmp_path / "gold.jsonl", gold), tmp_path)
    assert (counts["answering"], counts["confirmed"]) == (1, 0)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Der Preis stieg auf 64 Euro.", ["value"]),
        ("Im März 2024 schloss das Werk.", ["value", "value"]),
        ("Das Spiel endete 2:1.", ["time, score, link or paragraph"]),
        ("Sie wohnt im 6. Stock.", ["ordinal"]),
        ("Er fliegt mit einer A320.", ["name with a figure"]),
        ("Kein Wort davon.", []),
    ],
)
def test_each_figure_and_month_is_told_why_it_is_a_value_or_none(text: str, reasons: list[str]) -> None:
    assert [reason for _, reason in explain(text, "de")] == reasons


def test_a_sentence_with_an_unexplained_figure_does_not_count_as_explained(tmp_path: Path) -> None:
    path = tmp_path / "corpus.txt"
    path.write_text("Es waren 64 Euro.\n\nSo kam er auf die hier 00017 und blieb.\n\nNichts.\n", "utf-8")
    assert measure_corpus(path, "de")[:2] == (2, 1)


@pytest.mark.parametrize(
    ("value", "goal", "at_most", "met"),
    [(85.0, 85, False, True), (84.9, 85, False, False), (4.0, 3, True, False)],
)
def test_a_goal_is_a_floor_or_a_ceiling(value: float, goal: float, at_most: bool, met: bool) -> None:
    assert Figure("s", "m", value, goal=goal, at_most=at_most).is_met is met


def test_sets_that_are_missing_are_skipped_with_a_line(tmp_path: Path) -> None:
    section = write_section(tmp_path)
    assert "skipped" in section
    assert "labelled en, blind" in section
    assert "datetime_de" not in section


@pytest.mark.real
@pytest.mark.skipif(not (SHARED / "bench").is_dir(), reason="benchmark sets not beside the project")
def test_every_goal_on_the_sets_beside_the_project_is_met() -> None:
    figures = list_figures(SHARED)
    assert [figure for figure in figures if figure.is_met is False] == []
    assert len([figure for figure in figures if figure.goal is not None]) == 13
