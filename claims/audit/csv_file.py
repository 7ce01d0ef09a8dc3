"""Tables as CSV files (RFC 4180), exact: NULL, empty text, numbers and text can be told apart.

Text stands in quotes, always; a number stands bare; NULL is nothing at all, so `,,` is NULL and `,"",`
is an empty text. PostgreSQL's COPY reads this as it is. Nothing is guarded against spreadsheets, which
may run a cell that begins with = as a formula: these files are for comparing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from claims.settings import MAX_LINE_BYTES

_CELL = re.compile(r'"([^"]*(?:""[^"]*)*)"|([^",\r\n]*)')
_END = "\r\n"


class CsvBroken(ValueError):
    """A table's file is not as this program writes it; carries the line and what is wrong there."""

    def __init__(self, line: int, what: str) -> None:
        self.line, self.what = line, what
        super().__init__(f"line {line}: {what}")


def write_csv(file: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write a header and rows, and return how many rows; the file must not translate line ends."""
    file.write(",".join(columns) + _END)
    count = 0
    for row in rows:
        file.write(",".join(map(_write_cell, row)) + _END)
        count += 1
    return count


def _write_cell(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return '"' + cell.replace('"', '""') + '"'
    return repr(cell) if isinstance(cell, float) else str(cell)


def read_csv(file: TextIO, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a file that `write_csv` wrote with these columns.

    Raises:
        CsvBroken: The file is not as it was written.
    """
    lines = _read_records(file)
    _, header = next(lines, (1, ""))
    if header != ",".join(columns):
        raise CsvBroken(1, f"the columns are not {','.join(columns)}")
    for number, line in lines:
        row = tuple(_read_cells(line, number))
        if len(row) != len(columns):
            raise CsvBroken(number, f"{len(row)} cells, not {len(columns)}")
        yield row


def _read_records(file: TextIO) -> Iterator[tuple[int, str]]:
    """Yield each record with the number of its first line; a quoted text may hold line ends."""
    parts: list[str] = []
    size = quotes = number = 0
    for line in file:
        number += 1
        parts.append(line)
        size += len(line)
        if size > MAX_LINE_BYTES:
            raise CsvBroken(number, "a row is too long")
        quotes += line.count('"')
        if quotes % 2 == 0 and line.endswith(_END):
            yield number - len(parts) + 1, "".join(parts)[: -len(_END)]
            parts, size, quotes = [], 0, 0
    if parts:
        raise CsvBroken(number, "the last row is cut off")


def _read_cells(line: str, number: int) -> Iterator[Any]:
    place = 0
    while True:
        match = _CELL.match(line, place)
        if match is None:
            raise CsvBroken(number, "is not a row of cells")
        place = match.end()
        yield match[1].replace('""', '"') if match[1] is not None else _read_bare(match[2])
        if place == len(line):
            return
        if line[place] != ",":
            raise CsvBroken(number, "is not a row of cells")
        place += 1


def _read_bare(cell: str) -> Any:
    """Return NULL or the number that a bare cell spells; one spelt in another way stays a text."""
    if not cell:
        return None
    for kind in (int, float):
        try:
            value = kind(cell)
        except (ValueError, OverflowError):
            continue
        # A NaN would become NULL in the database that it is compared in.
        fits = value == value if kind is float else -(2**63) <= value < 2**63
        if fits and _write_cell(value) == cell:
            return value
    return cell
