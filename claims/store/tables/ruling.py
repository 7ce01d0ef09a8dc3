"""House facts."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Flag, Id, Table, is_flag, is_given


class Ruling(Table):
    """The house fact for a slot: the claim that the desk holds to, or, retracted, no longer holds to."""

    __tablename__ = "ruling"
    __table_args__ = (
        UniqueConstraint("supersedes_id"),
        Index("uq_ruling_root", "slot_id", unique=True, sqlite_where=text("supersedes_id IS NULL")),
        is_given("reason"),
        is_flag("retracts"),
        CheckConstraint("supersedes_id < id", name="supersedes_an_earlier_one"),
        CheckConstraint("valid_from <= valid_until", name="validity_is_forward"),
    )

    id: Mapped[Id]
    reason: Mapped[str] = mapped_column(doc="Why the desk holds to it.")
    retracts: Mapped[Flag] = mapped_column(doc="1 where the house fact is withdrawn.")
    valid_from: Mapped[str | None] = mapped_column(doc="First day it holds; NULL: always did.")
    valid_until: Mapped[str | None] = mapped_column(doc="Last day it holds; NULL: until changed.")
    created_at: Mapped[str] = mapped_column(doc="When it was decided.")
    slot_id: Mapped[int] = mapped_column(ForeignKey("slot.id"), doc="The question.")
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), index=True, doc="The answer.")
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"), doc="Who decided.")
    supersedes_id: Mapped[int | None] = mapped_column(
        ForeignKey("ruling.id"), doc="The ruling that it replaces."
    )


class RulingEvidence(Table):
    """Evidence that a ruling rests on."""

    __tablename__ = "ruling_evidence"

    ruling_id: Mapped[int] = mapped_column(ForeignKey("ruling.id"), primary_key=True, doc="The ruling.")
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"), primary_key=True, doc="The evidence.")
