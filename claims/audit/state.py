"""Comparing the ledger's rows with what the log, done again, leaves: row by row, cell by cell.

Where a payload is withheld, the log is silent about some rows. A row that differs in a way which that
event could have caused is counted as unknown; what no event can have caused is a problem all the same.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from claims.audit.guards import list_refusing
from claims.audit.mirror import SINCE, Mirror, list_mirrors, shorten, write_statement
from claims.audit.report import Report


def compare_state(connection: Any, unknown_from: int, report: Report) -> None:
    """Compare all recorded tables on `connection` with their replayed copies.

    `unknown_from` is the last event whose changes are not known, 0 where all are.
    """
    for mirror in list_mirrors().values():
        (count,) = connection.execute(_count(mirror)).fetchone()
        report.rows += count
        _list_added(connection, mirror, unknown_from, report)
        _list_missing(connection, mirror, unknown_from, report)
        _list_changed(connection, mirror, unknown_from, report)


def _count(mirror: Mirror) -> str:
    return write_statement(sa.select(sa.func.count()).select_from(mirror.held))


def _list_added(connection: Any, mirror: Mirror, unknown_from: int, report: Report) -> None:
    """Note rows that no event added."""
    held, copy = mirror.held, mirror.copy
    told = sa.exists().where(*(copy.c[name] == _plain(held.c[name]) for name in mirror.key)).correlate(held)
    keys = [held.c[name] for name in mirror.key]
    for key in connection.execute(write_statement(sa.select(*keys).where(~told).order_by(*keys))):
        if unknown_from:
            report.unknown += 1
        else:
            report.add("STATE", mirror.write_key(key), "is in no event")


def _list_missing(connection: Any, mirror: Mirror, unknown_from: int, report: Report) -> None:
    """Note rows that an event added, that none deleted, and that are not there."""
    held, copy = mirror.held, mirror.copy
    there = sa.exists().where(*(held.c[name] == copy.c[name] for name in mirror.key)).correlate(copy)
    keys = [copy.c[name] for name in mirror.key]
    may_go = mirror.name not in list_refusing("delete")
    query = sa.select(copy.c[SINCE], *keys).where(~there).order_by(*keys)
    for since, *key in connection.execute(write_statement(query)):
        if may_go and since < unknown_from:
            report.unknown += 1
        else:
            report.add("STATE", mirror.write_key(key), f"is missing; event {since} added it")


def _list_changed(connection: Any, mirror: Mirror, unknown_from: int, report: Report) -> None:
    """Note cells that are not what the events left in them."""
    held, copy = mirror.held, mirror.copy
    others = [name for name in mirror.columns if name not in mirror.key]
    if not others:
        return
    may_change = mirror.name not in list_refusing("update")
    same_row = sa.and_(*(held.c[name] == copy.c[name] for name in mirror.key))
    pairs = [(held.c[name], copy.c[name]) for name in others]
    query = (
        sa.select(
            copy.c[SINCE], *(copy.c[name] for name in mirror.key), *(cell for pair in pairs for cell in pair)
        )
        .select_from(copy.join(held, same_row))
        .where(sa.or_(*(here.is_distinct_from(told) for here, told in pairs)))
    )
    width = len(mirror.key) + 1
    for row in connection.execute(write_statement(query)):
        if may_change and row[0] < unknown_from:
            report.unknown += 1
            continue
        differing = [
            f"{name} is {shorten(here)}, the log says {shorten(told)}"
            for name, here, told in zip(others, row[width::2], row[width + 1 :: 2], strict=True)
            if not _is_same(here, told)
        ]
        report.add("STATE", mirror.write_key(row[1:width]), "; ".join(differing))


def _plain(column: Any) -> Any:
    """Return a column without its affinity: with it SQLite would convert the copy's cells, and use no index."""
    return UnaryExpression(column, operator=custom_op("+"))


def _is_same(one: Any, other: Any) -> bool:
    return one is None and other is None if one is None or other is None else bool(one == other)
