"""Telling that two texts are the same apart from how they are typed.

A wire report comes in twice, under two ids: one desk's system writes straight quotation marks and
decomposed umlauts, the other's curly ones and non-breaking spaces. What is left when case, spacing and
every sign that is no letter or digit are gone is the same in both, and no figure or word can hide in
the difference. The texts themselves are kept as they came.
"""

import hashlib
import re
import unicodedata

_SIGNS = re.compile(r"[\W_]+")


def hash_letters(text: str) -> str:
    """Return the SHA-256, in hex, of a text's letters and digits: NFKC, case folded, nothing between them."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return hashlib.sha256(_SIGNS.sub("", folded).encode()).hexdigest()
