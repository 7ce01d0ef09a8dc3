"""Reading a file line by line without ever holding more than one over-long line.

How the first line ends says how all do: by "\\n" (with or without "\\r" before it), or in old Mac files by
a lone "\\r". A lone "\\r" in a file of the first kind is white space in JSON and part of a cell in CSV.
"""

import codecs
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from claims.errors import FileRefused, TextRefused
from claims.ingest.decode import Encoding, LineDecoder, detect_bom
from claims.ingest.files import SourceFile, open_source, read_chunk
from claims.settings import MAX_FILE_BYTES, MAX_LINE_BYTES

_CHUNK = 1 << 20
_MAX_SKIPPED_BYTES = 4 * MAX_LINE_BYTES
"""An over-long line up to this length is skipped and reported; a longer one means no line-based file."""


@dataclass(slots=True)
class Line:
    """One line with its end: `number` counts from 1; `text` is None where `fault` says why it is unreadable.

    `loose` is the text of a line in a wrong encoding with its bad bytes escaped, by which a table finds
    out where the row ends.
    """

    number: int
    raw: bytes
    text: str | None
    fault: str | None = None

    @property
    def loose(self) -> str:
        """The text, with bad bytes as surrogate escapes."""
        return self.raw.decode("utf-8", "surrogateescape") if self.text is None else self.text


class LineFile:
    """The lines of one file, read once; `encoding` is known for sure when the last line has been read."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._wide: Encoding | None = None
        self._decoder = LineDecoder(None)
        self._mark_bytes = 0

    @property
    def encoding(self) -> Encoding:
        """The encoding as far as the lines read so far tell."""
        return self._decoder.encoding

    def hash(self, raw: bytes) -> str:
        """Return the SHA-256, in hexadecimal, of a record's bytes as they stand in the file.

        `raw` is as `Line.raw` has it; in a UTF-16 file that is its exact transcription to UTF-8.
        """
        if self._wide is not None:
            raw = raw.decode().encode(self._wide)
        return hashlib.sha256(raw).hexdigest()

    def read(self) -> Iterator[Line]:
        """Yield every line; one that cannot be read comes with its fault.

        Raises:
            FileRefused: The file cannot be opened, is too long, or holds a line so long that it is not line-based.
        """
        with open_source(self._source) as file:
            number = 0
            for raw, offset, size in _split_lines(self._read_utf8(file), self._source.given):
                number += 1
                if size > MAX_LINE_BYTES:
                    fault = f"the line has {size:,} bytes, the limit is {MAX_LINE_BYTES:,}; split the record"
                    yield Line(number, b"", None, fault)
                    continue
                try:
                    yield Line(number, raw, self._decoder.decode_line(raw, self._mark_bytes + offset))
                except TextRefused as refused:
                    yield Line(number, raw, None, str(refused))

    def _read_utf8(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield the file in chunks without its byte order mark, UTF-16 transcribed to UTF-8."""
        given = self._source.given
        chunk = read_chunk(file, _CHUNK, given)
        try:
            declared, self._mark_bytes = detect_bom(chunk)
        except TextRefused as refused:
            raise FileRefused(f"{given}: {refused}") from None
        self._wide = declared if declared != "utf-8" else None
        self._decoder = LineDecoder(declared and "utf-8")
        transcribe = codecs.getincrementaldecoder(self._wide or "utf-8")()
        total, chunk = self._mark_bytes, chunk[self._mark_bytes :]
        while chunk:
            total += len(chunk)
            if total > MAX_FILE_BYTES:
                raise FileRefused(f"{given}: longer than {MAX_FILE_BYTES:,} bytes; split the file")
            following = read_chunk(file, _CHUNK, given)
            if self._wide is not None:
                try:
                    yield transcribe.decode(chunk, final=not following).encode()
                except UnicodeDecodeError as error:
                    at = total - len(chunk) + error.start
                    raise FileRefused(
                        f"{given}: not UTF-16 from about byte {at} on; save the file as UTF-8"
                    ) from None
            else:
                yield chunk
            chunk = following


def _split_lines(chunks: Iterator[bytes], given: str) -> Iterator[tuple[bytes, int, int]]:
    """Yield (line with its end, byte offset, size); of an over-long line only offset and size.

    Offsets count from behind the byte order mark, in UTF-8.
    """
    rest, skipped, offset, end = b"", 0, 0, b""
    for chunk in chunks:
        data = rest + chunk
        end = end or _recognise_end(data)
        *lines, rest = data.split(end) if end else [data]
        for line in lines:
            size = len(line) + len(end) + skipped
            yield (line + end if size <= MAX_LINE_BYTES else b""), offset, size
            offset += size
            skipped = 0
        if len(rest) + skipped > MAX_LINE_BYTES:
            # Without a line end so far the last byte stays: it may be the "\r" of one.
            keep = len(rest) if end else len(rest) - 1
            skipped, rest = skipped + keep, rest[keep:]
            if skipped > _MAX_SKIPPED_BYTES:
                raise FileRefused(
                    f"{given}: a line of more than {_MAX_SKIPPED_BYTES:,} bytes at byte {offset}; "
                    f"a line may have {MAX_LINE_BYTES:,}, so give one record per line"
                )
    if rest or skipped:
        size = len(rest) + skipped
        yield (rest if size <= MAX_LINE_BYTES else b""), offset, size


def _recognise_end(data: bytes) -> bytes:
    """Return what ends lines by the first line end in `data`; empty where it holds none for sure."""
    newline, lone = data.find(b"\n"), data.find(b"\r")
    if lone >= 0 and (newline < 0 or lone < newline - 1):
        return b"\r" if lone < len(data) - 1 else b""
    return b"\n" if newline >= 0 else b""
