"""A01, A02, A03: whatever is done to the log is found, or said to need a head kept elsewhere."""

import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.audit.head import Head, read_head
from claims.errors import OptionRefused
from claims.store.record import chain
from tests.audit.forge import (
    COLUMNS,
    HEADER,
    Log,
    change_body,
    copy_short_log,
    count_events,
    list_kinds,
    list_places,
    read_log,
    rechain,
)

PLACES = 100


@pytest.fixture(scope="module")
def kept_log(worked_ledger: Path) -> Log:
    """Return a log that can be read a thousand times."""
    return copy_short_log(worked_ledger)


def draw_places(log: Any, *, but_last: int = 0) -> list[int]:
    """Return a hundred places drawn at random; short logs have each several times."""
    return random.Random(20250314).choices(range(1, count_events(log) + 1 - but_last), k=PLACES)


class TestA01:
    """Events edited, deleted, reordered, inserted."""

    def test_an_untouched_log_holds(self, log: sqlite3.Connection) -> None:
        report = read_log(log)
        assert report.holds
        assert report.events == count_events(log) > 30

    @pytest.mark.parametrize(
        "column", ["at", "actor_id", "command", "noun", "noun_id", "action", "commitment"]
    )
    def test_an_edited_header_is_found_and_named(self, log: sqlite3.Connection, column: str) -> None:
        for seq in draw_places(log):
            log.execute("SAVEPOINT test")
            value = 4711 if column in {"actor_id", "noun_id"} else "0" * 64
            log.execute(f"UPDATE event SET {column} = ? WHERE seq = ?", (value, seq))
            report = read_log(log)
            assert f"event {seq}" in list_places(report, "HASH"), (seq, column)
            log.execute("ROLLBACK TO test")

    def test_an_edited_payload_is_found_and_named(self, log: sqlite3.Connection) -> None:
        for seq in draw_places(log):
            log.execute("SAVEPOINT test")
            change_body(log, seq, lambda body: body.replace("e", "E", 1))
            assert list_places(read_log(log)) == [f"event {seq}"]
            log.execute("ROLLBACK TO test")

    def test_a_deleted_event_is_found_and_named(self, log: sqlite3.Connection) -> None:
        for seq in draw_places(log, but_last=1):
            log.execute("SAVEPOINT test")
            log.execute("DELETE FROM event WHERE seq = ?", (seq,))
            report = read_log(log)
            assert list_places(report, "GAP") == [f"event {seq + 1}"]
            assert f"event {seq} is missing" in report.problems[0].what
            log.execute("ROLLBACK TO test")

    def test_a_deleted_event_is_found_when_the_numbers_close_up(self, log: sqlite3.Connection) -> None:
        for seq in draw_places(log, but_last=1):
            log.execute("SAVEPOINT test")
            for table in ("event", "event_payload"):
                log.execute(f"DELETE FROM {table} WHERE seq = ?", (seq,))
                log.execute(f"UPDATE {table} SET seq = seq - 1 WHERE seq > ?", (seq,))
            assert list_places(read_log(log), "PREV") == [f"event {seq}"]
            log.execute("ROLLBACK TO test")

    def test_reordered_events_are_found_and_named(self, log: sqlite3.Connection) -> None:
        for seq in draw_places(log, but_last=1):
            log.execute("SAVEPOINT test")
            for table in ("event", "event_payload"):
                log.execute(f"UPDATE {table} SET seq = -1 WHERE seq = ?", (seq,))
                log.execute(f"UPDATE {table} SET seq = ? WHERE seq = ?", (seq, seq + 1))
                log.execute(f"UPDATE {table} SET seq = ? WHERE seq = -1", (seq + 1,))
            assert {f"event {seq}", f"event {seq + 1}"} <= set(list_places(read_log(log)))
            log.execute("ROLLBACK TO test")

    def test_an_inserted_event_is_found_and_named(self, log: sqlite3.Connection, kept_log: Log) -> None:
        for seq in draw_places(log):
            log.execute("SAVEPOINT test")
            for table in ("event", "event_payload"):
                log.execute(f"UPDATE {table} SET seq = -seq - 1 WHERE seq >= ?", (seq,))
                log.execute(f"UPDATE {table} SET seq = -seq WHERE seq < 0")
            *_, prev_hash, _ = kept_log.headers[seq - 1]
            header = [seq, "2020-01-01T00:00:00Z", *kept_log.headers[seq - 1][2 : len(HEADER)]]
            forged = (*header, prev_hash, chain(prev_hash, header))
            log.execute(f"INSERT INTO event VALUES ({', '.join('?' * len(COLUMNS))})", forged)
            log.execute("INSERT INTO event_payload VALUES (?, ?, ?)", (seq, *kept_log.payloads[seq - 1][1:]))
            assert list_places(read_log(log), "PREV") == [f"event {seq + 1}"]
            log.execute("ROLLBACK TO test")

    def test_a_payload_without_its_row_is_found(self, log: sqlite3.Connection) -> None:
        log.execute("DELETE FROM event_payload WHERE seq = 7")
        assert list_places(read_log(log), "PAYLOAD") == ["event 7"]


class TestA02:
    """The whole chain written anew by the owner."""

    def test_it_is_found_with_the_last_head_that_was_kept(
        self, log: sqlite3.Connection, kept_log: Log
    ) -> None:
        for seq in draw_places(log):
            log.execute("SAVEPOINT test")
            change_body(
                log, seq, lambda body: body.replace("insert", "insert ", 1).replace("update", "Update")
            )
            rechain(log)
            assert list_kinds(read_log(log, kept_log.heads[-1:])) >= {"REWRITTEN"}
            log.execute("ROLLBACK TO test")

    def test_the_first_event_that_differs_is_named_with_the_heads_around_it(
        self, log: sqlite3.Connection, kept_log: Log
    ) -> None:
        for seq in draw_places(log):
            log.execute("SAVEPOINT test")
            log.execute("UPDATE event SET at = '2020-01-01T00:00:00Z' WHERE seq = ?", (seq,))
            rechain(log)
            assert list_places(read_log(log, kept_log.heads), "REWRITTEN")[0] == f"event {seq}"
            log.execute("ROLLBACK TO test")

    def test_without_a_head_it_is_not_found_and_the_closing_line_says_so(
        self, log: sqlite3.Connection
    ) -> None:
        log.execute("UPDATE event SET command = 'nothing to see' WHERE seq = 9")
        rechain(log)
        report = read_log(log)
        assert report.holds
        assert "only against a head kept elsewhere" in report.describe()

    def test_a_head_without_its_number_serves_too(self, log: sqlite3.Connection, kept_log: Log) -> None:
        digest = kept_log.headers[11][-1]
        assert read_log(log, [Head(None, digest)]).holds
        log.execute("UPDATE event SET command = 'nothing to see' WHERE seq = 9")
        rechain(log)
        assert list_kinds(read_log(log, [Head(None, digest)])) == {"REWRITTEN"}

    @pytest.mark.parametrize("text", ["", "12", "ab12", "x" * 64, "-1:" + "a" * 64, "1:2:" + "a" * 64])
    def test_what_is_no_head_is_refused(self, text: str) -> None:
        with pytest.raises(OptionRefused, match="SEQ:HASH"):
            read_head(text)

    @given(st.none() | st.integers(0, 10**17), st.integers(0, 2**256 - 1))
    def test_a_head_is_read_as_it_is_printed(self, seq: int | None, number: int) -> None:
        head = Head(seq, f"{number:064x}")
        assert read_head(str(head)) == head


class TestA03:
    """The end of the log cut off, to any length and to nothing."""

    def test_every_truncation_is_found_and_the_first_lost_event_named(
        self, log: sqlite3.Connection, kept_log: Log
    ) -> None:
        for length in range(len(kept_log.headers)):
            log.execute("SAVEPOINT test")
            log.execute("DELETE FROM event WHERE seq > ?", (length,))
            log.execute("DELETE FROM event_payload WHERE seq > ?", (length,))
            report = read_log(log, kept_log.heads[-1:])
            assert [(one.kind, one.where) for one in report.problems] == [
                ("TRUNCATED", f"event {length + 1}")
            ]
            log.execute("ROLLBACK TO test")
