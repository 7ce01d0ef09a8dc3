"""Read-only SQL: a user's query runs in a process of its own, which is ended when its time is up.

The connection there cannot write, attach, load or run for ever (see `guard_child`); what one step of
SQLite does cannot be interrupted, so the process is killed. A killed reader leaves no lock behind.
Everything in the ledger may be read, names of confidential sources too: it is the desk's own. What
may leave the desk is decided where something is exported.
"""

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.errors import DatabaseBusy, OptionRefused, QueryRefused
from claims.store.database import get_path, get_sqlite, make_address, open_file

MAX_QUERY_CHARACTERS = 100_000
MAX_RESULT_BYTES = 128 * 1024 * 1024

_CHILD = Path(__file__).with_name("guard_child.py")
_GRACE_SECONDS = 0.5
"""What the process gets on top of its time to say that it was interrupted, before it is killed."""

_NAMED = re.compile(
    r'near "([^"]+)"|no such (?:column|table|function): (?:\w+\.)?(\w+)|ambiguous column name: (\w+)'
)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")


@dataclass(frozen=True, slots=True)
class Selection:
    """What a query selected; `cut` says that there would have been more rows than wanted."""

    columns: tuple[str, ...]
    count: int
    cut: bool
    lines: Sequence[bytes]

    @property
    def rows(self) -> Iterator[list[Any]]:
        """The rows: whole numbers, floats, text, bytes or None."""
        for line in self.lines:
            yield [
                bytes.fromhex(cell["hex"]) if isinstance(cell, dict) else cell for cell in json.loads(line)
            ]


def select(
    url: str,
    query: str,
    given: Mapping[str, str],
    *,
    seconds: float,
    rows: int,
) -> Selection:
    """Run one SELECT (or WITH, VALUES, EXPLAIN) on a ledger for at most `seconds`; return at most `rows` rows.

    `given` are the values of its `:name` parameters; what is written like a number is bound as one.

    Raises:
        DatabaseMissing, DatabaseForeign, DatabaseOutdated, DatabaseNewer: What the file is instead.
        QueryRefused: The query is wrong, does more than read, or took too much time or memory.
        OptionRefused: A parameter that the query does not have, or one that it asks for and nobody gave.
        DatabaseBusy: A writer held the ledger all the time.
    """
    _check_query(query)
    open_file(url, write=False).dispose()
    driver = get_sqlite().__name__
    request = {
        "path": [entry for entry in sys.path if entry],
        "driver": driver,
        "address": make_address(get_path(url), "ro"),
        "query": query,
        "parameters": {name: read_value(value) for name, value in given.items()},
        "seconds": seconds,
        "rows": rows,
        "bytes": MAX_RESULT_BYTES,
    }
    lines, code, killed = _run(request, seconds)
    return _read_answer(lines, query, seconds, code, killed=killed)


def read_value(given: str) -> str | int | float:
    """Return a parameter's value: a number where it is written as one without leading zeros, else text."""
    if _INTEGER.fullmatch(given):
        return int(given)
    return float(given) if _DECIMAL.fullmatch(given) else given


def _check_query(query: str) -> None:
    if len(query) > MAX_QUERY_CHARACTERS:
        raise QueryRefused(f"the query has {len(query)} characters; {MAX_QUERY_CHARACTERS} are allowed")
    if not query.strip():
        raise QueryRefused("the query is empty; ask for something, such as: select * from v_mention")
    try:
        query.encode()
    except UnicodeEncodeError:
        raise QueryRefused("the query is not valid UTF-8") from None


def _run(request: Mapping[str, Any], seconds: float) -> tuple[list[bytes], int, bool]:
    """Return what the process wrote, how it ended, and whether it was killed for its time."""
    # -I and -S: no environment, no site packages, nothing of the working directory; half the start-up too.
    child = subprocess.Popen(  # noqa: S603 - a program of ours
        [sys.executable, "-I", "-S", str(_CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    killed = threading.Event()

    def kill() -> None:
        killed.set()
        child.kill()

    timer = threading.Timer(seconds + _GRACE_SECONDS, kill)
    try:
        timer.start()
        said = _talk(child, json.dumps(request).encode() + b"\n")
    finally:
        timer.cancel()
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()
    return said.splitlines(), child.returncode, killed.is_set()


def _talk(child: "subprocess.Popen[bytes]", request: bytes) -> bytes:
    assert child.stdin is not None  # noqa: S101 - both are pipes, for mypy
    assert child.stdout is not None  # noqa: S101 - likewise
    try:
        child.stdin.write(request)
        child.stdin.flush()
    except BrokenPipeError:
        return b""  # it died at once; its exit code says why
    return child.stdout.read()


def _read_answer(lines: list[bytes], query: str, seconds: float, code: int, *, killed: bool) -> Selection:
    last = json.loads(lines[-1]) if lines and lines[-1].endswith((b"}", b"]")) else None
    if not isinstance(last, dict) or not last.keys() & {"done", "error", "missing", "unused"}:
        raise QueryRefused(_explain_end(seconds, code, killed=killed))
    if "done" in last:
        columns = tuple(json.loads(lines[0])["columns"])
        return Selection(columns, last["done"], last["cut"], lines[1:-1])
    if "unused" in last:
        raise OptionRefused(f"the query has no parameter {', '.join(f':{name}' for name in last['unused'])}")
    if "missing" in last:
        raise OptionRefused(
            f"the query asks for :{last['missing'][0]}; give it with -p {last['missing'][0]}=VALUE"
        )
    raise _explain(last["kind"], last["error"], query, seconds)


def _explain(kind: str, message: str, query: str, seconds: float) -> QueryRefused | DatabaseBusy:
    match kind:
        case "time":
            return QueryRefused(_explain_end(seconds, 0, killed=True))
        case "denied":
            return QueryRefused(f"not allowed here: {message}; claims sql only reads the ledger")
        case "memory":
            return QueryRefused("the query needs more memory than it may take; ask for less at once")
        case "size":
            return QueryRefused(
                f"the result is larger than {MAX_RESULT_BYTES >> 20} MB; ask for fewer rows or columns"
            )
        case "busy":
            return DatabaseBusy("database busy, another command is writing; try again when it is done")
    return QueryRefused(f"SQL: {message.rstrip('.')}{_find_place(message, query)}")


def _explain_end(seconds: float, code: int, *, killed: bool) -> str:
    if killed or code in {-24, 152}:
        return (
            f"the query took longer than {seconds:g} s and was stopped; allow it more with --timeout SECONDS"
        )
    return (
        f"the query's process ended before its result was complete (exit code {code}); the ledger is unharmed"
    )


def _find_place(message: str, query: str) -> str:
    """Return where in the query that is which SQLite complains about, if it stands there only once."""
    named = _NAMED.search(message)
    word = next((part for part in named.groups() if part), "") if named else ""
    if not word or query.count(word) != 1:
        return ""
    before = query[: query.index(word)]
    return f" (line {before.count(chr(10)) + 1}, column {len(before) - before.rfind(chr(10))})"
