"""Which wholes entities belong to, at any remove."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.query import read_sql, run
from claims.store.tables import Entity

_AT_ONCE = 500


def list_flagged_names(session: Session) -> set[int]:
    """Return the entities that are values in the flagged rows."""
    return {row.entity for row in run(session, read_sql("flagged_names"))}


def read_wholes(session: Session, wanted: Iterable[int]) -> dict[int, frozenset[int]]:
    """Return all wholes of each entity of `wanted` that has any, after merges.

    One query per step from part to whole and 500 entities; a circle of parts ends where it closes.
    """
    merged: dict[int, int | None] = {}
    whole: dict[int, int | None] = {}
    wanted = set(wanted)
    waiting = set(wanted)
    while waiting:
        read = set()
        ordered = sorted(waiting)
        for start in range(0, len(ordered), _AT_ONCE):
            rows = session.execute(
                select(Entity.id, Entity.merged_into_id, Entity.part_of_id).where(
                    Entity.id.in_(ordered[start : start + _AT_ONCE])
                )
            )
            for row in rows:
                merged[row.id], whole[row.id] = row.merged_into_id, row.part_of_id
                read |= {row.merged_into_id, row.part_of_id} - {None}
        waiting = {entity for entity in read if entity not in merged}
    found = {entity: _climb(entity, merged, whole) for entity in wanted if entity in merged}
    return {entity: wholes for entity, wholes in found.items() if wholes}


def _climb(entity: int, merged: dict[int, int | None], whole: dict[int, int | None]) -> frozenset[int]:
    seen: set[int] = set()
    above = whole[entity]
    while above is not None:
        while (stands_for := merged[above]) is not None:
            above = stands_for
        if above in seen or above == entity:
            break
        seen.add(above)
        above = whole[above]
    return frozenset(seen)
