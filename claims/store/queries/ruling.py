"""House facts: the chain of each question's, and lists of them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import column, select, table
from sqlalchemy.orm import Session, aliased

from claims.store.queries.reference import write_id
from claims.store.tables import Reviewer, Ruling, RulingEvidence, Slot

_LATER = aliased(Ruling)
_IN_WORDS = table("v_claim", column("claim_id"), column("claim"))


def find_newest(session: Session, slot_id: int) -> Ruling | None:
    """Return the last row of a slot's chain, be it a retraction; None where there never was a house fact."""
    return session.scalar(
        select(Ruling)
        .outerjoin(_LATER, _LATER.supersedes_id == Ruling.id)
        .where(Ruling.slot_id == slot_id, _LATER.id.is_(None))
    )


def get_slot_id(session: Session, ruling_id: int) -> int:
    """Return the slot that an existing ruling answers."""
    return session.scalars(select(Ruling.slot_id).where(Ruling.id == ruling_id)).one()


def list_standing_beside(session: Session, slot_id: int) -> list[int]:
    """Return the standing rulings of other slots that ask the same question since entities were merged."""
    canonical = select(Slot.canonical_id).where(Slot.id == slot_id).scalar_subquery()
    return list(
        session.scalars(
            select(Ruling.id)
            .join(Slot, Slot.id == Ruling.slot_id)
            .outerjoin(_LATER, _LATER.supersedes_id == Ruling.id)
            .where(
                Slot.canonical_id == canonical,
                Ruling.slot_id != slot_id,
                Ruling.retracts == 0,
                _LATER.id.is_(None),
            )
            .order_by(Ruling.id)
        )
    )


def list_rulings(
    session: Session,
    *,
    slot_id: int | None = None,
    ids: Sequence[int] | None = None,
    standing_only: bool = False,
) -> list[dict[str, Any]]:
    """Return rulings in the order in which they were given; standing is what nothing replaced or withdrew."""
    query = (
        select(Ruling, Reviewer.handle, _LATER.id.label("later"), _IN_WORDS.c.claim)
        .join(Reviewer, Reviewer.id == Ruling.reviewer_id)
        .join(_IN_WORDS, _IN_WORDS.c.claim_id == Ruling.claim_id)
        .outerjoin(_LATER, _LATER.supersedes_id == Ruling.id)
        .order_by(Ruling.id)
    )
    if slot_id is not None:
        query = query.where(Ruling.slot_id == slot_id)
    if ids is not None:
        query = query.where(Ruling.id.in_(ids))
    if standing_only:
        query = query.where(_LATER.id.is_(None), Ruling.retracts == 0)
    rows = session.execute(query).all()
    evidence: dict[int, list[str]] = defaultdict(list)
    for used in session.execute(
        select(RulingEvidence.ruling_id, RulingEvidence.evidence_id).order_by(RulingEvidence.evidence_id)
    ):
        evidence[used.ruling_id].append(write_id("evidence", used.evidence_id))
    return [
        {
            "id": write_id("ruling", row.Ruling.id),
            "slot": write_id("slot", row.Ruling.slot_id),
            "claim": write_id("claim", row.Ruling.claim_id),
            "claim_in_words": row.claim,
            "reason": row.Ruling.reason,
            "retracts": bool(row.Ruling.retracts),
            "valid_from": row.Ruling.valid_from,
            "valid_until": row.Ruling.valid_until,
            "reviewer": row.handle,
            "created_at": row.Ruling.created_at,
            "standing": not row.Ruling.retracts and row.later is None,
            "supersedes": None
            if row.Ruling.supersedes_id is None
            else write_id("ruling", row.Ruling.supersedes_id),
            "superseded_by": None if row.later is None else write_id("ruling", row.later),
            "evidence": evidence.get(row.Ruling.id, []),
        }
        for row in rows
    ]
