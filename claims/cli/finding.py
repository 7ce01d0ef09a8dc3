"""`claims finding`."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.added import show_added
from claims.cli.context import get_options, reading, writing
from claims.cli.output import Format, FormatOption, say, show, show_list
from claims.quotation import quote

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = ("id", "severity", "state", "rule", "message")


class Language(StrEnum):
    """In which language a finding is explained."""

    de = "de"
    en = "en"


FindingArgument = Annotated[str, typer.Argument(metavar="FINDING", help="Its id, such as f1.")]


@app.callback()
def finding() -> None:
    """Inconsistencies and what became of them."""


@app.command(
    "list",
    epilog="""\b
Examples:
  claims finding list
  claims finding list --article 004 --format csv
  claims finding list --every
""",
)
def list_(
    ctx: typer.Context,
    articles: Annotated[
        list[str] | None,
        typer.Option("--article", metavar="ARTICLE", help="Only findings with these articles."),
    ] = None,
    every: Annotated[bool, typer.Option("--every", help="Settled ones too, not only open ones.")] = False,
    rule: Annotated[str | None, typer.Option(help="Only this rule's.")] = None,
    chosen: FormatOption = Format.table,
) -> None:
    """List findings, the gravest first."""
    from claims.store.queries.finding import OPEN_STATES, list_findings
    from claims.store.queries.reference import get_article_id

    with reading(ctx) as session:
        scope = [get_article_id(session, one) for one in articles] if articles else None
        states = None if every else OPEN_STATES
        findings = list_findings(session, states=states, article_ids=scope, rule=rule)
    show_list(
        ctx,
        findings,
        chosen,
        columns=_COLUMNS,
        table=("id", "severity", "state", "message"),
        whole={"findings": findings},
    )


@app.command(
    "show",
    epilog="""\b
Examples:
  claims finding show f1
  claims finding show f1 --language de
  claims finding show f1 --json
""",
)
def show_one(
    ctx: typer.Context,
    finding: FindingArgument,
    language: Annotated[
        Language | None, typer.Option(help="The language of the explanation; default: the system's.")
    ] = None,
) -> None:
    """Show both sides of a finding, why they clash, what would settle it, and what became of it."""
    from claims.cli.finding_show import write_finding
    from claims.cli.finding_words import get_language
    from claims.cli.layout import get_width
    from claims.crosscheck.rules import RULES
    from claims.store.queries.finding import list_findings
    from claims.store.queries.finding_act import list_acts
    from claims.store.queries.finding_detail import read_detail
    from claims.store.queries.finding_reason import explain_findings
    from claims.store.queries.reference import get_number
    from claims.store.tables import Finding

    read_in = language or get_language()
    with reading(ctx) as session:
        number = get_number(session, Finding, finding)
        [one] = list_findings(session, states=None, ids=[number])
        reasons = explain_findings(session, [one], read_in).get(one["id"], ())
        detail = read_detail(session, one)
        acts = list_acts(session, number)
    rule = RULES.get(one["rule"])
    told = None if rule is None else {"title": rule.title[read_in], "explanation": rule.explanation[read_in]}
    if get_options(ctx).json:
        show(detail | {"why": list(reasons), "rule_in_words": told, "acts": acts})
        return
    for line in write_finding(detail, reasons, told, acts, read_in, get_width()):
        say(line)


@app.command(
    epilog="""\b
Examples:
  claims finding add c4 c9 --reason "One says closed, the other open."
  claims finding add m12 m31 --reason "Theses in tension." --severity info
"""
)
def add(
    ctx: typer.Context,
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM...", help="Two or more: c4, or m12 that makes it.")
    ],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="What does not fit, in a sentence.")],
    severity: Annotated[str, typer.Option(help="violation, warning or info.")] = "warning",
) -> None:
    """Link claims that stand against each other where no rule sees it."""
    from claims.annotate.finding import add_finding
    from claims.store.queries.reference import get_claim_meant, write_id

    with writing(ctx) as session:
        numbers = [get_claim_meant(session, one)[0] for one in claims]
        number = add_finding(session, numbers, reason=reason, severity=severity)
    reference = write_id("finding", number)
    show_added(ctx, reference, f"finding {reference} links {len(set(numbers))} claims")


@app.command(
    epilog="""\b
Examples:
  claims finding acknowledge f1
  claims finding acknowledge f1 --reason "Asked the author."
"""
)
def acknowledge(
    ctx: typer.Context,
    finding: FindingArgument,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="What is being done.")] = None,
) -> None:
    """Say that somebody works on it; it still counts as open."""
    from claims.annotate.finding import acknowledge_finding

    with writing(ctx) as session:
        acknowledge_finding(session, _get_finding(session, finding), reason=reason)
    _say_state(ctx, finding, "acknowledged", "acknowledged: it still counts as open")


@app.command(
    epilog="""\b
Examples:
  claims finding waive f1 --reason "Two editions, both right."
  claims finding waive f1 --reason "The ministry answers next week." --until 2099-12-31
"""
)
def waive(
    ctx: typer.Context,
    finding: FindingArgument,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why it may stand.")],
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Last day of the waiver; default: for good.")
    ] = None,
) -> None:
    """Put it off with a reason; a new value reopens it, another mention does not."""
    from claims.annotate.finding import waive_finding

    with writing(ctx) as session:
        waive_finding(session, _get_finding(session, finding), reason=reason, until=until)
    _say_state(ctx, finding, "waived", "waived" if until is None else f"waived until {until}")


@app.command(
    epilog="""\b
Example:
  claims finding reopen f1 --reason "The second edition was withdrawn."
"""
)
def reopen(
    ctx: typer.Context,
    finding: FindingArgument,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why.")],
) -> None:
    """Take a waiver or an acknowledgement back."""
    from claims.annotate.finding import reopen_finding

    with writing(ctx) as session:
        reopen_finding(session, _get_finding(session, finding), reason=reason)
    _say_state(ctx, finding, "reopened", "open again")


def _get_finding(session: "Session", reference: str) -> int:
    from claims.store.queries.reference import get_number
    from claims.store.tables import Finding

    return get_number(session, Finding, reference)


def _say_state(ctx: typer.Context, reference: str, state: str, words: str) -> None:
    if get_options(ctx).json:
        show({"id": reference, "state": state})
    else:
        say(f"{reference} is {words}")


def show_findings(findings: Iterable[dict[str, Any]]) -> None:
    """Print findings with their quotes, alternative by alternative."""
    from claims.cli.layout import shorten

    for finding in findings:
        say(f"{finding['id']}  {finding['severity']}  {finding['rule']}  [{finding['state']}]")
        say(f"    {finding['message']}")
        members = sorted(
            finding["members"], key=lambda member: (member["alternative"] is None, member["alternative"] or 0)
        )
        for member in members:
            side = "?" if member["alternative"] is None else chr(ord("A") + member["alternative"] % 26)
            if member["article"] is None:
                say(f"    {side}  {_in_words(member)}  {_say_nowhere(member, finding)}")
                continue
            where = f"{member['outlet'] or 'no outlet'} [{member['external_id'] or member['article']}]"
            dated = f", {member['published'][:10]}" if member["published"] else ", undated"
            speaker = f", says {member['speaker']['label']}" if member["speaker"] else ""
            quoted = quote(shorten(member["quote"]), member["language"])
            say(f"    {side}  {_in_words(member)}  {where}{dated}{speaker}: {quoted}")
        say("")


def _say_nowhere(member: dict[str, Any], finding: dict[str, Any]) -> str:
    """Return what stands in the place of a quote where no live article makes the claim."""
    from claims.cli.layout import shorten

    ruling = finding.get("ruling")
    if ruling is not None and ruling["claim"] == member["claim"]:
        return f"house fact {ruling['id']}: {shorten(ruling['reason'])}"
    for listed in finding.get("references", ()):
        if listed["claim"] == member["claim"]:
            return f"{listed['title']} [{listed['source']}], line {listed['line']}: {quote(shorten(listed['as_written']))}"
    return "in no article any more"


def _in_words(member: dict[str, Any]) -> str:
    value = member["value"] or {}
    said = str(
        value.get("edtf") or value.get("label") or value.get("text") or value.get("value") or "no value"
    )
    return f"not {said}" if member["polarity"] == "negated" else said
