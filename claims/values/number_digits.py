"""Reading figures written in digits: "1.204" is 1204 in German and 1.204 in English."""

import re
from fractions import Fraction
from functools import lru_cache

from claims.values.number_written import ONE, Numeral

_RUN = re.compile(
    r"(?<!\d)(?:(?P<plain>\d++)(?![.,]\d|['’ \u00a0\u2009\u202f]\d{3}(?!\d))"
    r"|\d+(?:[.,]\d+|['’ \u00a0\u2009\u202f]\d{3}(?!\d))*)|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒]"
)
"""A figure alone, one with marks or with groups of three, or a fraction in one sign."""
_PART = re.compile(r"(\D?)(\d+)")
_EXPONENT = re.compile(r"[eE]([+-]?\d{1,2})(?![\d\w])| ?[x×*] ?10\^([+-]?\d{1,2})(?!\d)")
_SLASH = re.compile(r" ?[/⁄] ?(\d{1,4})(?![\d/.,])")
_JOINING = frozenset("eEx×*/⁄")
_DECIMAL = {"de": ",", "en": "."}
_MARKS = (".", ",")
_LONGEST = 30
"""Digits of the longest figure that is read; more are an identifier."""

_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_VULGAR_VALUES = {sign: (Fraction(*parts), Fraction(1, parts[1])) for sign, parts in _VULGAR.items()}
"""What each sign is worth, and its last place."""


def list_digit_numbers(text: str, language: str) -> tuple[Numeral, ...]:
    """Return the figures in digits of `text`, in order, without scale words."""
    numbers: list[Numeral] = []
    for run in _RUN.finditer(text):
        if run.lastgroup:
            if run.end() - run.start() <= _LONGEST:
                numbers.append(Numeral(run.start(), run.end(), _read_whole(run.group())))
            continue
        if run.group() in _VULGAR:
            _add_vulgar(numbers, run.start(), run.group())
            continue
        parts = [(m.group(1), m.group(2), run.start() + m.start(2)) for m in _PART.finditer(run.group())]
        place = 0
        while place < len(parts):
            number, place = _read(parts, place, language)
            if number is not None:
                numbers.append(number)
    return _join(text, numbers)


@lru_cache(maxsize=4096)
def _read_whole(digits: str) -> Fraction:
    """Return the value of a figure without marks; most texts say the same few again."""
    return Fraction(int(digits))


def _read(parts: list[tuple[str, str, int]], place: int, language: str) -> tuple[Numeral | None, int]:
    """Return the longest figure that begins with `parts[place]`, and the next part."""
    mark_before, first, start = parts[place]
    if place and mark_before in _MARKS:
        return _split(parts, place)
    groups = _count_groups(parts, place, language)
    after = place + 1 + groups
    digits = first + "".join(part[1] for part in parts[place + 1 : after])
    grouping = parts[place + 1][0] if groups else ""
    fraction, doubtful = "", False
    if after < len(parts) and parts[after][0] in _MARKS and parts[after][0] != grouping:
        mark = parts[after][0]
        chained = after + 1 < len(parts) and parts[after + 1][0] == mark
        if chained:
            return _split(parts, place)
        if mark == _DECIMAL[language] or groups or mark == "." or len(parts[after][1]) <= 2:
            fraction, doubtful = parts[after][1], mark != _DECIMAL[language]
            after += 1
    if len(digits) + len(fraction) > _LONGEST:
        return None, after
    last = parts[after - 1]
    unit = Fraction(1, 10 ** len(fraction)) if fraction else ONE
    value = Fraction(int(digits + fraction), unit.denominator)
    return Numeral(start, last[2] + len(last[1]), value, unit, doubtful=doubtful), after


def _count_groups(parts: list[tuple[str, str, int]], place: int, language: str) -> int:
    """Return how many groups of three follow `parts[place]` as thousands."""
    first = parts[place][1]
    if len(first) > 3 or first[0] == "0" or place + 1 >= len(parts):
        return 0
    mark, count = parts[place + 1][0], 0
    while place + 1 + count < len(parts) and count < _LONGEST:
        separator, digits, _ = parts[place + 1 + count]
        if separator != mark or len(digits) != 3:
            break
        count += 1
    beyond = place + 1 + count
    if count and beyond < len(parts) and parts[beyond][0] == mark and mark in _MARKS:
        return 0  # a chain such as 192.168.1.2
    if count == 1 and mark == _DECIMAL[language]:
        decimals = beyond < len(parts) and parts[beyond][0] in _MARKS and len(parts[beyond][1]) < 3
        return 1 if decimals else 0  # "1.111,11" in English can only be 1111.11
    return count


def _split(parts: list[tuple[str, str, int]], place: int) -> tuple[Numeral | None, int]:
    """Return one link of a chain ("192.168.1.2", "12.05.2024") by itself."""
    _, digits, start = parts[place]
    if len(digits) > _LONGEST:
        return None, place + 1
    return Numeral(start, start + len(digits), _read_whole(digits), doubtful=True), place + 1


def _add_vulgar(numbers: list[Numeral], start: int, sign: str) -> None:
    """Add "½", to the whole number right before it if there is one ("3½")."""
    numerator, denominator = _VULGAR[sign]
    value, part = _VULGAR_VALUES[sign]
    if numbers and numbers[-1].end == start and numbers[-1].value.denominator == 1:
        whole = numbers.pop()
        numbers.append(Numeral(whole.start, start + 1, whole.value + value, part))
    else:
        numbers.append(Numeral(start, start + 1, value, part, (numerator, denominator)))


def _join(text: str, numbers: list[Numeral]) -> tuple[Numeral, ...]:
    """Join exponents ("1.3x10^6") and fractions with a slash ("1/4", "7 3/4") to their figures."""
    joined: list[Numeral] = []
    taken = 0
    for number in numbers:
        if number.start < taken:
            continue
        following = text[number.end : number.end + 2].lstrip(" ")[:1]
        whole = (
            (_join_exponent(text, number) or _join_slash(text, number)) if following in _JOINING else number
        )
        joined.append(whole)
        taken = whole.end
    return tuple(joined)


def _join_exponent(text: str, number: Numeral) -> Numeral | None:
    found = _EXPONENT.match(text, number.end)
    if found is None:
        return None
    power = Fraction(10) ** int(found.group(1) or found.group(2))
    return Numeral(number.start, found.end(), number.value * power, number.place * power, scaled=True)


def _join_slash(text: str, number: Numeral) -> Numeral:
    found = _SLASH.match(text, number.end)
    if (
        not found
        or number.value.denominator != 1
        or number.ratio
        or text[max(0, number.start - 1) : number.start] == "/"
    ):
        return number
    below = int(found.group(1))
    if not 2 <= below <= 1000 or found.group(1)[0] == "0" or number.value >= 100:
        return number
    ratio = (int(number.value), below)
    return Numeral(
        number.start, found.end(), Fraction(*ratio), Fraction(1, below), ratio, doubtful=number.doubtful
    )
