"""Markdown: front matter says what is known about the article, the rest is its text, as it is written.

The text is not rendered: anchors count the characters that the author typed.
"""

import re
from collections.abc import Iterator

from claims.errors import FileRefused, RowRefused
from claims.ingest.metadata import ALIASES, FIELDS
from claims.ingest.readers.text import read_whole
from claims.ingest.record import ArticleRecord, Progress, build_record

_MAX_FRONT_MATTER_CHARACTERS = 65_536
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_HEADING = re.compile(r"\s{0,500}#[ \t]+([^\n]{1,500})")


def read_markdown(progress: Progress) -> Iterator[ArticleRecord | RowRefused]:
    """Yield the one article of the file; a first-level heading that opens it is its title.

    Raises:
        FileRefused: The file is empty, too long, no text, or its front matter is malformed.
    """
    text, raw_sha256 = read_whole(progress)
    fields, body = _split_front_matter(text, progress)
    if "title" not in fields and (heading := _HEADING.match(body)):
        fields["title"] = heading[1].rstrip().rstrip("#")
    progress.rows += 1
    try:
        yield build_record({**fields, "text": body}, progress, raw_sha256)
    except RowRefused as refused:
        yield refused


def _split_front_matter(text: str, progress: Progress) -> tuple[dict[str, str], str]:
    """Return the fields of the front matter and the text behind it and behind one blank line."""
    opening = _OPENING.match(text)
    if opening is None:
        return {}, text
    given = progress.source.given
    closing = _CLOSING.search(text, opening.end())
    if closing is None or closing.start() > _MAX_FRONT_MATTER_CHARACTERS:
        raise FileRefused(
            f"{given}, line 1: front matter opens with --- and is not closed; close it with a line ---, "
            "or put a blank line before a ruler"
        )
    fields = _read_yaml(text[opening.end() : closing.start()], progress)
    body = text[closing.end() :]
    return fields, body.removeprefix("\n")


def _read_yaml(front: str, progress: Progress) -> dict[str, str]:
    """Return field → scalar as it was typed.

    The nodes are read, not the values: YAML would make 12 out of the id 0012, another date out of a
    time with an offset, and keep silent about a key that stands there twice.
    """
    import yaml

    given = progress.source.given
    try:
        root = yaml.compose(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = 2 + mark.line if mark else 1
        reason = str(getattr(error, "problem", None) or "cannot be read").splitlines()[0]
        raise FileRefused(
            f"{given}, line {line}: malformed front matter ({reason}); correct the YAML"
        ) from None
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise FileRefused(f"{given}, line 2: front matter has no keys; write lines such as 'title: …'")
    fields: dict[str, str] = {}
    typed: dict[str, yaml.Node] = {}
    for key, value in root.value:
        name, where = str(key.value), f"{given}, line {2 + key.start_mark.line}"
        if name in typed:
            raise FileRefused(f"{where}: the key {name[:60]!r} stands there twice; remove one")
        typed[name] = value
    for name, value in typed.items():
        field = ALIASES.get(name, name)
        if field not in FIELDS or field == "text" or (name in ALIASES and field in typed):
            progress.note_unknown({name})
        elif not isinstance(value, yaml.ScalarNode):
            where = f"{given}, line {2 + value.start_mark.line}, column {name!r}"
            raise FileRefused(f"{where}: not a single value; write it as one text")
        elif value.style is not None or value.value not in {"", "~", "null"}:
            fields[field] = value.value
    return fields
