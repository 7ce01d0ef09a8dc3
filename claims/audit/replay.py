"""Doing again what the log says was done, in copies of the tables that live in a temporary file.

The copies are tables of SQLite's temporary database: memory stays bounded however long the log is,
and the file is unlinked from the start.
"""

from collections.abc import Iterable, Mapping, Sequence
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
        self._count_changes = lambda: connection.total_changes
        self._report = report
        self._mirrors = list_mirrors()
        self._waiting: dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]] = {}
        self._statements: dict[tuple[str, str, tuple[str, ...]], str] = {}
        for mirror in self._mirrors.values():
            self._run(mirror.creation)

    def apply(self, seq: int, payload: Mapping[str, Any]) -> None:
        """Do what one event did; what makes no sense is noted and left out."""
        for action, change in payload.items():
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
        columns, rows = _read_insertion(mirror, given)
        if columns is None:
            return False
        ordered = tuple(column for column in mirror.columns if column in columns)
        waiting = self._waiting.get(mirror.name)
        if waiting is None or waiting[0] != ordered or len(waiting[1]) >= _AT_ONCE:
            self._flush(mirror.name)
            waiting = self._waiting[mirror.name] = (ordered, [])
        real = [place for place, column in enumerate(columns) if column in mirror.real]
        in_order = itemgetter(*(columns.index(column) for column in ordered), len(columns))
        add = waiting[1].append
        for row in rows:
            if type(row) is not list or len(row) != len(columns) or not _SCALARS.issuperset(map(type, row)):
                return False
            for place in real:
                row[place] = _read_real(row[place])
            row.append(seq)
            add(in_order(row))
        return True

    def _flush(self, name: str) -> None:
        columns, rows = self._waiting.pop(name, ((), []))
        if not rows:
            return
        mirror = self._mirrors[name]
        statement = self._write("insert", mirror, columns)
        before = self._count_changes()
        try:
            self._run_many(statement, rows)
        except OverflowError:
            rows = [row for row in rows if self._fits(mirror, row)]
            self._run_many(statement, rows)
        if self._count_changes() - before < len(rows):
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
        pairs = list(change.values())
        whole = all(isinstance(pair, list) and len(pair) == 2 for pair in pairs)
        columns = tuple(change)
        if not whole or not columns or set(where) != set(mirror.key) or not set(columns) <= set(mirror.columns):
            return False
        key = [where[column] for column in mirror.key]
        old, new = (
            [
                _read_real(pair[side]) if column in mirror.real else pair[side]
                for column, pair in zip(columns, pairs, strict=True)
            ]
            for side in (0, 1)
        )
        if not _are_scalars([*key, *old, *new]):
            return False
        statement = self._write("update", mirror, columns)
        if self._run(statement, (*new, *key, *old)).rowcount != 1 and not self._report.withheld:
            named = mirror.write_key(key)
            self._complain(seq, f"changes {named} from what the events before it do not say")
        return True

    def _delete(self, seq: int, mirror: Mirror, given: Any) -> bool:
        self._flush(mirror.name)
        if not isinstance(given, list):
            return False
        statement = self._write("delete", mirror, ())
        for row in given:
            if not isinstance(row, dict) or not set(mirror.key) <= set(row):
                return False
            key = [row[column] for column in mirror.key]
            if not _are_scalars(key):
                return False
            if self._run(statement, key).rowcount != 1 and not self._report.withheld:
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
    values = {name: bindparam(None, required=False) for name in (*columns, SINCE)}
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


def _read_insertion(mirror: Mirror, given: Any) -> tuple[tuple[str, ...] | None, list[Any]]:
    """Return the columns and rows of an insertion, or None where they are no such thing."""
    match given:
        case {"columns": list() as columns, "rows": list() as rows, **rest} if not rest:
            names = tuple(columns)
        case _:
            return None, []
    if not all(isinstance(name, str) for name in names):
        return None, []
    fits = set(mirror.key) <= set(names) <= set(mirror.columns) and len(set(names)) == len(names)
    return (names if fits else None), rows


def _read_real(value: Any) -> Any:
    """Return the number that a payload keeps as text, or as a whole one; anything else stays."""
    if isinstance(value, str | int):
        try:
            return float(value)
        except (ValueError, OverflowError):
            return value
    return value


def _are_scalars(values: Sequence[Any]) -> bool:
    return all(
        type(value) in _SCALARS and (not isinstance(value, int) or value in _FITS_64_BITS) for value in values
    )


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
