"""What reviewers decided about mentions, step by step."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.mention import MENTION_STATES
from claims.store.tables.table import Id, Table, one_of


class Decision(Table):
    """One decision about one mention; the newest is what the mention's own columns say.

    Kept as rows of their own, so that a report can say what was known at any time.
    """

    __tablename__ = "decision"
    __table_args__ = (one_of("state", MENTION_STATES),)

    id: Mapped[Id]
    state: Mapped[str] = mapped_column(doc="accepted or rejected; suggested: the decision was taken back.")
    at: Mapped[str] = mapped_column(doc="When.")
    note: Mapped[str | None] = mapped_column(doc="What the reviewer noted.")
    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id"), index=True, doc="The mention.")
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), doc="The claim that it makes from then on.")
    from_claim_id: Mapped[int | None] = mapped_column(
        ForeignKey("claim.id"), doc="The claim that it made until then, where that was another one."
    )
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"), doc="Who decided.")
