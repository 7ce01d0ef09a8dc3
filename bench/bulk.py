"""What the one seam for writing costs beside the bare driver, for the same bytes in the same tables."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.generate import COLUMNS, generate
from bench.ledger import (
    AT,
    RawLog,
    connect,
    copy_ledger,
    drop_triggers,
    list_payloads,
    transaction,
    write_raw,
)
from bench.measure import Line, Result, ratios, run_apart, spread, take_turns

_TABLES = ("claim", "mention")
_REAL = frozenset({"number_lo", "number_hi", "score"})
_PER_EVENT = 1000
_COMMAND = "bench"

Batch = tuple[str, Sequence[Sequence[Any]]]


def measure_bulk(claims: int = 50_000, rounds: int = 5) -> Result:
    """Measure `insert_rows` and `record` against `executemany` on generated claims and mentions."""
    done = run_apart("bench.bulk:write_both", claims, rounds)
    rows, ours, raw = done["rows"], done["taken"]["ours"], done["taken"]["raw"]
    bare_ours, bare_raw = done["taken"]["ours, no triggers"], done["taken"]["raw, no triggers"]
    return Result(
        "Bulk rows",
        f"CPU time of writing {rows:,} rows (claims and mentions) into a ledger that has their slots and articles, in"
        f" one transaction with an event for every {_PER_EVENT:,} rows, through `insert_rows` and `record` and through"
        " the driver's `executemany` with hashes and payload made by hand. Rows and payloads of both are compared and"
        " are equal. Constraints, indexes and foreign keys are the same; the last three lines are without triggers.",
        (
            Line("ours ÷ bare driver", ratios(ours, raw), "x", 1.5),
            Line("ours, rows per CPU second", spread([rows / one for one in ours]), "/s"),
            Line("bare driver, rows per CPU second", spread([rows / one for one in raw]), "/s"),
            Line("without triggers: ours ÷ bare driver", ratios(bare_ours, bare_raw), "x"),
            Line(
                "without triggers: ours, rows per CPU second", spread([rows / one for one in bare_ours]), "/s"
            ),
            Line(
                "without triggers: bare driver, rows per CPU second",
                spread([rows / one for one in bare_raw]),
                "/s",
            ),
        ),
    )


def write_both(claims: int, rounds: int) -> dict[str, Any]:
    """Write generated rows in both ways, in turns; return the CPU seconds of each round and the number of rows.

    Raises:
        ValueError: The two did not write the same.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ruled, batches = _prepare(str(folder / "ruled.db"), claims)
        bare = copy_ledger(ruled, str(folder / "bare.db"))
        drop_triggers(bare)
        ours, raw = str(folder / "ours.db"), str(folder / "raw.db")
        taken: dict[str, list[float]] = {}
        for ending, start in (("", ruled), (", no triggers", bare)):
            timed = take_turns(
                rounds,
                {
                    f"ours{ending}": (
                        lambda start=start: copy_ledger(start, ours),
                        lambda: _write_ours(ours, batches),
                    ),
                    f"raw{ending}": (
                        lambda start=start: copy_ledger(start, raw),
                        lambda: _write_raw(raw, batches),
                    ),
                },
            )
            taken |= timed
            check_same(ours, raw, COLUMNS, _COMMAND)
        return {"rows": sum(len(rows) for _, rows in batches), "taken": taken}


def _prepare(path: str, claims: int) -> tuple[str, list[Batch]]:
    """Return a ledger without claims and mentions, and those that are to be written."""
    generate(path, claims)
    connection = connect(path)
    batches = []
    for table in _TABLES:
        rows = connection.execute(f'SELECT {", ".join(COLUMNS[table])} FROM "{table}" ORDER BY id').fetchall()
        batches += [(table, rows[at : at + _PER_EVENT]) for at in range(0, len(rows), _PER_EVENT)]
    connection.close()
    triggers = drop_triggers(path)
    connection = connect(path)
    for table in reversed(_TABLES):
        connection.execute(f'DELETE FROM "{table}"')
    for statement in triggers:
        connection.execute(statement)
    connection.execute("VACUUM")
    connection.close()
    return path, batches


def _write_ours(path: str, batches: Sequence[Batch]) -> None:
    from claims.store import tables
    from claims.store.record import record
    from claims.store.transaction import writing
    from claims.store.write import insert_rows

    classes = {"claim": tables.Claim, "mention": tables.Mention}
    with writing(path, actor="bench", command=_COMMAND, clock=lambda: AT) as session:
        for table, rows in batches:
            insert_rows(session, classes[table], COLUMNS[table], rows)
            record(session, table, None, "add")


def _write_raw(path: str, batches: Sequence[Batch]) -> None:
    with transaction(path) as connection:
        log = RawLog(connection, _COMMAND)
        for table, rows in batches:
            columns = COLUMNS[table]
            write_raw(connection, table, columns, rows)
            log.record(table, "add", {table: (columns, _show_reals(columns, rows))})


def _show_reals(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Return the rows as a payload has them: REAL numbers as text."""
    places = [place for place, column in enumerate(columns) if column in _REAL]
    shown = []
    for row in rows:
        one = list(row)
        for place in places:
            if one[place] is not None:
                one[place] = repr(one[place])
        shown.append(one)
    return shown


def check_same(ours: str, raw: str, columns: dict[str, tuple[str, ...]], command: str) -> None:
    """Compare what the two ledgers hold in these tables and in the events of `command`.

    Raises:
        ValueError: Rows or payloads differ.
    """
    for table, names in columns.items():
        query = f'SELECT {", ".join(names)} FROM "{table}" ORDER BY 1'
        if _read(ours, query) != _read(raw, query):
            raise ValueError(f"the two wrote different rows into {table}")
    if list_payloads(ours, command) != list_payloads(raw, command):
        raise ValueError("the two wrote different payloads")


def _read(path: str, query: str) -> list[Any]:
    connection = connect(path)
    rows: list[Any] = connection.execute(query).fetchall()
    connection.close()
    return rows
