"""The page of tables, read off their classes and a new ledger."""

import inspect
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from page import make_list, make_table

from claims.store.database import get_sqlite
from claims.store.schema import SQL_FOLDERS, upgrade
from claims.store.tables import Table


def render_schema() -> Iterator[str]:
    """Yield the page of tables: columns, rules, refusals of triggers, and the views."""
    classes = {mapper.class_.__tablename__: mapper.class_ for mapper in Table.registry.mappers}
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "claims.db")
        upgrade(path)
        with closing(get_sqlite().connect(path)) as connection:
            triggers = connection.execute(
                "SELECT tbl_name, name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY tbl_name, rowid"
            ).fetchall()
            views = {
                name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
                for (name,) in connection.execute(
                    "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"
                )
            }
    yield (
        f"# Schema\n\n{len(classes)} tables, all STRICT. Times are ISO 8601 text in UTC, days are ISO dates, offsets are"
        " Unicode code points with an exclusive end. What a trigger refuses, it refuses for every program that writes."
    )
    yield make_list(f"[{name}](#{name}): {_first_line(classes[name])}" for name in sorted(classes))
    for name in sorted(classes):
        table = Table.metadata.tables[name]
        yield f"## {name}\n\n{inspect.getdoc(classes[name])}"
        yield make_table(
            ("column", "type", "NULL", "refers to", "meaning"), map(_describe_column, table.columns)
        )
        rules = [*_describe_constraints(table), *_describe_indexes(table)]
        rules += [
            f"`{trigger}` refuses: {_find_message(sql)}"
            for on, trigger, sql in triggers
            if on == name and "RAISE" in sql
        ]
        yield make_list(rules)
    yield "# Views"
    for name, columns in views.items():
        yield f"## {name}\n\n{_read_header(name)}\n\nColumns: {', '.join(columns)}."


def _describe_column(column: sa.Column[Any]) -> tuple[str, ...]:
    target = ", ".join(sorted(key.target_fullname for key in column.foreign_keys))
    kind = str(column.type) + (", key" if column.primary_key else "")
    return column.name, kind, "yes" if column.nullable else "", target, column.doc or ""


def _describe_constraints(table: sa.Table) -> list[str]:
    found = []
    for rule in table.constraints:
        if isinstance(rule, sa.CheckConstraint):
            found.append(f"`{rule.name}`: `{rule.sqltext}`")
        elif isinstance(rule, sa.UniqueConstraint):
            found.append(f"unique: {_names(rule.columns)}")
        elif isinstance(rule, sa.ForeignKeyConstraint) and len(rule.columns) > 1:
            targets = ", ".join(key.target_fullname for key in rule.elements)
            found.append(f"together: {_names(rule.columns)} → {targets}")
    return sorted(found)


def _names(columns: Iterable[Any]) -> str:
    return ", ".join(column.name for column in columns)


def _describe_indexes(table: sa.Table) -> list[str]:
    found = []
    for index in table.indexes:
        where = index.dialect_options["sqlite"]["where"]
        condition = "" if where is None else f" where `{where}`"
        kind = "unique" if index.unique else "index"
        found.append(
            f"{kind}: {', '.join(str(getattr(one, 'name', one)) for one in index.expressions)}{condition}"
        )
    return sorted(found)


def _find_message(sql: str) -> str:
    return "; ".join(re.findall(r"RAISE\(ABORT, '((?:[^']|'')*)'\)", sql))


def _read_header(view: str) -> str:
    path = next(path for folder in SQL_FOLDERS for path in folder.glob(f"{view}.sql"))
    lines = path.read_text("utf-8").splitlines()
    return "\n".join(line.removeprefix("--").strip() for line in lines if line.startswith("--"))


def _first_line(documented: type) -> str:
    return (inspect.getdoc(documented) or "").partition("\n")[0]
