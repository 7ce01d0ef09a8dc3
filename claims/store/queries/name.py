"""The names that the ledger knows: all of them, or those that a text may hold."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.tables import Alias, Entity
from claims.vocabulary import KnownEntity

_ENTITY = (
    *(Entity.id, Entity.kind, Entity.label, Entity.label_de, Entity.label_en),
    *(Entity.merged_into_id, Entity.part_of_id),
)
_ALIAS = (Alias.entity_id, Alias.language, Alias.name, Alias.kind)
_AT_ONCE = 500


def read_entities(session: Session, openings: Collection[str] | None = None) -> tuple[KnownEntity, ...]:
    """Return the entities that stand for themselves, in their order; the aliases of merged ones are theirs.

    With `openings` (see `make_opening`) only those with a name that begins so, and the wholes that
    they are part of. Keys are the ids that commands show (e12).
    """
    if openings is None:
        rows: Sequence[Any] = session.execute(select(*_ENTITY).order_by(Entity.id)).all()
        aliases: Iterable[Any] = session.execute(select(*_ALIAS).order_by(Alias.id))
    else:
        aliases = list_aliases(session, openings)
        rows = list_standing(session, {alias.entity_id for alias in aliases}, wholes=True)
    parent = {row.id: row.merged_into_id for row in rows}
    names: dict[int, dict[str, dict[str, list[str]]]] = defaultdict(
        lambda: {"name": defaultdict(list), "adjective": defaultdict(list)}
    )
    for alias in aliases:
        names[follow(parent, alias.entity_id)][alias.kind][alias.language].append(alias.name)
    return tuple(
        KnownEntity(
            key=f"e{row.id}",
            kind=row.kind,
            label={"mul": row.label, "de": row.label_de or row.label, "en": row.label_en or row.label},
            aliases={language: tuple(found) for language, found in names[row.id]["name"].items()},
            adjectives={language: tuple(found) for language, found in names[row.id]["adjective"].items()},
            part_of=None if row.part_of_id is None else f"e{follow(parent, row.part_of_id)}",
        )
        for row in rows
        if row.merged_into_id is None
    )


def list_aliases(session: Session, openings: Collection[str]) -> list[Any]:
    """Return the aliases that begin in one of these ways, in their order."""
    rows = [
        row
        for part in _cut(openings)
        for row in session.execute(select(Alias.id, *_ALIAS).where(Alias.opening.in_(part)))
    ]
    return sorted(rows, key=lambda row: int(row.id))


def list_standing(session: Session, entity_ids: Collection[int], *, wholes: bool = False) -> list[Any]:
    """Return entities by id with all that they were merged into, and with `wholes` all that they are part of."""
    found: dict[int, Any] = {}
    waiting = set(entity_ids)
    while waiting:
        rows = [
            row
            for part in _cut(waiting)
            for row in session.execute(select(*_ENTITY).where(Entity.id.in_(part)))
        ]
        found |= {row.id: row for row in rows}
        above = {row.merged_into_id for row in rows} | ({row.part_of_id for row in rows} if wholes else set())
        waiting = above - found.keys() - {None}
    return [found[number] for number in sorted(found)]


def _cut(wanted: Collection[Any]) -> Iterator[list[Any]]:
    ordered = sorted(wanted)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]


def follow(parent: Mapping[int, int | None], entity_id: int) -> int:
    """Return the entity that an entity was merged into, at the end of the chain."""
    while (above := parent.get(entity_id)) is not None:
        entity_id = above
    return entity_id
