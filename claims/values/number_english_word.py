"""English cardinals: number words ("two hundred and two thousand"), scale words and letters ("5.6bn")."""

import re
from fractions import Fraction

from claims.values.number_written import Numeral

UNITS = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_SCALE_SIGNS = {
    "k": 10**3, "K": 10**3, "mn": 10**6, "mln": 10**6, "MM": 10**6,  "M": 10**6, "bn": 10**9, "B": 10**9,
    "bln": 10**9, "G": 10**9, "T": 10**12, "trn": 10**12, "tn": 10**12,
}  # fmt: skip
SMALL = UNITS | TEENS | TENS


def any_of(words: dict[str, int]) -> str:
    """Return the pattern of any of `words`, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


_CARDINAL = rf"{any_of(SMALL)}|hundreds?|(?:{any_of(SCALES)})s?"
START = re.compile(
    rf"(?<![^\W_])(?:(?:{any_of(SMALL)})(?![^\W_])|an? (?:few )?(?={any_of(SCALES)}|hundred|dozen|half|third|quarter|fifth|tenth)"
    rf"|(?:(?<!few )(?<!several )(?<!many )hundred|half(?=(?: an?)? (?:{any_of(SCALES)}|dozen|hundred)(?![^\W_])))(?![^\W_]))",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"(?:[ \u00a0]{{0,3}}-[ \u00a0]{{0,1}}|[ \u00a0]{{1,3}})(and[ \u00a0]{{1,2}})?({_CARDINAL})(?![^\W_])",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"(?:{_CARDINAL})(?![^\W_])", re.IGNORECASE)
_AND = re.compile(r" (?:and )?")
_HUNDRED = re.compile(r" hundred(?![^\W_])", re.IGNORECASE)
_MORE = re.compile(r" (?:hundred|thousand)")
_NEXT_DIGITS = re.compile(r" and (\d{1,3})(?![\d.,]\d|\d)")
_SCALE = re.compile(rf"[ \u00a0-]?({any_of(SCALES)})s?(?![^\W_])", re.IGNORECASE)
_SIGN = re.compile(rf" ?({any_of(_SCALE_SIGNS)})(?![^\W_])")
_HALF_OF = re.compile(rf"(?: an?)? ({any_of(SCALES)}|dozen|hundred)(?![^\W_])", re.IGNORECASE)


def scale_digits(text: str, numeral: Numeral) -> Numeral:
    """Multiply digits by the scale that follows ("5.6 million", "10k", "3 hundred and 21", "35 lakh")."""
    for _ in range(2):
        word = _SCALE.match(text, numeral.end)
        sign = None if word else _SIGN.match(text, numeral.end)
        if word is None and (sign is None or numeral.scaled):
            break
        if word is not None:
            end, factor = word.end(), SCALES[word.group(1).lower()]
        elif sign is not None:
            if sign.group().startswith(" ") and sign.group(1) not in {
                "k",
                "bn",
                "mn",
                "mln",
                "bln",
                "trn",
                "tn",
                "G",
            }:
                break
            end, factor = sign.end(), _SCALE_SIGNS[sign.group(1)]
        numeral = numeral._replace(
            end=end,
            value=numeral.value * factor,
            place=numeral.place * factor,
            scaled=True,
            factor=numeral.factor * factor,
        )
    hundred = _HUNDRED.match(text, numeral.end)
    if hundred and numeral.value < 100 and not numeral.scaled:
        numeral = numeral._replace(end=hundred.end(), value=numeral.value * 100, place=numeral.place * 100)
        rest = _NEXT_DIGITS.match(text, hundred.end())
        if rest and int(rest.group(1)) < 100 and not _MORE.match(text, rest.end()):
            numeral = numeral._replace(
                end=rest.end(), value=numeral.value + int(rest.group(1)), place=Fraction(1)
            )
    elif numeral.scaled:
        numeral = _add_lower(text, numeral)
    return numeral


def _add_lower(text: str, numeral: Numeral) -> Numeral:
    """Add words after a scaled figure in digits: "6 crore and two hundred"."""
    following = _AND.match(text, numeral.end)
    start = START.match(text, following.end()) if following else None
    lower = read_words(text, start) if start else None
    if lower is None or lower.article or not 100 <= lower.value < numeral.place:
        return numeral
    return numeral._replace(end=lower.end, value=numeral.value + lower.value, place=Fraction(1))


def read_words(text: str, start: re.Match[str]) -> Numeral | None:
    """Read the cardinal that begins at `start`, as far as its words fit together."""
    first = start.group().lower()
    if first == "half":
        return _read_half(text, start)
    article = first.startswith(("a ", "an "))
    few = "few " in first
    if article:
        following = _FIRST.match(text, start.end())
        if following is None or few:
            if few:
                return None
            return Numeral(start.start(), start.end() - 1, Fraction(1), words=True, article=True)
        reading = _Reading(following.group().lower())
        end = following.end()
    else:
        reading, end = _Reading(first), start.end()
    while found := _NEXT.match(text, end):
        word = found.group(2).lower()
        if found.group(1) and (not reading.takes_and() or _outgrows(text, found, reading)):
            break
        if not reading.take(word):
            break
        end = found.end()
    alone = end == start.end() and first == "one"
    return Numeral(
        start.start(), end, Fraction(reading.value()), Fraction(reading.place()), words=True, article=alone,
        scaled=reading.scale > 1000, factor=reading.factor(),
    )  # fmt: skip


def _outgrows(text: str, found: re.Match[str], reading: "_Reading") -> bool:
    """Tell whether what follows "and" is a figure of its own: "three hundred and two hundred"."""
    following = _NEXT.match(text, found.end())
    word = following.group(2).lower().rstrip("s") if following else ""
    return word == "hundred" and reading.current >= 100


def _read_half(text: str, start: re.Match[str]) -> Numeral | None:
    found = _HALF_OF.match(text, start.end())
    if found is None:
        return None
    whole = SCALES.get(found.group(1).lower()) or (12 if found.group(1).lower() == "dozen" else 100)
    return Numeral(
        start.start(), found.end(), Fraction(whole, 2), Fraction(whole, 2), words=True, scaled=whole > 1000
    )


class _Reading:
    """The state of reading a cardinal word by word."""

    def __init__(self, word: str) -> None:
        self.total, self.current, self.last, self.scale = 0, 0, "none", 1
        self.take(word)

    def take(self, word: str) -> bool:
        """Take the next word; False if it does not continue the number."""
        word = word if word in SMALL or word in SCALES else word.removesuffix("s")
        if word in UNITS:
            fits = self.last in {"none", "ten", "hundred", "scale"}
        elif word in TEENS or word in TENS:
            fits = self.last in {"none", "hundred", "scale"}
        elif word == "hundred":
            fits = self.last in {"unit", "teen", "ten", "none"} and self.current < 100
        else:
            fits = self.last != "scale" or self.total == 0 or word != "thousand"
            fits = fits and (self.scale == 1 or SCALES[word] < self.scale or self.last != "scale")
        if not fits:
            return False
        self._add(word)
        return True

    def _add(self, word: str) -> None:
        if word in SMALL:
            self.current += SMALL[word]
            self.last = "unit" if word in UNITS else "teen" if word in TEENS else "ten"
        elif word == "hundred":
            self.current, self.last = (self.current or 1) * 100, "hundred"
        else:
            self.total += (self.current or 1) * SCALES[word]
            self.current, self.last, self.scale = 0, "scale", SCALES[word]

    def takes_and(self) -> bool:
        """Tell whether "and" may join a lower part here."""
        return self.last in {"hundred", "scale"}

    def value(self) -> int:
        """Return what has been read."""
        return self.total + self.current

    def factor(self) -> int:
        """Return what the number says of the one before it in a range: "four to five hundred" begins at 400."""
        return 100 if self.total == 0 and self.last == "hundred" else self.scale

    def place(self) -> int:
        """Return the last written place: a million for "three million", else 1."""
        return self.scale if self.current == 0 and self.scale > 1000 else 1
