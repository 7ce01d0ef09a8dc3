"""The program's top: its global options and its commands."""

import os
from dataclasses import dataclass
from typing import Annotated

import typer

from claims import __version__
from claims.cli.lazy import LazyGroup

DEFAULT_DATABASE = "claims.db"


@dataclass(frozen=True, slots=True)
class Options:
    """The global options of one call."""

    database: str
    actor: str | None
    json: bool
    quiet: bool


app = typer.Typer(
    cls=LazyGroup,
    name="claims",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claims {__version__}")
        raise typer.Exit


@app.callback(epilog="Global options work before and after the command. Start with: claims demo")
def start(
    ctx: typer.Context,
    database: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="PATH",
            help="Database file or URL [env: CLAIMS_DATABASE_URL; default: claims.db].",
        ),
    ] = None,
    actor: Annotated[
        str | None, typer.Option("--as", metavar="HANDLE", help="Who is acting [env: CLAIMS_AS].")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print results as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No remarks and no progress.")] = False,
    version: Annotated[  # noqa: ARG001 - handled by its callback
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A claim ledger for fact-checking desks.

    Articles go in; the claims they make come out, each anchored to its exact characters and typed so
    that a machine can compare it. The cross-check shows where documents contradict each other.
    """
    ctx.obj = Options(
        database=database or os.environ.get("CLAIMS_DATABASE_URL") or DEFAULT_DATABASE,
        actor=actor or os.environ.get("CLAIMS_AS") or None,
        json=json,
        quiet=quiet,
    )
