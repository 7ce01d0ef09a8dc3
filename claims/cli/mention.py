"""`claims mention`."""

import sys
from typing import Annotated

import typer

from claims.cli import mention_edit, mention_sheet
from claims.cli.context import get_options, reading, remark, writing
from claims.cli.mention_edit import read_pairs
from claims.cli.output import Format, FormatOption, describe_claim, say, show, show_list
from claims.errors import DecisionRefused

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = (
    "id",
    "article",
    "state",
    "subject",
    "predicate",
    "value",
    "polarity",
    "speaker",
    "score",
    "quote",
)

ArticleOption = Annotated[
    list[str] | None, typer.Option("--article", metavar="ARTICLE", help="Those of these articles.")
]
ScoreOption = Annotated[
    float | None, typer.Option("--min-score", min=0, max=1, help="Those at least this sure.")
]
MentionArgument = Annotated[
    list[str] | None, typer.Argument(metavar="MENTION", help="Ids; - reads them from stdin.")
]


@app.callback()
def mention() -> None:
    """The places where claims are made; decide on suggestions."""


@app.command(
    "list",
    epilog="""\b
Examples:
  claims mention list --article 004
  claims mention list --state suggested --format csv
  claims mention list --predicate released --json
""",
)
def list_(
    ctx: typer.Context,
    articles: ArticleOption = None,
    states: Annotated[
        list[str] | None, typer.Option("--state", help="suggested, accepted or rejected; default: all.")
    ] = None,
    predicate: Annotated[str | None, typer.Option(help="Only this kind of statement.")] = None,
    min_score: ScoreOption = None,
    every_revision: Annotated[bool, typer.Option("--every-revision", help="Replaced texts too.")] = False,
    chosen: FormatOption = Format.table,
) -> None:
    """List mentions by article and place."""
    from claims.store.queries.mention import list_mentions
    from claims.store.queries.reference import get_article_id

    with reading(ctx) as session:
        scope = [get_article_id(session, one) for one in articles] if articles else None
        rows = list_mentions(
            session,
            article_ids=scope,
            states=states,
            predicate=predicate,
            min_score=min_score,
            every_revision=every_revision,
        )
    rows = (
        [row | {"claim_in_words": describe_claim(row)} for row in rows]
        if chosen is Format.table and not get_options(ctx).json
        else rows
    )
    show_list(
        ctx, rows, chosen, columns=_COLUMNS, table=("id", "article", "state", "score", "claim_in_words")
    )


@app.command(
    epilog="""\b
Examples:
  claims mention accept m12 m13
  claims mention accept --article 004 --min-score 0.8
  claims mention list --format tsv | cut -f1 | tail -n +2 | claims mention accept -
"""
)
def accept(
    ctx: typer.Context,
    mentions: MentionArgument = None,
    articles: ArticleOption = None,
    min_score: ScoreOption = None,
) -> None:
    """Accept suggestions: the text does make these claims."""
    _decide(ctx, "accept", mentions, articles, min_score)


@app.command(
    epilog="""\b
Examples:
  claims mention reject m12
  claims mention reject --article 001
"""
)
def reject(
    ctx: typer.Context,
    mentions: MentionArgument = None,
    articles: ArticleOption = None,
    min_score: ScoreOption = None,
) -> None:
    """Reject suggestions: the text does not make these claims."""
    _decide(ctx, "reject", mentions, articles, min_score)


@app.command(
    epilog="""\b
Examples:
  claims mention retype m12 --value 2025-01-20
  claims mention retype m7 --predicate development_cost --subject DeepSeek-R1 --value "5,6 Mio. Dollar"
  claims mention retype m9 --qualifier place=China
"""
)
def retype(
    ctx: typer.Context,
    mention: Annotated[str, typer.Argument(help="Its id, such as m12.")],
    subject: Annotated[str | None, typer.Option(help="What it is about: a name or an id.")] = None,
    predicate: Annotated[
        str | None, typer.Option(help="What it says of it: see claims predicate list.")
    ] = None,
    value: Annotated[str | None, typer.Option(help="The answer, as texts write it.")] = None,
    qualifiers: Annotated[
        list[str] | None,
        typer.Option("--qualifier", metavar="KEY=VALUE", help="What separates the question."),
    ] = None,
    polarity: Annotated[str | None, typer.Option(help="asserted or negated.")] = None,
    modality: Annotated[str | None, typer.Option(help="happened, estimated, alleged or planned.")] = None,
) -> None:
    """Say what a passage claims, and accept it so."""
    from claims.annotate.retype import retype_mention
    from claims.store.queries.reference import get_number, write_id
    from claims.store.tables import Mention

    with writing(ctx) as session:
        claim_id = retype_mention(
            session,
            get_number(session, Mention, mention),
            subject=subject,
            predicate=predicate,
            value=value,
            qualifiers=None if qualifiers is None else read_pairs(qualifiers),
            polarity=polarity,
            modality=modality,
        )
    if get_options(ctx).json:
        show({"id": mention, "claim": write_id("claim", claim_id)})
    else:
        say(f"{mention} now makes claim {write_id('claim', claim_id)}, accepted")


def _decide(
    ctx: typer.Context,
    act: str,
    mentions: list[str] | None,
    articles: list[str] | None,
    min_score: float | None,
) -> None:
    from claims.annotate.decide import accept_mentions, reject_mentions
    from claims.store.queries.mention import list_mentions
    from claims.store.queries.reference import get_article_id, get_number
    from claims.store.tables import Mention

    if not mentions and not articles:
        raise DecisionRefused(f"say which: claims mention {act} ID…, or --article ARTICLE [--min-score 0.8]")
    if mentions == ["-"]:
        mentions = sys.stdin.read().split()
    with writing(ctx) as session:
        if mentions:
            numbers = [get_number(session, Mention, one) for one in mentions]
        else:
            scope = [get_article_id(session, one) for one in articles or []]
            open_ones = list_mentions(session, article_ids=scope, states=["suggested"], min_score=min_score)
            numbers = [get_number(session, Mention, one["id"]) for one in open_ones]
        changed = (
            (accept_mentions if act == "accept" else reject_mentions)(session, numbers) if numbers else 0
        )
    if get_options(ctx).json:
        show({"mentions": len(numbers), "changed": changed})
    else:
        say(
            f"{changed} {act}ed"
            + (f", {len(numbers) - changed} were so already" if changed < len(numbers) else "")
        )
    if not numbers:
        remark(ctx, "No suggestion fits; see: claims mention list --state suggested")


app.add_typer(mention_edit.app)
app.add_typer(mention_sheet.app)
