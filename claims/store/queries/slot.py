"""Slots: the questions, and which of them wait for a cross-check."""

import hashlib
from collections.abc import Iterable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.store.record import canonical
from claims.store.tables import Claim, DirtyMention, DirtySlot, Entity, Qualifier, Slot
from claims.store.write import allocate_ids, insert, insert_rows


def hash_qualifiers(qualifiers: Mapping[str, str]) -> str:
    """Return the SHA-256 of the separators as canonical JSON."""
    return hashlib.sha256(canonical(dict(sorted(qualifiers.items())))).hexdigest()


def get_or_add_slot(
    session: Session, subject_id: int, predicate_id: int, qualifiers: Mapping[str, str]
) -> int:
    """Return the slot of a question, adding it if nobody asked it before."""
    digest = hash_qualifiers(qualifiers)
    found = session.scalar(
        select(Slot.id).where(
            Slot.subject_id == subject_id, Slot.predicate_id == predicate_id, Slot.qualifiers_hash == digest
        )
    )
    if found is not None:
        return found
    slot_id = allocate_ids(session, Slot)
    insert(
        session,
        Slot,
        id=slot_id,
        qualifiers_hash=digest,
        subject_id=subject_id,
        predicate_id=predicate_id,
        canonical_id=_find_standing(session, subject_id, predicate_id, digest) or slot_id,
    )
    insert_rows(
        session,
        Qualifier,
        ("slot_id", "key", "value"),
        [(slot_id, key, value) for key, value in qualifiers.items()],
    )
    return slot_id


def _find_standing(session: Session, subject_id: int, predicate_id: int, digest: str) -> int | None:
    """Return the slot that stands for this question among those of entities merged with the subject."""
    up = select(Entity.id, Entity.merged_into_id).where(Entity.id == subject_id).cte(recursive=True)
    up = up.union(select(Entity.id, Entity.merged_into_id).where(Entity.id == up.c.merged_into_id))
    down = select(up.c.id).where(up.c.merged_into_id.is_(None)).cte(recursive=True)
    down = down.union(select(Entity.id).where(Entity.merged_into_id == down.c.id))
    return session.scalar(
        select(func.min(Slot.canonical_id)).where(
            Slot.subject_id.in_(select(down.c.id)),
            Slot.predicate_id == predicate_id,
            Slot.qualifiers_hash == digest,
        )
    )


def mark_mentions(session: Session, changed: Iterable[tuple[int, int]]) -> None:
    """Note which mentions, given with the claim each makes or made, came, went or changed.

    The next cross-check looks at these claims and no others.
    """
    wanted = sorted(set(changed))
    if wanted:
        session.connection().exec_driver_sql(
            "INSERT INTO dirty_mention (claim_id, mention_id)"
            " SELECT id, ? FROM claim WHERE id = ? AND slot_id IS NOT NULL ON CONFLICT DO NOTHING",
            [(mention_id, claim_id) for claim_id, mention_id in wanted],
        )


def mark_claims(session: Session, claim_ids: Iterable[int]) -> None:
    """Note that what is judged of these claims changed, not who makes them."""
    mark_mentions(session, ((claim_id, 0) for claim_id in claim_ids))


def mark_articles(session: Session, article_ids: Iterable[int]) -> None:
    """Note that the claims of these articles, in whichever revision, may no longer be what they say."""
    for article_id in sorted(set(article_ids)):
        session.connection().exec_driver_sql(
            "INSERT INTO dirty_mention (claim_id, mention_id)"
            " SELECT claim.id, mention.id FROM revision"
            " CROSS JOIN mention ON mention.revision_id = revision.id"
            " CROSS JOIN claim ON claim.id = mention.claim_id"
            " WHERE revision.article_id = ? AND claim.slot_id IS NOT NULL ON CONFLICT DO NOTHING",
            (article_id,),
        )


def mark_dirty(session: Session, slot_ids: Iterable[int]) -> None:
    """Note that the questions of these slots must be read anew as a whole: who is who changed, or a rule.

    Where only some claims changed, marking these costs less: `mark_mentions`.
    """
    wanted = sorted(set(slot_ids))
    if wanted:
        session.connection().exec_driver_sql(
            "INSERT INTO dirty_slot (slot_id) VALUES (?) ON CONFLICT DO NOTHING",
            [(slot_id,) for slot_id in wanted],
        )


def count_dirty(session: Session) -> int:
    """Return how many slots changed since the last cross-check."""
    marked = select(DirtySlot.slot_id).union(
        select(Claim.slot_id).join(DirtyMention, DirtyMention.claim_id == Claim.id)
    )
    return session.scalar(select(func.count()).select_from(marked.subquery())) or 0
