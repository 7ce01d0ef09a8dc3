"""`claims sql`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from claims.cli.context import get_options, remark
from claims.cli.rows import (
    DialectOption,
    Heading,
    OutputOption,
    RawOption,
    RowFormatOption,
    read_wish,
    write_rows,
)
from claims.errors import FileRefused, OptionRefused

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog="""\b
Examples:
  claims sql "select outlet, count(*) from v_mention group by outlet"
  claims sql "select quote from v_mention where published >= :since" -p since=2025-01-01
  claims sql -f query.sql -p article=004 --format csv -o answer.csv
"""
)
def sql(
    ctx: typer.Context,
    query: Annotated[str | None, typer.Argument(help="One SELECT; - reads it from stdin.")] = None,
    file: Annotated[
        Path | None, typer.Option("-f", "--file", metavar="FILE", help="Read the query from a file.")
    ] = None,
    parameters: Annotated[
        list[str] | None,
        typer.Option("-p", "--parameter", metavar="NAME=VALUE", help="What :NAME stands for in the query."),
    ] = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=86_400, help="Seconds after which the query is stopped.")
    ] = 30.0,
    limit: Annotated[int, typer.Option(min=1, help="Rows to show at most.")] = 10_000,
    chosen: RowFormatOption = None,
    dialect: DialectOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
) -> None:
    """Ask the ledger in SQL; it can read everything, names of confidential sources too, and change nothing.

    Tables and views are described in docs/schema.md; start with v_mention, one row per mention.
    """
    from claims.reports.guard import select
    from claims.reports.run_parameters import read_pairs

    wish = read_wish(ctx, chosen, dialect, output, raw=raw)
    asked = _read_query(query, file)
    given = read_pairs(parameters or [])
    found = select(get_options(ctx).database, asked, given, seconds=timeout, rows=limit)
    heading = Heading("Query", (" ".join(asked.split()),), tuple((column, "") for column in found.columns))
    write_rows(wish, heading, found.rows)
    if found.cut:
        remark(ctx, f"Only the first {limit} rows are shown; more with --limit ROWS")
    if output is not None:
        remark(ctx, f"Wrote {output}")


def _read_query(query: str | None, file: Path | None) -> str:
    from claims.reports.guard import MAX_QUERY_CHARACTERS

    if (query is None) == (file is None):
        raise OptionRefused('give one query: claims sql "select …", or claims sql -f FILE')
    if query == "-":
        return sys.stdin.read(MAX_QUERY_CHARACTERS + 1)
    if file is None:
        return query or ""
    try:
        with file.open(encoding="utf-8-sig") as opened:
            return opened.read(MAX_QUERY_CHARACTERS + 1)
    except UnicodeDecodeError:
        raise FileRefused(f"{file}: is not UTF-8 text") from None
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise FileRefused(f"{file}: cannot be read ({error.strerror})") from None
