"""Ordinals in words and digits: "siebenundzwanzigsten", "one hundred twenty-fifth", "21st", "6."."""

import re
from dataclasses import dataclass

from claims.values.number_english_word import SCALES, TEENS, TENS, UNITS
from claims.values.number_german import read_cardinal

_GERMAN_WORD = re.compile(
    r"(?<![^\W_])[^\W\d_]{1,60}?(?:te|ste)[nrsm]?(?![^\W_])|(?<![^\W_])(?:acht|zuers)(?:t|e[nrsm]?)(?![^\W_])",
    re.IGNORECASE,
)
_GERMAN_START = re.compile(
    r"(?<![^\W_])(?:erst|zweit|dritt|viert|fünft|fuenft|sechs|sieb|acht|neun|zehn|elf|zwölf|zwoelf|zwei|drei|vier|fünf|fuenf"
    r"|ein|zwan|hundert|tausend|million|milliard|billion|sechz|zuerst)[^\W\d_]{0,60}(?![^\W_])",
    re.IGNORECASE,
)
_GERMAN_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}\.(?= [^\W\d_])")
_ENDING = re.compile(r"(.*?)(st|t)?e[nrsm]?")
_IRREGULAR = {"erst": "ein", "dritt": "drei", "siebt": "sieben", "siebent": "sieben", "acht": "acht"}
_GERMAN_SCALES = {
    "million": 10**6,
    "milliard": 10**9,
    "milliarden": 10**9,
    "billion": 10**12,
    "trillion": 10**18,
}

_ENGLISH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
_CARDINALS = UNITS | TEENS | TENS | {"hundred": 100} | SCALES
_ENGLISH_WORD = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})(?![^\W_])", re.IGNORECASE
)
_ENGLISH_BEFORE = re.compile(
    rf"(?<![^\W_])(?:an? (?=hundred|thousand|million|billion|\Z))?(?:(?:{'|'.join(sorted(_CARDINALS, key=len, reverse=True))})(?:[ -]| and )){{0,8}}\Z",
    re.IGNORECASE,
)
_FROM_THE_END = re.compile(r" (?:to|from) (?:the )?last(?![^\W_])", re.IGNORECASE)
_ENGLISH_DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?:st|nd|rd|th)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal at `text[start:end]`."""

    start: int
    end: int
    value: int


def find_ordinals(text: str, language: str) -> list[Ordinal]:
    """Return the ordinals of `text` ("de" or "en") in order. By themselves they are no values of claims."""
    found = _find_german(text) if language == "de" else _find_english(text)
    return sorted(found, key=lambda ordinal: ordinal.start)


def read_german_ordinal(word: str) -> int | None:
    """Return the value of one German ordinal word in any case ending ("drittgrößte" is none), or None."""
    lower = word.lower()
    if lower == "zuerst":
        return 1
    ending = _ENDING.fullmatch(lower)
    if ending is None:
        return None
    stem = re.sub(r"e[nrsm]?\Z", "", lower)
    return read_ordinal_stem(stem)


def read_ordinal_stem(stem: str) -> int | None:
    """Return the value of an ordinal without its ending: "dritt", "zwanzigst", "viert"."""
    for irregular, cardinal in _IRREGULAR.items():
        if stem.endswith(irregular) and not stem.endswith("sechst"):
            before = stem.removesuffix(irregular)
            if not before or before.endswith(("hundert", "tausend", "und")):
                return _whole(before + cardinal)
    if stem.endswith("st"):
        body = stem.removesuffix("st")
        scale = _GERMAN_SCALES.get(body)
        value = scale or _whole(body)
        if value is not None and (value % 100 == 0 or value % 100 >= 20):
            return value
    if stem.endswith("t"):
        value = _whole(stem.removesuffix("t"))
        if value is not None and 2 <= value % 100 < 20 and value % 100 not in {3, 7, 8}:
            return value
    return None


def read_english_ordinal(words: str) -> int | None:
    """Return the value of English ordinal words ("twenty-fifth", "21st"), or None."""
    lower = words.lower().strip()
    digits = re.fullmatch(r"(\d{1,3}(?:,\d{3})*)(?:st|nd|rd|th)", lower)
    if digits:
        return int(digits.group(1).replace(",", ""))
    parts = [part for part in re.split(r"[ -]+", lower) if part not in {"and", "a", "an"}]
    if not parts or parts[-1] not in _ENGLISH or any(part not in _CARDINALS for part in parts[:-1]):
        return None
    total, current = 0, 0
    for part in parts[:-1]:
        amount = _CARDINALS[part]
        if amount >= 1000:
            total, current = total + (current or 1) * amount, 0
        else:
            current = (current or 1) * 100 if amount == 100 else current + amount
    last = _ENGLISH[parts[-1]]
    if last >= 100:
        return total + (current or 1) * last if last >= 1000 else total + (current or 1) * 100
    return total + current + last


def _whole(word: str) -> int | None:
    read = read_cardinal(word)
    return read[0] if read is not None and read[1] == len(word) else None


def _find_german(text: str) -> list[Ordinal]:
    found = []
    for word in _GERMAN_START.finditer(text):
        if len(word.group().lower()) != len(word.group()):
            continue
        value = read_german_ordinal(word.group())
        if value is not None and word.group().lower() != "acht":
            found.append(Ordinal(word.start(), word.end(), value))
    found += [Ordinal(m.start(), m.end(), int(m.group()[:-1])) for m in _GERMAN_DIGITS.finditer(text)]
    return found


def _find_english(text: str) -> list[Ordinal]:
    found = []
    for word in _ENGLISH_WORD.finditer(text):
        if _FROM_THE_END.match(text, word.end()):
            continue
        reach = max(0, word.start() - 60)
        before = _ENGLISH_BEFORE.search(text[reach : word.start()])
        start = reach + before.start() if before and before.group() else word.start()
        if _ENGLISH[word.group().lower()] < 100 and text[start : start + 2].lower() == "a ":
            start += 2
        value = read_english_ordinal(text[start : word.end()])
        if value is not None:
            found.append(Ordinal(start, word.end(), value))
    found += [
        Ordinal(m.start(), m.end(), read_english_ordinal(m.group()) or 0)
        for m in _ENGLISH_DIGITS.finditer(text)
    ]
    return found
