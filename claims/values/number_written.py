"""What a figure is once it is read, before a unit and a comparator join it."""

from fractions import Fraction
from typing import NamedTuple

ONE = Fraction(1)


class Numeral(NamedTuple):
    """A figure at `text[start:end]`.

    `place` is the value of its last written place: 100 000 for "5,6 Millionen". `ratio` holds
    numerator and denominator where the text writes a fraction. `scaled` tells that a word or letter
    multiplies it, by `factor`. `words` tells that it has no digit. `article` marks an "ein" or "one" that may
    count nothing. `doubtful` marks digits that the language writes otherwise ("2.5" in German: a
    version or a date more often than a figure) or that belong to a longer chain ("192.168.1.2").
    """

    start: int
    end: int
    value: Fraction
    place: Fraction = ONE
    ratio: tuple[int, int] | None = None
    scaled: bool = False
    factor: int = 1
    words: bool = False
    article: bool = False
    doubtful: bool = False
