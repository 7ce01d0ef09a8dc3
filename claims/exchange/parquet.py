"""Writing tables of the ledger as Parquet files, which data tools and clusters read.

Rows are written as they are read, a group of rows at a time, so memory is that of one group whatever
the ledger's size. Nothing in the files depends on the time or the machine: the same rows give the
same bytes.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from claims.errors import ExtraMissing
from claims.exchange.columns import EXPORTED, Exported
from claims.exchange.folder import building, opened_binary

ROWS_PER_GROUP = 65_536
"""Rows that a reader takes at once, and that a cluster hands to one task."""

_AT_ONCE = 4_096


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its name, rows and size."""

    name: str
    rows: int
    bytes: int


def export_parquet(
    session: Session,
    folder: Path,
    *,
    replace: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> list[Written]:
    """Write all tables of `EXPORTED` into a new or empty folder, one file each.

    With `replace` the folder may hold files: those of the same names are replaced. `progress` is told
    how many rows are written.

    Raises:
        ExtraMissing: The library that writes Parquet is not installed.
        FileRefused: The folder cannot be used.
    """
    _load()
    done: list[Written] = []
    with building(folder, replace=replace) as place:
        for table in EXPORTED:
            written = sum(one.rows for one in done)
            done.append(write_table(session, table, place, progress=partial(_add, progress, written)))
    return done


def _add(progress: Callable[[int], None], written: int, rows: int) -> None:
    progress(written + rows)


def write_table(
    session: Session, table: Exported, folder: Path, *, progress: Callable[[int], None] = lambda _: None
) -> Written:
    """Write one table as `NAME.parquet` into a folder that has none of that name."""
    arrow, _ = _load()
    path = folder / f"{table.name}.parquet"
    schema = arrow.schema(
        [
            arrow.field(column.name, getattr(arrow, column.kind)(), metadata={"description": column.doc})
            for column in table.columns
        ],
        metadata={"title": table.title},
    )
    rows = 0
    with _writing(path, schema) as writer:
        for group in _list_groups(session, table, schema):
            writer.write_table(arrow.Table.from_batches(group, schema), row_group_size=ROWS_PER_GROUP)
            rows += sum(batch.num_rows for batch in group)
            progress(rows)
    return Written(path.name, rows, path.stat().st_size)


def _list_groups(session: Session, table: Exported, schema: Any) -> Iterator[list[Any]]:
    """Yield the rows, a group at a time, as batches of columns."""
    arrow, _ = _load()
    result = session.connection().exec_driver_sql(table.query)
    order = [list(result.keys()).index(column.name) for column in table.columns]
    group: list[Any] = []
    for part in result.partitions(_AT_ONCE):
        columns: Sequence[Sequence[Any]] = list(zip(*part, strict=True))
        arrays = [arrow.array(columns[place], field.type) for place, field in zip(order, schema, strict=True)]
        group.append(arrow.record_batch(arrays, schema=schema))
        if len(group) * _AT_ONCE >= ROWS_PER_GROUP:
            yield group
            group = []
    if group:
        yield group


@contextmanager
def _writing(path: Path, schema: Any) -> Iterator[Any]:
    _, parquet = _load()
    with opened_binary(path) as file, parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        yield writer


def _load() -> tuple[Any, Any]:
    """Return the library that writes Parquet; few need it, so it is no part of every installation."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ExtraMissing(
            "Parquet files are written by a library that is not installed; install it with:"
            " pip install 'claims[parquet]'"
        ) from None
    return pyarrow, pyarrow.parquet
