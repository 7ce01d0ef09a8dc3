"""What was changed in print, and why."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table, is_given, one_of

CORRECTION_KINDS = ("correction", "clarification", "addition", "retraction", "unannounced")


class Correction(Table):
    """One change of a published article."""

    __tablename__ = "correction"
    __table_args__ = (one_of("kind", CORRECTION_KINDS), is_given("reason"))

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(doc="correction, clarification, addition, retraction or unannounced.")
    quote_before: Mapped[str | None] = mapped_column(doc="The passage before.")
    quote_after: Mapped[str | None] = mapped_column(doc="The passage after.")
    reason: Mapped[str] = mapped_column(doc="Why it was changed.")
    noticed_at: Mapped[str | None] = mapped_column(doc="When the error was noticed.")
    published_at: Mapped[str | None] = mapped_column(doc="When the change was published.")
    retracted_at: Mapped[str | None] = mapped_column(doc="When it was taken back; NULL: it stands.")
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True, doc="The article.")
    from_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"), doc="The text before.")
    to_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"), doc="The text after.")
    finding_id: Mapped[int | None] = mapped_column(
        ForeignKey("finding.id"), doc="The finding that led to it."
    )
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"), doc="Who decided.")
