"""The one seam through which rows are written, and which remembers them for the audit log.

Rows go to the driver as tuples: SQLAlchemy's own inserts cost 2.4 times as much for the same bytes,
its mapped objects twenty times. Whatever is written between two calls of `record` becomes one event.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import REAL, Float, func, select
from sqlalchemy.orm import Session

from claims.store.tables.table import Table

Row = Sequence[Any]

UNRECORDED = frozenset(
    {
        *("check_outline", "check_row", "dirty_mention", "dirty_name", "dirty_slot", "finding_slot"),
        *("wording", "wording_key", "wording_name", "wording_pair", "wording_place", "wording_word"),
    }
)
"""Derived tables: rebuilt at will, in no event."""

_BY_HASH_ONLY = {"text": frozenset({"body"})}


@dataclass
class Changes:
    """Rows changed since the last event, per table."""

    inserted: dict[str, tuple[tuple[str, ...], list[Row]]] = field(default_factory=dict)
    updated: dict[str, list[tuple[dict[str, Any], dict[str, tuple[Any, Any]]]]] = field(default_factory=dict)
    deleted: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    rebuilt: dict[str, list[tuple[dict[str, Any], dict[str, Any] | None]]] = field(default_factory=dict)
    next_ids: dict[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.inserted or self.updated or self.deleted or self.rebuilt)


def get_changes(session: Session) -> Changes:
    """Return what the session wrote since its last event."""
    return session.info.setdefault("changes", Changes())  # type: ignore[no-any-return]  # info is untyped


def allocate_ids(session: Session, table: type[Table], count: int = 1) -> int:
    """Reserve `count` ids in a row and return the first; the writer's lock keeps them ours."""
    name = table.__tablename__
    known = get_changes(session).next_ids
    if name not in known:
        key = Table.metadata.tables[name].primary_key.columns[0]
        known[name] = (session.scalar(select(func.max(key))) or 0) + 1
    first = known[name]
    known[name] = first + count
    return first


def insert_rows(session: Session, table: type[Table], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert rows given as tuples in the order of `columns`; the other columns become NULL."""
    rows = list(rows)
    if not rows:
        return
    name = table.__tablename__
    marks = ", ".join("?" * len(columns))
    listed = ", ".join(f'"{column}"' for column in columns)
    statement = f'INSERT INTO "{name}" ({listed}) VALUES ({marks})'  # noqa: S608 - names of our own tables
    session.connection().exec_driver_sql(statement, [tuple(row) for row in rows])
    if name in UNRECORDED:
        return
    known = get_changes(session).inserted.setdefault(name, (tuple(columns), []))
    if known[0] != tuple(columns):
        raise ValueError(f"{name}: one event writes one set of columns, not {known[0]} and {tuple(columns)}")
    known[1].extend(rows)


def insert(session: Session, table: type[Table], **values: Any) -> int:
    """Insert one row; gives it an id if it has such a column and none was given, and returns that."""
    names = [column.name for column in table.__table__.columns]
    if "id" in names and "id" not in values:
        values["id"] = allocate_ids(session, table)
    insert_rows(session, table, names, [tuple(values.get(name) for name in names)])
    return int(values.get("id", 0))


def update(session: Session, table: type[Table], key: Mapping[str, Any] | int, **values: Any) -> bool:
    """Change columns of one row, and tell whether anything was different."""
    where = {"id": key} if isinstance(key, int) else dict(key)
    columns = table.__table__.columns
    condition = [columns[name] == wanted for name, wanted in where.items()]
    before = session.execute(select(*(columns[name] for name in values)).where(*condition)).one()
    changed = {
        name: (old, new) for (name, new), old in zip(values.items(), before, strict=True) if old != new
    }
    if not changed:
        return False
    session.execute(
        Table.metadata.tables[table.__tablename__]
        .update()
        .where(*condition)
        .values({name: new for name, (_, new) in changed.items()})
    )
    get_changes(session).updated.setdefault(table.__tablename__, []).append((where, changed))
    return True


def delete(session: Session, table: type[Table], **where: Any) -> int:
    """Delete the rows that match, and return how many; the database refuses it for what is append-only."""
    source: Any = table.__table__
    condition = [source.columns[name] == wanted for name, wanted in where.items()]
    if table.__tablename__ not in UNRECORDED:
        gone = [dict(row) for row in session.execute(select(source).where(*condition)).mappings()]
        if gone:
            get_changes(session).deleted.setdefault(table.__tablename__, []).extend(gone)
    done: Any = session.execute(source.delete().where(*condition))
    return int(done.rowcount)


def note_rebuilt(session: Session, table: str, key: Mapping[str, Any], was: Mapping[str, Any] | None) -> None:
    """Note that a row was brought back to what the log says; `was` is what stood there, None for nothing."""
    noted = (dict(key), None if was is None else dict(was))
    get_changes(session).rebuilt.setdefault(table, []).append(noted)


def take_payload(session: Session) -> dict[str, Any]:
    """Return the changes since the last event as plain JSON, and start anew.

    REAL numbers become text, so that the canonical form needs no rule for printing them.
    """
    changes = get_changes(session)
    payload: dict[str, Any] = {}
    if changes.inserted:
        payload["insert"] = {name: _insertion(name, *rows) for name, rows in changes.inserted.items()}
    if changes.updated:
        payload["update"] = {
            name: [[where, _texts(name, change)] for where, change in rows]
            for name, rows in changes.updated.items()
        }
    if changes.deleted:
        payload["delete"] = {
            name: [_texts(name, row) for row in rows] for name, rows in changes.deleted.items()
        }
    if changes.rebuilt:
        payload["rebuilt"] = {
            name: [[key, was and _texts(name, was)] for key, was in rows]
            for name, rows in changes.rebuilt.items()
        }
    session.info["changes"] = Changes(next_ids=changes.next_ids)
    return payload


def _insertion(name: str, columns: tuple[str, ...], rows: list[Row]) -> dict[str, Any]:
    hidden = _BY_HASH_ONLY.get(name, frozenset())
    real = _real_columns(name)
    shown = [place for place, column in enumerate(columns) if column not in hidden]
    texts = {place for place in shown if columns[place] in real}
    if texts:
        body = [
            [repr(row[p]) if p in texts and isinstance(row[p], float) else row[p] for p in shown]
            for row in rows
        ]
    elif hidden:
        body = [[row[place] for place in shown] for row in rows]
    else:
        body = rows  # type: ignore[assignment]  # JSON writes a tuple as it writes a list
    return {"columns": [columns[place] for place in shown], "rows": body}


def _texts(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    real = _real_columns(name)
    return {
        key: _text(value) if key in real else list(value) if isinstance(value, tuple) else value
        for key, value in values.items()
    }


def _text(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_text(part) for part in value]
    return repr(value) if isinstance(value, float) else value


def _real_columns(name: str) -> frozenset[str]:
    table = Table.metadata.tables[name]
    return frozenset(column.name for column in table.columns if isinstance(column.type, (REAL, Float)))
