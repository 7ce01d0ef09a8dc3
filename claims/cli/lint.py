"""`claims lint`, also called `claims check`."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.context import get_options, reading, remark
from claims.cli.cross_check import Severity
from claims.cli.output import say, show
from claims.errors import ExitCode

if TYPE_CHECKING:
    from claims.desk.lint import Draft, Linted

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_LONGEST_QUOTE = 160


class LintFormat(StrEnum):
    """How the findings are printed."""

    text = "text"
    json = "json"


@app.command(
    "lint",
    no_args_is_help=True,
    epilog="""\b
Examples:
  claims lint draft.md
  claims lint draft.txt --language de --published 2025-02-11 --fail-on warning
  pbpaste | claims lint - --json
""",
)
def lint(
    ctx: typer.Context,
    draft: Annotated[str, typer.Argument(help="A .txt or .md file; - reads stdin.")],
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="de or en; default: recognised.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it is to appear, as 2025-02-11.")
    ] = None,
    chosen: Annotated[
        LintFormat, typer.Option("--format", help="How to print the findings.")
    ] = LintFormat.text,
    fail_on: Annotated[
        Severity, typer.Option(help="Exit with 1 if a finding is at least this grave.")
    ] = Severity.violation,
    min_score: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out claims read with less certainty.")
    ] = 0.0,
) -> None:
    """Check a manuscript against house facts, the ledger's claims and itself, storing nothing."""
    from claims.desk.lint import lint as check
    from claims.desk.lint import make_draft, read_draft
    from claims.ingest.metadata import ReadOptions

    options = ReadOptions(language=language, published=published, remark=lambda message: remark(ctx, message))
    text = make_draft(_read_stdin(), options) if draft == "-" else read_draft(draft, options)
    with reading(ctx) as session:
        done = check(session, text, min_score=min_score)
    if get_options(ctx).json or chosen is LintFormat.json:
        show({"findings": done.findings, "claims": done.claims, "compared": done.compared})
    else:
        _show_findings(text, done)
    grave = list(Severity)[list(Severity).index(fail_on) :]
    if any(finding["severity"] in grave for finding in done.findings):
        raise typer.Exit(ExitCode.FINDINGS)


def _read_stdin() -> bytes:
    """Return the bytes of stdin; where it was replaced by a text, those of the text."""
    source = getattr(sys.stdin, "buffer", None)
    return sys.stdin.read().encode() if source is None else bytes(source.read())


def _show_findings(draft: "Draft", done: "Linted") -> None:
    for finding in done.findings:
        place = "title" if finding["line"] is None else f"{finding['line']}:{finding['column']}"
        say(f"{draft.name}:{place}  {finding['severity']}  {finding['rule']}  {_name_slot(finding['slot'])}")
        say(f"    draft: {_in_words(finding)}: „{_shorten(finding['quote'])}“")
        for other in finding["against"]:
            say(f"    against {_describe_other(other)}")
        if finding["more"]:
            say(f"    … and {finding['more']} more claims")
        say("")
    violations = sum(finding["severity"] == "violation" for finding in done.findings)
    alone = done.claims - done.compared
    say(
        f"{_count(violations, 'violation')}, {_count(len(done.findings) - violations, 'warning')}:"
        f" {_count(done.claims, 'typed claim')}, {done.compared} compared,"
        f" {alone} {'has' if alone == 1 else 'have'} nothing to compare with yet"
    )


def _name_slot(slot: dict[str, Any]) -> str:
    scope = ", ".join(f"{key}: {value}" for key, value in slot["qualifiers"].items())
    return f"{slot['subject']['label']} · {slot['predicate']}{f' ({scope})' if scope else ''}"


def _describe_other(other: dict[str, Any]) -> str:
    said = _in_words(other)
    if other["kind"] == "ruling":
        return f"house fact {other['id']}: {said}: {_shorten(other['reason'])}"
    quote = f"„{_shorten(other['quote'])}“"
    if other["kind"] == "draft":
        place = "the title" if other["line"] is None else f"{other['line']}:{other['column']}"
        return f"the draft itself, {place}: {said}: {quote}"
    where = f"{other['outlet'] or 'no outlet'} [{other['external_id'] or other['article']}]"
    dated = other["published"][:10] if other["published"] else "undated"
    return f"{other['id']}: {said}, {where}, {dated}: {quote}"


def _in_words(claim: dict[str, Any]) -> str:
    value = claim["value"] or {}
    said = str(
        value.get("edtf") or value.get("label") or value.get("text") or value.get("value") or "no value"
    )
    return f"not {said}" if claim["polarity"] == "negated" else said


def _shorten(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
