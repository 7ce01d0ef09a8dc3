"""Which later event touched a row: what a refusal names."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.audit.mirror import Mirror
from claims.store.tables import Event, EventPayload


@dataclass(frozen=True, slots=True)
class Later:
    """An event, as a sentence names it."""

    seq: int
    command: str
    at: str

    def __str__(self) -> str:
        return f"event {self.seq} ({self.command}, {self.at[:16]}Z)"


def find_later(session: Session, after: int, mirror: Mirror, where: Mapping[str, Any]) -> Later | None:
    """Return the first event after one that added, changed or deleted a row with these cells, if any did."""
    query = (
        select(Event.seq, Event.command, Event.at, EventPayload.body)
        .join(EventPayload, EventPayload.seq == Event.seq)
        .where(Event.seq > after, func.instr(EventPayload.body, f'"{mirror.name}"') > 0)
        .order_by(Event.seq)
    )
    for row in session.execute(query):
        if any(where.items() <= cells.items() for cells in _list_cells(json.loads(row.body), mirror.name)):
            return Later(row.seq, row.command, row.at)
    return None


def _list_cells(payload: Mapping[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """Yield what a payload says of each row of a table that it touches."""
    added = payload.get("insert", {}).get(name)
    for row in added["rows"] if added else ():
        yield dict(zip(added["columns"], row, strict=True))
    for where, _ in payload.get("update", {}).get(name, ()):
        yield where
    yield from payload.get("delete", {}).get(name, ())
