"""`claims verdict`."""

from typing import Annotated

import typer

from claims.cli.added import show_added
from claims.cli.context import get_options, reading, writing
from claims.cli.output import Format, FormatOption, say, show, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = (
    "id",
    "claim",
    "claim_in_words",
    "about",
    "mention",
    "rating",
    "truth_class",
    "rationale",
    "reviewer",
    "as_of",
    "created_at",
    "standing",
    "supersedes",
    "evidence",
)

ClaimArgument = Annotated[
    str, typer.Argument(metavar="CLAIM", help="Its id, such as c4, or a mention that makes it, such as m12.")
]
RatingOption = Annotated[
    str, typer.Option(metavar="RATING", help="Code or label: partly_false, Falsch, Mostly true …")
]
RationaleOption = Annotated[str, typer.Option(metavar="TEXT", help="Why.")]
EvidenceOption = Annotated[
    list[str] | None, typer.Option("--evidence", metavar="ID", help="Evidence that it rests on.")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The day for which it holds; default: today.")
]
ScaleOption = Annotated[
    str | None, typer.Option(metavar="KEY", help="The rating scale; default: the desk's, desk5-1.")
]


@app.callback()
def verdict() -> None:
    """Reviewers' ratings of claims, with reasons."""


@app.command(
    epilog="""\b
Examples:
  claims verdict add c4 --rating mostly_true --rationale "The lab's note says so." --evidence v1
  claims verdict add c7 --rating Unbelegt --rationale "No tester named." --none-found
  claims verdict add m12 --about attribution --rating false --rationale "Said of others." --evidence v3
  claims verdict add c4 --rating false --rationale "Corrected." --evidence v2 --supersedes j1
"""
)
def add(
    ctx: typer.Context,
    claim: ClaimArgument,
    rating: RatingOption,
    rationale: RationaleOption,
    evidence: EvidenceOption = None,
    none_found: Annotated[
        bool, typer.Option("--none-found", help="You looked for evidence and found none.")
    ] = False,
    about: Annotated[
        str | None,
        typer.Option(
            help="content, attribution or context; default: content, for a rating of a passage context."
        ),
    ] = None,
    mention: Annotated[
        str | None,
        typer.Option(metavar="MENTION", help="The passage judged; attribution and context need one."),
    ] = None,
    as_of: AsOfOption = None,
    scale: ScaleOption = None,
    supersedes: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Your verdict that you build on; refused if it is not your newest."),
    ] = None,
    request_id: Annotated[
        str | None, typer.Option("--request-id", metavar="ID", help="Sent twice, it counts once.")
    ] = None,
) -> None:
    """Rate a claim; it replaces your own last verdict on the same, whose text is kept."""
    from claims.annotate.verdict import add_verdict
    from claims.store.queries.reference import get_claim_meant, get_number, write_id
    from claims.store.tables import Evidence, Mention, Verdict

    with writing(ctx) as session:
        claim_id, named_by = get_claim_meant(session, claim)
        number = add_verdict(
            session,
            claim_id,
            rating=rating,
            rationale=rationale,
            evidence_ids=[get_number(session, Evidence, one) for one in evidence or []],
            none_found=none_found,
            about=about,
            mention_id=None if mention is None else get_number(session, Mention, mention),
            named_by=named_by,
            as_of=as_of,
            scale=scale,
            supersedes_id=None if supersedes is None else get_number(session, Verdict, supersedes),
            request_id=request_id,
        )
    reference = write_id("verdict", number)
    show_added(ctx, reference, f"verdict {reference} on {write_id('claim', claim_id)}: {rating}")


@app.command(
    epilog="""\b
Example:
  claims verdict retract j3 --reason "The source was a hoax."
"""
)
def retract(
    ctx: typer.Context,
    verdict: Annotated[str, typer.Argument(help="Its id, such as j3; it must be your own.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why.")],
) -> None:
    """Take your verdict back, keeping its history."""
    from claims.annotate.verdict import retract_verdict
    from claims.store.queries.reference import get_number, write_id
    from claims.store.tables import Verdict

    with writing(ctx) as session:
        number = retract_verdict(session, get_number(session, Verdict, verdict), reason=reason)
    show_added(ctx, write_id("verdict", number), f"{verdict} is taken back; its history stays")


@app.command(
    epilog="""\b
Example:
  claims verdict adjudicate c4 --rating true --rationale "Both dates fit." --considers j1 --considers j2
"""
)
def adjudicate(
    ctx: typer.Context,
    claim: ClaimArgument,
    rating: RatingOption,
    rationale: RationaleOption,
    considers: Annotated[
        list[str], typer.Option("--considers", metavar="ID", help="A verdict that it settles; give each.")
    ],
    evidence: EvidenceOption = None,
    as_of: AsOfOption = None,
    scale: ScaleOption = None,
) -> None:
    """Settle verdicts that disagree; theirs and yours all stay on record."""
    from claims.annotate.adjudication import adjudicate as settle
    from claims.store.queries.reference import get_claim_meant, get_number, write_id
    from claims.store.tables import Evidence, Verdict

    with writing(ctx) as session:
        claim_id, _ = get_claim_meant(session, claim)
        number = settle(
            session,
            claim_id,
            rating=rating,
            rationale=rationale,
            considered_ids=[get_number(session, Verdict, one) for one in considers],
            evidence_ids=[get_number(session, Evidence, one) for one in evidence or []],
            as_of=as_of,
            scale=scale,
        )
    reference = write_id("verdict", number)
    show_added(ctx, reference, f"verdict {reference} settles {', '.join(considers)}")


@app.command(
    "list",
    epilog="""\b
Examples:
  claims verdict list
  claims verdict list c4 --format csv
  claims verdict list --standing --json
""",
)
def list_(
    ctx: typer.Context,
    claim: Annotated[
        str | None,
        typer.Argument(metavar="[CLAIM]", help="Only those on this claim (c4, or m12 that makes it)."),
    ] = None,
    standing: Annotated[
        bool, typer.Option("--standing", help="Neither superseded ones nor retractions.")
    ] = False,
    chosen: FormatOption = Format.table,
) -> None:
    """List verdicts in the order in which they were given, replaced ones too."""
    from claims.store.queries.reference import get_claim_meant
    from claims.store.queries.verdict import list_verdicts

    with reading(ctx) as session:
        claim_id = None if claim is None else get_claim_meant(session, claim)[0]
        rows = list_verdicts(session, claim_id=claim_id, standing_only=standing)
    show_list(
        ctx,
        rows,
        chosen,
        columns=_COLUMNS,
        table=("id", "claim_in_words", "about", "rating", "rationale", "reviewer", "as_of", "standing"),
    )


@app.command(
    "show",
    epilog="""\b
Example:
  claims verdict show j3
""",
)
def show_one(ctx: typer.Context, verdict: Annotated[str, typer.Argument(help="Its id, such as j3.")]) -> None:
    """Show a verdict with all that its reviewer said of the same before and after."""
    from claims.store.queries.origin import read_verdict_origins
    from claims.store.queries.reference import get_number, write_id
    from claims.store.queries.verdict import list_chain, list_verdicts
    from claims.store.tables import Verdict

    with reading(ctx) as session:
        number = get_number(session, Verdict, verdict)
        chain = list_verdicts(session, ids=list_chain(session, number))
        origins = read_verdict_origins(session, [number]).get(number)
    one = next(row for row in chain if row["id"] == write_id("verdict", number))
    if get_options(ctx).json:
        show(one | {"history": chain, "origins": origins})
        return
    say(f"{one['claim']}  {one['claim_in_words']}")
    for row in chain:
        mark = "→" if row["id"] == one["id"] else " "
        standing = "" if row["standing"] else "  (superseded)" if row["superseded_by"] else "  (retracted)"
        say(f"{mark} {row['id']}  {row['rating'] or 'taken back'}, about {row['about']}{standing}")
        say(f"    {row['rationale']}")
        ground = ", ".join(row["evidence"]) or ("none found" if row["none_found"] else "")
        settles = f", settles {', '.join(row['considers'])}" if row["considers"] else ""
        say(
            f"    {row['reviewer']}, {row['created_at'][:16]}, as of {row['as_of']}"
            + (f", evidence: {ground}" if ground else "")
            + settles
        )
    if origins is not None:
        say(f"    {origins}")
