"""Imports, and what they refused."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table


class ImportBatch(Table):
    """One call of `claims import`."""

    __tablename__ = "import_batch"

    id: Mapped[Id]
    started_at: Mapped[str] = mapped_column(doc="When.")
    arguments: Mapped[str] = mapped_column(doc="JSON list of the paths given.")


class ImportReject(Table):
    """A record that an import refused and set aside."""

    __tablename__ = "import_reject"

    id: Mapped[Id]
    path: Mapped[str] = mapped_column(doc="The file.")
    line: Mapped[int | None] = mapped_column(doc="Line or row, from 1.")
    field: Mapped[str | None] = mapped_column(doc="The column, if one is to blame.")
    reason: Mapped[str] = mapped_column(doc="Why.")
    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batch.id"), index=True, doc="The import.")
