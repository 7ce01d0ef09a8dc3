"""Runs of the cross-check."""

from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table


class CheckRun(Table):
    """One run of the cross-check, and what it found."""

    __tablename__ = "check_run"

    id: Mapped[Id]
    started_at: Mapped[str] = mapped_column(doc="When it ran.")
    scope: Mapped[str] = mapped_column(doc="changed or all.")
    slots: Mapped[int] = mapped_column(doc="Slots examined.")
    opened: Mapped[int] = mapped_column(doc="Findings opened or reopened.")
    closed: Mapped[int] = mapped_column(doc="Findings that no longer hold.")
