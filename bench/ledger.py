"""A ledger for the benchmarks, and the same file through the bare driver: what our writing is measured against."""

import hashlib
import json
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

AT = "2025-03-01T12:00:00.000000Z"
Rows = tuple[Sequence[str], Sequence[Sequence[Any]]]

_FILLING = (
    "PRAGMA foreign_keys = OFF",
    "PRAGMA ignore_check_constraints = ON",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -1000000",
)


def make_ledger(path: str) -> None:
    """Create a ledger with the vocabulary and one reviewer."""
    from claims.desk.init import init

    init(path, actor="bench", clock=lambda: AT)


def copy_ledger(path: str, to: str) -> str:
    """Copy a ledger that nobody has open, in the place of what is there; return the copy's path."""
    for tail in ("", "-wal", "-shm"):
        Path(to + tail).unlink(missing_ok=True)
    shutil.copyfile(path, to)
    return to


def connect(path: str) -> Any:
    """Return a bare connection with the settings that the ledger's own have."""
    from claims.store.database import get_sqlite

    connection = get_sqlite().connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


@contextmanager
def transaction(path: str) -> Iterator[Any]:
    """Yield a bare connection within one transaction, and commit it."""
    connection = connect(path)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.execute("COMMIT")
    connection.close()


def drop_triggers(path: str) -> list[str]:
    """Take the triggers out of a ledger; return the statements that make them."""
    connection = connect(path)
    dropped = drop_all(connection, "trigger")
    connection.close()
    return dropped


def drop_all(connection: Any, kind: str) -> list[str]:
    """Drop all that is a "trigger" or an "index" of its own; return the statements that make them."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL ORDER BY rowid", (kind,)
    ).fetchall()
    for name, _ in found:
        connection.execute(f'DROP {kind} "{name}"')
    return [sql for _, sql in found]


@contextmanager
def filling(path: str) -> Iterator[Any]:
    """Yield a connection that fills a ledger which nobody else needs yet, as fast as it goes.

    Nothing checks what is written, nothing is kept safe from a crash, and indexes are made at the end.
    """
    connection = connect(path)
    (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
    for setting in _FILLING:
        connection.execute(setting)
    connection.execute("BEGIN IMMEDIATE")
    dropped = [*drop_all(connection, "trigger"), *drop_all(connection, "index")]
    yield connection
    for statement in reversed(dropped):
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.close()


def write_raw(connection: Any, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows with the driver's `executemany`."""
    marks = ", ".join("?" * len(columns))
    connection.executemany(f'INSERT INTO "{table}" ({", ".join(columns)}) VALUES ({marks})', rows)


class RawLog:
    """The audit log written by hand: the same header, hash and payload bytes as the ledger's own."""

    def __init__(self, connection: Any, command: str) -> None:
        self._connection = connection
        self._command = command
        self._seq, self._head = connection.execute(
            "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"
        ).fetchone()

    def record(self, noun: str, action: str, inserted: Mapping[str, Rows]) -> None:
        """Write one event for these rows, given as they stand in its payload."""
        payload = {
            "insert": {
                table: {"columns": list(columns), "rows": rows} for table, (columns, rows) in inserted.items()
            }
        }
        body = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        salt = secrets.token_hex(32)
        commitment = hashlib.sha256(bytes.fromhex(salt) + body.encode()).hexdigest()
        self._seq += 1
        header = [self._seq, AT, 1, self._command, noun, None, action, 1, commitment]
        link = json.dumps([self._head, *header], separators=(",", ":"), ensure_ascii=False)
        head = hashlib.sha256(link.encode()).hexdigest()
        event = "INSERT INTO event (seq, at, actor_id, command, noun, noun_id, action, format, commitment, prev_hash, hash)"
        self._connection.execute(f"{event} VALUES ({', '.join('?' * 11)})", (*header, self._head, head))
        self._connection.execute(
            "INSERT INTO event_payload (seq, salt, body) VALUES (?, ?, ?)", (self._seq, salt, body)
        )
        self._head = head


def list_payloads(path: str, command: str) -> list[str]:
    """Return the payloads that a command left in the log."""
    connection = connect(path)
    rows = connection.execute(
        "SELECT body FROM event_payload JOIN event USING (seq) WHERE command = ? ORDER BY seq", (command,)
    ).fetchall()
    connection.close()
    return [body for (body,) in rows]


def describe_versions() -> dict[str, str]:
    """Return the versions of the libraries that the figures depend on."""
    from importlib.metadata import version

    from claims.store.database import get_sqlite

    return {
        "sqlite": get_sqlite().sqlite_version,
        "sqlalchemy": version("sqlalchemy"),
        "typer": version("typer"),
    }
