"""The audit's own SQL files, connections on which a damaged cell can be read, and room to work in."""

import sqlite3
from functools import cache, partial
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

_ROOM_KB = 32 * 1024
"""Memory that a private database may fill before it goes to its file."""

_FOLDER = Path(__file__).parent / "sql"


@cache
def read_sql(name: str) -> str:
    """Return the query `sql/NAME.sql`."""
    return (_FOLDER / f"{name}.sql").read_text("utf-8")


def take_connection(session: Session) -> Any:
    """Return the session's bare connection; bytes that are no UTF-8 come as lone surrogates."""
    connection = session.connection().connection.driver_connection
    accept_damage(connection)
    return connection


def open_room() -> sqlite3.Connection:
    """Return a connection to a private database in a temporary file that is gone when it is closed.

    It is Python's own SQLite: pysqlite3 is built to keep such databases in memory, whatever they hold.
    """
    connection = sqlite3.connect("", isolation_level=None)
    accept_damage(connection)
    connection.execute(f"PRAGMA cache_size = -{_ROOM_KB}")
    connection.execute("BEGIN")
    return connection


def accept_damage(connection: Any) -> None:
    """Let a connection of the driver return text that is no UTF-8 instead of failing on it."""
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")


def is_text(value: Any) -> bool:
    """Tell whether a cell is a text that can be written down."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
