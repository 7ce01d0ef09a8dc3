"""Entities by hand: adding one, saying that two are the same, taking that back.

Row numbers are never rewritten: a merged entity points at the one that stands for it, and each of its
slots at the slot there that asks the same. Both follow from the pointers alone, so taking one back
restores what was.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from claims.annotate.given import read_words
from claims.errors import DecisionRefused, NotFound, OptionRefused
from claims.store.opening import make_opening
from claims.store.queries.entity import find_entity_named
from claims.store.queries.reference import get_number, read_number, write_id
from claims.store.queries.slot import mark_dirty
from claims.store.queries.slot_decision import read_joins
from claims.store.record import record
from claims.store.tables import Alias, Claim, Entity, Slot
from claims.store.write import insert, update
from claims.vocabulary import ENTITY_KINDS, LANGUAGES

_AT_ONCE = 500


def add_entity(session: Session, name: str, *, kind: str, language: str | None = None) -> int:
    """Add an entity that goes by a name, in one language or (None) in all, and return its number.

    Raises:
        OptionRefused: The name is blank, or kind or language is none.
        DecisionRefused: One of that kind goes by that name already.
    """
    label = " ".join(read_words(name, "the name").split())
    if kind not in ENTITY_KINDS:
        raise OptionRefused(f"--kind {kind!r} is not one of {', '.join(ENTITY_KINDS)}")
    if language is not None and language not in LANGUAGES:
        raise OptionRefused(f"--language {language!r} is not {' or '.join(LANGUAGES)}; leave it out for all")
    # SQLite folds the case of ASCII letters alone.
    names = session.execute(
        select(Alias.name, Alias.entity_id)
        .join(Entity, Entity.id == Alias.entity_id)
        .where(Alias.kind == "name", Entity.kind == kind)
        .order_by(Entity.id)
    )
    known = next((row.entity_id for row in names if row.name.casefold() == label.casefold()), None)
    if known is not None:
        shown = write_id("entity", known)
        raise DecisionRefused(f"{shown} is a {kind} of that name already; see: claims entity show {shown}")
    number = insert(session, Entity, kind=kind, label=label, state="accepted")
    insert(
        session,
        Alias,
        language=language or "mul",
        name=label,
        kind="name",
        opening=make_opening(label),
        entity_id=number,
    )
    record(session, "entity", number, "add")
    return number


def get_entity(session: Session, given: str) -> int:
    """Return the entity of an id (itself, though it be merged) or of a name (what stands for it).

    Raises:
        NotFound, ReferenceAmbiguous: None goes by it, or several.
    """
    if given[:1] == "e" and read_number("entity", given) is not None:
        return get_number(session, Entity, given)
    found = find_entity_named(session, given)
    if found is None or found.id is None:
        raise NotFound(f"no entity {given!r}; list them with: claims entity list")
    return get_number(session, Entity, found.id)


def merge_entities(session: Session, entity_id: int, into_id: int) -> int:
    """Say that two entities are one and return the one that stands for both from now on.

    That is `into_id`, or what it was merged into itself. Slots that ask the same about both share a
    canonical slot then, and all that the two are in is marked for the next cross-check.

    Raises:
        DecisionRefused: They are one already, or the first was merged into a third.
    """
    shown, target = write_id("entity", entity_id), write_id("entity", into_id)
    root = find_root(session, into_id)
    if root == entity_id:
        raise DecisionRefused(
            f"{target} was merged into {shown} already; the other way round would go in a circle"
            if into_id != entity_id
            else f"{shown} cannot be merged into itself; name two entities"
        )
    above = session.scalars(select(Entity.merged_into_id).where(Entity.id == entity_id)).one()
    if above is not None:
        raise DecisionRefused(
            f"{shown} was merged into {write_id('entity', above)} already; take that back first:"
            f" claims entity split {shown}"
        )
    update(session, Entity, entity_id, merged_into_id=root)
    align_slots(session, root)
    _mark_all(session, _list_merged(session, [root]))
    record(session, "entity", entity_id, "merge")
    return root


def split_entity(session: Session, entity_id: int) -> int:
    """Take a merge back and return the entity that it was merged into; what was merged into it goes with it.

    Raises:
        DecisionRefused: It was not merged into another.
    """
    above = session.scalars(select(Entity.merged_into_id).where(Entity.id == entity_id)).one()
    if above is None:
        shown = write_id("entity", entity_id)
        raise DecisionRefused(
            f"{shown} was not merged into another; name the one that was, see: claims entity show {shown}"
        )
    root = find_root(session, above)
    update(session, Entity, entity_id, merged_into_id=None)
    align_slots(session, root)
    align_slots(session, entity_id)
    _mark_all(session, _list_merged(session, [root, entity_id]))
    record(session, "entity", entity_id, "split")
    return above


def find_root(session: Session, entity_id: int) -> int:
    """Return the entity that stands for one after merges."""
    above = session.scalars(select(Entity.merged_into_id).where(Entity.id == entity_id)).one()
    return entity_id if above is None else find_root(session, above)


def _list_merged(session: Session, roots: Iterable[int]) -> list[int]:
    """Return the entities with all that were merged into them, the nearest first."""
    found: dict[int, None] = dict.fromkeys(roots)
    waiting = list(found)
    while waiting:
        below = _list_where(session, Entity.merged_into_id, waiting)
        waiting = [entity_id for entity_id in below if entity_id not in found]
        found |= dict.fromkeys(waiting)
    return list(found)


def _list_parts(session: Session, entity_ids: Iterable[int]) -> set[int]:
    """Return the entities with all their parts, and what was merged into those, at any remove."""
    found = set(entity_ids)
    waiting = sorted(found)
    while waiting:
        below = set(_list_where(session, Entity.part_of_id, waiting))
        below |= set(_list_where(session, Entity.merged_into_id, waiting))
        waiting = sorted(below - found)
        found |= below
    return found


def _list_where(session: Session, column: InstrumentedAttribute[int | None], ids: Sequence[int]) -> list[int]:
    return [
        entity_id
        for start in range(0, len(ids), _AT_ONCE)
        for entity_id in session.scalars(
            select(Entity.id).where(column.in_(ids[start : start + _AT_ONCE])).order_by(Entity.id)
        )
    ]


def align_slots(session: Session, root: int) -> None:
    """Point each slot of an entity and of all merged into it at the one that stands for the same question.

    That is the slot of the entity nearest to the root, the oldest where several are as near; and where a
    reviewer joined two slots, the one that was named to stand for both.
    """
    nearness = {entity_id: place for place, entity_id in enumerate(_list_merged(session, [root]))}
    rows = [
        row
        for start in range(0, len(nearness), _AT_ONCE)
        for row in session.execute(
            select(
                Slot.id, Slot.subject_id, Slot.predicate_id, Slot.qualifiers_hash, Slot.canonical_id
            ).where(Slot.subject_id.in_(list(nearness)[start : start + _AT_ONCE]))
        )
    ]
    standing: dict[tuple[int, str], int] = {}
    for row in sorted(rows, key=lambda one: (nearness[one.subject_id], one.id)):
        standing.setdefault((row.predicate_id, row.qualifiers_hash), row.id)
    canonical = {row.id: standing[row.predicate_id, row.qualifiers_hash] for row in rows}
    joins = read_joins(session, canonical)
    joined = {
        canonical[slot]: canonical[into] for slot, into in joins.items() if {slot, into} <= canonical.keys()
    }
    for slot, stands in canonical.items():
        update(session, Slot, slot, canonical_id=_climb(stands, joined))


def _climb(slot: int, joined: Mapping[int, int]) -> int:
    """Return the slot that stands for one after all joins; a circle, which merges may close, ends where it does."""
    seen = {slot}
    while (above := joined.get(slot)) is not None and above not in seen:
        seen.add(above)
        slot = above
    return slot


def _mark_all(session: Session, entity_ids: Sequence[int]) -> None:
    """Mark the slots about these entities, and those that name them or a part of them as a value."""
    values = sorted(_list_parts(session, entity_ids))
    for start in range(0, len(entity_ids), _AT_ONCE):
        part = entity_ids[start : start + _AT_ONCE]
        mark_dirty(session, session.scalars(select(Slot.id).where(Slot.subject_id.in_(part))))
    for start in range(0, len(values), _AT_ONCE):
        named = select(Claim.slot_id).where(Claim.value_entity_id.in_(values[start : start + _AT_ONCE]))
        mark_dirty(session, {slot_id for slot_id in session.scalars(named) if slot_id is not None})
