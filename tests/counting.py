"""Counting what is asked of the ledger, where time would depend on the machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event


@contextmanager
def count(session: Any) -> Iterator[dict[str, int]]:
    """Count the queries made, and in hundreds the steps that SQLite takes for them: the rows that it reads."""
    done = {"queries": 0, "steps": 0}
    connection = session.connection()
    raw = connection.connection.driver_connection

    def note(*_: Any) -> None:
        done["queries"] += 1

    def step() -> int:
        done["steps"] += 1
        return 0

    event.listen(connection, "before_cursor_execute", note)
    raw.set_progress_handler(step, 100)
    yield done
    raw.set_progress_handler(None, 0)
    event.remove(connection, "before_cursor_execute", note)
