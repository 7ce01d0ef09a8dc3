"""A07, D08: the triggers and the rows are what they should be."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.audit.chain import read_chain
from claims.audit.guards import list_refusing, read_triggers
from claims.audit.head import Heads
from claims.audit.mirror import list_mirrors
from claims.audit.query import accept_damage, open_room
from claims.audit.replay import replay
from claims.audit.report import Report
from claims.audit.state import compare_state
from claims.audit.structure import check_triggers
from claims.store.tables import Table
from tests.audit.forge import list_places, open_as_owner
from tests.store.test_append_only import APPEND_ONLY


class TestA07:
    """Triggers dropped, weakened, added."""

    @pytest.mark.parametrize("name", sorted(read_triggers()))
    def test_a_dropped_trigger_is_named(self, name: str, held: sqlite3.Connection) -> None:
        held.execute(f"DROP TRIGGER {name}")
        report = Report()
        check_triggers(held, report)
        assert list_places(report, "TRIGGER") == [name]

    def test_a_weakened_trigger_is_named(self, held: sqlite3.Connection) -> None:
        held.execute("DROP TRIGGER verdict_refuses_update")
        held.execute(
            "CREATE TRIGGER verdict_refuses_update BEFORE UPDATE ON verdict WHEN 0"
            " BEGIN SELECT RAISE(ABORT, 'verdict is append-only: add a row instead'); END"
        )
        report = Report()
        check_triggers(held, report)
        assert [str(one) for one in report.problems] == [
            "TRIGGER  verdict_refuses_update: was altered on verdict; it does not say what it should"
        ]

    def test_a_trigger_that_is_not_ours_is_named(self, held: sqlite3.Connection) -> None:
        held.execute("CREATE TRIGGER quiet AFTER INSERT ON event BEGIN SELECT 1; END")
        report = Report()
        check_triggers(held, report)
        assert list_places(report) == ["quiet"]

    def test_the_ledger_as_it_is_made_has_the_triggers_that_are_shipped(
        self, held: sqlite3.Connection
    ) -> None:
        report = Report()
        check_triggers(held, report)
        assert report.holds
        assert len(read_triggers()) > 60

    def test_what_refuses_updates_is_what_the_schema_calls_append_only(self) -> None:
        assert set(APPEND_ONLY) <= list_refusing("update") <= list_refusing("delete")


@pytest.fixture(scope="session")
def one_connection(worked_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    path = tmp_path_factory.mktemp("held") / "claims.db"
    path.write_bytes(worked_ledger.read_bytes())
    return sqlite3.connect(path, isolation_level=None)


@pytest.fixture
def held(one_connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Return a ledger with its triggers; what a test does to it is rolled back."""
    one_connection.execute("BEGIN")
    yield one_connection
    one_connection.execute("ROLLBACK")


@pytest.fixture(scope="session")
def one_replay(
    worked_ledger: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    path = tmp_path_factory.mktemp("replay") / "claims.db"
    path.write_bytes(worked_ledger.read_bytes())
    connection = open_as_owner(str(path))
    accept_damage(connection)
    report = Report()
    copies = open_room()
    assert replay(copies, read_chain(connection, Heads(()), report), report) == 0
    assert report.holds
    return connection, copies


@pytest.fixture
def replayed(one_replay: tuple[sqlite3.Connection, sqlite3.Connection]) -> Iterator[sqlite3.Connection]:
    """Return a ledger without triggers whose log was replayed; what a test does to it is rolled back."""
    connection, _ = one_replay
    connection.execute("BEGIN")
    yield connection
    connection.execute("ROLLBACK")


@pytest.fixture
def compare(
    replayed: sqlite3.Connection, one_replay: tuple[sqlite3.Connection, sqlite3.Connection]
) -> Callable[..., Report]:
    """Return a function that compares that ledger with its replayed log."""

    def run(unknown_from: int = 0) -> Report:
        report = Report()
        compare_state(replayed, one_replay[1], unknown_from, report)
        return report

    return run


TABLES = sorted(list_mirrors())


class TestD08:
    """The rows are what the events say, in every table."""

    def test_untouched_rows_are_what_the_events_say(
        self, replayed: sqlite3.Connection, compare: Callable[..., Report]
    ) -> None:
        report = compare()
        assert report.problems == []
        assert report.rows > 8000

    @pytest.mark.parametrize("table", TABLES)
    def test_a_row_that_was_taken_out_is_named(
        self, table: str, replayed: sqlite3.Connection, compare: Callable[..., Report]
    ) -> None:
        (rowid,) = replayed.execute(f"SELECT max(rowid) FROM {table}").fetchone()
        assert rowid is not None, f"{table} is empty: nothing is tested"
        replayed.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
        (problem,) = compare().problems
        assert problem.where.startswith(f"{table} ")
        assert "is missing; event" in problem.what

    @pytest.mark.parametrize("table", TABLES)
    def test_a_row_that_no_event_added_is_named(
        self, table: str, replayed: sqlite3.Connection, compare: Callable[..., Report]
    ) -> None:
        # A row under another key: the one that was there is missing, and the new one is in no event.
        key = list_mirrors()[table].key[0]
        kind = str(Table.metadata.tables[table].columns[key].type)
        forged: Any = "f" * 64 if kind == "TEXT" else 471100
        replayed.execute("PRAGMA ignore_check_constraints = ON")
        replayed.execute(
            f"UPDATE {table} SET {key} = ? WHERE rowid = (SELECT max(rowid) FROM {table})", (forged,)
        )
        found = {one.what.partition(";")[0]: one.where for one in compare().problems}
        assert set(found) == {"is in no event", "is missing"}
        assert found["is in no event"].startswith(f"{table} {str(forged)[:20]}")

    @pytest.mark.parametrize("table", [name for name in TABLES if len(list_mirrors()[name].columns) > 1])
    def test_a_cell_that_was_changed_is_named(
        self, table: str, replayed: sqlite3.Connection, compare: Callable[..., Report]
    ) -> None:
        mirror = list_mirrors()[table]
        others = [name for name in mirror.columns if name not in mirror.key]
        for column in others:
            replayed.execute("SAVEPOINT cell")
            replayed.execute("PRAGMA ignore_check_constraints = ON")
            kind = str(Table.metadata.tables[table].columns[column].type)
            value: Any = "forged" if kind == "TEXT" else 4711
            rowid = replayed.execute(f"SELECT min(rowid) FROM {table}").fetchone()[0]
            replayed.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (value, rowid))
            (problem,) = compare().problems
            assert f"{column} is {value}" in problem.what
            replayed.execute("ROLLBACK TO cell")

    def test_where_a_payload_is_withheld_only_what_it_can_have_caused_is_unknown(
        self, replayed: sqlite3.Connection, compare: Callable[..., Report]
    ) -> None:
        replayed.execute("UPDATE tag SET name = 'changed later' WHERE id = 2")
        replayed.execute("UPDATE decision SET at = 'changed later' WHERE id = 1")
        report = compare(unknown_from=1000)
        assert report.unknown == 1
        assert list_places(report) == ["decision 1"]

    def test_an_event_before_the_row_was_added_cannot_have_changed_it(
        self, replayed: sqlite3.Connection, compare: Callable[..., Report]
    ) -> None:
        replayed.execute("UPDATE tag SET name = 'changed later' WHERE id = 2")
        assert list_places(compare(unknown_from=2)) == ["tag 2"]
