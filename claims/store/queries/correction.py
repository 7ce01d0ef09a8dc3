"""Corrections, for lists."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from claims.store.queries.reference import write_id
from claims.store.tables import Article, Correction, Reviewer, Revision

_BEFORE, _AFTER = aliased(Revision), aliased(Revision)


def list_corrections(session: Session, *, article_id: int | None = None) -> list[dict[str, Any]]:
    """Return corrections in the order in which they were written down."""
    query = (
        select(
            Correction,
            Article.external_id,
            Reviewer.handle,
            _BEFORE.number.label("from_revision"),
            _AFTER.number.label("to_revision"),
        )
        .join(Article, Article.id == Correction.article_id)
        .join(Reviewer, Reviewer.id == Correction.decided_by_id)
        .outerjoin(_BEFORE, _BEFORE.id == Correction.from_revision_id)
        .outerjoin(_AFTER, _AFTER.id == Correction.to_revision_id)
        .order_by(Correction.id)
    )
    if article_id is not None:
        query = query.where(Correction.article_id == article_id)
    return [
        {
            "id": write_id("correction", row.Correction.id),
            "article": write_id("article", row.Correction.article_id),
            "external_id": row.external_id,
            "kind": row.Correction.kind,
            "from_revision": row.from_revision,
            "to_revision": row.to_revision,
            "before": row.Correction.quote_before,
            "after": row.Correction.quote_after,
            "reason": row.Correction.reason,
            "finding": None
            if row.Correction.finding_id is None
            else write_id("finding", row.Correction.finding_id),
            "noticed_at": row.Correction.noticed_at,
            "published_at": row.Correction.published_at,
            "retracted_at": row.Correction.retracted_at,
            "decided_by": row.handle,
        }
        for row in session.execute(query)
    ]
