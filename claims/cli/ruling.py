"""`claims ruling`."""

from typing import Annotated

import typer

from claims.cli.added import show_added
from claims.cli.context import get_options, reading, writing
from claims.cli.output import Format, FormatOption, say, show, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = (
    "id",
    "slot",
    "claim",
    "claim_in_words",
    "reason",
    "valid_from",
    "valid_until",
    "reviewer",
    "created_at",
    "standing",
    "evidence",
)


@app.callback()
def ruling() -> None:
    """House facts: what the desk holds to."""


@app.command(
    epilog="""\b
Examples:
  claims ruling add c4 --reason "The lab's own release note." --evidence v1
  claims ruling add c9 --reason "Annual report." --valid-from 2024-01-01 --valid-until 2024-12-31
"""
)
def add(
    ctx: typer.Context,
    claim: Annotated[
        str,
        typer.Argument(metavar="CLAIM", help="Its id, such as c4, or a mention that makes it, such as m12."),
    ],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why the desk holds to it.")],
    evidence: Annotated[
        list[str] | None, typer.Option("--evidence", metavar="ID", help="Evidence that it rests on.")
    ] = None,
    valid_from: Annotated[
        str | None,
        typer.Option("--valid-from", metavar="DATE", help="First day it holds; default: always did."),
    ] = None,
    valid_until: Annotated[
        str | None,
        typer.Option("--valid-until", metavar="DATE", help="Last day it holds; default: until changed."),
    ] = None,
) -> None:
    """Make a claim the house fact; it replaces the one before, whose text is kept."""
    from claims.annotate.ruling import add_ruling
    from claims.store.queries.reference import get_claim_meant, get_number, write_id
    from claims.store.tables import Evidence

    with writing(ctx) as session:
        claim_id, _ = get_claim_meant(session, claim)
        number = add_ruling(
            session,
            claim_id,
            reason=reason,
            evidence_ids=[get_number(session, Evidence, one) for one in evidence or []],
            valid_from=valid_from,
            valid_until=valid_until,
        )
    reference = write_id("ruling", number)
    show_added(ctx, reference, f"{write_id('claim', claim_id)} is house fact {reference}")


@app.command(
    epilog="""\b
Example:
  claims ruling retract h2 --reason "The report was withdrawn."
"""
)
def retract(
    ctx: typer.Context,
    ruling: Annotated[str, typer.Argument(help="Its id, such as h2.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why.")],
) -> None:
    """Withdraw a house fact, keeping its history."""
    from claims.annotate.ruling import retract_ruling
    from claims.store.queries.reference import get_number, write_id
    from claims.store.tables import Ruling

    with writing(ctx) as session:
        number = retract_ruling(session, get_number(session, Ruling, ruling), reason=reason)
    show_added(ctx, write_id("ruling", number), f"{ruling} is withdrawn; its history stays")


@app.command(
    "list",
    epilog="""\b
Examples:
  claims ruling list
  claims ruling list --every --format csv
""",
)
def list_(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--every", help="Replaced and withdrawn ones too.")] = False,
    chosen: FormatOption = Format.table,
) -> None:
    """List the house facts that stand."""
    from claims.store.queries.ruling import list_rulings

    with reading(ctx) as session:
        rows = list_rulings(session, standing_only=not every)
    show_list(
        ctx,
        rows,
        chosen,
        columns=_COLUMNS,
        table=("id", "claim_in_words", "reason", "valid_from", "valid_until", "reviewer", "standing"),
    )


@app.command(
    "show",
    epilog="""\b
Example:
  claims ruling show h2
""",
)
def show_one(ctx: typer.Context, ruling: Annotated[str, typer.Argument(help="Its id, such as h2.")]) -> None:
    """Show a house fact with all that were held before and after it."""
    from claims.store.queries.reference import get_number, write_id
    from claims.store.queries.ruling import get_slot_id, list_rulings
    from claims.store.tables import Ruling

    with reading(ctx) as session:
        number = get_number(session, Ruling, ruling)
        chain = list_rulings(session, slot_id=get_slot_id(session, number))
    one = next(row for row in chain if row["id"] == write_id("ruling", number))
    if get_options(ctx).json:
        show(one | {"history": chain})
        return
    for row in chain:
        mark = "→" if row["id"] == one["id"] else " "
        standing = "" if row["standing"] else "  (withdrawn)" if row["retracts"] else "  (superseded)"
        say(f"{mark} {row['id']}  {row['claim']}  {row['claim_in_words']}{standing}")
        span = f"{row['valid_from'] or '…'} to {row['valid_until'] or '…'}"
        ground = f", evidence: {', '.join(row['evidence'])}" if row["evidence"] else ""
        say(f"    {row['reason']}")
        say(f"    {row['reviewer']}, {row['created_at'][:16]}, holds {span}{ground}")
