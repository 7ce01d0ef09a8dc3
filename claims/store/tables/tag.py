"""The desk's own labels."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table, is_given, one_of


class Tag(Table):
    """A label such as a beat or a series."""

    __tablename__ = "tag"
    __table_args__ = (is_given("name"),)

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(unique=True, doc="The label.")


class Tagging(Table):
    """A label on something."""

    __tablename__ = "tagging"
    __table_args__ = (one_of("noun", ("article", "claim", "entity", "source")),)

    tag_id: Mapped[int] = mapped_column(ForeignKey("tag.id"), primary_key=True, doc="The label.")
    noun: Mapped[str] = mapped_column(primary_key=True, doc="article, claim, entity or source.")
    noun_id: Mapped[int] = mapped_column(primary_key=True, doc="Its id.")
