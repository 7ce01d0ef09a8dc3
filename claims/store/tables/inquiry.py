"""Whom the desk asked, and what they answered."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table, is_given


class Inquiry(Table):
    """A question that the desk put to somebody."""

    __tablename__ = "inquiry"
    __table_args__ = (
        is_given("asked"),
        is_given("question"),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answer_has_a_time"),
    )

    id: Mapped[Id]
    asked: Mapped[str] = mapped_column(doc="Whom.")
    question: Mapped[str] = mapped_column(doc="What.")
    asked_at: Mapped[str] = mapped_column(doc="When.")
    due_at: Mapped[str | None] = mapped_column(doc="By when an answer was wanted.")
    answer: Mapped[str | None] = mapped_column(doc="What came back.")
    answered_at: Mapped[str | None] = mapped_column(doc="When it came.")
    article_id: Mapped[int | None] = mapped_column(
        ForeignKey("article.id"), index=True, doc="About which article."
    )
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("claim.id"), index=True, doc="About which claim.")
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"), doc="Who asked.")
