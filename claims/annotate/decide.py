"""Accepting and rejecting mentions."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import DecisionRefused
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_mentions
from claims.store.record import record
from claims.store.tables import Article, Claim, Decision, Entity, Mention, Revision, Slot
from claims.store.write import insert, update


def accept_mentions(session: Session, mention_ids: Sequence[int], *, note: str | None = None) -> int:
    """Accept mentions, and with them the names they use; return how many were not accepted before.

    Raises:
        DecisionRefused: One stands in a text that was replaced since; nothing is accepted then.
    """
    changed = _decide(session, mention_ids, "accepted", note)
    named = (
        select(Slot.subject_id, Claim.value_entity_id, Mention.speaker_id)
        .join(Mention, Mention.claim_id == Claim.id)
        .outerjoin(Slot, Slot.id == Claim.slot_id)
    )
    for row in session.execute(named.where(Mention.id.in_(mention_ids))).all():
        for entity_id in filter(None, row):
            update(session, Entity, entity_id, state="accepted")
    record(session, "mention", mention_ids[0] if len(mention_ids) == 1 else None, "accept")
    return changed


def reject_mentions(session: Session, mention_ids: Sequence[int], *, note: str | None = None) -> int:
    """Reject mentions, so that they take no part in checks; return how many were not rejected before.

    Raises:
        DecisionRefused: One stands in a text that was replaced since; nothing is rejected then.
    """
    changed = _decide(session, mention_ids, "rejected", note)
    record(session, "mention", mention_ids[0] if len(mention_ids) == 1 else None, "reject")
    return changed


def decide(
    session: Session,
    mention_id: int,
    claim_id: int,
    state: str,
    at: str,
    *,
    from_claim_id: int | None = None,
    note: str | None = None,
) -> None:
    """Write one decision: what the mention claims from now on, and whether it does.

    `from_claim_id` is what it claimed until then, if that was another claim.
    """
    reviewer_id = session.info["actor_id"]
    insert(
        session,
        Decision,
        state=state,
        at=at,
        note=note,
        mention_id=mention_id,
        claim_id=claim_id,
        from_claim_id=from_claim_id,
        reviewer_id=reviewer_id,
    )
    update(
        session, Mention, mention_id, claim_id=claim_id, state=state, decided_at=at, decided_by_id=reviewer_id
    )


def _decide(session: Session, mention_ids: Sequence[int], state: str, note: str | None) -> int:
    rows = session.execute(
        select(
            Mention.id,
            Mention.state,
            Mention.decided_by_id,
            Mention.claim_id,
            Claim.slot_id,
            Revision.number,
            Article.revisions,
        )
        .join(Claim, Claim.id == Mention.claim_id)
        .join(Revision, Revision.id == Mention.revision_id)
        .join(Article, Article.id == Revision.article_id)
        .where(Mention.id.in_(mention_ids))
    ).all()
    for row in rows:
        if row.number != row.revisions:
            raise DecisionRefused(
                f"{write_id('mention', row.id)} stands in revision {row.number}, the article is at {row.revisions};"
                " decide on the newest text"
            )
    fresh = [row for row in rows if row.state != state or row.decided_by_id is None]
    at = session.info["at"]()
    for row in fresh:
        decide(session, row.id, row.claim_id, state, at, note=note)
    mark_mentions(session, [(row.claim_id, row.id) for row in fresh])
    return len(fresh)
