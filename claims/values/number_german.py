"""Reading German figures: number words, scale words, "Komma", halves and parts."""

import re
from fractions import Fraction

from claims.values.beside import has_letter_after
from claims.values.number_written import Numeral

_UNITS = {
    "null": 0, "eins": 1, "einem": 1, "einen": 1, "einer": 1, "eines": 1, "eine": 1, "ein": 1, "zwei": 2, "zwo": 2,
    "drei": 3, "vier": 4, "fünf": 5, "fuenf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
}  # fmt: skip
_TEENS = {
    "zehn": 10, "elf": 11, "zwölf": 12, "zwoelf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "fuenfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "fuenfzig": 50, "sechzig": 60,
    "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_ARTICLES = {"ein", "eine", "einen", "einem", "einer", "eines"}
_SCALES = {
    "tsd": 10**3, "tausend": 10**3, "mio": 10**6, "million": 10**6, "millionen": 10**6, "mrd": 10**9, "milliarde": 10**9,
    "milliarden": 10**9, "bio": 10**12, "billion": 10**12, "billionen": 10**12, "billiarde": 10**15,
    "billiarden": 10**15, "trillion": 10**18, "trillionen": 10**18, "dutzend": 12, "hundert": 100,
}  # fmt: skip
_PARTS = {
    "halb": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "fuenftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8,
    "neuntel": 9, "hundertstel": 100, "tausendstel": 1000, "millionstel": 10**6,
}  # fmt: skip
_PARTS |= {f"{word}tel": value for word, value in _TEENS.items()} | {
    f"{word}stel": value for word, value in _TENS.items()
}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_UNDER_HUNDRED = re.compile(
    rf"(?:(?P<unit>{_any(_UNITS)})und)?(?P<ten>{_any(_TENS)})|(?P<teen>{_any(_TEENS)})|(?P<one>{_any(_UNITS)})"
)
_WORD = re.compile(
    rf"(?<![^\W_])(?:{_any(_UNITS)}|{_any(_TEENS)}|{_any(_TENS)}|hundert|tausend|anderthalb|halbe|dreiviertel"
    r"|sechzehn|siebzehn)[^\W\d_]*",
    re.IGNORECASE,
)
_SCALE = re.compile(rf"[ \u00a0\u202f]?-?({_any(_SCALES)})(?![^\W_])\.?", re.IGNORECASE)
_PART = re.compile(rf"[ \u00a0-]?({_any(_PARTS)})(?:e|en|er|es|em|n|s)?(?![^\W_])", re.IGNORECASE)
_COMMA = re.compile(
    r" komma((?: (?:null|eins?|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun)(?![^\W_]))+)", re.IGNORECASE
)
_AND = re.compile(r" (?:und )?")
_AND_HALF = re.compile(r"(?: ?und ?)?einhalb(?![^\W_])|einviertel(?![^\W_])", re.IGNORECASE)
_HALF_OF = re.compile(r" ?halbe[nrsm]?(?= (?:million|milliarde|billion|dutzend)(?![^\W_]))", re.IGNORECASE)
_SEVERAL = re.compile(r"(?<!\w)(?:mehrere|einige|viele|etliche|wenige|paar)[nr]? \Z", re.IGNORECASE)
_LONGEST_WORD = 80


def list_german_numbers(text: str, digits: tuple[Numeral, ...]) -> list[Numeral]:
    """Return the figures of a German text in order; `digits` are those that begin with digits."""
    candidates = list(digits)
    for found in _WORD.finditer(text):
        word = _read_word(found)
        if word is not None:
            candidates.append(word)
    candidates.sort(key=lambda numeral: numeral.start)
    numbers: list[Numeral] = []
    taken = 0
    for numeral in candidates:
        if numeral.start < taken:
            continue
        whole = _extend(text, numeral)
        numbers.append(whole)
        taken = whole.end
    return numbers


def read_cardinal(word: str) -> tuple[int, int] | None:
    """Return the value and the length of the number at the beginning of `word` (lower case), or None.

    "zweihundertsechsundfünfzig" is one word of 256; of "fünfjährige" the first four letters are 5.
    """
    total, at, part = 0, 0, _read_thousand(word, 0)
    if part is not None:
        total, at = part
    if word.startswith("tausend", at):
        at += len("tausend")
        total = (total if part is not None else 1) * 1000
        rest = _read_thousand(word, at + 3 if word.startswith("und", at) else at)
        if rest is not None and rest[0] > 0:
            total, at = total + rest[0], rest[1]
        part = total, at
    return None if part is None else (total, at)


def _read_thousand(word: str, at: int) -> tuple[int, int] | None:
    part = _read_hundred(word, at)
    total, end = part or (0, at)
    if not word.startswith("hundert", end) or (part and not 0 < total < 100):
        return part
    total, end = (total or 1) * 100, end + len("hundert")
    rest = _read_hundred(word, end + 3 if word.startswith("und", end) else end)
    return (total, end) if rest is None or rest[0] == 0 else (total + rest[0], rest[1])


def _read_hundred(word: str, at: int) -> tuple[int, int] | None:
    found = _UNDER_HUNDRED.match(word, at)
    if found is None:
        return None
    if found["ten"]:
        return _TENS[found["ten"]] + _UNITS.get(found["unit"] or "", 0), found.end()
    if found["teen"]:
        return _TEENS[found["teen"]], found.end()
    one = found["one"]
    if one in _ARTICLES and not word[found.end() :]:
        return 1, found.end()
    if _UNITS[one] == 1 and one != "eins":  # "eine" inside a word is "ein" and the beginning of what follows
        return 1, at + len("ein")
    return _UNITS[one], found.end()


def _read_word(found: re.Match[str]) -> Numeral | None:
    """Return the number that a word is or begins with."""
    word = found.group().lower()
    if len(word) > _LONGEST_WORD or len(word) != len(found.group()):
        return None
    if word.startswith("anderthalb"):
        end = found.start() + len("anderthalb")
        return Numeral(found.start(), end, Fraction(3, 2), Fraction(1, 2), words=True)
    if word.startswith("halbe"):
        return Numeral(found.start(), found.start(), Fraction(1), words=True, article=True)
    read = read_cardinal(word)
    if read is None or _is_vague(found, word):
        return None
    value, length = read
    return Numeral(
        found.start(), found.start() + length, Fraction(value), words=True, article=word in _ARTICLES
    )


def _is_vague(found: re.Match[str], word: str) -> bool:
    """Tell whether "hundert" or "tausend" is one of several: "mehrere hundert"."""
    before = found.string[max(0, found.start() - 12) : found.start()]
    return word.startswith(("hundert", "tausend")) and _SEVERAL.search(before) is not None


def _extend(text: str, numeral: Numeral) -> Numeral:
    """Add to a number what belongs to it: decimals, a half, a scale word, a lower part, a denominator."""
    if not has_letter_after(text, numeral.end):
        return numeral
    if numeral.words:
        numeral = _add_decimals(text, numeral)
    half_of = _HALF_OF.match(text, numeral.end) if numeral.value == 1 and numeral.article else None
    if half_of:
        numeral = numeral._replace(
            end=half_of.end(), value=Fraction(1, 2), place=Fraction(1, 2), article=False
        )
    scaled = _scale(text, numeral)
    if scaled is not numeral:
        return _add_lower(text, scaled) if scaled.words else scaled
    if numeral.ratio is None and numeral.value.denominator == 1:
        return _divide(text, numeral)
    return numeral


def _add_decimals(text: str, numeral: Numeral) -> Numeral:
    comma = _COMMA.match(text, numeral.end)
    if comma:
        words = comma.group(1).lower().split()
        place = Fraction(1, 10 ** len(words))
        decimals = int("".join(str(_UNITS[word]) for word in words))
        return numeral._replace(
            end=comma.end(), value=numeral.value + decimals * place, place=place, article=False
        )
    half = _AND_HALF.match(text, numeral.end)
    if half:
        part = Fraction(1, 2) if "halb" in half.group().lower() else Fraction(1, 4)
        return numeral._replace(end=half.end(), value=numeral.value + part, place=part, article=False)
    return numeral


def _scale(text: str, numeral: Numeral) -> Numeral:
    """Multiply by the scale words that follow ("5,6 Mio.", "zwei Dutzend", "hundert Millionen")."""
    for _ in range(2):
        found = _SCALE.match(text, numeral.end)
        if found is None or (found.group(1).lower() == "hundert" and not numeral.words):
            break
        end = found.end()
        if found.group().endswith(".") and len(found.group(1)) > 3:
            end -= 1  # the full stop of the sentence, not of "Mio."
        factor = _SCALES[found.group(1).lower()]
        numeral = numeral._replace(
            end=end,
            value=numeral.value * factor,
            place=numeral.place * factor,
            scaled=factor != 12,
            factor=numeral.factor * factor,
            article=False,
        )
    return numeral


def _add_lower(text: str, numeral: Numeral) -> Numeral:
    """Add what follows a scale word in words: "drei Millionen fünfhunderttausend"."""
    gap = _AND.match(text, numeral.end)
    found = _WORD.match(text, gap.end()) if gap else None
    lower = _read_word(found) if found else None
    if (
        found is None
        or lower is None
        or lower.article
        or lower.end != found.end()
        or lower.value >= numeral.place
    ):
        return numeral
    if lower.value < 1000 and " und " in text[numeral.end : lower.start]:
        return numeral  # "drei Millionen und fünf Jahre"
    return numeral._replace(end=lower.end, value=numeral.value + lower.value, place=Fraction(1))


def _divide(text: str, numeral: Numeral) -> Numeral:
    """Read "zwei Drittel", "dreiviertel", "fünf halbe"."""
    found = _PART.match(text, numeral.end)
    if found is None or numeral.value > 1000:
        return numeral
    below = _PARTS[found.group(1).lower()]
    above = int(numeral.value)
    if below == 2 and numeral.article and numeral.start == numeral.end:
        return numeral
    return numeral._replace(
        end=found.end(),
        value=Fraction(above, below),
        place=Fraction(1, below),
        ratio=(above, below),
        article=False,
    )
