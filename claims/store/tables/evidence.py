"""What speaks for or against a claim."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table, one_of

STANCES = ("supports", "refutes", "qualifies", "no answer")


class Evidence(Table):
    """What one snapshot says about one claim."""

    __tablename__ = "evidence"
    __table_args__ = (one_of("stance", STANCES),)

    id: Mapped[Id]
    stance: Mapped[str] = mapped_column(doc="supports, refutes, qualifies or no answer.")
    quote: Mapped[str | None] = mapped_column(doc="The passage; it stands in the snapshot's text.")
    question: Mapped[str | None] = mapped_column(doc="What was asked.")
    answer: Mapped[str | None] = mapped_column(doc="What was answered.")
    created_at: Mapped[str] = mapped_column(doc="When it was added.")
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), index=True, doc="The claim it is about.")
    snapshot_id: Mapped[int] = mapped_column(
        ForeignKey("snapshot.id"), index=True, doc="Where it comes from."
    )
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"), doc="Who added it.")
