"""Deciding whether two questions about one thing are one: joining slots, or keeping them apart."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.entity import align_slots, find_root
from claims.annotate.given import read_words
from claims.errors import DecisionRefused
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_dirty
from claims.store.queries.slot_decision import read_joins
from claims.store.record import record
from claims.store.tables import Slot, SlotDecision
from claims.store.write import insert


def join_slots(session: Session, slot_id: int, into_id: int, *, reason: str = "") -> None:
    """Say that two slots are one question; the second stands for both from then on.

    Raises:
        DecisionRefused: They are about different subjects or predicates, or the second is joined to the first.
    """
    root = _check_alike(session, slot_id, into_id)
    joined = read_joins(session, [slot_id, into_id])
    if slot_id in joined:
        raise DecisionRefused(
            f"{write_id('slot', slot_id)} is joined to {write_id('slot', joined[slot_id])} already; take that back"
            f" first: claims slot keep-apart {write_id('slot', slot_id)} {write_id('slot', joined[slot_id])} --reason …"
        )
    stands = into_id
    while stands in joined:
        stands = joined[stands]
        if stands == slot_id:
            raise DecisionRefused(
                f"{write_id('slot', into_id)} is joined to {write_id('slot', slot_id)} already;"
                " the other way round would go in a circle"
            )
        joined |= read_joins(session, [stands])
    _decide(session, root, slot_id, into_id, same=True, reason=reason.strip())


def keep_slots_apart(session: Session, slot_id: int, other_id: int, *, reason: str) -> None:
    """Say that two slots are two questions, which the cross-check will not propose to join again.

    Raises:
        DecisionRefused: They are about different subjects or predicates: nobody takes them for one.
        OptionRefused: The reason is blank.
    """
    words = read_words(reason, "--reason")
    root = _check_alike(session, slot_id, other_id)
    _decide(session, root, slot_id, other_id, same=False, reason=words)


def _check_alike(session: Session, slot_id: int, other_id: int) -> int:
    """Return the subject of both after merges."""
    rows = {
        row.id: (find_root(session, row.subject_id), row.predicate_id)
        for row in session.execute(
            select(Slot.id, Slot.subject_id, Slot.predicate_id).where(Slot.id.in_([slot_id, other_id]))
        )
    }
    shown, other = write_id("slot", slot_id), write_id("slot", other_id)
    if slot_id == other_id:
        raise DecisionRefused(f"{shown} is one slot; name two")
    if rows[slot_id] != rows[other_id]:
        raise DecisionRefused(
            f"{shown} and {other} ask of different subjects or predicates; they are two questions"
        )
    return rows[slot_id][0]


def _decide(session: Session, root: int, slot_id: int, other_id: int, *, same: bool, reason: str) -> None:
    number = insert(
        session,
        SlotDecision,
        same=int(same),
        reason=reason,
        at=session.info["at"](),
        slot_id=slot_id,
        other_id=other_id,
        reviewer_id=session.info["actor_id"],
    )
    align_slots(session, root)
    mark_dirty(session, [slot_id, other_id])
    record(session, "slot_decision", number, "join" if same else "keep-apart")
