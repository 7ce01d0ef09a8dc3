"""JSON: one article as an object, many as a list of objects, or one object per line."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from claims.errors import FileRefused, RowRefused, TextRefused
from claims.ingest.decode import decode
from claims.ingest.files import read_bounded
from claims.ingest.lines import LineFile
from claims.ingest.metadata import ALIASES, FIELDS, ReadOptions
from claims.ingest.record import ArticleRecord, Progress, build_record
from claims.ingest.strict_json import StrictDecoder, skip_space
from claims.settings import MAX_LINE_BYTES

MAX_JSON_BYTES = 4 * MAX_LINE_BYTES
"""The longest .json file: it is held in memory whole; lines of JSON are not."""


def read_json(progress: Progress) -> Iterator[ArticleRecord | RowRefused]:
    """Yield the article of a file that is an object, or one per object of a list.

    Raises:
        FileRefused: The file is too long, in no known encoding, no JSON, or neither object nor list.
    """
    source = progress.source
    raw = read_bounded(source, MAX_JSON_BYTES)
    try:
        text, progress.encoding = decode(raw)
    except TextRefused as refused:
        raise FileRefused(f"{source.given}: {refused}") from None
    start = skip_space(text, 0)
    if start == len(text):
        return
    try:
        if text[start] == "[":
            yield from _read_list(text, start, progress)
        else:
            yield _read_only_object(text, raw, progress)
    except json.JSONDecodeError as error:
        raise FileRefused(
            f"{source.given}, line {error.lineno}, column {error.colno}: not valid JSON: {error.msg}; correct the file"
        ) from None


def read_jsonl(progress: Progress) -> Iterator[ArticleRecord | RowRefused]:
    """Yield one article per line that is not blank.

    Raises:
        FileRefused: The file cannot be read as lines.
    """
    source, lines, decoder = progress.source, LineFile(progress.source), StrictDecoder()
    keys = _choose_keys(progress.options)
    for line in lines.read():
        if line.text is not None and (not line.text or line.text.isspace()):
            continue
        progress.rows += 1
        progress.encoding = lines.encoding
        if line.text is None:
            yield RowRefused(line.fault or "unreadable", path=source.given, line=line.number)
            continue
        try:
            value = decoder.decode_whole(line.text)
            fields = _take_fields(value, keys, progress, line.number, "$")
            yield build_record(fields, progress, lines.hash(line.raw.rstrip(b"\r\n")), line.number, "$")
        except RowRefused as refused:
            yield refused
        except TextRefused as refused:
            yield RowRefused(str(refused), path=source.given, line=line.number)
        except json.JSONDecodeError as error:
            reason = f"not valid JSON: {error.msg} at character {error.pos}; correct the line"
            yield RowRefused(reason, path=source.given, line=line.number)


def _read_only_object(text: str, raw: bytes, progress: Progress) -> ArticleRecord | RowRefused:
    progress.rows += 1
    try:
        value = StrictDecoder().decode_whole(text)
        keys = _choose_keys(progress.options)
        fields = _take_fields(value, keys, progress, None, "$")
        return build_record(fields, progress, hashlib.sha256(raw).hexdigest(), None, "$")
    except TextRefused as refused:
        return RowRefused(str(refused), path=progress.source.given)
    except RowRefused as refused:
        return refused


def _read_list(text: str, start: int, progress: Progress) -> Iterator[ArticleRecord | RowRefused]:
    """Yield the records of a list, decoded one by one: each has its own bytes, line and faults."""
    source, decoder, keys = progress.source, StrictDecoder(), _choose_keys(progress.options)
    codec = "utf-8" if progress.encoding == "ascii" else progress.encoding
    at, line, counted = skip_space(text, start + 1), 1, 0
    if at < len(text) and text[at] == "]":
        at += 1
    else:
        while True:
            where = f"$[{progress.rows}]"
            progress.rows += 1
            line, counted = line + text.count("\n", counted, at), at
            try:
                value, end = decoder.decode(text, at, where)
                fields = _take_fields(value, keys, progress, line, where)
                raw = text[at:end].encode(codec)
                yield build_record(fields, progress, hashlib.sha256(raw).hexdigest(), line, where)
            except RowRefused as refused:
                yield refused
            except TextRefused as refused:
                end = _find_end(text, at)
                yield RowRefused(str(refused), path=source.given, line=line)
            at = skip_space(text, end)
            sign = text[at : at + 1]
            if sign not in {",", "]"}:
                raise json.JSONDecodeError("Expecting ',' or ']'", text, at)
            at = skip_space(text, at + 1)
            if sign == "]":
                break
    if skip_space(text, at) != len(text):
        raise json.JSONDecodeError("something follows the list", text, at)


def _find_end(text: str, at: int) -> int:
    """Return where the value at `text[at]` ends that the strict decoder refused."""
    try:
        return json.JSONDecoder(parse_int=str).raw_decode(text, at)[1]
    except RecursionError:
        raise json.JSONDecodeError("nested too deep to read on", text, at) from None


def _choose_keys(options: ReadOptions) -> dict[str, str]:
    """Return key → field: the fields' own names, their aliases, and what `--map` says instead."""
    keys = {name: name for name in FIELDS if name not in options.column_map}
    keys |= {alias: name for alias, name in ALIASES.items() if name not in options.column_map}
    return keys | {key: name for name, key in options.column_map.items()}


def _take_fields(
    value: Any, keys: dict[str, str], progress: Progress, line: int | None, where: str
) -> dict[str, Any]:
    """Return field → value of one record; keys that are no field are noted.

    Raises:
        RowRefused: It is no object, or has no text.
    """
    if not isinstance(value, dict):
        reason = f'{where} is not an object; an article is {{"text": …}}'
        raise RowRefused(reason, path=progress.source.given, line=line)
    fields: dict[str, Any] = {}
    unknown = set()
    for key, inner in value.items():
        name = keys.get(key)
        if name is None or (key in ALIASES and name in value):
            unknown.add(key)
        else:
            fields[name] = inner
    if unknown:
        progress.note_unknown(unknown)
    if "text" not in fields:
        wanted = progress.options.column_map.get("text", "text")
        there = ", ".join(repr(key[:60]) for key in list(value)[:20]) or "nothing"
        reason = (
            f"no key {wanted!r}, there is {there}; name the one that holds the article with --map text=KEY"
        )
        raise RowRefused(reason, path=progress.source.given, line=line, column=f"{where}.{wanted}")
    return fields
