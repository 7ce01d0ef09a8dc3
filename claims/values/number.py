"""A written figure: its exact value and how finely it is written, in digits or in words."""

from collections.abc import Callable

from claims.values.number_digits import list_digit_numbers
from claims.values.number_english import list_english_numbers
from claims.values.number_german import list_german_numbers
from claims.values.number_written import Numeral

_READERS: dict[str, Callable[[str, tuple[Numeral, ...]], list[Numeral]]] = {
    "de": list_german_numbers,
    "en": list_english_numbers,
}

__all__ = ["Numeral", "find_numerals"]


def find_numerals(text: str, language: str) -> list[Numeral]:
    """Return every figure in `text` ("de" or "en") with its scale word, in order: digits, words, fractions.

    No unit, no comparator, and nothing is judged: dates, versions and the article "ein" (marked as
    `article`) are among them.
    """
    return _READERS[language](text, list_digit_numbers(text, language))
