"""What takes part in the cross-check, derived from live mentions."""

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Flag, Table, is_flag, one_of

CHECK_KINDS = ("asserted", "listed", "negated", "novalue")
"""A listed value is one of many right answers: only a denial contradicts it."""


class CheckRow(Table):
    """One comparable value in one slot; rebuilt at will, in no event.

    `key` is the canonical slot × 8 + facet (0 value, 1 start, 2 end, 3 entity or text) × 2 + modality
    class (0 happened, 1 planned). `lo` and `hi` bound the value after tolerance, `hi` exclusive.
    Different dimensions (currencies) share a key and are never compared.
    """

    __tablename__ = "check_row"
    __table_args__ = (
        Index("ix_check_row_claim", "claim", "member_of"),
        Index("ix_check_row_denial", "key", sqlite_where=text("kind IN ('negated', 'novalue')")),
        Index("ix_check_row_key_hi", "key", "hi"),
        Index("ix_check_row_flag", "key", "lo", "hi", "kind", "entity"),
        one_of("kind", CHECK_KINDS),
        is_flag("unscoped"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, doc="Row number.")
    key: Mapped[int] = mapped_column(doc="Slot, facet and modality class.")
    lo: Mapped[float | None] = mapped_column(doc="Lower bound; NULL: unbounded.")
    hi: Mapped[float | None] = mapped_column(doc="Upper bound, exclusive; NULL: unbounded.")
    entity: Mapped[int | None] = mapped_column(
        doc="The entity that is the value, after merges; of a text a hash."
    )
    dimension: Mapped[str | None] = mapped_column(doc="What a figure measures; NULL: no figure.")
    claim: Mapped[int] = mapped_column(doc="The claim.")
    kind: Mapped[str] = mapped_column(doc="asserted, listed, negated or novalue.")
    as_of_lo: Mapped[int | None] = mapped_column(doc="First day a state is said to hold; NULL: open.")
    as_of_hi: Mapped[int | None] = mapped_column(doc="Day after the last; NULL: open.")
    member_of: Mapped[int | None] = mapped_column(doc="The sentence whose values form one set.")
    unscoped: Mapped[Flag] = mapped_column(doc="1 where a separator of the slot is not stated.")


class CheckOutline(Table):
    """As much of a slot's conflict as tells what a further claim changes; rebuilt at will, in no event."""

    __tablename__ = "check_outline"

    slot_id: Mapped[int] = mapped_column(ForeignKey("slot.id"), primary_key=True, doc="The question.")
    content_hash: Mapped[str] = mapped_column(doc="Of the finding that it is of; of no use with another.")
    body: Mapped[str] = mapped_column(
        doc="JSON: the witnesses, the answers that contradict nobody, the alternatives in words."
    )
