"""Which wordings are worth comparing: those that share a rare word, or two that are rather rare.

A word in many sentences says little about any two of them, and comparing all that have it costs the
square of their number. So a block that is full is passed over: as a ledger grows, single words fill up,
and pairs of the rarest words of a sentence take over. Rows and comparisons per sentence stay bounded
whatever the size: near-linear. Shingles (MinHash) were tried: whoever rewrites a sentence leaves
few of its word sequences whole, and common ones fill their buckets.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

SINGLE = 4
"""How many of a sentence's rarest words are keys by themselves."""

PAIRED = 6
"""How many of its rarest words are keys two by two."""

FULL = 32
"""How many wordings a block takes."""

_MASK = (1 << 62) - 1
_SPREAD = 0x9E3779B97F4A7C15


@lru_cache(maxsize=65_536)
def hash_word(word: str) -> int:
    """Return the number that stands for a word."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") & _MASK


def list_keys(words: Sequence[int], seen: Mapping[int, int]) -> list[int]:
    """Return the blocks that a wording belongs to; `seen` tells in how many wordings each word stands."""
    rare = sorted(set(words), key=lambda word: (seen.get(word, 0), word))[:PAIRED]
    pairs = combinations(sorted(rare), 2)
    return rare[:SINGLE] + [_join(one, other) for one, other in pairs]


def _join(one: int, other: int) -> int:
    return ((one * _SPREAD) ^ (other + (one >> 7))) & _MASK
