"""Reading a bundle's log and tables into a private database, exactly as they say, right or wrong.

Memory stays bounded, and nothing is left behind.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.schema import CreateTable

from claims.audit import form
from claims.audit.csv_file import CsvBroken, read_csv
from claims.audit.export import write_line
from claims.audit.mirror import LOG, Mirror, Untyped, list_mirrors, write_statement
from claims.audit.query import open_room
from claims.audit.report import Report
from claims.settings import MAX_LINE_BYTES
from claims.store.tables import Table

_AT_ONCE = 2000


def open_scratch() -> sqlite3.Connection:
    """Return a private database with the ledger's tables, without types and triggers."""
    connection = open_room()
    metadata = sa.MetaData()
    for table in Table.metadata.sorted_tables:
        if table.name in list_mirrors() or table.name in LOG:
            connection.execute(write_statement(CreateTable(_loosen(table, metadata))))
    return connection


def _loosen(table: sa.Table, metadata: sa.MetaData) -> sa.Table:
    """Return a table that takes any cell but keeps its keys and references."""
    columns = [
        sa.Column(column.name, Untyped(), primary_key=column.primary_key, nullable=True)
        for column in table.columns
    ]
    kept: list[Any] = []
    for rule in table.constraints:
        names = [column.name for column in getattr(rule, "columns", ())]
        if isinstance(rule, sa.ForeignKeyConstraint):
            kept.append(
                sa.ForeignKeyConstraint(names, [element.target_fullname for element in rule.elements])
            )
        elif isinstance(rule, sa.UniqueConstraint):
            kept.append(sa.UniqueConstraint(*names))
    return sa.Table(table.name, metadata, *columns, *kept)


def load_tables(connection: Any, bundle: Path, report: Report) -> dict[str, int]:
    """Read `tables/*.csv`; return how many rows each has. What cannot be read is noted."""
    return {name: load_table(connection, bundle, mirror, report) for name, mirror in list_mirrors().items()}


def load_table(connection: Any, bundle: Path, mirror: Mirror, report: Report) -> int:
    """Read the file of one table; return how many rows it has. What cannot be read is noted."""
    where = f"{form.TABLES}/{mirror.name}.csv"
    path = bundle / where
    count = 0
    if not path.is_file():
        report.add("TABLE", where, "is missing")
        return 0
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for part in _batch(read_csv(file, mirror.columns)):
                count += _insert(connection, mirror, part, where, report)
    except CsvBroken as broken:
        report.add("TABLE", f"{where} line {broken.line}", broken.what)
    except UnicodeDecodeError:
        report.add("DAMAGED", where, "is not UTF-8")
    return count


def _batch(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    part: list[tuple[Any, ...]] = []
    for row in rows:
        part.append(row)
        if len(part) >= _AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _insert(
    connection: Any, mirror: Mirror, rows: Iterable[tuple[Any, ...]], where: str, report: Report
) -> int:
    table = mirror.held
    statement = write_statement(
        table.insert().prefix_with("OR IGNORE").values({name: sa.bindparam(None) for name in mirror.columns})
    )
    count = 0
    for row in rows:
        count += 1
        if connection.execute(statement, row).rowcount == 0:
            key = [row[mirror.columns.index(name)] for name in mirror.key]
            report.add("TABLE", where, f"{mirror.write_key(key)} stands there twice")
    return count


def load_events(connection: Any, bundle: Path, report: Report) -> None:
    """Read the log; lines out of order or out of shape are noted and left out."""
    path = bundle / form.EVENTS
    if not path.is_file():
        report.add("TABLE", form.EVENTS, "is missing")
        return
    event, payload = (_write_insertion(Table.metadata.tables[name]) for name in LOG)
    last = 0
    for number, line in _read_lines(path, report):
        cells = _read_event(line, f"{form.EVENTS} line {number}", report)
        if cells is None:
            continue
        if cells[0] <= last:
            where = f"{form.EVENTS} line {number}"
            report.add("ORDER", where, f"event {cells[0]} stands after event {last}")
            continue
        last = cells[0]
        connection.execute(event, cells[:-2])
        connection.execute(payload, (last, *cells[-2:]))


def _write_insertion(table: sa.Table) -> str:
    values: dict[str, Any] = {column.name: sa.bindparam(None) for column in table.columns}
    return write_statement(table.insert().values(values))


def _read_lines(path: Path, report: Report) -> Iterator[tuple[int, str]]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(MAX_LINE_BYTES * 4):
            number += 1
            try:
                yield number, line.decode()
            except UnicodeDecodeError:
                report.add("DAMAGED", f"{form.EVENTS} line {number}", "is not UTF-8")


def _read_event(line: str, where: str, report: Report) -> list[Any] | None:
    """Return the cells of one line of the log, or None and a note."""
    try:
        event = json.loads(line)
        plain = isinstance(event, dict) and write_line(event) + "\n" == line
        line.encode()
    except (ValueError, RecursionError):
        report.add("DAMAGED", where, "is no JSON")
        return None
    if not isinstance(event, dict) or tuple(event) != form.EVENT_KEYS:
        report.add("DAMAGED", where, f"does not hold {', '.join(form.EVENT_KEYS)}")
        return None
    if not plain:
        report.add("NONCANON", where, "is not written as an export writes it")
    cells = list(event.values())
    whole = all(cell is None or type(cell) in {int, str} for cell in cells)
    big = any(isinstance(cell, int) and abs(cell) >= 2**63 for cell in cells)
    if not whole or big or type(cells[0]) is not int or not _can_be_kept(cells):
        report.add("DAMAGED", where, "holds a cell that no event has")
        return None
    return cells


def _can_be_kept(cells: Iterable[Any]) -> bool:
    try:
        "".join(cell for cell in cells if isinstance(cell, str)).encode()
    except UnicodeEncodeError:
        return False
    return True
