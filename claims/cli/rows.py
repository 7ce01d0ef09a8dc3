"""Printing a result's rows, on the terminal or into a file, in the format that the user wants."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from claims.cli.context import get_options
from claims.errors import OptionRefused
from claims.safe import safe

if TYPE_CHECKING:
    from claims.reports.run_write import Rows


class RowFormat(StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    tsv = "tsv"
    json = "json"
    jsonl = "jsonl"
    md = "md"
    html = "html"


class CsvDialect(StrEnum):
    """For which spreadsheet CSV is written."""

    excel_de = "excel-de"


RowFormatOption = Annotated[
    RowFormat | None,
    typer.Option("--format", help="How to write rows; default: as the file's name ends, else table."),
]
DialectOption = Annotated[
    CsvDialect | None,
    typer.Option("--dialect", help="CSV for German Excel: byte-order mark, semicolons, decimal comma."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write into this file, replacing it at one stroke."),
]
RawOption = Annotated[
    bool, typer.Option("--raw", help="CSV and TSV exactly, without the guard against formulas.")
]


@dataclass(frozen=True, slots=True)
class Wish:
    """How and where the user wants the rows."""

    format: RowFormat
    dialect: CsvDialect | None
    output: Path | None
    raw: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above and around rows on a page: columns are names with their meanings."""

    title: str
    lines: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]


def read_wish(
    ctx: typer.Context,
    chosen: RowFormat | None,
    dialect: CsvDialect | None,
    output: Path | None,
    *,
    raw: bool,
) -> Wish:
    """Fill in what the user left open: --json, the ending of the file's name, CSV where a dialect is named.

    Raises:
        OptionRefused: The options do not go together.
    """
    if chosen is None and get_options(ctx).json:
        chosen = RowFormat.json
    if chosen is None and dialect is not None:
        chosen = RowFormat.csv
    if chosen is None and output is not None:
        endings = {f".{one}": one for one in RowFormat}
        chosen = endings.get(output.suffix.lower())
    chosen = chosen or RowFormat.table
    if dialect is not None and chosen is not RowFormat.csv:
        raise OptionRefused(f"--dialect {dialect} is for CSV, not for {chosen}; use --format csv")
    if raw and chosen not in {RowFormat.csv, RowFormat.tsv}:
        raise OptionRefused(f"--raw is for CSV and TSV; {chosen} is written exactly as it is")
    return Wish(chosen, dialect, output, raw)


def write_rows(wish: Wish, heading: Heading, rows: "Rows") -> None:
    """Write rows where and how the user wants them."""

    from claims.reports.run_write import write_file

    def write(stream: TextIO) -> None:
        _write(stream, wish, heading, rows)

    if wish.output is None:
        # A CSV's own line ends must come out as they are, on Windows too.
        if wish.format is RowFormat.csv and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(newline="")
        write(sys.stdout)
    else:
        write_file(wish.output, write)


def _write(stream: TextIO, wish: Wish, heading: Heading, rows: "Rows") -> None:
    from claims.reports.run_write import (
        EXCEL_DE,
        PLAIN,
        TABBED,
        write_csv,
        write_json,
        write_jsonl,
        write_markdown,
    )

    columns = [name for name, _ in heading.columns]
    writers: dict[RowFormat, Callable[[TextIO, Sequence[str], Rows], None]] = {
        RowFormat.json: write_json,
        RowFormat.jsonl: write_jsonl,
        RowFormat.md: write_markdown,
        RowFormat.table: _write_table,
    }
    if wish.format in writers:
        writers[wish.format](stream, columns, rows)
    elif wish.format is RowFormat.html:
        from claims.reports.table_html import write_html

        write_html(stream, heading.columns, rows, title=heading.title, lines=heading.lines)
    else:
        spreadsheet = PLAIN if wish.dialect is None else EXCEL_DE
        dialect = TABBED if wish.format is RowFormat.tsv else spreadsheet
        write_csv(stream, columns, rows, dialect, raw=wish.raw)


def _write_table(stream: TextIO, columns: Sequence[str], rows: "Rows") -> None:
    """Write aligned columns; where a terminal is too narrow for them, one line per cell instead."""
    from rich.cells import cell_len

    from claims.reports.run_write import to_text

    cells = [[safe(to_text(cell)) for cell in row] for row in rows]
    names = [safe(column) for column in columns]
    widths = [max(map(cell_len, column)) for column in zip(names, *cells, strict=True)]
    available = _find_width(stream)
    if available is not None and sum(widths) + 2 * len(widths) > available:
        _write_cards(stream, names, cells, available)
        return
    ruler = ["-" * width for width in widths]
    for row in chain([names, ruler], cells):
        line = "  ".join(
            cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)
        )
        stream.write(line.rstrip() + "\n")


def _write_cards(
    stream: TextIO, names: Sequence[str], cells: Sequence[Sequence[str]], available: int
) -> None:
    from claims.cli.layout import wrap

    wide = max(map(len, names))
    for number, row in enumerate(cells, start=1):
        stream.write(f"-- {number}\n")
        for name, cell in zip(names, row, strict=True):
            if cell:
                stream.write(wrap(cell, available, first=f"{name:<{wide}}  ") + "\n")


def _find_width(stream: Any) -> int | None:
    if not stream.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns
