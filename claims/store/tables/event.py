"""The audit log: one hash-chained row per change, and what it changed."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Table


class Event(Table):
    """One change; `hash` covers the header and the hash before it.

    hash = SHA-256 of the canonical JSON (RFC 8785) of the list
    [prev_hash, seq, at, actor_id, command, noun, noun_id, action, format, commitment].
    """

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("seq >= 1", name="seq_counts_from_one"),
        CheckConstraint("length(hash) = 64 AND length(prev_hash) = 64", name="hashes_are_hex"),
        CheckConstraint("length(commitment) = 64", name="commitment_is_hex"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="1, 2, 3 … without gaps.")
    at: Mapped[str] = mapped_column(doc="When, in UTC.")
    actor_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id"), doc="Who, as claimed.")
    command: Mapped[str] = mapped_column(doc="The command that made the change.")
    noun: Mapped[str] = mapped_column(doc="What kind of thing was changed.")
    noun_id: Mapped[int | None] = mapped_column(doc="Which one; NULL: several.")
    action: Mapped[str] = mapped_column(doc="What was done to it.")
    format: Mapped[int] = mapped_column(doc="Version of the payload's form.")
    commitment: Mapped[str] = mapped_column(doc="SHA-256 of salt and payload, in hex.")
    prev_hash: Mapped[str] = mapped_column(doc="The hash of the event before; zeros for the first.")
    hash: Mapped[str] = mapped_column(unique=True, doc="The hash of this event.")


class EventPayload(Table):
    """What an event changed, beside its header so that it can be withheld or erased."""

    __tablename__ = "event_payload"
    __table_args__ = (CheckConstraint("(salt IS NULL) = (body IS NULL)", name="payload_is_whole"),)

    seq: Mapped[int] = mapped_column(
        ForeignKey("event.seq"), primary_key=True, autoincrement=False, doc="The event."
    )
    salt: Mapped[str | None] = mapped_column(doc="32 random bytes in hex; NULL: withheld.")
    body: Mapped[str | None] = mapped_column(doc="Canonical JSON of the changed rows; NULL: withheld.")
