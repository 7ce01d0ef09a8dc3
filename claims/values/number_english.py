"""Reading English figures: number words, scale words and letters, "point", halves and parts."""

import re

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
        number = scale_digits(text, start) if isinstance(start, Numeral) else read_words(text, start)
        if number is not None:
            number = add_parts(text, number)
            numbers.append(number)
            taken = number.end
    return join_shares(text, numbers)
