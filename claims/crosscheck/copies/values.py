"""Which values a sentence gives, read once however many others it is held against."""

from functools import lru_cache

from claims.values.find import find
from claims.values.value import Found

_KEPT = 4_096
"""Sentences whose values are remembered: those that follow one formula come up again and again."""


@lru_cache(maxsize=_KEPT)
def read_values(text: str, language: str) -> tuple[Found, ...]:
    """Return the values in a sentence, in order."""
    return tuple(find(text, language))
