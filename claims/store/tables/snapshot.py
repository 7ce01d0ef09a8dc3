"""Archived texts of sources."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table


class Snapshot(Table):
    """What a source said when it was archived."""

    __tablename__ = "snapshot"
    __table_args__ = (UniqueConstraint("source_id", "text_sha256"),)

    id: Mapped[Id]
    taken_at: Mapped[str] = mapped_column(doc="When it was archived.")
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), doc="The source.")
    text_sha256: Mapped[str] = mapped_column(ForeignKey("text.sha256"), index=True, doc="Its text.")
    credit: Mapped[str | None] = mapped_column(
        doc="News agency or paper that its text names as its source, such as dpa: sources that name one have one origin."
    )
