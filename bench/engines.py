"""The flag on every engine that runs it, over the same check rows, and the split on a cluster."""

import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

from bench import postgres, spark_cluster
from bench.ledger import AT, connect, copy_ledger
from bench.measure import Line, Result, ratios, read_peak, run_apart, spread
from bench.on_spark import compare_clusters, run_clusters

_TYPES = {"int64": "BIGINT", "float64": "DOUBLE PRECISION", "string": "TEXT"}

_MANY = 1_000_000
"""From how many claims on the goals hold: below, what any run costs counts."""

_FLAGS = 5
"""How often an engine flags before the others have their turn: it takes milliseconds."""


def measure_engines(claims: int = 100_000, rounds: int = 3, *, spark: bool = True) -> Result:
    """Measure the engines on the check rows of a generated ledger of these many claims; Spark's take minutes."""
    with tempfile.TemporaryDirectory(prefix="engines") as name:
        folder = Path(name)
        path, copy = str(folder / "generated.db"), str(folder / "copy.db")
        run_apart("bench.generate:generate_json", path, claims)
        notes = [missing] if (missing := _why_no_duckdb()) else []
        runs, exports, owns, ducks = [], [], [], []
        for number in range(rounds):
            place = folder / str(number)
            place.mkdir()
            runs.append(run_apart("bench.engines:check_all", copy_ledger(path, copy)))
            exports.append(run_apart("bench.engines:export", copy, str(place)))
            owns.append(run_apart("bench.engines:flag_sqlite", copy, _FLAGS))
            if not missing:
                ducks.append(run_apart("bench.engines:flag_duckdb", str(place), _FLAGS))
        own = _join(owns)
        lines = [
            Line("export of the check rows as Parquet", spread([done["seconds"] for done in exports]), "s"),
            Line("export, size", spread([done["bytes"] / 1e6 for done in exports]), "MB"),
            Line("export, most memory", spread([done["peak"] for done in exports]), "MB"),
            Line("flag, SQLite", spread(own["seconds"]), "s"),
        ]
        if ducks:
            _check_same("DuckDB", own, _join(ducks))
            lines += _compare(own, _join(ducks), runs, large=claims >= _MANY)
        if missing := postgres.why_not():
            notes.append(missing)
        else:
            other = run_apart("bench.engines:flag_postgres", copy, rounds)
            _check_same("PostgreSQL", own, other)
            lines.append(Line("flag, PostgreSQL", spread(other["seconds"]), "s"))
        if missing := spark_cluster.why_not() if spark else "Spark was not asked for":
            notes.append(missing)
        else:
            clusters = run_clusters(copy, rounds)
            for workers, done in clusters.items():
                _check_same(f"Spark with {workers}", own, done)
            lines += compare_clusters(copy, clusters, rounds)
    rows = runs[0]["rows"]
    return Result(
        "Engines",
        f"`claims/crosscheck/sql/flag.sql` as it stands, over the same {rows:,} check rows of {claims:,} generated claims;"
        f" {own['keys']:,} keys are flagged by each engine. CPU time; DuckDB and PostgreSQL on one thread, DuckDB from"
        " Parquet. Spark's is time on the wall, on a standalone cluster of this machine with workers of one core, after"
        " one round that is not counted; a lost worker is killed with its executor once a task of the split is done."
        " Findings written: from the rows, committed as they are, to the second commit."
        + "".join(f" Not measured: {missing}." for missing in notes),
        tuple(lines),
    )


def _join(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Return rounds that took turns with others as one, each with the middle one of its times."""
    times = rounds[0].keys() & {"seconds", "wall"}
    return rounds[0] | {name: [median(one[name]) for one in rounds] for name in times}


def _check_same(name: str, own: dict[str, Any], other: dict[str, Any]) -> None:
    if own["keys"] != other["keys"] or own["sum"] != other["sum"]:
        raise ValueError(f"{name} flags other keys: {other['keys']} of {own['keys']}")


def _compare(
    own: dict[str, Any], duck: dict[str, Any], runs: list[dict[str, Any]], *, large: bool
) -> list[Line]:
    flags = duck["seconds"]
    flag_goal, written_goal = (5, 15) if large else (None, None)
    return [
        Line("flag, DuckDB", spread(flags), "s"),
        Line("flag, DuckDB on all cores, time on the wall", spread(duck["wall"]), "s"),
        Line("flag, SQLite ÷ DuckDB", ratios(own["seconds"], flags), "x", flag_goal),
        Line("flag, split and findings written", spread([run["written"] for run in runs]), "s"),
        Line("the same ÷ DuckDB's flag", ratios([run["written"] for run in runs], flags), "x", written_goal),
        Line("whole run, check rows derived as well", spread([run["seconds"] for run in runs]), "s"),
        Line("the same ÷ DuckDB's flag", ratios([run["seconds"] for run in runs], flags), "x"),
    ]


class OwnEngine:
    """The ledger's own flag and split behind the seam of an engine, to see when the check rows are ready.

    They are committed then, so that they lie in the file as they do for the others.
    """

    def __init__(self) -> None:
        self._session: Any = None
        self.began = 0.0

    def flag(self, session: Any) -> list[int]:
        from claims.crosscheck.query import read_sql, run

        run(session, "COMMIT")
        run(session, "BEGIN IMMEDIATE")
        self._session, self.began = session, time.process_time()
        return [key for (key,) in run(session, read_sql("flag"))]

    def split(self, asked: Any, within: Any) -> Iterable[Any]:
        from claims.crosscheck.conflict.sweep import sweep
        from claims.crosscheck.query import read_sql, read_tuples

        for slot, _, found in sweep(read_tuples(self._session, read_sql("flagged_rows")), asked, within):
            if found.values is not None or found.denials is not None:
                yield slot, found


def check_all(path: str) -> dict[str, Any]:
    """Check a whole ledger; return CPU seconds of all, those from the finished rows on, and the number of rows."""
    from claims.crosscheck.run import cross_check
    from claims.store.transaction import writing

    engine, before = OwnEngine(), time.process_time()
    with writing(path, actor="bench", command="cross-check", clock=lambda: AT) as session:
        cross_check(session, scope="all", engine=engine)
    after = time.process_time()
    connection = connect(path)
    (rows,) = connection.execute("SELECT count(*) FROM check_row").fetchone()
    connection.close()
    return {"seconds": after - before, "written": after - engine.began, "rows": rows}


def export(path: str, folder: str) -> dict[str, Any]:
    """Write the check rows as Parquet; return CPU seconds, bytes and peak memory in megabytes."""
    from claims.exchange.columns import CHECK_ROW
    from claims.exchange.parquet import write_table
    from claims.store.transaction import reading

    before = time.process_time()
    with reading(path) as session:
        written = write_table(session, CHECK_ROW, Path(folder))
    return {"seconds": time.process_time() - before, "bytes": written.bytes, "peak": read_peak()}


def _time(rounds: int, ask: Callable[[], Iterable[int]], clock: Callable[[], float]) -> dict[str, Any]:
    """Return what `clock` says that each round took after a first one, with the number and sum of the keys."""
    seconds: list[float] = []
    keys = list(ask())
    for _ in range(rounds):
        before = clock()
        list(ask())
        seconds.append(clock() - before)
    return {"seconds": seconds, "keys": len(keys), "sum": sum(keys)}


def flag_sqlite(path: str, rounds: int) -> dict[str, Any]:
    from claims.crosscheck.query import read_sql

    connection = connect(path)
    flag = read_sql("flag")
    return _time(rounds, lambda: (key for (key,) in connection.execute(flag)), time.process_time)


def _why_no_duckdb() -> str | None:
    try:
        import duckdb  # noqa: F401 - asked whether it is there
    except ImportError:
        return "duckdb is not installed; see: make engines"
    return None


def flag_duckdb(folder: str, rounds: int) -> dict[str, Any]:
    import duckdb

    from claims.crosscheck.query import read_sql

    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW check_row AS FROM '{folder}/check_row.parquet'")
        flag = read_sql("flag")

        def ask() -> Iterable[int]:
            return [key for (key,) in connection.execute(flag).fetchall()]

        wall = _time(rounds, ask, time.monotonic)["seconds"]
        connection.execute("SET threads = 1")
        return _time(rounds, ask, time.process_time) | {"wall": wall}


def flag_postgres(path: str, rounds: int) -> dict[str, Any]:
    import psycopg

    from claims.crosscheck.query import read_sql
    from claims.exchange.columns import CHECK_ROW

    columns = ", ".join(f"{column.name} {_TYPES[column.kind]}" for column in CHECK_ROW.columns)
    with (
        tempfile.TemporaryDirectory(prefix="pg") as folder,
        postgres.serving(Path(folder)) as address,
        psycopg.connect(address) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute("SET max_parallel_workers_per_gather = 0")
        cursor.execute(f"CREATE TEMP TABLE check_row ({columns})")
        with cursor.copy("COPY check_row FROM STDIN") as copy:
            for row in connect(path).execute(CHECK_ROW.query):
                copy.write_row(row)
        cursor.execute("ANALYZE check_row")
        place = Path(f"/proc/{connection.info.backend_pid}/schedstat")
        flag = read_sql("flag")
        return _time(
            rounds, lambda: [key for (key,) in cursor.execute(flag).fetchall()], lambda: _read_cpu(place)
        )


def _read_cpu(place: Path) -> float:
    """Return the seconds that another process has run on a processor, which Linux tells in nanoseconds."""
    return int(place.read_text().split()[0]) / 1e9
