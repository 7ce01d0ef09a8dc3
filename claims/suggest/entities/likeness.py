"""Which names may name one thing: written otherwise, shortened, or in the other language.

A name is brought to a key; names with one key are alike, for the reason that the key stands for. Nothing is
decided by this: whoever merges two entities says so.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from claims.suggest.words.language import read_table
from claims.suggest.words.tokens import tokenize

_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})
_SHORTEST_STEM = 4
_SHORTEST_INITIALS = 3
_MOST_INITIALS = 6


def list_keys(name: str, kind: str, places: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the keys of a name, each with the reason that names with this key are alike for.

    `places` gives for a word, case folded, the name in all languages of the place that it names.
    """
    words = [token.text for token in tokenize(name) if token.text[0].isalnum()]
    if not words:
        return
    letters = _fold("".join(words))
    yield f"letters:{letters}", "written alike but for signs, capitals and umlauts"
    core = [_fold(word) for word in words if word.casefold() not in _list_left_out()]
    yield f"core:{''.join(core) or letters}", "the same but for a legal form or article"
    meant = sorted(part for word in words for part in _translate(word, places))
    if len(meant) > 1:
        yield f"meant:{' '.join(meant)}", "the same name in German and English"
    if kind == "person" and len(words) > 1:
        yield f"person:{_fold(words[0])[0]} {_fold(words[-1])}", "the same last name and first letter"
    yield from _list_initials(words, kind)


def _list_initials(words: list[str], kind: str) -> Iterator[tuple[str, str]]:
    """Yield the short form that a name of several words has, and what may be one."""
    if kind not in {"organisation", "law", "event", "project"}:
        return
    reason = "one is made of the first letters of the other"
    capitals = "".join(word[0] for word in words if word[0].isupper())
    if _SHORTEST_INITIALS <= len(capitals) <= _MOST_INITIALS and len(words) > 1:
        yield f"initials:{capitals.casefold()}", reason
    if len(words) == 1 and words[0].isupper() and _SHORTEST_INITIALS <= len(words[0]) <= _MOST_INITIALS:
        yield f"initials:{words[0].casefold()}", reason


def is_by_letter(name: str, other: str) -> bool:
    """Tell whether of two names for a person one has only a letter for the given name ("A. Lehmann")."""
    firsts = [next(token.text for token in tokenize(one)) for one in (name, other)]
    return any(len(first) == 1 for first in firsts) and len(set(firsts)) > 1


def is_short_and_long(name: str, other: str) -> bool:
    """Tell whether of two names one is a short form in capitals and the other is not."""
    return (" " in name) != (" " in other)


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).casefold().translate(_FOLDED)
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


def _translate(word: str, places: Mapping[str, str]) -> Iterable[str]:
    """Return what a word means whatever the language; a German compound is cut ("Rabensteintunnel")."""
    low = word.casefold()
    if low in _list_left_out():
        return ()
    table = _list_generic()
    if low in table:
        return (table[low],)
    if low in places:
        return (_fold(places[low]),)
    for length in range(len(low) - _SHORTEST_STEM, 2, -1):
        head = low[len(low) - length :]
        if head in table:
            stem = low[: len(low) - length]
            return (_fold(places.get(stem, places.get(stem.removesuffix("s"), stem))), table[head])
    return (_fold(word),)


@cache
def _list_generic() -> Mapping[str, str]:
    """Map each word that says what is named to its meaning."""
    return {word: key for key, words in read_table("generic.toml")["words"].items() for word in words.split()}


@cache
def _list_left_out() -> frozenset[str]:
    return frozenset(read_table("generic.toml")["left_out"]["words"].split())
