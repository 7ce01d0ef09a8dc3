"""Claims: as a list of what live mentions say, and one with all that is known of it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from claims.store.queries.claim import VALUE_COLUMNS, value_of
from claims.store.queries.mention import CANONICAL, SUBJECT, describe, read_qualifiers, select_mentions
from claims.store.queries.reference import write_id
from claims.store.queries.ruling import list_rulings
from claims.store.queries.source import list_evidence
from claims.store.queries.verdict import list_verdicts
from claims.store.tables import Article, Claim, Entity, Mention, Predicate, Revision, Slot, Unit


def list_claims(session: Session) -> list[dict[str, Any]]:
    """Return the claims of live mentions with how many mentions and articles make them."""
    live = _count_live()
    query = _select_claims().add_columns(live.c.mentions, live.c.articles)
    query = query.join(live, live.c.claim_id == Claim.id).order_by(SUBJECT.label, Predicate.key, Claim.id)
    return _describe_all(session, session.execute(query).all())


def get_claim(session: Session, claim_id: int) -> dict[str, Any]:
    """Return an existing claim as the list has it, with "others", "places", "verdicts", "evidence", "rulings".

    "others" are the other answers to the same question that live mentions give; "places" the mentions of
    the claim in the JSON contract's form, replaced texts and rejected ones too; "rulings" the standing
    house facts of the question.
    """
    [claim] = _describe_all(session, session.execute(_select_counted([claim_id])).all())
    slot = session.execute(
        select(Slot.id, Slot.canonical_id).join(Claim, Claim.slot_id == Slot.id).where(Claim.id == claim_id)
    ).one_or_none()
    same = select(Slot.id).where(Slot.canonical_id == (slot.canonical_id if slot else None))
    beside = select(Claim.id).where(Claim.slot_id.in_(same), Claim.id != claim_id)
    others = _select_counted(beside).order_by(Claim.id)
    described = _describe_all(session, session.execute(others).all()) if slot else []
    places = session.execute(
        select_mentions()
        .where(Mention.claim_id == claim_id)
        .order_by(
            Article.published.is_(None), Article.published, Article.id, Revision.number, Mention.start_cp
        )
    ).all()
    qualifiers = read_qualifiers(session, {row.slot_id for row in places if row.slot_id is not None})
    return claim | {
        "others": [one for one in described if one["mentions"]],
        "places": [describe(row, qualifiers.get(row.slot_id, {})) for row in places],
        "verdicts": list_verdicts(session, claim_id=claim_id),
        "evidence": list_evidence(session, claim_id=claim_id),
        "rulings": list_rulings(session, slot_id=slot.id, standing_only=True) if slot else [],
    }


def _count_live(wanted: Any = None) -> Any:
    """Return the subquery of live mentions and their articles per claim, of these claims or of all."""
    query = (
        select(
            Mention.claim_id,
            func.count().label("mentions"),
            func.count(Article.id.distinct()).label("articles"),
        )
        .join(Revision, Revision.id == Mention.revision_id)
        .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
        .where(Mention.state != "rejected", Article.withdrawn_at.is_(None))
        .group_by(Mention.claim_id)
    )
    return (query if wanted is None else query.where(Mention.claim_id.in_(wanted))).subquery()


def _select_counted(wanted: Any) -> Select[*tuple[Any, ...]]:
    """Return the query for these claims, whether or not anything live makes them."""
    live = _count_live(wanted)
    counts = (
        func.coalesce(live.c.mentions, 0).label("mentions"),
        func.coalesce(live.c.articles, 0).label("articles"),
    )
    return (
        _select_claims()
        .add_columns(*counts)
        .outerjoin(live, live.c.claim_id == Claim.id)
        .where(Claim.id.in_(wanted))
    )


def _select_claims() -> Select[*tuple[Any, ...]]:
    return (
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
        )
        .outerjoin(Slot, Slot.id == Claim.slot_id)
        .outerjoin(CANONICAL, CANONICAL.id == Slot.canonical_id)
        .outerjoin(SUBJECT, SUBJECT.id == CANONICAL.subject_id)
        .outerjoin(Predicate, Predicate.id == Slot.predicate_id)
        .outerjoin(Unit, Unit.id == Claim.unit_id)
        .outerjoin(Entity, Entity.id == Claim.value_entity_id)
    )


def _describe_all(session: Session, rows: Sequence[Any]) -> list[dict[str, Any]]:
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
