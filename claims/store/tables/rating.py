"""Rating scales as data."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Flag, Id, Table, is_flag, one_of
from claims.vocabulary import TRUTH_CLASSES


class RatingScale(Table):
    """A desk's set of ratings; a change makes a scale with another key."""

    __tablename__ = "rating_scale"
    __table_args__ = (
        is_flag("is_default"),
        Index("uq_rating_scale_default", "is_default", unique=True, sqlite_where=text("is_default = 1")),
    )

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(unique=True, doc="Name and version, such as desk5-1.")
    label_de: Mapped[str] = mapped_column(doc="German name.")
    label_en: Mapped[str] = mapped_column(doc="English name.")
    note: Mapped[str] = mapped_column(
        doc="Which organisation's wording it resembles, and that it is not theirs."
    )
    worst: Mapped[int] = mapped_column(doc="ClaimReview worstRating.")
    best: Mapped[int] = mapped_column(doc="ClaimReview bestRating.")
    is_default: Mapped[Flag] = mapped_column(doc="1 for the scale used when none is named.")


class Rating(Table):
    """One step of a scale."""

    __tablename__ = "rating"
    __table_args__ = (
        UniqueConstraint("scale_id", "code"),
        one_of("truth_class", TRUTH_CLASSES),
        is_flag("about_mention"),
    )

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(doc="The name in commands.")
    ordinal: Mapped[int | None] = mapped_column(doc="Its place in the order; NULL: none.")
    label_de: Mapped[str] = mapped_column(doc="German label.")
    label_en: Mapped[str] = mapped_column(doc="English label.")
    truth_class: Mapped[str] = mapped_column(doc="true, mixed, false, unproven or not_checkable.")
    about_mention: Mapped[Flag] = mapped_column(doc="1 where the verdict must name a mention.")
    use: Mapped[str] = mapped_column(doc="When to use it.")
    scale_id: Mapped[int] = mapped_column(ForeignKey("rating_scale.id"), doc="Its scale.")
