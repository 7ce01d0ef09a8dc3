"""Whether two names may be one, written otherwise: shortened, with its legal form, misspelt.

Names with a word of their own each are two ("Musikschule Rehfelden", "Musikschule Aschfeld"), be they ever so alike.
"""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from claims.crosscheck.copies.words import is_legal_form, tells_parts_apart

_WORD = re.compile(r"[^\W_]+")
_FIGURES = re.compile(r"\d+")
_LETTERS_PER_SLIP = 8
_MOST_SLIPS = 2
_SHORTEST_INITIALS = 3


def may_be_one_name(one: str, other: str) -> bool:
    """Tell whether two names may be of one thing, which also has one answer to one question."""
    ours, theirs = _read(one), _read(other)
    if not ours or not theirs or sorted(_FIGURES.findall(one)) != sorted(_FIGURES.findall(other)):
        return False
    return (
        _is_shortened(*sorted((ours, theirs), key=len))
        or _is_misspelt("".join(ours), "".join(theirs))
        or _is_abbreviated(one, other)
        or _is_abbreviated(other, one)
    )


def _read(name: str) -> list[str]:
    words = [word.casefold() for word in _WORD.findall(name)]
    return [word for word in words if not is_legal_form(word)] or words


def _is_shortened(fewer: Sequence[str], more: Sequence[str]) -> bool:
    extra = [word for word in more if word not in fewer]
    return set(fewer) <= set(more) and not any(map(tells_parts_apart, extra))


def _is_misspelt(one: str, other: str) -> bool:
    slips = Levenshtein.distance(one, other)
    most = min(_MOST_SLIPS, min(len(one), len(other)) // _LETTERS_PER_SLIP)
    return slips <= most and one[:1] == other[:1]


def _is_abbreviated(short: str, name: str) -> bool:
    """Tell whether one is made of the first letters of the other's capitalised words ("CFA")."""
    initials = "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())
    return short.isupper() and len(short) >= _SHORTEST_INITIALS and short == initials
