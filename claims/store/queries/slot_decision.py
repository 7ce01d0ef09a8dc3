"""Which slots reviewers took for one question, or for two."""

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from claims.store.tables import Slot, SlotDecision

_AT_ONCE = 500


def read_decided(session: Session, slot_ids: Iterable[int]) -> dict[frozenset[int], tuple[int, int, bool]]:
    """Return what holds for each decided pair with one of these slots: slot, other, and whether they are one."""
    wanted = sorted(set(slot_ids))
    found: dict[int, SlotDecision] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        rows = session.scalars(
            select(SlotDecision).where(or_(SlotDecision.slot_id.in_(part), SlotDecision.other_id.in_(part)))
        )
        found |= {row.id: row for row in rows}
    return {
        frozenset({row.slot_id, row.other_id}): (row.slot_id, row.other_id, bool(row.same))
        for _, row in sorted(found.items())
    }


def read_decided_questions(session: Session, canonical_ids: Iterable[int]) -> set[frozenset[int]]:
    """Return the pairs of these canonical slots of which was decided whether they are one, whatever became of them.

    A decision on slots of a subject that was merged since holds for those that stand for them now, and
    for the slots themselves again once the merge is taken back.
    """
    wanted = sorted(set(canonical_ids))
    one, other = aliased(Slot), aliased(Slot)
    found: set[frozenset[int]] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        for stands, beside in ((one, other), (other, one)):
            rows = session.execute(
                select(stands.canonical_id, beside.canonical_id.label("beside"))
                .select_from(SlotDecision)
                .join(one, one.id == SlotDecision.slot_id)
                .join(other, other.id == SlotDecision.other_id)
                .where(stands.canonical_id.in_(part))
            )
            found |= {frozenset({row.canonical_id, row.beside}) for row in rows}
    return found


def read_joins(session: Session, slot_ids: Iterable[int]) -> dict[int, int]:
    """Return, of these slots, those that reviewers joined to another, with that one."""
    return {slot: other for slot, other, same in read_decided(session, slot_ids).values() if same}
