"""The steps of a finding's life, for lists."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.tables import FindingAct, Reviewer


def list_acts(session: Session, finding_id: int) -> list[dict[str, Any]]:
    """Return what became of a finding, step by step; `reviewer` is null for the cross-check's own acts."""
    rows = session.execute(
        select(FindingAct, Reviewer.handle)
        .outerjoin(Reviewer, Reviewer.id == FindingAct.reviewer_id)
        .where(FindingAct.finding_id == finding_id)
        .order_by(FindingAct.id)
    )
    return [
        {
            "action": row.FindingAct.action,
            "at": row.FindingAct.at,
            "reviewer": row.handle,
            "reason": row.FindingAct.reason,
            "until": row.FindingAct.until,
            "content_hash": row.FindingAct.content_hash,
        }
        for row in rows
    ]
