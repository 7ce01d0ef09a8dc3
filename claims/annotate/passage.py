"""Finding a quoted passage in an archived text, and the one that comes nearest where it is not there."""

import re
from difflib import SequenceMatcher

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_WORD = re.compile(r"\w+")
_MOST_PASSAGES = 200
_MOST_CHARACTERS = 300
_NEAR = 0.5


def find_passage(text: str, quote: str) -> str | None:
    """Return the quote exactly as it stands in the text, where only spaces and line breaks may differ."""
    if quote in text:
        return quote
    found = re.search(r"\s++".join(map(re.escape, quote.split())), text)
    return found[0] if found else None


def find_nearest(text: str, quote: str) -> str | None:
    """Return the sentence that looks most like the quote, None where none is near.

    Compared are the two hundred sentences that share most words with it, by the ratio of difflib.
    """
    words = set(_WORD.findall(quote.casefold()))
    sentences = dict.fromkeys(match[0].strip() for match in _SENTENCE.finditer(text))
    shared = sorted(
        ((len(words & set(_WORD.findall(one.casefold()))), one) for one in sentences if one),
        key=lambda pair: -pair[0],
    )
    best, nearest = _NEAR, None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(quote[:_MOST_CHARACTERS].casefold())
    for count, sentence in shared[:_MOST_PASSAGES]:
        if count == 0:
            break
        matcher.set_seq1(sentence[:_MOST_CHARACTERS].casefold())
        if matcher.quick_ratio() > best and (ratio := matcher.ratio()) > best:
            best, nearest = ratio, sentence
    return nearest
