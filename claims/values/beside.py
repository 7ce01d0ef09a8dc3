"""What stands right beside a place in a text: the word before it, the longest known form that ends there.

The characters are looked at one by one from the place backwards. A pattern that has to end at a
place is tried from every place before it, which costs more than all else that reads a figure.
"""

from collections.abc import Mapping
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

SPACES = " \u00a0"
"""The spaces between a figure and the words that belong to it."""


def fold(text: str) -> str:
    """Return `text` in lower case with every character at its place; one that would become two stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := one.lower()) == 1 else one for one in text)


def find_word_before(text: str, start: int, reach: int) -> tuple[str, int] | None:
    """Return the word before the space before `start` and where it begins, at most `reach` characters back."""
    end = start - 1
    if end < 1 or text[end] not in SPACES:
        return None
    floor, at = max(0, start - reach), end
    while at > floor and (text[at - 1].isalnum() or text[at - 1] in "_’'-"):
        at -= 1
    while at < end and not is_letter(text[at]):
        at += 1
    return (text[at:end], at) if at < end else None


def find_letters_before(text: str, end: int, reach: int) -> str:
    """Return the letters right before `end` in lower case, at most `reach` of them."""
    floor, at = max(0, end - reach), end
    while at > floor and text[at - 1].isalpha():
        at -= 1
    return text[at:end].lower()


def find_form_before(
    text: str, end: int, forms: Mapping[str, Meaning], longest: int, joining: str = "_"
) -> tuple[int, Meaning] | None:
    """Return where the longest of `forms` begins that ends at `end`, and its meaning.

    It begins within no word, and right behind none of the characters of `joining`.
    """
    for start in range(max(0, end - longest), end):
        meaning = forms.get(text[start:end])
        if meaning is None:
            continue
        before = text[start - 1] if start else " "
        if not (before.isalnum() or before in joining):
            return start, meaning
    return None


class PhrasesBefore(Generic[Meaning]):
    """Phrases that qualify what stands behind them, in any case of letters: "mehr als", "between"."""

    def __init__(self, phrases: Mapping[str, Meaning]) -> None:
        self._meanings = phrases
        self._longest = max(map(len, phrases))
        lasts = {phrase.rstrip(".").rpartition(" ")[2] for phrase in phrases}
        self._last_words = frozenset(word for word in lasts if word.isalpha())
        self._last_signs = frozenset(word[-1] for word in lasts if not word.isalpha())
        self._longest_word = max(map(len, self._last_words))

    def find(self, text: str, start: int) -> tuple[int, Meaning] | None:
        """Return where the longest phrase before `start` begins, and its meaning.

        A space stands between them; behind a sign there need be none. What is hyphenated is no phrase.
        """
        if not start:
            return None
        end = start - 1 if text[start - 1] in SPACES else start
        if text[end - 1 : end] not in self._last_signs and (
            end == start or not self._has_last_word(text, end)
        ):
            return None
        reach = max(0, end - self._longest - 1)
        window = text[reach:end].lower()
        found = find_form_before(window, len(window), self._meanings, self._longest, "_-")
        return None if found is None or len(window) != end - reach else (reach + found[0], found[1])

    def _has_last_word(self, text: str, end: int) -> bool:
        """Tell whether the word that ends at `end` is the last of a phrase."""
        end -= text[end - 1 : end] == "."
        return find_letters_before(text, end, self._longest_word + 1) in self._last_words


def is_letter(character: str) -> bool:
    """Tell whether a character is a letter, as patterns mean it by `[^\\W\\d_]`."""
    return character.isalnum() and not character.isdecimal()


def has_letter_after(text: str, end: int) -> bool:
    """Tell whether a word may go on or follow at `end`: a letter stands there, behind spaces or hyphens at most."""
    return text[end : end + 3].lstrip(" \u00a0\u202f-")[:1].isalpha()
