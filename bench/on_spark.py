"""The flag and the split on a cluster of this machine, healthy and with a worker that is lost."""

import os
import tempfile
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Thread
from typing import Any

from bench import spark_cluster
from bench.measure import Line, ratios, run_apart, spread


def run_clusters(path: str, rounds: int) -> dict[int, dict[str, Any]]:
    """Return what `check_spark` does on healthy clusters of one and of two workers, by their number."""
    return {count: run_apart("bench.on_spark:check_spark", path, count, rounds, False) for count in (1, 2)}


def compare_clusters(path: str, done: Mapping[int, dict[str, Any]], rounds: int) -> list[Line]:
    """Return how fast the healthy clusters were, and measure what a lost worker costs."""
    lost = [run_apart("bench.on_spark:check_spark", path, 2, 1, True)["total"][0] for _ in range(rounds)]
    lines = [Line("Spark, start of the session", spread([done[2]["start"]]), "s")]
    for what in ("flag", "split"):
        lines += [
            Line(f"{what}, Spark with one worker", spread(done[1][what]), "s"),
            Line(f"{what}, Spark with two workers", spread(done[2][what]), "s"),
            Line(f"{what}, speed-up by the second worker", ratios(done[1][what], done[2][what]), "x"),
        ]
    return [
        *lines,
        Line("flag and split, two workers of which one is lost", spread(lost), "s"),
        Line("price of the lost worker", ratios(lost, done[2]["total"]), "x"),
    ]


def check_spark(path: str, workers: int, rounds: int, lose: bool) -> dict[str, Any]:
    """Flag and split on a cluster of this machine; return seconds on the wall, and the keys' number and sum."""
    from claims.crosscheck.spark import spark_engine
    from claims.store.transaction import reading

    with tempfile.TemporaryDirectory(prefix="cluster") as folder:
        cluster = spark_cluster.Cluster(Path(folder), workers, memory="1g", options="")
        try:
            os.environ.update(cluster.environment)
            before = time.monotonic()
            with spark_engine(cluster.url) as engine, reading(path) as session:
                done: dict[str, Any] = {"start": time.monotonic() - before}
                engine.hand_over(session)
                asked = _read_asked(session, engine.find_keys())
                engine.split(asked, {})
                for _ in range(rounds):
                    _run_once(engine, asked, done, cluster if lose else None)
                return done
        finally:
            cluster.stop()


def _run_once(engine: Any, asked: Mapping[int, Any], done: dict[str, Any], losing: Any) -> None:
    before = time.monotonic()
    keys = engine.find_keys()
    flagged = time.monotonic()
    if losing is not None:
        killer = Thread(target=_kill_in_mid_job, args=(engine.tracker, losing.workers[0]))
        killer.start()
    engine.split(asked, {})
    after = time.monotonic()
    if losing is not None:
        killer.join()
    done |= {"keys": len(keys), "sum": sum(keys)}
    done.setdefault("flag", []).append(flagged - before)
    done.setdefault("split", []).append(after - flagged)
    done.setdefault("total", []).append(after - before)


def _kill_in_mid_job(tracker: Any, worker: Any) -> None:
    def is_under_way() -> bool:
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        return any(stage is not None and stage.numCompletedTasks > 0 for stage in stages)

    spark_cluster.wait_until(is_under_way, "a task that is done while others run")
    worker.kill()


def _read_asked(session: Any, keys: Iterable[int]) -> dict[int, Any]:
    from claims.crosscheck.query import run
    from claims.crosscheck.rows.row import KEYS_PER_SLOT
    from claims.store.queries.check_row import read_compared_predicates

    predicates = read_compared_predicates(session)
    of_slot = {row.id: row.predicate_id for row in run(session, "SELECT id, predicate_id FROM slot")}
    return {key // KEYS_PER_SLOT: predicates[of_slot[key // KEYS_PER_SLOT]] for key in keys}
