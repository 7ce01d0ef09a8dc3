"""Printing results: sentences, JSON, and lists in the format that the user wants."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from claims.cli.context import get_options
from claims.quotation import quote
from claims.safe import safe


class Format(StrEnum):
    """How a list is printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    md = "md"


FormatOption = Annotated[Format, typer.Option("--format", help="How to print the list.")]


def say(message: str) -> None:
    """Print a sentence, harmless on any terminal."""
    print(safe(message, multiline=True))  # noqa: T201 - the command line prints


def show(value: Any) -> None:
    """Print a value as JSON; what a terminal would act on stands as an escape, which JSON reads back exactly."""
    print(_escape(json.dumps(value, ensure_ascii=False, indent=2)))  # noqa: T201 - the command line prints


def show_stream(head: Mapping[str, Any], name: str, items: Iterable[Any]) -> None:
    """Print an object as `show` does, with a last list whose items are printed as they come."""
    written = json.dumps({**head, name: []}, ensure_ascii=False, indent=2)
    print(_escape(written.removesuffix("]\n}")), end="")  # noqa: T201 - the command line prints
    before = ""
    for item in items:
        lines = json.dumps(item, ensure_ascii=False, indent=2).replace("\n", "\n    ")
        print(f"{before}\n    {_escape(lines)}", end="")  # noqa: T201 - likewise
        before = ","
    print("\n  ]\n}" if before else "]\n}")  # noqa: T201 - likewise


def _escape(written: str) -> str:
    if written.isascii():
        return written.replace("\x7f", "\\u007f")
    return "".join(
        character if character.isprintable() or character in "\n\u200d" else json.dumps(character)[1:-1]
        for character in written
    )


def show_list(
    ctx: typer.Context,
    rows: Sequence[Mapping[str, Any]],
    chosen: Format,
    *,
    columns: Sequence[str],
    table: Sequence[str] | None = None,
    whole: Any = None,
) -> None:
    """Print rows in the chosen format: `columns`, in a table `table`; JSON has everything (or `whole`)."""
    if get_options(ctx).json or chosen is Format.json:
        show(list(rows) if whole is None else whole)
    elif chosen is Format.jsonl:
        for row in rows:
            print(_escape(json.dumps(row, ensure_ascii=False)))  # noqa: T201 - the command line prints
    elif chosen in {Format.csv, Format.tsv}:
        writer = csv.writer(sys.stdout, delimiter="," if chosen is Format.csv else "\t", lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_guard(safe(_cell(row.get(column)))) for column in columns] for row in rows)
    elif chosen is Format.md:
        _show_markdown(rows, columns)
    else:
        _show_table(rows, table or columns)


def _show_markdown(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    say("| " + " | ".join(columns) + " |")
    say("|" + " --- |" * len(columns))
    for row in rows:
        say("| " + " | ".join(safe(_cell(row.get(column))).replace("|", "\\|") for column in columns) + " |")


def _show_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(
            column.replace("_", " "),
            overflow="fold",
            no_wrap=column in {"id", "state", "predicate", "published"} or _is_time(column),
        )
    for row in rows:
        table.add_row(*(Text(safe(_show_cell(column, row.get(column)))) for column in columns))
    Console(soft_wrap=False, highlight=False, markup=False).print(table)


def _show_cell(column: str, value: Any) -> str:
    """Return a cell as a reader wants it: times by the minute, in UTC as everywhere."""
    return _cell(value)[:16].replace("T", " ") if _is_time(column) else _cell(value)


def _is_time(column: str) -> bool:
    return column == "at" or column.endswith("_at")


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case {"label": label}:
            return str(label)
        case {"type": _, "text": text}:
            return str(text)
        case {"type": _, "value": inner}:
            return str(inner).lower()
        case dict():
            return ", ".join(f"{key}={inner}" for key, inner in value.items())
        case list() | tuple():
            return ", ".join(_cell(part) for part in value)
    return str(value)


def _guard(cell: str) -> str:
    """Keep a spreadsheet from running a cell as a formula; plain numbers stay numbers."""
    if cell[:1] in tuple("=+-@\t\r＝＋－＠") and not _is_number(cell):
        return "'" + cell
    return cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def describe_claim(mention: Mapping[str, Any]) -> str:
    """Return a mention's claim in a line: what it is about, what is said of it, by whom."""
    if mention["snak"] == "untyped":
        return f"worth checking: {quote(mention['quote'], mention.get('language'))}"
    value = _cell(mention["value"]) or mention["snak"]
    parts = [
        _cell(mention["subject"]),
        "not " + mention["predicate"] if mention["polarity"] == "negated" else mention["predicate"],
        value,
        _cell(mention["qualifiers"]),
        "" if mention["modality"] == "happened" else mention["modality"],
        f"says {_cell(mention['speaker'])}" if mention["speaker"] else "",
    ]
    return " · ".join(part for part in parts if part)
