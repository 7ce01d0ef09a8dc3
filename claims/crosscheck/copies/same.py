"""What claims say, so far as it matters for whether two of them are one."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from claims.store.queries.claim_key import read_claim_keys
from claims.store.queries.mention import read_qualifiers
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


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: of what, what, and what separates it from others of that kind."""

    subject: int
    predicate: int
    separators: frozenset[tuple[str, str]]

    def may_be(self, other: "Asked") -> bool:
        """Tell whether the two are one, or one where a separator is missing: then their values are compared."""
        fewer, more = sorted((self.separators, other.separators), key=len)
        return (self.subject, self.predicate) == (other.subject, other.predicate) and fewer <= more


def read_asked(session: Session, slots: Iterable[int]) -> dict[int, Asked]:
    """Return canonical slots by number."""
    found: dict[int, Asked] = {}
    ordered = sorted(slots)
    separators = read_qualifiers(session, ordered)
    for start in range(0, len(ordered), _AT_ONCE):
        rows = session.execute(
            select(Slot.id, Slot.subject_id, Slot.predicate_id).where(
                Slot.id.in_(ordered[start : start + _AT_ONCE])
            )
        )
        for row in rows:
            named = frozenset(separators.get(row.id, {}).items())
            found[row.id] = Asked(row.subject_id, row.predicate_id, named)
    return found


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
