"""Flag and split on Apache Spark.

The check rows go to the cluster as a Parquet file. Spark runs the flag's query as it stands, keeps the
rows of the flagged keys, brings those of each slot together on one worker in the order of the sweep,
and there the split runs that the ledger's own run uses. Rows travel as plain tuples: workers need
Python and what this process sends them, no further library.
"""

import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from claims.crosscheck.conflict.split import Split
from claims.crosscheck.conflict.sweep import sweep
from claims.crosscheck.query import read_sql
from claims.errors import EngineFailed, ExtraMissing, OptionRefused
from claims.exchange.columns import CHECK_ROW
from claims.exchange.parquet import write_table
from claims.vocabulary import Predicate

WAIT_SECONDS = 60.0
"""How long a cluster may take to give a first worker."""

TASKS_PER_CORE = 3
"""So that a core which is done early finds more to do, and a lost worker loses a third at most."""

_LEAST_BYTES = 1 << 18
_PACKAGE = Path(__file__).resolve().parents[1]


@contextmanager
def spark_engine(master: str, share: Path | None = None) -> Iterator["SparkEngine"]:
    """Yield an engine on the cluster at `master`, and let go of it at the end.

    `share` is a folder that all workers reach under the same path; None: a temporary one, for workers
    on this machine.

    Raises:
        ExtraMissing: Spark is not installed.
        EngineFailed: The cluster cannot be reached, has no room, or gave up.
    """
    _check(master, share)
    folder = Path(tempfile.mkdtemp(prefix="claims-spark-", dir=share))
    path = sys.path[:]
    try:
        with _explained(master):
            context = _connect(master, folder)
            try:
                _wait_for_workers(context, master)
                yield SparkEngine(context, folder)
            finally:
                context.stop()
    finally:
        sys.path[:] = path  # Spark puts what it sends to workers on the path of this process too
        shutil.rmtree(folder, ignore_errors=True)


class SparkEngine:
    """An engine (see `claims.crosscheck.engine`) that holds on to a running Spark session."""

    def __init__(self, spark: Any, folder: Path) -> None:
        self._spark = spark
        self._folder = folder
        self.tracker = spark.sparkContext.statusTracker()
        self._tasks = max(2, TASKS_PER_CORE * spark.sparkContext.defaultParallelism)

    def flag(self, session: Session) -> list[int]:
        """Hand the check rows over and return the flagged keys."""
        self.hand_over(session)
        return self.find_keys()

    def hand_over(self, session: Session) -> None:
        """Write the check rows to where the workers read them."""
        written = write_table(session, CHECK_ROW, self._folder)
        self._spark.conf.set("spark.sql.shuffle.partitions", self._tasks)
        self._spark.conf.set(
            "spark.sql.files.maxPartitionBytes", max(_LEAST_BYTES, written.bytes // self._tasks)
        )
        self._spark.read.parquet(str(self._folder / written.name)).createOrReplaceTempView("check_row")

    def find_keys(self) -> list[int]:
        """Return the flagged keys of the rows that were handed over, and keep them for the split."""
        self._spark.catalog.clearCache()
        flagged = self._spark.sql(read_sql("flag"))
        flagged.createOrReplaceTempView("check_flagged")
        self._spark.catalog.cacheTable("check_flagged")
        return sorted(row.key for row in flagged.collect())

    def split(
        self, asked: Mapping[int, Predicate], within: Mapping[int, frozenset[int]]
    ) -> list[tuple[int, Split]]:
        """Return the conflicts of the slots with flagged keys, by slot."""
        rows = self._spark.sql(read_sql("spark_rows"))
        placed = rows.repartition(self._tasks, "slot").sortWithinPartitions("key", "hi", "id")
        told = self._spark.sparkContext.broadcast((dict(asked), dict(within)))
        found = placed.rdd.mapPartitions(partial(split_partition, told)).collect()
        return sorted(found, key=lambda one: one[0])


def split_partition(told: Any, rows: Iterable[Any]) -> Iterator[tuple[int, Split]]:
    """Yield the conflicts among the slots of one partition; runs on a worker."""
    asked, within = told.value
    for slot, _, found in sweep(rows, asked, within):
        if found.values is not None or found.denials is not None:
            yield slot, found


def _check(master: str, share: Path | None) -> None:
    try:
        import pyspark  # noqa: F401 - asked for before anything is written
    except ImportError:
        raise ExtraMissing(
            "The cross-check on Spark needs a library that is not installed; install it with:"
            " pip install 'claims[spark]'"
        ) from None
    if share is not None and not share.is_dir():
        raise OptionRefused(
            f"{share}: no such folder; --share names one that all workers reach under this path"
        )
    if not os.environ.get("JAVA_HOME") and shutil.which("java") is None:
        raise EngineFailed("Spark needs Java 17 or newer, and there is none; install it, or set JAVA_HOME")
    if master.startswith("spark://"):
        _check_reached(master)


def _check_reached(master: str) -> None:
    """Try each master of `spark://HOST:PORT,HOST:PORT`; Spark itself takes a minute to give up."""
    reasons = []
    for place in master.removeprefix("spark://").split(","):
        try:
            parts = urlsplit(f"spark://{place}")
            if parts.hostname is None or parts.port is None:
                raise ValueError("no HOST:PORT")  # noqa: TRY301 - told like a port that is no number
            socket.create_connection((parts.hostname, parts.port), timeout=10).close()
        except ValueError as error:
            raise OptionRefused(
                f"{master}: not the URL of a Spark master ({error}); use spark://HOST:PORT"
            ) from None
        except OSError as error:
            reasons.append(f"{place}: {error.strerror or error}")
        else:
            return
    raise EngineFailed(f"{master}: no Spark master answers ({'; '.join(reasons)}); start it, or name another")


def _connect(master: str, folder: Path) -> Any:
    """Start a Spark session whose workers can import this package."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = (
        SparkSession.builder.master(master)
        .appName("claims cross-check")
        .config("spark.submit.pyFiles", pack(folder))
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.log.level", "ERROR")
    )
    if urlsplit(master).hostname in {"127.0.0.1", "localhost", "::1"} or master.startswith("local"):
        builder = builder.config("spark.driver.host", "127.0.0.1").config(
            "spark.driver.bindAddress", "127.0.0.1"
        )
    return builder.getOrCreate()


def pack(folder: Path) -> str:
    """Write this package's modules into a zip file, which Spark sends to the workers; return its path."""
    import zipfile

    path = folder / "claims.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for module in sorted(_PACKAGE.rglob("*.py")):
            file.write(module, Path(_PACKAGE.name, module.relative_to(_PACKAGE)))
    return str(path)


def _wait_for_workers(spark: Any, master: str) -> None:
    """Wait until a worker has room for this run; without any, Spark would wait for ever."""
    if master.startswith("local"):
        return
    tracker = spark.sparkContext._jsc.sc().statusTracker()  # noqa: SLF001 - Spark tells it in Java only
    pause = Event()
    for _ in range(int(WAIT_SECONDS * 10)):
        if len(tracker.getExecutorInfos()) > 1:  # this process is the first
            return
        pause.wait(0.1)
    raise EngineFailed(
        f"{master}: no worker gave room within {WAIT_SECONDS:.0f} s; start workers, or ask for less in spark-defaults.conf"
        " (spark.executor.memory, spark.executor.cores)"
    )


@contextmanager
def _explained(master: str) -> Iterator[None]:
    """Say in a sentence what Spark says in a page."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (Py4JError, PySparkException) as error:
        java = getattr(error, "java_exception", None)
        reason = str(error if java is None else java.toString()).strip().partition("\n")[0][:300]
        raise EngineFailed(f"{master}: Spark gave up: {reason}; nothing was changed") from error
