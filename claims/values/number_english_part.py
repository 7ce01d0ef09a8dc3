"""What follows an English cardinal: decimals in words, dozens, halves, denominators, "one in eight"."""

import re
from fractions import Fraction

from claims.values.number_english_word import SCALES, SMALL, TENS, any_of
from claims.values.number_written import Numeral

_PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_NINTHS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_PARTS |= {
    f"{ten}-{part}": TENS[ten] + below for ten in TENS for part, below in (("first", 1), ("second", 2))
}
_PARTS |= {f"{ten}-{part}": TENS[ten] + _PARTS[part] for ten in TENS for part in _NINTHS}
_PARTS |= {f"{ten.removesuffix('y')}ieth": value for ten, value in TENS.items()}
_DOZENS = {"dozen": 12, "dozens": 12, "doz": 12, "dozs": 12}

_POINT = re.compile(rf" point((?:[ -](?:{any_of(SMALL)})(?![^\W_]))+)", re.IGNORECASE)
_PART = re.compile(rf"[ \u00a0-]({any_of(_PARTS)})(s?)(?![^\W_])", re.IGNORECASE)
_AND_PART = re.compile(rf" and (an?|{any_of(SMALL)})[ -]({any_of(_PARTS)})s?(?![^\W_])", re.IGNORECASE)
_PART_OF = re.compile(
    r" (?:of|more|less|fewer|higher|lower|the|to|from|since|this|last|compared)(?![^\W_])|(?! )"
)
_LATE_SCALE = re.compile(r" (thousand|million|billion|trillion)(?![^\W_])", re.IGNORECASE)
_DOZEN = re.compile(rf"(?: and (a|{any_of(SMALL)}))? ?({any_of(_DOZENS)})(?![^\W_])", re.IGNORECASE)
_OVER = " over "
_SHARED = {_OVER, " in ", " out of ", " out of every ", " of every ", " in every "}
_OF_MILLION = re.compile(rf" of an? ({any_of(SCALES)})(?![^\W_])")
_PERIOD = re.compile(
    r"[ -](?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|decades?|games?|matches|january|february|march|april|may"
    r"|june|july|august|september|october|november|december)(?![^\W_])",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(r"\s*(?:[.,;:!?)]|\Z)")


def add_parts(text: str, numeral: Numeral) -> Numeral:
    """Add to a number what belongs to it: decimals in words, dozens, halves, denominators."""
    point = _POINT.match(text, numeral.end) if numeral.words else None
    if point:
        words = [str(SMALL[word]) for word in re.split("[ -]", point.group(1).lower()) if word]
        digits = "".join(words) if all(len(word) == 1 for word in words) else str(sum(map(int, words)))
        place = Fraction(1, 10 ** len(digits))
        return numeral._replace(
            end=point.end(), value=numeral.value + int(digits) * place, place=place, article=False
        )
    dozen = _DOZEN.match(text, numeral.end)
    if dozen and (dozen.group(1) is None or numeral.value >= 100):  # "two and three dozen" are two figures
        return _count_dozens(numeral, dozen)
    mixed = _AND_PART.match(text, numeral.end)
    if mixed and not numeral.ratio:
        late = _LATE_SCALE.match(text, mixed.end()) if not numeral.scaled else None
        if late:
            factor = SCALES[late.group(1).lower()]
            above = SMALL.get(mixed.group(1).lower(), 1)
            value = numeral.value + Fraction(above, _PARTS[mixed.group(2).lower()])
            return numeral._replace(
                end=late.end(),
                value=value * factor,
                place=Fraction(factor, _PARTS[mixed.group(2).lower()]),
                scaled=True,
                factor=numeral.factor * factor,
                article=False,
            )
        above = SMALL.get(mixed.group(1).lower(), 1)
        part = Fraction(above, _PARTS[mixed.group(2).lower()])
        unit = numeral.place if numeral.scaled else Fraction(1)
        return numeral._replace(
            end=mixed.end(),
            value=numeral.value + part * unit,
            place=unit / _PARTS[mixed.group(2).lower()],
            article=False,
        )
    return _divide(text, numeral)


def _count_dozens(numeral: Numeral, found: re.Match[str]) -> Numeral:
    if found.group(1):
        more = SMALL.get(found.group(1).lower(), 1)
        value = numeral.value + more * 12
    else:
        alone = (
            int(numeral.value % 100) if " and " in found.string[numeral.start : numeral.end].lower() else 0
        )
        value = numeral.value + alone * 11 if alone else numeral.value * 12
    plain = numeral.value * 12 == value
    return numeral._replace(
        end=found.end(), value=value, article=False, factor=12 if plain else numeral.factor
    )


def _divide(text: str, numeral: Numeral) -> Numeral:
    """Read "two thirds", "three-quarters", "a fifth"."""
    found = _PART.match(text, numeral.end)
    if (
        found is None
        or numeral.ratio
        or numeral.value.denominator != 1
        or not (numeral.words or found.group(2))
    ):
        return numeral
    above, below = int(numeral.value), _PARTS[found.group(1).lower()]
    plural = bool(found.group(2)) or found.group(1).lower() == "half"
    if numeral.article and numeral.value == 1 and not plural and not _PART_OF.match(text, found.end()):
        return numeral  # "a third man"
    if above == 0 or (above != 1 and not plural) or (numeral.value > 100 and not plural):
        return numeral
    million = _OF_MILLION.match(text, found.end())
    factor = SCALES[million.group(1).lower()] if million else 1
    return numeral._replace(
        end=million.end() if million else found.end(),
        value=Fraction(above, below) * factor,
        place=Fraction(factor, below),
        ratio=None if million else (above, below),
        scaled=million is not None,
        article=False,
    )


def join_shares(text: str, numbers: list[Numeral]) -> list[Numeral]:
    """Join "one in eight", "two out of five hundred", "one over twenty" to one fraction."""
    joined: list[Numeral] = []
    for number in numbers:
        if joined and _makes_share(text, joined[-1], number):
            joined.append(_share(joined.pop(), number))
        else:
            joined.append(number)
    return joined


def _share(part: Numeral, whole: Numeral) -> Numeral:
    ratio = (int(part.value), int(whole.value))
    return part._replace(
        end=whole.end, value=Fraction(*ratio), place=Fraction(1, ratio[1]), ratio=ratio, article=False
    )


def _makes_share(text: str, part: Numeral, whole: Numeral) -> bool:
    gap = text[part.end : whole.start]
    if (
        gap not in _SHARED
        or part.scaled
        or whole.scaled
        or part.ratio
        or whole.ratio
        or part.place != 1
        or whole.place != 1
        or whole.value < 2
    ):
        return False
    if gap == _OVER:
        return _NO_NOUN.match(text, whole.end) is not None
    year = not whole.words and 1500 <= whole.value <= 2100
    fits = 0 < part.value < whole.value and not year and _PERIOD.match(text, whole.end) is None
    return fits and text[whole.end : whole.end + 1] != "%"
