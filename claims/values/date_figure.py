"""Reading figures as parts of dates: "20.12.2024", "4/22", "1990s", "Q3 2025"."""

import re

from claims.values.number_german import read_cardinal

Read = tuple[str, object]


def read_figure(name: str, text: str, language: str) -> Read:
    """Return kind and meaning of a figure by the name of its pattern; kind "" for what is no date."""
    if name in LOCAL_READERS:
        return LOCAL_READERS[name](text, language)
    return READERS[name](text)


def read_int(text: str) -> Read:
    """Return kind and value of a whole number: day (d), year (y) or other count (c)."""
    number = int(text) if len(text) < 9 else 0
    if len(text) < 3 and 1 <= number <= 31:
        return "d", number
    if len(text) == 4 and 1000 <= number < 2200:
        return "y", number
    return "c", number


YEAR_WORD = re.compile(r"(?:[^\W\d_]{2,4}zehn|elf|zwölf)hundert|zweitausend[^\W\d_]")
"""How a year begins that German writes as one word: "neunzehnhundertneunzig", "zweitausendvierundzwanzig"."""


def read_year_word(word: str) -> int | None:
    """Return the year that a German word in lower case writes out, or None."""
    if YEAR_WORD.match(word) is None or len(word) > 60:
        return None
    read = read_cardinal(word)
    return read[0] if read is not None and read[1] == len(word) and 1100 <= read[0] < 2200 else None


def _read_iso(text: str) -> Read:
    year, month, day = (int(part) for part in re.findall(r"\d+", text)[:3])
    return ("D", (year, month, day)) if 1 <= month <= 12 and 1 <= day <= 31 else ("", 0)


def _read_dmy(text: str, language: str) -> Read:
    """Read a numeric date; an English one with slashes may be meant either way (four fields more)."""
    first, second, year = (int(part) for part in re.findall(r"\d+", text))
    if len(re.findall(r"\d+", text)[2]) == 2:
        if "." not in text and language == "de" and first > 31:
            return "", 0
        year += 2000 if year < 50 else 1900
    return _read_day_and_month(year, first, second, language, dotted="." in text)


def _read_dm(text: str, language: str) -> Read:
    first, second = (int(part) for part in re.findall(r"\d+", text))
    kind, payload = _read_day_and_month(None, first, second, language, dotted=text[-1] == ".")
    dotted = kind == "D" and text[-1] == "."
    return (kind if dotted or not kind else "X"), payload


def _read_day_and_month(year: int | None, first: int, second: int, language: str, *, dotted: bool) -> Read:
    monthly, daily = 1 <= first <= 12 and 1 <= second <= 31, 1 <= second <= 12 and 1 <= first <= 31
    if daily and (language == "de" or dotted):
        return "D", (year, second, first)
    if monthly and daily and first != second:
        return "D", (year, first, second, second, first)
    if monthly:
        return "D", (year, first, second)
    return ("D", (year, second, first)) if daily else ("", 0)


def _read_ym(text: str) -> Read:
    numbers = [int(part) for part in re.findall(r"\d+", text)]
    year, month = max(numbers), min(numbers)
    if 1 <= month <= 12 and 1000 <= year < 2200:
        return "m", (year, month)
    return ("", 0)


def _read_span_year(text: str) -> Read:
    first, _, last = text.partition("/")
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    if end == int(first) + 1 and 1000 <= int(first) < 2200:
        return "Y", (int(first), end)
    return _read_ym(text) if len(last) == 2 else ("", 0)


def _read_era(text: str, language: str) -> Read:
    number = int(re.sub(r"\D", "", text))
    if (
        number % 10
        or (language == "de") != text.endswith(("er", "ern"))
        or (number > 99 and not 1000 <= number < 2200)
    ):
        return "x", 0
    return "E", number


def _read_ordinal(text: str) -> Read:
    number = int(text[:-2])
    return ("o" if 1 <= number <= 31 else "x", number)


def _read_quarter(text: str) -> Read:
    part = re.search(r"[QH][1-4]", text, re.IGNORECASE)
    year = re.search(r"\d{4}", text)
    if part is None or not part[0][0].isupper():
        code = 33 if part and part[0][0] == "q" else 0
    else:
        code = 33 if part[0][0] == "Q" else 40
    if part is None or not code or (code == 40 and part[0][1] > "2"):
        return "x", 0
    return "q", (code + int(part[0][1]) - 1, int(year[0]) if year else None)


READERS = {
    "iso": _read_iso,
    "ym": _read_ym,
    "my": _read_ym,
    "spanyear": _read_span_year,
    "ord": _read_ordinal,
    "quarter": _read_quarter,
    "int": read_int,
}


LOCAL_READERS = {"dmy": _read_dmy, "dmdot": _read_dm, "md": _read_dm, "era": _read_era}
"""Readers of figures, by the name of their pattern; the local ones read them as the language does."""
