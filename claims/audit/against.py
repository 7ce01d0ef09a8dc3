"""Comparing a log with an earlier copy of it, kept elsewhere: which event is the first that is another one.

A head says only that the log was rewritten, at or before its event. A whole copy says where: every event
that both hold must have the same hash, and the first that has not is the one that was replaced, put in
or taken out. All after it differ too, since each is chained to the one before, and say nothing.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from claims.audit import form
from claims.audit.chain import NAMES, read_chain
from claims.audit.head import Heads
from claims.audit.load import load_events, load_table, open_scratch
from claims.audit.mirror import list_mirrors, shorten
from claims.audit.query import read_sql, take_connection
from claims.audit.report import Report
from claims.errors import FileRefused
from claims.store.queries.reference import LETTERS, write_id
from claims.store.transaction import reading

_ENDS = NAMES.index("prev_hash")
_SEQ, _HASH, _BODY = 0, NAMES.index("hash"), -1


def compare_log(connection: Any, kept: Path, report: Report) -> None:
    """Compare the log on `connection` with the one of `kept`, an export's folder or a copy of the ledger.

    Raises:
        ClaimsError: `kept` is neither.
    """
    report.compared = True
    with ExitStack() as stack:
        earlier = _open(stack, kept, report)
        own = Report()
        for _ in read_chain(earlier, Heads(()), own):
            pass
        for problem in own.problems:
            what = f"{problem.where} {problem.what}; what is kept there was changed itself"
            report.add("KEPT", str(kept), what)
        if own.holds:
            _compare(connection, earlier, str(kept), report)


def _open(stack: ExitStack, kept: Path, report: Report) -> Any:
    if (kept / form.EVENTS).is_file():
        scratch = open_scratch()
        stack.callback(scratch.close)
        load_events(scratch, kept, report)
        load_table(scratch, kept, list_mirrors()["reviewer"], Report())
        return scratch
    if kept.is_file():
        return take_connection(stack.enter_context(reading(str(kept))))
    raise FileRefused(
        f"{kept}: no {form.EVENTS} in it; name a folder that claims export audit wrote, or a copy of the ledger"
    )


def _compare(connection: Any, earlier: Any, kept: str, report: Report) -> None:
    ours, theirs = (one.execute(read_sql("events")) for one in (connection, earlier))
    last = None
    for there in theirs:
        here = next(ours, None)
        if here is None:
            what = f"the log ends before it; {kept} goes on with {_name(there, earlier)}"
            report.add("TRUNCATED", f"event {there[_SEQ]}", what)
            return
        if (here[_SEQ], here[_HASH]) != (there[_SEQ], there[_HASH]):
            report.add("REWRITTEN", f"event {there[_SEQ]}", _describe(here, there, connection, earlier, kept))
            return
        last = there
    if last is None:
        report.remark(f"{kept} holds no event; nothing was compared")
    else:
        report.remark(f"{kept}: the log holds all of its {last[_SEQ]:,} events unchanged")


def _describe(here: Any, there: Any, connection: Any, earlier: Any, kept: str) -> str:
    """Return which event stands in whose place, and in what the two differ."""
    first = "this is the first event that differs"
    said, kept_said = _name(here, connection), _name(there, earlier)
    if said != kept_said:
        return f"{first}: it is {said}, in {kept} it is {kept_said}"
    changes = list(_list_changes(_read(here), _read(there), kept))
    cells = [
        f"{name} is {shorten(ours)}, {kept} says {shorten(theirs)}"
        for name, ours, theirs in zip(NAMES[:_ENDS], here, there, strict=False)
        if ours != theirs and not (name == "commitment" and changes)
    ]
    shown = [*cells, *changes][:4]
    return f"{first}: {said}: " + "; ".join(shown or ["its hash is another"])


def _name(row: Any, connection: Any) -> str:
    """Return an event in words: "verdict add v3, by mk, 2025-02-11T16:40Z"."""
    header = dict(zip(NAMES, row, strict=False))
    noun, number = header["noun"], header["noun_id"]
    which = "" if number is None else f" {write_id(noun, number) if noun in LETTERS else number}"
    known = connection.execute("SELECT handle FROM reviewer WHERE id = ?", (header["actor_id"],)).fetchone()
    who = known[0] if known else f"reviewer {header['actor_id']}"
    return f"{noun}{which} {header['action']} ({header['command']}), by {who}, {str(header['at'])[:19]}Z"


def _read(row: Any) -> dict[tuple[str, str], dict[str, Any]]:
    """Return what an event says of each row that it touches, by table and key; nothing where that is withheld."""
    try:
        return dict(_list_rows(json.loads(row[_BODY])))
    except (TypeError, ValueError, AttributeError, KeyError, IndexError, RecursionError):
        return {}


def _list_rows(payload: dict[str, Any]) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    mirrors = list_mirrors()
    for name, change in payload.get("insert", {}).items():
        for row in change["rows"]:
            cells = dict(zip(change["columns"], row, strict=True))
            yield (name, mirrors[name].write_key([cells[column] for column in mirrors[name].key])), cells
    for name, changes in payload.get("update", {}).items():
        for where, pairs in changes:
            cells = {column: pair[1] for column, pair in pairs.items()}
            yield (name, mirrors[name].write_key(list(where.values()))), cells
    for name, rows in payload.get("delete", {}).items():
        for row in rows:
            key = mirrors[name].write_key([row[column] for column in mirrors[name].key])
            yield (name, f"deleted {key}"), {}


def _list_changes(ours: dict[Any, Any], theirs: dict[Any, Any], kept: str) -> Iterator[str]:
    """Yield in what two payloads differ, row by row; nothing where one of them is not known."""
    if not ours or not theirs:
        return
    for key in dict.fromkeys((*theirs, *ours)):
        if key not in ours:
            yield f"{key[1]} is only in {kept}"
        elif key not in theirs:
            yield f"{key[1]} is not in {kept}"
        else:
            for name in dict.fromkeys((*theirs[key], *ours[key])):
                here, there = ours[key].get(name), theirs[key].get(name)
                if here != there:
                    yield f"{key[1]}: {name} is {shorten(here)!r}, {kept} says {shorten(there)!r}"
