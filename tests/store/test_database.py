"""What is no ledger is refused in one line, and nothing is created by looking."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
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


AS_NOBODY = """
import os, sys
from claims.cli import main
path, warm = sys.argv[1:]
# Nobody may not read the interpreter's files: whatever the commands load is loaded before.
main(["--db", warm, "predicate", "list"])
main(["--db", warm, "reviewer", "add", "yy"])
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
reads = main(["--db", path, "predicate", "list"])
sys.stderr.write("--\\n")
writes = main(["--db", path, "reviewer", "add", "zz"])
print()
print(reads, writes)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody with fewer rights")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_read_only_can_be_read_and_not_written(tmp_path: Path, ledger: str, what: str) -> None:
    folder = Path(tempfile.mkdtemp(prefix=f"claims-read-only-{what}-", dir="/tmp"))
    folder.chmod(0o755)
    path, warm = folder / "claims.db", tmp_path / "warm.db"
    for copy in (path, warm):
        copy.write_bytes(Path(ledger).read_bytes())
    path.chmod(0o644)
    os.chown(path, 65534 if what == "folder" else 0, 0)
    try:
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(path), str(warm)], capture_output=True, text=True
        )
    finally:
        shutil.rmtree(folder)
    said = done.stderr.rpartition("--\n")[2]
    assert done.stdout.splitlines()[-1:] == ["0 2"], done.stderr
    assert "cannot be written" in said
    assert said.count("\n") == 1


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
