"""What sources say by themselves: the rows of reference lists."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table, is_given


class SourceClaim(Table):
    """A claim that a source makes, to hold articles against; it is no mention of an article.

    Those of a source's newest snapshot count.
    """

    __tablename__ = "source_claim"
    __table_args__ = (
        is_given("as_written"),
        CheckConstraint("line >= 1", name="line_counts_from_one"),
    )

    id: Mapped[Id]
    line: Mapped[int] = mapped_column(doc="Where in the list: its line, or its number in a JSON list.")
    as_written: Mapped[str] = mapped_column(doc="The cell as the list has it.")
    slot_id: Mapped[int] = mapped_column(
        ForeignKey("slot.id"), index=True, doc="The question that the claim answers, to be found by it."
    )
    snapshot_id: Mapped[int] = mapped_column(ForeignKey("snapshot.id"), index=True, doc="The archived list.")
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), index=True, doc="The claim.")
