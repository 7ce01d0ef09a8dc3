"""Measuring how fast `claims` is, beside the goals and beside peers that do the same work.

    python bench/run.py [--only NAME [--half HALF]] [--quick | --large]

When all have run and not only quickly, the results are written to `bench/RESULTS.md`, those of large ledgers to
`bench/RESULTS-LARGE.md`; else they are printed only.
"""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:1] = [str(HERE.parent)]

from bench.audit import measure_audit  # noqa: E402 - the checkout is put on the path first
from bench.bulk import measure_bulk  # noqa: E402 - likewise
from bench.contradiction import measure_contradiction  # noqa: E402 - likewise
from bench.copies import measure_copies  # noqa: E402 - likewise
from bench.deciding import measure_deciding  # noqa: E402 - likewise
from bench.engines import measure_engines  # noqa: E402 - likewise
from bench.importing import measure_importing  # noqa: E402 - likewise
from bench.lint import measure_lint  # noqa: E402 - likewise
from bench.measure import Line, Result, run_apart  # noqa: E402 - likewise
from bench.planted import HALVES, measure_planted  # noqa: E402 - likewise
from bench.quality import write_section  # noqa: E402 - likewise
from bench.reports import measure_reports  # noqa: E402 - likewise
from bench.startup import measure_startup  # noqa: E402 - likewise
from bench.suggestion import measure_suggestion  # noqa: E402 - likewise

Benchmark = Callable[[], Result]

FULL: dict[str, Benchmark] = {
    "startup": measure_startup,
    "suggestion": measure_suggestion,
    "bulk": measure_bulk,
    "importing": measure_importing,
    "contradiction": measure_contradiction,
    "engines": measure_engines,
    "copies": measure_copies,
    "lint": measure_lint,
    "deciding": measure_deciding,
    "audit": measure_audit,
    "reports": measure_reports,
    "planted": measure_planted,
}
QUICK: dict[str, Benchmark] = {
    "startup": lambda: measure_startup(rounds=5),
    "suggestion": lambda: measure_suggestion(repetitions=5),
    "bulk": lambda: measure_bulk(claims=5_000, rounds=3),
    "importing": lambda: measure_importing(articles=10_000, rounds=3),
    "contradiction": lambda: measure_contradiction(sizes=(1_000, 10_000), rounds=2),
    "engines": lambda: measure_engines(claims=5_000, rounds=2),
    "copies": lambda: measure_copies(sizes=(2_000, 10_000), rounds=1),
    "lint": lambda: measure_lint(sizes=(200, 2_000), rounds=2),
    "deciding": lambda: measure_deciding(decisions=500, rounds=2),
    "audit": lambda: measure_audit(events=5_000, rounds=2),
    "reports": lambda: measure_reports(claims=2_000, rounds=2),
    "planted": lambda: measure_planted(halves=("open",)),
}
LARGE: dict[str, Benchmark] = {
    "contradiction": lambda: measure_contradiction(sizes=(10_000, 100_000, 1_000_000, 10_000_000)),
    "engines": lambda: measure_engines(claims=1_000_000),
    "copies": lambda: measure_copies(sizes=(100_000, 1_000_000), rounds=1),
}


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmarks that the command line asks for; 0 whether goals are met or not."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", metavar="NAME", choices=list(FULL), help=f"one of {', '.join(FULL)}")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="small sizes and few rounds, written nowhere")
    size.add_argument(
        "--large",
        action="store_true",
        help="how the cross-check grows to ten million claims and a million sentences: over an hour",
    )
    parser.add_argument("--half", choices=HALVES, help="with --only planted: this half alone")
    chosen = parser.parse_args(arguments)
    benchmarks = QUICK if chosen.quick else LARGE if chosen.large else FULL
    if chosen.only is not None and chosen.only not in benchmarks:
        parser.error(f"--large goes with {', '.join(benchmarks)}")
    if chosen.half:
        if chosen.only != "planted":
            parser.error("--half goes with --only planted")
        benchmarks = benchmarks | {"planted": lambda: measure_planted(halves=(chosen.half,))}
    names = [chosen.only] if chosen.only else list(benchmarks)
    results = []
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        results.append(benchmarks[name]())
        print(show_result(results[-1]), flush=True)
    if chosen.only is None and not chosen.quick:
        page = show_page(
            results, datetime.now(UTC).date().isoformat(), describe_machine(), large=chosen.large
        )
        path = HERE / ("RESULTS-LARGE.md" if chosen.large else "RESULTS.md")
        path.write_text(page if chosen.large else f"{page}\n{write_section()}", "utf-8")
        print(f"written to bench/{path.name}", file=sys.stderr)
    return 0


def show_page(results: Iterable[Result], day: str, machine: str, *, large: bool = False) -> str:
    """Return the results as a Markdown page."""
    title, target = ("# Results of large ledgers", "bench-large") if large else ("# Results", "bench")
    head = (
        f"{title}\n\nWritten by `make {target}`; do not edit. Medians of several runs, with the least and the greatest"
        " beside them. A ratio is taken round by round against a peer that took turns with it, so that other load on"
        f" the machine falls on both; times are CPU times, not waiting.\n\n{day}. {machine}\n"
    )
    return head + "".join("\n" + show_result(result) for result in results)


def show_result(result: Result) -> str:
    """Return one benchmark's results as a Markdown section."""
    rows = [
        "| what | median | min–max | goal | |",
        "| --- | ---: | ---: | ---: | --- |",
        *(_show_line(line) for line in result.lines),
    ]
    return f"## {result.title}\n\n{result.measured}\n\n" + "\n".join(rows) + "\n"


def describe_machine() -> str:
    """Return the machine and the versions in a sentence, without names of hosts or people."""
    versions = run_apart("bench.ledger:describe_versions")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"Python {platform.python_version()}, SQLite {versions['sqlite']}, SQLAlchemy {versions['sqlalchemy']},"
        f" Typer {versions['typer']}; {platform.system()} on {platform.machine()}, {cores} cores."
    )


def _show_line(line: Line) -> str:
    figure = line.figure
    single = figure.least == figure.greatest
    extent = "" if single else f"{_show(figure.least, line.unit)}–{_show(figure.greatest, line.unit)}"
    goal = "" if line.goal is None else f"{'≤' if line.at_most else '≥'} {_show(line.goal, line.unit)}"
    said = {None: "", True: "met", False: "**not met**"}[line.is_met]
    return f"| {line.name} | {_show(figure.median, line.unit)} | {extent} | {goal} | {said} |"


def _show(figure: float, unit: str) -> str:
    """Return a figure with three digits that count, or all before the point."""
    digits = 0 if abs(figure) >= 100 else 1 if abs(figure) >= 10 else 2
    return f"{figure:,.{digits}f}" + {"x": "×", "": ""}.get(unit, f" {unit}")


if __name__ == "__main__":
    raise SystemExit(main())
