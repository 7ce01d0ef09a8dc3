"""Entities by name and for lists."""

from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from claims.errors import ReferenceAmbiguous
from claims.store.queries.name import follow
from claims.store.queries.reference import read_number, write_id
from claims.store.tables import Alias, Entity, Mention, Slot
from claims.store.tables.claim import Claim
from claims.values.value import EntityValue


def find_entity_named(session: Session, given: str) -> EntityValue | None:
    """Return the entity with this id or name, whatever the case of its letters.

    Raises:
        ReferenceAmbiguous: Several entities go by that name.
    """
    parent = dict(session.execute(select(Entity.id, Entity.merged_into_id)).all())
    number = read_number("entity", given) if given[:1] == "e" else None
    if number in parent:
        found = {number or 0}
    else:
        names = select(Alias.entity_id).where(func.lower(Alias.name) == given.lower(), Alias.kind == "name")
        found = set(session.scalars(names)) or set(
            session.scalars(select(Entity.id).where(func.lower(Entity.label) == given.lower()))
        )
    standing = sorted({follow(parent, one) for one in found})
    if len(standing) > 1:
        shown = ", ".join(write_id("entity", one) for one in standing)
        raise ReferenceAmbiguous(
            f"{given!r} is the name of several entities ({shown}); give one of these ids"
        )
    if not standing:
        return None
    row = session.execute(select(Entity.label, Entity.kind).where(Entity.id == standing[0])).one()
    return EntityValue(row.label, write_id("entity", standing[0]), row.kind)


def list_entities(
    session: Session, *, state: str | None = None, kind: str | None = None
) -> list[dict[str, Any]]:
    """Return entities with how often mentions speak about them, the most mentioned first."""
    whole = aliased(Entity)
    count = (
        select(Slot.subject_id, func.count(Mention.id).label("n"))
        .join(Claim, Claim.slot_id == Slot.id)
        .join(Mention, Mention.claim_id == Claim.id)
        .group_by(Slot.subject_id)
        .subquery()
    )
    query = (
        select(Entity, whole.label.label("whole"), func.coalesce(count.c.n, 0).label("mentions"))
        .outerjoin(whole, whole.id == Entity.part_of_id)
        .outerjoin(count, count.c.subject_id == Entity.id)
        .order_by(func.coalesce(count.c.n, 0).desc(), Entity.label)
    )
    if state is not None:
        query = query.where(Entity.state == state)
    if kind is not None:
        query = query.where(Entity.kind == kind)
    return [
        {
            "id": write_id("entity", row.Entity.id),
            "label": row.Entity.label,
            "kind": row.Entity.kind,
            "state": row.Entity.state,
            "part_of": row.whole,
            "merged_into": None
            if row.Entity.merged_into_id is None
            else write_id("entity", row.Entity.merged_into_id),
            "mentions": row.mentions,
        }
        for row in session.execute(query)
    ]


def describe_entity(session: Session, entity_id: int) -> dict[str, Any]:
    """Return an entity with its names, its place among others, and how often claims are about or name it."""
    one = session.scalars(select(Entity).where(Entity.id == entity_id)).one()
    names = session.execute(
        select(Alias.language, Alias.name, Alias.kind)
        .where(Alias.entity_id == entity_id)
        .order_by(Alias.language, Alias.kind.desc(), Alias.id)
    )
    about = select(func.count(Claim.id)).join(Slot, Slot.id == Claim.slot_id)
    return {
        "id": write_id("entity", entity_id),
        "label": one.label,
        "kind": one.kind,
        "state": one.state,
        "key": one.key,
        "names": [{"language": row.language, "name": row.name, "kind": row.kind} for row in names],
        "merged_into": _describe_other(session, one.merged_into_id),
        "merged": _list_others(session, Entity.merged_into_id == entity_id),
        "part_of": _describe_other(session, one.part_of_id),
        "parts": _list_others(session, Entity.part_of_id == entity_id),
        "claims_about": session.scalar(about.where(Slot.subject_id == entity_id)),
        "claims_naming": session.scalar(
            select(func.count(Claim.id)).where(Claim.value_entity_id == entity_id)
        ),
        "mentions_speaking": session.scalar(
            select(func.count(Mention.id)).where(Mention.speaker_id == entity_id)
        ),
    }


def _describe_other(session: Session, entity_id: int | None) -> dict[str, Any] | None:
    if entity_id is None:
        return None
    [other] = _list_others(session, Entity.id == entity_id)
    return other


def _list_others(session: Session, condition: ColumnElement[bool]) -> list[dict[str, Any]]:
    rows = session.execute(select(Entity.id, Entity.label).where(condition).order_by(Entity.id))
    return [{"id": write_id("entity", row.id), "label": row.label} for row in rows]
