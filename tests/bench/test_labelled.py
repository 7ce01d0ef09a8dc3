"""The labelled sentences are sound: measuring against wrong offsets would measure nothing."""

import json
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "bench" / "labelled"
DATE_KEYS = ["start", "end", "text", "type", "edtf", "lo", "hi", "modifier"]
QUANTITY_KEYS = ["start", "end", "text", "type", "amount", "amount_max", "comparator", "unit"]

Row = dict[str, Any]


@pytest.fixture(params=["de", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def rows(language: str) -> list[Row]:
    lines = (FOLDER / f"values_{language}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def get_kind(row: Row) -> str:
    types = {value["type"] for value in row["values"]}
    return "both" if len(types) == 2 else types.pop() if types else "trap"


def list_values(rows: list[Row], kind: str) -> list[Row]:
    return [value for row in rows for value in row["values"] if value["type"] == kind]


def test_every_line_has_the_same_keys_in_the_same_order(rows: list[Row]) -> None:
    assert {tuple(row) for row in rows} == {("id", "half", "language", "published", "text", "values")}


def test_ids_count_the_lines(rows: list[Row], language: str) -> None:
    assert [row["id"] for row in rows] == [f"{language}-{number:03d}" for number in range(1, len(rows) + 1)]


def test_every_line_is_in_the_language_of_its_file(rows: list[Row], language: str) -> None:
    assert {row["language"] for row in rows} == {language}


def test_no_sentence_stands_twice(rows: list[Row]) -> None:
    assert [text for text, times in Counter(row["text"] for row in rows).items() if times > 1] == []


def test_a_sentence_is_as_long_as_newspapers_write(rows: list[Row]) -> None:
    assert [row["id"] for row in rows if not 8 <= len(row["text"].split()) <= 35] == []


def test_a_label_is_the_text_between_its_offsets(rows: list[Row]) -> None:
    wrong = [
        (row["id"], value["text"])
        for row in rows
        for value in row["values"]
        if row["text"][value["start"] : value["end"]] != value["text"]
    ]
    assert wrong == []


def test_a_label_neither_starts_nor_ends_with_a_blank(rows: list[Row]) -> None:
    labels = [value["text"] for row in rows for value in row["values"]]
    assert [text for text in labels if not text or text != text.strip()] == []


def test_labels_follow_each_other_without_overlap(rows: list[Row]) -> None:
    wrong = [
        row["id"]
        for row in rows
        for first, second in zip(row["values"], row["values"][1:], strict=False)
        if first["end"] > second["start"]
    ]
    assert wrong == []


def test_a_date_has_the_keys_of_a_date(rows: list[Row]) -> None:
    assert {tuple(value) for value in list_values(rows, "date")} == {tuple(DATE_KEYS)}


def test_a_quantity_has_the_keys_of_a_quantity(rows: list[Row]) -> None:
    assert {tuple(value) for value in list_values(rows, "quantity")} == {tuple(QUANTITY_KEYS)}


def test_a_day_of_publication_is_a_day(rows: list[Row]) -> None:
    published = [row["published"] for row in rows if row["published"] is not None]
    assert [date.fromisoformat(text).isoformat() for text in published] == published


def test_a_part_of_a_period_is_early_mid_or_late(rows: list[Row]) -> None:
    assert {value["modifier"] for value in list_values(rows, "date")} == {None, "early", "mid", "late"}


def test_an_unresolved_date_has_no_bounds(rows: list[Row]) -> None:
    unresolved = [value for value in list_values(rows, "date") if value["edtf"] is None]
    assert unresolved
    assert {(value["lo"], value["hi"], value["modifier"]) for value in unresolved} == {(None, None, None)}


def test_bounds_of_the_common_era_are_days_in_order(rows: list[Row]) -> None:
    closed = [
        (date.fromisoformat(value["lo"]), date.fromisoformat(value["hi"]))
        for value in list_values(rows, "date")
        if value["lo"] and value["hi"] and not value["lo"].startswith("-")
    ]
    assert closed
    assert [pair for pair in closed if pair[0] > pair[1]] == []


def test_only_an_open_interval_or_an_unspecified_year_lacks_a_bound(rows: list[Row]) -> None:
    wrong = [
        value["text"]
        for value in list_values(rows, "date")
        if value["edtf"] is not None
        and not value["edtf"].startswith("XXXX")
        and (value["lo"] is None, value["hi"] is None)
        != (value["edtf"].startswith("../"), value["edtf"].endswith("/.."))
    ]
    assert wrong == []


def test_an_amount_is_a_number_or_a_fraction(rows: list[Row]) -> None:
    quantities = list_values(rows, "quantity")
    amounts = [Fraction(value["amount"]) for value in quantities]
    assert len(amounts) == len(quantities)


def test_the_upper_amount_of_a_range_is_greater(rows: list[Row]) -> None:
    ranges = [value for value in list_values(rows, "quantity") if value["amount_max"] is not None]
    assert ranges
    assert all(Fraction(value["amount"]) < Fraction(value["amount_max"]) for value in ranges)


def test_a_quantity_has_a_comparator_and_no_empty_unit(rows: list[Row]) -> None:
    quantities = list_values(rows, "quantity")
    assert {value["comparator"] for value in quantities} == {"=", "~", "<", "<=", ">", ">="}
    assert "" not in {value["unit"] for value in quantities}


def test_there_are_enough_sentences_of_every_kind(rows: list[Row]) -> None:
    kinds = Counter(get_kind(row) for row in rows)
    assert kinds.total() >= 170
    assert (kinds["date"] + kinds["both"]) / kinds.total() >= 0.4
    assert (kinds["quantity"] + kinds["both"]) / kinds.total() >= 0.4
    assert 0.1 <= kinds["trap"] / kinds.total() <= 0.2


def test_the_halves_hold_the_same_mix(rows: list[Row]) -> None:
    halves = Counter((get_kind(row), row["half"]) for row in rows)
    assert {half for _, half in halves} == {"open", "blind"}
    for kind in ("date", "quantity", "both", "trap"):
        assert abs(halves[kind, "open"] - halves[kind, "blind"]) <= 1
