"""Which names a text may hold: how they would have to begin.

A text of ten thousand characters names a few dozen things, and a ledger knows a hundred thousand. What
names vary in, such as case, hyphens, genitives and German endings, is undone here, so that every name
which `find_names` could find is among them.
"""

from itertools import pairwise

from claims.store.opening import list_words, make_opening
from claims.suggest.entities.names import COMPASS
from claims.suggest.frames.related import list_implied
from claims.suggest.words.language import Language, get_language

_ENDINGS = ("e", "en", "er", "es", "em")
"""What German adjectives end in, so that "chinesischen" leads to "chinesisch"."""

_SIDES = tuple(side.casefold() for side in COMPASS)


def list_openings(text: str, language: str) -> set[str]:
    """Return how the names that a text may hold begin, as `make_opening` writes it; "" for those without words."""
    words = get_language(language)
    found = {"", *(make_opening(name) for name in list_implied(words))}
    read = list_words(text)
    for word in set(read):
        found |= _list_forms(word, words) | _list_stems(word, words)
    for first, second in set(pairwise(read)):
        seconds = _list_forms(second, words)
        found.update(f"{one} {other}" for one in _list_forms(first, words) for other in seconds)
    return found


def _list_forms(word: str, language: Language) -> set[str]:
    """Return what a word of a name may be without genitive, an adjective's ending or a part by the compass."""
    forms = {word, *(word.removesuffix(mark) for mark in language.genitive_marks)}
    if language.code == "de":
        if word[-2:] in {"en", "er", "es"}:
            forms.add(word[:-1])
        if word.startswith(_SIDES):
            forms |= {form.removeprefix(side) for side in _SIDES for form in (word, word.removesuffix("s"))}
        stem = next((word.removesuffix(end) for end in ("en", "em", "e") if word.endswith(end)), "")
        if stem.endswith(("sch", "lich", "ig")):
            forms |= {stem + "er", stem + "es"}  # "des Deutschen Wetterdienstes"
    return forms - {""}


def _list_stems(word: str, language: Language) -> set[str]:
    if language.code != "de":
        return set()
    return {word.removesuffix(ending) for ending in _ENDINGS} - {""}
