"""Which wordings are worth comparing: those that share a rare word, or two that are rather rare.

A word in many sentences says little about any two of them, and comparing all that have it costs the
square of their number. So a block that is full is passed over: as a ledger grows, single words fill up,
soon, and pairs of the rarest words of a sentence take over. Rows and comparisons per sentence stay
bounded whatever the size: near-linear. Shingles (MinHash) were tried: whoever rewrites a sentence leaves
few of its word sequences whole, and common ones fill their buckets.
"""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

SINGLE = 4
"""How many of a sentence's rarest words are keys by themselves."""

PAIRED = 6
"""How many of its rarest words are keys two by two."""

FULL_SINGLE = 8
"""How many wordings the block of one word takes. Of those that meet by one word alone hardly one in a thousand
is alike, of those that meet by two one in seven."""

FULL_PAIR = 32
"""How many wordings the block of two words takes."""

_MASK = (1 << 62) - 1
_SPREAD = 0x9E3779B97F4A7C15


@lru_cache(maxsize=65_536)
def hash_word(word: str) -> int:
    """Return the number that stands for a word."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") & _MASK


def list_keys(seen: Mapping[int, int]) -> dict[int, int]:
    """Return the blocks that a wording belongs to, with how many wordings each of them takes.

    `seen` tells in how many wordings each of its words stands.
    """
    rare = sorted(seen, key=lambda word: (seen[word], word))[:PAIRED]
    pairs = combinations(sorted(rare), 2)
    keys = dict.fromkeys(rare[:SINGLE], FULL_SINGLE)
    return keys | dict.fromkeys((_join(one, other) for one, other in pairs), FULL_PAIR)


def _join(one: int, other: int) -> int:
    return ((one * _SPREAD) ^ (other + (one >> 7))) & _MASK
