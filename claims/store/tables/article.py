"""Published documents."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table, is_given


class Article(Table):
    """A published document; its texts are its revisions."""

    __tablename__ = "article"
    __table_args__ = (is_given("identity"), CheckConstraint("revisions >= 0", name="revisions_counts"))

    id: Mapped[Id]
    identity: Mapped[str] = mapped_column(
        unique=True, doc="What makes it the same: id:…, else url:…, else path:…."
    )
    external_id: Mapped[str | None] = mapped_column(index=True, doc="The id it was imported with.")
    url: Mapped[str | None] = mapped_column(index=True, doc="Where it was published.")
    path: Mapped[str | None] = mapped_column(doc="The file it came from, relative to the import's argument.")
    outlet: Mapped[str | None] = mapped_column(doc="Who published it.")
    author: Mapped[str | None] = mapped_column(doc="Who wrote it.")
    published: Mapped[str | None] = mapped_column(doc="When it was published: an ISO date or time.")
    language: Mapped[str | None] = mapped_column(doc="ISO 639-1 code.")
    revisions: Mapped[int] = mapped_column(doc="How many revisions it has; the newest has this number.")
    withdrawn_at: Mapped[str | None] = mapped_column(doc="When it was taken out of the checks.")
    withdrawn_reason: Mapped[str | None] = mapped_column(doc="Why, in words.")
    origin_id: Mapped[int | None] = mapped_column(
        ForeignKey("article.id"), index=True, doc="The agency copy that it repeats."
    )
