"""`claims slot`."""

from typing import Annotated

import typer

from claims.cli.context import get_options, reading, writing
from claims.cli.output import Format, FormatOption, say, show, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = ("id", "subject", "predicate", "qualifiers", "stands")

SlotArgument = Annotated[str, typer.Argument(metavar="SLOT", help="Its id, such as s4.")]


@app.callback()
def slot() -> None:
    """Questions: a subject, a predicate, and what separates them from others."""


@app.command(
    "list",
    epilog="""\b
Examples:
  claims slot list
  claims slot list --format csv
""",
)
def list_(ctx: typer.Context, chosen: FormatOption = Format.table) -> None:
    """List the questions that claims answer, and which slot stands for which."""
    from claims.store.queries.slot_list import list_slots

    with reading(ctx) as session:
        rows = list_slots(session)
    show_list(ctx, rows, chosen, columns=_COLUMNS)


@app.command(
    epilog="""\b
Examples:
  claims slot join s9 s4
  claims slot join s9 s4 --reason "Nobody sold it elsewhere."
"""
)
def join(
    ctx: typer.Context,
    slot: SlotArgument,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The slot that stands for both.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, if it needs saying.")] = "",
) -> None:
    """Say that two slots are one question; their claims are compared from then on."""
    from claims.annotate.slot import join_slots
    from claims.store.queries.reference import get_number
    from claims.store.tables import Slot

    with writing(ctx) as session:
        number, other = get_number(session, Slot, slot), get_number(session, Slot, into)
        join_slots(session, number, other, reason=reason)
    _say_what(ctx, slot, into, "is one question with")


@app.command(
    epilog="""\b
Example:
  claims slot keep-apart s9 s4 --reason "The beta came first."
"""
)
def keep_apart(
    ctx: typer.Context,
    slot: SlotArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other one.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why they are two.")],
) -> None:
    """Say that two slots are two questions; takes a join back, and is not proposed again."""
    from claims.annotate.slot import keep_slots_apart
    from claims.store.queries.reference import get_number
    from claims.store.tables import Slot

    with writing(ctx) as session:
        number, beside = get_number(session, Slot, slot), get_number(session, Slot, other)
        keep_slots_apart(session, number, beside, reason=reason)
    _say_what(ctx, slot, other, "is a question of its own beside")


def _say_what(ctx: typer.Context, slot: str, other: str, relation: str) -> None:
    if get_options(ctx).json:
        show({"id": slot, "other": other})
    else:
        say(f"{slot} {relation} {other}; see what follows: claims cross-check")
