"""Which rows an export shows: all, or those that some articles concern; never those of confidential sources.

The scope is a temporary table of keys for each recorded table. An event is shown with its payload if
every row that it touched is in scope: a payload is disclosed whole or not at all.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from claims.audit.mirror import Mirror, Untyped, list_mirrors, write_statement
from claims.audit.query import read_sql


class Scope:
    """The rows that are shown, as temporary tables `scope_TABLE` on a connection."""

    def __init__(self, connection: Any) -> None:
        self._run = connection.execute
        self._whole = False
        self._mirrors = list_mirrors()
        self._tables = {mirror.name: _make_table(mirror) for mirror in self._mirrors.values()}
        self._shown = {name: _probe(table, self._mirrors[name]) for name, table in self._tables.items()}
        self._held = {name: _probe(mirror.held, mirror) for name, mirror in self._mirrors.items()}

    def fill(self, article_ids: Sequence[int] | None, *, confidential: bool) -> None:
        """Bring everything into scope, or what these articles concern; then take out confidential sources."""
        self._whole = article_ids is None
        for name, table in self._tables.items():
            self._run(write_statement(sa.schema.CreateTable(table)))
            if article_ids is None:
                self._add_all(name)
        if article_ids is not None:
            for article_id in article_ids:
                self._run("INSERT OR IGNORE INTO scope_article VALUES (?)", (article_id,))
            self._run_file("scope_articles")
        if not confidential:
            self._run_file("scope_confidential")

    def holds(self, body: str) -> bool:
        """Tell whether every row that a payload touches is in scope; what was rebuilt never is."""
        try:
            payload = json.loads(body)
            return "rebuilt" not in payload and all(
                self._shows(name, key) for name, key in _list_keys(payload, self._mirrors)
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return False

    def _shows(self, name: str, key: list[Any]) -> bool:
        if self._run(self._shown[name], key).fetchone() is not None:
            return True
        # What was deleted since is in no scope. It is hidden only where all but some articles is.
        return self._whole and self._run(self._held[name], key).fetchone() is None

    def list_rows(self, mirror: Mirror) -> str:
        """Return the query for a table's rows in scope, by key."""
        held, table = mirror.held, self._tables[mirror.name]
        keys = [held.c[name] for name in mirror.key]
        same = sa.and_(*(key == table.c[key.name] for key in keys))
        rows = sa.select(*(held.c[name] for name in mirror.columns)).join(table, same)
        return write_statement(rows.order_by(*keys))

    def count_hidden(self, mirror: Mirror) -> int:
        """Return how many rows of a table are out of scope."""
        counts = [
            self._run(write_statement(sa.select(sa.func.count()).select_from(table))).fetchone()[0]
            for table in (mirror.held, self._tables[mirror.name])
        ]
        return int(counts[0] - counts[1])

    def _add_all(self, name: str) -> None:
        mirror, table = self._mirrors[name], self._tables[name]
        keys = sa.select(*(mirror.held.c[column] for column in mirror.key))
        self._run(write_statement(table.insert().from_select(mirror.key, keys)))

    def _run_file(self, name: str) -> None:
        for block in read_sql(name).split("\n\n"):
            statement = "\n".join(line for line in block.splitlines() if not line.startswith("--"))
            if statement.strip():
                self._run(statement)


def _make_table(mirror: Mirror) -> Any:
    columns = (sa.Column(name, Untyped(), primary_key=True) for name in mirror.key)
    return sa.Table(
        f"scope_{mirror.name}",
        sa.MetaData(),
        *columns,
        schema="temp",
        sqlite_with_rowid=False,
    )


def _probe(table: Any, mirror: Mirror) -> str:
    matches = (table.c[name] == sa.bindparam(None) for name in mirror.key)
    return write_statement(sa.select(sa.literal_column("1")).select_from(table).where(*matches))


def _list_keys(payload: Any, mirrors: dict[str, Mirror]) -> Iterable[tuple[str, list[Any]]]:
    """Yield table and key of every row that a payload touches."""
    for name, change in payload.get("insert", {}).items():
        places = [change["columns"].index(column) for column in mirrors[name].key]
        for row in change["rows"]:
            yield name, [row[place] for place in places]
    for name, changes in payload.get("update", {}).items():
        for where, _ in changes:
            yield name, [where[column] for column in mirrors[name].key]
    for name, rows in payload.get("delete", {}).items():
        for row in rows:
            yield name, [row[column] for column in mirrors[name].key]
