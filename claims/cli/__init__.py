"""The command line: parse, one call, print. The only place that knows exit codes and the terminal."""

import gc
import signal
import sys

_OBJECTS_BETWEEN_COLLECTIONS = 200_000


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return its exit code. The only error boundary of the program."""
    if arguments is not None:
        return _run(arguments)
    collect_rarely()
    # Until a command runs nothing is open: Ctrl-C ends the process as it ends any, without a traceback.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return _run(sys.argv[1:])
    finally:
        gc.freeze()


def collect_rarely() -> None:
    """Let Python look for garbage as rarely as commands need it.

    A quarter of a short one's time went into looking among classes that stay to the end: two hundred times
    while they load, and once more in everything that is there when the process ends.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 10, 10)


def _run(arguments: list[str]) -> int:
    from claims.cli.boundary import run

    return run(arguments)
