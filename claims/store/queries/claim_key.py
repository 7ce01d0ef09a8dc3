"""Claims by what they say and not by their row numbers, for hashes that must mean the same elsewhere."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from claims.store.queries.mention import read_qualifiers
from claims.store.tables import Claim, Entity, Predicate, Slot

_SUBJECT = aliased(Entity)


def read_claim_keys(session: Session, claim_ids: Iterable[int]) -> dict[int, list[Any]]:
    """Return the natural key of each claim, plain JSON.

    It is [subject, its kind, predicate, [[qualifier, value] …], snak, value, polarity, modality, as-of]; the
    first three are null in an untyped claim. Names are canonical where entities were not merged: a merge
    does not change what a claim says.
    """
    rows = session.execute(
        select(
            Claim.id,
            Claim.slot_id,
            Claim.snak,
            Claim.value_key,
            Claim.polarity,
            Claim.modality,
            Claim.as_of,
            Entity.label.label("value_label"),
            Entity.kind.label("value_kind"),
            _SUBJECT.label.label("subject"),
            _SUBJECT.kind,
            Predicate.key,
        )
        .outerjoin(Entity, Entity.id == Claim.value_entity_id)
        .outerjoin(Slot, Slot.id == Claim.slot_id)
        .outerjoin(_SUBJECT, _SUBJECT.id == Slot.subject_id)
        .outerjoin(Predicate, Predicate.id == Slot.predicate_id)
        .where(Claim.id.in_(sorted(set(claim_ids))))
    ).all()
    qualifiers = read_qualifiers(session, {row.slot_id for row in rows if row.slot_id is not None})
    return {
        row.id: [
            row.subject,
            row.kind,
            row.key,
            sorted([key, value] for key, value in qualifiers.get(row.slot_id, {}).items()),
            row.snak,
            # The key of an entity is a row number.
            row.value_key if row.value_label is None else [row.value_label, row.value_kind],
            row.polarity,
            row.modality,
            row.as_of,
        ]
        for row in rows
    }
