"""A sheet of decisions as a file: which columns it has, and reading what a spreadsheet saved."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from claims.annotate.edit import FIELDS
from claims.errors import FileRefused

COLUMNS = (
    ("id", "The mention; keep it."),
    ("decision", "y or n; empty: still open."),
    ("claim", "What the passage is understood to claim."),
    ("subject", "Another subject, if it is wrong."),
    ("predicate", "Another kind of statement."),
    ("value", "Another value, as texts write it."),
    ("qualifiers", "Other qualifiers: place=China; variant=Zero."),
    ("note", "Kept with the decision."),
    ("quote", "The exact characters."),
    ("sentence", "The sentence around them."),
    ("article", "Where."),
    ("number", "Number of the sentence."),
    ("score", "How sure the tool was."),
    ("state", "As it was when the sheet was written."),
    ("claim_id", "The claim at that time."),
)
"""What a sheet has, in order; only id and decision must come back."""

MOST_BYTES = 50_000_000

_SHOWN = frozenset(
    (
        *("claim", "quote", "sentence", "article", "number", "score", "external_id", "revision", "field"),
        *("start", "end", "snak", "as_of", "voice", "reasons", "claim_in_words"),
    )
)
"""Columns that are for reading only."""

_KNOWN = frozenset(("id", "decision", "note", "state", "claim_id", *FIELDS)) | _SHOWN
_GERMAN = {
    "entscheidung": "decision",
    "notiz": "note",
    "anmerkung": "note",
    "subjekt": "subject",
    "prädikat": "predicate",
    "wert": "value",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: the line where it begins, and its cells by column."""

    number: int
    cells: dict[str, str]


def read_sheet(path: Path) -> list[Line]:
    """Read a CSV file as spreadsheets write it: `;`, `,` or tabs, UTF-8 with or without mark, UTF-16 or cp1252.

    Raises:
        FileRefused: It is missing, too large, or no CSV; or it lacks a column, or has an unknown one.
    """
    rows = _read_rows(path)
    if not rows:
        raise FileRefused(f"{path}: is empty; write a sheet with: claims mention sheet -o {path.name}")
    names = _read_names(path, rows[0][1])
    lines = []
    for number, row in rows[1:]:
        if any(cell.strip() for cell in row[len(names) :]):
            raise FileRefused(f"{path}, line {number}: more cells than the first line has columns")
        if any(cell.strip() for cell in row):
            cells = {name: cell.strip() for name, cell in zip(names, row, strict=False) if name}
            lines.append(Line(number, cells))
    return lines


def _read_names(path: Path, header: list[str]) -> list[str]:
    names = [cell.strip().casefold() for cell in header]
    names = [_GERMAN.get(name, name) for name in names]
    for name in filter(None, names):
        if name not in _KNOWN:
            known = ", ".join(("id", "decision", "note", *FIELDS))
            raise FileRefused(f"{path}, line 1: unknown column {name!r}; a sheet has {known}")
        if names.count(name) > 1:
            raise FileRefused(f"{path}, line 1: column {name!r} is there twice")
    for name in ("id", "decision"):
        if name not in names:
            raise FileRefused(f"{path}, line 1: no column {name!r}; add one (decisions are y, n or empty)")
    return names


def _read_rows(path: Path) -> list[tuple[int, list[str]]]:
    """Return the records of a CSV file, each with the line where it begins."""
    text = _read_text(path)
    if "\0" in text:
        raise FileRefused(f"{path}: holds NUL characters; save it as CSV")
    first, _, rest = text.partition("\n")
    skipped = int(first.strip().casefold().startswith("sep="))  # Excel's way of naming its delimiter
    text = rest if skipped else text
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    rows, began = [], 1 + skipped
    try:
        for row in reader:
            rows.append((began, row))
            began = reader.line_num + 1 + skipped
    except csv.Error as error:
        raise FileRefused(f"{path}, line {began}: not readable as CSV: {error}") from None
    return rows


def _read_text(path: Path) -> str:
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise FileRefused(f"{path}: larger than {MOST_BYTES // 1_000_000} MB")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise FileRefused(f"{path}: no such file") from None
    except IsADirectoryError:
        raise FileRefused(f"{path}: is a folder; name a CSV file") from None
    marked = raw[:2] in {b"\xff\xfe", b"\xfe\xff"}
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "cp1252"]:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileRefused(f"{path}: neither UTF-8 nor cp1252; save it as CSV UTF-8")
