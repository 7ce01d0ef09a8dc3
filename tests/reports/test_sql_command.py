"""`claims sql` as a user types it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def test_a_query_is_answered(desk: Callable[..., Any]) -> None:
    ran = desk("sql", "select handle, active from reviewer")
    assert (ran.code, ran.out, ran.err) == (0, "handle  active\n------  ------\nmk      1\n", "")


def test_a_query_comes_from_a_file_with_its_parameters(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "q.sql").write_text(
        "-- who\nselect handle from reviewer\nwhere handle >= :since;\n", "utf-8-sig"
    )
    ran = desk("sql", "-f", "q.sql", "-p", "since=a", "--format", "csv")
    assert (ran.code, ran.out) == (0, "handle\nmk\n")


def test_a_query_comes_from_standard_input(desk: Callable[..., Any]) -> None:
    assert desk("sql", "-", "--json", stdin="select 1 as one, null as none").json == [
        {"one": 1, "none": None}
    ]


def test_a_cut_result_says_so_on_stderr(desk: Callable[..., Any]) -> None:
    ran = desk("sql", "select id from entity order by id", "--limit", "2", "--format", "tsv")
    assert (ran.code, ran.out) == (0, "id\n1\n2\n")
    assert ran.err == "Only the first 2 rows are shown; more with --limit ROWS\n"


def test_a_formula_in_a_result_is_guarded(desk: Callable[..., Any]) -> None:
    assert desk("sql", "select '=1+1' as x, -5 as n", "--format", "csv").out == "x,n\n'=1+1,-5\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("selec 1",), 'claims: SQL: near "selec": syntax error (line 1, column 1)'),
        (
            ("delete from reviewer",),
            "claims: not allowed here: DELETE reviewer; claims sql only reads the ledger",
        ),
        (("select 1; select 2",), "claims: SQL: You can only execute one statement at a time"),
        (("select :x",), "claims: the query asks for :x; give it with -p x=VALUE"),
        (("select 1", "-p", "x=1"), "claims: the query has no parameter :x"),
        ((), 'claims: give one query: claims sql "select …", or claims sql -f FILE'),
        (("-f", "nothing.sql"), "claims: nothing.sql: cannot be read (No such file or directory)"),
        (
            (
                "with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t",
                "--timeout",
                "0.5",
            ),
            "claims: the query took longer than 0.5 s and was stopped; allow it more with --timeout SECONDS",
        ),
    ],
)
def test_what_cannot_be_answered_is_explained_in_one_line(
    desk: Callable[..., Any], arguments: tuple[str, ...], said: str
) -> None:
    ran = desk("sql", *arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", said + "\n")


def test_a_missing_database_is_not_created(claims: Callable[..., Any], tmp_path: Path) -> None:
    ran = claims("sql", "select 1")
    assert (ran.code, ran.out) == (2, "")
    assert "no database there" in ran.err
    assert list(tmp_path.iterdir()) == []
