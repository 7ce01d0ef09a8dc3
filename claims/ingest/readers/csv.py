"""CSV and TSV: one article per row below a header that names the columns."""

from collections.abc import Iterator

from claims.errors import FileRefused, RowRefused
from claims.ingest.metadata import ALIASES, FIELDS, ReadOptions
from claims.ingest.record import ArticleRecord, Progress, build_record
from claims.ingest.table import Table


def read_csv(progress: Progress) -> Iterator[ArticleRecord | RowRefused]:
    """Yield one article per row; the delimiter is recognised from the header.

    Raises:
        FileRefused: The file cannot be read as a table, or has no column for the text.
    """
    source, columns = progress.source, _choose_columns(progress.options)
    table = Table(source, frozenset(columns))
    names: list[str | None] = []
    for row in table.read():
        names = names or _name_columns(table.header, columns, progress)
        progress.rows += 1
        progress.encoding = table.lines.encoding
        if row.fault:
            yield RowRefused(row.fault, path=source.given, line=row.line)
            continue
        # An empty cell of an optional column says nothing; an empty id or text is a fault of the row.
        fields = {
            name: cell
            for name, cell in zip(names, row.cells, strict=False)
            if name is not None and (cell or name in {"id", "text"})
        }
        try:
            yield build_record(fields, progress, table.lines.hash(row.raw), row.line)
        except RowRefused as refused:
            yield refused
    if table.header and not names:
        _name_columns(table.header, columns, progress)


def _choose_columns(options: ReadOptions) -> dict[str, str]:
    """Return column name in lower case → field."""
    columns = {name: name for name in FIELDS if name not in options.column_map}
    columns |= {alias: name for alias, name in ALIASES.items() if name not in options.column_map}
    return columns | {column.strip().casefold(): name for name, column in options.column_map.items()}


def _name_columns(header: list[str], columns: dict[str, str], progress: Progress) -> list[str | None]:
    """Return the field of each column, None for one that is no field; those are noted.

    Raises:
        FileRefused: The column of the text, or one that `--map` names, is not there.
    """
    given, options = progress.source.given, progress.options
    folded = [name.casefold() for name in header]
    there = ", ".join(repr(name[:60]) for name in header[:20] if name)
    for name, column in {"text": "text", **options.column_map}.items():
        if column.strip().casefold() not in folded:
            hint = f"--map {name}=COLUMN"
            raise FileRefused(
                f"{given}: no column {column!r}, there is {there}; name the right one with {hint}"
            )
    names: list[str | None] = []
    for name in folded:
        field = columns.get(name)
        # `source` beside `outlet` is not the outlet but something else that the file calls so.
        names.append(None if name in ALIASES and field in folded else field)
    progress.note_unknown(
        {shown for shown, field in zip(header, names, strict=True) if shown and field is None}
    )
    return names
