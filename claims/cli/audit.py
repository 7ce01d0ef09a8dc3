"""`claims audit`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.context import get_options, reading, remark, repairing, writing
from claims.cli.output import Format, FormatOption, say, show, show_list
from claims.cli.progress import progress
from claims.errors import ExitCode

if TYPE_CHECKING:
    from claims.audit.rebuild import Rebuilt
    from claims.audit.report import Report

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = ("seq", "at", "actor", "command", "what", "changes")


@app.callback()
def audit() -> None:
    """The audit log: reading it, verifying it, taking a change back."""


@app.command(
    epilog="""\b
Examples:
  claims audit log -n 20
  claims audit log --since 2025-02-01 --noun mention --actor mk
  claims audit log --format jsonl
"""
)
def log(
    ctx: typer.Context,
    since: Annotated[
        str | None, typer.Option(help="From this day or time on, in UTC: 2025-03-14 or 2025-03-14T17:00Z.")
    ] = None,
    until: Annotated[str | None, typer.Option(help="Up to this day or time, in UTC; it is included.")] = None,
    noun: Annotated[str | None, typer.Option(help="Only changes of this kind of thing, as listed.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="HANDLE", help="Only what this reviewer did.")] = None,
    last: Annotated[int | None, typer.Option("-n", "--last", min=1, help="Only the newest so many.")] = None,
    chosen: FormatOption = Format.table,
) -> None:
    """List what was changed, by whom and when; the newest comes last."""
    from claims.audit.log import list_events

    with reading(ctx) as session:
        events = list_events(session, since=since, until=until, noun=noun, actor=actor, last=last)
    show_list(ctx, events, chosen, columns=_COLUMNS)


@app.command(
    epilog="""\b
Examples:
  claims audit verify
  claims audit verify --head 4211:ab12…
  claims audit verify out --head 4211:ab12…
  claims audit verify --against export-2025-03
"""
)
def verify(
    ctx: typer.Context,
    bundle: Annotated[
        Path | None, typer.Argument(help="A folder that claims export audit wrote; default: the database.")
    ] = None,
    heads: Annotated[
        list[str] | None,
        typer.Option(
            "--head", metavar="SEQ:HASH", help="A head kept elsewhere; the log must contain it. Repeatable."
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="An earlier export, or copy of the ledger: names the first event that differs.",
        ),
    ] = None,
) -> None:
    """Verify that the log is whole and unaltered, and that the ledger holds what the log says.

    Exit code 1 if anything does not hold; each problem is a line of its own: kind, where, what.

    The file's owner can rewrite the whole log so that it holds. A head shows that, and that the first
    event that differs lies at or before its own; several heads narrow it; an earlier export or copy names it.
    """
    from claims.audit.head import read_head

    wanted = [read_head(one) for one in heads or []]
    with progress(ctx, "events") as advance:
        if bundle is None:
            from claims.audit.verify import verify_ledger

            report = verify_ledger(get_options(ctx).database, wanted, against=against, progress=advance)
        else:
            from claims.audit.bundle import verify_bundle

            report = verify_bundle(bundle, wanted, against=against, progress=advance)
    _show(ctx, report)
    if not report.holds:
        raise typer.Exit(ExitCode.FINDINGS)


def _show(ctx: typer.Context, report: "Report") -> None:
    if get_options(ctx).json:
        show(report.to_json())
        return
    for sentence in report.remarks:
        remark(ctx, sentence)
    for problem in report.problems:
        say(str(problem).replace("\n", "⏎"))
    for line in report.list_unlisted():
        say(line)
    say(report.describe())


@app.command(
    epilog="""\b
Examples:
  claims audit rebuild --dry-run
  claims audit rebuild
  claims audit rebuild --texts out/texts
"""
)
def rebuild(
    ctx: typer.Context,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only list what would be put right; write nothing.")
    ] = False,
    texts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The folder texts of an export: the log holds no texts."),
    ] = None,
) -> None:
    """Bring the ledger's rows back to what the log says, where somebody changed them past this program.

    The log must hold. What stood there is kept in the event that this makes; exit code 1 if a text is
    altered and nobody has the right one.
    """
    from claims.audit.rebuild import list_rebuilding
    from claims.audit.rebuild import rebuild as put_right

    with progress(ctx, "events") as advance:
        if dry_run:
            with reading(ctx) as session:
                done = list_rebuilding(session, texts, progress=advance)
        else:
            with repairing(ctx) as session:
                done = put_right(session, get_options(ctx).actor, texts, progress=advance)
    _show_rebuilt(ctx, done, "would be put right" if dry_run else "put right")
    if done.lost:
        raise typer.Exit(ExitCode.FINDINGS)


def _show_rebuilt(ctx: typer.Context, done: "Rebuilt", said: str) -> None:
    if get_options(ctx).json:
        show(done.to_json())
        return
    for line in done.describe():
        say(line.replace("\n", "⏎"))
    for digest in done.lost:
        say(f"text {digest}: altered or missing, and nobody has the right one; --texts DIR names an export's")
    count = len(done.describe())
    if count:
        remark(ctx, f"{count:,} {said}; next: claims audit verify, claims cross-check")
    elif not done.lost:
        remark(ctx, "the ledger holds what the log says; there is nothing to put right")


@app.command(
    epilog="""\b
Examples:
  claims audit undo 42
  claims audit undo 42 40
  claims audit undo --to 39
"""
)
def undo(
    ctx: typer.Context,
    events: Annotated[list[int] | None, typer.Argument(metavar="[SEQ]…", help="Numbers of events.")] = None,
    to: Annotated[
        int | None, typer.Option(metavar="SEQ", help="Everything after this event, the newest first.")
    ] = None,
) -> None:
    """Take changes back by new events that do the opposite; the log keeps both."""
    from claims.audit.undo import undo_events

    with writing(ctx) as session:
        undone = undo_events(session, events or [], to=to)
    if get_options(ctx).json:
        show([{"event": one.event, "by": one.by, "changes": one.changes} for one in undone])
        return
    for one in undone:
        say(f"event {one.event} undone by event {one.by}: {one.changes}")
