"""The command line: parse, one call, print. The only place that knows exit codes and the terminal."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return its exit code. The only error boundary of the program."""
    from claims.cli.boundary import run

    return run(sys.argv[1:] if arguments is None else arguments)
