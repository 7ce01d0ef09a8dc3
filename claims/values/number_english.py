"""Reading English figures: number words, scale words and letters, "point", halves and parts."""

import re

from claims.values.beside import has_letter_after
from claims.values.number_english_part import add_parts, join_shares
from claims.values.number_english_word import START, read_words, scale_digits
from claims.values.number_written import Numeral


def list_english_numbers(text: str, digits: tuple[Numeral, ...]) -> list[Numeral]:
    """Return the figures of an English text in order; `digits` are those that begin with digits."""
    starts: list[Numeral | re.Match[str]] = [*digits, *START.finditer(text)]
    starts.sort(key=lambda start: start.start if isinstance(start, Numeral) else start.start())
    numbers: list[Numeral] = []
    taken = 0
    for start in starts:
        begin = start.start if isinstance(start, Numeral) else start.start()
        if begin < taken:
            continue
        number = _read(text, start)
        if number is not None:
            numbers.append(number)
            taken = number.end
    return join_shares(text, numbers)


def _read(text: str, start: Numeral | re.Match[str]) -> Numeral | None:
    """Return the whole figure that begins with digits or with a word."""
    if not isinstance(start, Numeral):
        number = read_words(text, start)
    elif has_letter_after(text, start.end):
        number = scale_digits(text, start)
    else:
        return start
    return number if number is None or not has_letter_after(text, number.end) else add_parts(text, number)
