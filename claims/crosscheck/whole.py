"""Which wholes the entities of the flagged rows belong to, at any remove."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.query import read_sql, run
from claims.store.tables import Entity

_AT_ONCE = 500


def read_wholes(session: Session) -> dict[int, frozenset[int]]:
    """Return all wholes of each entity in the flagged rows that has any, after merges.

    One query per step from part to whole and 500 entities; a circle of parts ends where it closes.
    """
    wanted = {row.entity for row in run(session, read_sql("flagged_names"))}
    merged: dict[int, int | None] = {}
    whole: dict[int, int | None] = {}
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
    found = {entity: _climb(entity, merged, whole) for entity in wanted}
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
