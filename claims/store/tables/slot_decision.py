"""What reviewers decided of two questions that look like one."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Flag, Id, Table, is_flag


class SlotDecision(Table):
    """Two slots are one question, or are not; of several decisions on a pair the last one holds."""

    __tablename__ = "slot_decision"
    __table_args__ = (
        is_flag("same"),
        CheckConstraint("slot_id <> other_id", name="slots_are_two"),
        CheckConstraint("same = 1 OR length(trim(reason)) > 0", name="difference_has_a_reason"),
        Index(None, "slot_id"),
        Index(None, "other_id"),
    )

    id: Mapped[Id]
    same: Mapped[Flag] = mapped_column(doc="1: one question, the second stands for both; 0: two.")
    reason: Mapped[str] = mapped_column(doc="Why.")
    at: Mapped[str] = mapped_column(doc="When.")
    slot_id: Mapped[int] = mapped_column(ForeignKey("slot.id"), doc="The one slot.")
    other_id: Mapped[int] = mapped_column(
        ForeignKey("slot.id"), doc="The other; of a join what stands for both."
    )
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"), doc="Who decided.")
