"""Claims for a list: what live mentions say, whoever says it."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.store.queries.claim import VALUE_COLUMNS, value_of
from claims.store.queries.mention import CANONICAL, SUBJECT, read_qualifiers
from claims.store.queries.reference import write_id
from claims.store.tables import Article, Claim, Entity, Mention, Predicate, Revision, Slot, Unit


def list_claims(session: Session) -> list[dict[str, Any]]:
    """Return the claims of live mentions with how many mentions and articles make them."""
    live = (
        select(
            Mention.claim_id,
            func.count().label("mentions"),
            func.count(Article.id.distinct()).label("articles"),
        )
        .join(Revision, Revision.id == Mention.revision_id)
        .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
        .where(Mention.state != "rejected", Article.withdrawn_at.is_(None))
        .group_by(Mention.claim_id)
        .subquery()
    )
    rows = session.execute(
        select(
            Claim.id,
            Claim.slot_id,
            Claim.polarity,
            Claim.modality,
            Claim.as_of,
            *VALUE_COLUMNS,
            Predicate.key.label("predicate"),
            SUBJECT.id.label("subject_id"),
            SUBJECT.label.label("subject"),
            live.c.mentions,
            live.c.articles,
        )
        .join(live, live.c.claim_id == Claim.id)
        .outerjoin(Slot, Slot.id == Claim.slot_id)
        .outerjoin(CANONICAL, CANONICAL.id == Slot.canonical_id)
        .outerjoin(SUBJECT, SUBJECT.id == CANONICAL.subject_id)
        .outerjoin(Predicate, Predicate.id == Slot.predicate_id)
        .outerjoin(Unit, Unit.id == Claim.unit_id)
        .outerjoin(Entity, Entity.id == Claim.value_entity_id)
        .order_by(SUBJECT.label, Predicate.key, Claim.id)
    ).all()
    qualifiers = read_qualifiers(session, {row.slot_id for row in rows if row.slot_id is not None})
    listed = []
    for row in rows:
        value = value_of(row)
        listed.append(
            {
                "id": write_id("claim", row.id),
                "subject": None
                if row.subject_id is None
                else {"id": write_id("entity", row.subject_id), "label": row.subject},
                "predicate": row.predicate,
                "qualifiers": qualifiers.get(row.slot_id, {}),
                "snak": row.snak,
                "value": {"type": "string", "text": row.value_text} if value is None else value.to_json(),
                "polarity": row.polarity,
                "modality": row.modality,
                "as_of": row.as_of or None,
                "mentions": row.mentions,
                "articles": row.articles,
            }
        )
    return listed
