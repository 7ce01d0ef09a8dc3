"""Inquiries, for lists."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.queries.reference import write_id
from claims.store.tables import Inquiry, Reviewer


def list_inquiries(session: Session, *, open_only: bool = False) -> list[dict[str, Any]]:
    """Return inquiries: unanswered ones first, by when an answer is due, then the answered ones."""
    query = (
        select(Inquiry, Reviewer.handle)
        .join(Reviewer, Reviewer.id == Inquiry.reviewer_id)
        .order_by(Inquiry.answer.is_not(None), Inquiry.due_at.is_(None), Inquiry.due_at, Inquiry.id)
    )
    if open_only:
        query = query.where(Inquiry.answer.is_(None))
    return [
        {
            "id": write_id("inquiry", row.Inquiry.id),
            "asked": row.Inquiry.asked,
            "question": row.Inquiry.question,
            "asked_at": row.Inquiry.asked_at,
            "due_at": row.Inquiry.due_at,
            "answer": row.Inquiry.answer,
            "answered_at": row.Inquiry.answered_at,
            "article": None
            if row.Inquiry.article_id is None
            else write_id("article", row.Inquiry.article_id),
            "claim": None if row.Inquiry.claim_id is None else write_id("claim", row.Inquiry.claim_id),
            "reviewer": row.handle,
        }
        for row in session.execute(query)
    ]
