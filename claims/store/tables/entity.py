"""What claims are about or name, and the names it goes by."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Id, Table, is_given, one_of
from claims.vocabulary import ENTITY_KINDS

ENTITY_STATES = ("proposed", "accepted")
ALIAS_KINDS = ("name", "adjective")


class Entity(Table):
    """A person, organisation, place, product or other thing that claims are about or name."""

    __tablename__ = "entity"
    __table_args__ = (
        one_of("kind", ENTITY_KINDS),
        one_of("state", ENTITY_STATES),
        is_given("label"),
        CheckConstraint("merged_into_id <> id", name="is_not_merged_into_itself"),
        CheckConstraint("part_of_id <> id", name="is_not_part_of_itself"),
    )

    id: Mapped[Id]
    key: Mapped[str | None] = mapped_column(
        unique=True, doc="Its key in `seeds/entities.toml`; NULL if found in a text."
    )
    kind: Mapped[str] = mapped_column(doc="What it is: person, organisation, place, product …")
    label: Mapped[str] = mapped_column(doc="The name shown.")
    label_de: Mapped[str | None] = mapped_column(doc="The German name, where it differs.")
    label_en: Mapped[str | None] = mapped_column(doc="The English name, where it differs.")
    state: Mapped[str] = mapped_column(doc="proposed by a tool, or accepted by a reviewer or the vocabulary.")
    merged_into_id: Mapped[int | None] = mapped_column(
        ForeignKey("entity.id"), index=True, doc="The entity that this one turned out to be."
    )
    part_of_id: Mapped[int | None] = mapped_column(
        ForeignKey("entity.id"), index=True, doc="The whole or family that it belongs to."
    )


class Alias(Table):
    """One way to write an entity's name in one language."""

    __tablename__ = "alias"
    __table_args__ = (
        UniqueConstraint("entity_id", "language", "name"),
        one_of("kind", ALIAS_KINDS),
        is_given("name"),
        Index(None, "name"),
    )

    id: Mapped[Id]
    language: Mapped[str] = mapped_column(doc="ISO 639-1 code, or mul for every language.")
    name: Mapped[str] = mapped_column(doc="The name as texts write it, uninflected.")
    kind: Mapped[str] = mapped_column(doc="name, or adjective for a word that describes (chinesisch).")
    opening: Mapped[str] = mapped_column(
        index=True, doc="Its first two words, case folded, by which the names of a text are looked up."
    )
    entity_id: Mapped[int] = mapped_column(ForeignKey("entity.id"), doc="The entity so named.")
