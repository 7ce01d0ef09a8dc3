"""What is known about an article besides its text: checking it, and taking it from options and `--meta`.

The most particular statement wins: a row of the `--meta` file is about one article, an option about the
whole import, and what a file says itself comes last, since a desk corrects its files that way.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from claims.errors import FileRefused, OptionRefused, TextRefused
from claims.ingest.decode import normalise
from claims.ingest.files import SourceFile, show_path
from claims.ingest.table import Row, Table

FIELDS = ("id", "title", "url", "outlet", "author", "language", "published", "text")
"""The fields of an article in an import file; `source` is read as `outlet`."""

ALIASES = {"source": "outlet"}

_META_KEYS = ("file", "path", "id")
_META_FIELDS = ("title", "url", "outlet", "author", "language", "published")
_MAX_FIELD_CHARACTERS = 10_000

_PUBLISHED = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_GERMAN_DATE = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def _drop_remark(_: str) -> None:
    return


@dataclass(slots=True)
class Meta:
    """The rows of a `--meta` file: for a file name, relative path or external id, the fields it gives."""

    path: str = ""
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def find(self, names: Iterable[str | None]) -> Mapping[str, str]:
        """Return the fields for the first of `names` that has a row, and remember that the row was used."""
        for name in names:
            if name is not None and name in self.rows:
                self.used.add(name)
                return self.rows[name]
        return {}

    def list_unused(self) -> list[str]:
        """Return the keys of rows that no article asked for, which are mostly misspelt."""
        return [name for name in self.rows if name not in self.used]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read files: fields that hold for all articles, fields per article, columns by other names.

    `column_map` says for a field which column or key holds it; `remark` takes what the user should know
    though nothing is refused, one sentence at a time.
    """

    language: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    meta: Meta = field(default_factory=Meta)
    column_map: Mapping[str, str] = field(default_factory=dict)
    remark: Callable[[str], None] = _drop_remark

    def __post_init__(self) -> None:
        for name in ("language", "outlet", "url", "author", "published"):
            if (value := getattr(self, name)) is not None:
                try:
                    object.__setattr__(self, name, check_field(name, value))
                except TextRefused as refused:
                    raise OptionRefused(f"--{name}: {refused}") from None
        for name in self.column_map:
            if name not in FIELDS:
                raise OptionRefused(f"--map {name}=…: no field {name!r}; the fields are {', '.join(FIELDS)}")


def load_meta(path: str | Path) -> Meta:
    """Read the `--meta` file: CSV with a column `file`, `path` or `id`, and columns of `title`, `url` and so on.

    Raises:
        FileRefused: It cannot be read, has an unknown column or a bad value, or names an article twice.
    """
    source = SourceFile(
        Path(path), show_path(path), show_path(path), "tsv" if str(path).endswith(".tsv") else "csv"
    )
    table = Table(source, frozenset(_META_KEYS + _META_FIELDS))
    meta = Meta(source.given)
    for row in table.read():
        names = _check_meta_header(table.header, source.given)
        where = f"{source.given}, line {row.line}"
        if row.fault:
            raise FileRefused(f"{where}: {row.fault}")
        for key, fields in _read_meta_row(names, row, where):
            if key in meta.rows:
                raise FileRefused(f"{where}: {key!r} has a row already; keep one of them")
            meta.rows[key] = fields
    _check_meta_header(table.header, source.given)
    return meta


def check_field(name: str, value: str) -> str | None:
    """Return a field other than the text as the ledger keeps it; None where it is blank.

    Raises:
        TextRefused: The value cannot be kept; says why and what to write.
    """
    value = normalise(value).strip()
    if "\n" in value:
        value = " ".join(value.split())
    if not value:
        return None
    if len(value) > _MAX_FIELD_CHARACTERS:
        raise TextRefused(
            f"{len(value):,} characters long, the limit is {_MAX_FIELD_CHARACTERS:,}; shorten it"
        )
    if name == "published":
        return check_published(value)
    if name == "language":
        return check_language(value)
    return value


def check_published(value: str) -> str:
    """Return an ISO 8601 date or time as it was given, in the precision that it was given.

    Raises:
        TextRefused: It is none, or no such day exists.
    """
    if not _PUBLISHED.fullmatch(value):
        hint = "2024-12-20 or 2024-12-20T18:30:00+01:00"
        if german := _GERMAN_DATE.fullmatch(value):
            hint = f"{german[3]}-{int(german[2]):02d}-{int(german[1]):02d}"
        raise TextRefused(f"{_shorten(value)} is not an ISO date; write {hint}")
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise TextRefused(f"{value!r} is no day or time of the calendar; correct it") from None
    return value.replace(" ", "T")


def check_language(value: str) -> str:
    """Return the language of a tag ("de-AT" → "de") in lower case.

    Raises:
        TextRefused: It is no language tag (BCP 47).
    """
    if found := _LANGUAGE.fullmatch(value):
        return found[1].lower()
    raise TextRefused(f"{_shorten(value)} is not a language code; write de, en or another ISO 639 code")


def _check_meta_header(header: list[str], given: str) -> list[str]:
    names = [name.casefold() for name in header]
    known = ", ".join(_META_KEYS + _META_FIELDS)
    if unknown := [name for name in header if name.casefold() not in _META_KEYS + _META_FIELDS]:
        raise FileRefused(f"{given}: unknown column {', '.join(map(repr, unknown[:20]))}; known are {known}")
    if not set(names) & set(_META_KEYS):
        raise FileRefused(
            f"{given}: no column file, path or id that says which article a row is about; add one"
        )
    return names


def _read_meta_row(names: list[str], row: Row, where: str) -> Iterable[tuple[str, dict[str, str]]]:
    keys, fields = [], {}
    for name, cell in zip(names, row.cells, strict=False):
        try:
            value = check_field(name, cell)
        except TextRefused as refused:
            raise FileRefused(f"{where}, column {name!r}: {refused}") from None
        if value is None:
            continue
        if name in _META_KEYS:
            # "./a.txt" and a Windows path mean the same file; ids are not touched.
            keys.append(
                value
                if name == "id"
                else unicodedata.normalize("NFC", value.replace("\\", "/").removeprefix("./"))
            )
        else:
            fields[name] = value
    if not keys:
        raise FileRefused(f"{where}: the row says neither file, path nor id; fill in one")
    return [(key, fields) for key in dict.fromkeys(keys)]


def _shorten(value: str) -> str:
    return repr(value if len(value) <= 60 else value[:57] + "…")
