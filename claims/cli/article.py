"""`claims article`."""

from typing import Annotated

import typer

from claims.cli.context import get_options, reading, remark, writing
from claims.cli.layout import get_width
from claims.cli.output import Format, FormatOption, say, show, show_list

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

ArticleArgument = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="Its id, external id, or how its file name begins.")
]


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
    article: ArticleArgument,
) -> None:
    """Show an article sentence by sentence with the claims that it makes."""
    from claims.cli.article_text import write_facts
    from claims.store.queries.fact_list import get_fact_list
    from claims.store.queries.reference import get_article_id

    with reading(ctx) as session:
        facts = get_fact_list(session, get_article_id(session, article))
    if get_options(ctx).json:
        show(facts)
        return
    for line in write_facts(facts, get_width()):
        say(line)


@app.command(
    "sign-off",
    epilog="""\b
Examples:
  claims article sign-off 004
  claims article sign-off 004 --anyway --note "Figures of the last paragraph are with the agency."
""",
)
def sign_off_one(
    ctx: typer.Context,
    article: ArticleArgument,
    note: Annotated[str | None, typer.Option(help="What is left open, in words.")] = None,
    anyway: Annotated[bool, typer.Option("--anyway", help="Although suggestions wait.")] = False,
) -> None:
    """Declare an article's newest text checked; a changed text needs another sign-off."""
    from claims.annotate.signoff import sign_off
    from claims.store.queries.reference import get_article_id, write_id

    with writing(ctx) as session:
        article_id = get_article_id(session, article)
        done = sign_off(session, article_id, note=note, anyway=anyway)
    if get_options(ctx).json:
        show({"id": done.id, "revision": done.revision, "text_sha256": done.text_sha256, "left": done.left})
        return
    left = f"; {done.left} suggestions undecided" if done.left else ""
    say(
        f"{write_id('article', article_id)} signed off, revision {done.revision} ({done.text_sha256[:12]}…){left}"
    )


@app.command(
    epilog="""\b
Examples:
  claims article mark 004 12 opinion
  claims article mark 004 3 open
"""
)
def mark(
    ctx: typer.Context,
    article: ArticleArgument,
    number: Annotated[int, typer.Argument(help="The sentence's number, as article show prints it.")],
    kind: Annotated[str, typer.Argument(help="opinion, question, boilerplate or open.")],
) -> None:
    """Say of a sentence that it makes no checkable claim, or that it is open again."""
    from claims.annotate.review import mark_sentence
    from claims.store.queries.reference import get_article_id

    with writing(ctx) as session:
        waiting = mark_sentence(session, get_article_id(session, article), number, kind)
    if get_options(ctx).json:
        show({"number": number, "kind": kind, "waiting": waiting})
    else:
        say(f"sentence {number}: {kind}")
    if waiting:
        remark(ctx, f"Suggestions in it still wait ({waiting}); decide them with: claims annotate {article}")


@app.command(
    epilog="""\b
Examples:
  claims article diff 004
  claims article diff 004 --from 1 --to 3
"""
)
def diff(
    ctx: typer.Context,
    article: ArticleArgument,
    first: Annotated[
        int | None, typer.Option("--from", min=1, help="A revision; default: the last but one.")
    ] = None,
    second: Annotated[int | None, typer.Option("--to", min=1, help="Another; default: the newest.")] = None,
) -> None:
    """Show what changed between two texts of an article, and what became of its claims."""
    from claims.annotate.diff import compare_revisions
    from claims.cli.article_text import write_difference
    from claims.store.queries.reference import get_article_id

    with reading(ctx) as session:
        found = compare_revisions(session, get_article_id(session, article), first, second)
    if get_options(ctx).json:
        show(found)
        return
    for line in write_difference(found, get_width()):
        say(line)


@app.command(
    epilog="""\b
Example:
  claims article copies
"""
)
def copies(ctx: typer.Context) -> None:
    """Link articles that repeat one text, as agency copies do, to the one that had it first."""
    from claims.crosscheck.copies.link import link_copies
    from claims.store.queries.reference import write_id

    with writing(ctx) as session:
        found = link_copies(session)
    rows = [
        {
            "article": write_id("article", one.article),
            "origin": write_id("article", one.origin),
            "shared": one.shared,
            "of": one.of,
            "agency": one.agency,
        }
        for one in found
    ]
    if get_options(ctx).json:
        show(rows)
        return
    for row in rows:
        agency = f", credited to {row['agency']}" if row["agency"] else ""
        say(f"{row['article']} repeats {row['origin']}: {row['shared']} of {row['of']} sentences{agency}")
    if not rows:
        say("no further article repeats another")


@app.command(
    epilog="""\b
Example:
  claims article withdraw 004 --reason "Taken offline after a complaint."
"""
)
def withdraw(
    ctx: typer.Context,
    article: ArticleArgument,
    reason: Annotated[str, typer.Option(help="Why.")],
) -> None:
    """Take an article out of the checks; everything about it is kept."""
    from claims.annotate.signoff import withdraw_article
    from claims.store.queries.reference import get_article_id

    with writing(ctx) as session:
        article_id = get_article_id(session, article)
        withdraw_article(session, article_id, reason=reason)
    _say_done(ctx, article_id, "withdrawn")


@app.command(
    epilog="""\b
Example:
  claims article restore 004
"""
)
def restore(ctx: typer.Context, article: ArticleArgument) -> None:
    """Bring a withdrawn article back into the checks."""
    from claims.annotate.signoff import restore_article
    from claims.store.queries.reference import get_article_id

    with writing(ctx) as session:
        article_id = get_article_id(session, article)
        restore_article(session, article_id)
    _say_done(ctx, article_id, "restored")


def _say_done(ctx: typer.Context, article_id: int, done: str) -> None:
    from claims.store.queries.reference import write_id

    shown = write_id("article", article_id)
    if get_options(ctx).json:
        show({"id": shown, "status": done})
    else:
        say(f"{shown} {done}")
    remark(ctx, "Its questions are looked at again by: claims cross-check")
