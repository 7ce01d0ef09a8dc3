"""Writing the audit log: each change becomes an event in the transaction that makes it.

The header's hash covers a salted commitment to the payload and not the payload itself, so that a
payload can be withheld or erased and the chain still verifies.
"""

import hashlib
import secrets
from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.dirty_name import mark_names
from claims.store.tables import Event, EventPayload
from claims.store.write import allocate_ids, get_changes, insert_rows, take_payload

FORMAT = 1
"""Version of the payload's form: {"insert": {table: {"columns", "rows"}}, "update": {table:
[[key, {column: [old, new]}]]}, "delete": {table: [row]}, "rebuilt": {table: [[key, row]]}}; REAL
numbers as text. What was rebuilt is no change: the row is what stood in the ledger against the log."""

GENESIS = "0" * 64
"""What stands for the hash before the first event."""

_EVENT = (
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


def canonical(value: Any) -> bytes:
    """Return the canonical JSON of RFC 8785, in UTF-8.

    Equal to it byte for byte as long as keys are ASCII and no number is a float, which payloads
    and headers keep to.

    Raises:
        TypeError: It holds what JSON has not, an integer beyond 64 bits or half a character.
    """
    return orjson.dumps(value, default=_write_row, option=orjson.OPT_SORT_KEYS)


def _write_row(value: Any) -> list[Any]:
    """Return a named tuple as a list, as which JSON knows it."""
    if isinstance(value, tuple):
        return list(value)
    raise TypeError(f"no JSON: {value!r}")


def commit_to(salt: str, body: str) -> str:
    """Return the commitment to a payload: SHA-256 of the salt's bytes followed by the body's."""
    return hashlib.sha256(bytes.fromhex(salt) + body.encode()).hexdigest()


def chain(prev_hash: str, header: list[Any]) -> str:
    """Return an event's hash from the hash before it and its own header, seq to commitment."""
    return hashlib.sha256(canonical([prev_hash, *header])).hexdigest()


def record(session: Session, noun: str, noun_id: int | None, action: str) -> None:
    """Write one event for all that changed since the last one; nothing if nothing did."""
    if not get_changes(session):
        return
    mark_names(session)
    body = canonical(take_payload(session)).decode()
    salt = secrets.token_hex(32)
    seq = allocate_ids(session, Event)
    prev_hash = session.info.get("head") or _read_head(session)
    commitment = commit_to(salt, body)
    info = session.info
    header = [seq, info["at"](), info["actor_id"], info["command"], noun, noun_id, action, FORMAT, commitment]
    head = chain(prev_hash, header)
    session.info["head"] = head
    _write(session, Event, _EVENT, (*header, prev_hash, head))
    _write(session, EventPayload, ("seq", "salt", "body"), (seq, salt, body))


def _read_head(session: Session) -> str:
    return session.scalar(select(Event.hash).order_by(Event.seq.desc()).limit(1)) or GENESIS


def _write(session: Session, table: Any, columns: tuple[str, ...], row: tuple[Any, ...]) -> None:
    insert_rows(session, table, columns, [row])
    get_changes(session).inserted.pop(table.__tablename__)
