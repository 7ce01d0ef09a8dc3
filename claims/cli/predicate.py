"""`claims predicate`."""

import typer

from claims.cli.context import reading
from claims.cli.output import Format, FormatOption, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = ("key", "label_de", "label_en", "value_type", "cardinality", "temporal", "separators")


@app.callback()
def predicate() -> None:
    """Kinds of statement."""


@app.command(
    "list",
    epilog="""\b
Examples:
  claims predicate list
  claims predicate list --format md
""",
)
def list_(ctx: typer.Context, chosen: FormatOption = Format.table) -> None:
    """List the kinds of statement that the ledger knows."""
    from claims.store.queries.vocabulary import read_predicates

    with reading(ctx) as session:
        predicates = read_predicates(session).values()
    rows = [
        {
            "key": one.key,
            "label_de": one.label["de"],
            "label_en": one.label["en"],
            "value_type": one.value_type,
            "subject_kinds": list(one.subject_kinds),
            "value_kinds": list(one.value_kinds),
            "dimension": one.dimension,
            "cardinality": one.cardinality,
            "temporal": one.temporal,
            "separators": list(one.separators),
            "validity_days": one.validity_days,
        }
        for one in predicates
    ]
    show_list(ctx, rows, chosen, columns=_COLUMNS)
