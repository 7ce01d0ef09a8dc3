"""One writer at a time, all or nothing, and nothing lost."""

import multiprocessing
import sqlite3
from itertools import pairwise
from pathlib import Path

import pytest

from claims.errors import DatabaseBusy, DatabaseReadOnly, ReviewerUnknown
from claims.store import database
from claims.store.queries.reviewer import add_reviewer
from claims.store.record import record
from claims.store.savepoint import savepoint
from claims.store.tables import Tag
from claims.store.transaction import reading, writing
from claims.store.write import insert


def tags(path: str) -> list[str]:
    connection = sqlite3.connect(path)
    found = [row[0] for row in connection.execute("SELECT name FROM tag ORDER BY id")]
    connection.close()
    return found


def test_every_writing_transaction_begins_immediate(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = database.get_sqlite()
    connect = real.connect

    def listening(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.set_trace_callback(seen.append)
        return connection

    monkeypatch.setattr(real, "connect", listening)
    with writing(ledger, actor="mk", command="test"):
        pass
    begun = [statement for statement in seen if statement.startswith("BEGIN")]
    assert begun
    assert set(begun) == {"BEGIN IMMEDIATE"}


def test_an_exception_takes_everything_back(ledger: str) -> None:
    def fail() -> None:
        with writing(ledger, actor="mk", command="test") as session:
            record(session, "tag", insert(session, Tag, name="chips"), "add")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert tags(ledger) == []


def test_a_dry_run_takes_everything_back(ledger: str) -> None:
    with writing(ledger, actor="mk", command="test", keep=False) as session:
        record(session, "tag", insert(session, Tag, name="chips"), "add")
    assert tags(ledger) == []


def test_a_savepoint_takes_back_rows_and_events(ledger: str) -> None:
    with writing(ledger, actor="mk", command="test") as session:
        record(session, "tag", insert(session, Tag, name="one"), "add")
        with savepoint(session) as undo:
            record(session, "tag", insert(session, Tag, name="two"), "add")
            undo()
        record(session, "tag", insert(session, Tag, name="three"), "add")
    assert tags(ledger) == ["one", "three"]
    connection = sqlite3.connect(ledger)
    assert connection.execute("SELECT count(*), max(seq) FROM event").fetchone() == (4, 4)
    connection.close()


def test_a_reader_cannot_write(ledger: str) -> None:
    with pytest.raises(DatabaseReadOnly), reading(ledger) as session:
        insert(session, Tag, name="chips")


def test_an_unknown_handle_is_refused_with_the_command_that_adds_it(ledger: str) -> None:
    with (
        pytest.raises(ReviewerUnknown, match="claims reviewer add zz"),
        writing(ledger, actor="zz", command="test"),
    ):
        pass


def test_among_several_reviewers_one_must_be_named(ledger: str) -> None:
    with writing(ledger, actor=None, command="test") as session:
        add_reviewer(session, "zz", None)
    with pytest.raises(ReviewerUnknown, match="--as"), writing(ledger, actor=None, command="test"):
        pass


def test_a_lock_held_too_long_is_one_line(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_SECONDS", 0.1)
    # The same library: two of them in one process do not see each other's locks.
    other = database.get_sqlite().connect(ledger, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with (
        pytest.raises(DatabaseBusy, match="another command is writing"),
        writing(ledger, actor="mk", command="test"),
    ):
        pass
    other.execute("ROLLBACK")
    other.close()


def add_tags(path: str, worker: int, count: int) -> None:
    for number in range(count):
        with writing(path, actor="mk", command="test") as session:
            record(session, "tag", insert(session, Tag, name=f"{worker}-{number}"), "add")


@pytest.mark.parametrize("count", [15, pytest.param(300, marks=pytest.mark.slow)])
def test_four_processes_lose_nothing(ledger: str, count: int) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=add_tags, args=(ledger, worker, count)) for worker in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
    assert len(tags(ledger)) == 4 * count
    connection = sqlite3.connect(ledger)
    rows = connection.execute("SELECT seq, prev_hash, hash FROM event ORDER BY seq").fetchall()
    connection.close()
    assert all(later[1] == earlier[2] for earlier, later in pairwise(rows))
    assert len(rows) == 2 + 4 * count


def test_a_new_ledger_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    from claims.desk.init import init

    init(str(tmp_path / "new.db"), actor="mk")
    assert (tmp_path / "new.db").stat().st_mode & 0o077 == 0
