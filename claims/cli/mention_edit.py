"""`claims mention add` and `edit`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.added import show_added
from claims.cli.context import get_options, reading, remark, writing
from claims.cli.editor import edit_until_right
from claims.cli.output import describe_claim, say, show
from claims.errors import AlreadySuperseded, DecisionRefused, FileRefused
from claims.quotation import quote

if TYPE_CHECKING:
    from claims.annotate.edit import Edit

app = typer.Typer(rich_markup_mode=None, add_completion=False)

SubjectOption = Annotated[str | None, typer.Option(help="What it is about: a name or an id.")]
PredicateOption = Annotated[str | None, typer.Option(help="What it says of it: see claims predicate list.")]
ValueOption = Annotated[str | None, typer.Option(help="The answer, as texts write it.")]
QualifierOption = Annotated[
    list[str] | None, typer.Option("--qualifier", metavar="KEY=VALUE", help="What separates the question.")
]
PolarityOption = Annotated[str, typer.Option(help="asserted or negated.")]
ModalityOption = Annotated[str, typer.Option(help="happened, estimated, alleged or planned.")]


@app.command(
    epilog="""\b
Examples:
  claims mention add 004 --quote "im Januar 2025" --subject DeepSeek-R1 --predicate released --value "Januar 2025"
  claims mention add 004 --quote "Tests" --start 812 --speaker "(unnamed)"
  claims mention add 004 --start 812 --end 840 --revision 2 --subject R1 --predicate developer --value DeepSeek
"""
)
def add(
    ctx: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Where it is made.")],
    quote: Annotated[str | None, typer.Option(help="The exact characters that make the claim.")] = None,
    start: Annotated[int | None, typer.Option(help="Where they start, in characters from 0.")] = None,
    end: Annotated[int | None, typer.Option(help="Where they end, exclusive.")] = None,
    revision: Annotated[int | None, typer.Option(help="The revision that these offsets are of.")] = None,
    in_title: Annotated[bool, typer.Option("--title", help="In the title, not in the text.")] = False,
    subject: SubjectOption = None,
    predicate: PredicateOption = None,
    value: ValueOption = None,
    qualifiers: QualifierOption = None,
    polarity: PolarityOption = "asserted",
    modality: ModalityOption = "happened",
    speaker: Annotated[
        str | None, typer.Option(help="Who says it, or (unnamed); default: the article.")
    ] = None,
    voice: Annotated[str | None, typer.Option(help="article, quote, indirect, headline or caption.")] = None,
    hedged: Annotated[bool, typer.Option("--hedged", help="The text hedges.")] = False,
    note: Annotated[str | None, typer.Option(help="Kept with the decision.")] = None,
) -> None:
    """Add a place where a claim is made, accepted.

    Without a predicate it is a claim to check that is not typed yet.
    """
    from claims.annotate.addition import Place, Said, add_mention
    from claims.annotate.edit import get_mention
    from claims.store.queries.reference import get_article_id, write_id

    with writing(ctx) as session:
        number = add_mention(
            session,
            get_article_id(session, article),
            Place(quote, start, end, revision, in_title),
            Said(subject, predicate, value, read_pairs(qualifiers or []), polarity, modality),
            speaker=speaker,
            hedged=hedged,
            voice=voice,
            note=note,
        )
        mention = get_mention(session, write_id("mention", number))
    show_added(
        ctx, mention["id"], f"{mention['id']} makes claim {mention['claim']}: {describe_claim(mention)}"
    )


@app.command(
    epilog="""\b
Examples:
  claims mention edit m12
  EDITOR=vim claims mention edit m12
  claims mention edit m12 --from mention-m12.yaml
"""
)
def edit(
    ctx: typer.Context,
    mention: Annotated[str, typer.Argument(help="Its id, such as m12.")],
    source: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="A filled-in form, instead of the editor.")
    ] = None,
) -> None:
    """Correct a mention in your editor, and accept it so.

    What does not fit is opened again with the reason on top; nothing that you wrote is lost.
    """
    from claims.annotate.edit import get_mention, get_to_edit
    from claims.annotate.form import put_problems, read_form, write_form

    with reading(ctx) as session:
        before, separators = get_to_edit(session, mention)

    def use(text: str) -> bool:
        wanted = read_form(text, before)
        if wanted:
            _apply(ctx, before, wanted)
        return bool(wanted)

    if source is not None:
        changed = use(_read_source(source))
    else:
        name = f"mention-{before['id']}.yaml"
        changed = edit_until_right(write_form(before, separators), name, use=use, complain=put_problems)
    if not changed:
        remark(ctx, f"{before['id']} is left as it was")
    with reading(ctx) as session:
        after = get_mention(session, before["id"])
    if changed or get_options(ctx).json:
        _show_done(ctx, after)


def _apply(ctx: typer.Context, before: dict[str, Any], wanted: "Edit") -> None:
    from claims.annotate.edit import edit_mention, get_mention
    from claims.store.queries.reference import get_number
    from claims.store.tables import Mention

    with writing(ctx) as session:
        now = get_mention(session, before["id"])
        if now != before:
            raise AlreadySuperseded(
                f"somebody changed {before['id']} while you edited it: it says now {quote(describe_claim(now))}"
                f" ({now['state']}), and said {quote(describe_claim(before))} ({before['state']})"
            )
        edit_mention(session, get_number(session, Mention, before["id"]), wanted)


def _read_source(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise FileRefused(f"{path}: no such file") from None
    except IsADirectoryError:
        raise FileRefused(f"{path}: is a folder; name a form") from None
    except UnicodeDecodeError:
        raise FileRefused(f"{path}: no UTF-8 text") from None


def _show_done(ctx: typer.Context, mention: dict[str, Any]) -> None:
    if get_options(ctx).json:
        show({"id": mention["id"], "claim": mention["claim"]})
    else:
        say(f"{mention['id']} {mention['claim']} {mention['state']}: {describe_claim(mention)}")


def read_pairs(given: list[str]) -> dict[str, str]:
    """Return KEY=VALUE options as a mapping.

    Raises:
        DecisionRefused: One is no pair, or a key is there twice.
        OptionRefused: One holds U+0000 or half a character.
    """
    from claims.annotate.given import read_words

    pairs = [read_words(one, "--qualifier").partition("=")[::2] for one in given]
    if any(not value for _, value in pairs) or len({key for key, _ in pairs}) < len(pairs):
        raise DecisionRefused("write qualifiers as KEY=VALUE, each key once, such as --qualifier place=China")
    return dict(pairs)
