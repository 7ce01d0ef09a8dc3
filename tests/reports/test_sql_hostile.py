"""What a query may not do: nothing of it has an effect, and good queries still pass."""

import contextlib
import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import QueryRefused
from claims.reports.guard import Selection
from claims.reports.guard import select as select_within
from claims.store.database import get_sqlite
from claims.store.queries.reviewer import add_reviewer
from claims.store.transaction import reading, writing
from tests.reports.sql_statements import EFFECTS, GOOD, LONG, MEMORY, TIME


@pytest.fixture(scope="module")
def folder(empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a ledger that was read once, and another database."""
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "claims.db").write_bytes(empty_ledger.read_bytes())
    other = get_sqlite().connect(str(folder / "other.db"))
    other.execute("CREATE TABLE secret (word)")
    other.close()
    select(str(folder / "claims.db"), "SELECT 1", {})
    return folder


@pytest.fixture
def ledger(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the ledger's path, and see afterwards that nothing changed in its folder."""
    monkeypatch.chdir(folder)
    before = fingerprint(folder)
    yield str(folder / "claims.db")
    assert fingerprint(folder) == before


def select(
    ledger: str, query: str, given: dict[str, str], *, seconds: float = 30, rows: int = 10_000
) -> Selection:
    return select_within(ledger, query, given, seconds=seconds, rows=rows)


def fingerprint(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_the_list_is_long_enough_to_mean_something() -> None:
    hostile = [one for part in (EFFECTS | LONG).values() for one in part]
    assert len(set(hostile)) == len(hostile) >= 117
    assert len(set(GOOD)) >= 20


@pytest.mark.parametrize(
    "statement",
    [pytest.param(one, id=f"{kind}: {one}"[:60]) for kind, part in EFFECTS.items() for one in part],
)
def test_a_statement_that_does_more_than_read_is_refused(ledger: str, statement: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        select(ledger, statement, {}, seconds=5)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "statement", [pytest.param(one, id=f"{kind}: {one}"[:60]) for kind, part in LONG.items() for one in part]
)
def test_a_query_that_takes_too_much_ends_in_time(ledger: str, statement: str) -> None:
    started = time.monotonic()
    # Some of these are quick where the library is: then there is nothing to refuse.
    with contextlib.suppress(QueryRefused):
        select(ledger, statement, {}, seconds=0.5, rows=1_000_000)
    assert time.monotonic() - started < 3


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is counted in kilobytes on Linux")
def test_no_query_takes_more_memory_than_a_process_may(ledger: str) -> None:
    # In a process of its own: other tests have larger children.
    program = """
import json, resource, sys
from claims.errors import QueryRefused
from claims.reports.guard import select
said = []
for statement in json.loads(sys.argv[2]):
    try:
        select(sys.argv[1], statement, {}, seconds=2, rows=100)
    except QueryRefused as refused:
        said.append(str(refused))
print(json.dumps([said, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))
"""
    hungry = [one for one in MEMORY if "printf" in one][:4]
    command = [sys.executable, "-c", program, ledger, json.dumps(hungry)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parents[2])
    said, peak = json.loads(done.stdout)
    assert any("needs more memory" in one for one in said)
    assert peak < 600 * 1024


VOCABULARY = """SELECT INSERT UPDATE DELETE REPLACE ATTACH DETACH PRAGMA VACUUM CREATE DROP ALTER TABLE TRIGGER
VIEW INTO FROM VALUES SET WHERE WITH AS UNION ALL BEGIN COMMIT ROLLBACK SAVEPOINT RETURNING EXPLAIN ANALYZE
REINDEX EXISTS IF NOT NULL OR TEMP DATABASE 'other.db' 'new.db' claim verdict event sqlite_schema search main
temp x rationale writefile readfile load_extension fts5 json_each generate_series journal_mode user_version
writable_schema ( ) , ; = * 1 'x' "x" -- /* */ :p ? @x $y"""
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), st.sampled_from(["", "SELECT 1; ", "WITH "]))
def test_whatever_is_put_together_from_words_of_sql_changes_nothing(
    ledger: str, statement: str, start: str
) -> None:
    with contextlib.suppress(QueryRefused):
        select(ledger, start + statement, {}, seconds=2, rows=10)


@pytest.mark.parametrize("statement", GOOD)
def test_a_good_query_passes(ledger: str, statement: str) -> None:
    found = select(ledger, statement, {}, seconds=10)
    assert len(found.columns) > 0
    assert len(list(found.rows)) == found.count


def test_the_ledger_can_be_written_right_after_a_query_was_killed(tmp_path: Path, empty_ledger: Path) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(empty_ledger.read_bytes())
    # One step of SQLite that nothing but the end of the process stops.
    with pytest.raises(QueryRefused, match=r"longer than 0\.3 s"):
        select(str(path), TIME[10], {}, seconds=0.3)
    with writing(str(path), actor="mk", command="test") as session:
        add_reviewer(session, "after", None)
    with reading(str(path)) as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM reviewer").scalar() == 2


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds its children in /proc")
def test_a_query_whose_process_is_killed_from_outside_says_so(ledger: str) -> None:
    def kill() -> None:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            for children in Path("/proc/self/task").glob("*/children"):
                for pid in map(int, children.read_text().split()):
                    if b"guard_child" in Path(f"/proc/{pid}/cmdline").read_bytes():
                        os.kill(pid, signal.SIGKILL)
                        return
            time.sleep(0.05)

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(QueryRefused, match=r"ended before its result was complete \(exit code -9\)"):
        select(ledger, TIME[0], {}, seconds=20)
    killer.join()
