"""`claims export`."""

from pathlib import Path
from typing import Annotated

import typer

from claims.cli.context import get_options, reading, remark
from claims.cli.output import say, show
from claims.cli.progress import progress

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


@app.callback()
def export() -> None:
    """Write the ledger out in a form that others read."""


@app.command(
    "audit",
    epilog="""\b
Examples:
  claims export audit out
  claims export audit out-004 --article 004
  claims export audit out --no-texts
""",
)
def audit_(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where to: a new or empty folder.")],
    articles: Annotated[
        list[str] | None,
        typer.Option("--article", metavar="ARTICLE", help="Only what concerns these; the rest is withheld."),
    ] = None,
    no_texts: Annotated[bool, typer.Option("--no-texts", help="Leave the texts out.")] = False,
    include_confidential: Annotated[
        bool,
        typer.Option("--include-confidential", help="Show confidential sources too, with their texts."),
    ] = False,
) -> None:
    """Write an audit bundle: tables, log, texts and pages to read, which anybody can verify.

    Prints the head of the log. Keep it away from the bundle: it shows later whether the log was rewritten.
    """
    from claims.audit.export import export_bundle
    from claims.store.queries.reference import get_article_id

    with reading(ctx) as session, progress(ctx, "events") as advance:
        scope = sorted({get_article_id(session, one) for one in articles}) if articles else None
        done = export_bundle(
            session,
            folder,
            article_ids=scope,
            texts=not no_texts,
            confidential=include_confidential,
            progress=advance,
        )
    if get_options(ctx).json:
        show(
            {
                "folder": str(folder),
                "head": done.head,
                "sums": done.sums,
                "files": done.files,
                "events": done.events,
                "withheld": done.withheld,
            }
        )
        return
    withheld = f", {done.withheld:,} of them with their payload withheld" if done.withheld else ""
    remark(ctx, f"{folder}: {done.files:,} files, {done.events:,} events{withheld}")
    remark(ctx, f"SHA-256 of {folder / 'SHA256SUMS'}: {done.sums}")
    say(done.head or "none")


@app.command(
    "parquet",
    epilog="""\b
Examples:
  claims export parquet out
  claims export parquet out --force
  claims --json export parquet out
""",
)
def parquet(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where to: a new or empty folder.")],
    force: Annotated[
        bool, typer.Option("--force", help="Replace the files of an earlier export that are there.")
    ] = False,
) -> None:
    """Write articles, claims, mentions and check rows as Parquet files, for data tools and clusters.

    Needs: pip install 'claims[parquet]'. Check rows are those of the last cross-check.
    """
    from claims.exchange.parquet import export_parquet
    from claims.store.queries.slot import count_dirty

    with reading(ctx) as session, progress(ctx, "rows") as advance:
        done = export_parquet(session, folder, replace=force, progress=advance)
        waiting = count_dirty(session)
    if get_options(ctx).json:
        files = [{"name": one.name, "rows": one.rows, "bytes": one.bytes} for one in done]
        show({"folder": str(folder), "files": files, "waiting": waiting})
        return
    for one in done:
        say(f"{folder / one.name}: {one.rows:,} rows, {one.bytes:,} bytes")
    if waiting:
        questions = "1 question" if waiting == 1 else f"{waiting:,} questions"
        remark(
            ctx, f"{questions} changed since the last cross-check; run it for check rows that are up to date"
        )
