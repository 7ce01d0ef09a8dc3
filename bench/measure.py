"""How a figure is taken: several rounds, their median with the least and the greatest beside it.

Each measurement runs in a process of its own, so that its CPU time and its memory are its own. Other
programs may use the machine meanwhile: CPU time is measured rather than time on the wall, and what is
compared takes turns with its peer within one run.
"""

import gc
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of several rounds, with the least and the greatest."""

    median: float
    least: float
    greatest: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the results: a figure, and the goal that it is held against.

    `goal` is what the median may be at most (`at_most`) or has to be at least; None where there is
    none. `unit` stands behind the figures; "x" marks a ratio.
    """

    name: str
    figure: Spread
    unit: str
    goal: float | None = None
    at_most: bool = True

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.goal is None:
            return None
        return self.figure.median <= self.goal if self.at_most else self.figure.median >= self.goal


@dataclass(frozen=True, slots=True)
class Result:
    """What one benchmark found: what was measured in a sentence or two, and the lines."""

    title: str
    measured: str
    lines: tuple[Line, ...]


def spread(figures: Sequence[float]) -> Spread:
    """Return median, least and greatest."""
    return Spread(median(figures), min(figures), max(figures))


def ratios(ours: Sequence[float], peers: Sequence[float]) -> Spread:
    """Return the spread of our figure over the peer's, round by round."""
    return spread([one / other for one, other in zip(ours, peers, strict=True)])


Part = tuple[Callable[[], Any], Callable[[], Any]]
"""What makes things ready, not timed, and what is timed."""


def take_turns(rounds: int, parts: Mapping[str, Part]) -> dict[str, list[float]]:
    """Run all parts once per round, every other round in reverse; return the CPU seconds of each."""
    taken: dict[str, list[float]] = {name: [] for name in parts}
    for number in range(rounds):
        for name in list(parts)[:: -1 if number % 2 else 1]:
            prepare, run = parts[name]
            prepare()
            gc.collect()
            before = time.process_time()
            run()
            taken[name].append(time.process_time() - before)
    return taken


def time_command(command: Sequence[str]) -> float:
    """Run a program with its output thrown away; return the CPU seconds that it took, start to end.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=plain_environment(), cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_apart(function: str, *arguments: Any) -> Any:
    """Return what `function` ("bench.bulk:measure_bulk") returns for these, called in a new process.

    Arguments and result pass through JSON, by stdin and stdout.

    Raises:
        subprocess.CalledProcessError: It failed; the reason stands on stderr.
    """
    done = subprocess.run(
        [sys.executable, "-m", "bench.measure", function],
        check=True,
        input=json.dumps(arguments).encode(),
        stdout=subprocess.PIPE,
        env=plain_environment(),
        cwd=ROOT,
    )
    return json.loads(done.stdout)


def plain_environment() -> dict[str, str]:
    """Return the environment without what would let a ledger be chosen, or slow every start down."""
    return {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE" and not name.startswith("CLAIMS_")
    }


def read_peak() -> float:
    """Return the most memory that this process ever held, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / (1 << 10)


def _serve(function: str) -> None:
    from importlib import import_module

    from claims.cli import collect_rarely

    collect_rarely()  # as in every command
    module, _, name = function.partition(":")
    print(json.dumps(getattr(import_module(module), name)(*json.load(sys.stdin))))


if __name__ == "__main__":
    _serve(sys.argv[1])
