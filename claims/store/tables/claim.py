"""Answers: typed values given to a question."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table, one_of
from claims.vocabulary import VALUE_TYPES

SNAKS = ("value", "somevalue", "novalue", "untyped")
POLARITIES = ("asserted", "negated")
MODALITIES = ("happened", "estimated", "alleged", "planned")
COMPARATORS = ("=", "~", "<", "<=", ">", ">=")

_DATE_ONLY = "edtf IS NULL AND modifier IS NULL AND date_lo IS NULL AND date_hi IS NULL"
_QUANTITY_ONLY = (
    "amount IS NULL AND amount_max IS NULL AND number_lo IS NULL AND number_hi IS NULL"
    " AND comparator IS NULL AND unit_id IS NULL"
)


class Claim(Table):
    """One answer to a slot's question; immutable. An untyped claim has no slot and no value yet."""

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("slot_id", "snak", "value_key", "polarity", "modality", "as_of"),
        Index("uq_claim_untyped", "value_key", unique=True, sqlite_where=text("slot_id IS NULL")),
        Index("ix_claim_worded_slot_id", "slot_id", sqlite_where=text("value_type = 'string'")),
        Index("ix_claim_worded_value_key", "value_key", sqlite_where=text("value_type = 'string'")),
        Index(
            "ix_claim_planned_slot_id",
            "slot_id",
            sqlite_where=text("modality = 'planned' AND value_type = 'date'"),
        ),
        Index(
            "ix_claim_planned_day_hi",
            "day_hi",
            sqlite_where=text("modality = 'planned' AND value_type = 'date'"),
        ),
        one_of("snak", SNAKS),
        one_of("value_type", VALUE_TYPES),
        one_of("polarity", POLARITIES),
        one_of("modality", MODALITIES),
        one_of("comparator", COMPARATORS),
        CheckConstraint("(snak = 'untyped') = (slot_id IS NULL)", name="untyped_has_no_slot"),
        CheckConstraint("(snak = 'value') = (value_type IS NOT NULL)", name="value_has_a_type"),
        CheckConstraint(f"value_type IS 'date' OR ({_DATE_ONLY})", name="date_columns_fit"),
        CheckConstraint("value_type IS NOT 'date' OR edtf IS NOT NULL", name="date_has_edtf"),
        CheckConstraint("date_lo IS NULL OR date_hi IS NULL OR day_lo < day_hi", name="days_are_forward"),
        CheckConstraint(f"value_type IS 'quantity' OR ({_QUANTITY_ONLY})", name="quantity_columns_fit"),
        CheckConstraint(
            "value_type IS NOT 'quantity' OR (amount IS NOT NULL AND comparator IS NOT NULL)",
            name="quantity_has_amount",
        ),
        CheckConstraint(
            "number_lo IS NULL OR number_hi IS NULL OR number_lo <= number_hi", name="bounds_are_forward"
        ),
        CheckConstraint(
            "(value_type IS 'entity') = (value_entity_id IS NOT NULL)", name="entity_column_fits"
        ),
        CheckConstraint("(value_type IS 'boolean') = (value_bool IS NOT NULL)", name="boolean_column_fits"),
        CheckConstraint("value_bool IN (0, 1)", name="value_bool_is_flag"),
    )

    id: Mapped[Id]
    snak: Mapped[str] = mapped_column(doc="value, somevalue (unnamed), novalue, or untyped.")
    value_type: Mapped[str | None] = mapped_column(doc="date, quantity, entity, string or boolean.")
    value_key: Mapped[str] = mapped_column(doc="The canonical value: equal keys are the same answer.")
    value_text: Mapped[str] = mapped_column(doc="The value in words, as first met.")
    edtf: Mapped[str | None] = mapped_column(doc="A date, as EDTF.")
    modifier: Mapped[str | None] = mapped_column(doc="early, mid or late.")
    date_lo: Mapped[str | None] = mapped_column(doc="First possible day; NULL: open or unknown.")
    date_hi: Mapped[str | None] = mapped_column(doc="Last possible day; NULL: open or unknown.")
    day_lo: Mapped[int | None] = mapped_column(doc="date_lo as days since 1970-01-01.")
    day_hi: Mapped[int | None] = mapped_column(doc="The day after date_hi, likewise.")
    amount: Mapped[str | None] = mapped_column(doc="The exact figure as decimal text or fraction.")
    amount_max: Mapped[str | None] = mapped_column(doc="The upper figure of a range.")
    number_lo: Mapped[float | None] = mapped_column(
        doc="Least possible figure in the base unit; NULL: unbounded."
    )
    number_hi: Mapped[float | None] = mapped_column(
        doc="Upper bound, exclusive, in the base unit; NULL: unbounded."
    )
    comparator: Mapped[str | None] = mapped_column(doc="=, ~, <, <=, >, >=.")
    value_bool: Mapped[int | None] = mapped_column(doc="0 or 1.")
    polarity: Mapped[str] = mapped_column(doc="asserted or negated.")
    modality: Mapped[str] = mapped_column(doc="happened, estimated, alleged or planned.")
    as_of: Mapped[str] = mapped_column(doc="The time a state is stated for, as EDTF; empty: not stated.")
    slot_id: Mapped[int | None] = mapped_column(ForeignKey("slot.id"), doc="The question; NULL: untyped.")
    unit_id: Mapped[int | None] = mapped_column(
        ForeignKey("unit.id"), doc="The unit; NULL: a bare number or count."
    )
    value_entity_id: Mapped[int | None] = mapped_column(
        ForeignKey("entity.id"), index=True, doc="The entity that is the value."
    )
