"""A09, A10, A11: damaged cells, other ways to write the same, clocks that go wrong."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.audit.forge import (
    COLUMNS,
    HEADER,
    Log,
    change_body,
    copy_short_log,
    list_kinds,
    list_places,
    read_log,
    rechain,
)


@pytest.fixture(scope="module")
def kept_log(worked_ledger: Path) -> Log:
    """Return a log that can be read a thousand times."""
    return copy_short_log(worked_ledger)


CELLS = st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.binary() | st.text()


class TestA09:
    """Cells of another type, and bytes that are no text."""

    @settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(place=st.integers(1, 30), column=st.sampled_from(COLUMNS[1:]), data=st.data())
    def test_a_header_with_any_cell_is_read_without_an_exception(
        self, log: sqlite3.Connection, place: int, column: str, data: st.DataObject
    ) -> None:
        cell = data.draw(CELLS.filter(_can_be_bound))
        log.execute("SAVEPOINT test")
        try:
            (before,) = log.execute(f"SELECT {column} FROM event WHERE seq = ?", (place,)).fetchone()
            log.execute(f"UPDATE event SET {column} = ? WHERE seq = ?", (cell, place))
            report = read_log(log)
            assert report.holds == (type(before) is type(cell) and before == cell)
        finally:
            log.execute("ROLLBACK TO test")

    @settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(place=st.integers(1, 30), salt=CELLS, body=CELLS)
    def test_a_payload_with_any_cells_is_read_without_an_exception(
        self, log: sqlite3.Connection, place: int, salt: Any, body: Any
    ) -> None:
        if not (_can_be_bound(salt) and _can_be_bound(body)) or (salt is None and body is None):
            return
        log.execute("SAVEPOINT test")
        try:
            log.execute("UPDATE event_payload SET salt = ?, body = ? WHERE seq = ?", (salt, body, place))
            assert list_kinds(read_log(log)) <= {"DAMAGED", "COMMITMENT"}
            assert not read_log(log).holds
        finally:
            log.execute("ROLLBACK TO test")

    def test_bytes_that_are_no_utf_8_are_damage_and_no_exception(self, log: sqlite3.Connection) -> None:
        log.execute("UPDATE event_payload SET body = CAST(x'7b22ff227d' AS TEXT) WHERE seq = 5")
        log.execute("UPDATE event SET command = CAST(x'c328' AS TEXT) WHERE seq = 8")
        report = read_log(log)
        assert {"event 5", "event 8"} <= set(list_places(report, "DAMAGED"))

    @pytest.mark.parametrize(
        "body", ["", "[]", "null", "[" * 100_000, '{"insert":', "NaN", '{"a":' + "9" * 5000 + "}"]
    )
    def test_a_payload_that_is_no_list_of_changes_is_damage(self, log: sqlite3.Connection, body: str) -> None:
        log.execute("UPDATE event_payload SET body = ? WHERE seq = 6", (body,))
        rechain(log)
        assert "event 6" in list_places(read_log(log), "DAMAGED")


def _can_be_bound(cell: Any) -> bool:
    return not isinstance(cell, str) or cell.isprintable() or cell.isascii()


class TestA10:
    """JSON that means the same and is written in another way."""

    @pytest.mark.parametrize(
        "change",
        [
            lambda body: body.replace(":", ": ", 1),
            lambda body: body + "\n",
            lambda body: body.replace("t", "\\u0074", 1),
            lambda body: '{"delete":{},' + body[1:] if '"insert"' in body else body.replace("{", "{ ", 1),
        ],
        ids=["space", "line end", "escape", "key twice or order"],
    )
    def test_it_is_found_though_commitment_and_chain_were_written_anew(
        self, log: sqlite3.Connection, change: Any
    ) -> None:
        if '"delete"' in change('{"insert":1}'):
            change = lambda body: '{"update":{},"insert":{}}'  # noqa: E731
        change_body(log, 10, change)
        rechain(log)
        assert list_places(read_log(log)) == ["event 10"]
        assert list_kinds(read_log(log)) == {"NONCANON"}

    def test_a_key_that_stands_twice_is_found(self, log: sqlite3.Connection) -> None:
        change_body(log, 10, lambda body: '{"insert":{},' + body[1:])
        rechain(log)
        assert list_kinds(read_log(log)) == {"NONCANON"}


class TestA11:
    """Clocks that go wrong: the order is that of the numbers, and the reader is told."""

    def set_times(self, log: sqlite3.Connection, *times: str) -> list[str]:
        for seq, at in enumerate(times, 3):
            log.execute("UPDATE event SET at = ? WHERE seq = ?", (at, seq))
        log.execute("DELETE FROM event WHERE seq >= ?", (3 + len(times),))
        log.execute("DELETE FROM event_payload WHERE seq >= ?", (3 + len(times),))
        rechain(log)
        report = read_log(log)
        assert report.holds, report.problems
        return report.remarks

    def test_an_hour_back_is_remarked(self, log: sqlite3.Connection) -> None:
        (remark,) = self.set_times(log, "9000-10-26T02:59:00Z", "9000-10-26T02:01:00Z")
        assert remark.startswith("event 4: the clock went back")

    @pytest.mark.parametrize(
        "times",
        [
            ("9000-10-26T00:59:00.5Z", "9000-10-26T01:01:00Z"),
            ("9016-12-31T23:59:60Z", "9017-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59.999999Z",),
        ],
        ids=["summer time ends", "leap second", "year 9999"],
    )
    def test_what_is_in_order_is_not_remarked(self, log: sqlite3.Connection, times: tuple[str, ...]) -> None:
        assert self.set_times(log, *times) == []

    @pytest.mark.parametrize("at", ["9000-01-01T12:00:00", "9000-01-01T12:00:00+01:00", "yesterday", ""])
    def test_a_time_that_is_not_in_utc_is_remarked(self, log: sqlite3.Connection, at: str) -> None:
        (remark,) = self.set_times(log, at)
        assert "not in UTC" in remark


def test_a_withheld_payload_is_counted_and_not_broken(log: sqlite3.Connection) -> None:
    log.execute("UPDATE event_payload SET salt = NULL, body = NULL WHERE seq IN (4, 9)")
    report = read_log(log)
    assert report.holds
    assert report.withheld == 2
    assert ", 2 withheld" in report.describe()


def test_a_payload_in_a_later_form_is_not_guessed_at(log: sqlite3.Connection) -> None:
    assert "format" in HEADER
    log.execute("UPDATE event SET format = 99 WHERE seq = 12")
    rechain(log)
    assert list_places(read_log(log), "FORMAT") == ["event 12"]
