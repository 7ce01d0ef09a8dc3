"""Taking a change back on record: a new event that does the opposite, while the first one stays in the log.

What a later event built on is not undone under it; the refusal names that event.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.audit.answer import ANSWERS, restore_entity
from claims.audit.inverse import LEFT, REFUSED, list_deleted
from claims.audit.log import describe_payload
from claims.audit.mirror import Mirror, list_mirrors
from claims.audit.undoing import Undoing
from claims.errors import DecisionRefused, NotFound
from claims.store.queries.slot import mark_dirty
from claims.store.record import record
from claims.store.tables import Event, EventPayload, Table
from claims.store.write import delete, insert, update

ACTION = "undo"
_PASSED = frozenset({"check_run", "ledger"})
_UNDOES = re.compile(r"audit undo ([0-9]+)")


@dataclass(frozen=True, slots=True)
class Undone:
    """Which event undid which, and what that changed in words."""

    event: int
    by: int
    changes: str


def undo_events(session: Session, seqs: Sequence[int], *, to: int | None = None) -> list[Undone]:
    """Undo events, the newest first, or with `to` everything after that event; all or nothing.

    With `to`, events that were undone already, their undoing, cross-checks and rebuilding are passed
    over: the next cross-check follows what the claims then say, and rebuilding changes nothing on record.

    Raises:
        NotFound: No such event.
        DecisionRefused: One cannot be undone; says why, and which later event stands in the way.
    """
    wanted = set(seqs)
    if to is not None:
        wanted |= _list_after(session, to)
    if not wanted:
        raise DecisionRefused("there is nothing to undo; name events: claims audit log")
    return [_undo(session, seq) for seq in sorted(wanted, reverse=True)]


def _list_after(session: Session, to: int) -> set[int]:
    last = session.scalar(select(func.max(Event.seq))) or 0
    if not 0 <= to <= last:
        raise NotFound(f"no event {to}; see: claims audit log")
    undone = _read_undone(session)
    rows = session.execute(select(Event.seq, Event.noun, Event.action, Event.command).where(Event.seq > to))
    return {
        row.seq
        for row in rows
        if row.noun not in _PASSED and row.seq not in undone and _target(row, default=to) <= to
    }


def _target(row: Any, *, default: int) -> int:
    """Return the event that an event undoes, or `default` where it undoes none."""
    match = _UNDOES.fullmatch(row.command) if row.action == ACTION else None
    return int(match[1]) if match else default


def _read_undone(session: Session) -> dict[int, int]:
    """Return the events that stand undone, with the event that undid each; an undone undo does not count."""
    rows = session.execute(
        select(Event.seq, Event.action, Event.command)
        .where(Event.action == ACTION)
        .order_by(Event.seq.desc())
    )
    undone: dict[int, int] = {}
    for row in rows:
        target = _target(row, default=0)
        if target and row.seq not in undone:
            undone.setdefault(target, row.seq)
    return undone


def _undo(session: Session, seq: int) -> Undone:
    event = session.execute(
        select(Event.noun, Event.noun_id, EventPayload.body)
        .outerjoin(EventPayload, EventPayload.seq == Event.seq)
        .where(Event.seq == seq)
    ).one_or_none()
    if event is None:
        raise NotFound(f"no event {seq}; see: claims audit log")
    undoing = Undoing(session, seq, session.info["actor_id"], session.info["at"]())
    by = _read_undone(session).get(seq)
    if by is not None:
        undoing.refuse_for(f"event {by} undid it already")
    if event.body is None:
        undoing.refuse_for("its payload is withheld, so that nobody knows what it changed")
    _invert(undoing, json.loads(event.body))
    return _record(session, undoing, event)


def _invert(undoing: Undoing, payload: Mapping[str, Any]) -> None:
    """Do the opposite of a payload: first what was changed, then what was added, then what was deleted."""
    mirrors = list_mirrors()
    added = {name: _read_rows(mirrors[name], change) for name, change in payload.get("insert", {}).items()}
    _refuse_what_stays(undoing, added)
    changed = payload.get("update", {})
    for name in sorted(changed, key=lambda name: name != "mention"):
        for where, change in reversed(changed[name]):
            _restore(undoing, mirrors[name], where, change)
    for name, answer in ANSWERS.items():
        for row in reversed(added.get(name, [])):
            answer(undoing.session, undoing, row)
    for name, row in _list_deletable(added):
        _delete(undoing, mirrors[name], row)
    for name, rows in payload.get("delete", {}).items():
        for row in rows:
            _put_back(undoing, mirrors[name], row)


def _list_deletable(
    added: Mapping[str, Sequence[Mapping[str, Any]]],
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the rows to delete, those that refer to others first; a name stays with the entity that it came with."""
    new_entities = {row["id"] for row in added.get("entity", ())}
    for name in reversed(list_mirrors()):
        if name in list_deleted():
            for row in reversed(added.get(name, ())):
                if not (name == "alias" and row["entity_id"] in new_entities):
                    yield name, row


def _record(session: Session, undoing: Undoing, event: Any) -> Undone:
    mark_dirty(session, undoing.slots)
    command = session.info["command"]
    before = session.scalar(select(func.max(Event.seq)))
    session.info["command"] = f"audit undo {undoing.seq}"
    record(session, event.noun, event.noun_id, ACTION)
    session.info["command"] = command
    written = session.execute(
        select(EventPayload.seq, EventPayload.body).order_by(EventPayload.seq.desc()).limit(1)
    ).one()
    if written.seq == before:
        undoing.refuse_for("it left nothing that could be taken back")
    return Undone(undoing.seq, written.seq, describe_payload(written.body))


def _refuse_what_stays(undoing: Undoing, added: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Refuse an event that added what no row can answer; the first revision goes with its article."""
    articles = {row["id"] for row in added.get("article", ())}
    for name in added:
        if name == "revision" and all(row["article_id"] in articles for row in added[name]):
            continue
        if name in REFUSED:
            undoing.refuse_for(REFUSED[name])
        if name not in ANSWERS and name not in LEFT and name not in list_deleted():
            undoing.refuse_for(f"nothing is known that takes a row of {name} back")


def _read_rows(mirror: Mirror, change: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [_read_cells(mirror, dict(zip(change["columns"], row, strict=True))) for row in change["rows"]]


def _read_cells(mirror: Mirror, cells: Mapping[str, Any]) -> dict[str, Any]:
    """Return cells as the database keeps them: a payload has REAL numbers as text."""
    return {
        name: float(cell) if name in mirror.real and cell is not None else cell
        for name, cell in cells.items()
    }


def _find_class(mirror: Mirror) -> type[Table]:
    return next(one.class_ for one in Table.registry.mappers if one.local_table is mirror.held)


def _restore(undoing: Undoing, mirror: Mirror, where: Mapping[str, Any], change: Mapping[str, Any]) -> None:
    """Give a row the cells that it had before; a later change of them stands in the way."""
    table = _find_class(mirror)
    old, new = (_read_cells(mirror, {name: pair[side] for name, pair in change.items()}) for side in (0, 1))
    if mirror.name == "entity" and set(change) == {"state"}:
        undoing.touch("entity", where["id"])
        restore_entity(undoing.session, where["id"], old["state"])
        return
    undoing.check(table, where, new, f"{mirror.write_key(list(where.values()))} was changed again")
    number = where.get("id")
    if number is not None:
        undoing.touch(mirror.name, number)
    update(undoing.session, table, where, **old)
    if number is not None:
        undoing.touch(mirror.name, number)


def _delete(undoing: Undoing, mirror: Mirror, row: Mapping[str, Any]) -> None:
    """Delete a row that was added; a later change of it, or a row that refers to it, stands in the way."""
    table = _find_class(mirror)
    key = {name: row[name] for name in mirror.key}
    named = mirror.write_key(list(key.values()))
    undoing.check(table, key, {name: row.get(name) for name in mirror.columns}, f"{named} was changed")
    if "id" in key:
        for other in list_mirrors().values():
            for reference in other.held.foreign_key_constraints:
                if reference.referred_table is mirror.held:
                    column = reference.column_keys[0]
                    if undoing.refers(_find_class(other), column, key["id"]):
                        undoing.refuse(_find_class(other), {column: key["id"]}, f"{named} is used")
    delete(undoing.session, table, **key)


def _put_back(undoing: Undoing, mirror: Mirror, row: Mapping[str, Any]) -> None:
    """Add a row that was deleted, unless there is one in its place."""
    table = _find_class(mirror)
    key = {name: row[name] for name in mirror.key}
    columns = mirror.held.columns
    there = undoing.session.execute(
        select(columns[mirror.key[0]]).where(*(columns[name] == cell for name, cell in key.items()))
    ).first()
    if there is not None:
        undoing.refuse(table, key, f"{mirror.write_key(list(key.values()))} was added")
    insert(undoing.session, table, **_read_cells(mirror, row))
