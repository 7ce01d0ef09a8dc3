"""Plain text: the whole file is the text of one article."""

import hashlib
from collections.abc import Iterator

from claims.errors import FileRefused, RowRefused, TextRefused
from claims.ingest.decode import decode, normalise
from claims.ingest.files import read_bounded
from claims.ingest.record import ArticleRecord, Progress, build_record
from claims.settings import MAX_TEXT_BYTES


def read_text(progress: Progress) -> Iterator[ArticleRecord | RowRefused]:
    """Yield the one article of the file.

    Raises:
        FileRefused: The file is empty, too long, or no text.
    """
    text, raw_sha256 = read_whole(progress)
    progress.rows += 1
    try:
        yield build_record({"text": text}, progress, raw_sha256)
    except RowRefused as refused:
        yield refused


def read_whole(progress: Progress) -> tuple[str, str]:
    """Return the normalised text of a file that is one article, and the hash of its bytes.

    Raises:
        FileRefused: The file is empty, too long, or no text.
    """
    # UTF-16 takes two bytes for what the limit counts as one.
    raw = read_bounded(progress.source, 2 * MAX_TEXT_BYTES)
    try:
        text, progress.encoding = decode(raw)
        text = normalise(text)
    except TextRefused as refused:
        raise FileRefused(f"{progress.source.given}: {refused}") from None
    if not text or text.isspace():
        raise FileRefused(f"{progress.source.given}: the file is empty; give it a text or leave it out")
    return text, hashlib.sha256(raw).hexdigest()
