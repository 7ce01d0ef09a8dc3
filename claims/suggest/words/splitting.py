"""Where sentences begin and end.

Line breaks always divide. Within a line a full stop divides unless it belongs to an abbreviation, an
ordinal number, an initial or a name; what closes a quotation stays with the sentence that it closes.
"""

import re

from claims.suggest.words.language import Language, get_language

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'»«”“’‘)\]]*(?:\[\d{1,3}\])?(?=\s)")
_WORD_BEFORE = re.compile(r"[^\W_]+$")
_WORD_AFTER = re.compile(r"[\"'»«„“”‚‘’(\[–—\-\s]{0,8}([^\W_]+)")
_BEFORE_FIGURES = frozenset({"no", "nos"})
"""Abbreviations that are words as well: only a figure behind one tells ("No. 5", "half of them said no.")."""
_REACH = 24
"""How many characters back a full stop looks for the word that it ends."""


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of `text` in code points: in order, trimmed, not overlapping."""
    words = get_language(language)
    spans = []
    for line in _LINE.finditer(text):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if _ends_sentence(text, line.start(), stop, words):
                spans.append((start, stop.end()))
                start = stop.end()
        spans.append((start, line.end()))
    return [trimmed for span in spans if (trimmed := _trim(text, *span)) is not None]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    kept = piece.strip()
    return (start + lead, start + lead + len(kept)) if kept else None


def _ends_sentence(text: str, line_start: int, stop: re.Match[str], words: Language) -> bool:
    after = _WORD_AFTER.match(text, stop.end())
    following = after[1] if after else ""
    if following and following[0].islower() and not following[1:2].isupper():
        return False
    if stop[0][0] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(line_start, stop.start() - _REACH), stop.start())
    return before is None or not _stop_belongs_to_word(text, line_start, before, following, words)


def _stop_belongs_to_word(
    text: str, line_start: int, before: re.Match[str], following: str, words: Language
) -> bool:
    """Tell whether the full stop is part of the word that `before` found."""
    word, low = before[0], before[0].lower()
    starts_anew = following.lower() in words.sentence_starters
    if word.isdigit():
        if before.start() == line_start and len(word) <= 2:
            return True
        alone = text[before.start() - 1 : before.start()] not in {",", ".", ":"}
        return alone and words.has_ordinal_stops and len(word) <= 2 and not starts_anew
    if low in _BEFORE_FIGURES:
        return following[:1].isdigit()
    if low in words.titles_with_stop or (len(word) == 1 and word.islower()):
        return True
    if low in words.abbreviations:
        return not starts_anew
    dotted = text[max(line_start, before.start() - 1) : before.start()] == "."
    if len(word) == 1 and (word.isupper() or dotted):
        return not starts_anew or (
            word.isupper() and not dotted and _follows_name(text, line_start, before.start())
        )
    return False


def _follows_name(text: str, line_start: int, position: int) -> bool:
    """Tell whether the initial at `position` follows a capitalised word, as a middle initial does."""
    previous = _WORD_BEFORE.search(text, max(line_start, position - _REACH), max(line_start, position - 1))
    return previous is not None and previous[0][0].isupper() and previous[0].lower() != "plan"
