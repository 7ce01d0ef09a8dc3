"""`claims source`."""

from pathlib import Path
from typing import Annotated

import typer

from claims.cli import source_edit, source_list
from claims.cli.added import show_added
from claims.cli.context import get_options, reading, remark, writing
from claims.cli.output import Format, FormatOption, say, show, show_list
from claims.cli.source_option import KINDS, PublishedOption, PublisherOption, SourceArgument, UrlOption

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = (
    *("id", "title", "kind", "url", "publisher", "published"),
    *("confidential", "origin", "dead_at", "snapshots", "evidence"),
)


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
    kind: Annotated[str, typer.Option(help=KINDS)],
    url: UrlOption = None,
    publisher: PublisherOption = None,
    published: PublishedOption = None,
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
app.add_typer(source_list.app)
