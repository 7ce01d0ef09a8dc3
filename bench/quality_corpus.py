"""How much of real text the value finder explains: every figure and name of a month is a value, a name, or left out for a reason.

Nobody labelled these texts, so this counts no mistakes; it shows what the finder passes over without
knowing why.
"""

import re
from collections import Counter
from pathlib import Path

from claims.values import find
from claims.values.find_quantity_guard import is_name, is_ordinal
from claims.values.find_quantity_idiom import list_idioms
from claims.values.find_quantity_mask import list_masks

PUBLISHED = "2020-01-01"
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_MONTHS = {
    "de": r"Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
    "en": r"January|February|March|April|May|June|July|August|September|October|November|December",
}
_LIST_NUMBER = re.compile(r"(?:^|\n)\W{0,3}\Z")
_ENDED = re.compile(r"\A(?:st|nd|rd|th)\b")
_NAME_BEFORE = re.compile(r"(?:[A-ZÄÖÜ][\w.&’'-]{0,30}[  -]|[A-ZÄÖÜ]{1,4})\Z")
_NAME_AFTER = re.compile(r"\A[  -][A-ZÄÖÜ]")
_REPEATED = re.compile(r"\b(?:jede[nrs]?|jährlich|every|each|annual(?:ly)?)\b", re.IGNORECASE)


def measure_corpus(path: Path, language: str) -> tuple[int, int, Counter[str]]:
    """Return how many sentences hold a figure or month, how many are explained whole, and the reasons by count."""
    texts = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    holding = explained = 0
    reasons: Counter[str] = Counter()
    for text in texts:
        for sentence in _cut(text, language):
            told = explain(sentence, language)
            if not told:
                continue
            holding += 1
            explained += all(reason != "" for _, reason in told)
            reasons.update(reason or "unexplained" for _, reason in told)
    return holding, explained, reasons


def list_unexplained(path: Path, language: str) -> list[tuple[str, list[str]]]:
    """Return each sentence that is not explained whole, with its figures and months that are not."""
    texts = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    sentences = [sentence for text in texts for sentence in _cut(text, language)]
    told = [(one, [word for word, reason in explain(one, language) if not reason]) for one in sentences]
    return [(sentence, words) for sentence, words in told if words]


def _cut(text: str, language: str) -> list[str]:
    from claims.suggest import sentences

    return [text[start:end] for start, end in sentences(text, language)]


def explain(text: str, language: str) -> list[tuple[str, str]]:
    """Return each figure and name of a month in a text with why it is or is no value; "" where nothing says why."""
    found = find(text, language, PUBLISHED)
    masks, idioms = list_masks(text, language), list_idioms(text, language)
    words = [*_FIGURE.finditer(text), *re.finditer(rf"\b(?:{_MONTHS[language]})\b", text)]
    return [
        (word.group(), _give_reason(text, word, language, [(f.start, f.end) for f in found], masks, idioms))
        for word in sorted(words, key=lambda word: word.start())
    ]


Spans = list[tuple[int, int]]


def _give_reason(
    text: str, word: re.Match[str], language: str, found: Spans, masks: Spans, idioms: Spans
) -> str:
    start, end = word.span()
    if _touches(found, start, end):
        return "value"
    if _touches(idioms, start, end):
        return "address, call, citation, title or idiom"
    if _touches(masks, start, end):
        return "time, score, link or paragraph"
    if word.group()[0].isdigit():
        return _give_reason_for_figure(text, start, end, language)
    named = _NAME_BEFORE.search(text[max(0, start - 32) : start]) or _NAME_AFTER.match(text[end : end + 2])
    return "name" if named else ""


def _give_reason_for_figure(text: str, start: int, end: int, language: str) -> str:
    before, after = text[max(0, start - 32) : start], text[end : end + 32]
    if (language == "de" and is_ordinal(text, start, end)) or _ENDED.match(after):
        return "ordinal"
    if after[:1].isalpha() or before[-1:].isalpha() or re.match(r"[-/][^\W\d]", after):
        return "name with a figure"
    if before[-1:] in {"-", "/", "–", ":", "."} or re.match(r"[-–/:]\d", after):
        return "score, number of a file or compound"
    if is_name(text, start, end, language):
        return "name with a figure"
    if _LIST_NUMBER.search(before):
        return "number of a list"
    return ""


def _touches(spans: Spans, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)
