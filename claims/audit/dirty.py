"""Which questions a change of a row touches, so that the next cross-check looks at them."""

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from claims.store.queries.article import list_slots_of
from claims.store.tables import Claim, Correction, Finding, Mention, Ruling, Slot


def list_touched(session: Session, table: str, ids: Iterable[int]) -> set[int]:
    """Return the slots that rows of a table bear on; none for tables that take no part in checks."""
    wanted = list(ids)
    if table == "article":
        return set(list_slots_of(session, wanted))
    if table == "correction":
        articles = session.scalars(select(Correction.article_id).where(Correction.id.in_(wanted)))
        return set(list_slots_of(session, articles))
    queries = {
        "mention": select(Claim.slot_id)
        .join(Mention, Mention.claim_id == Claim.id)
        .where(Mention.id.in_(wanted)),
        "claim": select(Claim.slot_id).where(Claim.id.in_(wanted)),
        "ruling": select(Ruling.slot_id).where(Ruling.id.in_(wanted)),
        "finding": select(Finding.slot_id).where(Finding.id.in_(wanted)),
        "slot": select(Slot.id).where(or_(Slot.id.in_(wanted), Slot.canonical_id.in_(wanted))),
        "entity": select(Slot.id)
        .outerjoin(Claim, Claim.slot_id == Slot.id)
        .where(or_(Slot.subject_id.in_(wanted), Claim.value_entity_id.in_(wanted))),
    }
    if table not in queries:
        return set()
    return {slot for slot in session.scalars(queries[table]) if slot is not None}
