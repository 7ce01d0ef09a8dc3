"""What is no ledger is refused in one line, and nothing is created by looking."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.errors import DatabaseDamaged, DatabaseForeign, DatabaseMissing, DatabaseNewer, DatabaseOutdated
from claims.store import database
from claims.store.database import get_sqlite, is_wal_safe, open_file
from claims.store.schema import upgrade
from claims.store.transaction import reading

COMMANDS = (
    ("import", "a.txt"),
    ("suggest",),
    ("cross-check",),
    ("mention", "list"),
    ("mention", "accept", "m1"),
    ("article", "list"),
    ("claim", "list"),
    ("finding", "list"),
    ("entity", "list"),
    ("predicate", "list"),
    ("reviewer", "add", "zz"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_missing_database_is_named_and_not_created(
    claims: Callable[..., Any], tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    ran = claims("--db", "none.db", *command)
    assert (ran.code, ran.out) == (2, "")
    assert "none.db" in ran.err
    assert "claims --db none.db init" in ran.err
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "none.db").exists()


def make(kind: str, path: Path) -> None:
    match kind:
        case "empty":
            path.touch()
        case "text":
            path.write_text("hello" * 100)
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "foreign":
            connection = sqlite3.connect(path)
            connection.execute("CREATE TABLE moz_places (id INTEGER)")
            connection.close()


@pytest.mark.parametrize("kind", ["empty", "text", "folder", "fifo", "foreign"])
@pytest.mark.parametrize("command", [("init",), ("mention", "list"), ("suggest",)], ids=" ".join)
def test_what_is_no_ledger_is_refused(
    claims: Callable[..., Any], tmp_path: Path, kind: str, command: tuple[str, ...]
) -> None:
    path = tmp_path / "thing.db"
    make(kind, path)
    before = path.read_bytes() if path.is_file() else None
    ran = claims("--db", "thing.db", *command)
    assert ran.code == 2
    assert "thing.db" in ran.err
    assert ran.err.count("\n") == 1
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_device_is_refused() -> None:
    with pytest.raises(DatabaseForeign, match="not a file"):
        open_file("/dev/zero", write=False)


def test_a_truncated_ledger_is_called_damaged(ledger: str) -> None:
    with Path(ledger).open("r+b") as file:
        file.truncate(5000)
    with pytest.raises(DatabaseDamaged, match="restore"), reading(ledger):
        pass


def test_an_older_ledger_is_upgraded_by_command_alone(ledger: str) -> None:
    upgrade(ledger, to="0006")
    with pytest.raises(DatabaseOutdated, match="init"):
        open_file(ledger, write=False)
    upgrade(ledger)
    open_file(ledger, write=False)


def test_a_newer_ledger_is_refused(ledger: str) -> None:
    connection = sqlite3.connect(ledger)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(DatabaseNewer, match="9999"):
        open_file(ledger, write=False)
    with pytest.raises(DatabaseNewer, match="9999"):
        upgrade(ledger)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing, match="folder"):
        upgrade(str(tmp_path / "no" / "claims.db"))


@pytest.mark.skipif(
    not Path("/usr/bin/setpriv").exists() or os.geteuid() != 0, reason="needs setpriv and root"
)
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_read_only_can_be_read_and_not_written(tmp_path: Path, ledger: str, what: str) -> None:
    import subprocess
    import sys

    folder = Path(f"/tmp/claims-read-only-{os.getpid()}-{what}")
    folder.mkdir(mode=0o755)
    path = folder / "claims.db"
    path.write_bytes(Path(ledger).read_bytes())
    path.chmod(0o644)
    os.chown(path, 65534 if what == "folder" else 0, 0)
    program = [sys.executable, "-m", "claims", "--db", str(path)]
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    try:
        reads = subprocess.run([*nobody, *program, "predicate", "list"], capture_output=True, text=True)
        writes = subprocess.run([*nobody, *program, "reviewer", "add", "zz"], capture_output=True, text=True)
    finally:
        path.unlink()
        folder.rmdir()
    assert reads.returncode == 0, reads.stderr
    assert writes.returncode == 2
    assert "cannot be written" in writes.stderr
    assert writes.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 6), True),
        ((3, 44, 5), False),
        ((3, 45, 0), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_the_wal_reset_bug_is_known_by_version(version: tuple[int, int, int], safe: bool) -> None:
    assert is_wal_safe(version) is safe


def test_an_affected_library_gets_a_rollback_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the standard library's SQLite, whatever its version, the file fits that version."""
    database.get_sqlite.cache_clear()
    monkeypatch.setattr(database, "get_sqlite", lambda: sqlite3)
    import claims.store.schema as schema

    monkeypatch.setattr(schema, "get_sqlite", lambda: sqlite3)
    upgrade(str(tmp_path / "own.db"))
    connection = sqlite3.connect(tmp_path / "own.db")
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    connection.close()
    assert mode == ("wal" if is_wal_safe(sqlite3.sqlite_version_info) else "delete")


def test_a_safe_library_gets_a_write_ahead_log(ledger: str) -> None:
    connection = get_sqlite().connect(ledger)
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    connection.close()
    assert mode == ("wal" if is_wal_safe(get_sqlite().sqlite_version_info) else "delete")
