"""Rows of a CSV or TSV file with their line numbers and their bytes, streamed.

RFC 4180 with what desks really export: semicolons and tabs, Excel's `sep=;` line, line breaks inside
quotes, old Mac line ends. A row that breaks the rules is reported and the reading goes on behind it.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field

from claims.errors import FileRefused
from claims.ingest.files import SourceFile
from claims.ingest.lines import Line, LineFile
from claims.settings import MAX_COLUMNS, MAX_LINE_BYTES

_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line it starts on (from 1), its bytes without the final line end, its cells.

    `fault` says why the cells cannot be used.
    """

    line: int
    raw: bytes
    cells: list[str]
    fault: str | None = None


class Table:
    """The rows of one delimited file; `header` is known once the first row has been read."""

    def __init__(self, source: SourceFile, known: frozenset[str]) -> None:
        """`known` are column names in lower case by which the delimiter is recognised."""
        self._source, self._known = source, known
        self.lines = LineFile(source)
        self.header: list[str] = []

    def read(self) -> Iterator[Row]:
        """Yield the rows below the header; blank rows are passed over.

        Raises:
            FileRefused: The file or its header is unusable, or a quote is never closed.
        """
        feed = _Feed(self.lines.read())
        if not self._read_dialect(feed):
            return
        # The limit is csv's own and process-wide; its default refuses any text beyond 128 KiB.
        csv.field_size_limit(MAX_LINE_BYTES)
        rows = csv.reader(feed, delimiter=feed.delimiter, strict=True)
        for row in _collect_rows(rows, feed, self._source.given):
            if self.header:
                yield self._check_width(row)
            else:
                self._take_header(row)

    def _read_dialect(self, feed: "_Feed") -> bool:
        """Recognise the delimiter by the first line; False where the file has none."""
        first = next((line for line in feed.lines if line.text is None or line.text.strip()), None)
        if first is None:
            return False
        if first.text is None:
            raise FileRefused(f"{self._source.given}, line {first.number}: {first.fault}")
        head = first.text.rstrip("\r\n")
        if head[:4].lower() == "sep=" and len(head) == 5 and head[4] in _DELIMITERS:
            feed.delimiter = head[4]
            return True
        feed.delimiter = "\t" if self._source.format == "tsv" else self._sniff(head)
        if head.count(feed.delimiter) >= MAX_COLUMNS:
            raise FileRefused(
                f"{self._source.given}, line {first.number}: {head.count(feed.delimiter) + 1:,} columns, "
                f"the limit is {MAX_COLUMNS:,}; export only the columns of the articles"
            )
        feed.put_back(first)
        return True

    def _sniff(self, head: str) -> str:
        def rank(delimiter: str) -> tuple[int, int]:
            names = [_clean_name(name) for name in head.split(delimiter, MAX_COLUMNS)]
            return len(self._known.intersection(names)), len(names)

        return max(_DELIMITERS, key=rank)

    def _take_header(self, row: Row) -> None:
        where = f"{self._source.given}, line {row.line}"
        if row.fault:
            raise FileRefused(f"{where}: {row.fault}")
        self.header = [cell.strip() for cell in row.cells]
        names = [name.casefold() for name in self.header if name]
        for name in names:
            if names.count(name) > 1:
                raise FileRefused(f"{where}: the column {name!r} stands there twice; rename one of them")

    def _check_width(self, row: Row) -> Row:
        width, cells = len(self.header), row.cells
        if row.fault or len(cells) == width or (len(cells) > width and not any(cells[width:])):
            return row
        fault = f"{len(cells):,} cells where the header has {width:,}; quote cells that hold the delimiter"
        return Row(row.line, row.raw, [], fault)


@dataclass(slots=True)
class _Feed:
    """Hands csv.reader one line after the other and remembers which ones made the current row."""

    lines: Iterator[Line]
    delimiter: str = ","
    first: int = 0
    raw: bytearray = field(default_factory=bytearray)
    waiting: list[Line] = field(default_factory=list)
    fault: str | None = None
    quotes: int = 0
    stood_in: bool = False

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        line = self.waiting.pop() if self.waiting else next(self.lines)
        self.first = self.first or line.number
        self.raw += line.raw
        text = line.loose
        if line.fault:
            self.fault = self.fault or line.fault
        if text.count(self.delimiter) > MAX_COLUMNS:
            # Ten million cells are refused before csv makes them; inside quotes the sign is only text.
            outside = text.split('"')[self.quotes % 2 :: 2]
            if sum(part.count(self.delimiter) for part in outside) > MAX_COLUMNS:
                self.fault = f"more than {MAX_COLUMNS:,} columns; quote cells that hold the delimiter"
                text = "\n"
        self.quotes += text.count('"')
        if "\r" in text[:-2]:
            # csv knows "\r" only as a line end. Some programs leave it unquoted inside a cell, where it is
            # text; U+0000 stands in for it, which no decoded text can hold.
            body = text.rstrip("\r\n")
            text = body.replace("\r", "\0") + text[len(body) :]
            self.stood_in = True
        return text

    def put_back(self, line: Line) -> None:
        self.waiting.append(line)

    def start_row(self) -> None:
        # Only bytes are kept: an unclosed quote takes millions of lines before it is noticed.
        self.first, self.fault, self.quotes, self.stood_in = 0, None, 0, False
        self.raw.clear()


def _collect_rows(rows: Iterator[list[str]], feed: _Feed, given: str) -> Iterator[Row]:
    while True:
        feed.start_row()
        fault, cells = None, []
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            fault = _explain(str(error), given, feed.first)
        fault = feed.fault or fault
        if feed.stood_in:
            cells = [cell.replace("\0", "\r") for cell in cells]
        if fault is None and not any(cells):
            continue
        yield Row(feed.first, bytes(feed.raw).rstrip(b"\r\n"), cells, fault)


def _explain(message: str, given: str, line: int) -> str:
    if "unexpected end of data" in message:
        return (
            "a quote opens in this row and is never closed; close it, or double it if it is part of the text"
        )
    if "field larger than field limit" in message:
        raise FileRefused(
            f"{given}, line {line}: a quote opens in this row and is not closed within {MAX_LINE_BYTES:,} characters; "
            "close it, or double it if it is part of the text"
        )
    return f"not valid CSV ({message}); double the quotes inside a quoted cell"


def _clean_name(cell: str) -> str:
    return cell.strip().strip('"').strip().casefold()
