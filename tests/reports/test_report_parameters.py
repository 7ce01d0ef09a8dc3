"""What a user gives a report is read in its kind, bound, and never part of the SQL."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from claims.errors import NotFound, OptionRefused
from claims.reports.report import Report, list_reports
from claims.reports.run import run_report
from claims.reports.run_parameters import read_pairs, read_time
from claims.store.transaction import reading

HOSTILE = ("'", "';--", "%", "_", "\0", "a\0b", "1 OR 1=1", "') --", '"', "\\", "ä😀", "x" * 10_000, "")
CASES = [
    pytest.param(report, parameter, id=f"{report.name} {parameter.name}")
    for report in list_reports()
    for parameter in report.parameters
]


@pytest.mark.parametrize(("report", "parameter"), CASES)
def test_a_hostile_value_is_refused_or_finds_nothing(week: str, report: Report, parameter: object) -> None:
    name = parameter.name  # type: ignore[attr-defined]
    with reading(week) as session:
        for value in HOSTILE:
            try:
                rows = list(run_report(session, report.name, {name: value}).rows)
            except (OptionRefused, NotFound):
                continue
            assert rows == []


def test_one_question_costs_one_query(week: str) -> None:
    with reading(week) as session:
        seen: list[str] = []
        event.listen(session.connection(), "before_cursor_execute", lambda *given: seen.append(given[2]))
        for report in list_reports():
            list(run_report(session, report.name, {}).rows)
        assert len(seen) == len(list_reports())


@pytest.mark.parametrize("reference", ["004", "a1", "1"])
def test_an_article_is_named_as_everywhere(week: str, reference: str) -> None:
    with reading(week) as session:
        (row,) = run_report(session, "coverage", {"article": reference}).rows
    assert row[0] == "a1"


def test_an_unknown_parameter_is_refused_with_the_known_ones(week: str) -> None:
    message = r"^coverage takes no parameter 'articel'; its parameters are: article, since, until, as_of$"
    with reading(week) as session, pytest.raises(OptionRefused, match=message):
        run_report(session, "coverage", {"articel": "004"})


@pytest.mark.parametrize(
    ("given", "start", "end"),
    [
        ("2025-02-11", "2025-02-11T00:00:00.000000Z", "2025-02-11T23:59:59.999999Z"),
        ("2025-02", "2025-02-01T00:00:00.000000Z", "2025-02-28T23:59:59.999999Z"),
        ("2024", "2024-01-01T00:00:00.000000Z", "2024-12-31T23:59:59.999999Z"),
        ("2025-02-11T17:00Z", "2025-02-11T17:00:00.000000Z", "2025-02-11T17:00:00.000000Z"),
        ("2025-02-11T18:00+01:00", "2025-02-11T17:00:00.000000Z", "2025-02-11T17:00:00.000000Z"),
        ("2025-02-11 17:00", "2025-02-11T17:00:00.000000Z", "2025-02-11T17:00:00.000000Z"),
        ("2025-02-11T17:00:30.5z", "2025-02-11T17:00:30.500000Z", "2025-02-11T17:00:30.500000Z"),
        ("2025-02-11T17:00:00.123456Z", "2025-02-11T17:00:00.123456Z", "2025-02-11T17:00:00.123456Z"),
        ("2025-12-31T23:30-02:00", "2026-01-01T01:30:00.000000Z", "2026-01-01T01:30:00.000000Z"),
        (" 2025-02-11 ", "2025-02-11T00:00:00.000000Z", "2025-02-11T23:59:59.999999Z"),
    ],
)
def test_a_time_is_read_as_utc_and_a_day_is_all_of_it(given: str, start: str, end: str) -> None:
    assert (read_time(given, end=False), read_time(given, end=True)) == (start, end)


@pytest.mark.parametrize(
    "given",
    ["", "yesterday", "2025-13", "2025-02-30", "11.02.2025", "2025-02-11T25:00Z", "17:00", "2025-2-1", "20250211",
     "2025-02-11T17", "2025-02-11T17:00 Europe/Berlin", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "2025~",
     "2025-01/2025-02", "2025-02-11T17:00Z; DROP", "٢٠٢٥"],
)  # fmt: skip
def test_what_is_no_time_is_refused_with_an_example(given: str) -> None:
    with pytest.raises(OptionRefused, match="is no time; write it as 2025-02-11"):
        read_time(given, end=True)


@given(st.datetimes(timezones=st.timezones() | st.none()))
def test_every_moment_that_python_writes_is_read_or_lies_beyond_the_calendar(moment: object) -> None:
    written = moment.isoformat()  # type: ignore[attr-defined]
    try:
        found = read_time(written, end=False)
    except OptionRefused:
        return
    assert len(found) == len("2025-02-11T17:00:00.000000Z")
    assert read_time(found, end=True) == found


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["article"], "is no parameter; write it as name=value"),
        (["=x"], "is no parameter"),
        (["a b=c"], "is no parameter"),
        (["a=1", "a=2"], "parameter 'a' is given twice"),
        (["a=\ud800"], "not valid UTF-8"),
    ],
)
def test_a_malformed_parameter_is_refused(given: list[str], said: str) -> None:
    with pytest.raises(OptionRefused, match=said):
        read_pairs(given)


def test_a_value_may_hold_anything_behind_the_first_equals_sign() -> None:
    assert read_pairs(["a=b=c", "d=", "e= 'x'"]) == {"a": "b=c", "d": "", "e": " 'x'"}
