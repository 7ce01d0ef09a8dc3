"""Cutting a text into words and marks, each with its place."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")


class Token(NamedTuple):
    """A word, a number or a single mark at `text[start:end]`."""

    start: int
    end: int
    text: str


def tokenize(text: str) -> list[Token]:
    """Return the words and marks of `text` in order; hyphens and dots are tokens of their own."""
    return [Token(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text)]
