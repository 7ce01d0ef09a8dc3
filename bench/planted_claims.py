"""Where the claims of a planted case stand in its desk's ledger."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store import tables as t
from tests.crosscheck.planted.case import Case, read_passage


def list_claims(
    session: Session, case: Case, articles: dict[int, int], passage: str
) -> dict[int, str | None]:
    """Return the claims made where a passage stands with their predicates; None where a claim is untyped.

    Mentions of the revision that the numbered article is count, live or not.
    """
    number, words = read_passage(passage)
    article = case.article[number - 1]
    where = "text" if words in article.text else "title"
    start = str(getattr(article, where)).index(words)
    query = (
        select(t.Claim.id, t.Predicate.key)
        .join(t.Mention, t.Mention.claim_id == t.Claim.id)
        .join(t.Revision, t.Revision.id == t.Mention.revision_id)
        .outerjoin(t.Slot, t.Slot.id == t.Claim.slot_id)
        .outerjoin(t.Predicate, t.Predicate.id == t.Slot.predicate_id)
        .where(
            t.Revision.article_id == articles[number],
            t.Revision.number == 1 + count_before(case, number),
            t.Mention.field == where,
            t.Mention.start_cp < start + len(words),
            t.Mention.end_cp > start,
        )
        .order_by(t.Claim.id)
    )
    return {row.id: row.key for row in session.execute(query)}


def count_before(case: Case, number: int) -> int:
    revised = case.article[number - 1].revises
    return 0 if revised is None else sum(one.revises == revised for one in case.article[: number - 1]) + 1
