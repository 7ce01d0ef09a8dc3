"""Names that the ledger does not know, as far as two sentences tell: what is written large where the other has another.

German writes every noun large. So it counts as a name there only after a first name or a preposition
that has no article, or where a sentence begins with it.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from claims.crosscheck.copies.words import is_value_word

_LONGEST = 3
"""Words of a name that is taken for one."""

_SAME_WORD = 0.75
"""How alike two words are that are one, inflected or misspelt."""

_PLACED = frozenset(["in", "aus", "bei", "nach", "near", "from", "at"])
_BEFORE_NAMES = _PLACED | frozenset(["von", "für", "um", "vor", "gegen", "of", "by", "for"])
_ARTICLES = frozenset(["der", "die", "das", "the"])
_SCORE = re.compile(r"(?<![\d.,:–-])\d{1,3}(?::|[–-](?=\d{1,2}\b(?![–-]\d)))\d{1,2}\b")


def find_other_subject(ours: Sequence[str], theirs: Sequence[str], language: str) -> tuple[str, str] | None:
    """Return what one sentence is about and the other in its stead, if any: a name or what begins the sentence."""
    for start, mine, its in _list_swapped(ours, theirs):
        article = start == 1 and ours[0].casefold() in _ARTICLES
        if start == 0 or article or _is_after(ours, start, language, _BEFORE_NAMES):
            return mine, its
    return None


def find_other_name(ours: Sequence[str], theirs: Sequence[str], language: str) -> tuple[str, str] | None:
    """Return the one name in which two sentences differ that are else the same word for word, if it is that."""
    if sum(block.tag != "equal" for block in Levenshtein.opcodes(ours, theirs)) != 1:
        return None
    for start, mine, its in _list_swapped(ours, theirs):
        if start > 0 and _is_after(ours, start, language, _PLACED):
            return mine, its
    return None


def find_other_score(first: str, other: str) -> tuple[str, str] | None:
    """Return the result of a match in which two sentences differ ("3:1", "3-1"), if there is one."""
    for mine, its in zip(_SCORE.findall(first), _SCORE.findall(other), strict=False):
        if mine != its:
            return mine, its
    return None


def _list_swapped(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield where words written large stand in both that are not the same, and what they are."""
    for block in Levenshtein.opcodes(ours, theirs):
        mine = ours[block.src_start : block.src_end]
        its = theirs[block.dest_start : block.dest_end]
        if block.tag == "replace" and _is_name(mine) and _is_name(its):
            told = " ".join(mine), " ".join(its)
            if Levenshtein.normalized_similarity(*told) < _SAME_WORD:
                yield block.src_start, *told


def _is_name(tokens: Sequence[str]) -> bool:
    return len(tokens) <= _LONGEST and all(
        token[0].isupper() and token.isalpha() and not is_value_word(token) for token in tokens
    )


def _is_after(tokens: Sequence[str], start: int, language: str, words: frozenset[str]) -> bool:
    if start == 0:
        return False
    before = tokens[start - 1]
    return language == "en" or before.casefold() in words or (start > 1 and _is_name([before]))
