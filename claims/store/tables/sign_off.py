"""Articles declared ready by a reviewer."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table


class SignOff(Table):
    """A reviewer's word that an article is checked, good for exactly the text that they saw."""

    __tablename__ = "sign_off"
    __table_args__ = (CheckConstraint("length(text_sha256) = 64", name="text_sha256_is_hex"),)

    id: Mapped[Id]
    at: Mapped[str] = mapped_column(doc="When.")
    text_sha256: Mapped[str] = mapped_column(ForeignKey("text.sha256"), doc="The text that they saw.")
    note: Mapped[str | None] = mapped_column(doc="What they left open, in words.")
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True, doc="The article.")
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), doc="The revision with that text.")
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"), doc="Who.")
