"""Reading the log event by event: is it whole, in order, unaltered, and what does each event say."""

import re
from collections.abc import Iterator
from typing import Any

import orjson

from claims.audit.head import Heads
from claims.audit.query import is_text, read_sql
from claims.audit.report import Report
from claims.store.record import FORMAT, GENESIS, canonical, chain, commit_to

NAMES = (
    "seq",
    "at",
    "actor_id",
    "command",
    "noun",
    "noun_id",
    "action",
    "format",
    "commitment",
    "prev_hash",
    "hash",
)
"""The columns of an event's header, and the two hashes that chain it."""

_WHOLE = (int, str, int, str, str, int, str, int, str, str, str)
_SOUND = {_WHOLE, (*_WHOLE[:5], type(None), *_WHOLE[6:])}
"""The types of a header's cells, with and without `noun_id`."""

_HEADER_ENDS = NAMES.index("prev_hash")
_UTC = re.compile(r"[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?Z")


def read_chain(connection: Any, heads: Heads, report: Report) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Yield each event's number and payload, noting what is wrong with either; None where it is not known.

    The order is that of the numbers, whatever the clock said.
    """
    last, before, at = 0, GENESIS, ""
    for row in connection.execute(read_sql("events")):
        report.events += 1
        seq, prev_hash, digest = row[0], row[9], row[10]
        linked = _link(row, last, report)
        if linked is not None:
            if seq != last + 1:
                _note_place(seq, last, report)
            if prev_hash != before:
                what = "does not follow the event before it; one of them was replaced"
                report.add("PREV", f"event {seq}", what)
            if linked != digest:
                what = "its hash is not that of its header; the header was altered"
                report.add("HASH", f"event {seq}", what)
            at = _check_clock(seq, row[1], at, report)
            heads.see(seq, digest, report)
            yield seq, _read_payload(row, report)
        last, before = (seq if isinstance(seq, int) else last + 1), str(digest)
    report.head = f"{last}:{before}" if report.events else None
    heads.finish(last, report)


def _link(row: tuple[Any, ...], last: int, report: Report) -> str | None:
    """Return the hash that a header should have; None, and a note of it, where it cannot be read."""
    if tuple(map(type, row[: len(NAMES)])) in _SOUND:
        try:
            return chain(row[_HEADER_ENDS], list(row[:_HEADER_ENDS]))
        except TypeError:
            pass
    names = [
        name
        for name, cell, kind in zip(NAMES, row, _WHOLE, strict=False)
        if not (
            is_text(cell) if kind is str else isinstance(cell, int) or (cell is None and name == "noun_id")
        )
    ]
    where = f"event {row[0]}" if isinstance(row[0], int) else f"the event after {last}"
    report.add("DAMAGED", where, f"cannot be read: {', '.join(names)}")
    return None


def _note_place(seq: int, last: int, report: Report) -> None:
    if seq > last + 1:
        lost = f"event {last + 1} is" if seq == last + 2 else f"events {last + 1} to {seq - 1} are"
        report.add("GAP", f"event {seq}", f"{lost} missing before it")
    else:
        report.add("ORDER", f"event {seq}", f"stands after event {last}")


def _check_clock(seq: int, at: str, before: str, report: Report) -> str:
    """Remark on a clock that went back or named no zone; return the later time."""
    if not _UTC.fullmatch(at):
        report.remark(f"event {seq}: its time {at!r} is not in UTC; events count by their numbers")
        return before
    if at < before:
        report.remark(
            f"event {seq}: the clock went back, from {before} to {at}; events count by their numbers"
        )
    return at


def _read_payload(row: tuple[Any, ...], report: Report) -> dict[str, Any] | None:
    """Return what an event says that it changed; None where that is withheld, and with a note where it is broken."""
    there, salt, body = row[len(NAMES) :]
    where = f"event {row[0]}"
    if not there:
        report.add("PAYLOAD", where, "its payload is missing; a withheld one would leave an empty row")
        return None
    if salt is None and body is None:
        report.withheld += 1
        return None
    try:
        commitment = commit_to(salt, body)
    except (ValueError, TypeError, AttributeError):
        report.add("DAMAGED", where, "its payload cannot be read")
        return None
    if commitment != row[8]:
        report.add("COMMITMENT", where, "its payload is not the one that it was written with")
        return None
    if row[7] != FORMAT:
        report.add("FORMAT", where, f"payload format {row[7]}; this program reads {FORMAT}")
        return None
    return _parse(where, body, report)


def _parse(where: str, body: str, report: Report) -> dict[str, Any] | None:
    try:
        payload = orjson.loads(body)
        written = canonical(payload)
    except (ValueError, TypeError):
        report.add("DAMAGED", where, "its payload is no JSON that a ledger writes")
        return None
    if written != body.encode():
        ours = written.decode()
        pairs = enumerate(zip(ours, body, strict=False))
        place = next((n for n, (one, other) in pairs if one != other), min(len(ours), len(body)))
        report.add("NONCANON", where, f"its payload is not in canonical form, from character {place + 1} on")
    if not isinstance(payload, dict):
        report.add("DAMAGED", where, "its payload is no list of changes")
        return None
    return payload
