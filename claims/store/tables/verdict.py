"""Reviewers' judgements of claims."""

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Flag, Id, Table, is_flag, is_given, one_of

ABOUTS = ("content", "attribution", "context")


class Verdict(Table):
    """One reviewer's judgement of one claim; a change of mind is a further row, so is a retraction.

    The chain of a reviewer's verdicts on a claim is linear: one root, and each row superseded once.
    """

    __tablename__ = "verdict"
    __table_args__ = (
        UniqueConstraint("id", "claim_id", "about", "mention_key", "reviewer_id"),
        UniqueConstraint("supersedes_id"),
        ForeignKeyConstraint(
            ["supersedes_id", "claim_id", "about", "mention_key", "reviewer_id"],
            ["verdict.id", "verdict.claim_id", "verdict.about", "verdict.mention_key", "verdict.reviewer_id"],
        ),
        Index(
            "uq_verdict_root",
            "claim_id",
            "about",
            "mention_key",
            "reviewer_id",
            unique=True,
            sqlite_where=text("supersedes_id IS NULL"),
        ),
        one_of("about", ABOUTS),
        is_flag("none_found"),
        is_given("rationale"),
        CheckConstraint("supersedes_id < id", name="supersedes_an_earlier_one"),
        CheckConstraint("mention_key = coalesce(mention_id, 0)", name="mention_key_fits"),
        CheckConstraint("about = 'content' OR mention_id IS NOT NULL", name="attribution_names_a_mention"),
        CheckConstraint("rating_id IS NOT NULL OR supersedes_id IS NOT NULL", name="retraction_retracts"),
    )

    id: Mapped[Id]
    about: Mapped[str] = mapped_column(doc="content, attribution or context.")
    mention_key: Mapped[int] = mapped_column(doc="mention_id, or 0: lets the chain's keys hold without NULL.")
    rationale: Mapped[str] = mapped_column(doc="Why.")
    as_of: Mapped[str] = mapped_column(doc="The day for which it holds.")
    none_found: Mapped[Flag] = mapped_column(doc="1 where the reviewer looked and found no evidence.")
    basis_hash: Mapped[str] = mapped_column(
        doc="SHA-256 of claim, evidence with snapshots, and mentions seen."
    )
    created_at: Mapped[str] = mapped_column(doc="When it was given.")
    request_id: Mapped[str | None] = mapped_column(
        unique=True, doc="What the program that sent it calls it: sent twice, it counts once."
    )
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), index=True, doc="The claim judged.")
    mention_id: Mapped[int | None] = mapped_column(
        ForeignKey("mention.id"), index=True, doc="The mention judged."
    )
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"), doc="Who judged.")
    rating_id: Mapped[int | None] = mapped_column(
        ForeignKey("rating.id"), doc="The rating; NULL: a retraction."
    )
    supersedes_id: Mapped[int | None] = mapped_column(doc="The verdict that this one replaces.")


class VerdictEvidence(Table):
    """Evidence that a verdict used, with the snapshot's hash as it was seen."""

    __tablename__ = "verdict_evidence"

    verdict_id: Mapped[int] = mapped_column(ForeignKey("verdict.id"), primary_key=True, doc="The verdict.")
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"), primary_key=True, doc="The evidence.")
    snapshot_sha256: Mapped[str] = mapped_column(doc="The snapshot's text as the reviewer saw it.")


class VerdictMention(Table):
    """A mention that the reviewer saw when judging."""

    __tablename__ = "verdict_mention"

    verdict_id: Mapped[int] = mapped_column(ForeignKey("verdict.id"), primary_key=True, doc="The verdict.")
    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id"), primary_key=True, doc="The mention.")


class VerdictConsidered(Table):
    """A verdict that an adjudication settles."""

    __tablename__ = "verdict_considered"
    __table_args__ = (CheckConstraint("considered_id < verdict_id", name="considers_earlier_ones"),)

    verdict_id: Mapped[int] = mapped_column(
        ForeignKey("verdict.id"), primary_key=True, doc="The adjudication."
    )
    considered_id: Mapped[int] = mapped_column(
        ForeignKey("verdict.id"), primary_key=True, doc="The verdict settled."
    )
