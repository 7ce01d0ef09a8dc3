"""`claims suggest`."""

from typing import Annotated

import typer

from claims.cli.context import get_options, remark, writing
from claims.cli.output import say, show
from claims.cli.progress import progress

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog="""\b
Examples:
  claims suggest
  claims suggest 004 --min-score 0.5
"""
)
def suggest(
    ctx: typer.Context,
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="ARTICLE", help="Read these again; default: all not read yet."),
    ] = None,
    min_score: Annotated[float, typer.Option(min=0, max=1, help="Leave out what is less sure.")] = 0.0,
) -> None:
    """Propose typed claims, each anchored to its exact characters."""
    from claims.store.queries.article import count_to_read
    from claims.store.queries.reference import get_article_id
    from claims.suggest.run import suggest_for

    with writing(ctx) as session:
        wanted = [get_article_id(session, one) for one in articles] if articles else None
        total = count_to_read(session) if wanted is None else len(wanted)
        with progress(ctx, "articles", total) as advance:
            done = suggest_for(session, wanted, min_score=min_score, progress=advance)
    if get_options(ctx).json:
        show(
            {
                "articles": done.articles,
                "mentions": done.mentions,
                "typed": done.typed,
                "known": done.known,
                "entities": done.entities,
            }
        )
        return
    say(
        f"{done.articles} {_plural(done.articles, 'article')} read: {done.mentions} mentions suggested,"
        f" {done.typed} of them typed, {done.entities} new names proposed"
    )
    if not done.articles:
        remark(ctx, "Nothing to read: every newest text was read before. Name an article to read it again.")


def _plural(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"
