"""`claims suggest --explain`: what is seen in a sentence, with or without a ledger."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Claims = Callable[..., Any]
COST = "Das Training kostete nach Angaben des Unternehmens rund 5,6 Mio. Dollar."


@pytest.fixture
def explain(desk: Claims, tmp_path: Path) -> Claims:
    """Return `claims suggest --explain` in a folder without a ledger."""
    (tmp_path / "claims.db").unlink()
    return lambda sentence, *arguments: desk("suggest", "--explain", sentence, *arguments)


def test_a_figure_without_a_subject_says_what_it_would_be_and_what_is_missing(explain: Claims) -> None:
    ran = explain(COST, "--json")
    assert ran.code == 0
    (lacking,) = ran.json["lacking"]
    assert lacking["predicate"] == "development_cost"
    assert {key: lacking["value"][key] for key in ("amount", "unit", "lo", "hi")} == {
        "amount": "5600000",
        "unit": "USD",
        "lo": 5_100_000.0,
        "hi": 6_100_000.0,
    }
    assert lacking["speaker"] == "an unnamed organisation (“nach Angaben des Unternehmens”)"
    assert lacking["missing"].startswith("no subject: which product, project, building or work")
    assert lacking["missing"].endswith("None is named here or before")
    assert [one["predicate"] for one in ran.json["suggestions"]] == [None]


def test_an_editor_reads_the_same_in_lines(explain: Claims) -> None:
    ran = explain(COST)
    assert "“rund 5,6 Mio. Dollar”: quantity 5600000 USD, [5100000, 6100000)" in ran.out
    assert "“nach Angaben des Unternehmens”: said by an unnamed organisation" in ran.out
    assert "development_cost would fit" in ran.out
    assert ran.err == ""


def test_an_english_sentence_is_recognised(explain: Claims) -> None:
    ran = explain("According to the company, the training of the model cost about $5.6 million.", "--json")
    assert ran.json["language"] == "en"
    assert [(one["predicate"], one["speaker"]) for one in ran.json["lacking"]] == [
        ("development_cost", "an unnamed organisation (“According to the company”)")
    ]


def test_a_claim_that_comes_out_lacks_nothing(explain: Claims) -> None:
    ran = explain("Die Hansebrücke kostete 30 Millionen Euro.", "--language", "de", "--json")
    assert ran.json["lacking"] == []
    (found,) = ran.json["suggestions"]
    assert (found["predicate"], found["subject"]["label"], found["value"]["unit"]) == (
        "development_cost",
        "Hansebrücke",
        "EUR",
    )
    assert found["quote"] == "Die Hansebrücke kostete 30 Millionen Euro"


def test_gestern_is_counted_from_the_day_given(explain: Claims) -> None:
    ran = explain("DeepSeek-R1 erschien gestern.", "--published", "2025-01-21", "--json")
    assert [one["edtf"] for one in ran.json["values"]] == ["2025-01-20"]


def test_the_ledgers_own_names_are_known_where_there_is_one(desk: Claims) -> None:
    ran = desk("suggest", "--explain", "DeepSeek-R1 erschien im Januar 2025.", "--json")
    assert ran.json["suggestions"][0]["subject"]["id"].startswith("e")


def test_explaining_stores_nothing(desk: Claims, tmp_path: Path) -> None:
    before = (tmp_path / "claims.db").read_bytes()
    assert desk("suggest", "--explain", "DeepSeek-R1 erschien im Januar 2025.").code == 0
    assert (tmp_path / "claims.db").read_bytes() == before


def test_what_a_terminal_would_act_on_is_printed_harmless(explain: Claims) -> None:
    assert "\x1b" not in explain("\x1b[2JDeepSeek-R1 erschien im Januar 2025.").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--explain", COST, "a1"),
        ("--explain", COST, "--language", "fr"),
        ("--language", "de"),
        ("--published", "2025-01-01"),
        ("--explain", COST, "--published", "bald"),
    ],
)
def test_options_that_do_not_go_together_are_refused(desk: Claims, arguments: tuple[str, ...]) -> None:
    ran = desk("suggest", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
