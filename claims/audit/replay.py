"""Doing again what the log says was done, in copies of the tables.

The copies lie in a private database: memory stays bounded however long the log is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import and_, bindparam

from claims.audit.mirror import SINCE, Mirror, list_mirrors, write_statement
from claims.audit.report import Report

_AT_ONCE = 2000
_SCALARS = frozenset({int, str, bool, type(None), float})
_FITS_64_BITS = range(-(2**63), 2**63)


class Replay:
    """Copies of the recorded tables, brought up to date event by event."""

    def __init__(self, connection: Any, report: Report) -> None:
        self._run = connection.execute
        self._run_many = connection.executemany
        self._connection = connection
        self._report = report
        self._mirrors = list_mirrors()
        self._waiting: dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]] = {}
        self._statements: dict[tuple[str, str, tuple[str, ...]], str] = {}
        self._shapes: dict[tuple[Any, ...], _Shape | None] = {}
        for mirror in self._mirrors.values():
            self._run(mirror.creation)

    def apply(self, seq: int, payload: Mapping[str, Any]) -> None:
        """Do what one event did; what makes no sense is noted and left out."""
        for action, change in payload.items():
            if action == "rebuilt":
                # The ledger strayed from the log and was brought back; the log itself never changed.
                continue
            act = {"insert": self._insert, "update": self._update, "delete": self._delete}.get(action)
            if act is None or not isinstance(change, dict):
                self._complain(seq, f"says {action!r}, which is no kind of change")
                continue
            for name, rows in change.items():
                mirror = self._mirrors.get(name)
                if mirror is None:
                    self._complain(seq, f"changes {name!r}, which is no recorded table")
                elif not act(seq, mirror, rows):
                    self._complain(seq, f"its {action} of {name} cannot be read")

    def finish(self) -> None:
        """Write out what still waits."""
        for name in list(self._waiting):
            self._flush(name)

    def _insert(self, seq: int, mirror: Mirror, given: Any) -> bool:
        match given:
            case {"columns": list() as columns, "rows": list() as rows, **rest} if not rest:
                shape = self._find_shape(mirror, columns)
            case _:
                return False
        if shape is None:
            return False
        waiting = self._waiting.get(mirror.name)
        if waiting is None or waiting[0] != shape.ordered or len(waiting[1]) >= _AT_ONCE:
            self._flush(mirror.name)
            waiting = self._waiting[mirror.name] = (shape.ordered, [])
        width, add, in_order = len(columns), waiting[1].append, shape.in_order
        for row in rows:
            if type(row) is not list or len(row) != width or not _SCALARS.issuperset(map(type, row)):
                return False
            for place in shape.real:
                row[place] = _read_real(row[place])
            row.append(seq)
            add(in_order(row))
        return True

    def _find_shape(self, mirror: Mirror, columns: list[Any]) -> "_Shape | None":
        """Return how rows with these columns are read, found once for all events that write them so."""
        try:
            key = (mirror.name, *columns)
            if key not in self._shapes:
                self._shapes[key] = _read_shape(mirror, columns)
        except TypeError:
            return None
        return self._shapes[key]

    def _flush(self, name: str) -> None:
        columns, rows = self._waiting.pop(name, ((), []))
        if not rows:
            return
        mirror = self._mirrors[name]
        statement = self._write("insert", mirror, columns)
        before = self._connection.total_changes
        try:
            self._run_many(statement, rows)
        except OverflowError:
            rows = [row for row in rows if self._fits(mirror, row)]
            self._run_many(statement, rows)
        if self._connection.total_changes - before < len(rows):
            self._note_repeated(mirror, columns, rows)

    def _fits(self, mirror: Mirror, row: tuple[Any, ...]) -> bool:
        fits = all(value in _FITS_64_BITS for value in row if isinstance(value, int))
        if not fits:
            self._complain(row[-1], f"its insert of {mirror.name} holds a number too large for any ledger")
        return fits

    def _note_repeated(self, mirror: Mirror, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Name the rows that an event adds although an earlier one did."""
        find = self._write("find", mirror, ())
        places = [columns.index(column) for column in mirror.key]
        for row in rows:
            key = tuple(row[place] for place in places)
            there = self._run(find, key).fetchone()
            if there is None:
                self._complain(row[-1], f"adds a row of {mirror.name} that has no key")
            elif there[0] != row[-1]:
                self._complain(row[-1], f"adds {mirror.write_key(key)}, which event {there[0]} added")

    def _update(self, seq: int, mirror: Mirror, given: Any) -> bool:
        self._flush(mirror.name)
        if not isinstance(given, list):
            return False
        for one in given:
            match one:
                case [dict() as where, dict() as change]:
                    pass
                case _:
                    return False
            if not self._change_row(seq, mirror, where, change):
                return False
        return True

    def _change_row(self, seq: int, mirror: Mirror, where: dict[str, Any], change: dict[str, Any]) -> bool:
        columns = tuple(change)
        pairs = [pair for pair in change.values() if type(pair) is list and len(pair) == 2]
        if not columns or len(pairs) < len(columns):
            return False
        if where.keys() != set(mirror.key) or not mirror.columns_known.issuperset(columns):
            return False
        old, new = zip(*pairs, strict=True)
        if not mirror.real.isdisjoint(columns):
            old, new = (
                tuple(
                    _read_real(cell) if name in mirror.real else cell
                    for name, cell in zip(columns, side, strict=True)
                )
                for side in (old, new)
            )
        key = [where[column] for column in mirror.key]
        done = self._run_one(self._write("update", mirror, columns), (*new, *key, *old))
        if done == 0 and not self._report.withheld:
            self._complain(seq, f"changes {mirror.write_key(key)} from what the events before it do not say")
        return done is not None

    def _run_one(self, statement: str, cells: Sequence[Any]) -> int | None:
        """Run a statement and return how many rows it changed; None where the cells are none of a ledger's."""
        if not _SCALARS.issuperset(map(type, cells)):
            return None
        try:
            return int(self._run(statement, cells).rowcount)
        except OverflowError:
            return None

    def _delete(self, seq: int, mirror: Mirror, given: Any) -> bool:
        self._flush(mirror.name)
        if not isinstance(given, list):
            return False
        statement = self._write("delete", mirror, ())
        for row in given:
            if not isinstance(row, dict) or not set(mirror.key) <= set(row):
                return False
            key = [row[column] for column in mirror.key]
            done = self._run_one(statement, key)
            if done is None:
                return False
            if done == 0 and not self._report.withheld:
                self._complain(seq, f"deletes {mirror.write_key(key)}, which no event before it added")
        return True

    def _write(self, kind: str, mirror: Mirror, columns: tuple[str, ...]) -> str:
        found = self._statements.get((kind, mirror.name, columns))
        if found is None:
            found = write_statement(_STATEMENTS[kind](mirror, columns))
            self._statements[kind, mirror.name, columns] = found
        return found

    def _complain(self, seq: int, what: str) -> None:
        self._report.add("PAYLOAD", f"event {seq}", what)


def _build_insert(mirror: Mirror, columns: tuple[str, ...]) -> Any:
    values: dict[str, Any] = {name: bindparam(None) for name in (*columns, SINCE)}
    return mirror.copy.insert().prefix_with("OR IGNORE").values(values)


def _build_update(mirror: Mirror, columns: tuple[str, ...]) -> Any:
    copy = mirror.copy
    return (
        copy.update()
        .ordered_values(*((copy.c[name], bindparam(None)) for name in columns))
        .where(
            *(copy.c[name] == bindparam(None) for name in mirror.key),
            *(copy.c[name].is_not_distinct_from(bindparam(None)) for name in columns),
        )
    )


def _match_key(mirror: Mirror) -> Any:
    return and_(*(mirror.copy.c[name] == bindparam(None) for name in mirror.key))


def _build_delete(mirror: Mirror, _: tuple[str, ...]) -> Any:
    return mirror.copy.delete().where(_match_key(mirror))


def _build_find(mirror: Mirror, _: tuple[str, ...]) -> Any:
    return mirror.copy.select().with_only_columns(mirror.copy.c[SINCE]).where(_match_key(mirror))


_STATEMENTS = {
    "insert": _build_insert,
    "update": _build_update,
    "delete": _build_delete,
    "find": _build_find,
}


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a payload's rows are brought into the table's order, the event's number last."""

    ordered: tuple[str, ...]
    real: tuple[int, ...]
    in_order: Callable[[list[Any]], tuple[Any, ...]]


def _read_shape(mirror: Mirror, columns: list[Any]) -> _Shape | None:
    """Return the shape of rows with these columns, or None where the table has no such columns."""
    if not set(mirror.key) <= set(columns) <= set(mirror.columns) or len(set(columns)) < len(columns):
        return None
    ordered = tuple(column for column in mirror.columns if column in columns)
    real = tuple(place for place, column in enumerate(columns) if column in mirror.real)
    return _Shape(ordered, real, itemgetter(*map(columns.index, ordered), len(columns)))


def _read_real(value: Any) -> Any:
    """Return the number that a payload keeps as text, or as a whole one; anything else stays."""
    if isinstance(value, str | int):
        try:
            return float(value)
        except (ValueError, OverflowError):
            return value
    return value


def replay(connection: Any, events: Iterable[tuple[int, dict[str, Any] | None]], report: Report) -> int:
    """Replay a log into copies on `connection`; return the last event whose changes are not known, or 0."""
    copies = Replay(connection, report)
    unknown = 0
    for seq, payload in events:
        if payload is None:
            unknown = seq
        else:
            copies.apply(seq, payload)
    copies.finish()
    return unknown
