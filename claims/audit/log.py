"""The log for readers: who changed what when, a line for each event."""

import json
import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import OptionRefused, ReviewerUnknown
from claims.store.queries.reference import LETTERS, write_id
from claims.store.tables import Event, EventPayload, Reviewer

_MOMENT = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9:.]{1,15}Z?)?)?)?")
_ACTS = (("insert", "inserted"), ("update", "updated"), ("delete", "deleted"), ("rebuilt", "rebuilt"))


def list_events(
    session: Session,
    *,
    since: str | None = None,
    until: str | None = None,
    noun: str | None = None,
    actor: str | None = None,
    last: int | None = None,
) -> list[dict[str, Any]]:
    """Return events as they were written, the newest last; of those that fit only the `last` so many.

    `since` and `until` are days, months, years or moments in UTC, both included. `changes` says in
    words how many rows of which tables an event changed, or that this is withheld.

    Raises:
        OptionRefused, ReviewerUnknown: A time or a handle makes no sense.
    """
    wanted = select(Event, Reviewer.handle, EventPayload.body).outerjoin(
        EventPayload, EventPayload.seq == Event.seq
    )
    wanted = wanted.outerjoin(Reviewer, Reviewer.id == Event.actor_id)
    if since is not None:
        wanted = wanted.where(Event.at >= _read_moment(since))
    if until is not None:
        moment = _read_moment(until)
        wanted = wanted.where(func.substr(Event.at, 1, len(moment)) <= moment)
    if noun is not None:
        wanted = wanted.where(Event.noun == noun)
    if actor is not None:
        wanted = wanted.where(Event.actor_id == _find_reviewer(session, actor))
    rows = session.execute(wanted.order_by(Event.seq.desc()).limit(last)).all()
    return [_describe(row) for row in reversed(rows)]


def _read_moment(text: str) -> str:
    if not _MOMENT.fullmatch(text):
        raise OptionRefused(f"{text!r} is no day or time; write 2025-03-14 or 2025-03-14T17:00Z, in UTC")
    return text.removesuffix("Z")


def _find_reviewer(session: Session, handle: str) -> int:
    found = session.scalar(select(Reviewer.id).where(Reviewer.handle == handle))
    if found is None:
        raise ReviewerUnknown(f"no reviewer {handle!r}; see: claims reviewer list")
    return found


def _describe(row: Any) -> dict[str, Any]:
    event: Event = row.Event
    return {
        "seq": event.seq,
        "at": event.at,
        "actor": row.handle or str(event.actor_id),
        "command": event.command,
        "noun": event.noun,
        "id": _name(event.noun, event.noun_id),
        "action": event.action,
        "what": " ".join(filter(None, (event.noun, _name(event.noun, event.noun_id), event.action))),
        "changes": describe_payload(row.body),
        "withheld": row.body is None,
        "hash": event.hash,
    }


def _name(noun: str, number: int | None) -> str | None:
    if number is None:
        return None
    return write_id(noun, number) if noun in LETTERS else str(number)


def describe_payload(body: str | None) -> str:
    """Return what a payload changed in words, such as "mention: 3 inserted, claim: 2 inserted"."""
    if body is None:
        return "withheld"
    try:
        payload = json.loads(body)
        parts = [
            f"{table}: {_count(rows)} {said}"
            for act, said in _ACTS
            for table, rows in payload.get(act, {}).items()
        ]
    except (ValueError, AttributeError, TypeError, RecursionError):
        return "damaged"
    return ", ".join(parts)


def _count(rows: Any) -> int:
    return len(rows["rows"]) if isinstance(rows, Mapping) else len(rows)
