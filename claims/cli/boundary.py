"""What happens around a command: global options found anywhere, errors turned into one line."""

import os
import sys

from claims.cli.app import app
from claims.cli.stopping import stopping_in_order
from claims.errors import ClaimsError, ExitCode
from claims.safe import safe

_WITH_VALUE = ("--db", "--as")
_FLAGS = ("--json", "--quiet")


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; no traceback reaches a user for what they can put right."""
    _make_output_safe()
    from typer.main import get_command

    try:
        with stopping_in_order():
            code = get_command(app)(hoist(arguments), prog_name="claims", standalone_mode=True)
    except SystemExit as stop:
        code = stop.code
    except ClaimsError as error:
        print(f"claims: {safe(str(error))}", file=sys.stderr)  # noqa: T201 - the boundary prints
        return int(error.exit_code)
    except KeyboardInterrupt:
        code = int(ExitCode.INTERRUPTED)
    except UnicodeEncodeError as error:
        given = safe(str(error.object))[:80]
        print(  # noqa: T201 - the boundary prints
            f"claims: “{given}” holds half a character or bytes that are no text; write it anew",
            file=sys.stderr,
        )
        return int(ExitCode.BAD_INPUT)
    except OSError as error:
        print(f"claims: {safe(str(error))}", file=sys.stderr)  # noqa: T201 - the boundary prints
        return int(ExitCode.IO_ERROR)
    except Exception as error:
        # The last line of defence: a fault of ours is one line too, unless somebody looks for it.
        if os.environ.get("CLAIMS_DEBUG"):
            raise
        kind = type(error).__name__
        print(  # noqa: T201 - the boundary prints
            f"claims: internal error ({kind}: {safe(str(error))[:200]}); please report it with what"
            " CLAIMS_DEBUG=1 prints",
            file=sys.stderr,
        )
        return int(ExitCode.INTERNAL)
    if code in {ExitCode.INTERRUPTED, ExitCode.TERMINATED}:
        print("claims: stopped; the unfinished change was taken back", file=sys.stderr)  # noqa: T201 - the boundary prints
    return code if isinstance(code, int) else int(ExitCode.DONE)


def hoist(arguments: list[str]) -> list[str]:
    """Move the global options to the front, so that they work before and after the subcommand."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument in _FLAGS or argument.startswith(tuple(f"{name}=" for name in _WITH_VALUE)):
            front.append(argument)
        elif argument in _WITH_VALUE:
            front.append(argument)
            front += [value for value in [next(waiting, None)] if value is not None]
        else:
            rest.append(argument)
    return front + rest


def _make_output_safe() -> None:
    """Write UTF-8 whatever the locale; a character that cannot be written is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
