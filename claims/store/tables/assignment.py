"""Who is to check what, by when."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table


class Assignment(Table):
    """An article or a claim given to a reviewer."""

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint("(article_id IS NULL) <> (claim_id IS NULL)", name="is_about_one_thing"),
    )

    id: Mapped[Id]
    due_at: Mapped[str | None] = mapped_column(doc="By when.")
    done_at: Mapped[str | None] = mapped_column(doc="When it was done.")
    created_at: Mapped[str] = mapped_column(doc="When it was given.")
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"), index=True, doc="The article.")
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("claim.id"), index=True, doc="The claim.")
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"), index=True, doc="Who is to do it.")
    created_by_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"), doc="Who gave it.")
