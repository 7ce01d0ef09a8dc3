"""Shapes of phrases with a number in them, and the numbers that they take."""

import re
from collections.abc import Iterator

from claims.values.number_english_word import TEENS, TENS, UNITS
from claims.values.number_german import read_cardinal

GERMAN_NUMBER = r"\d{1,3}|ein(?:e[rsmn]?|s)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|fünfzig|hundert|tausend"
ENGLISH_WORDS = (
    UNITS | TEENS | TENS | {"a hundred": 100, "a thousand": 1000, "hundred": 100, "thousand": 1000}
)
ENGLISH_NUMBER = rf"\d{{1,4}}|{'|'.join(sorted(ENGLISH_WORDS, key=len, reverse=True))}"


class Shape:
    """A pattern over text in lower case, and the pieces of which a text has one if the pattern is anywhere in it."""

    def __init__(self, needed: tuple[str, ...], pattern: str) -> None:
        self._needed = needed
        self._pattern = re.compile(pattern)

    def find_all(self, lower: str) -> Iterator[re.Match[str]]:
        """Return every match in `lower`."""
        needed = any(piece in lower for piece in self._needed)
        return self._pattern.finditer(lower) if needed else iter(())


def read_german_number(word: str) -> int | None:
    """Return the number that a German word or figure says, or None."""
    word = word.lower()
    if word.isdigit():
        return int(word)
    read = read_cardinal(word)
    return read[0] if read is not None and read[1] == len(word) else None


def read_english_number(word: str) -> int | None:
    """Return the number that an English word or figure says, or None."""
    return int(word) if word.isdigit() else ENGLISH_WORDS.get(word.lower())
