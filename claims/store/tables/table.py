"""How every table of the ledger is declared: named constraints, plain types, ids given by the program.

Columns hold only whole numbers, REAL numbers and text, so that a row is the same in SQLite's shell,
in an event's payload and in an export. Times are ISO 8601 text in UTC, days are ISO dates.
"""

from typing import Annotated, Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import CheckConstraint, MetaData, event
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(DeclarativeBase):
    """The parent of all mapped classes; `Table.metadata` is the schema."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: sa.Text(), float: sa.REAL()}


@event.listens_for(sa.Table, "after_parent_attach")
def _make_strict(table: sa.Table, metadata: MetaData) -> None:
    """Let SQLite refuse a text where a number belongs; without STRICT it stores anything anywhere."""
    if metadata is Table.metadata:
        table.dialect_kwargs["sqlite_strict"] = True


Id = Annotated[
    int, mapped_column(primary_key=True, autoincrement=False, doc="Given by the program, never reused.")
]
Flag = Annotated[int, mapped_column()]
"""0 or 1; pair it with `is_flag`."""


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """Return the rule that `column` (or NULL) is one of `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_is_known")


def is_flag(column: str) -> CheckConstraint:
    """Return the rule that `column` is 0 or 1."""
    return CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_is_flag")


def is_given(column: str) -> CheckConstraint:
    """Return the rule that `column` is not blank."""
    return CheckConstraint(f"length(trim({column})) > 0", name=f"{column}_is_given")
