"""Kinds of statement, as data: what they are about, what they say, which words announce them."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Flag, Id, Table, is_flag, one_of
from claims.vocabulary import CARDINALITIES, ENTITY_KINDS, LACKING, TEMPORALS, VALUE_TYPES


class Predicate(Table):
    """A kind of statement, such as `released` or `staff`."""

    __tablename__ = "predicate"
    __table_args__ = (
        one_of("value_type", VALUE_TYPES),
        one_of("cardinality", CARDINALITIES),
        one_of("temporal", TEMPORALS),
        is_flag("signed"),
        is_flag("contains"),
        is_flag("plans_compare"),
        is_flag("compared"),
    )

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(unique=True, doc="The name in queries and files.")
    value_type: Mapped[str] = mapped_column(doc="date, quantity, entity, string or boolean.")
    dimension: Mapped[str | None] = mapped_column(doc="Unit dimension of a quantity.")
    signed: Mapped[Flag] = mapped_column(doc="1 where the figure may be negative.")
    cardinality: Mapped[str] = mapped_column(
        doc="single, set (named together) or multi (several right answers)."
    )
    temporal: Mapped[str] = mapped_column(doc="none, instant, period, deadline or state.")
    validity_days: Mapped[int | None] = mapped_column(
        doc="How long a state stays comparable; NULL: until changed."
    )
    tolerance_relative: Mapped[float | None] = mapped_column(
        doc="Relative difference that is no contradiction."
    )
    tolerance_absolute: Mapped[float | None] = mapped_column(
        doc="Absolute difference that is none, in the base unit."
    )
    contains: Mapped[Flag] = mapped_column(doc="1 where part and whole agree as values.")
    plans_compare: Mapped[Flag] = mapped_column(doc="1 where planned and happened are compared alike.")
    compared: Mapped[Flag] = mapped_column(doc="0 where values are never compared (statements).")
    label_de: Mapped[str] = mapped_column(doc="German label.")
    label_en: Mapped[str] = mapped_column(doc="English label.")


class PredicateKind(Table):
    """An entity kind that a predicate takes as subject or value; none listed means any."""

    __tablename__ = "predicate_kind"
    __table_args__ = (one_of("role", ("subject", "value")), one_of("kind", ENTITY_KINDS))

    predicate_id: Mapped[int] = mapped_column(
        ForeignKey("predicate.id"), primary_key=True, doc="The predicate."
    )
    role: Mapped[str] = mapped_column(primary_key=True, doc="subject or value.")
    kind: Mapped[str] = mapped_column(primary_key=True, doc="The entity kind that fits.")


class PredicateSeparator(Table):
    """A qualifier that makes two questions of one predicate, such as `place`."""

    __tablename__ = "predicate_separator"
    __table_args__ = (one_of("lacking", LACKING),)

    predicate_id: Mapped[int] = mapped_column(
        ForeignKey("predicate.id"), primary_key=True, doc="The predicate."
    )
    key: Mapped[str] = mapped_column(primary_key=True, doc="The qualifier's name.")
    lacking: Mapped[str] = mapped_column(
        doc="How an answer without it stands to one with it: compared, at_most (a part of it) or apart."
    )


class PredicateShared(Table):
    """Values of a separator for which several answers are right at once, such as an office that several hold."""

    __tablename__ = "predicate_shared"

    predicate_id: Mapped[int] = mapped_column(
        ForeignKey("predicate.id"), primary_key=True, doc="The predicate."
    )
    key: Mapped[str] = mapped_column(primary_key=True, doc="The separator.")
    pattern: Mapped[str] = mapped_column(
        primary_key=True, doc="The value in small letters; * stands for any letters."
    )


class PredicateTrigger(Table):
    """A word or phrase that announces a predicate in one language."""

    __tablename__ = "predicate_trigger"

    predicate_id: Mapped[int] = mapped_column(
        ForeignKey("predicate.id"), primary_key=True, doc="The predicate."
    )
    language: Mapped[str] = mapped_column(primary_key=True, doc="ISO 639-1 code.")
    phrase: Mapped[str] = mapped_column(primary_key=True, doc="Matched inflected; … marks a gap.")


class OrderingPair(Table):
    """Of one subject, the `earlier` predicate's date cannot lie after the `later` one's."""

    __tablename__ = "ordering_pair"

    earlier_id: Mapped[int] = mapped_column(
        ForeignKey("predicate.id"), primary_key=True, doc="What comes first."
    )
    later_id: Mapped[int] = mapped_column(
        ForeignKey("predicate.id"), primary_key=True, doc="What comes after it."
    )
