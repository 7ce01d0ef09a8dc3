"""Proposing which entities of a ledger may be one: by their names, and by what is said of both."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.queries.reference import write_id
from claims.store.tables import Alias, Claim, Entity, Predicate, Slot
from claims.suggest.entities.likeness import is_by_letter, is_short_and_long, list_keys

_MOST_ALIKE = 6
"""Entities that share a key or an answer; more of them say that it tells nothing apart."""
_SHARED = 2
"""Answers that two entities have to share for that alone to make them alike."""
_SCORES = {"letters": 0.9, "core": 0.85, "meant": 0.8, "person": 0.6, "initials": 0.5, "answers": 0.5}


def propose_merges(session: Session) -> list[dict[str, Any]]:
    """Return pairs of entities that may be one, the likeliest first, each with its reasons.

    The second of a pair is the one to keep: accepted before proposed, then the older one.
    """
    entities = {row.id: row for row in session.execute(select(Entity).where(Entity.merged_into_id.is_(None))).scalars()}  # fmt: skip
    reasons: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    names = _list_names(session, entities)
    for key, holders in _group_by_key(names, entities).items():
        sort = key.partition(":")[0]
        for one, other in combinations(sorted(holders), 2):
            if _are_alike(sort, entities[one], entities[other]):
                reasons[one, other].setdefault(sort, holders[other])
    for pair, said in _list_shared_answers(session, entities).items():
        reasons[pair]["answers"] = said
    for why in reasons.values():
        if "letters" in why:
            why.pop("core", None)
    rows = [_describe(entities[one], entities[other], why) for (one, other), why in reasons.items()]
    return sorted(rows, key=lambda row: (-row["score"], row["id"], row["into"]))


def _list_names(session: Session, entities: Mapping[int, Entity]) -> dict[int, set[str]]:
    names: dict[int, set[str]] = {number: {entity.label} for number, entity in entities.items()}
    for row in session.execute(select(Alias.entity_id, Alias.name).where(Alias.kind == "name")):
        if row.entity_id in names:
            names[row.entity_id].add(row.name)
    return names


def _group_by_key(
    names: Mapping[int, Iterable[str]], entities: Mapping[int, Entity]
) -> dict[str, dict[int, str]]:
    """Return for each key the entities that have it, with the reason; keys that many share are left out."""
    places = {
        name.casefold(): entities[number].label_en or entities[number].label
        for number, listed in names.items()
        if entities[number].kind == "place"
        for name in listed
    }
    groups: dict[str, dict[int, str]] = defaultdict(dict)
    for number, listed in names.items():
        for name in listed:
            for key, reason in list_keys(name, entities[number].kind, places):
                groups[key].setdefault(number, reason)
    return {key: held for key, held in groups.items() if 1 < len(held) <= _MOST_ALIKE}


def _are_alike(sort: str, one: Entity, other: Entity) -> bool:
    """Tell whether two entities with one key can be one: of one kind, and no part of each other."""
    if one.kind != other.kind or other.id == one.part_of_id or one.id == other.part_of_id:
        return False
    if one.key is not None and other.key is not None:
        return False  # the vocabulary tells them apart
    if sort == "person":
        return is_by_letter(one.label, other.label)
    return sort != "initials" or is_short_and_long(one.label, other.label)


def _list_shared_answers(session: Session, entities: Mapping[int, Entity]) -> dict[tuple[int, int], str]:
    """Return the pairs of one kind of which the same is said in several questions, and what."""
    rows = session.execute(
        select(Slot.subject_id, Predicate.key, Claim.value_key, Claim.value_text)
        .join(Slot, Slot.id == Claim.slot_id)
        .join(Predicate, Predicate.id == Slot.predicate_id)
        .where(Claim.snak == "value", Claim.polarity == "asserted", Predicate.cardinality == "single")
        .order_by(Claim.id)
    )
    answers: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    for row in rows:
        if row.subject_id in entities and entities[row.subject_id].kind not in {"class", "place"}:
            answers[row.key, row.value_key].setdefault(row.subject_id, f"{row.key} {row.value_text}")
    shared: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    for (predicate, _), held in answers.items():
        for one, other in combinations(sorted(held), 2) if len(held) <= _MOST_ALIKE else ():
            if entities[one].kind == entities[other].kind:
                shared[one, other][predicate] = held[one]
    return {
        pair: f"the same is said of both: {', '.join(sorted(said.values()))}"
        for pair, said in shared.items()
        if len(said) >= _SHARED and (entities[pair[0]].key is None or entities[pair[1]].key is None)
    }


def _describe(one: Entity, other: Entity, why: Mapping[str, str]) -> dict[str, Any]:
    keep, drop = sorted((one, other), key=lambda entity: (entity.state != "accepted", entity.id))
    best = max(_SCORES[sort] for sort in why)
    return {
        "id": write_id("entity", drop.id),
        "label": drop.label,
        "into": write_id("entity", keep.id),
        "into_label": keep.label,
        "kind": keep.kind,
        "score": round(min(0.95, best + 0.1 * (len(why) - 1)), 2),
        "reasons": [why[sort] for sort in sorted(why, key=lambda sort: -_SCORES[sort])],
    }
