"""The people who decide."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Flag, Id, Table, is_flag


class Reviewer(Table):
    """Somebody who decides, under a handle; nothing here proves who sat at the keyboard."""

    __tablename__ = "reviewer"
    __table_args__ = (
        is_flag("active"),
        CheckConstraint(
            "handle GLOB '[a-z0-9]*' AND handle NOT GLOB '*[^a-z0-9._-]*'", name="handle_is_plain"
        ),
    )

    id: Mapped[Id]
    handle: Mapped[str] = mapped_column(unique=True, doc="Short name: a-z, 0-9, dot, dash, underscore.")
    name: Mapped[str | None] = mapped_column(doc="Full name.")
    active: Mapped[Flag] = mapped_column(doc="0 once they left the desk.")
