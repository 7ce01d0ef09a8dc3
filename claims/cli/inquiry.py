"""`claims inquiry`."""

from typing import Annotated

import typer

from claims.cli.added import show_added
from claims.cli.context import get_options, reading, writing
from claims.cli.output import Format, FormatOption, say, show, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = (
    "id",
    "asked",
    "question",
    "asked_at",
    "due_at",
    "answer",
    "answered_at",
    "article",
    "claim",
    "reviewer",
)


@app.callback()
def inquiry() -> None:
    """Whom the desk asked, and what they answered."""


@app.command(
    epilog="""\b
Examples:
  claims inquiry add --asked "press office" --question "On which day was it released?" --claim c4
  claims inquiry add --asked "the author" --question "Which tests?" --article 004 --due 2025-02-03
"""
)
def add(
    ctx: typer.Context,
    asked: Annotated[str, typer.Option(metavar="WHOM", help="Who was asked.")],
    question: Annotated[str, typer.Option(metavar="TEXT", help="What was asked.")],
    article: Annotated[str | None, typer.Option(metavar="ARTICLE", help="The article it is about.")] = None,
    claim: Annotated[
        str | None, typer.Option(metavar="CLAIM", help="The claim it is about: c4, or m12 that makes it.")
    ] = None,
    due: Annotated[
        str | None, typer.Option(metavar="DATE", help="By when an answer is wanted: a day, or a time.")
    ] = None,
) -> None:
    """Write down a question that the desk put to somebody."""
    from claims.annotate.inquiry import add_inquiry
    from claims.store.queries.reference import get_article_id, get_claim_meant, write_id

    with writing(ctx) as session:
        number = add_inquiry(
            session,
            asked=asked,
            question=question,
            article_id=None if article is None else get_article_id(session, article),
            claim_id=None if claim is None else get_claim_meant(session, claim)[0],
            due=due,
        )
    reference = write_id("inquiry", number)
    show_added(ctx, reference, f"inquiry {reference} to {asked} is on record")


@app.command(
    epilog="""\b
Example:
  claims inquiry answer i2 --answer "On 20 January."
"""
)
def answer(
    ctx: typer.Context,
    inquiry: Annotated[str, typer.Argument(help="Its id, such as i2.")],
    answer: Annotated[str, typer.Option(metavar="TEXT", help="What came back.")],
) -> None:
    """Write down what came back."""
    from claims.annotate.inquiry import answer_inquiry
    from claims.store.queries.reference import get_number, write_id
    from claims.store.tables import Inquiry

    with writing(ctx) as session:
        number = get_number(session, Inquiry, inquiry)
        answer_inquiry(session, number, answer=answer)
    if get_options(ctx).json:
        show({"id": write_id("inquiry", number)})
    else:
        say(f"{write_id('inquiry', number)} is answered")


@app.command(
    "list",
    epilog="""\b
Examples:
  claims inquiry list
  claims inquiry list --open --format csv
""",
)
def list_(
    ctx: typer.Context,
    open_only: Annotated[bool, typer.Option("--open", help="Only unanswered ones.")] = False,
    chosen: FormatOption = Format.table,
) -> None:
    """List inquiries, unanswered ones first by when they are due."""
    from claims.store.queries.inquiry import list_inquiries

    with reading(ctx) as session:
        rows = list_inquiries(session, open_only=open_only)
    show_list(
        ctx,
        rows,
        chosen,
        columns=_COLUMNS,
        table=("id", "asked", "question", "due_at", "answer", "claim", "article"),
    )
