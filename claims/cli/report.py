"""`claims report`."""

from typing import Annotated

import typer

from claims.cli.context import get_options, reading, remark
from claims.cli.output import Format, FormatOption, say, show, show_list
from claims.cli.rows import (
    DialectOption,
    Heading,
    OutputOption,
    RawOption,
    RowFormatOption,
    read_wish,
    write_rows,
)

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

NameArgument = Annotated[str, typer.Argument(help="The report's name: see claims report list.")]


@app.callback()
def report() -> None:
    """Named reports: questions that a desk asks its ledger every day."""


@app.command(
    "list",
    epilog="""\b
Examples:
  claims report list
  claims report list --json
""",
)
def list_(ctx: typer.Context, chosen: FormatOption = Format.table) -> None:
    """List the reports with the question that each answers."""
    from claims.reports.report import list_reports

    rows = [
        {
            "name": one.name,
            "title": one.title,
            "question": one.question,
            "parameters": [parameter.name for parameter in one.parameters],
            "columns": [column.name for column in one.columns],
        }
        for one in list_reports()
    ]
    show_list(ctx, rows, chosen, columns=("name", "question"))


@app.command(
    "show",
    epilog="""\b
Examples:
  claims report show fact-sheet
  claims report show stale-verdicts --json
""",
)
def show_one(ctx: typer.Context, name: NameArgument) -> None:
    """Show a report's SQL; its header says what it takes and what its columns mean."""
    from claims.reports.report import get_report

    found = get_report(name)
    if get_options(ctx).json:
        show({"name": found.name, "title": found.title, "question": found.question, "sql": found.text})
    else:
        say(found.text.rstrip("\n"))


@app.command(
    epilog="""\b
Examples:
  claims report run todo
  claims report run fact-sheet -p article=004 -o 004.html
  claims report run fact-sheet -p article=004 -p as_of=2025-02-11T17:00Z
  claims report run contradictions --dialect excel-de -o contradictions.csv
"""
)
def run(
    ctx: typer.Context,
    name: NameArgument,
    parameters: Annotated[
        list[str] | None,
        typer.Option(
            "-p",
            "--parameter",
            metavar="NAME=VALUE",
            help="article, since, until or as_of (a time without a zone is UTC, a day means all of it).",
        ),
    ] = None,
    chosen: RowFormatOption = None,
    dialect: DialectOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
) -> None:
    """Ask a report's question."""
    from claims.reports.report import get_report
    from claims.reports.run import run_report
    from claims.reports.run_parameters import read_pairs

    wish = read_wish(ctx, chosen, dialect, output, raw=raw)
    found = get_report(name)
    given = read_pairs(parameters or [])
    meanings = {column.name: column.meaning for column in found.columns}
    with reading(ctx) as session:
        answer = run_report(session, name, given)
        lines = (found.question, *(f"{key} = {value}" for key, value in given.items()), found.note)
        heading = Heading(
            found.title,
            tuple(line for line in lines if line),
            tuple((column, meanings.get(column, "")) for column in answer.columns),
        )
        if output is not None:
            write_rows(wish, heading, answer.rows)
        else:
            # A pager that nobody closes must not hold the ledger's lock.
            rows = list(answer.rows)
    if output is None:
        write_rows(wish, heading, rows)
    else:
        remark(ctx, f"Wrote {output}")
