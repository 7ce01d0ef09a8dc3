"""The process in which a user's SQL runs: it can read one ledger, for a while, and nothing else.

Started as a script by `guard`, without site and environment, so that it loads nothing but the SQLite
driver. Each line of defence was measured to be needed: a read-only file alone leaves ATTACH, VACUUM
INTO and temporary tables; an authorizer alone leaves time and memory. One request comes in as JSON;
out go lines of JSON: the columns, the rows, and how it ended.
"""

import json
import sys
import time
from collections.abc import Mapping
from importlib import import_module
from typing import Any

HEAP_BYTES = 256 * 1024 * 1024
"""What SQLite may allocate."""

PROCESS_BYTES = 600 * 1024 * 1024
"""What the process may, copies in Python included."""

STEPS_BETWEEN_LOOKS = 10_000
"""How many of SQLite's steps pass between two looks at the clock."""

LIMITS = {
    "SQLITE_LIMIT_LENGTH": 64 * 1024 * 1024,
    "SQLITE_LIMIT_SQL_LENGTH": 1024 * 1024,
    "SQLITE_LIMIT_EXPR_DEPTH": 200,
    "SQLITE_LIMIT_COMPOUND_SELECT": 100,
    "SQLITE_LIMIT_VDBE_OP": 1_000_000,
    "SQLITE_LIMIT_ATTACHED": 0,
    "SQLITE_LIMIT_LIKE_PATTERN_LENGTH": 1000,
    "SQLITE_LIMIT_TRIGGER_DEPTH": 10,
    "SQLITE_LIMIT_WORKER_THREADS": 0,
}
"""Set where the driver can; pysqlite3 cannot, and then memory and time are what bounds a query."""

_NAMES = """
    abs avg ceil ceiling changes char coalesce concat concat_ws count cume_dist current_date current_time
    current_timestamp date datetime degrees dense_rank exp first_value floor format glob group_concat hex
    if ifnull iif instr json json_array json_array_length json_error_position json_extract
    json_group_array json_group_object json_insert json_object json_patch json_pretty json_quote
    json_remove json_replace json_set json_type json_valid jsonb jsonb_array jsonb_extract
    jsonb_group_array jsonb_group_object jsonb_object julianday lag last_value lead length like likelihood
    likely ln log log10 log2 lower ltrim max median min mod nth_value ntile nullif octet_length
    percent_rank percentile pi pow power printf quote radians rank replace round row_number rtrim sign
    sqlite_version sqrt strftime string_agg substr substring sum time timediff total trim trunc typeof
    unhex unicode unistr unixepoch unlikely upper -> ->>
    acos acosh asin asinh atan atan2 atanh cos cosh sin sinh tan tanh
    bm25 highlight match snippet
"""

FUNCTIONS = frozenset(_NAMES.split())
"""What a query may call; no function that allocates at will, opens a file or loads code is among it."""

PRAGMAS = frozenset(
    {
        *("foreign_key_list", "index_info", "index_list", "index_xinfo"),
        *("table_info", "table_list", "table_xinfo", "data_version"),
    }
)
"""What a query may ask about the schema; `data_version` is what the full-text index asks."""

SETTINGS = (
    f"PRAGMA hard_heap_limit = {HEAP_BYTES}",
    "PRAGMA query_only = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
)
"""What the connection is told before a query comes near it."""

VIRTUAL = ("json_each", "json_tree")
"""Table-valued functions that a query may read."""

ACTIONS = {
    1: "CREATE INDEX", 2: "CREATE TABLE", 3: "CREATE TEMP INDEX", 4: "CREATE TEMP TABLE", 5: "CREATE TEMP TRIGGER",
    6: "CREATE TEMP VIEW", 7: "CREATE TRIGGER", 8: "CREATE VIEW", 9: "DELETE", 10: "DROP INDEX", 11: "DROP TABLE",
    12: "DROP TEMP INDEX", 13: "DROP TEMP TABLE", 14: "DROP TEMP TRIGGER", 15: "DROP TEMP VIEW", 16: "DROP TRIGGER",
    17: "DROP VIEW", 18: "INSERT", 19: "PRAGMA", 20: "reading", 21: "SELECT", 22: "a transaction", 23: "UPDATE",
    24: "ATTACH", 25: "DETACH", 26: "ALTER TABLE", 27: "REINDEX", 28: "ANALYZE", 29: "CREATE VIRTUAL TABLE",
    30: "DROP VIRTUAL TABLE", 31: "the function", 32: "SAVEPOINT", 33: "RECURSIVE",
}  # fmt: skip
"""The authorizer's action codes (sqlite.org/c3ref/c_alter_table.html); the drivers export but some."""

_PRAGMA, _READ, _SELECT, _FUNCTION, _RECURSIVE = 19, 20, 21, 31, 33
_ALLOW, _DENY = 0, 1


class Parameters(dict[str, Any]):
    """The values to bind; remembers which of them the query asked for.

    A dict, since the drivers take any other mapping for a list.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.asked.add(name)
        return super().__getitem__(name)


def open_guarded(driver: Any, address: str, denied: list[str], deadline: float) -> Any:
    """Return a connection that reads and does nothing else; what it refuses is put into `denied`.

    `deadline` is a time of `time.monotonic`, after which a running query is interrupted.
    """
    connection = driver.connect(address, uri=True, isolation_level=None, timeout=5.0)
    for statement in SETTINGS:
        connection.execute(statement).fetchall()
    if hasattr(connection, "setlimit"):
        for name, limit in LIMITS.items():
            connection.setlimit(getattr(driver, name), limit)
    tables = _touch_tables(connection)
    connection.set_authorizer(_make_authorizer(tables, denied))
    connection.set_progress_handler(lambda: time.monotonic() > deadline, STEPS_BETWEEN_LOOKS)
    return connection


def _touch_tables(connection: Any) -> frozenset[str]:
    """Return the names of all that may be read.

    Virtual tables declare themselves when they are first looked at, which the authorizer would refuse.
    """
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall()
    names = {name for (name,) in rows}
    for name in (*names, *VIRTUAL):
        connection.execute("SELECT count(*) FROM pragma_table_info(?)", (name,)).fetchall()
    own = {"sqlite_schema", "sqlite_master", *VIRTUAL, *(f"pragma_{name}" for name in PRAGMAS)}
    return frozenset({name.lower() for name in names} | own)


def _make_authorizer(tables: frozenset[str], denied: list[str]) -> Any:
    def authorize(action: int, first: str | None, second: str | None, database: str | None, *_: Any) -> int:
        if action in {_SELECT, _RECURSIVE}:
            return _ALLOW
        if action == _READ and _may_read((first or "").lower(), second, database, tables):
            return _ALLOW
        if action == _FUNCTION and second is not None and second.lower() in FUNCTIONS:
            return _ALLOW
        if action == _PRAGMA and first is not None and first.lower() in PRAGMAS:
            return _ALLOW
        denied.append(
            " ".join(part for part in (ACTIONS.get(action, f"action {action}"), first, second) if part)
        )
        return _DENY

    return authorize


def _may_read(name: str, column: str | None, database: str | None, tables: frozenset[str]) -> bool:
    if name in tables:
        return database in {None, "main"}
    # Rows read without any column, as by count(*): here the query's own WITH tables pass too.
    return database is None and not column and not name.startswith(("sqlite_", "pragma_"))


def answer(request: Mapping[str, Any], write: Any) -> None:
    """Run the request's query and write its result with `write`, line by line."""
    denied: list[str] = []
    deadline = time.monotonic() + request["seconds"]
    driver = import_module(request["driver"])
    parameters = Parameters(request["parameters"])
    try:
        connection = open_guarded(driver, request["address"], denied, deadline)
        cursor = connection.execute(request["query"], parameters)
        unused = sorted(set(parameters) - parameters.asked)
        if cursor.description is None or unused:
            write({"unused": unused} if unused else {"error": "there is no question in it", "kind": "query"})
            return
        write({"columns": [column[0] for column in cursor.description]})
        _write_rows(cursor, request["rows"], request["bytes"], write)
    except MemoryError:
        write({"error": "", "kind": "memory"})
    except driver.Warning as error:  # more than one statement, in some drivers
        write({"error": str(error), "kind": "query"})
    except (driver.Error, ValueError, OverflowError, RecursionError) as error:
        if missing := sorted(parameters.asked - set(parameters)):
            write({"missing": missing})
        elif denied:
            write({"error": denied[0], "kind": "denied"})
        else:
            kind = _classify(str(error), late=time.monotonic() > deadline)
            write({"error": str(error), "kind": kind})


def _write_rows(cursor: Any, rows: int, size: int, write: Any) -> None:
    done = 0
    for row in cursor:
        if done == rows:
            write({"done": done, "cut": True})
            return
        cells = [{"hex": cell.hex()} if isinstance(cell, bytes) else cell for cell in row]
        size -= sum(len(cell) for cell in row if isinstance(cell, (str, bytes))) + 8 * len(row)
        if size < 0:
            write({"error": "", "kind": "size"})
            return
        write(cells)
        done += 1
    write({"done": done, "cut": False})


def _classify(message: str, *, late: bool) -> str:
    if late and "interrupt" in message:
        return "time"
    if "out of memory" in message or "too big" in message:
        return "memory"
    return "busy" if "locked" in message or "busy" in message else "query"


def _limit_process(seconds: float) -> None:
    """Bound memory and processor time from outside too: one step of SQLite can take for ever."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    for kind, limit in (("RLIMIT_AS", PROCESS_BYTES), ("RLIMIT_CPU", int(seconds) + 2), ("RLIMIT_CORE", 0)):
        resource.setrlimit(getattr(resource, kind), (limit, limit))


def _serve() -> None:
    request = json.loads(sys.stdin.buffer.readline())
    sys.path.extend(request["path"])
    _limit_process(request["seconds"])
    out = sys.stdout.buffer

    def write(line: Any) -> None:
        out.write(json.dumps(line).encode() + b"\n")

    answer(request, write)
    out.flush()


if __name__ == "__main__":
    _serve()
