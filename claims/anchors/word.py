"""The words of a text with their places, and those among them that make a fact."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

_WORD = re.compile(r"\w+|[^\w\s]")

_NEGATIONS = frozenset(
    [
        "nicht",
        "kein",
        "keine",
        "keinen",
        "keinem",
        "keiner",
        "keines",
        "nie",
        "niemals",
        "weder",
        "ohne",
        "not",
        "no",
        "never",
        "neither",
        "nor",
        "without",
        "cannot",
    ]
)
_MONTHS = frozenset(
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
        "january",
        "february",
        "march",
        "may",
        "june",
        "july",
        "october",
        "december",
    ]
)


class Word(NamedTuple):
    """A word or mark at `text[start:end]`."""

    text: str
    start: int
    end: int


def split_words(text: str) -> list[Word]:
    """Return the words and marks of a text; whitespace separates and is none."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def list_telling(words: Iterable[Word]) -> Counter[str]:
    """Return the words that make another fact when they change: figures, months, negations."""
    return Counter(
        low
        for low in (word.text.casefold() for word in words)
        if low in _NEGATIONS or low in _MONTHS or any(character.isdigit() for character in low)
    )
