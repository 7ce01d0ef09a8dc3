"""`claims source edit`."""

from typing import Annotated

import typer

from claims.cli.added import show_added
from claims.cli.context import writing
from claims.cli.source_option import (
    KINDS,
    PublishedOption,
    PublisherOption,
    SourceArgument,
    TitleOption,
    UrlOption,
)

app = typer.Typer(rich_markup_mode=None, add_completion=False)

NONE = "none"


@app.command(
    epilog="""\b
Examples:
  claims source edit q3 --title "Release note, second version" --published 2025-01-21
  claims source edit q3 --origin q1
  claims source edit q3 --origin none --open
"""
)
def edit(
    ctx: typer.Context,
    source: SourceArgument,
    title: TitleOption = None,
    kind: Annotated[str | None, typer.Option(help=KINDS)] = None,
    url: UrlOption = None,
    publisher: PublisherOption = None,
    published: PublishedOption = None,
    confidential: Annotated[
        bool | None,
        typer.Option("--confidential/--open", help="Whether its name must not leave the desk."),
    ] = None,
    origin: Annotated[
        str | None,
        typer.Option(metavar="SOURCE", help="The source that it repeats, so that both count once; or none."),
    ] = None,
) -> None:
    """Put right what is said about a source; what it said before stays in the log."""
    from claims.annotate.source_edit import NO_ORIGIN, edit_source
    from claims.store.queries.reference import write_id
    from claims.store.queries.source import get_source_id

    with writing(ctx) as session:
        number = get_source_id(session, source)
        origin_id = (
            None if origin is None else NO_ORIGIN if origin == NONE else get_source_id(session, origin)
        )
        changed = edit_source(
            session,
            number,
            title=title,
            kind=kind,
            url=url,
            publisher=publisher,
            published=published,
            confidential=confidential,
            origin_id=origin_id,
        )
    reference = write_id("source", number)
    show_added(ctx, reference, f"{reference} changed" if changed else f"{reference} says that already")
