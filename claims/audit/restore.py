"""Putting rows back one by one where triggers refuse it, and leaving nothing open behind.

This is the only place that takes triggers down. It runs within a transaction of the writer, and what
it put down stands again, word for word, before anybody else can see the ledger.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from claims.audit.guards import read_triggers
from claims.audit.mirror import NOT_IN_PAYLOADS, Mirror, write_statement
from claims.audit.report import Report
from claims.audit.state import Difference
from claims.audit.structure import check_triggers
from claims.errors import DatabaseDamaged
from claims.store.tables import Table
from claims.store.write import UNRECORDED

_BODY = next(iter(NOT_IN_PAYLOADS["text"]))
_DIALECT = sqlite.dialect()


def restore_rows(connection: Any, differences: Sequence[Difference], bodies: Mapping[str, str]) -> None:
    """Bring rows to what the log says, give texts their `bodies`, and have all that is derived made anew.

    Raises:
        DatabaseDamaged: The triggers do not say afterwards what they should.
    """
    with _triggers_aside(connection):
        _empty_derived(connection)
        _put_right(connection, differences, bodies)
        _fill_derived(connection)


@contextmanager
def _triggers_aside(connection: Any) -> Iterator[None]:
    """Take down all triggers but those that keep the search index in step, and put the shipped ones back.

    Raises:
        DatabaseDamaged: They do not say then what they should.
    """
    shipped = read_triggers()
    query = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    for name, sql in connection.execute(query).fetchall():
        if shipped.get(name) != sql or "RAISE(" in sql:
            connection.execute(_drop(name))
    yield
    there = {name for name, _ in connection.execute(query)}
    for name, statement in shipped.items():
        if name not in there:
            connection.execute(statement)
    report = Report()
    check_triggers(connection, report)
    if not report.holds:
        raise DatabaseDamaged(f"nothing was rebuilt: {report.problems[0]}")


def _drop(trigger: str) -> str:
    named = {"name": _DIALECT.identifier_preparer.quote_identifier(trigger)}
    statement = sa.DDL("DROP TRIGGER %(name)s", context=named)  # type: ignore[no-untyped-call]  # DDL is not annotated
    return str(statement.compile(dialect=_DIALECT))


def _empty_derived(connection: Any) -> None:
    for name in sorted(UNRECORDED):
        connection.execute(write_statement(Table.metadata.tables[name].delete()))


def _fill_derived(connection: Any) -> None:
    """Let the next cross-check look at every question, and the next search at everything that it knows."""
    connection.execute("INSERT INTO dirty_slot (slot_id) SELECT id FROM slot")
    connection.execute("INSERT OR IGNORE INTO dirty_name (name) SELECT name FROM alias")
    connection.execute("INSERT INTO search_dirty (noun, noun_id) SELECT noun, noun_id FROM search_document")


def _put_right(connection: Any, differences: Sequence[Difference], bodies: Mapping[str, str]) -> None:
    """Take out the rows that differ, then put in those of the log: in this order no two collide."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for one in differences:
        if one.held is not None:
            matches = (_match(one.mirror.held.c[name]) for name in one.mirror.key)
            statement = write_statement(one.mirror.held.delete().where(*matches))
            connection.execute(statement, [_bind(cell) for cell in one.key])
    for one in differences:
        if one.told is not None:
            whole = one.told | {_BODY: bodies[one.key[0]]} if one.mirror.name == "text" else one.told
            _insert(connection, one.mirror, whole)
    for digest, body in bodies.items():
        connection.execute("UPDATE text SET body = ? WHERE sha256 = ?", (body, digest))


def _insert(connection: Any, mirror: Mirror, row: dict[str, Any]) -> None:
    names = [column.name for column in mirror.held.columns]
    values: dict[str, Any] = {name: sa.bindparam(None) for name in names}
    statement = write_statement(mirror.held.insert().values(values))
    connection.execute(statement, [row[name] for name in names])


def _match(column: Any) -> Any:
    """Return the condition that a key's column has a value; a text that is no UTF-8 is given as its bytes."""
    wanted: Any = sa.bindparam(None)
    return column == (sa.cast(wanted, sa.Text) if isinstance(column.type, sa.Text | sa.String) else wanted)


def _bind(cell: Any) -> Any:
    if isinstance(cell, str) and not is_plain(cell):
        return cell.encode("utf-8", "surrogateescape")
    return cell


def is_plain(cell: str) -> bool:
    """Tell whether a text came out of the database as UTF-8."""
    return cell.isascii() or not any("\udc80" <= char <= "\udcff" for char in cell)
