"""`claims init`."""

import typer

from claims.cli.context import get_options
from claims.cli.output import say, show

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog="""\b
Examples:
  claims init
  claims --db desk.db --as mk init
"""
)
def init(ctx: typer.Context) -> None:
    """Create or upgrade the database and load the vocabulary; harmless to run again."""
    from dataclasses import asdict

    from claims.desk.init import init as set_up

    options = get_options(ctx)
    done = set_up(options.database, actor=options.actor)
    if options.json:
        show({"database": options.database, **asdict(done)})
    elif done.before is None:
        say(f"Created {options.database}: {done.predicates} predicates, {done.entities} known entities.")
        say(f"You are {done.reviewer!r}. Next: claims import PATH…")
    else:
        say(
            f"{options.database} is at version {done.after}, its vocabulary up to date ({done.predicates} predicates)."
        )
