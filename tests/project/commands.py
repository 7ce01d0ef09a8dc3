"""Every command of the program, loaded."""

from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from claims.cli.app import app
from claims.cli.boundary import hoist
from claims.cli.lazy import COMMANDS, load_command


def walk() -> Iterator[tuple[str, Any]]:
    """Yield every command's path, such as "mention accept", and the command; groups come first."""
    for name, (module, _) in COMMANDS.items():
        command = load_command(module, name)
        yield name, command
        for below, act in getattr(command, "commands", {}).items():
            yield f"{name} {below}", act


def parse(arguments: list[str]) -> str:
    """Read a command line without running it, and return the path of the command that it names.

    Raises what Typer raises for wrong use.
    """
    top = get_command(app)
    context: Any = top.make_context("claims", hoist(arguments))
    command, path = top, []
    while hasattr(command, "resolve_command"):
        rest = [*context._protected_args, *context.args]
        name, command, rest = command.resolve_command(context, rest)
        path.append(name)
        context = command.make_context(name, rest, parent=context)
    return " ".join(path)
