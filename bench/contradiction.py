"""How the cross-check grows: a full run over ledgers of tenfold size, and what one article costs."""

import math
import tempfile
import time
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import linear_regression, median
from typing import Any

from bench.generate import COLUMNS
from bench.ledger import AT, connect, copy_ledger, transaction, write_raw
from bench.measure import Line, Result, Spread, ratios, read_peak, run_apart, spread

_ARTICLES = 20
"""Articles that come in one by one after the full run."""

_ONCE = 5_000_000
"""From how many claims on one round is enough: it takes minutes, and its ledger gigabytes."""

_FITTED_FROM = 100_000
"""From how many claims on it is fitted how the cost grows: below, what every run costs weighs too much."""

_STEEPEST, _STEEPEST_FITTED = 1.1, 1.2
"""With which exponent the cost may grow up to a million claims, and fitted over all sizes up to ten millions."""

_MILLION = 1_000_000
"""Up to so many claims an article must cost as much as in the smallest ledger, or half as much again."""


def measure_contradiction(sizes: Sequence[int] = (10_000, 100_000), rounds: int = 3) -> Result:
    """Measure full and incremental runs on generated ledgers of these many claims, the smallest first."""
    with tempfile.TemporaryDirectory() as folder:
        measured = [_measure(Path(folder), size, 1 if size >= _ONCE else rounds) for size in sizes]
    first = measured[0]
    lines = [line for pair in pairwise(measured) for line in _list_growth(*pair)]
    fitted = [done for done in measured if done["claims"] >= _FITTED_FROM]
    if len(fitted) > 2:
        lines.append(_fit_all(fitted))
    lines += [
        Line(
            f"{_ARTICLES} articles one by one, {done['claims']:,} ÷ {first['claims']:,} claims",
            _compare_articles(done, first),
            "x",
            1.5 if done["claims"] <= _MILLION else None,
        )
        for done in measured[1:]
    ]
    for done in measured:
        rows, size = done["rows"], f"{done['claims']:,} claims"
        planted, found = set(done["conflicts"]), set(done["found"])
        articles = [sorted(one)[len(one) // 2] * 1000 for one in done["one"]]
        lines += [
            Line(f"{size}, full run", spread(done["seconds"]), "s"),
            Line(f"{size}, check rows per second", spread([rows / one for one in done["seconds"]]), "/s"),
            Line(f"{size}, most memory", spread(done["peaks"]), "MB", 1_000),
            Line(f"{size}, an article of 40 claims, the middle one", spread(articles), "ms"),
            Line(f"{size}, the dearest", spread([max(one) * 1000 for one in done["one"]]), "ms"),
            Line(f"{size}, planted contradictions not found", spread([len(planted - found)]), "", 0),
            Line(f"{size}, findings where nothing was planted", spread([len(found - planted)]), "", 0),
        ]
    counted = "; ".join(
        f"{done['claims']:,} claims in {done['slots']:,} slots, {done['mentions']:,} mentions, {done['rows']:,} check"
        f" rows, {len(done['conflicts']):,} contradictions planted"
        for done in measured
    )
    return Result(
        "Cross-check",
        f'CPU time of `cross_check(scope="all")` with its event and its commit, in a fresh process and a fresh copy'
        f" of a generated ledger (`bench/generate.py`): {counted}. Then {_ARTICLES} further articles come in, drawn as"
        " all others were, and each is checked by itself: its mentions are marked as an import marks them. The most"
        " written-about questions, which are contested, are in nearly every one.",
        tuple(lines),
    )


def _list_growth(small: dict[str, Any], large: dict[str, Any]) -> list[Line]:
    """Return how steeply time and memory grow from one ledger to a larger one."""
    claims = large["claims"]
    grows = f"growth from {small['claims']:,} to {claims:,} claims"
    steepest = _STEEPEST if claims <= _MILLION else None
    return [
        Line(
            f"{grows}: exponent of CPU time over check rows",
            _fit(small, large, "seconds", "rows"),
            "",
            steepest,
        ),
        Line(f"{grows}: the same over mentions", _fit(small, large, "seconds", "mentions"), ""),
        Line(f"{grows}: exponent of memory over check rows", _fit(small, large, "peaks", "rows"), ""),
    ]


def _fit_all(measured: Sequence[dict[str, Any]]) -> Line:
    """Return how steeply time grows over all these ledgers: the slope of the line fitted to the logarithms."""
    sizes = [math.log(done["rows"]) for done in measured]
    times = [math.log(median(done["seconds"])) for done in measured]
    claims = measured[-1]["claims"]
    return Line(
        f"growth from {measured[0]['claims']:,} to {claims:,} claims, fitted over all: exponent of CPU time",
        spread([linear_regression(sizes, times).slope]),
        "",
        _STEEPEST_FITTED,
    )


def _compare_articles(large: dict[str, Any], small: dict[str, Any]) -> Spread:
    """Return what the same number of articles costs in the large ledger for what it costs in the small one."""
    rounds = len(large["one"])
    return ratios([sum(one) for one in large["one"]], [sum(one) for one in small["one"][:rounds]])


def _measure(folder: Path, size: int, rounds: int) -> dict[str, Any]:
    ledger, copy = str(folder / "generated.db"), str(folder / "copy.db")
    Path(ledger).unlink(missing_ok=True)
    done: dict[str, Any] = run_apart("bench.generate:generate_json", ledger, size, 1, _ARTICLES)
    runs, one = [], []
    for _ in range(rounds):
        checked = copy_ledger(ledger, copy) if rounds > 1 else ledger
        runs.append(run_apart("bench.contradiction:check_all", checked))
        one.append(run_apart("bench.contradiction:check_articles", checked, done["later"]))
    done |= {"rows": runs[0]["rows"], "found": runs[0]["found"], "one": one, "claims": size}
    done["mentions"] -= sum(table == "mention" for article in done["later"] for table, _ in article)
    return done | {"seconds": [run["seconds"] for run in runs], "peaks": [run["peak"] for run in runs]}


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


def check_articles(path: str, later: list[list[tuple[str, list[Any]]]]) -> list[float]:
    """Let articles, given as table and row of all that they bring, come in one by one; return the CPU seconds of each check."""
    from claims.crosscheck.run import cross_check
    from claims.store.transaction import writing

    seconds = []
    for article in later:
        add_article(path, article)
        with writing(path, actor="bench", command="cross-check", clock=lambda: AT) as session:
            before = time.process_time()
            cross_check(session)
            seconds.append(time.process_time() - before)
    return seconds


def add_article(path: str, article: Iterable[tuple[str, Sequence[Any]]]) -> None:
    """Write a further article with its claims, and mark its mentions as changed, as an import does."""
    place = COLUMNS["mention"].index("claim_id")
    with transaction(path) as connection:
        for table, row in article:
            write_raw(connection, table, COLUMNS[table], [row])
            if table == "mention":
                write_raw(connection, "dirty_mention", ("claim_id", "mention_id"), [(row[place], row[0])])


def _read(path: str, query: str) -> list[Any]:
    connection = connect(path)
    rows: list[Any] = connection.execute(query).fetchall()
    connection.close()
    return rows
