"""The vocabulary in the ledger: loading it from data files, and reading it back for the tools."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.opening import make_opening
from claims.store.tables import (
    Alias,
    Entity,
    OrderingPair,
    Predicate,
    PredicateKind,
    PredicateSeparator,
    PredicateShared,
    PredicateTrigger,
    Rating,
    RatingScale,
    Table,
    Unit,
)
from claims.store.write import allocate_ids, insert, insert_rows, update
from claims.vocabulary import KnownEntity, Vocabulary
from claims.vocabulary import Predicate as PredicateEntry


def load_into(session: Session, vocabulary: Vocabulary) -> None:
    """Bring the ledger's vocabulary up to the given one: adds what is new, changes what differs.

    Nothing is taken away: claims may rest on it, and an editor may have added to it.
    """
    _load_keyed(session, Unit, "code", (_unit_columns(unit) for unit in vocabulary.units.values()))
    _load_keyed(session, Predicate, "key", (_predicate_columns(p) for p in vocabulary.predicates.values()))
    _load_predicate_parts(session, vocabulary.predicates)
    _load_entities(session, vocabulary.entities)
    _load_scales(session, vocabulary)
    predicates = _ids(session, Predicate.key, Predicate.id)
    _add_missing(
        session,
        OrderingPair,
        ("earlier_id", "later_id"),
        ((predicates[pair.earlier], predicates[pair.later]) for pair in vocabulary.orderings),
    )


def read_predicates(session: Session) -> dict[int, PredicateEntry]:
    """Return all predicates by row id."""
    kinds: dict[tuple[int, str], list[str]] = defaultdict(list)
    for fitting in session.execute(
        select(PredicateKind.predicate_id, PredicateKind.role, PredicateKind.kind)
    ):
        kinds[fitting.predicate_id, fitting.role].append(fitting.kind)
    separators: dict[int, list[str]] = defaultdict(list)
    lacking: dict[tuple[int, str], list[str]] = defaultdict(list)
    for separator in session.scalars(select(PredicateSeparator)):
        separators[separator.predicate_id].append(separator.key)
        lacking[separator.predicate_id, separator.lacking].append(separator.key)
    shared = read_shared(session)
    triggers: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for trigger in session.execute(
        select(PredicateTrigger.predicate_id, PredicateTrigger.language, PredicateTrigger.phrase)
    ):
        triggers[trigger.predicate_id][trigger.language].append(trigger.phrase)
    return {
        row.id: PredicateEntry(
            key=row.key,
            value_type=row.value_type,
            subject_kinds=tuple(kinds[row.id, "subject"]),
            value_kinds=tuple(kinds[row.id, "value"]),
            dimension=row.dimension,
            signed=bool(row.signed),
            cardinality=row.cardinality,
            temporal=row.temporal,
            separators=tuple(separators[row.id]),
            parts=tuple(lacking[row.id, "at_most"]),
            apart=tuple(lacking[row.id, "apart"]),
            shared=shared.get(row.id, {}),
            validity_days=row.validity_days,
            tolerance_relative=row.tolerance_relative,
            tolerance_absolute=row.tolerance_absolute,
            contains=bool(row.contains),
            plans_compare=bool(row.plans_compare),
            compared=bool(row.compared),
            label={"de": row.label_de, "en": row.label_en},
            triggers={language: tuple(phrases) for language, phrases in triggers[row.id].items()},
        )
        for row in session.scalars(select(Predicate))
    }


def read_shared(session: Session) -> dict[int, dict[str, tuple[str, ...]]]:
    """Return the patterns of shared values by predicate and separator."""
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    for row in session.execute(
        select(PredicateShared.predicate_id, PredicateShared.key, PredicateShared.pattern)
    ):
        of_predicate = found.setdefault(row.predicate_id, {})
        of_predicate[row.key] = (*of_predicate.get(row.key, ()), row.pattern)
    return found


def _unit_columns(unit: Any) -> dict[str, Any]:
    return {
        "code": unit.code,
        "dimension": unit.dimension,
        "factor": unit.factor,
        "offset": unit.offset,
        "label_de": unit.label.get("de"),
        "label_en": unit.label.get("en"),
    }


def _predicate_columns(predicate: PredicateEntry) -> dict[str, Any]:
    return {
        "key": predicate.key,
        "value_type": predicate.value_type,
        "dimension": predicate.dimension,
        "signed": int(predicate.signed),
        "cardinality": predicate.cardinality,
        "temporal": predicate.temporal,
        "validity_days": predicate.validity_days,
        "tolerance_relative": predicate.tolerance_relative,
        "tolerance_absolute": predicate.tolerance_absolute,
        "contains": int(predicate.contains),
        "plans_compare": int(predicate.plans_compare),
        "compared": int(predicate.compared),
        "label_de": predicate.label.get("de", predicate.key),
        "label_en": predicate.label.get("en", predicate.key),
    }


def _load_predicate_parts(session: Session, predicates: Mapping[str, PredicateEntry]) -> None:
    ids = _ids(session, Predicate.key, Predicate.id)
    kinds = [
        (ids[p.key], role, kind)
        for p in predicates.values()
        for role, listed in (("subject", p.subject_kinds), ("value", p.value_kinds))
        for kind in listed
    ]
    _add_missing(session, PredicateKind, ("predicate_id", "role", "kind"), kinds)
    separators = [
        (ids[p.key], key, "at_most" if key in p.parts else "apart" if key in p.apart else "compared")
        for p in predicates.values()
        for key in p.separators
    ]
    _add_missing(session, PredicateSeparator, ("predicate_id", "key", "lacking"), separators)
    shared = [
        (ids[p.key], key, pattern)
        for p in predicates.values()
        for key, patterns in p.shared.items()
        for pattern in patterns
    ]
    _add_missing(session, PredicateShared, ("predicate_id", "key", "pattern"), shared)
    triggers = [
        (ids[p.key], language, phrase)
        for p in predicates.values()
        for language, phrases in p.triggers.items()
        for phrase in phrases
    ]
    _add_missing(session, PredicateTrigger, ("predicate_id", "language", "phrase"), triggers)


def _load_entities(session: Session, entities: Iterable[KnownEntity]) -> None:
    entities = tuple(entities)
    _load_keyed(
        session,
        Entity,
        "key",
        (
            {
                "key": entity.key,
                "kind": entity.kind,
                "label": entity.label.get("mul") or entity.label.get("en") or entity.label["de"],
                "label_de": entity.label.get("de"),
                "label_en": entity.label.get("en"),
                "state": "accepted",
            }
            for entity in entities
        ),
    )
    ids = _ids(session, Entity.key, Entity.id)
    held = dict(session.execute(select(Entity.id, Entity.part_of_id)).all())
    for entity in entities:
        if entity.part_of is not None and held[ids[entity.key]] is None:
            update(session, Entity, ids[entity.key], part_of_id=ids[entity.part_of])
    known = set(session.execute(select(Alias.entity_id, Alias.language, Alias.name)).all())
    missing = {
        (ids[entity.key], language, name): kind
        for entity in entities
        for language, name, kind in _names(entity)
        if (ids[entity.key], language, name) not in known
    }
    first = allocate_ids(session, Alias, len(missing))
    insert_rows(
        session,
        Alias,
        ("id", "entity_id", "language", "name", "kind", "opening"),
        [
            (first + place, *key, kind, make_opening(key[2]))
            for place, (key, kind) in enumerate(missing.items())
        ],
    )


def _names(entity: KnownEntity) -> Iterable[tuple[str, str, str]]:
    for language, label in entity.label.items():
        yield language, label, "name"
    for kind, listed in (("adjective", entity.adjectives), ("name", entity.aliases)):
        for language, found in listed.items():
            for name in found:
                yield language, name, kind


def _load_scales(session: Session, vocabulary: Vocabulary) -> None:
    _load_keyed(
        session,
        RatingScale,
        "key",
        (
            {
                "key": scale.key,
                "label_de": scale.label["de"],
                "label_en": scale.label["en"],
                "note": scale.note,
                "worst": scale.worst,
                "best": scale.best,
                "is_default": int(scale.default),
            }
            for scale in vocabulary.scales
        ),
    )
    ids = _ids(session, RatingScale.key, RatingScale.id)
    known = set(session.execute(select(Rating.scale_id, Rating.code)).all())
    for scale in vocabulary.scales:
        for rating in scale.ratings:
            if (ids[scale.key], rating.code) not in known:
                insert(
                    session,
                    Rating,
                    scale_id=ids[scale.key],
                    code=rating.code,
                    ordinal=rating.ordinal,
                    label_de=rating.label["de"],
                    label_en=rating.label["en"],
                    truth_class=rating.truth_class,
                    about_mention=int(rating.about_mention),
                    use=rating.use,
                )


def _load_keyed(session: Session, table: type[Table], key: str, rows: Iterable[Mapping[str, Any]]) -> None:
    columns = Table.metadata.tables[table.__tablename__].columns
    known = _ids(session, columns[key], columns["id"])
    for row in rows:
        if row[key] not in known:
            insert(session, table, **row)
        else:
            update(
                session, table, known[row[key]], **{name: value for name, value in row.items() if name != key}
            )


def _add_missing(
    session: Session, table: type[Table], names: tuple[str, ...], rows: Iterable[tuple[Any, ...]]
) -> None:
    columns = Table.metadata.tables[table.__tablename__].columns
    known = {tuple(row) for row in session.execute(select(*(columns[name] for name in names)))}
    insert_rows(session, table, names, [row for row in dict.fromkeys(rows) if row not in known])


def _ids(session: Session, key: Any, number: Any) -> dict[str, int]:
    return dict(session.execute(select(key, number).where(key.is_not(None))).all())
