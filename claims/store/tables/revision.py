"""Immutable texts of articles."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table


class Revision(Table):
    """One immutable text of one article; a changed text is a further revision."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        CheckConstraint("number >= 1", name="number_counts_from_one"),
        CheckConstraint("length(raw_sha256) = 64", name="raw_sha256_is_hex"),
    )

    id: Mapped[Id]
    number: Mapped[int] = mapped_column(doc="1 for the first text of its article, then without gaps.")
    title: Mapped[str | None] = mapped_column(doc="The headline, if there is one.")
    raw_sha256: Mapped[str] = mapped_column(doc="SHA-256 of the bytes as they were read.")
    letters_sha256: Mapped[str | None] = mapped_column(
        index=True, doc="SHA-256 of its letters and digits alone: the same in texts that only look different."
    )
    imported_at: Mapped[str] = mapped_column(doc="When it was imported.")
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), doc="Whose text it is.")
    text_sha256: Mapped[str] = mapped_column(ForeignKey("text.sha256"), index=True, doc="The text.")
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id"), index=True, doc="The import that brought it."
    )
