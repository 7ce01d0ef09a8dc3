"""`claims suggest`."""

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.context import get_options, reading, remark, writing
from claims.cli.output import say, show
from claims.cli.progress import progress
from claims.errors import ExitCode, OptionRefused
from claims.safe import safe

if TYPE_CHECKING:
    from claims.errors import SuggesterFailed
    from claims.suggest import Explanation
    from claims.suggest.keeping import Suggested
    from claims.suggest.suggesters import Suggester

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog="""\b
Examples:
  claims suggest
  claims suggest 004 --min-score 0.5
  claims suggest --with llm
  claims suggest --explain "Die Brücke kostete 30 Mio. Euro." --language de
"""
)
def suggest(
    ctx: typer.Context,
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="ARTICLE", help="Read these again; default: all not read yet."),
    ] = None,
    min_score: Annotated[float, typer.Option(min=0, max=1, help="Leave out what is less sure.")] = 0.0,
    name: Annotated[
        str,
        typer.Option(
            "--with", metavar="NAME", help="Who proposes: rules, llm (CLAIMS_LLM_URL), or another installed."
        ),
    ] = "rules",
    sentence: Annotated[
        str | None,
        typer.Option("--explain", metavar="SENTENCE", help="Say what the rules see in it; stores nothing."),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Of the sentence: de or en; default: as it reads.")
    ] = None,
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Day from which its “gestern” counts."),
    ] = None,
) -> None:
    """Propose typed claims, each anchored to its exact characters."""
    if sentence is not None:
        if articles:
            raise OptionRefused("--explain takes a sentence and no articles; put the sentence into quotes")
        _explain(ctx, sentence, language, published)
        return
    if language or published:
        raise OptionRefused("--language and --published go with --explain; articles bring their own")
    from claims.suggest.suggesters import get_suggester

    suggester = get_suggester(name)
    done = _suggest(ctx, suggester, articles, min_score)
    _show_done(ctx, suggester, done)
    if done.failed:
        raise typer.Exit(int(ExitCode.BAD_INPUT))


def _suggest(
    ctx: typer.Context, suggester: "Suggester", articles: list[str] | None, min_score: float
) -> "Suggested":
    """Run the rules in one transaction, any other suggester article by article."""
    from claims.store.queries.article import FIRST_TOOL, count_to_read
    from claims.store.queries.reference import get_article_id, write_id
    from claims.suggest.outside import suggest_from_outside
    from claims.suggest.run import suggest_for

    def tell(article_id: int, error: "SuggesterFailed") -> None:
        where = write_id("article", article_id)
        print(safe(f"claims: suggester {suggester.name} failed on {where}: {error}"), file=sys.stderr)  # noqa: T201 - the command line prints

    if suggester.name == FIRST_TOOL:
        with writing(ctx) as session:
            wanted = [get_article_id(session, one) for one in articles] if articles else None
            total = count_to_read(session) if wanted is None else len(wanted)
            with progress(ctx, "articles", total) as advance:
                return suggest_for(session, wanted, min_score=min_score, progress=advance, on_failure=tell)
    with reading(ctx) as session:
        wanted = [get_article_id(session, one) for one in articles] if articles else None
        total = count_to_read(session, suggester.name) if wanted is None else len(wanted)
    with progress(ctx, "articles", total) as advance:
        done = suggest_from_outside(
            lambda: reading(ctx),
            lambda: writing(ctx),
            wanted,
            suggester=suggester,
            min_score=min_score,
            progress=advance,
            on_failure=tell,
        )
    left = total - done.articles - len(done.failed)
    if done.failed and left > 0:
        remark(
            ctx,
            f"{left} more {_plural(left, 'article')} left alone; run it again when {suggester.name} answers.",
        )
    return done


def _show_done(ctx: typer.Context, suggester: "Suggester", done: "Suggested") -> None:
    from claims.store.queries.reference import write_id
    from claims.suggest.suggesters import describe_dropped

    if get_options(ctx).json:
        show(
            {
                "articles": done.articles,
                "mentions": done.mentions,
                "typed": done.typed,
                "known": done.known,
                "entities": done.entities,
                "suggester": suggester.name,
                "dropped": dict(done.dropped),
                "failed": [write_id("article", number) for number in done.failed],
            }
        )
        return
    say(
        f"{done.articles} {_plural(done.articles, 'article')} read: {done.mentions} mentions suggested,"
        f" {done.typed} of them typed, {done.entities} new names proposed"
    )
    if done.dropped:
        remark(ctx, describe_dropped(done.dropped))
    if not done.articles and not done.failed:
        remark(ctx, "Nothing to read: every newest text was read before. Name an article to read it again.")


def _explain(ctx: typer.Context, sentence: str, language: str | None, published: datetime | None) -> None:
    from claims.errors import DatabaseMissing
    from claims.ingest.language import recognise_language
    from claims.suggest import explain
    from claims.suggest.known import read_vocabulary
    from claims.vocabulary import LANGUAGES, get_seed_vocabulary

    code = language or recognise_language(sentence) or "de"
    if code not in LANGUAGES:
        raise OptionRefused(f"--language is {' or '.join(LANGUAGES)}, not {code!r}")
    try:
        with reading(ctx) as session:
            vocabulary = read_vocabulary(session, [(sentence, code)])
    except DatabaseMissing:
        vocabulary = get_seed_vocabulary()
    explained = explain(sentence, code, published.date() if published else None, vocabulary)
    if get_options(ctx).json:
        show({"language": code, **explained.to_json()})
    else:
        _show_explained(explained)


def _show_explained(explained: "Explanation") -> None:
    parts = {
        "names": explained.entities,
        "values": explained.values,
        "triggers": explained.triggers,
        "speech": explained.speech,
        "outcome": explained.outcome,
    }
    say(f"{'kind':<9} {explained.kind}")
    for title, lines in parts.items():
        for number, line in enumerate(lines or ("none",)):
            say(f"{'' if number else title:<9} {safe(line)}")


def _plural(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"
