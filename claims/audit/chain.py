"""Reading the log event by event: is it whole, in order, unaltered, and what does each event say."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from claims.audit.head import Heads
from claims.audit.query import is_text, read_sql
from claims.audit.report import Report
from claims.store.record import FORMAT, GENESIS, commit_to

_HEADER = ("seq", "at", "actor_id", "command", "noun", "noun_id", "action", "format", "commitment")
_WHOLE = ("seq", "actor_id", "format")
_TEXTS = ("at", "command", "noun", "action", "commitment", "prev_hash", "hash")
_NAMES = (*_HEADER, "prev_hash", "hash")
_UTC = re.compile(r"[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?Z")

_write_json = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode
"""The canonical form, without making an encoder anew for each of a million events."""


def read_chain(connection: Any, heads: Heads, report: Report) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Yield each event's number and payload, noting what is wrong with either; None where it is not known.

    The order is that of the numbers, whatever the clock said.
    """
    last, prev_hash, at = 0, GENESIS, ""
    for row in connection.execute(read_sql("events")):
        report.events += 1
        header = dict(zip(_NAMES, row[:11], strict=True))
        seq = row[0]
        if not _is_sound(header, last, report):
            last, prev_hash = (seq if isinstance(seq, int) else last + 1), str(row[10])
            continue
        _check_place(header, last, prev_hash, report)
        at = _check_clock(seq, header["at"], at, report)
        linked = _write_json([header["prev_hash"], *row[:9]]).encode()
        if hashlib.sha256(linked).hexdigest() != header["hash"]:
            report.add("HASH", f"event {seq}", "its hash is not that of its header; the header was altered")
        heads.see(seq, header["hash"], report)
        last, prev_hash = seq, header["hash"]
        yield seq, _read_payload(seq, header, row[11:], report)
    report.head = f"{last}:{prev_hash}" if report.events else None
    heads.finish(last, report)


def _is_sound(header: dict[str, Any], last: int, report: Report) -> bool:
    """Tell whether the cells of a header are what they should be, and note it if not."""
    bad = [name for name in _WHOLE if not isinstance(header[name], int)]
    bad += [name for name in _TEXTS if not is_text(header[name])]
    if not isinstance(header["noun_id"], int | None):
        bad.append("noun_id")
    if bad:
        where = f"event {header['seq']}" if isinstance(header["seq"], int) else f"the event after {last}"
        report.add("DAMAGED", where, f"cannot be read: {', '.join(bad)}")
    return not bad


def _check_place(header: dict[str, Any], last: int, prev_hash: str, report: Report) -> None:
    seq = header["seq"]
    if seq > last + 1:
        lost = f"event {last + 1} is" if seq == last + 2 else f"events {last + 1} to {seq - 1} are"
        report.add("GAP", f"event {seq}", f"{lost} missing before it")
    elif seq != last + 1:
        report.add("ORDER", f"event {seq}", f"stands after event {last}")
    if header["prev_hash"] != prev_hash:
        report.add("PREV", f"event {seq}", "does not follow the event before it; one of them was replaced")


def _check_clock(seq: int, at: str, before: str, report: Report) -> str:
    """Remark on a clock that went back or named no zone; return the later time."""
    if not _UTC.fullmatch(at):
        report.remark(f"event {seq}: its time {at!r} is not in UTC; events count by their numbers")
        return before
    if at < before:
        report.remark(f"event {seq}: the clock went back, from {before} to {at}; events count by their numbers")
    return at


def _read_payload(
    seq: int, header: dict[str, Any], kept: tuple[Any, ...], report: Report
) -> dict[str, Any] | None:
    there, salt, body = kept
    where = f"event {seq}"
    if not there:
        report.add("PAYLOAD", where, "its payload is missing; a withheld one would leave an empty row")
        return None
    if salt is None and body is None:
        report.withheld += 1
        return None
    if not (is_text(salt) and is_text(body) and re.fullmatch("(?:[0-9a-f]{2}){1,256}", salt)):
        report.add("DAMAGED", where, "its payload cannot be read")
        return None
    if commit_to(salt, body) != header["commitment"]:
        report.add("COMMITMENT", where, "its payload is not the one that it was written with")
        return None
    if header["format"] != FORMAT:
        report.add("FORMAT", where, f"payload format {header['format']}; this program reads {FORMAT}")
        return None
    return _parse(where, body, report)


def _parse(where: str, body: str, report: Report) -> dict[str, Any] | None:
    try:
        payload = json.loads(body)
        canonical = _write_json(payload)
        canonical.encode()
    except (ValueError, RecursionError):
        report.add("DAMAGED", where, "its payload is no JSON")
        return None
    if canonical != body:
        at = next((n for n, (a, b) in enumerate(zip(canonical, body, strict=False)) if a != b), len(canonical))
        report.add("NONCANON", where, f"its payload is not in canonical form, from character {at + 1} on")
    if not isinstance(payload, dict):
        report.add("DAMAGED", where, "its payload is no list of changes")
        return None
    return payload
