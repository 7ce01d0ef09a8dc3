"""The places in texts where claims are made."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Flag, Id, Table, is_flag, one_of

MENTION_STATES = ("suggested", "accepted", "rejected")
VOICES = ("article", "quote", "indirect", "headline", "caption")
FIELDS = ("text", "title")


class Mention(Table):
    """One place in one revision where a claim is made, anchored to its exact characters."""

    __tablename__ = "mention"
    __table_args__ = (
        one_of("state", MENTION_STATES),
        one_of("voice", VOICES),
        one_of("field", FIELDS),
        one_of("speaker_snak", ("value", "somevalue")),
        is_flag("hedged"),
        CheckConstraint("0 <= start_cp AND start_cp < end_cp", name="span_is_forward"),
        CheckConstraint("(value_start_cp IS NULL) = (value_end_cp IS NULL)", name="value_span_is_whole"),
        CheckConstraint("(speaker_snak IS 'value') = (speaker_id IS NOT NULL)", name="speaker_fits"),
        CheckConstraint("score BETWEEN 0 AND 1", name="score_is_a_share"),
        CheckConstraint("(decided_by_id IS NULL) = (decided_at IS NULL)", name="decision_is_whole"),
        Index(None, "claim_id", "revision_id", "state"),
        Index(None, "revision_id", "state"),
        Index("ix_mention_spoken_claim_id", "claim_id", sqlite_where=text("speaker_id IS NOT NULL")),
        Index("ix_mention_title_claim_id", "claim_id", sqlite_where=text("field = 'title'")),
    )

    id: Mapped[Id]
    field: Mapped[str] = mapped_column(doc="text or title: what the offsets count in.")
    start_cp: Mapped[int] = mapped_column(doc="Where the quote starts, in code points.")
    end_cp: Mapped[int] = mapped_column(doc="Where it ends, exclusive.")
    quote: Mapped[str] = mapped_column(doc="The exact characters at those offsets.")
    prefix: Mapped[str] = mapped_column(doc="Up to 32 characters before, to find it again.")
    suffix: Mapped[str] = mapped_column(doc="Up to 32 characters after.")
    value_start_cp: Mapped[int | None] = mapped_column(doc="Where the value itself starts.")
    value_end_cp: Mapped[int | None] = mapped_column(doc="Where it ends, exclusive.")
    state: Mapped[str] = mapped_column(doc="suggested, accepted or rejected.")
    voice: Mapped[str] = mapped_column(doc="article, quote, indirect, headline or caption.")
    hedged: Mapped[Flag] = mapped_column(doc="1 where the text hedges (könnte, reportedly).")
    speaker_snak: Mapped[str | None] = mapped_column(
        doc="value: speaker named; somevalue: unnamed; NULL: the article."
    )
    score: Mapped[float | None] = mapped_column(doc="How sure the tool was, 0 to 1; NULL: made by hand.")
    reasons: Mapped[str] = mapped_column(doc="JSON list of the tool's reasons in words.")
    created_at: Mapped[str] = mapped_column(doc="When it was suggested or added.")
    decided_at: Mapped[str | None] = mapped_column(doc="When it was accepted or rejected.")
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), doc="The claim made here.")
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), doc="The text it stands in.")
    sentence_id: Mapped[int | None] = mapped_column(
        ForeignKey("sentence.id"), index=True, doc="Its sentence."
    )
    subject_id: Mapped[int | None] = mapped_column(
        ForeignKey("entity.id"),
        doc="What an untyped passage is about; a typed claim's subject is its slot's.",
    )
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("entity.id"), index=True, doc="Who says it.")
    run_id: Mapped[int | None] = mapped_column(
        ForeignKey("suggestion_run.id"), index=True, doc="The tool's run; NULL: by hand."
    )
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id"), doc="Who decided.")
