"""`claims cross-check`."""

from enum import StrEnum
from typing import Annotated

import typer

from claims.cli.context import get_options, writing
from claims.cli.finding import show_findings
from claims.cli.output import say, show
from claims.cli.progress import progress
from claims.errors import ExitCode

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Severity(StrEnum):
    """How grave a finding is, from mild to grave."""

    info = "info"
    warning = "warning"
    violation = "violation"


@app.command(
    "cross-check",
    epilog="""\b
Examples:
  claims cross-check
  claims cross-check --article 004 --fail-on warning
  claims cross-check --all --json
""",
)
def cross_check(
    ctx: typer.Context,
    everything: Annotated[
        bool, typer.Option("--all", help="Check everything, not only what changed.")
    ] = False,
    articles: Annotated[
        list[str] | None,
        typer.Option("--article", metavar="ARTICLE", help="Report findings with these articles only."),
    ] = None,
    fail_on: Annotated[
        Severity, typer.Option(help="Exit with 1 if an open finding is at least this grave.")
    ] = Severity.violation,
) -> None:
    """Find where documents contradict each other; exit code 1 if a contradiction is open."""
    from claims.crosscheck.run import cross_check as check
    from claims.store.queries.finding import list_findings
    from claims.store.queries.reference import get_article_id
    from claims.store.queries.tally import read_tally

    with writing(ctx) as session:
        scope = [get_article_id(session, one) for one in articles] if articles else None
        with progress(ctx, "questions") as advance:
            done = check(
                session, scope="all" if everything else "changed", progress=lambda count, _: advance(count)
            )
        findings = list_findings(session, article_ids=scope)
        counted = read_tally(session, scope) if scope or done.whole else done.changed
    if get_options(ctx).json:
        show({"examined": done.examined, "new": done.new, "findings": findings})
    else:
        show_findings(findings)
        violations = sum(finding["severity"] == "violation" for finding in findings)
        found = (violations, len(findings) - violations)
        say(counted.describe(*found) if scope or done.whole else counted.describe_changed(*found))
    grave = list(Severity)[list(Severity).index(fail_on) :]
    if any(finding["severity"] in grave for finding in findings):
        raise typer.Exit(ExitCode.FINDINGS)
