"""Slots: the questions, and which of them wait for a cross-check."""

import hashlib
from collections.abc import Iterable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.store.record import canonical
from claims.store.tables import DirtySlot, Qualifier, Slot
from claims.store.write import allocate_ids, insert, insert_rows


def hash_qualifiers(qualifiers: Mapping[str, str]) -> str:
    """Return the SHA-256 of the separators as canonical JSON."""
    return hashlib.sha256(canonical(dict(sorted(qualifiers.items())))).hexdigest()


def get_or_add_slot(
    session: Session, subject_id: int, predicate_id: int, qualifiers: Mapping[str, str]
) -> int:
    """Return the slot of a question, adding it if nobody asked it before."""
    digest = hash_qualifiers(qualifiers)
    found = session.scalar(
        select(Slot.id).where(
            Slot.subject_id == subject_id, Slot.predicate_id == predicate_id, Slot.qualifiers_hash == digest
        )
    )
    if found is not None:
        return found
    slot_id = allocate_ids(session, Slot)
    insert(
        session,
        Slot,
        id=slot_id,
        qualifiers_hash=digest,
        subject_id=subject_id,
        predicate_id=predicate_id,
        canonical_id=slot_id,
    )
    insert_rows(
        session,
        Qualifier,
        ("slot_id", "key", "value"),
        [(slot_id, key, value) for key, value in qualifiers.items()],
    )
    return slot_id


def mark_dirty(session: Session, slot_ids: Iterable[int]) -> None:
    """Note that these slots changed, so that the next cross-check looks at them."""
    wanted = sorted(set(slot_ids))
    if wanted:
        session.connection().exec_driver_sql(
            "INSERT INTO dirty_slot (slot_id) VALUES (?) ON CONFLICT DO NOTHING",
            [(slot_id,) for slot_id in wanted],
        )


def count_dirty(session: Session) -> int:
    """Return how many slots changed since the last cross-check."""
    return session.scalar(select(func.count()).select_from(DirtySlot)) or 0
