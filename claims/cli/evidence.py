"""`claims evidence`."""

from typing import Annotated

import typer

from claims.cli.added import show_added
from claims.cli.context import get_options, reading, remark, writing
from claims.cli.output import Format, FormatOption, say, show, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = (
    "id",
    "claim",
    "stance",
    "source",
    "source_title",
    "source_kind",
    "snapshot",
    "quote",
    "question",
    "answer",
    "reviewer",
    "created_at",
    "verdicts",
)


@app.callback()
def evidence() -> None:
    """What sources say for or against claims."""


@app.command(
    epilog="""\b
Examples:
  claims evidence add c4 --source q1 --stance supports --quote "20 January 2025"
  claims evidence add m12 --source q2 --stance "no answer" --question "Who ran the test?"
  claims evidence add c4 --source q1 --stance refutes --snapshot n2
"""
)
def add(
    ctx: typer.Context,
    claim: Annotated[
        str,
        typer.Argument(metavar="CLAIM", help="Its id, such as c4, or a mention that makes it, such as m12."),
    ],
    source: Annotated[str, typer.Option(metavar="SOURCE", help="Its id, such as q3, or its web address.")],
    stance: Annotated[str, typer.Option(help='supports, refutes, qualifies or "no answer".')],
    quote: Annotated[str | None, typer.Option(metavar="TEXT", help="The passage, word for word.")] = None,
    question: Annotated[str | None, typer.Option(metavar="TEXT", help="What was asked.")] = None,
    answer: Annotated[str | None, typer.Option(metavar="TEXT", help="What was answered.")] = None,
    snapshot: Annotated[
        str | None, typer.Option(metavar="ID", help="Which archived text, such as n2; default: the newest.")
    ] = None,
) -> None:
    """Cite a source's archived text for or against a claim."""
    from claims.annotate.evidence import add_evidence
    from claims.store.queries.reference import get_claim_meant, write_id
    from claims.store.queries.source import get_snapshot_id, get_source_id

    with writing(ctx) as session:
        claim_id, _ = get_claim_meant(session, claim)
        number = add_evidence(
            session,
            claim_id,
            source_id=get_source_id(session, source),
            stance=stance,
            quote=quote,
            question=question,
            answer=answer,
            snapshot_id=None if snapshot is None else get_snapshot_id(session, snapshot),
        )
    reference = write_id("evidence", number)
    show_added(ctx, reference, f"evidence {reference} on {write_id('claim', claim_id)}: {stance}")


@app.command(
    "list",
    epilog="""\b
Examples:
  claims evidence list c4
  claims evidence list --format csv
""",
)
def list_(
    ctx: typer.Context,
    claim: Annotated[
        str | None,
        typer.Argument(metavar="[CLAIM]", help="Only evidence on this claim (c4, or m12 that makes it)."),
    ] = None,
    chosen: FormatOption = Format.table,
) -> None:
    """List evidence in the order in which it was added."""
    from claims.store.queries.origin import describe_origins
    from claims.store.queries.reference import get_claim_meant
    from claims.store.queries.source import get_source_id, list_evidence

    with reading(ctx) as session:
        claim_id = None if claim is None else get_claim_meant(session, claim)[0]
        rows = list_evidence(session, claim_id=claim_id)
        cited = {get_source_id(session, row["source"]) for row in rows}
        origins = None if claim is None else describe_origins(session, cited)
    show_list(
        ctx,
        rows,
        chosen,
        columns=_COLUMNS,
        table=("id", "claim", "stance", "source_title", "quote", "reviewer", "verdicts"),
    )
    if origins is not None:
        remark(ctx, origins)


@app.command(
    "show",
    epilog="""\b
Example:
  claims evidence show v1
""",
)
def show_one(
    ctx: typer.Context, evidence: Annotated[str, typer.Argument(help="Its id, such as v1.")]
) -> None:
    """Show a piece of evidence with its source and the verdicts that rest on it."""
    from claims.store.queries.reference import get_number
    from claims.store.queries.source import list_evidence
    from claims.store.tables import Evidence

    with reading(ctx) as session:
        [one] = list_evidence(session, ids=[get_number(session, Evidence, evidence)])
    if get_options(ctx).json:
        show(one)
        return
    say(f"{one['id']}  {one['stance']} {one['claim']}, by {one['reviewer']}, {one['created_at'][:16]}")
    say(f"    {one['source']} {one['source_title']} [{one['source_kind']}], {one['snapshot']}")
    for name in ("quote", "question", "answer"):
        if one[name] is not None:
            say(f"    {name}: {one[name]}")
    if one["verdicts"]:
        say(f"    verdicts: {', '.join(one['verdicts'])}")
