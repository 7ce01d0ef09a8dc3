"""A query's parameters, values, limits and mistakes."""

from pathlib import Path

import pytest

from claims.errors import ClaimsError, OptionRefused
from claims.reports.guard import Selection
from claims.reports.guard import select as select_within


@pytest.fixture(scope="module")
def ledger(empty_ledger: Path) -> str:
    return str(empty_ledger)


def select(
    ledger: str, query: str, given: dict[str, str], *, seconds: float = 30, rows: int = 10_000
) -> Selection:
    return select_within(ledger, query, given, seconds=seconds, rows=rows)


@pytest.mark.parametrize(
    "value", ["'", "';--", "%", "_", "\0", "'; DELETE FROM reviewer; --", "\\", '"', "ä😀"]
)
def test_a_parameter_is_bound_and_never_read_as_sql(ledger: str, value: str) -> None:
    found = select(ledger, "SELECT :value, length(:value)", {"value": value})
    assert list(found.rows) == [[value, len(value.partition("\0")[0])]]


@pytest.mark.parametrize("given", [{"other": "1"}, {}])
def test_parameters_that_do_not_fit_the_query_are_named(ledger: str, given: dict[str, str]) -> None:
    with pytest.raises(OptionRefused, match=r":other|:value"):
        select(ledger, "SELECT :value", given | ({"value": "1"} if given else {}))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT\n  nowhat FROM mention", r"no such column: nowhat \(line 2, column 3\)$"),
        ("SELEC 1", r'near "SELEC": syntax error \(line 1, column 1\)$'),
        ("SELECT * FROM nowhere", r"no such table: nowhere \(line 1, column 15\)$"),
        ("", "the query is empty"),
        ("-- nothing", "no question"),
        ("SELECT 'a\0b'", "null character"),
        ("SELECT '\ud800'", "not valid UTF-8"),
        ("SELECT " + "1," * 60_000 + "1", "100000 are allowed"),
        ("SELECT " + "(" * 5000 + "1" + ")" * 5000, "SQL: "),
        ("SELECT ?", "SQL: "),
    ],
)
def test_a_wrong_query_is_explained_in_one_line(ledger: str, query: str, said: str) -> None:
    with pytest.raises(ClaimsError, match=said) as refused:
        select(ledger, query, {})
    assert "\n" not in str(refused.value)


def test_rows_beyond_the_limit_are_cut_and_it_says_so(ledger: str) -> None:
    found = select(ledger, "SELECT id FROM entity ORDER BY id", {}, rows=3)
    assert (list(found.rows), found.count, found.cut) == ([[1], [2], [3]], 3, True)
    assert not select(ledger, "SELECT id FROM reviewer", {}, rows=1).cut


def test_values_of_every_type_come_back_as_they_are(ledger: str) -> None:
    found = select(ledger, "SELECT NULL, 9223372036854775807, -0.1, 1e999, 'ä\n', x'00ff'", {})
    assert list(found.rows) == [[None, 9223372036854775807, -0.1, float("inf"), "ä\n", b"\0\xff"]]


@pytest.mark.parametrize(
    ("given", "bound"),
    [
        ("5", "integer"),
        ("-5", "integer"),
        ("004", "text"),
        ("5.5", "real"),
        ("1e5", "text"),
        ("", "text"),
        ("9" * 30, "text"),
    ],
)
def test_a_parameter_written_as_a_number_is_one(ledger: str, given: str, bound: str) -> None:
    assert list(select(ledger, "SELECT typeof(:x)", {"x": given}).rows) == [[bound]]
