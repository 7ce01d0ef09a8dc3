"""Reducing words to one spelling for searching, so that Ärztin, Aerztin and ARZTIN find each other.

Case, accents and ligatures go; then ä and ae both become a, ö and oe o, ü and ue u, ß ss. It is what
Lucene's GermanNormalizationFilter does (the German2 variant of the Snowball stemmer, Porter 2001):
a `ue` after a vowel or q is no umlaut (neue, Feuer, Quelle). Texts and questions are folded alike,
so one form of each word is kept and phrases need no variants. The price: "Poet" finds "Pot" too.
"""

import re
import unicodedata
from collections.abc import Iterator

_LETTERS = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "þ": "th", "ı": "i"}
"""Letters that Unicode does not take apart."""

# A run of e, so that folding what is folded changes nothing.
_UMLAUT_E = re.compile("(?:(?<=[ao])|(?<=(?<![aeiouyq])u))e+")

_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f\u00ad\u200b-\u200f\u2060-\u2064\ufeff])*")


class _Folds(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    folded, before = character, ""
    while folded != before:
        before = folded
        apart = unicodedata.normalize("NFKD", folded.casefold())
        folded = "".join(
            _LETTERS.get(part, part)
            for part in apart
            # Format characters are invisible: a soft hyphen does not end a word.
            if not unicodedata.combining(part) and unicodedata.category(part) != "Cf"
        )
    return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return the text as it is compared; folding twice changes nothing, and a word's start folds to its start."""
    plain = text.lower() if text.isascii() else text.translate(_FOLDS)
    return _UMLAUT_E.sub("", plain)


def find_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each word with where it starts and ends (exclusive) in the text, folded.

    A character such as ½ folds to two words, which then have the same place.
    """
    for match in _WORD.finditer(text):
        folded = fold(match[0])
        if folded.isalnum():
            yield match.start(), match.end(), folded
        else:
            for part in _WORD.finditer(folded):
                yield match.start(), match.end(), part[0]
