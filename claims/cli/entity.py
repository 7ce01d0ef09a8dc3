"""`claims entity`."""

from typing import Annotated

import typer

from claims.cli.context import reading
from claims.cli.output import Format, FormatOption, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = ("id", "label", "kind", "state", "part_of", "merged_into", "mentions")


@app.callback()
def entity() -> None:
    """What claims are about or name."""


@app.command(
    "list",
    epilog="""\b
Examples:
  claims entity list --state proposed
  claims entity list --kind product
""",
)
def list_(
    ctx: typer.Context,
    state: Annotated[str | None, typer.Option(help="proposed or accepted.")] = None,
    kind: Annotated[str | None, typer.Option(help="person, organisation, place, product …")] = None,
    chosen: FormatOption = Format.table,
) -> None:
    """List entities, the most mentioned first."""
    from claims.store.queries.entity import list_entities

    with reading(ctx) as session:
        rows = list_entities(session, state=state, kind=kind)
    show_list(ctx, rows, chosen, columns=_COLUMNS)
