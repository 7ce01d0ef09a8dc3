"""The check's own SQL files."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import CursorResult
from sqlalchemy.orm import Session

_FOLDER = Path(__file__).parent / "sql"

_AT_ONCE = 1_000

_INSPECTED_ONLY = (
    "FROM check_inspected CROSS JOIN check_row\n"
    "    ON check_row.key BETWEEN check_inspected.slot_id * 8 AND check_inspected.slot_id * 8 + 7\n"
)


@cache
def read_sql(name: str) -> str:
    """Return the query `sql/NAME.sql`."""
    return (_FOLDER / f"{name}.sql").read_text("utf-8")


def read_flag(*, inspected_only: bool) -> str:
    """Return the flagging query, of all rows or of those of the inspected slots."""
    query = read_sql("flag")
    return query.replace("FROM check_row\n", _INSPECTED_ONLY) if inspected_only else query


def run(session: Session, statement: str, *parameters: Any) -> CursorResult[Any]:
    """Run a statement as it stands; rows arrive as they are read."""
    return session.connection().exec_driver_sql(statement, parameters)


def read_tuples(session: Session, statement: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the rows as plain tuples, straight from the driver: half the price where there are many."""
    cursor = run(session, statement, *parameters).cursor
    while rows := cursor.fetchmany(_AT_ONCE):
        yield from rows


def run_all(session: Session, name: str) -> None:
    """Run the statements of `sql/NAME.sql`, which blank lines separate."""
    for statement in read_sql(name).split("\n\n"):
        run(session, statement)
