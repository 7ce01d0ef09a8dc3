"""Reading numbers and years that are written in words."""

import re

from claims.values.date_context import Scan, get_number
from claims.values.date_token import Token


def read_numeral(scan: Scan, found: re.Match[str]) -> Token | None:
    """Join "twenty first", "nineteen ninety-nine", "two thousand and eighteen" into one token."""
    tokens = scan.tokens[found.start() : found.end()]
    if len(tokens) == 1:
        return None
    numbers = [
        number for token in tokens if (number := get_number(token)) is not None and token.kind in {"n", "o"}
    ]
    joined = any(token.kind == "&" for token in tokens)
    if (joined and not {100, 1000} & set(numbers)) or any(" " in token.word for token in tokens):
        return None
    if any(token.word in {"a", "an"} for token in tokens[1:]):
        return None  # "down from eighty a year ago"
    value = count_words(numbers)
    if value is None:
        return None
    first, last = tokens[0], tokens[-1]
    kind = last.kind if value < 1000 else "y" if value < 2200 else "c"
    word = scan.text[first.start : last.end].lower()
    return Token(kind, first.start, last.end, value, word)


def count_words(numbers: list[int]) -> int | None:
    """Return the number that English number words give, read as a count or as a year in two halves."""
    if len(numbers) > 1 and 10 <= numbers[0] < 100 and numbers[1] not in {100, 1000}:
        head, rest = numbers[:1], numbers[1:]
        if head[0] % 10 == 0 and rest[0] < 10 and (len(rest) > 1 or rest[0] > 0):
            head, rest = [head[0] + rest[0]], rest[1:]
        if not rest:
            return head[0]
        tail = _count(rest)
        return head[0] * 100 + tail if tail is not None and tail < 100 else None
    return _count(numbers)


def _count(numbers: list[int]) -> int | None:
    total = 0
    part = 0
    for number in numbers:
        if number == 1000:
            total, part = (total + (part or 1)) * 1000, 0
        elif number == 100:
            part = (part or 1) * 100
        elif part % 100 == 0 or (part % 10 == 0 and number < 10 and part % 100 > 10):
            part += number
        else:
            return None
    return total + part
