"""A manuscript on its way into print: reading it, and naming the places in it as editors count them."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from claims.errors import FileRefused, RowRefused, TextRefused
from claims.ingest.decode import decode, normalise
from claims.ingest.files import list_files
from claims.ingest.metadata import ReadOptions
from claims.ingest.readers import read
from claims.ingest.readers.text import read_whole
from claims.ingest.record import Progress

_FORMATS = frozenset({"text", "markdown"})


@dataclass(frozen=True)
class Draft:
    """A manuscript; `lines_before` are those of its file that stand before the text (front matter)."""

    name: str
    title: str | None
    text: str
    language: str | None
    published: str | None
    lines_before: int = 0

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(place + 1 for place, letter in enumerate(self.text) if letter == "\n")]

    def locate(self, place: int, *, utf16: bool = False) -> tuple[int, int]:
        """Return line and column of a place in the text, both counted from 1 in the file.

        Columns count code points; with `utf16` what JavaScript and most editors count: 😀 is two.
        """
        number = bisect_right(self._lines, place)
        before = self.text[self._lines[number - 1] : place]
        column = len(before.encode("utf-16-le")) // 2 if utf16 else len(before)
        return number + self.lines_before, column + 1


def read_draft(path: str | Path, options: ReadOptions) -> Draft:
    """Read a manuscript of one article.

    Raises:
        FileRefused: It cannot be read, or is neither plain text nor Markdown.
    """
    files = list_files([path])
    source = files[0]
    if len(files) > 1 or Path(path).is_dir() or source.format not in _FORMATS:
        raise FileRefused(f"{path}: a draft is one article; give a .txt or .md file, or - for stdin")
    [record] = read(source, options)
    if isinstance(record, RowRefused):
        raise record
    before = 0
    if source.format == "markdown":
        whole, _ = read_whole(Progress(source, options))
        before = whole[: len(whole) - len(record.text)].count("\n")
    return Draft(source.given, record.title, record.text, record.language, record.published, before)


def make_draft(raw: bytes, options: ReadOptions, name: str = "stdin") -> Draft:
    """Return what was typed or piped in as a manuscript; findings call it `name`.

    Raises:
        TextRefused: It is empty or no text.
    """
    decoded, _ = decode(raw)
    text = normalise(decoded)
    if not text or text.isspace():
        raise TextRefused("stdin: empty; pipe the draft's text in, or name its file")
    return Draft(name, None, text, options.language, options.published)
