"""Inconsistencies that rules or reviewers found, and what became of them."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table, is_given, one_of

SEVERITIES = ("info", "warning", "violation")
"""From mild to grave."""

FINDING_STATES = ("open", "acknowledged", "waived", "fixed", "reopened")
ACTIONS = ("open", "acknowledge", "waive", "fix", "reopen")


class Finding(Table):
    """One inconsistency; the same one keeps its row for as long as the ledger lives."""

    __tablename__ = "finding"
    __table_args__ = (
        one_of("severity", SEVERITIES),
        one_of("state", FINDING_STATES),
        is_given("message"),
        Index(None, "state"),
    )

    id: Mapped[Id]
    rule: Mapped[str] = mapped_column(doc="The rule that found it.")
    severity: Mapped[str] = mapped_column(doc="violation, warning or info.")
    state: Mapped[str] = mapped_column(
        doc="What its last act left: open, acknowledged, waived, fixed or reopened."
    )
    fingerprint: Mapped[str] = mapped_column(unique=True, doc="SHA-256 of rule and natural keys; no row ids.")
    content_hash: Mapped[str] = mapped_column(
        doc="Sum of the SHA-256 of each claim with its alternative; a waiver binds to it."
    )
    message: Mapped[str] = mapped_column(doc="What does not fit, in one sentence.")
    slot_id: Mapped[int | None] = mapped_column(ForeignKey("slot.id"), index=True, doc="The question.")


class FindingMember(Table):
    """A claim that takes part in a finding; rewritten whenever the finding changes."""

    __tablename__ = "finding_member"

    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id"), primary_key=True, doc="The finding.")
    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claim.id"), primary_key=True, index=True, doc="The claim."
    )
    alternative: Mapped[int | None] = mapped_column(
        doc="Which of the incompatible answers it gives; NULL: several."
    )
    fits: Mapped[str] = mapped_column(doc="JSON list of the answers that it fits.")


class FindingSlot(Table):
    """A question that a finding rests on beside its own, of rules that look beyond one; in no event."""

    __tablename__ = "finding_slot"

    slot_id: Mapped[int] = mapped_column(ForeignKey("slot.id"), primary_key=True, doc="The question.")
    finding_id: Mapped[int] = mapped_column(
        ForeignKey("finding.id"), primary_key=True, index=True, doc="The finding."
    )


class FindingAct(Table):
    """A step in a finding's life; the tool's own acts have no reviewer."""

    __tablename__ = "finding_act"
    __table_args__ = (
        one_of("action", ACTIONS),
        CheckConstraint("action <> 'waive' OR length(trim(reason)) > 0", name="waiver_has_a_reason"),
    )

    id: Mapped[Id]
    action: Mapped[str] = mapped_column(doc="open, acknowledge, waive, fix or reopen.")
    at: Mapped[str] = mapped_column(doc="When.")
    content_hash: Mapped[str] = mapped_column(doc="What the finding held at that time.")
    reason: Mapped[str] = mapped_column(doc="Why; empty for the tool's own acts.")
    until: Mapped[str | None] = mapped_column(doc="Last day of a waiver.")
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id"), index=True, doc="The finding.")
    reviewer_id: Mapped[int | None] = mapped_column(
        ForeignKey("reviewer.id"), doc="Who; NULL: the cross-check."
    )
    run_id: Mapped[int | None] = mapped_column(ForeignKey("check_run.id"), doc="The run that did it.")
