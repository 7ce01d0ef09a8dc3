"""An article as it comes out of a file, before the ledger knows it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.errors import RowRefused, TextRefused
from claims.ingest.decode import CP1252_REMARK, Encoding, normalise
from claims.ingest.files import SourceFile
from claims.ingest.metadata import ReadOptions, check_field

MAX_TITLE_CHARACTERS = 150

_FULL_STOP = re.compile(r"""(?<!\.)\.["'“”»«’)\]]?$""")
_SENTENCE_END = re.compile(r"""(\S*)[.!?…]["'“”»«’)\]]? +["'„“»«(‚]?[A-ZÄÖÜ0-9]""")
_ABBREVIATIONS = re.compile(
    "dr|prof|st|mrs?|ms|[js]r|vs|n[or]|bzw|ca|etc|inc|ltd|corp?|hl|str|abs|art|evtl|ggf|sog|usw|vgl"
    r"|z\.b|d\.h|u\.a|i\.e|e\.g|u\.[skn]|gen|gov|sen|rep|lt|col|capt|sgt"
)
"""Words before a full stop that ends no sentence."""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article of an import: what it says about itself, its exact text, and where it was read.

    `path` is the file's path relative to the argument ("news/a.txt"); a record of a file that holds
    many has its number appended ("dump.jsonl#17"), so that each has a path of its own. `text` is NFC
    with "\\n" line ends. `published` is an ISO date or datetime as given. `raw_sha256` is the
    hexadecimal hash of the bytes that were parsed: of the file, or of the record within it, without
    its line end. `line` counts from 1 and is None where the file is one article.
    """

    external_id: str | None
    url: str | None
    path: str
    title: str | None
    outlet: str | None
    author: str | None
    language: str | None
    published: str | None
    text: str
    raw_sha256: str
    line: int | None
    source_file: str

    @property
    def identity(self) -> tuple[str, str]:
        """What makes it the same article again: ("id" or "url" or "path", its value)."""
        if self.external_id is not None:
            return "id", self.external_id
        return ("url", self.url) if self.url is not None else ("path", self.path)


@dataclass(slots=True)
class Progress:
    """What was noticed while one file is read, to be said once at its end."""

    source: SourceFile
    options: ReadOptions
    rows: int = 0
    unknown: dict[str, None] = field(default_factory=dict)
    replaced_at: int | None = None
    encoding: Encoding = "ascii"

    def note_unknown(self, names: set[str]) -> None:
        """Remember columns or keys that no field takes; the first fifty."""
        if len(self.unknown) < 50:
            self.unknown.update(dict.fromkeys(sorted(names)))

    def report(self) -> None:
        """Send the remarks about the file."""
        given, remark = self.source.given, self.options.remark
        if self.encoding == "cp1252":
            remark(f"{given} {CP1252_REMARK}")
        if self.replaced_at is not None:
            remark(
                f"{given}, line {self.replaced_at}: the text holds U+FFFD, where an earlier program lost a character"
            )
        if self.unknown:
            # FAULTS I15 would refuse these. Real exports carry columns of their own, and an import that
            # fails over "word_count" gets a file stripped by hand instead: they are named, not taken.
            names = ", ".join(repr(name[:60]) for name in self.unknown)
            remark(
                f"{given}: ignored what is no field of an article: {names}; use --map FIELD=NAME to take one"
            )
        if not self.rows:
            remark(f"{given}: 0 rows")


def build_record(
    fields: Mapping[str, Any], progress: Progress, raw_sha256: str, line: int | None = None, where: str = ""
) -> ArticleRecord:
    """Check the fields of one record and complete them by the options.

    `fields` has keys of `metadata.FIELDS`; `where` is the JSON path of the record ("$.articles[3]"),
    empty where a column name says enough.

    Raises:
        RowRefused: A field has a wrong type or an unusable value; names it.
    """
    source, options = progress.source, progress.options
    name = "text"
    try:
        text = _check_text(fields.get("text"))
        given: dict[str, str | None] = {}
        for name, value in fields.items():
            if value is not None and name != "text":
                given[name] = _check_given(name, value)
    except TextRefused as refused:
        column = f"{where}.{name}" if where else name
        raise RowRefused(str(refused), path=source.given, line=line, column=column) from None
    if "\ufffd" in text and progress.replaced_at is None:
        progress.replaced_at = line or text.count("\n", 0, text.index("\ufffd")) + 1
    external_id = given.get("id")
    names = (external_id, source.relative, source.given, source.relative.rpartition("/")[2])
    meta = options.meta.find(names if line is None else names[:1]) if options.meta.rows else {}
    return ArticleRecord(
        external_id,
        meta.get("url") or options.url or given.get("url"),
        source.relative if line is None else f"{source.relative}#{progress.rows}",
        meta.get("title") or given.get("title") or find_title(text),
        meta.get("outlet") or options.outlet or given.get("outlet"),
        meta.get("author") or options.author or given.get("author"),
        meta.get("language") or options.language or given.get("language"),
        meta.get("published") or options.published or given.get("published"),
        text,
        raw_sha256,
        line,
        source.given,
    )


def find_title(text: str) -> str | None:
    """Return the first line if it can be a headline: at most 150 characters, one sentence, no full stop.

    Leading blank lines are passed over. A line that goes on in lower case on the next one is the first
    of a hard-wrapped paragraph, not a sentence.
    """
    start = text[: 4 * MAX_TITLE_CHARACTERS].lstrip()
    line, _, following = start.partition("\n")
    line = line.rstrip()
    if not line or len(line) > MAX_TITLE_CHARACTERS or _FULL_STOP.search(line) or following[:1].islower():
        return None
    for end in _SENTENCE_END.finditer(line):
        word = end[1].lstrip("(\"'„“»«‚").casefold()
        stop = line[end.end(1)]
        if stop != "." or not (len(word) <= 1 or word.isdigit() or _ABBREVIATIONS.fullmatch(word)):
            return None
    return line


def _check_text(value: object) -> str:
    if value is None:
        raise TextRefused("missing or null; give the article's text")
    if not isinstance(value, str):
        raise TextRefused(_say_wrong_type(value))
    text = normalise(value)
    if not text or text.isspace():
        raise TextRefused("empty; give the article's text")
    return text


def _check_given(name: str, value: object) -> str | None:
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise TextRefused(_say_wrong_type(value))
    checked = check_field(name, value)
    if name == "id" and checked is None:
        # Without it the article would be known by its place in the file, which moves.
        raise TextRefused("blank; give every record an id, or leave the field out everywhere")
    return checked


def _say_wrong_type(value: object) -> str:
    kinds: dict[type, str] = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
    }
    return f"{kinds.get(type(value), type(value).__name__)} where text is expected; write it in quotes"
