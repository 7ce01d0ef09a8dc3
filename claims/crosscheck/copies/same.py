"""What claims say, so far as it matters for whether two of them are one."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from claims.store.queries.claim_key import read_claim_keys
from claims.store.record import canonical
from claims.store.tables import Claim, Entity, Slot

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Answered:
    """A claim: its slot, subject and predicate (None where it is not typed), what it says, its natural key."""

    slot: int | None
    subject: str | None
    predicate: int | None
    said: tuple[str, ...]
    key: str


def read_answers(session: Session, claims: Iterable[int]) -> dict[int, Answered]:
    """Return claims by number."""
    found: dict[int, Answered] = {}
    ordered = sorted(claims)
    canonical_slot = aliased(Slot)
    for start in range(0, len(ordered), _AT_ONCE):
        part = ordered[start : start + _AT_ONCE]
        keys = read_claim_keys(session, part)
        rows = session.execute(
            select(
                Claim.id,
                Claim.snak,
                Claim.value_key,
                Claim.polarity,
                Claim.modality,
                Claim.as_of,
                canonical_slot.id.label("slot"),
                canonical_slot.predicate_id,
                Entity.label,
            )
            .outerjoin(Slot, Slot.id == Claim.slot_id)
            .outerjoin(canonical_slot, canonical_slot.id == Slot.canonical_id)
            .outerjoin(Entity, Entity.id == canonical_slot.subject_id)
            .where(Claim.id.in_(part))
        )
        for row in rows:
            said = (row.snak, row.value_key, row.polarity, row.modality, row.as_of)
            key = canonical(keys[row.id]).decode()
            found[row.id] = Answered(row.slot, row.label, row.predicate_id, said, key)
    return found
