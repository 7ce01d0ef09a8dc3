"""`claims annotate`."""

from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.context import get_options, reading, remark, writing
from claims.cli.keys import open_keys
from claims.cli.layout import get_width, wrap
from claims.cli.output import show
from claims.cli.passage import write_head, write_passage
from claims.cli.review_desk import Desk
from claims.cli.review_key import ACTS
from claims.errors import ExitCode

if TYPE_CHECKING:
    from claims.annotate.review import Passage
    from claims.annotate.sitting import Item

app = typer.Typer(rich_markup_mode=None, add_completion=False)

PROMPT = "[y n e o c v u s a q ?] "
AT_THE_END = "Nothing is left to decide; u takes the last decision back, any other key ends"


@app.command(
    epilog="""\b
Examples:
  claims annotate 004 --plain
  printf 'yyn' | claims annotate 004 --plain
  claims annotate
"""
)
def annotate(
    ctx: typer.Context,
    article: Annotated[
        str | None,
        typer.Argument(
            metavar="ARTICLE", help="Which; default: all that have open suggestions, by publication."
        ),
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Line by line, on any terminal or none.")] = False,
) -> None:
    """Decide on suggestions one by one: accept, reject, edit; cite sources and rate claims on the way.

    Every decision is kept as it is made; the next sitting goes on where this one stops.
    """
    from claims.annotate.review import count_open, list_open_articles, list_passages
    from claims.annotate.sitting import Sitting
    from claims.store.queries.reference import get_article_id

    if not plain:
        remark(ctx, "The review screen does not exist yet; going on line by line, as with --plain")
    with writing(ctx):
        pass  # whoever may not decide is told before the first question
    with reading(ctx) as session:
        scope = None if article is None else [get_article_id(session, article)]
        article_ids = list_open_articles(session)
        if scope is not None:
            article_ids = [one for one in article_ids if one in scope]

    def read(article_id: int) -> list["Passage"]:
        with reading(ctx) as session:
            return list_passages(session, article_id)

    sitting = Sitting(article_ids, read)
    stopped = False
    with open_keys() as keys:
        desk = Desk(ctx, keys, sitting)
        try:
            _review(desk)
        except KeyboardInterrupt:
            stopped = True
            desk.say("")
    with reading(ctx) as session:
        left = count_open(session, scope)
    _sum_up(desk, left)
    if stopped:
        raise typer.Exit(int(ExitCode.INTERRUPTED))


def _review(desk: Desk) -> None:
    """Take keys until they or the suggestions are at an end; the very last decision can be undone too."""
    while True:
        item = desk.sitting.find_current()
        if item is not None:
            _show(desk, item)
            desk.say(f"{item.mention['id']} {PROMPT}", end="")
        elif desk.sitting.history:
            desk.say(
                "\nNothing is left to decide; u takes the last decision back, any other key ends ", end=""
            )
        else:
            return
        key = desk.keys.read_key()
        if key and not desk.keys.echoes:
            desk.say(f"{key} ", end="")
        if key is None or key == "q" or (item is None and key != "u"):
            desk.say("")
            return
        if not key:
            desk.say("", end="" if desk.keys.echoes else "\n")
            continue
        desk.pressed += 1
        if key not in ACTS:
            desk.say(f"{key!r} is no key here; ? shows them")
        elif ACTS[key](desk):
            return


def _show(desk: Desk, item: "Item") -> None:
    """Show the suggestion's article and sentence unless they were shown last."""
    width = get_width()
    article, passage = desk.last
    if article != item.passage.article["id"]:
        desk.say("\n" + write_head(item.passage.article, width))
    if passage is not item.passage:
        left = desk.sitting.count_open(item.passage.article["id"])
        desk.say("\n" + write_passage(item.passage, width, left=left))
    desk.last = (item.passage.article["id"], item.passage)


def _sum_up(desk: Desk, left: int) -> None:
    accepted, rejected = desk.sitting.count("accepted"), desk.sitting.count("rejected")
    if get_options(desk.ctx).json:
        show(
            {
                "decided": accepted + rejected,
                "accepted": accepted,
                "rejected": rejected,
                "left": left,
                "keys": desk.pressed,
            }
        )
        return
    if not desk.sitting.items and not left:
        none = "No suggestion waits for a decision; new articles are read by: claims suggest"
        desk.say(wrap(none, get_width()))
        return
    said = f"{accepted + rejected} decided ({accepted} accepted, {rejected} rejected), {left} left"
    desk.say(wrap(said, get_width()))
