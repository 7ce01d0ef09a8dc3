"""Texts, kept once each under the hash of their bytes."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Table


class Text(Table):
    """An immutable text; revisions and snapshots refer to it by hash."""

    __tablename__ = "text"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256_is_hex"),
        CheckConstraint("length(body) = length", name="length_counts_the_body"),
    )

    sha256: Mapped[str] = mapped_column(primary_key=True, doc="SHA-256 of the UTF-8 bytes, in hex.")
    body: Mapped[str] = mapped_column(doc="The text: NFC, line ends \\n, otherwise as it came.")
    length: Mapped[int] = mapped_column(doc="Its length in Unicode code points.")
