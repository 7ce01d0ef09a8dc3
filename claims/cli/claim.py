"""`claims claim`."""

import typer

from claims.cli.context import reading
from claims.cli.output import Format, FormatOption, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = (
    "id",
    "subject",
    "predicate",
    "qualifiers",
    "value",
    "polarity",
    "modality",
    "mentions",
    "articles",
)


@app.callback()
def claim() -> None:
    """Typed answers to questions, whoever gives them."""


@app.command(
    "list",
    epilog="""\b
Examples:
  claims claim list
  claims claim list --format jsonl
""",
)
def list_(ctx: typer.Context, chosen: FormatOption = Format.table) -> None:
    """List claims that live mentions make, by subject and predicate."""
    from claims.store.queries.claim_list import list_claims

    with reading(ctx) as session:
        rows = list_claims(session)
    show_list(ctx, rows, chosen, columns=_COLUMNS)
