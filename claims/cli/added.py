"""What every `add` prints: the new id alone, so that a script can catch it; the sentence goes to stderr."""

import typer

from claims.cli.context import get_options, remark
from claims.cli.output import say, show


def show_added(ctx: typer.Context, reference: str, sentence: str) -> None:
    """Print a new id, as JSON {"id"} where that is wanted, and remark what it is."""
    if get_options(ctx).json:
        show({"id": reference})
    else:
        say(reference)
    remark(ctx, sentence)
