"""Rows of changed claims are put in the place of those that they had; no others are read or written.

A claim that leaves out a separator stands in every slot of its question that states it and has
rows of its own, so that a first or a last claim of a slot brings others or sends them away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.live import Separators
from claims.crosscheck.rows.row import KEYS_PER_SLOT, Row, is_another, is_whole
from claims.crosscheck.rows.touched import Touched, derive, diff, list_sets, read_kept
from claims.store.tables import CheckRow
from claims.store.write import insert_rows
from claims.vocabulary import Predicate

Question = tuple[int, int]
"""Subject after merges, predicate."""


@dataclass(slots=True)
class Change:
    """What changed among the rows of a slot; `born` where others joined because it has rows now."""

    question: Question
    come: list[Row] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    born: bool = False


@dataclass(slots=True)
class _Own:
    """What changed in a slot by its own claims."""

    question: Question
    predicate: Predicate
    held: bool
    claims: set[int] = field(default_factory=set)
    come: list[Row] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)


def change_rows(session: Session, touched: Mapping[int, Touched]) -> dict[int, Change]:
    """Bring the rows of these claims up to date, and return what changed by slot."""
    own = _change_own(session, touched)
    changes = {slot: Change(one.question, one.come, one.gone) for slot, one in own.items()}
    for question in {one.question for one in own.values()}:
        slots = read_siblings(session, question)
        if len(slots) > 1:
            _join_siblings(session, question, slots, own, changes)
    return changes


def _change_own(session: Session, touched: Mapping[int, Touched]) -> dict[int, _Own]:
    sets = list_sets(touched)
    own: dict[int, _Own] = {}
    gone_ids: list[tuple[int]] = []
    for claim in touched.values():
        if claim.answer is None or not claim.seen:
            continue
        kept = read_kept(session, claim)
        gone, come = diff(kept, derive(session, claim, kept, sets))
        if not gone and not come:
            continue
        if claim.slot not in own:
            own[claim.slot] = _Own(claim.question, claim.predicate, holds_rows(session, claim.slot))
        change = own[claim.slot]
        change.claims.add(claim.claim)
        change.come += come
        change.gone += [row for _, row in gone]
        gone_ids += [(number,) for number, _ in gone]
    if gone_ids:
        session.connection().exec_driver_sql("DELETE FROM check_row WHERE id = ?", gone_ids)
    insert_rows(session, CheckRow, Row._fields, [row for one in own.values() for row in one.come])
    return own


def _join_siblings(
    session: Session,
    question: Question,
    slots: Mapping[Separators, int],
    own: Mapping[int, _Own],
    changes: dict[int, Change],
) -> None:
    """Let the less scoped slots of a question join the others, as far as their claims changed."""
    scope = {slot: separators for separators, slot in slots.items()}
    holding = {slot for slot in scope if holds_rows(session, slot)}
    born = {slot for slot in holding if slot in own and not own[slot].held}
    for slot in born:
        for less, below in slots.items():
            if _joins(own[slot].predicate, less, scope[slot]) and below in holding:
                shift = (slot - below) * KEYS_PER_SLOT
                whole = is_whole(own[slot].predicate, dict(less), dict(scope[slot]))
                run(session, read_sql("join_slot"), shift, whole, *_keys(below))
                changes[slot].born = True
    for slot, one in own.items():
        if one.question != question:
            continue
        if slot not in holding:
            run(session, read_sql("leave_slot"), *_keys(slot))
        for above in holding - born:
            if _joins(one.predicate, scope[slot], scope[above]):
                whole = is_whole(one.predicate, dict(scope[slot]), dict(scope[above]))
                _leave(session, one, above)
                _join(
                    session,
                    one,
                    (above - slot) * KEYS_PER_SLOT,
                    changes.setdefault(above, Change(question)),
                    whole=whole,
                )


def _joins(predicate: Predicate, less: Separators, more: Separators) -> bool:
    """Tell whether the claims of one slot take part in another that states more."""
    return less < more and not is_another(predicate, dict(less), dict(more))


def _leave(session: Session, one: _Own, above: int) -> None:
    """Take the changed claims of one slot out of another that states more."""
    for claim in one.claims:
        run(session, read_sql("leave_claim"), claim, *_keys(above))


def _join(session: Session, one: _Own, shift: int, change: Change, *, whole: bool) -> None:
    """Put the changed claims of one slot into another that states more; `whole`: it is a part of the one."""
    for claim in one.claims:
        run(session, read_sql("join_claim"), shift, whole, claim)
    change.come += _shift(one.come, shift, whole=whole)
    change.gone += _shift(one.gone, shift, whole=whole)


def _shift(rows: Iterable[Row], shift: int, *, whole: bool) -> list[Row]:
    return [
        row._replace(
            key=row.key + shift,
            lo=None if whole and row.kind == "asserted" else row.lo,
            unscoped=1,
        )
        for row in rows
    ]


def _keys(slot: int) -> tuple[int, int]:
    return slot * KEYS_PER_SLOT, slot * KEYS_PER_SLOT + KEYS_PER_SLOT - 1


def holds_rows(session: Session, slot: int) -> bool:
    """Tell whether a slot has rows of its own."""
    return run(session, read_sql("holds_rows"), *_keys(slot)).first() is not None


def read_siblings(session: Session, question: Question) -> dict[Separators, int]:
    """Return the slots of a question by their separators."""
    root, predicate = question
    stated: dict[int, set[tuple[str, str]]] = {}
    for row in run(session, read_sql("siblings"), root, predicate):
        stated.setdefault(row.slot_id, set())
        if row.key is not None:
            stated[row.slot_id].add((row.key, row.value))
    slots: dict[Separators, int] = {}
    for slot, named in stated.items():
        separators = frozenset(named)
        slots[separators] = min(slots.get(separators, slot), slot)
    return slots
