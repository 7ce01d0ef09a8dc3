"""`claims predicate`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.context import get_options, reading
from claims.cli.output import Format, FormatOption, say, show, show_list
from claims.errors import NotFound

if TYPE_CHECKING:
    from claims.vocabulary import Predicate

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
        rows = [_describe(one) for one in read_predicates(session).values()]
    show_list(
        ctx, rows, chosen, columns=_COLUMNS, table=("key", "label_de", "label_en", "value_type", "separators")
    )


@app.command(
    "show",
    epilog="""\b
Example:
  claims predicate show released
""",
)
def show_one(
    ctx: typer.Context,
    predicate: Annotated[str, typer.Argument(metavar="KEY", help="Its key, such as released.")],
) -> None:
    """Show a kind of statement: what it takes, what separates it, which words announce it."""
    from claims.store.queries.vocabulary import read_predicates

    with reading(ctx) as session:
        known = {one.key: one for one in read_predicates(session).values()}
    if predicate not in known:
        raise NotFound(f"no predicate {predicate!r}; list them with: claims predicate list")
    found = known[predicate]
    one = _describe(found) | {
        "tolerance_relative": found.tolerance_relative,
        "tolerance_absolute": found.tolerance_absolute,
        "signed": found.signed,
        "parts": list(found.parts),
        "apart": list(found.apart),
        "shared": {key: list(patterns) for key, patterns in found.shared.items()},
        "contains": found.contains,
        "plans_compare": found.plans_compare,
        "compared": found.compared,
        "triggers": {language: list(words) for language, words in sorted(found.triggers.items())},
    }
    if get_options(ctx).json:
        show(one)
        return
    say(f"{one['key']}  {one['label_de']} · {one['label_en']}")
    for name, value in one.items():
        if name in {"triggers", "shared"}:
            for of, words in one[name].items():
                say(f"    {name} {of}: {'; '.join(words)}")
        elif name not in {"key", "label_de", "label_en"} and value not in (None, []):
            written = ", ".join(value) if isinstance(value, list) else value
            say(f"    {name.replace('_', ' ')}: {written}")


def _describe(one: "Predicate") -> dict[str, Any]:
    return {
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
