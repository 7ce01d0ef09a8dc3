"""`claims source`."""

from pathlib import Path
from typing import Annotated

import typer

from claims.cli import source_edit
from claims.cli.added import show_added
from claims.cli.context import get_options, reading, remark, writing
from claims.cli.output import Format, FormatOption, say, show, show_list
from claims.errors import OptionRefused

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = (
    *("id", "title", "kind", "url", "publisher", "published"),
    *("confidential", "origin", "dead_at", "snapshots", "evidence"),
)

SourceArgument = Annotated[
    str, typer.Argument(metavar="SOURCE", help="Its id, such as q3, or its web address.")
]


@app.callback()
def source() -> None:
    """What is cited as evidence, and its archived texts."""


@app.command(
    epilog="""\b
Examples:
  claims source add --title "Release note" --kind official --url https://example.org/r1 --file note.txt
  claims source add --title "Talk with a tester" --kind interview --confidential --file talk.txt
  claims source add --title "Agency report" --kind agency --published 2025-01-21 --origin q1
"""
)
def add(
    ctx: typer.Context,
    title: Annotated[str, typer.Option(metavar="TEXT", help="What it is called.")],
    kind: Annotated[
        str,
        typer.Option(
            help="primary, official, reporting, agency, reference, interview, e-mail, own-test or social."
        ),
    ],
    url: Annotated[str | None, typer.Option(help="Where it is on the web.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When: 2025-01-20, or a time.")
    ] = None,
    confidential: Annotated[
        bool, typer.Option("--confidential", help="Its name must not leave the desk.")
    ] = False,
    origin: Annotated[
        str | None, typer.Option(metavar="SOURCE", help="The source that it repeats; both count once.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What it says, as a text file: its first snapshot.")
    ] = None,
) -> None:
    """Add a source; a file becomes its first archived text."""
    from claims.annotate.source import add_source
    from claims.desk.snapshot import read_archived
    from claims.store.queries.reference import write_id
    from claims.store.queries.source import get_source_id

    text = None if file is None else read_archived(file, lambda message: remark(ctx, message))
    with writing(ctx) as session:
        number = add_source(
            session,
            title=title,
            kind=kind,
            url=url,
            publisher=publisher,
            published=published,
            confidential=confidential,
            origin_id=None if origin is None else get_source_id(session, origin),
            text=text,
        )
    reference = write_id("source", number)
    hint = "" if text else f"; archive its text before citing it: claims source snapshot {reference} --file F"
    show_added(ctx, reference, f"source {reference} is there{hint}")


@app.command(
    epilog="""\b
Example:
  claims source snapshot q3 --file note-of-today.txt
"""
)
def snapshot(
    ctx: typer.Context,
    source: SourceArgument,
    file: Annotated[Path, typer.Option(metavar="FILE", help="What it says now, as a text file.")],
) -> None:
    """Archive what a source says now; earlier texts stay."""
    from claims.annotate.source import add_snapshot
    from claims.desk.snapshot import read_archived
    from claims.store.queries.reference import write_id
    from claims.store.queries.source import get_source_id

    text = read_archived(file, lambda message: remark(ctx, message))
    with writing(ctx) as session:
        number, new = add_snapshot(session, get_source_id(session, source), text)
    reference = write_id("snapshot", number)
    show_added(
        ctx, reference, f"archived as {reference}" if new else f"{reference} has this text already: unchanged"
    )


@app.command(
    epilog="""\b
Examples:
  claims source dead q3
  claims source dead q3 --since 2025-03-02
  claims source dead q3 --alive
"""
)
def dead(
    ctx: typer.Context,
    source: SourceArgument,
    since: Annotated[
        str | None, typer.Option(metavar="TIME", help="Since when: 2025-03-02, or a time in UTC.")
    ] = None,
    alive: Annotated[bool, typer.Option("--alive", help="Take that back: the address works again.")] = False,
) -> None:
    """Note that a source's web address leads nowhere any more; its archived texts stay."""
    from claims.annotate.source import mark_alive, mark_dead
    from claims.store.queries.reference import write_id
    from claims.store.queries.source import get_source_id

    with writing(ctx) as session:
        number = get_source_id(session, source)
        said = "its address works again"
        if alive:
            mark_alive(session, number)
        else:
            said = f"dead since {mark_dead(session, number, since)[:10]}"
    reference = write_id("source", number)
    show_added(ctx, reference, f"{reference}: {said}; see: claims report run sources-by-use")


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
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What the source is called.")] = None,
    kind: Annotated[str, typer.Option(help="What kind of source it is.")] = "reference",
    url: Annotated[str | None, typer.Option(help="Where it is on the web.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When: 2025-01-20.")] = None,
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


@app.command(
    "list",
    epilog="""\b
Examples:
  claims source list
  claims source list --kind official --format csv
""",
)
def list_(
    ctx: typer.Context,
    kind: Annotated[str | None, typer.Option(help="Only sources of this kind.")] = None,
    chosen: FormatOption = Format.table,
) -> None:
    """List sources with how much rests on them."""
    from claims.store.queries.source import list_sources

    with reading(ctx) as session:
        rows = list_sources(session, kind=kind)
    show_list(
        ctx,
        rows,
        chosen,
        columns=_COLUMNS,
        table=("id", "title", "kind", "publisher", "published", "snapshots", "evidence"),
    )


@app.command(
    "show",
    epilog="""\b
Example:
  claims source show q3
""",
)
def show_one(ctx: typer.Context, source: SourceArgument) -> None:
    """Show a source with its archived texts and the evidence from it."""
    from claims.store.queries.source import get_source_id, list_evidence, list_snapshots, list_sources

    with reading(ctx) as session:
        number = get_source_id(session, source)
        [one] = list_sources(session, ids=[number])
        snapshots = list_snapshots(session, number)
        evidence = list_evidence(session, source_id=number)
    if get_options(ctx).json:
        show(one | {"snapshots": snapshots, "evidence": evidence})
        return
    say(f"{one['id']}  {one['title']}  [{one['kind']}{', confidential' if one['confidential'] else ''}]")
    if one["dead_at"] is not None:
        say(f"    its address leads nowhere since {one['dead_at'][:10]}")
    for name in ("url", "publisher", "published", "origin"):
        if one[name] is not None:
            say(f"    {name}: {one[name]}")
    for row in snapshots:
        say(
            f"    {row['id']}  {row['taken_at'][:16]}  {row['length']} characters  {row['text_sha256'][:12]}…"
        )
    for row in evidence:
        say(f"    {row['id']}  {row['stance']} {row['claim']}{': ' + row['quote'] if row['quote'] else ''}")


app.add_typer(source_edit.app)
