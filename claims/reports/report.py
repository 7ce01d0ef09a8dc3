"""The named reports: one `.sql` file each, whose header says what it asks, takes and shows.

What several of them begin with (what was known at `as_of`) stands once, in `sql/known`: a file for each common
table expression, put before the report's own where its header names it under "Uses".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from claims.errors import NotFound

FOLDER = Path(__file__).parent / "sql"
KNOWN = FOLDER / "known"
KINDS = ("article", "time", "text")
"""What a parameter can be: a reference to an article, a day or moment, or plain text."""

_PARAMETER = re.compile(r"(\w+) \((\w+), default: ([^)]+)\): (.+)")
_COLUMN = re.compile(r"(\w+): (.+)")
_READ = re.compile(r"\b(?:FROM|JOIN) (\w+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that a report can be asked for; always optional."""

    name: str
    kind: str
    default: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a report's result."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Report:
    """A question to the ledger: `text` is its header with all of the SQL, `statement` the SQL alone."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    note: str
    text: str
    statement: str


def list_reports() -> list[Report]:
    """Return all reports, by name."""
    return [get_report(name) for name in list_names()]


def list_names() -> list[str]:
    """Return the names of all reports."""
    return sorted(path.stem for path in FOLDER.glob("*.sql"))


@cache
def get_report(name: str) -> Report:
    """Return the report of that name.

    Raises:
        NotFound: There is none; says which there are.
    """
    known = list_names()
    if name not in known:
        near = get_close_matches(name, known, n=1)
        guess = f"did you mean {near[0]}? " if near else ""
        raise NotFound(f"no report {name!r}; {guess}there are: {', '.join(known)}")
    return read_report(name, (FOLDER / f"{name}.sql").read_text("utf-8"))


def read_report(name: str, text: str) -> Report:
    """Read a report's file: header lines "-- Title: …", its lists indented by three, then the SQL.

    Raises:
        ValueError: The header lacks a part or says it in another form.
    """
    lines = text.splitlines()
    length = next((place for place, line in enumerate(lines) if not line.startswith("--")), len(lines))
    parts: dict[str, list[str]] = {}
    part = ""
    for line in lines[:length]:
        said = line.removeprefix("--").removeprefix(" ")
        if not said.startswith("  "):
            part, _, said = said.partition(": ") if ": " in said else (said.rstrip(":"), "", "")
            parts[part] = []
        if said:
            parts[part].append(said)
    missing = {"Title", "Question", "Parameters", "Columns"} - parts.keys()
    if missing:
        raise ValueError(f"{name}.sql: the header lacks {', '.join(sorted(missing))}")
    uses = [known.strip() for known in " ".join(parts.get("Uses", [])).split(",") if known.strip()]
    statement = _compose(uses, "\n".join(lines[length:]).strip())
    return Report(
        name=name,
        title=" ".join(parts["Title"]),
        question=" ".join(parts["Question"]),
        parameters=tuple(Parameter(*found) for found in _read_list(name, parts["Parameters"], _PARAMETER)),
        columns=tuple(Column(*found) for found in _read_list(name, parts["Columns"], _COLUMN)),
        note=" ".join(parts.get("Note", [])),
        text="\n".join(line for line in lines[:length] if not line.startswith("-- Uses:"))
        + f"\n\n{statement}\n",
        statement=statement,
    )


def _compose(uses: Iterable[str], own: str) -> str:
    """Return a report's SQL with the expressions that it uses, and what those need, before its own."""
    expressions: dict[str, str] = {}
    for known in uses:
        _add_known(known, expressions)
    if not expressions:
        return own
    recursive, begin = own.startswith("WITH RECURSIVE\n"), re.match(r"WITH(?: RECURSIVE)?\n", own)
    rest = f",\n{own[begin.end() :]}" if begin else f"\n{own}"
    return f"WITH{' RECURSIVE' if recursive else ''}\n" + ",\n".join(expressions.values()) + rest


def _add_known(known: str, expressions: dict[str, str]) -> None:
    text = (KNOWN / f"{known}.sql").read_text("utf-8").strip()
    name = text.split(maxsplit=1)[0]
    if name not in expressions:
        for needed in _READ.findall(text):
            if (KNOWN / f"{needed}.sql").exists():
                _add_known(needed, expressions)
        expressions[name] = text


def _read_list(name: str, lines: Iterable[str], form: re.Pattern[str]) -> list[tuple[str, ...]]:
    entries: list[str] = []
    for line in lines:
        if line.startswith("    ") and entries:
            entries[-1] += " " + line.strip()
        else:
            entries.append(line.strip())
    found = [form.fullmatch(entry) for entry in entries]
    bad = [entry for entry, match in zip(entries, found, strict=True) if match is None]
    if bad:
        raise ValueError(f"{name}.sql: the header says {bad[0]!r}, which is not of the form {form.pattern}")
    return [match.groups() for match in found if match is not None]
