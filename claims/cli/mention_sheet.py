"""`claims mention sheet` and `decide`."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from claims.cli.context import get_options, reading, remark, writing
from claims.cli.output import describe_claim, say, show
from claims.cli.rows import DialectOption, Heading, OutputOption, RowFormat, Wish, write_rows
from claims.errors import SheetRefused
from claims.safe import safe

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog="""\b
Examples:
  claims mention sheet -o sheet.csv
  claims mention sheet --article 004 --dialect excel-de -o 004.csv
"""
)
def sheet(
    ctx: typer.Context,
    articles: Annotated[
        list[str] | None, typer.Option("--article", metavar="ARTICLE", help="Those of these articles.")
    ] = None,
    output: OutputOption = None,
    dialect: DialectOption = None,
) -> None:
    """Write open suggestions as a spreadsheet to decide in.

    Its columns for corrections are empty: what is written there corrects, what is left empty stays.
    """
    from claims.annotate.sheet import list_sheet
    from claims.annotate.sheet_file import COLUMNS
    from claims.store.queries.reference import get_article_id

    with reading(ctx) as session:
        scope = [get_article_id(session, one) for one in articles] if articles else None
        rows = [_write_row(mention, passage) for mention, passage in list_sheet(session, scope)]
    names = [name for name, _ in COLUMNS]
    wish = Wish(RowFormat.csv, dialect, output, raw=False)
    write_rows(wish, Heading("Suggestions", (), COLUMNS), [[row.get(name) for name in names] for row in rows])
    if output is not None:
        remark(
            ctx, f"{len(rows)} suggestions in {output}; when decided: claims mention decide --from {output}"
        )


def _write_row(mention: dict[str, Any], passage: Any) -> dict[str, Any]:
    """Return the cells of a row; those for corrections stay empty, so that only a correction fills one."""
    return {
        "id": mention["id"],
        "claim": describe_claim(mention),
        "quote": _flat(mention["quote"]),
        "sentence": _flat(passage.text),
        "article": mention["article"],
        "number": passage.number,
        "score": mention["score"],
        "state": mention["state"],
        "claim_id": mention["claim"],
    }


def _flat(text: str) -> str:
    return " ".join(text.split())


@app.command(
    epilog="""\b
Examples:
  claims mention decide --from sheet.csv
  claims mention decide --from 004.csv --dry-run
"""
)
def decide(
    ctx: typer.Context,
    source: Annotated[Path, typer.Option("--from", metavar="FILE", help="CSV with columns id and decision.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
) -> None:
    """Decide on suggestions as a spreadsheet says, all or nothing.

    The decision is y or n (accept, reject, annehmen, ablehnen); empty leaves a row open. A subject,
    predicate, value or qualifiers other than the present ones correct the claim. A note is kept.
    """
    from claims.annotate.sheet import apply_sheet
    from claims.annotate.sheet_file import read_sheet

    lines = read_sheet(source)
    try:
        with writing(ctx, keep=not dry_run) as session:
            done = apply_sheet(session, lines, str(source))
    except SheetRefused as refused:
        for problem in refused.problems:
            print(safe(problem), file=sys.stderr)  # noqa: T201 - the command line prints
        raise
    if get_options(ctx).json:
        show(
            {
                "accepted": done.accepted,
                "rejected": done.rejected,
                "edited": done.edited,
                "unchanged": done.unchanged,
                "left_open": done.left_open,
            }
        )
        return
    would = "would be: " if dry_run else ""
    say(
        f"{would}{done.accepted} accepted ({done.edited} corrected), {done.rejected} rejected,"
        f" {done.unchanged} so already, {done.left_open} left open"
    )
