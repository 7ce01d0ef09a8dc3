"""`claims source import-list`."""

from pathlib import Path
from typing import Annotated

import typer

from claims.cli.context import get_options, remark, writing
from claims.cli.output import say, show
from claims.cli.source_option import PublishedOption, PublisherOption, TitleOption, UrlOption
from claims.errors import OptionRefused

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    "import-list",
    epilog="""\b
Examples:
  claims source import-list models.csv --title "Model register" --map subject=model --map released=date
  claims source import-list models.jsonl --source q4 --map subject=model --map released=date
  claims source import-list models.csv --title "Register" --map subject=model --map developer=makers --split ,
""",
)
def import_list(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The list: csv, tsv, json or jsonl.")],
    columns: Annotated[
        list[str],
        typer.Option(
            "--map",
            metavar="PREDICATE=COLUMN",
            help="What a column says; subject=COLUMN: what a row is about.",
        ),
    ],
    title: TitleOption = None,
    kind: Annotated[str, typer.Option(help="What kind of source it is.")] = "reference",
    url: UrlOption = None,
    publisher: PublisherOption = None,
    published: PublishedOption = None,
    source: Annotated[
        str | None, typer.Option(metavar="SOURCE", help="A source that is there: this is its list of today.")
    ] = None,
    about: Annotated[
        str | None, typer.Option(metavar="KIND", help="What the rows are about: product, person, place …")
    ] = None,
    split: Annotated[
        str | None, typer.Option(metavar="MARK", help="What parts several names in one cell.")
    ] = None,
    language: Annotated[str, typer.Option(help="How figures and dates in words are read: de or en.")] = "en",
    rejects: Annotated[
        Path | None, typer.Option(help="Set cells that cannot be read aside in this CSV file.")
    ] = None,
) -> None:
    """Bring a reference list in: a source with claims of its own, which articles are held against."""
    from claims.cli.rejects import write_rejects
    from claims.desk.reference_list import import_list as bring_in
    from claims.store.queries.reference import write_id
    from claims.store.queries.source import get_source_id

    if (title is None) == (source is None):
        raise OptionRefused("give --title T for a new source, or --source Q for one that is there")
    with writing(ctx) as session:
        done = bring_in(
            session,
            file,
            columns,
            source_id=None if source is None else get_source_id(session, source),
            describe={
                "title": title,
                "kind": kind,
                "url": url,
                "publisher": publisher,
                "published": published,
            },
            kind=about,
            split=split,
            language=language,
            set_aside=rejects is not None,
            remark=lambda message: remark(ctx, message),
        )
    if rejects is not None:
        write_rejects(rejects, done.rejects)
    reference = write_id("source", done.source_id)
    if done.several:
        remark(
            ctx, f"{done.several} questions have several answers in the list; an article may give any of them"
        )
    if get_options(ctx).json:
        show(
            {
                "id": reference,
                "rows": done.rows,
                "claims": done.claims,
                "entities": done.entities,
                "several": done.several,
                "rejected": len(done.rejects),
            }
        )
        return
    left = f", {len(done.rejects)} cells set aside" if done.rejects else ""
    say(
        f"source {reference}: {done.rows} rows, {done.claims} claims, {done.entities} new names{left};"
        " hold articles against it with: claims suggest, claims cross-check"
    )
