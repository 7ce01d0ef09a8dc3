"""Turning the bytes of a file into exact text, or saying which byte stands in the way.

Nothing is ever replaced by U+FFFD: a guess that loses a character would move the ground under every
quote anchored behind it. UTF-8 is tried strictly; Windows-1252, which German desks still export, only
where every byte has a meaning there and the whole looks like text.
"""

import codecs
import re
import unicodedata
from functools import cache
from typing import Literal

from claims.errors import TextRefused
from claims.settings import MAX_TEXT_BYTES

Encoding = Literal["ascii", "utf-8", "utf-16-le", "utf-16-be", "cp1252"]

CP1252_REMARK = "is not UTF-8 and was read as Windows-1252 (cp1252); save it as UTF-8 if letters look wrong"

_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
_UNDEFINED_IN_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_BROKEN_UTF8 = re.compile(rb"\xc0\x80|\xed[\xa0-\xbf][\x80-\xbf]")
"""How other programs write U+0000 and surrogates as if they were UTF-8; never Windows-1252 prose."""

_UMLAUT_PAIRS = r"\u0580-\u05bf\u0700-\u073f\u07c0-\u07ff"
"""What "Ö", "Ü" and "ß" before a quotation mark or a dash become if Windows-1252 is read as UTF-8: Hebrew,
Syriac and N'Ko, which never stand right behind a Latin letter."""

_UMLAUT_PAIR = re.compile(f"[A-Za-z][{_UMLAUT_PAIRS}]")
_WHOLE_CHARACTERS = re.compile(f"[^\\x00-\\x7f{_UMLAUT_PAIRS}\\udc80-\\udcff]")
"""Of a text decoded with "surrogateescape": what was surely UTF-8 beyond ASCII."""

_HIGH_BYTES = bytes(range(0x80, 0x100))


def detect_bom(head: bytes) -> tuple[Encoding | None, int]:
    """Return the encoding that a byte order mark at the start of `head` declares, and the mark's length.

    Raises:
        TextRefused: The mark is that of UTF-32.
    """
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise TextRefused("it is UTF-32 by its byte order mark; save it as UTF-8")
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8", 3
    if head.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le", 2
    if head.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be", 2
    return None, 0


def decode(raw: bytes) -> tuple[str, Encoding]:
    """Decode a whole file; a byte order mark is not part of the text.

    Raises:
        TextRefused: The bytes are no text in an accepted encoding; says at which byte offset (from 0).
    """
    declared, skip = detect_bom(raw)
    if declared is None:
        return decode_bytes(raw)
    try:
        return raw[skip:].decode(declared), declared
    except UnicodeDecodeError as error:
        raise TextRefused(_say_bad_byte(raw, skip + error.start, declared)) from None


def decode_bytes(raw: bytes, offset: int = 0) -> tuple[str, Encoding]:
    """Decode bytes without a byte order mark that stand at `offset` of their file.

    Raises:
        TextRefused: They are neither UTF-8 nor plausible Windows-1252; says at which byte offset.
    """
    if (nul := raw.find(0)) >= 0:
        raise TextRefused(
            f"U+0000 at byte offset {offset + nul}; it is no text, or UTF-16: save the file as UTF-8"
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_unlike_cp1252(raw, error.start, offset)
        return raw.decode("cp1252"), "cp1252"
    if text.isascii():
        return text, "ascii"
    pair = _UMLAUT_PAIR.search(text)
    if pair and not _WHOLE_CHARACTERS.search(text):
        # "Spaß“" without any other letter beyond ASCII is valid UTF-8 by accident.
        _refuse_unlike_cp1252(raw, len(text[: pair.start() + 1].encode()), offset)
        return raw.decode("cp1252"), "cp1252"
    return text, "utf-8"


class LineDecoder:
    """Decodes a file line by line: the first line that is not ASCII settles the encoding of the rest.

    ASCII reads alike in both encodings, so nothing read before that line needs a second look.
    """

    def __init__(self, declared: Encoding | None) -> None:
        self.encoding: Encoding = declared or "ascii"

    def decode_line(self, raw: bytes, offset: int) -> str:
        """Decode one line that stands at byte `offset` of the file.

        Raises:
            TextRefused: The line is not in the encoding of the lines before it, or in none at all.
        """
        if 0 in raw:
            return decode_bytes(raw, offset)[0]
        if raw.isascii():
            return raw.decode("ascii")
        if self.encoding == "utf-8":
            try:
                return raw.decode("utf-8")
            except UnicodeDecodeError as error:
                raise TextRefused(_say_bad_byte(raw, error.start, "utf-8", offset)) from None
        text, encoding = decode_bytes(raw, offset)
        if self.encoding == "cp1252" and encoding == "utf-8":
            raise TextRefused(
                f"the line at byte offset {offset} is UTF-8, but one before it is Windows-1252; save the file as UTF-8"
            )
        self.encoding = encoding
        return text


def normalise(text: str) -> str:
    r"""Return `text` in Unicode normal form C with "\n" as its only line end; nothing else changes.

    Raises:
        TextRefused: It holds U+0000 or a lone surrogate, or is longer than `settings.MAX_TEXT_BYTES` in UTF-8.
    """
    if "\0" in text:
        raise TextRefused(f"U+0000 at character {text.index(chr(0))}; remove it, a text cannot hold it")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    size = len(text)
    if not text.isascii():
        try:
            size = len(text.encode())
        except UnicodeEncodeError as error:
            code = ord(text[error.start])
            raise TextRefused(
                f"a lone surrogate U+{code:04X} at character {error.start}; it is half of a character, restore it"
            ) from None
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", _match_long_mark_runs().sub(_sort_marks, text))
            size = len(text.encode())
    if size > MAX_TEXT_BYTES:
        raise TextRefused(f"{size:,} bytes long, the limit is {MAX_TEXT_BYTES:,}; split it")
    return text


@cache
def _match_long_mark_runs() -> re.Pattern[str]:
    # CPython sorts combining marks by insertion: 80,000 in descending order take 8 s, 10 MB take days.
    # Putting long runs in canonical order first (Unicode Standard, D109) gives the same normal form in linear time.
    marks = "".join(chr(code) for code in range(0x300, 0x1E950) if unicodedata.combining(chr(code)))
    return re.compile(f"[{marks}]{{31,}}")


def _sort_marks(run: re.Match[str]) -> str:
    return "".join(sorted(run[0], key=unicodedata.combining))


def _refuse_unlike_cp1252(raw: bytes, bad: int, offset: int) -> None:
    """Raise TextRefused where bytes that are not UTF-8 (first at `bad`) are not Windows-1252 prose either."""
    refusal = TextRefused(_say_bad_byte(raw, bad, "utf-8", offset))
    if _CONTROLS.search(raw) or _UNDEFINED_IN_CP1252.search(raw) or _BROKEN_UTF8.search(raw):
        raise refusal
    lenient = raw.decode("utf-8", "surrogateescape")
    beyond_ascii = len(lenient) - len(raw.translate(None, _HIGH_BYTES))
    whole = len(_WHOLE_CHARACTERS.findall(lenient))
    # Whole UTF-8 characters beside broken ones: damaged UTF-8, which cp1252 would turn into "Ã¤".
    if whole and whole * 2 >= beyond_ascii:
        raise refusal
    # More of it beyond ASCII than within: no Western language, so some other old encoding.
    if beyond_ascii > 8 and beyond_ascii * 2 > len(lenient):
        raise refusal


def _say_bad_byte(raw: bytes, bad: int, encoding: Encoding, offset: int = 0) -> str:
    expected = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}.get(encoding, "UTF-8")
    return f"byte 0x{raw[bad]:02X} at offset {offset + bad} is not {expected} text; save the file as UTF-8"
