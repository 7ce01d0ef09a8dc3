"""`claims import`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.context import get_options, remark, writing
from claims.cli.output import say, show
from claims.cli.progress import progress
from claims.errors import ExitCode, OptionRefused
from claims.safe import safe

if TYPE_CHECKING:
    from claims.ingest.metadata import ReadOptions
    from claims.ingest.run import Imported

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    name="import",
    epilog="""\b
Examples:
  claims import articles/*.txt --language de --outlet "Deichbote"
  claims import articles/ --meta articles.csv
  claims import wire.jsonl --rejects bad.csv
  claims import export.csv --map text=body --map published=date --dry-run
""",
)
def import_articles(
    ctx: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Files or folders: txt, md, json, jsonl, csv, tsv.")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")
    ] = False,
    rejects: Annotated[
        Path | None, typer.Option(help="Set bad records aside in this CSV file and import the good ones.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="Language of all articles, such as de.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published; for one article.")] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote them.")] = None,
    published: Annotated[
        str | None, typer.Option(help="When they were published: 2025-03-14 or with a time.")
    ] = None,
    meta: Annotated[
        Path | None, typer.Option(help="CSV with a row per file: file, title, url, outlet, …")
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="Which column or key holds a field."),
    ] = None,
) -> None:
    """Bring articles in; what is there already is left alone, a changed text becomes a new revision."""
    from claims.cli.rejects import write_rejects
    from claims.ingest.metadata import ReadOptions, load_meta
    from claims.ingest.run import describe_refusals, import_paths

    options = ReadOptions(
        language=language,
        outlet=outlet,
        url=url,
        author=author,
        published=published,
        meta=load_meta(meta) if meta else ReadOptions().meta,
        column_map=_read_map(columns or []),
        remark=lambda message: remark(ctx, message),
    )
    with writing(ctx, keep=not dry_run) as session, progress(ctx, "articles") as advance:
        done = import_paths(session, paths, options, set_aside=rejects is not None, progress=advance)
    if rejects is not None:
        write_rejects(rejects, done.rejects)
    _report(ctx, done, options, dry_run=dry_run)
    if done.refused:
        typer.echo(f"claims: {safe(describe_refusals(done.refused), multiline=True)}", err=True)
        raise typer.Exit(ExitCode.BAD_INPUT)


def _read_map(given: list[str]) -> dict[str, str]:
    pairs = {}
    for one in given:
        name, equals, column = one.partition("=")
        if not (name and equals and column):
            raise OptionRefused(f"--map {one}: write FIELD=COLUMN, such as --map text=body")
        pairs[name] = column
    return pairs


def _report(ctx: typer.Context, done: "Imported", options: "ReadOptions", *, dry_run: bool) -> None:
    for name in options.meta.list_unused():
        remark(ctx, f"{options.meta.path}: no article for the row {name!r}")
    if done.undated:
        listed = ", ".join(done.undated[:5]) + (" …" if len(done.undated) > 5 else "")
        remark(
            ctx,
            f"{len(done.undated)} without a publication date: {listed}. Relative dates in them stay unresolved;"
            " give --published or --meta.",
        )
    _warn_of_doubles(ctx, done)
    if get_options(ctx).json:
        show(done.to_json())
        return
    verb = "would be imported" if dry_run else "imported"
    counts = f"{done.imported} {verb}, {done.revised} revised, {done.unchanged} unchanged"
    rejected = len(done.rejects) + len(done.refused)
    say(counts + (f", {rejected} rejected" if rejected else ""))


def _warn_of_doubles(ctx: typer.Context, done: "Imported") -> None:
    doubles = [one for one in done.articles if one["duplicate_of"]]
    if doubles:
        listed = ", ".join(f"{one['id']} like {one['duplicate_of']}" for one in doubles[:5])
        more = f" and {len(doubles) - 5:,} more" if len(doubles) > 5 else ""
        remark(
            ctx,
            f"probably imported before under another name: {listed}{more}. The letters and figures are the same; if"
            f" one is enough: claims article withdraw {doubles[0]['id']} --reason 'as {doubles[0]['duplicate_of']}'",
        )
