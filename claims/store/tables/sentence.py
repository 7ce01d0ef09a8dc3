"""The sentences of a revision, and what each of them is."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table, one_of

SENTENCE_KINDS = ("claims", "question", "opinion", "boilerplate", "heading", "open")


class Sentence(Table):
    """One sentence of a revision; exists once a tool or a reviewer has read the revision."""

    __tablename__ = "sentence"
    __table_args__ = (
        UniqueConstraint("revision_id", "number"),
        one_of("kind", SENTENCE_KINDS),
        CheckConstraint("0 <= start_cp AND start_cp < end_cp", name="span_is_forward"),
    )

    id: Mapped[Id]
    number: Mapped[int] = mapped_column(doc="1 for the first sentence of the text.")
    start_cp: Mapped[int] = mapped_column(doc="Where it starts, in code points.")
    end_cp: Mapped[int] = mapped_column(doc="Where it ends, exclusive.")
    kind: Mapped[str] = mapped_column(doc="claims, question, opinion, boilerplate, heading, or open.")
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), doc="The text it stands in.")
    decided_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("reviewer.id"), doc="Who said so; NULL: a tool."
    )
