"""Opening a ledger: which file, which SQLite library, which safety settings, which version.

Python's own SQLite driver begins transactions behind the program's back and so loses updates in
silence; here every transaction is begun in words, IMMEDIATE for writers. SQLite before 3.51.3 can
corrupt a WAL file that two connections share, so an affected library gets a rollback journal.
"""

import os
import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from claims.errors import (
    ClaimsError,
    DatabaseForeign,
    DatabaseMissing,
    DatabaseNewer,
    DatabaseOutdated,
    DatabaseReadOnly,
)
from claims.settings import APPLICATION_ID, BUSY_TIMEOUT_SECONDS, get_folder

_MAGIC = b"SQLite format 3\x00"
_FIXED_IN = ((3, 51, 3), (3, 50, 7), (3, 44, 6))


@cache
def get_sqlite() -> ModuleType:
    """Return the SQLite driver: pysqlite3 where it is installed, else the standard library's."""
    try:
        import pysqlite3
    except ImportError:
        import sqlite3

        return sqlite3
    return pysqlite3  # type: ignore[no-any-return]  # the package ships no types


def is_wal_safe(version: tuple[int, int, int]) -> bool:
    """Tell whether an SQLite version is free of the WAL-reset bug (fixed in 3.51.3, 3.50.7, 3.44.6)."""
    return version >= _FIXED_IN[0] or any(
        version[:2] == fixed[:2] and version >= fixed for fixed in _FIXED_IN
    )


def get_path(url: str) -> Path:
    """Return the file that a URL (`sqlite:///x.db`) or a plain path names."""
    if "://" not in url:
        return Path(url)
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseForeign(
            f"{_hide_secrets(url)}: not a database URL; use a path or sqlite:///PATH"
        ) from None
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise DatabaseForeign(f"{_hide_secrets(url)}: only SQLite files are supported; use sqlite:///PATH")
    return Path(parsed.database)


def _hide_secrets(url: str) -> str:
    """Return a URL for a message: where it leads, and neither who asks nor with which password or options."""
    return re.sub(r"\?.*", "?…", re.sub(r"://.*@", "://…@", url, flags=re.DOTALL), flags=re.DOTALL)


def create_file(url: str) -> Engine:
    """Return an engine for migrating that may create the file; refuses one that is there and not a ledger.

    It begins no transaction by itself. A new file can be read by its owner alone.
    """
    path = get_path(url)
    if path.exists():
        _check_file(path)
    elif not path.parent.is_dir():
        raise DatabaseMissing(f"{path}: folder {path.parent} does not exist; create it first")
    else:
        _touch(path)
    return _make_engine(path, "rw", begin=None)


def open_file(url: str, *, write: bool) -> Engine:
    """Return an engine on an existing ledger of this version.

    Raises:
        DatabaseMissing, DatabaseForeign, DatabaseOutdated, DatabaseNewer: What the file is instead.
    """
    path = get_path(url)
    if not path.exists():
        raise DatabaseMissing(f"{path}: no database there; create it with: claims --db {path} init")
    _check_file(path)
    engine = (
        _make_engine(path, "rw", begin="BEGIN IMMEDIATE")
        if write
        else _make_engine(path, "ro", begin="BEGIN")
    )
    with engine.connect() as connection:
        _check_version(connection, path)
    return engine


@cache
def get_head() -> str:
    """Return the newest migration's number, read off the file names so that Alembic need not load."""
    folder = get_folder("migrations") / "versions"
    return max(match[1] for path in folder.iterdir() if (match := re.match(r"(\d{4})_\w+\.py$", path.name)))


def _touch(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except PermissionError:
        raise DatabaseReadOnly(f"{path}: cannot be created; the folder {path.parent} is read-only") from None


def make_address(path: Path, mode: str) -> str:
    """Return the URI under which SQLite opens a file: `mode` is "rw", or "ro" to read only."""
    address = path.resolve().as_uri() + f"?mode={mode}"
    # A reader of a write-ahead log wants to create files beside it, and where it cannot nobody writes.
    return address + "&immutable=1" if mode == "ro" and _is_frozen(path) else address


def _make_engine(path: Path, mode: str, *, begin: str | None) -> Engine:
    driver = get_sqlite()
    address = make_address(path, mode)

    def connect() -> Any:
        # A connection of its own per transaction: a pooled one would cross a fork.
        connection = driver.connect(address, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT_SECONDS)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection

    engine = create_engine("sqlite://", creator=connect, module=driver, poolclass=NullPool)
    if begin is not None:

        @event.listens_for(engine, "begin")
        def begin_in_words(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

    return engine


def _is_frozen(path: Path) -> bool:
    """Tell whether nobody with our rights can be writing: file or folder is read-only, and no log lies beside it."""
    log = path.with_name(path.name + "-wal")
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return not writable and not (log.exists() and log.stat().st_size)


def _check_file(path: Path) -> None:
    if not path.is_file():
        raise DatabaseForeign(f"{path}: not a file; name a database file with --db")
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except PermissionError:
        raise DatabaseReadOnly(f"{path}: may not be read; check the file's permissions") from None
    if header[:16] != _MAGIC or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        what = "empty" if not header else "another program's file"
        raise DatabaseForeign(f"{path}: not a claim ledger ({what}); name another file with --db")


def _check_version(connection: Connection, path: Path) -> None:
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE name = 'alembic_version'").all()
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if rows else None
    head = get_head()
    if found == head:
        return
    if found is None or found < head:
        raise DatabaseOutdated(
            f"{path}: database version {found or 'none'}, this program needs {head}; upgrade it with: claims --db {path} init"
        )
    raise DatabaseNewer(
        f"{path}: database version {found} is newer than this program ({head}); install a newer version of claims"
    )


def explain_error(error: Exception, path: str) -> ClaimsError | None:
    """Return what a driver's error means to a user, or None where it is a fault of this program."""
    from claims.errors import DatabaseBusy, DatabaseDamaged, RuleBroken, StorageFailed

    message = str(getattr(error, "orig", error))
    said = message.lower()
    if "locked" in said or "busy" in said:
        return DatabaseBusy(
            f"{path}: database busy for {BUSY_TIMEOUT_SECONDS:.0f} s, another command is writing; try again when it is done"
        )
    if "readonly" in said or "unable to open" in said:
        return DatabaseReadOnly(
            f"{path}: cannot be written; check the permissions of the file and its folder"
        )
    if "disk is full" in said or "disk i/o" in said:
        return StorageFailed(f"{path}: {message}; nothing was written, free some space and try again")
    if "malformed" in said or "not a database" in said:
        return DatabaseDamaged(f"{path}: the file is damaged; restore it from a backup")
    if type(getattr(error, "orig", error)).__name__ == "IntegrityError":
        return RuleBroken(f"{path}: the database refused this: {message}")
    return None
