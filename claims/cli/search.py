"""`claims search`."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from claims.cli.context import get_options, remark
from claims.cli.output import Format, FormatOption, show_list
from claims.cli.progress import progress

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_MANY = 20_000
_COLUMNS = ("id", "kind", "title", "snippet", "state", "article", "outlet", "date", "reviewer")


class Scope(StrEnum):
    """Where to look."""

    article = "article"
    claim = "claim"
    entity = "entity"
    source = "source"
    rationale = "rationale"


@app.command(
    epilog="""\b
Examples:
  claims search Hangzhou
  claims search '"drei größte"' --in article
  claims search 'Robot* (Preis OR Kosten) -Test'
  claims search Aerztin --in claim --in rationale --json
Words must all occur; OR, NOT or a minus, parentheses, "phrases" and a
star after the start of a word are understood. Ärztin, Aerztin and ARZTIN
are one word, so are Straße and Strasse. After -- a query may begin with
a minus.
"""
)
def search(
    ctx: typer.Context,
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help="What to look for.")],
    scopes: Annotated[
        list[Scope] | None, typer.Option("--in", help="Only there; may be given several times.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many, the best ones.")] = 20,
    every_revision: Annotated[
        bool, typer.Option("--every-revision", help="Replaced texts of articles too.")
    ] = False,
    rebuild: Annotated[
        bool,
        typer.Option("--rebuild", help="Build the index anew first; it is never needed but after damage."),
    ] = False,
    chosen: FormatOption = Format.table,
) -> None:
    """Find words in articles, claims, names, sources and rationales, the best hits first."""
    from claims.store.queries.search import list_hits
    from claims.store.search import searching
    from claims.store.search_terms import read_terms

    terms = read_terms(" ".join(query))

    def start(waiting: int) -> None:
        if waiting > _MANY:
            remark(ctx, f"Indexing {waiting:,} changes since the last search; this happens once …")

    with (
        progress(ctx, "indexing") as advance,
        searching(get_options(ctx).database, rebuild=rebuild, started=start, progress=advance) as session,
    ):
        beside = session.info["overlay"]
        found = list_hits(
            session,
            terms,
            scopes=None if scopes is None else [scope.value for scope in scopes],
            limit=limit,
            every_revision=every_revision,
        )
    rows = [row | {"where": _say_where(row)} for row in found.hits]
    show_list(
        ctx,
        rows,
        chosen,
        columns=_COLUMNS,
        table=("id", "kind", "title", "snippet", "where"),
        whole={"total": found.total, "hits": found.hits},
    )
    if beside:
        remark(
            ctx,
            "The index could not be brought up to date, since the ledger is read-only or being written;"
            " what it lacks was indexed for this search alone.",
        )
    if not found.total:
        remark(ctx, "Nothing fits. Fewer words, or the start of one with a star (Robot*), find more.")
    elif found.total > len(found.hits):
        remark(ctx, f"The best {len(found.hits)} of {found.total}; see more with --limit {found.total}")


def _say_where(row: dict[str, Any]) -> str:
    article = "" if row["kind"] == "article" or row["article"] is None else row["article"]["id"]
    state = "" if row["state"] in {"newest", "cited", "accepted", "standing"} else row["state"]
    day = (row["date"] or "")[:10]
    return ", ".join(part for part in (article, row["outlet"] or row["reviewer"], day, state) if part)
