"""Mentions: listing them as other programs read them, and looking up decisions already made."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from claims.store.queries.claim import VALUE_COLUMNS, value_of
from claims.store.queries.reference import write_id
from claims.store.tables import Article, Claim, Entity, Mention, Predicate, Qualifier, Revision, Slot, Unit

SUBJECT = aliased(Entity)
SPEAKER = aliased(Entity)
CANONICAL = aliased(Slot)


def list_mentions(
    session: Session,
    *,
    article_ids: Sequence[int] | None = None,
    states: Iterable[str] | None = None,
    predicate: str | None = None,
    min_score: float | None = None,
    every_revision: bool = False,
) -> list[dict[str, Any]]:
    """Return mentions as the JSON contract writes them, by article and place; of newest revisions only."""
    query = select_mentions()
    if article_ids is not None:
        query = query.where(Article.id.in_(article_ids))
    if states is not None:
        query = query.where(Mention.state.in_(list(states)))
    if predicate is not None:
        query = query.where(Predicate.key == predicate)
    if min_score is not None:
        query = query.where(Mention.score >= min_score)
    if not every_revision:
        query = query.where(Revision.number == Article.revisions)
    rows = session.execute(
        query.order_by(Article.id, Revision.number, Mention.field.desc(), Mention.start_cp, Mention.id)
    ).all()
    qualifiers = read_qualifiers(session, {row.slot_id for row in rows if row.slot_id is not None})
    return [describe(row, qualifiers.get(row.slot_id, {})) for row in rows]


def select_mentions() -> Select[*tuple[Any, ...]]:
    """Return the query whose rows `describe` understands."""
    return (
        select(
            Mention,
            *VALUE_COLUMNS,
            Claim.slot_id,
            Claim.polarity,
            Claim.modality,
            Claim.as_of,
            Article.id.label("article_id"),
            Article.external_id,
            Article.language,
            Revision.number.label("revision"),
            Predicate.key.label("predicate"),
            SUBJECT.id.label("subject_id"),
            SUBJECT.label.label("subject"),
            SPEAKER.label.label("speaker"),
        )
        .join(Claim, Claim.id == Mention.claim_id)
        .join(Revision, Revision.id == Mention.revision_id)
        .join(Article, Article.id == Revision.article_id)
        .outerjoin(Slot, Slot.id == Claim.slot_id)
        .outerjoin(CANONICAL, CANONICAL.id == Slot.canonical_id)
        .outerjoin(SUBJECT, SUBJECT.id == func.coalesce(CANONICAL.subject_id, Mention.subject_id))
        .outerjoin(Predicate, Predicate.id == Slot.predicate_id)
        .outerjoin(Unit, Unit.id == Claim.unit_id)
        .outerjoin(Entity, Entity.id == Claim.value_entity_id)
        .outerjoin(SPEAKER, SPEAKER.id == Mention.speaker_id)
    )


def describe(row: Any, qualifiers: dict[str, str]) -> dict[str, Any]:
    """Return one mention as the JSON contract writes it."""
    mention = row.Mention
    value = value_of(row)
    return {
        "id": write_id("mention", mention.id),
        "claim": write_id("claim", mention.claim_id),
        "article": write_id("article", row.article_id),
        "external_id": row.external_id,
        "language": row.language,
        "revision": row.revision,
        "field": mention.field,
        "start": mention.start_cp,
        "end": mention.end_cp,
        "quote": mention.quote,
        "state": mention.state,
        "subject": None
        if row.subject_id is None
        else {"id": write_id("entity", row.subject_id), "label": row.subject},
        "predicate": row.predicate,
        "snak": row.snak,
        "value": None if value is None else value.to_json(),
        "qualifiers": qualifiers,
        "polarity": row.polarity,
        "modality": row.modality,
        "as_of": row.as_of or None,
        "speaker": _speaker(mention, row.speaker),
        "voice": mention.voice,
        "hedged": bool(mention.hedged),
        "score": mention.score,
        "reasons": json.loads(mention.reasons),
    }


def _speaker(mention: Mention, label: str | None) -> dict[str, Any] | None:
    if mention.speaker_snak is None:
        return None
    if mention.speaker_id is None:
        return {"id": None, "label": "(unnamed)"}
    return {"id": write_id("entity", mention.speaker_id), "label": label}


def read_qualifiers(session: Session, slot_ids: Iterable[int]) -> dict[int, dict[str, str]]:
    """Return the separators of each slot."""
    found: dict[int, dict[str, str]] = {}
    wanted = sorted(slot_ids)
    for start in range(0, len(wanted), 500):
        rows = session.execute(
            select(Qualifier.slot_id, Qualifier.key, Qualifier.value)
            .where(Qualifier.slot_id.in_(wanted[start : start + 500]))
            .order_by(Qualifier.key)
        )
        for row in rows:
            found.setdefault(row.slot_id, {})[row.key] = row.value
    return found
