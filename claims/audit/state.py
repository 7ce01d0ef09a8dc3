"""Comparing the ledger's rows with what the log, done again, leaves: row by row, cell by cell.

Both are read in the order of their keys, side by side. Where a payload is withheld, the log is silent
about some rows. A row that differs in a way which that event could have caused is counted as unknown;
what no event can have caused is a problem all the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from claims.audit.guards import list_refusing
from claims.audit.mirror import SINCE, Mirror, list_mirrors, shorten, write_statement
from claims.audit.report import Report

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not what the log says.

    `held` is the row in the ledger and `told` what the log left, None where there is none; both by
    column. `what` says it in words.
    """

    mirror: Mirror
    key: Row
    held: dict[str, Any] | None
    told: dict[str, Any] | None
    what: str

    def __str__(self) -> str:
        return f"{self.mirror.write_key(self.key)} {self.what}"


def compare_state(ledger: Any, copies: Any, unknown_from: int, report: Report) -> None:
    """Compare all recorded tables on the connection `ledger` with the replayed ones on `copies`.

    `unknown_from` is the last event whose changes are not known, 0 where all are.
    """
    for one in list_differences(ledger, copies, unknown_from, report):
        report.add("STATE", one.mirror.write_key(one.key), one.what)


def list_differences(ledger: Any, copies: Any, unknown_from: int, report: Report) -> Iterator[Difference]:
    """Yield the rows that differ, table by table; those that nobody can compare are only counted."""
    for mirror in list_mirrors().values():
        width = len(mirror.key)
        columns = [*mirror.key, *(name for name in mirror.columns if name not in mirror.key)]
        held = ledger.execute(_select(mirror.held, columns, width))
        told = copies.execute(_select(mirror.copy, [*columns, SINCE], width))
        may_go, may_change = (mirror.name not in list_refusing(act) for act in ("delete", "update"))
        for here, there in _pair(held, told, width):
            if here is not None:
                report.rows += 1
            if here is None and there is not None:
                what, excused = f"is missing; event {there[-1]} added it", may_go and there[-1] < unknown_from
            elif there is None:
                what, excused = "is in no event", unknown_from > 0
            elif here is not None and here != there[:-1]:
                what = _describe(columns[width:], here[width:], there[width:-1])
                excused = may_change and there[-1] < unknown_from
            else:
                continue
            if excused:
                report.unknown += 1
                continue
            held_cells, told_cells = _name_cells(columns, here), _name_cells(columns, there)
            yield Difference(mirror, (here or there or ())[:width], held_cells, told_cells, what)


def _name_cells(columns: list[str], row: Row | None) -> dict[str, Any] | None:
    return None if row is None else dict(zip(columns, row, strict=False))


def _select(table: Any, columns: list[str], width: int) -> str:
    cells = [table.c[name] for name in columns]
    return write_statement(sa.select(*cells).order_by(*cells[:width]))


def _pair(held: Iterator[Row], told: Iterator[Row], width: int) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield the rows of both by key, None where only one of them has the key."""
    here, there = next(held, None), next(told, None)
    while here is not None or there is not None:
        if here is not None and there is not None and here[:width] == there[:width]:
            yield here, there
            here, there = next(held, None), next(told, None)
        elif there is None or (here is not None and _rank(here[:width]) < _rank(there[:width])):
            yield here, None
            here = next(held, None)
        else:
            yield None, there
            there = next(told, None)


def _rank(key: Row) -> list[tuple[int, Any]]:
    """Return what sorts keys as SQLite does: NULL, numbers, texts by their bytes, blobs."""
    return [
        (0, 0)
        if cell is None
        else (1, cell)
        if isinstance(cell, int | float)
        else (2, cell.encode("utf-8", "surrogateescape"))
        if isinstance(cell, str)
        else (3, cell)
        for cell in key
    ]


def _describe(names: list[str], held: Row, told: Row) -> str:
    return "; ".join(
        f"{name} is {shorten(here)}, the log says {shorten(there)}"
        for name, here, there in zip(names, held, told, strict=True)
        if here != there
    )
