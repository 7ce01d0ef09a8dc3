"""`claims lint`, also called `claims check`."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.context import get_options, reading, remark
from claims.cli.cross_check import Severity
from claims.cli.output import say, show
from claims.errors import ExitCode

if TYPE_CHECKING:
    from claims.desk.draft import Draft
    from claims.desk.lint import Linted

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class LintFormat(StrEnum):
    """How the findings are printed."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"


@app.command(
    "lint",
    no_args_is_help=True,
    epilog="""\b
Examples:
  claims lint draft.md
  claims lint draft.txt --language de --published 2025-02-11 --fail-on warning
  claims lint drafts/*.md --format sarif > claims.sarif
  pbpaste | claims lint - --name column.md --json
""",
)
def lint(
    ctx: typer.Context,
    drafts: Annotated[
        list[str], typer.Argument(metavar="DRAFT...", help=".txt or .md files; - reads stdin.")
    ],
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="de or en; default: recognised.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it is to appear, as 2025-02-11.")
    ] = None,
    name: Annotated[
        str, typer.Option(metavar="NAME", help="What findings call the draft on stdin.")
    ] = "stdin",
    chosen: Annotated[
        LintFormat, typer.Option("--format", help="How to print: github is for GitHub Actions.")
    ] = LintFormat.text,
    fail_on: Annotated[
        Severity, typer.Option(help="Exit with 1 if a finding is at least this grave.")
    ] = Severity.violation,
    min_score: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out claims read with less certainty.")
    ] = 0.0,
) -> None:
    """Check manuscripts against house facts, the ledger's claims and themselves, storing nothing."""
    from claims.desk.draft import make_draft, read_draft
    from claims.desk.lint import lint_all
    from claims.ingest.metadata import ReadOptions

    options = ReadOptions(language=language, published=published, remark=lambda message: remark(ctx, message))
    texts = [
        make_draft(_read_stdin(), options, name) if draft == "-" else read_draft(draft, options)
        for draft in dict.fromkeys(drafts)
    ]
    with reading(ctx) as session:
        done = lint_all(session, texts, min_score=min_score)
    _print(LintFormat.json if get_options(ctx).json else chosen, texts, done)
    grave = list(Severity)[list(Severity).index(fail_on) :]
    if any(finding["severity"] in grave for one in done for finding in one.findings):
        raise typer.Exit(ExitCode.FINDINGS)


def _read_stdin() -> bytes:
    """Return the bytes of stdin; where it was replaced by a text, those of the text."""
    source = getattr(sys.stdin, "buffer", None)
    return sys.stdin.read().encode() if source is None else bytes(source.read())


def _print(chosen: LintFormat, drafts: Sequence["Draft"], done: Sequence["Linted"]) -> None:
    from claims.cli.lint_format import write_annotations, write_message, write_text

    if chosen is LintFormat.json:
        findings = [finding for one in done for finding in one.findings]
        show(
            {
                "findings": findings,
                "claims": sum(one.claims for one in done),
                "compared": sum(one.compared for one in done),
            }
        )
        return
    if chosen is LintFormat.sarif:
        from claims.crosscheck.rules import list_rules
        from claims.desk.sarif import make_sarif

        told = [
            (draft, one.findings, [write_message(finding) for finding in one.findings])
            for draft, one in zip(drafts, done, strict=True)
        ]
        show(make_sarif(told, list_rules()))
        return
    write = write_annotations if chosen is LintFormat.github else write_text
    for draft, one in zip(drafts, done, strict=True):
        for line in write(draft, one.findings):
            say(line)
    _say_counts(done)


def _say_counts(done: Sequence["Linted"]) -> None:
    findings = [finding for one in done for finding in one.findings]
    claims, compared = sum(one.claims for one in done), sum(one.compared for one in done)
    violations = sum(finding["severity"] == "violation" for finding in findings)
    alone = claims - compared
    say(
        f"{_count(violations, 'violation')}, {_count(len(findings) - violations, 'warning')}:"
        f" {_count(claims, 'typed claim')}, {compared} compared,"
        f" {alone} {'has' if alone == 1 else 'have'} nothing to compare with yet"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
