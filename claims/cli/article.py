"""`claims article`."""

from typing import Annotated

import typer

from claims.cli.context import get_options, reading
from claims.cli.output import Format, FormatOption, describe_claim, say, show, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = (
    "id",
    "external_id",
    "shown",
    "outlet",
    "published",
    "language",
    "revision",
    "suggested",
    "accepted",
)
_TABLE = ("id", "shown", "outlet", "published", "suggested", "accepted")
_TICKS = {"suggested": "[ ]", "accepted": "[x]", "rejected": "[-]"}


@app.callback()
def article() -> None:
    """Published documents and their texts."""


@app.command(
    "list",
    epilog="""\b
Examples:
  claims article list
  claims article list --format csv
""",
)
def list_(ctx: typer.Context, chosen: FormatOption = Format.table) -> None:
    """List articles with how far they are decided."""
    from claims.store.queries.article import list_articles

    with reading(ctx) as session:
        rows = list_articles(session)
    show_list(ctx, rows, chosen, columns=_COLUMNS, table=_TABLE)


@app.command(
    "show",
    epilog="""\b
Examples:
  claims article show 004
  claims article show a3 --json
""",
)
def show_one(
    ctx: typer.Context,
    article: Annotated[str, typer.Argument(help="Its id, external id, or how its file name begins.")],
) -> None:
    """Show an article sentence by sentence with the claims that it makes."""
    from claims.store.queries.fact_list import get_fact_list
    from claims.store.queries.reference import get_article_id

    with reading(ctx) as session:
        facts = get_fact_list(session, get_article_id(session, article))
    if get_options(ctx).json:
        show(facts)
        return
    head = facts["article"]
    say(f"{head['id']}  {head['title'] or head['external_id'] or head['path']}")
    say(f"    {head['outlet'] or 'no outlet'}, {head['published'] or 'undated'}, revision {head['revision']}")
    for sentence in facts["sentences"]:
        say(f"\n{sentence['number']:>3}  {' '.join(sentence['text'].split())}")
        if not sentence["mentions"]:
            say(f"       ({sentence['kind']})")
        for mention in sentence["mentions"]:
            say(f"       {_TICKS[mention['state']]} {mention['id']}  {describe_claim(mention)}")
