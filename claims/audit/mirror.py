"""The recorded tables as the verifier sees them: their keys, their columns, and statements on copies of them.

A copy has no types and no rules, so that it holds what a log or a bundle says, right or wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable
from sqlalchemy.types import UserDefinedType

from claims.store.tables import Table
from claims.store.write import UNRECORDED

LOG = ("event", "event_payload")
"""The log itself, which records the others."""

NOT_IN_PAYLOADS = {"text": frozenset({"body"})}
"""Columns that stand in events by their hash alone."""

SINCE = "recorded_in"
"""In copies: the event that added the row."""

_DIALECT = sqlite.dialect(paramstyle="qmark")


class Untyped(UserDefinedType[Any]):
    """A column that stores what it is given as it is."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """Return the empty type."""
        return ""


@dataclass(frozen=True)
class Mirror:
    """One recorded table.

    `key` are its primary key's columns and `columns` all that events carry, both in the table's order;
    `real` are those whose numbers stand in payloads as text.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    real: frozenset[str]

    @cached_property
    def columns_known(self) -> frozenset[str]:
        """The columns, to look names up in."""
        return frozenset(self.columns)

    @cached_property
    def held(self) -> Any:
        """The table of the ledger, or of a bundle read into a database."""
        return Table.metadata.tables[self.name]

    @cached_property
    def copy(self) -> Any:
        """The table that the log is replayed into."""
        return sa.Table(
            f"replay_{self.name}",
            sa.MetaData(),
            *(sa.Column(name, Untyped(), primary_key=name in self.key) for name in self.columns),
            sa.Column(SINCE, Untyped()),
            sqlite_with_rowid=False,
        )

    @cached_property
    def creation(self) -> str:
        """The statement that makes the copy."""
        return str(CreateTable(self.copy).compile(dialect=_DIALECT))

    def write_key(self, values: Sequence[Any]) -> str:
        """Return a row's name for readers, such as "mention 12"."""
        return f"{self.name} " + "/".join(shorten(value) for value in values)


def write_statement(statement: Any) -> str:
    """Return a statement as text with question marks, for the bare driver."""
    return str(statement.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True}))


@cache
def list_mirrors() -> dict[str, Mirror]:
    """Return the recorded tables by name, in an order in which none refers to a later one."""
    found = {}
    for table in Table.metadata.sorted_tables:
        if table.name in UNRECORDED or table.name in LOG:
            continue
        hidden = NOT_IN_PAYLOADS.get(table.name, frozenset())
        found[str(table.name)] = Mirror(
            str(table.name),
            tuple(str(column.name) for column in table.primary_key.columns),
            tuple(str(column.name) for column in table.columns if column.name not in hidden),
            frozenset(column.name for column in table.columns if isinstance(column.type, sa.Float)),
        )
    return found


def shorten(value: Any, limit: int = 60) -> str:
    """Return a cell for a message: NULL, a number, or the start of a text."""
    if value is None:
        return "NULL"
    text = " ".join(str(value).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
