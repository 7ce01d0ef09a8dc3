"""What is cited as evidence."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Flag, Id, Table, is_flag, is_given, one_of

SOURCE_KINDS = (
    "primary",
    "official",
    "reporting",
    "agency",
    "reference",
    "interview",
    "e-mail",
    "own test",
    "social",
)


class Source(Table):
    """A document, person or test that evidence comes from."""

    __tablename__ = "source"
    __table_args__ = (one_of("kind", SOURCE_KINDS), is_flag("confidential"), is_given("title"))

    id: Mapped[Id]
    title: Mapped[str] = mapped_column(doc="What it is called.")
    kind: Mapped[str] = mapped_column(doc="primary, official, reporting, agency, reference, interview …")
    url: Mapped[str | None] = mapped_column(unique=True, doc="Where it is.")
    publisher: Mapped[str | None] = mapped_column(doc="Who published it.")
    published: Mapped[str | None] = mapped_column(doc="When: an ISO date or time.")
    dead_at: Mapped[str | None] = mapped_column(
        doc="When its address was found to lead nowhere; NULL: not known to."
    )
    confidential: Mapped[Flag] = mapped_column(doc="1 where its name must not leave the desk.")
    origin_id: Mapped[int | None] = mapped_column(
        ForeignKey("source.id"), index=True, doc="The source that it repeats."
    )
