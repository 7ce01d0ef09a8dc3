"""`claims finding`."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from claims.cli.context import get_options, reading
from claims.cli.output import Format, FormatOption, say, show, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = ("id", "severity", "state", "rule", "message")


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
Example:
  claims finding show f1
""",
)
def show_one(ctx: typer.Context, finding: Annotated[str, typer.Argument(help="Its id, such as f1.")]) -> None:
    """Show both sides of a finding: who said what, when and where."""
    from claims.store.queries.finding import list_findings
    from claims.store.queries.reference import get_number
    from claims.store.tables import Finding

    with reading(ctx) as session:
        [one] = list_findings(session, states=None, ids=[get_number(session, Finding, finding)])
    if get_options(ctx).json:
        show(one)
    else:
        show_findings([one])


def show_findings(findings: Sequence[dict[str, Any]]) -> None:
    """Print findings with their quotes, alternative by alternative."""
    for finding in findings:
        say(f"{finding['id']}  {finding['severity']}  {finding['rule']}  [{finding['state']}]")
        say(f"    {finding['message']}")
        members = sorted(
            finding["members"], key=lambda member: (member["alternative"] is None, member["alternative"] or 0)
        )
        for member in members:
            side = "?" if member["alternative"] is None else chr(ord("A") + member["alternative"] % 26)
            where = f"{member['outlet'] or 'no outlet'} [{member['external_id'] or member['article']}]"
            dated = f", {member['published'][:10]}" if member["published"] else ", undated"
            speaker = f", says {member['speaker']['label']}" if member["speaker"] else ""
            say(f"    {side}  {_in_words(member)}  {where}{dated}{speaker}: „{_shorten(member['quote'])}“")
        say("")


def _in_words(member: dict[str, Any]) -> str:
    value = member["value"] or {}
    said = str(
        value.get("edtf") or value.get("label") or value.get("text") or value.get("value") or "no value"
    )
    return f"not {said}" if member["polarity"] == "negated" else said


def _shorten(quote: str, limit: int = 160) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= limit else words[: limit - 1] + "…"
