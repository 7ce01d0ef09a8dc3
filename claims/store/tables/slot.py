"""The questions that claims answer."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table


class Slot(Table):
    """A question: subject, predicate and the qualifiers that separate it from its neighbours."""

    __tablename__ = "slot"
    __table_args__ = (
        UniqueConstraint("subject_id", "predicate_id", "qualifiers_hash"),
        Index(None, "predicate_id", "qualifiers_hash"),
        CheckConstraint("length(qualifiers_hash) = 64", name="qualifiers_hash_is_hex"),
    )

    id: Mapped[Id]
    qualifiers_hash: Mapped[str] = mapped_column(doc="SHA-256 of the sorted separators as canonical JSON.")
    subject_id: Mapped[int] = mapped_column(ForeignKey("entity.id"), doc="What the question is about.")
    predicate_id: Mapped[int] = mapped_column(ForeignKey("predicate.id"), doc="What is asked.")
    canonical_id: Mapped[int] = mapped_column(
        ForeignKey("slot.id"), index=True, doc="The slot that stands for it after merges; itself before."
    )


class Qualifier(Table):
    """A separator of a slot, such as place = China.

    Only separators are kept here: they are part of the question, and so of each claim's identity.
    """

    __tablename__ = "qualifier"

    slot_id: Mapped[int] = mapped_column(ForeignKey("slot.id"), primary_key=True, doc="The slot.")
    key: Mapped[str] = mapped_column(primary_key=True, doc="The qualifier's name.")
    value: Mapped[str] = mapped_column(doc="What the text says for it.")


class DirtyMention(Table):
    """A claim that changed since the last cross-check through one of its mentions, or in what is said of it."""

    __tablename__ = "dirty_mention"

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True, doc="The claim.")
    mention_id: Mapped[int] = mapped_column(
        primary_key=True, doc="The mention that came, went or changed; 0: a verdict or evidence did."
    )


class DirtySlot(Table):
    """A slot that the next cross-check reads anew as a whole, with all others of its question."""

    __tablename__ = "dirty_slot"

    slot_id: Mapped[int] = mapped_column(ForeignKey("slot.id"), primary_key=True, doc="The slot.")
