"""`claims report` as a user types it."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.reports.report import get_report, list_names


@pytest.fixture
def desk(claims: Callable[..., Any], week: str, tmp_path: Path) -> Callable[..., Any]:
    (tmp_path / "claims.db").write_bytes(Path(week).read_bytes())
    return claims


def test_all_reports_are_listed_with_their_questions(desk: Callable[..., Any]) -> None:
    listed = desk("report", "list", "--json").json
    assert [one["name"] for one in listed] == list_names()
    assert all(one["question"].endswith("?") for one in listed)
    shown = desk("report", "list")
    assert (shown.code, shown.err) == (0, "")
    assert "fact-sheet" in shown.out


def test_the_sql_of_a_report_is_shown_as_it_is(desk: Callable[..., Any]) -> None:
    shown = desk("report", "show", "todo")
    assert (shown.code, shown.out) == (0, get_report("todo").text)


def test_a_fact_sheet_becomes_a_page_of_its_own(desk: Callable[..., Any], tmp_path: Path) -> None:
    ran = desk(
        "report", "run", "fact-sheet", "-p", "article=004", "-p", "as_of=2025-02-04T12:00Z", "-o", "004.html"
    )
    assert (ran.code, ran.out, ran.err) == (0, "", "Wrote 004.html\n")
    page = (tmp_path / "004.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Die Lenzbrücke wurde im Mai 2020 eröffnet" in page
    assert "article = 004" in page


def test_a_report_for_german_excel_comes_out_as_excel_wants_it(
    desk: Callable[..., Any], tmp_path: Path
) -> None:
    ran = desk("report", "run", "coverage", "--dialect", "excel-de", "-o", "x.csv", "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    written = (tmp_path / "x.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfarticle;sentences;")
    assert b";0,5;" in written
    assert written.endswith(b"\r\n")


def test_cells_are_guarded_by_default_and_exact_on_demand(desk: Callable[..., Any]) -> None:
    rows = [
        list(csv.DictReader(io.StringIO(desk("report", "run", "verdicts", "--format", "csv", *raw).out)))
        for raw in ((), ("--raw",))
    ]
    assert [part[0]["rationale"] for part in rows] == [
        "Laut Protokoll; '-5 Tage.",
        "Laut Protokoll; -5 Tage.",
    ]


@pytest.mark.parametrize("chosen", ["table", "csv", "tsv", "json", "jsonl", "md", "html"])
def test_every_format_holds_every_row(desk: Callable[..., Any], chosen: str) -> None:
    ran = desk("report", "run", "contradictions", "--format", chosen)
    assert (ran.code, ran.err) == (0, "")
    assert all(words in ran.out for words in ("c7", "m5", "im Juni 2021 eröffnet", "violation"))


def test_json_lines_have_the_documented_columns(desk: Callable[..., Any]) -> None:
    ran = desk("report", "run", "corrections", "--format", "jsonl")
    assert [list(json.loads(line)) for line in ran.out.splitlines()] == [
        [column.name for column in get_report("corrections").columns]
    ]
    assert desk("--json", "report", "run", "corrections").json[0]["hours_open"] == 29.5


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "run", "nothing"), "no report 'nothing'; there are: contradictions"),
        (
            ("report", "run", "todo", "-p", "nothing=1"),
            "todo takes no parameter 'nothing'; its parameters are: article",
        ),
        (("report", "run", "todo", "-p", "article=99"), "no article '99'"),
        (
            ("report", "run", "todo", "-p", "as_of=bald"),
            "parameter as_of: 'bald' is no time; write it as 2025-02-11",
        ),
        (
            ("report", "run", "todo", "--format", "json", "--dialect", "excel-de"),
            "--dialect excel-de is for CSV",
        ),
        (("report", "run", "todo", "--raw"), "--raw is for CSV and TSV"),
        (("report", "run", "todo", "-o", "no/such/x.csv"), "folder no/such does not exist"),
    ],
)
def test_wrong_use_is_one_line_and_leaves_nothing(
    desk: Callable[..., Any], tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = desk(*arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err
    assert not list(tmp_path.glob("*.csv")) + list(tmp_path.glob(".*"))
