"""The page of reports, read off their files, and of read-only SQL, read off its guard."""

from collections.abc import Iterator

from page import make_list, make_table

from claims.reports.guard import MAX_QUERY_CHARACTERS, MAX_RESULT_BYTES
from claims.reports.guard_child import FUNCTIONS, HEAP_BYTES, PRAGMAS, PROCESS_BYTES
from claims.reports.report import Report, list_reports

_TIMES = """\
`claims report run NAME -p KEY=VALUE` asks one question; `claims report show NAME` prints its SQL, which runs as it is in
any SQLite from 3.35 on. All parameters are optional and bound, never part of the SQL.

A time is a day, month or year (`since` its first moment, `until` and `as_of` its last) or a moment such as
`2025-02-11T17:00Z` or `2025-02-11T18:00+01:00`; without a zone it is UTC. With `as_of` a report says what was known then:
mentions with the claim and state they had, verdicts, rulings, evidence, findings with their members, and texts, all of that time.
Known for today only are names and merges of entities, the wording and severity of a finding, what kind a sentence is of, and the
particulars of articles and sources."""

_FILES = """\
Text cells that a spreadsheet would run as a formula get an apostrophe before the sign: `=`, `+`, `-`, `@`, their full-width twins,
at the start of a cell, behind any delimiter, quote or line end within it, and after spaces. Plain numbers such as `-5` or `-5,6` stay
numbers, and control and bidi characters are shown as `\\x1b`. That is for reading and cannot be undone exactly; `--raw` writes every
cell as it stands in the ledger, and so do JSON and JSON lines. `--dialect excel-de` is CSV for German Excel: byte-order mark,
semicolons, decimal comma in figures, CRLF. With `-o FILE` the format follows the file's name, and the file appears whole or not at all."""

_SQL = """\
`claims sql` runs one statement in a process of its own, on a connection that can only read: SELECT, WITH, VALUES, EXPLAIN and the
pragmas that describe the schema. It can read everything in the ledger, **names of confidential sources and payloads of the log
included**: the ledger is the desk's own, and what may leave it is decided where something is exported. `-p NAME=VALUE` binds
`:NAME`; what is written as a number without leading zeros is bound as one."""


def render_reports() -> Iterator[str]:
    """Yield the page: times, files, every report with its parameters and columns, SQL of one's own."""
    yield "# Reports"
    yield _TIMES
    yield make_list(
        f"[{report.name}](#{report.name}): {report.title}. {report.question}" for report in list_reports()
    )
    for report in list_reports():
        yield from _render(report)
    yield "# Files"
    yield _FILES
    yield "# SQL of your own"
    yield _SQL
    yield make_list(
        (
            (
                f"Query: at most {MAX_QUERY_CHARACTERS:,} characters. Time: 30 s, or `--timeout`. Rows: 10,000, or `--limit`;"
                f" a cut is said on stderr. Result: {MAX_RESULT_BYTES >> 20} MB. SQLite's memory: {HEAP_BYTES >> 20} MB,"
                f" the process's {PROCESS_BYTES >> 20} MB."
            ),
            f"Functions: {', '.join(f'`{name}`' for name in sorted(FUNCTIONS))}.",
            f"Pragmas: {', '.join(f'`{name}`' for name in sorted(PRAGMAS))}.",
        )
    )


def _render(report: Report) -> Iterator[str]:
    yield f"## {report.name}\n\n{report.title}: {report.question}"
    if report.note:
        yield f"Note: {report.note}"
    yield make_table(
        ("parameter", "kind", "default", "meaning"),
        ((one.name, one.kind, one.default, one.meaning) for one in report.parameters),
    )
    yield make_table(("column", "meaning"), ((one.name, one.meaning) for one in report.columns))
