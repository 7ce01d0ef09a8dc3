"""`claims demo`."""

from pathlib import Path
from typing import Annotated

import typer

from claims.cli.context import get_options, remark
from claims.cli.finding import show_findings
from claims.cli.output import say, show

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog="""\b
Examples:
  claims demo
  claims demo articles/ --into /tmp/look
"""
)
def demo(
    ctx: typer.Context,
    source: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Articles to use instead of the samples.")
    ] = None,
    into: Annotated[
        Path | None, typer.Option(help="Where to put database and report; default: a new folder.")
    ] = None,
) -> None:
    """Run the whole job on sample articles in a scratch database; touches no other."""
    from claims.desk.demo import run_demo

    done = run_demo(
        source, into, step=lambda what: remark(ctx, f"… {what}"), remark=lambda message: remark(ctx, message)
    )
    if get_options(ctx).json:
        show(
            {
                "database": str(done.database),
                "report": str(done.report),
                "import": done.imported.to_json(),
                "mentions": done.suggested.mentions,
                "findings": done.findings,
            }
        )
        return
    show_findings(done.findings)
    say(done.tally.describe(finding["severity"] for finding in done.findings))
    say(f"Report:   {done.report}")
    say(f"Database: {done.database}   (look around: claims --db {done.database} mention list)")
