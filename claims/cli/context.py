"""What every command needs of its context: the global options, a session, a place for remarks."""

import sys
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import typer

from claims.cli.app import Options
from claims.safe import safe

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def get_options(ctx: typer.Context) -> Options:
    """Return the global options of this call."""
    options: Options = ctx.find_root().obj
    return options


def reading(ctx: typer.Context) -> "AbstractContextManager[Session]":
    """Open the ledger for reading."""
    from claims.store.transaction import reading as open_reading

    return open_reading(get_options(ctx).database)


def writing(ctx: typer.Context, *, keep: bool = True) -> "AbstractContextManager[Session]":
    """Open the ledger for writing, as the reviewer who acts; `keep=False` rolls back at the end."""
    from claims.store.transaction import writing as open_writing

    options = get_options(ctx)
    command = ctx.command_path.removeprefix("claims ")
    return open_writing(options.database, actor=options.actor, command=command, keep=keep)


def repairing(ctx: typer.Context) -> "AbstractContextManager[Session]":
    """Open the ledger for writing before anybody is known to act."""
    from claims.store.transaction import repairing as open_repairing

    command = ctx.command_path.removeprefix("claims ")
    return open_repairing(get_options(ctx).database, command=command)


def remark(ctx: typer.Context, message: str) -> None:
    """Say something on stderr that is no result, unless the user wants quiet."""
    if not get_options(ctx).quiet:
        print(safe(message), file=sys.stderr)  # noqa: T201 - the command line prints
