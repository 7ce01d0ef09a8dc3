"""What kind of sentence it is: a statement, a question, an opinion, a heading, or boilerplate."""

import re
from collections.abc import Sequence

from claims.suggest.suggestion import Sentence, SentenceKind
from claims.suggest.words.language import Language, get_language
from claims.suggest.words.splitting import sentences

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_TERMINAL = re.compile(r"[.!?…:;,][\"'»«”“’‘)\]]*$")
_QUESTION = re.compile(r"\?[\"'»«”“’‘)\]]*$")
_LINK = re.compile(r"https?://|www\.[a-z0-9]")
_LONGEST_HEADING = 14
_NEWLINES = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def classify(text: str, language: str) -> list[Sentence]:
    """Return every sentence of `text` with its kind, in order.

    "statement" is a sentence that may make claims; "open" one that is neither that nor anything else
    named: too short, or without a verb.
    """
    words = get_language(language)
    return classify_spans(text, sentences(text, language), words)


def classify_spans(text: str, spans: Sequence[tuple[int, int]], words: Language) -> list[Sentence]:
    """Return the kinds of sentences whose spans are known."""
    found: list[Sentence] = []
    in_boilerplate = False
    for start, end in spans:
        sentence = text[start:end]
        lows = [word.lower() for word in _WORD.findall(sentence)]
        kind = _classify(text, start, end, lows, words)
        if kind == "heading":
            in_boilerplate = " ".join(lows) in words.boilerplate_headings
        elif in_boilerplate and kind != "question":
            kind = "boilerplate"
        found.append(Sentence(start, end, kind))
    return found


def _classify(text: str, start: int, end: int, lows: list[str], words: Language) -> SentenceKind:
    sentence = text[start:end]
    phrase = f" {' '.join(lows)} "
    if not lows:
        return "open"
    if _is_boilerplate(sentence, lows, phrase, words):
        return "boilerplate"
    if _QUESTION.search(sentence):
        return "question"
    alone = _fills_line(text, start, end)
    if alone and not _TERMINAL.search(sentence) and len(lows) <= _LONGEST_HEADING:
        return "heading"
    if alone and len(lows) <= _LONGEST_HEADING and sentence.startswith("#"):
        return "heading"
    if _is_opinion(phrase, lows, words, quoted=any(mark in sentence for mark in '"„“”»«')):
        return "opinion"
    return "statement" if len(lows) > 2 else "open"


def _fills_line(text: str, start: int, end: int) -> bool:
    before, after = start - 1, end
    while before >= 0 and text[before] in " \t\xa0":
        before -= 1
    while after < len(text) and text[after] in " \t\xa0":
        after += 1
    return (before < 0 or text[before] in _NEWLINES) and (after >= len(text) or text[after] in _NEWLINES)


def _is_boilerplate(sentence: str, lows: list[str], phrase: str, words: Language) -> bool:
    if "©" in sentence or "(c)" in sentence.lower():
        return True
    strong = any(" " in marker and f" {marker} " in phrase for marker in words.boilerplate)
    weak = sum(1 for low in lows if low in words.boilerplate)
    address = lows[0] in words.request or any(
        low in {"uns", "us", "du", "deine", "dich", "your", "you"} for low in lows
    )
    credit = (
        len(lows) <= 9 and lows[0] in words.credit and (":" in sentence or "|" in sentence or "/" in sentence)
    )
    thanks = len(lows) == 1 and weak == 1
    return (
        strong
        or thanks
        or (weak > 0 and address)
        or weak > 1
        or credit
        or (bool(_LINK.search(sentence)) and len(lows) < 8)
    )


def _is_opinion(phrase: str, lows: list[str], words: Language, *, quoted: bool) -> bool:
    if any(f" {marker} " in phrase for marker in words.opinion):
        return True
    return bool(set(lows) & words.first_person) and not quoted
