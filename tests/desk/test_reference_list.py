"""Reference lists: a source with claims of its own, and articles held against it, through the command line."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHARED, Ran

Desk = Callable[..., Ran]

MODELS = [
    {"model": "Brakwin-7B", "maker": "Velin Labs, Hochschule Sielmünde", "out": "2023-09-06", "size": 7e9},
    {"model": "Tuvano-Maxi", "maker": "Tuvano AG", "out": "2024-05-13", "size": 180000000000.0},
    {"model": "Ondrel 2", "maker": "Tuvano AG", "out": "2024-02-01", "size": None},
    {"model": "Ondrel 2", "maker": "Tuvano AG", "out": "2024-04-01", "size": None},
]


def bring(desk: Desk, folder: Path, *more: str, rows: list[dict[str, Any]] = MODELS) -> Ran:
    path = folder / "models.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return desk(
        *("source", "import-list", "models.jsonl"),
        *(more or ("--title", "Model register")),
        *("--map", "subject=model", "--map", "released=out", "--map", "parameters=size"),
        *("--map", "developer=maker", "--split", ","),
    )


def find(desk: Desk, folder: Path, text: str, language: str = "de") -> list[dict[str, Any]]:
    """Import an article, let it be read and checked, and return the findings of the rule."""
    name = f"{len(list(folder.glob('*.txt')))}.txt"
    (folder / name).write_text(text, "utf-8")
    assert desk("import", name, "--language", language, "--published", "2025-01-02").code == 0
    assert desk("suggest").code == 0
    ran = desk("cross-check", "--json")
    return [one for one in ran.json["findings"] if one["rule"] == "reference-mismatch"]


def test_a_list_becomes_a_source_with_claims_of_its_own(desk: Desk, tmp_path: Path) -> None:
    ran = bring(desk, tmp_path, "--title", "Model register", "--json")
    assert ran.code == 0, ran.err
    assert ran.json == {"id": "q1", "rows": 4, "claims": 10, "entities": 6, "several": 1, "rejected": 0}


def test_rows_of_a_list_are_no_mentions(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path)
    assert desk("mention", "list", "--json").json == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Brakwin-7B erschien im Mai 2021."),
        ("de", "Brakwin 7B wurde am 7. September 2023 veröffentlicht."),
        ("en", "Brakwin-7B was released in May 2021."),
        ("en", "Tuvano-Maxi has 120 billion parameters."),
        ("de", "Ondrel 2 erschien im März 2024."),
    ],
)
def test_an_article_that_says_otherwise_contradicts_the_list(
    desk: Desk, tmp_path: Path, language: str, text: str
) -> None:
    bring(desk, tmp_path)
    [finding] = find(desk, tmp_path, text, language)
    assert finding["severity"] == "violation"
    assert finding["references"][0]["title"] == "Model register"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Brakwin-7B erschien im September 2023."),
        ("en", "Brakwin-7B was released in 2023."),
        ("de", "Tuvano-Maxi hat 180 Milliarden Parameter."),
        ("de", "Tuvano-Maxi hat rund 182 Milliarden Parameter."),
        ("de", "Ondrel 2 erschien im April 2024."),
        ("de", "Ondrel 2 erschien im Februar 2024."),
        ("en", "Brakwin-7B was developed by Velin Labs."),
        ("de", "Ondrel 5 erschien im Mai 2021."),
        ("de", "Brakwin-7B soll im Mai 2026 erscheinen."),
    ],
)
def test_an_article_that_agrees_or_speaks_of_something_else_does_not(
    desk: Desk, tmp_path: Path, language: str, text: str
) -> None:
    bring(desk, tmp_path)
    assert find(desk, tmp_path, text, language) == []


def test_the_finding_shows_what_the_list_says_and_where(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path)
    [finding] = find(desk, tmp_path, "Brakwin-7B erschien im Mai 2021.")
    shown = desk("finding", "show", finding["id"]).out
    assert "Model register [q1], line 1: “2023-09-06”" in shown
    assert "In no article" not in shown
    listed = desk("finding", "list", "--json").json["findings"][0]["message"]
    assert "2023-09-06 (Model register, line 1) against 2021-05" in listed


def test_a_list_alone_contradicts_nothing(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path)
    assert desk("cross-check", "--json").json["findings"] == []


def test_a_list_imported_after_the_articles_is_held_against_them(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "names.jsonl").write_text('{"model": "Brakwin-7B", "out": "2023-09-06"}\n', "utf-8")
    before = ("source", "import-list", "names.jsonl", "--title", "Names", "--map", "subject=model")
    assert desk(*before, "--map", "announced=out").code == 0
    assert find(desk, tmp_path, "Brakwin-7B erschien im Mai 2021.") == []
    bring(desk, tmp_path)
    assert [one["rule"] for one in desk("cross-check", "--json").json["findings"]] == ["reference-mismatch"]


def test_a_newer_list_of_the_source_takes_the_older_ones_place(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path)
    assert find(desk, tmp_path, "Brakwin-7B erschien im Mai 2021.") != []
    corrected = [row | {"out": "2021-05-20"} if row["model"] == "Brakwin-7B" else row for row in MODELS]
    assert bring(desk, tmp_path, "--source", "q1", rows=corrected).code == 0
    assert desk("cross-check", "--json").json["findings"] == []


def test_the_same_list_twice_is_refused(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path)
    again = bring(desk, tmp_path, "--source", "q1")
    assert again.code == 2
    assert "this very list" in again.err


def test_a_full_check_finds_what_the_one_of_changes_found(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path)
    found = find(desk, tmp_path, "Brakwin-7B erschien im Mai 2021.")
    assert desk("cross-check", "--all", "--json").json["findings"] == found


def test_a_cell_that_is_no_such_value_refuses_the_list_or_is_set_aside(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("model;out\nBrakwin-7B;soon\nOndrel 2;2024-02-01\n;2024-01-01\n", "utf-8")
    command = (
        "source",
        "import-list",
        "m.csv",
        "--title",
        "L",
        "--map",
        "subject=model",
        "--map",
        "released=out",
    )
    refused = desk(*command)
    assert refused.code == 2
    assert "line 2, column 'out'" in refused.err
    assert desk("source", "list", "--json").json == []
    assert desk(*command, "--rejects", "bad.csv").code == 0
    with (tmp_path / "bad.csv").open(encoding="utf-8", newline="") as file:
        assert [(row["line"], row["column"]) for row in csv.DictReader(file)] == [
            ("2", "out"),
            ("4", "model"),
        ]


@pytest.mark.parametrize(
    ("mapped", "said"),
    [
        (("--map", "released=out"), "subject=model"),
        (("--map", "subject=model", "--map", "risen=out"), "no such predicate"),
        (("--map", "subject=model", "--map", "released=when"), "no column 'when'"),
    ],
)
def test_columns_that_do_not_fit_are_refused_with_what_to_do(
    desk: Desk, tmp_path: Path, mapped: tuple[str, ...], said: str
) -> None:
    (tmp_path / "m.csv").write_text("model,out\nOndrel 2,2024-02-01\n", "utf-8")
    ran = desk("source", "import-list", "m.csv", "--title", "L", *mapped)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.real
def test_the_list_of_notable_models_is_held_against_articles(desk: Desk, tmp_path: Path) -> None:
    path = SHARED / "bench" / "ai_models_reference_epoch.jsonl"
    if not path.exists():
        pytest.skip("the list is not beside the project")
    mapped = ("--map", "subject=model", "--map", "released=release_date")
    assert desk("source", "import-list", str(path), "--title", "Epoch AI", *mapped).code == 0
    [finding] = find(desk, tmp_path, "Falcon-180B erschien im Mai 2021.")
    assert finding["references"][0]["as_written"] == "2023-09-06"
    assert (
        len(find(desk, tmp_path, "Falcon-40B erschien im März 2023. GPT-4V kam im September 2023 heraus."))
        == 1
    )


def lint(desk: Desk, folder: Path, text: str) -> list[dict[str, Any]]:
    (folder / "draft.txt").write_text(text, "utf-8")
    ran = desk("lint", "draft.txt", "--language", "de", "--published", "2025-01-02", "--json")
    found: list[dict[str, Any]] = ran.json["findings"]
    return found


def test_a_draft_that_says_otherwise_than_a_list_is_told_so(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path)
    [finding] = lint(desk, tmp_path, "Brakwin-7B erschien im Mai 2021.")
    assert (finding["rule"], finding["severity"]) == ("reference-mismatch", "violation")
    [other] = finding["against"]
    assert (other["kind"], other["value"]["edtf"]) == ("reference", "2023-09-06")
    assert other["reason"] == "Model register [q1], line 1: 2023-09-06"
    out = desk("lint", "draft.txt", "--language", "de", "--published", "2025-01-02").out
    assert "reference list: 2023-09-06: Model register [q1], line 1: 2023-09-06" in out


@pytest.mark.parametrize(
    "text",
    [
        "Brakwin-7B erschien im September 2023.",
        "Ondrel 2 erschien am 1. April 2024.",
        "Brakwin-7B wurde von Velin Labs entwickelt.",
        "Olvena-3 erschien im Mai 2021.",
    ],
    ids=["less precise", "one of two rows", "one of two makers", "not in the list"],
)
def test_a_draft_that_agrees_with_a_list_is_not(desk: Desk, tmp_path: Path, text: str) -> None:
    bring(desk, tmp_path)
    assert lint(desk, tmp_path, text) == []


def test_a_draft_is_told_of_a_list_as_an_article_would_be(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path)
    text = "Ondrel 2 erschien im Mai 2021. Tuvano-Maxi wurde von Velin Labs entwickelt."
    drafted = {one["start"] for one in lint(desk, tmp_path, text) if one["rule"] == "reference-mismatch"}
    printed = find(desk, tmp_path, text)
    places = {own["start"] for one in printed for own in one["members"] if own["article"] is not None}
    assert len(drafted) == 2
    assert drafted == places


def test_a_draft_is_not_held_against_a_list_where_the_rule_is_off(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path)
    desk("rule", "disable", "reference-mismatch")
    assert lint(desk, tmp_path, "Brakwin-7B erschien im Mai 2021.") == []
