"""What the rows hold, apart from the log: texts fit their hashes, quotes stand in their texts, references lead somewhere."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from claims.audit.mirror import shorten
from claims.audit.query import is_text, read_sql
from claims.audit.report import Report

FindText = Callable[[Any], str | None]
"""Returns a text by its hash, or None where it is not at hand."""


def check_texts(connection: Any, report: Report) -> None:
    """Compare every text of a ledger with the hash and the length that it is kept under."""
    for digest, body, length in connection.execute("SELECT sha256, body, length FROM text ORDER BY sha256"):
        report.texts += 1
        check_text(digest, body, length, report)


def check_text(digest: Any, body: Any, length: Any, report: Report) -> None:
    """Compare one text with its hash and length."""
    where = f"text {shorten(digest, 16)}"
    if not is_text(body):
        report.add("DAMAGED", where, "cannot be read")
    elif hashlib.sha256(body.encode()).hexdigest() != digest:
        report.add("TEXT", where, "is not the text that this hash names")
    elif len(body) != length:
        report.add("TEXT", where, f"has {len(body)} characters, not {shorten(length)}")


def check_quotes(connection: Any, find_text: FindText, report: Report) -> None:
    """Check that each mention's quote is what its text says there, and evidence's what its snapshot says."""
    read_once = _keep_last(find_text)
    for number, field, start, end, quote, title, digest in connection.execute(read_sql("mention_quotes")):
        body = title if field == "title" else read_once(digest)
        if field != "title" and body is None:
            continue
        whole = isinstance(start, int) and isinstance(end, int) and 0 <= start < end
        if not whole or not isinstance(body, str) or body[start:end] != quote:
            report.add("QUOTE", f"mention {number}", f"its text does not say {shorten(quote)!r} there")
    for number, quote, digest in connection.execute(read_sql("evidence_quotes")):
        body = read_once(digest)
        if body is not None and (not isinstance(quote, str) or quote not in body):
            report.add("QUOTE", f"evidence {number}", f"its snapshot does not say {shorten(quote)!r}")


def find_in_ledger(connection: Any) -> FindText:
    """Return the way to a ledger's texts; a hash that leads to none is noted as a broken reference elsewhere."""

    def find(digest: Any) -> str | None:
        row = connection.execute("SELECT body FROM text WHERE sha256 = ?", (digest,)).fetchone()
        return row[0] if row and isinstance(row[0], str) else None

    return find


def _keep_last(find_text: FindText) -> FindText:
    """Remember the last text: its quotes come together, and the longest fills megabytes."""
    last: tuple[Any, str | None] = (None, None)

    def find(digest: Any) -> str | None:
        nonlocal last
        if digest is not None and last[0] != digest:
            last = (digest, find_text(digest))
        return last[1] if digest is not None else None

    return find


def check_references(connection: Any, report: Report) -> None:
    """Note the rows that refer to a row which is not there."""
    for table, rowid, parent in list_broken_references(connection):
        report.add("REFERENCE", f"{table} {rowid}", f"refers to a row of {parent} that is not there")


def list_broken_references(connection: Any) -> Iterator[tuple[str, Any, str]]:
    """Yield table and row of each reference that leads nowhere, and the table that it should lead to."""
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield table, rowid, parent
