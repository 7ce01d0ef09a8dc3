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


def measure_contradiction(sizes: tuple[int, int] = (10_000, 100_000), rounds: int = 3) -> Result:
    """Measure full and incremental runs on generated ledgers of these many claims."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (_measure(Path(folder), size, rounds) for size in sizes)
    lines = [
        Line("growth: exponent of CPU time over check rows", _fit(small, large, "seconds", "rows"), "", 1.1),
        Line("growth: the same over mentions", _fit(small, large, "seconds", "mentions"), ""),
        Line("growth: exponent of memory over check rows", _fit(small, large, "peaks", "rows"), ""),
    ]
    for done in (small, large):
        rows, size = done["rows"], f"{done['claims']:,} claims"
        planted, found = set(done["conflicts"]), set(done["found"])
        lines += [
            Line(f"{size}, full run", spread(done["seconds"]), "s"),
            Line(f"{size}, check rows per second", spread([rows / one for one in done["seconds"]]), "/s"),
            Line(f"{size}, most memory", spread(done["peaks"]), "MB"),
            Line(f"{size}, one article of 40 claims", spread([one * 1000 for one in done["one"]]), "ms"),
            Line(f"{size}, the same per mention read", _per_mention(done), "µs"),
            Line(f"{size}, planted contradictions not found", spread([len(planted - found)]), "", 0),
            Line(f"{size}, findings where nothing was planted", spread([len(found - planted)]), "", 0),
        ]
    counted = "; ".join(
        f"{done['claims']:,} claims in {done['slots']:,} slots, {done['mentions']:,} mentions, {done['rows']:,} check"
        f" rows, {len(done['conflicts']):,} contradictions planted"
        for done in (small, large)
    )
    return Result(
        "Cross-check",
        f'CPU time of `cross_check(scope="all")` with its event and its commit, in a fresh process and a fresh copy'
        f" of a generated ledger (`bench/generate.py`): {counted}. Then {_ARTICLES} articles are marked as changed and"
        " checked one by one. Their claims are drawn like all others, so the most written-about questions are among"
        " them, and a question is read anew as a whole: what an article costs follows the mentions of its questions.",
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
    changed = run_apart("bench.contradiction:check_articles", str(folder / "copy.db"), done["articles"])
    done |= {"one": changed["seconds"], "read": changed["mentions"]}
    return done


def _fit(small: dict[str, Any], large: dict[str, Any], cost: str, size: str) -> Spread:
    """Return the exponent with which `cost` grows over `size`, for each run of the large ledger."""
    growth = math.log(large[size] / small[size])
    return spread([math.log(one / median(small[cost])) / growth for one in large[cost]])


def check_all(path: str) -> dict[str, Any]:
    """Check a whole ledger; return CPU seconds, peak memory in megabytes, check rows, and the slots with findings."""
    from claims.crosscheck.run import cross_check
    from claims.store.transaction import writing

    before = time.process_time()
    with writing(path, actor="bench", command="cross-check", clock=lambda: AT) as session:
        cross_check(session, scope="all")
    done = {"seconds": time.process_time() - before, "peak": read_peak()}
    found = [slot for (slot,) in _read(path, "SELECT slot_id FROM finding")]
    return done | {"rows": _read(path, "SELECT count(*) FROM check_row")[0][0], "found": found}


def check_articles(path: str, articles: int) -> dict[str, list[float]]:
    """Mark some articles' slots as changed and check them, one article at a time.

    Returns the CPU seconds of each, and how many mentions the questions held that were read anew.
    """
    from claims.crosscheck.run import cross_check
    from claims.store.queries.article import list_slots_of
    from claims.store.queries.slot import mark_dirty
    from claims.store.transaction import writing

    done: dict[str, list[float]] = {"seconds": [], "mentions": []}
    for number in range(_ARTICLES):
        article = 1 + number * (articles - 1) // _ARTICLES
        with writing(path, actor="bench", command="cross-check", clock=lambda: AT) as session:
            slots = list_slots_of(session, [article])
            mark_dirty(session, slots)
            before = time.process_time()
            cross_check(session)
            done["seconds"].append(time.process_time() - before)
        mentions = "SELECT count(*) FROM mention JOIN claim ON claim.id = claim_id WHERE slot_id IN"
        done["mentions"].append(_read(path, f"{mentions} ({', '.join(map(str, slots))})")[0][0])
    return done


def _per_mention(done: dict[str, Any]) -> Spread:
    return spread([one / read * 1e6 for one, read in zip(done["one"], done["read"], strict=True)])


def _read(path: str, query: str) -> list[Any]:
    connection = connect(path)
    rows: list[Any] = connection.execute(query).fetchall()
    connection.close()
    return rows
