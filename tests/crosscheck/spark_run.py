"""The engine on Spark in a process of its own.

    python tests/crosscheck/spark_run.py flag LEDGER MASTER
    python tests/crosscheck/spark_run.py check LEDGER MASTER FOLDER [SECONDS]

`flag` prints the keys that are flagged among the check rows as they stand. `check` is a cross-check whose
tasks wait: each task of the split leaves a file in FOLDER that says where it runs (named by stage, partition
and attempt), and goes on when FOLDER has a file "gate". SECONDS: how long a first worker is waited for.
"""

import json
import sys
import threading
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from claims.crosscheck import spark
from claims.crosscheck.run import cross_check
from claims.errors import ClaimsError
from claims.store.transaction import reading, writing


def split_behind_gate(folder: str, told: Any, rows: Iterable[Any]) -> Iterator[Any]:
    """Do what `split_partition` does, once the gate is open."""
    from pyspark import TaskContext

    from claims.crosscheck.spark import split_partition

    task = TaskContext.get()
    name = f"{task.stageId()}-{task.partitionId()}-{task.taskAttemptId()}"
    Path(folder, f"{name}.new").write_text(str(Path.cwd()), "utf-8")
    Path(folder, f"{name}.new").rename(Path(folder, f"{name}.task"))
    pause = threading.Event()
    for _ in range(6000):
        if Path(folder, "gate").exists():
            break
        pause.wait(0.02)
    yield from split_partition(told, rows)


def flag(ledger: str, master: str) -> None:
    with spark.spark_engine(master) as engine, reading(ledger) as session:
        sys.stdout.write(json.dumps(engine.flag(session)))


def check(ledger: str, master: str, folder: str, seconds: str = "60") -> None:
    spark.split_partition = partial(split_behind_gate, folder)  # type: ignore[assignment]
    spark.WAIT_SECONDS = float(seconds)
    with spark.spark_engine(master) as engine, writing(ledger, actor="mk", command="cross-check") as session:
        cross_check(session, scope="all", engine=engine)


if __name__ == "__main__":
    try:
        {"flag": flag, "check": check}[sys.argv[1]](*sys.argv[2:])
    except ClaimsError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(int(error.exit_code)) from None
