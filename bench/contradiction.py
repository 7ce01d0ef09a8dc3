"""How the cross-check grows: a full run over ledgers of tenfold size, and what one article costs."""

import math
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench.ledger import AT, connect, copy_ledger
from bench.measure import Line, Result, Spread, read_peak, run_apart, spread

_ARTICLES = 20
"""Articles checked one by one after the full run."""


def measure_contradiction(sizes: tuple[int, int] = (100_000, 1_000_000), rounds: int = 3) -> Result:
    """Measure full and incremental runs on generated ledgers of these many claims."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (_measure(Path(folder), size, rounds) for size in sizes)
    lines = [
        Line("growth: exponent of CPU time over check rows", _fit(small, large), "", 1.1),
        Line("growth: exponent of memory over check rows", _fit_memory(small, large), ""),
    ]
    for done in (small, large):
        rows, size = done["rows"], f"{done['claims']:,} claims"
        lines += [
            Line(f"{size}, full run", spread(done["seconds"]), "s"),
            Line(f"{size}, check rows per second", spread([rows / one for one in done["seconds"]]), "/s"),
            Line(f"{size}, most memory", spread(done["peaks"]), "MB"),
            Line(f"{size}, one article of 40 claims", spread([one * 1000 for one in done["articles"]]), "ms"),
            Line(
                f"{size}, planted contradictions found",
                spread([done["found"] / done["conflicts"]]),
                "",
                1,
                at_most=False,
            ),
        ]
    counted = "; ".join(
        f"{done['claims']:,} claims in {done['slots']:,} slots, {done['mentions']:,} mentions, {done['rows']:,} check"
        f" rows, {done['conflicts']:,} contradictions planted and {done['found']:,} found"
        for done in (small, large)
    )
    return Result(
        "Cross-check",
        f'CPU time of `cross_check(scope="all")` with its event and its commit, in a fresh process and a fresh copy'
        f" of a generated ledger (`bench/generate.py`): {counted}. Then {_ARTICLES} articles are marked as changed and"
        " checked one by one.",
        tuple(lines),
    )


def _measure(folder: Path, size: int, rounds: int) -> dict[str, Any]:
    ledger = str(folder / "generated.db")
    Path(ledger).unlink(missing_ok=True)
    done: dict[str, Any] = run_apart("bench.generate:generate_json", ledger, size)
    runs = []
    for _ in range(rounds):
        copy = copy_ledger(ledger, str(folder / "copy.db"))
        runs.append(run_apart("bench.contradiction:check_all", copy))
    done |= {"rows": runs[0]["rows"], "found": runs[0]["found"]}
    done |= {"seconds": [run["seconds"] for run in runs], "peaks": [run["peak"] for run in runs]}
    done["articles"] = run_apart(
        "bench.contradiction:check_articles", str(folder / "copy.db"), done["articles"]
    )
    return done


def _fit(small: dict[str, Any], large: dict[str, Any]) -> Spread:
    rows = math.log(large["rows"] / small["rows"])
    times = [math.log(one / median(small["seconds"])) / rows for one in large["seconds"]]
    return spread(times)


def _fit_memory(small: dict[str, Any], large: dict[str, Any]) -> Spread:
    rows = math.log(large["rows"] / small["rows"])
    return spread([math.log(one / median(small["peaks"])) / rows for one in large["peaks"]])


def check_all(path: str) -> dict[str, Any]:
    """Check a whole ledger; return CPU seconds, check rows, findings and peak memory in megabytes."""
    from claims.crosscheck.run import cross_check
    from claims.store.transaction import writing

    before = time.process_time()
    with writing(path, actor="bench", command="cross-check", clock=lambda: AT) as session:
        done = cross_check(session, scope="all")
    seconds = time.process_time() - before
    return {"seconds": seconds, "rows": _count(path, "check_row"), "found": done.new, "peak": read_peak()}


def check_articles(path: str, articles: int) -> list[float]:
    """Mark some articles' slots as changed and check them, one article at a time; return the CPU seconds of each."""
    from claims.crosscheck.run import cross_check
    from claims.store.queries.article import list_slots_of
    from claims.store.queries.slot import mark_dirty
    from claims.store.transaction import writing

    taken = []
    for number in range(_ARTICLES):
        article = 1 + number * (articles - 1) // _ARTICLES
        with writing(path, actor="bench", command="cross-check", clock=lambda: AT) as session:
            mark_dirty(session, list_slots_of(session, [article]))
            before = time.process_time()
            cross_check(session)
            taken.append(time.process_time() - before)
    return taken


def _count(path: str, table: str) -> int:
    connection = connect(path)
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    connection.close()
    return count
