"""`claims cross-check`."""

from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.context import get_options, reading, writing
from claims.cli.finding import show_findings
from claims.cli.output import say, show_stream
from claims.cli.progress import progress
from claims.errors import ExitCode

if TYPE_CHECKING:
    from claims.crosscheck.spark import SparkEngine

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class EngineName(StrEnum):
    """Where flag and split run."""

    sql = "sql"
    spark = "spark"


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
  claims cross-check --engine spark --master spark://10.0.0.5:7077 --share /mnt/desk
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
    engine: Annotated[
        EngineName, typer.Option(help="What compares: the database, or a cluster, which checks everything.")
    ] = EngineName.sql,
    master: Annotated[
        str, typer.Option(metavar="URL", help="The cluster: spark://HOST:PORT, or local[N] for N cores here.")
    ] = "local[*]",
    share: Annotated[
        Path | None, typer.Option(help="A folder that all workers of the cluster reach under this path.")
    ] = None,
) -> None:
    """Find where documents contradict each other; exit code 1 if a contradiction is open.

    The engine spark needs: pip install 'claims[spark]', and Java 17 or newer.
    """
    from claims.crosscheck.run import cross_check as check
    from claims.store.queries.finding import list_severities, stream_findings
    from claims.store.queries.reference import get_article_id
    from claims.store.queries.tally import read_tally

    everything = everything or engine is EngineName.spark
    with _open(engine, master, share) as cluster, writing(ctx) as session:
        scope = [get_article_id(session, one) for one in articles] if articles else None
        with progress(ctx, "questions") as advance:
            done = check(
                session,
                scope="all" if everything else "changed",
                progress=lambda count, _: advance(count),
                engine=cluster,
            )
        counted = read_tally(session, scope) if scope or done.whole else done.changed
    with reading(ctx) as session:
        found = list_severities(session, article_ids=scope)
        findings = stream_findings(session, article_ids=scope)
        if get_options(ctx).json:
            show_stream({"examined": done.examined, "new": done.new}, "findings", findings)
        else:
            show_findings(findings)
            say(counted.describe(found) if scope or done.whole else counted.describe_changed(found))
    grave = list(Severity)[list(Severity).index(fail_on) :]
    if any(severity in grave for severity in found):
        raise typer.Exit(ExitCode.FINDINGS)


def _open(
    engine: EngineName, master: str, share: Path | None
) -> AbstractContextManager["SparkEngine | None"]:
    if engine is EngineName.sql:
        return nullcontext()
    from claims.crosscheck.spark import spark_engine

    return spark_engine(master, share)
