"""`claims correction`."""

from typing import Annotated

import typer

from claims.cli.added import show_added
from claims.cli.context import reading, writing
from claims.cli.output import Format, FormatOption, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = (
    "id",
    "article",
    "external_id",
    "kind",
    "from_revision",
    "to_revision",
    "before",
    "after",
    "reason",
    "finding",
    "noticed_at",
    "published_at",
    "retracted_at",
    "decided_by",
)


CorrectionArgument = Annotated[str, typer.Argument(metavar="CORRECTION", help="Its id, such as k1.")]
BeforeOption = Annotated[str | None, typer.Option(metavar="TEXT", help="The passage before.")]
AfterOption = Annotated[str | None, typer.Option(metavar="TEXT", help="The passage after.")]
FromOption = Annotated[
    int | None, typer.Option("--from-revision", min=1, metavar="N", help="Which text stood before.")
]
ToOption = Annotated[
    int | None, typer.Option("--to-revision", min=1, metavar="N", help="Which text stands since.")
]
FindingOption = Annotated[
    str | None, typer.Option(metavar="ID", help="The finding that led to it, such as f1.")
]


@app.callback()
def correction() -> None:
    """What was changed in print, and why."""


@app.command(
    epilog="""\b
Examples:
  claims correction add --article 004 --kind correction --reason "Wrong month." --before Januar --after Februar
  claims correction add --article a3 --kind unannounced --reason "Figure swapped." --from-revision 1 --to-revision 2
  claims correction add --article 004 --kind clarification --reason "Base named." --finding f1
"""
)
def add(
    ctx: typer.Context,
    article: Annotated[str, typer.Option(metavar="ARTICLE", help="Its id, external id or file name.")],
    kind: Annotated[
        str, typer.Option(help="correction, clarification, addition, retraction or unannounced.")
    ],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why it was changed.")],
    before: BeforeOption = None,
    after: AfterOption = None,
    from_revision: FromOption = None,
    to_revision: ToOption = None,
    finding: FindingOption = None,
    noticed_at: Annotated[
        str | None,
        typer.Option("--noticed-at", metavar="TIME", help="When the error was noticed; UTC if no offset."),
    ] = None,
    published_at: Annotated[
        str | None,
        typer.Option("--published-at", metavar="TIME", help="When the change was published; likewise."),
    ] = None,
) -> None:
    """Write down a change of a published article."""
    from claims.annotate.correction import add_correction
    from claims.store.queries.reference import get_article_id, get_number, write_id
    from claims.store.tables import Finding

    with writing(ctx) as session:
        number = add_correction(
            session,
            article_id=get_article_id(session, article),
            kind=kind,
            reason=reason,
            before=before,
            after=after,
            from_revision=from_revision,
            to_revision=to_revision,
            finding_id=None if finding is None else get_number(session, Finding, finding),
            noticed_at=noticed_at,
            published_at=published_at,
        )
    reference = write_id("correction", number)
    show_added(ctx, reference, f"correction {reference} of {article} is on record")


@app.command(
    epilog="""\b
Examples:
  claims correction edit k1 --published-at 2025-03-02T09:00
  claims correction edit k1 --reason "Wrong month and wrong year." --finding f3
"""
)
def edit(
    ctx: typer.Context,
    correction: CorrectionArgument,
    kind: Annotated[
        str | None, typer.Option(help="correction, clarification, addition, retraction or unannounced.")
    ] = None,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it was changed.")] = None,
    before: BeforeOption = None,
    after: AfterOption = None,
    from_revision: FromOption = None,
    to_revision: ToOption = None,
    finding: FindingOption = None,
    noticed_at: Annotated[
        str | None, typer.Option("--noticed-at", metavar="TIME", help="When the error was noticed.")
    ] = None,
    published_at: Annotated[
        str | None, typer.Option("--published-at", metavar="TIME", help="When the change was published.")
    ] = None,
) -> None:
    """Change what a correction says, such as when it was published; what it said before stays in the log."""
    from claims.annotate.correction import edit_correction
    from claims.store.queries.reference import get_number, write_id
    from claims.store.tables import Correction, Finding

    with writing(ctx) as session:
        number = get_number(session, Correction, correction)
        changed = edit_correction(
            session,
            number,
            kind=kind,
            reason=reason,
            before=before,
            after=after,
            from_revision=from_revision,
            to_revision=to_revision,
            finding_id=None if finding is None else get_number(session, Finding, finding),
            noticed_at=noticed_at,
            published_at=published_at,
        )
    reference = write_id("correction", number)
    show_added(ctx, reference, f"{reference} changed" if changed else f"{reference} says that already")


@app.command(
    epilog="""\b
Example:
  claims correction retract k1
"""
)
def retract(ctx: typer.Context, correction: CorrectionArgument) -> None:
    """Take a correction back that was noted by mistake; it stays in the log and in this list."""
    from claims.annotate.correction import retract_correction
    from claims.store.queries.reference import get_number, write_id
    from claims.store.tables import Correction

    with writing(ctx) as session:
        number = get_number(session, Correction, correction)
        retract_correction(session, number)
    reference = write_id("correction", number)
    show_added(ctx, reference, f"{reference} is taken back; claims correction list still shows it")


@app.command(
    "list",
    epilog="""\b
Examples:
  claims correction list
  claims correction list --article 004 --format csv
""",
)
def list_(
    ctx: typer.Context,
    article: Annotated[
        str | None, typer.Option(metavar="ARTICLE", help="Only those of this article.")
    ] = None,
    chosen: FormatOption = Format.table,
) -> None:
    """List corrections in the order in which they were written down."""
    from claims.store.queries.correction import list_corrections
    from claims.store.queries.reference import get_article_id

    with reading(ctx) as session:
        article_id = None if article is None else get_article_id(session, article)
        rows = list_corrections(session, article_id=article_id)
    show_list(
        ctx,
        rows,
        chosen,
        columns=_COLUMNS,
        table=(
            "id",
            "article",
            "kind",
            "before",
            "after",
            "reason",
            "published_at",
            "retracted_at",
            "decided_by",
        ),
    )
