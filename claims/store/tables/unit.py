"""Units of measurement and currencies."""

from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table


class Unit(Table):
    """A unit: base = amount × factor + offset within its dimension; currencies never convert."""

    __tablename__ = "unit"

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(unique=True, doc="ISO 4217 code or symbol.")
    dimension: Mapped[str] = mapped_column(doc="What it measures; each currency is a dimension of its own.")
    factor: Mapped[str] = mapped_column(doc="Decimal text.")
    offset: Mapped[str] = mapped_column(doc="Decimal text, for temperatures.")
    label_de: Mapped[str | None] = mapped_column(doc="German name.")
    label_en: Mapped[str | None] = mapped_column(doc="English name.")
