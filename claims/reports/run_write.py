"""Writing a result's rows for other programs: CSV that a spreadsheet may open, TSV, JSON, Markdown.

Cells that a spreadsheet would run as a formula get an apostrophe, plain numbers stay numbers. Since
nobody knows with which delimiter a file is opened, a formula behind any of them counts too (OWASP,
"CSV Injection"). `raw` writes every cell exactly.
"""

import csv
import json
import os
import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from claims.errors import FileRefused
from claims.safe import safe

Rows = Iterable[Sequence[Any]]

# A run of spaces holds none of the characters that open a cell: the pattern is linear.
_FORMULA = re.compile('(^|[,;|"\t\r\n])([ \u00a0\u2000-\u200d\u202f\u3000\ufeff]*)([=+\\-@＝＋－＠])')
_HARMLESS = re.compile(r"\w[\w .:·-]*")
"""Most cells: they open no second cell, and need no other look."""
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*(?:[eE][+-]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a spreadsheet of some country wants its CSV."""

    delimiter: str
    decimal: str
    line_end: str
    mark: str


PLAIN = Dialect(",", ".", "\n", "")
TABBED = Dialect("\t", ".", "\n", "")
EXCEL_DE = Dialect(";", ",", "\r\n", "\ufeff")
"""German Excel: it takes the encoding from the byte-order mark, the decimal comma from the system."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """Gives rows another line end: the writer quotes a bare CR only where CR belongs to the end it writes."""

    stream: TextIO
    end: str

    def write(self, line: str) -> int:
        return self.stream.write(line[:-2] + self.end)


def write_csv(
    stream: TextIO, columns: Sequence[str], rows: Rows, dialect: Dialect = PLAIN, *, raw: bool = False
) -> None:
    """Write rows as CSV; NULL is an empty cell. Text is guarded and made harmless unless `raw`."""
    stream.write(dialect.mark)
    writer = csv.writer(_Lines(stream, dialect.line_end), delimiter=dialect.delimiter, lineterminator="\r\n")
    write: Callable[[Any], str] = to_text if raw else _write_guarded
    if dialect.decimal != ".":
        write = _with_decimal(dialect.decimal, write)
    writer.writerow([write(column) for column in columns])
    writer.writerows([write(cell) for cell in row] for row in rows)


def guard(cell: str) -> str:
    """Return a text that no spreadsheet takes for a formula; a plain number stays as it is."""
    if _NUMBER.fullmatch(cell):
        return cell
    guarded = _FORMULA.sub(r"\1\2'\3", cell)
    return "'" + guarded if cell[:1] in {"\t", "\r", "\n"} and guarded == cell else guarded


def write_json(stream: TextIO, columns: Sequence[str], rows: Rows) -> None:
    """Write rows as one list of objects, one a line."""
    opening = "["
    for row in rows:
        stream.write(f"{opening}\n  {_write_object(columns, row)}")
        opening = ","
    stream.write("[]\n" if opening == "[" else "\n]\n")


def write_jsonl(stream: TextIO, columns: Sequence[str], rows: Rows) -> None:
    """Write rows as objects, one a line."""
    stream.writelines(_write_object(columns, row) + "\n" for row in rows)


def write_markdown(stream: TextIO, columns: Sequence[str], rows: Rows) -> None:
    """Write rows as a table of Markdown."""
    stream.write("| " + " | ".join(map(_write_markdown_cell, columns)) + " |\n")
    stream.write("|" + " --- |" * len(columns) + "\n")
    stream.writelines("| " + " | ".join(map(_write_markdown_cell, row)) + " |\n" for row in rows)


def write_file(path: Path, write: Callable[[TextIO], None]) -> None:
    """Let `write` fill a file beside `path`, then rename it: nobody ever sees half a file.

    Raises:
        FileRefused: There is no such folder, or a folder stands in the way.
    """
    if not path.parent.is_dir():
        raise FileRefused(f"{path}: folder {path.parent} does not exist; create it first")
    if path.is_dir():
        raise FileRefused(f"{path}: is a folder; name a file")
    beside = path.with_name(f".{secrets.token_hex(4)}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def to_text(cell: Any) -> str:
    """Return a cell as text; NULL is empty, bytes are hexadecimal."""
    if cell is None:
        return ""
    return cell.hex() if isinstance(cell, bytes) else str(cell)


def _write_guarded(cell: Any) -> str:
    if not isinstance(cell, str):
        return to_text(cell)
    return cell if _HARMLESS.fullmatch(cell) else guard(safe(cell, multiline=True))


def _with_decimal(mark: str, write: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda cell: repr(cell).replace(".", mark) if isinstance(cell, float) else write(cell)


def _write_object(columns: Sequence[str], row: Sequence[Any]) -> str:
    cells = [cell.hex() if isinstance(cell, bytes) else _finite(cell) for cell in row]
    written = json.dumps(dict(zip(columns, cells, strict=True)), ensure_ascii=False)
    if written.isprintable():
        return written
    return "".join(one if one.isprintable() else json.dumps(one)[1:-1] for one in written)


def _finite(cell: Any) -> Any:
    """JSON has no infinity: SQLite's 1e999 is written as a text."""
    return str(cell) if isinstance(cell, float) and cell in {float("inf"), float("-inf")} else cell


def _write_markdown_cell(cell: Any) -> str:
    return re.sub(r"([\\|`*_<>\[\]])", r"\\\1", safe(to_text(cell)))
