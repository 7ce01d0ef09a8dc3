"""Runs of the tools that propose mentions."""

from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table, is_given


class SuggestionRun(Table):
    """One run of one tool over some revisions."""

    __tablename__ = "suggestion_run"
    __table_args__ = (is_given("tool"),)

    id: Mapped[Id]
    tool: Mapped[str] = mapped_column(doc="The suggester's name.")
    version: Mapped[str] = mapped_column(doc="Its version.")
    started_at: Mapped[str] = mapped_column(doc="When it ran.")
