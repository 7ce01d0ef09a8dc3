"""`claims claim`."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from claims.cli.added import show_added
from claims.cli.context import get_options, reading, writing
from claims.cli.layout import get_width, wrap
from claims.cli.mention_edit import (
    ModalityOption,
    PolarityOption,
    PredicateOption,
    QualifierOption,
    SubjectOption,
    ValueOption,
    read_pairs,
)
from claims.cli.output import Format, FormatOption, describe_claim, say, show, show_list
from claims.cli.passage import TICKS, describe_reading
from claims.quotation import quote

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = (
    "id",
    "subject",
    "predicate",
    "qualifiers",
    "value",
    "polarity",
    "modality",
    "mentions",
    "articles",
)


@app.callback()
def claim() -> None:
    """Typed answers to questions, whoever gives them."""


@app.command(
    "list",
    epilog="""\b
Examples:
  claims claim list
  claims claim list --format jsonl
""",
)
def list_(ctx: typer.Context, chosen: FormatOption = Format.table) -> None:
    """List claims that live mentions make, by subject and predicate."""
    from claims.store.queries.claim_list import list_claims

    with reading(ctx) as session:
        rows = list_claims(session)
    if chosen is Format.table and not get_options(ctx).json:
        rows = [row | {"claim": _describe(row)} for row in rows]
    show_list(ctx, rows, chosen, columns=_COLUMNS, table=("id", "claim", "mentions", "articles"))


@app.command(
    epilog="""\b
Examples:
  claims claim add --subject DeepSeek-R1 --predicate released --value "20. Januar 2025"
  claims claim add --subject DeepSeek-R1 --predicate licence --value MIT --qualifier part=weights
"""
)
def add(
    ctx: typer.Context,
    subject: SubjectOption = None,
    predicate: PredicateOption = None,
    value: ValueOption = None,
    qualifiers: QualifierOption = None,
    polarity: PolarityOption = "asserted",
    modality: ModalityOption = "happened",
    language: Annotated[str, typer.Option(help="In which the value is written: de or en.")] = "de",
) -> None:
    """Add a claim that no article makes yet, to rule or to search for.

    A claim that is there already is named, not added twice.
    """
    from claims.annotate.addition import Said, add_claim
    from claims.store.queries.claim_list import get_claim
    from claims.store.queries.reference import write_id

    said = Said(subject, predicate, value, read_pairs(qualifiers or []), polarity, modality)
    with writing(ctx) as session:
        number = add_claim(session, said, language=language)
        claim = get_claim(session, number)
    show_added(ctx, write_id("claim", number), f"{write_id('claim', number)}: {_describe(claim)}")


@app.command(
    "show",
    epilog="""\b
Examples:
  claims claim show c4
  claims claim show m12
  claims claim show c4 --json
""",
)
def show_one(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(help="Its id, or that of a mention, for what it claims.")],
) -> None:
    """Show a claim: who makes it, what was found out, what others say instead."""
    from claims.store.queries.claim_list import get_claim
    from claims.store.queries.reference import get_claim_meant

    with reading(ctx) as session:
        found = get_claim(session, get_claim_meant(session, claim)[0])
    if get_options(ctx).json:
        show(found)
        return
    for line in _write(found, get_width()):
        say(line)


def _describe(claim: dict[str, Any]) -> str:
    return describe_claim(claim | {"speaker": None, "quote": (claim["value"] or {}).get("text", "")})


def _write(claim: dict[str, Any], width: int) -> Iterator[str]:
    yield wrap(_describe(claim), width, first=f"{claim['id']}  ")
    if read := describe_reading(claim | {"hedged": False}):
        yield wrap(read, width, first="    read as: ")
    for ruling in claim["rulings"]:
        which = (
            "this claim"
            if ruling["claim"] == claim["id"]
            else f"{ruling['claim']} {ruling['claim_in_words']}"
        )
        yield wrap(f"{which}; {ruling['reason']}", width, first=f"    house fact {ruling['id']}: ")
    for verdict in claim["verdicts"]:
        if verdict["standing"]:
            said = f"{verdict['rating']} by {verdict['reviewer']} as of {verdict['as_of']}: {verdict['rationale']}"
            yield wrap(said, width, first=f"    verdict {verdict['id']}: ")
    for evidence in claim["evidence"]:
        quoted = f": {quote(evidence['quote'])}" if evidence["quote"] else ""
        said = f"{evidence['source_title']} {evidence['stance']}{quoted}"
        yield wrap(said, width, first=f"    evidence {evidence['id']}: ")
    yield "" if claim["places"] else "\nNo article makes it."
    for place in claim["places"]:
        where = f"{place['external_id'] or place['article']}, revision {place['revision']}"
        speaker = f", says {place['speaker']['label']}" if place["speaker"] else ""
        first = f"{TICKS[place['state']]} {place['id']}  "
        yield wrap(f"{where}{speaker}: {quote(place['quote'], place['language'])}", width, first=first)
    if claim["others"]:
        yield "\nOther answers to the same question:"
    for other in claim["others"]:
        yield wrap(_describe(other), width, first=f"  {other['id']} ({other['mentions']}x)  ")
