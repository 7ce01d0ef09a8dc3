"""Slots as a list shows them: what is asked, and which slot stands for which."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.queries.reference import write_id
from claims.store.tables import Entity, Predicate, Qualifier, Slot


def list_slots(session: Session) -> list[dict[str, Any]]:
    """Return all questions, by subject and predicate; `stands` is the slot that stands for it."""
    qualifiers: dict[int, dict[str, str]] = {}
    for row in session.execute(
        select(Qualifier.slot_id, Qualifier.key, Qualifier.value).order_by(Qualifier.slot_id, Qualifier.key)
    ):
        qualifiers.setdefault(row.slot_id, {})[row.key] = row.value
    rows = session.execute(
        select(Slot.id, Slot.canonical_id, Slot.subject_id, Entity.label, Predicate.key)
        .join(Entity, Entity.id == Slot.subject_id)
        .join(Predicate, Predicate.id == Slot.predicate_id)
        .order_by(Entity.label, Predicate.key, Slot.id)
    )
    return [
        {
            "id": write_id("slot", row.id),
            "subject": {"id": write_id("entity", row.subject_id), "label": row.label},
            "predicate": row.key,
            "qualifiers": qualifiers.get(row.id, {}),
            "stands": None if row.canonical_id == row.id else write_id("slot", row.canonical_id),
        }
        for row in rows
    ]
