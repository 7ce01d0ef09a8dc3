"""`claims reviewer`."""

from typing import Annotated

import typer

from claims.cli.context import get_options, reading, writing
from claims.cli.output import Format, FormatOption, say, show, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


@app.callback()
def reviewer() -> None:
    """The people who decide."""


@app.command(
    "list",
    epilog="""\b
Example:
  claims reviewer list
""",
)
def list_(ctx: typer.Context, chosen: FormatOption = Format.table) -> None:
    """List everybody who decides or decided."""
    from claims.store.queries.reviewer import list_reviewers

    with reading(ctx) as session:
        rows = list_reviewers(session)
    show_list(ctx, rows, chosen, columns=("handle", "name", "active"))


@app.command(
    epilog="""\b
Example:
  claims reviewer add mk --name "Mara Kern"
"""
)
def add(
    ctx: typer.Context,
    handle: Annotated[str, typer.Argument(help="Short name: a-z, 0-9, dot, dash, underscore.")],
    name: Annotated[str | None, typer.Option(help="Full name.")] = None,
) -> None:
    """Put somebody on the list; a handle is a claim, not proof of who sits there."""
    from claims.store.queries.reviewer import add_reviewer

    with writing(ctx) as session:
        number = add_reviewer(session, handle, name)
    if get_options(ctx).json:
        show({"id": handle, "number": number})
    else:
        say(f"{handle} may decide now: claims --as {handle} …")
