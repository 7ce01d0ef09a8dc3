"""The rows of a list: a table or JSON whose records are no articles.

Every cell comes as the text that a reader would see; empty ones and null are left out.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from claims.errors import FileRefused, RowRefused, TextRefused
from claims.ingest.decode import decode
from claims.ingest.files import SourceFile, list_files, read_bounded
from claims.ingest.lines import LineFile
from claims.ingest.readers.json import MAX_JSON_BYTES
from claims.ingest.strict_json import StrictDecoder
from claims.ingest.table import Table


@dataclass(frozen=True, slots=True)
class ListRow:
    """One record: the line it starts on (its number in a JSON list), and its cells by column."""

    line: int
    cells: Mapping[str, str]


def read_rows(path: Path, columns: frozenset[str]) -> Iterator[ListRow | RowRefused]:
    """Yield the rows of a csv, tsv, json or jsonl file; `columns` are those that are wanted.

    Raises:
        FileRefused: It cannot be read as a list, or a wanted column stands in no row.
    """
    source = list_files([path])[0]
    if source.format not in {"csv", "tsv", "json", "jsonl"} or path.is_dir():
        raise FileRefused(f"{source.given}: a list is one file: csv, tsv, json or jsonl")
    met: set[str] = set()
    rows = {"json": _read_json, "jsonl": _read_jsonl}.get(source.format, _read_table)(source, columns)
    for row in rows:
        if isinstance(row, ListRow):
            met.update(row.cells)
        yield row
    if missing := sorted(columns - met):
        there = ", ".join(repr(name[:60]) for name in sorted(met)[:20]) or "nothing"
        raise FileRefused(f"{source.given}: no column {', '.join(map(repr, missing))}; there is {there}")


def _read_table(source: SourceFile, columns: frozenset[str]) -> Iterator[ListRow | RowRefused]:
    table = Table(source, frozenset(name.casefold() for name in columns))
    for row in table.read():
        if row.fault:
            yield RowRefused(row.fault, path=source.given, line=row.line)
        else:
            cells = zip(table.header, row.cells, strict=False)
            yield ListRow(row.line, {name: text for name, cell in cells if (text := " ".join(cell.split()))})


def _read_jsonl(source: SourceFile, _: frozenset[str]) -> Iterator[ListRow | RowRefused]:
    decoder = StrictDecoder()
    for line in LineFile(source).read():
        if line.text is not None and not line.text.strip():
            continue
        if line.text is None:
            yield RowRefused(line.fault or "unreadable", path=source.given, line=line.number)
            continue
        try:
            yield _make_row(decoder.decode_whole(line.text), line.number, source)
        except (TextRefused, json.JSONDecodeError) as refused:
            yield RowRefused(str(refused), path=source.given, line=line.number)
        except RowRefused as refused:
            yield refused


def _read_json(source: SourceFile, _: frozenset[str]) -> Iterator[ListRow | RowRefused]:
    try:
        text, _encoding = decode(read_bounded(source, MAX_JSON_BYTES))
        values = StrictDecoder().decode_whole(text)
    except (TextRefused, json.JSONDecodeError) as refused:
        raise FileRefused(f"{source.given}: {refused}; correct the file") from None
    if not isinstance(values, list):
        raise FileRefused(f"{source.given}: no list; write [{{…}}, {{…}}]")
    for number, value in enumerate(values, start=1):
        try:
            yield _make_row(value, number, source)
        except RowRefused as refused:
            yield refused


def _make_row(value: Any, line: int, source: SourceFile) -> ListRow:
    if not isinstance(value, dict):
        raise RowRefused("no object; a row is {…}", path=source.given, line=line)
    return ListRow(line, {name: text for name, cell in value.items() if (text := _write_cell(cell))})


def _write_cell(cell: Any) -> str:
    """Return a cell as text: whole numbers without a point, lists with commas, null as nothing."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (int, float)):
        exact = Decimal(repr(cell))
        return str(int(exact)) if exact == exact.to_integral_value() else f"{exact:f}"
    if isinstance(cell, list):
        return ", ".join(filter(None, map(_write_cell, cell)))
    return " ".join(str(cell).split())
