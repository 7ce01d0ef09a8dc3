"""Showing how far long work has come: a line on a terminal's stderr, nothing elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from claims.cli.context import get_options


@contextmanager
def progress(ctx: typer.Context, what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Yield a function that takes the number of things done so far; draws after a second of work."""
    if get_options(ctx).quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=total)
    started = time.monotonic()

    def advance(done: int) -> None:
        if time.monotonic() - started > 1 and not bar.live.is_started:
            bar.start()
        bar.update(task, completed=done)

    try:
        yield advance
    finally:
        bar.stop()
