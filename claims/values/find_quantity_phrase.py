"""Figures that are phrases: shares ("jeder fünfte", "one in eight"), multiples, ranks."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from claims.values.find_quantity_words import find_hedge_before
from claims.values.number_english_word import TEENS, TENS, UNITS
from claims.values.number_german import read_cardinal
from claims.values.number_ordinal import read_english_ordinal, read_german_ordinal, read_ordinal_stem
from claims.values.quantity import make_fraction, make_quantity
from claims.values.unit import match_unit
from claims.values.value import Found, Quantity

_DE_NUMBER = r"\d{1,3}|ein(?:e[rsmn]?|s)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|fünfzig|hundert|tausend"
_EN_WORDS = UNITS | TEENS | TENS | {"a hundred": 100, "a thousand": 1000, "hundred": 100, "thousand": 1000}
_EN_NUMBER = rf"\d{{1,4}}|{'|'.join(sorted(_EN_WORDS, key=len, reverse=True))}"

_EVERY = re.compile(
    r"\bjede[rsnm]? ([^\W\d_]{3,30}|\d{1,3}\.)(?= |[.,;:!?)]|\Z)(?! (?:tag|woche|monat|jahr|stunde|minute|sekunde|mal|wochenende)\w*)",
    re.IGNORECASE,
)
_DE_OF = re.compile(
    rf"(?<![\w,.])({_DE_NUMBER}) von (?:je )?({_DE_NUMBER})(?![\w%]|[.,]\d)(?! (?:prozent|%|millionen|mio|euro))",
    re.IGNORECASE,
)
_DE_HALF = re.compile(
    r"(?<!erste )(?<!ersten )(?<!zweite )(?<!zweiten )(?<!andere )(?<!anderen )(?<!obere )(?<!oberen )(?<!untere )(?<!unteren )"
    r"\b(?:(?:die|der|zur|eine) )?(?<!\w)hälfte\b", re.IGNORECASE
)  # fmt: skip
_EN_HALF = re.compile(
    r"(?<!first )(?<!second )(?<!other )(?<!latter )(?<!top )(?<!bottom )\b(?:one[- ])?half (?=of\b|the\b|its\b|their\b|his\b|her\b|all\b|our\b)"
    r"|(?<= )(?<=than )half\b|(?<=nearly )half\b|(?<=almost )half\b|(?<=about )half\b|(?<=roughly )half\b|(?<=by )half\b|(?<=least )half\b",
    re.IGNORECASE,
)
_EN_HALF_A = re.compile(r"\bhalf an? (?=[a-z])", re.IGNORECASE)
_EN_AND_HALF = re.compile(r"\b(?:an?|one) ([a-z]{3,12}) and a half\b(?! (?:million|billion))", re.IGNORECASE)
_EN_EVERY = re.compile(
    r"\bevery (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|\d{1,3}(?:st|nd|rd|th)) (?=[a-z])"
    r"(?!days?\b|weeks?\b|months?\b|years?\b|hours?\b|minutes?\b|times?\b|seconds?\b|weekends?\b)",
    re.IGNORECASE,
)
_EN_QUARTER = re.compile(r"\b(?:a|one) quarter of (?!a (?:million|billion|century))", re.IGNORECASE)

_DE_VERB = re.compile(r"\bver([^\W\d_]{3,30}?)fach(?:en|t|te|ten|ung|ungen)?\b", re.IGNORECASE)
_DE_DOUBLE = re.compile(
    r"\bverdopp(?:el[nt]|elte[n]?|lung|elung)\b|\bdas Doppelte\b|\bdoppelt so\b|\b(?:halbiert(?:e|en)?|halbieren|halbierung)\b",
    re.IGNORECASE,
)
_DE_FOLD = re.compile(
    r"(?:\b(?:das|des|aufs?|ums|um das|auf das|dem) )((?:\d{1,4}[ -]?)|[^\W\d_]{3,30}?)fache[ns]?\b|\b(\d{1,4})-?fach(?:e[nrsm]?)?\b",
    re.IGNORECASE,
)
_DE_TIMES = re.compile(
    r"(?<![\w,.])(\d{1,4}(?:,\d{1,2})?|[^\W\d_]{3,20}?)[ -]?mal (?:so|mehr|höher|größer|schneller|stärker|teurer|häufiger|länger|schwerer)\b",
    re.IGNORECASE,
)
_EN_DOUBLE = re.compile(
    r"\b(doubl(?:ed|ing)|to double|will double|double the|doubles|twice (?:as|the)|tripl(?:ed|ing)|to triple|triple the|trebled"
    r"|quadrupl(?:ed|ing)|to quadruple|quintupled|halv(?:ed|ing)|to halve)\b",
    re.IGNORECASE,
)
_EN_FACTORS = (("doubl", 2), ("twice", 2), ("tripl", 3), ("trebl", 3), ("quadrupl", 4), ("quintupl", 5))
_EN_TIMES = re.compile(
    rf"(?<![\w,.])(\d{{1,4}}(?:\.\d{{1,2}})?|{'|'.join(_EN_WORDS)}) times (?:as|more|higher|larger|bigger|faster|greater|the|less|longer)\b",
    re.IGNORECASE,
)
_EN_FOLD = re.compile(
    rf"(?<![\w,.])(\d{{1,4}}|{'|'.join(UNITS | TEENS | TENS)}|hundred)-?fold\b", re.IGNORECASE
)
_SIGN_TIMES = re.compile(r"(?<![\w,.])(\d{1,4}(?:[.,]\d{1,2})?) ?[x×](?![\w])(?! ?\d)")

_DE_TOP = re.compile(
    rf"\b(?:zu|unter) (?:den|die) ((?:welt|europa|bundes|landes)?(?:weit )?)({_DE_NUMBER}) ([^\W\d_]{{2,40}}st|größt)en\b"
    rf"|\b(?:zu|unter) den (?:ersten|besten|top) ({_DE_NUMBER})(?![\w.,]\d)\b"
    rf"|\beine[rsmn]? der ({_DE_NUMBER}) ([^\W\d_]{{2,40}}st|größt)en\b|\btop[ -]({_DE_NUMBER})\b",
    re.IGNORECASE,
)
_DE_PLACE = re.compile(rf"\b(?:platz|rang|nummer|position) ({_DE_NUMBER})(?!\w|[.,]\d)", re.IGNORECASE)
_DE_NTH_PLACE = re.compile(r"\b([^\W\d_]{3,30}te[nrm]?|ersten?|\d{1,3}\.) (?:platz|rang)\b", re.IGNORECASE)
_DE_NTH = re.compile(
    r"\b((?:zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)[-]?)([^\W\d_]{2,30}st|größt)e[nrsm]?\b",
    re.IGNORECASE,
)
_EN_TOP = re.compile(
    rf"\b(?:among|amongst|in|into|within|one of|is|of|to) the (?:(?:world|country|nation)['’]s )?(?:top|first)[- ]({_EN_NUMBER})\b(?! (?:days?|weeks?|months?|years?|hours?|minutes?))"
    rf"|\b(?:among|amongst|one of) the (?:(?:world|country|nation)['’]s )?({_EN_NUMBER}) (?:most \w+|[a-z]{{2,20}}est|best|top|leading)\b"
    rf"|\btop[- ]({_EN_NUMBER})\b",
    re.IGNORECASE,
)
_EN_PLACE = re.compile(
    rf"\b(?:ranks?|ranked|ranking|rank|number|no\.|placed?|position) ({_EN_NUMBER})(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\b(?:mit|unter) der|\b[A-Z][a-z]+) \Z(?<!The )(?<!Die )(?<!Auf )(?<!At )(?<!As )")
"""What stands before a number that tells things apart: "mit der Nummer 7", "Symphony No. 5"."""
_EN_NTH_PLACE = re.compile(
    r"\b(?:ranks?|ranked|ranking|placed|finished|finishing|came|comes) (?:joint )?([a-z]{3,12}(?:-[a-z]{3,8})?|\d{1,3}(?:st|nd|rd|th))\b"
    r"|\b([a-z]{3,12}|\d{1,3}(?:st|nd|rd|th)) place\b", re.IGNORECASE,
)  # fmt: skip
_EN_NTH = re.compile(
    r"\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))[- ](?:[a-z]{2,20}est|best|worst|most(?:[- ][a-z]+)?)\b(?<!west)(?<!east)(?<!interest)(?<!request)(?<!test)(?<!quest)",
    re.IGNORECASE,
)


def find_phrases(text: str, language: str) -> list[Found]:
    """Return shares, multiples and ranks that are written as phrases, in order, without overlaps."""
    finders = _GERMAN if language == "de" else _ENGLISH
    found = [one for finder in finders for one in finder(text)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _share(text: str, start: int, end: int, above: int, below: int, language: str) -> Found:
    hedge, start = find_hedge_before(text, start, language)
    return Found(start, end, make_fraction(above, below, hedge=hedge, text=text[start:end]))


def _times(text: str, start: int, end: int, factor: Fraction, language: str) -> Found:
    hedge, start = find_hedge_before(text, start, language)
    place = Fraction(1) if factor.denominator == 1 else Fraction(1, 10)
    return Found(start, end, make_quantity(factor, place, hedge=hedge, unit="x", text=text[start:end]))


def _rank(text: str, start: int, end: int, rank: int, *, at_most: bool) -> Found:
    hedged: Quantity = make_quantity(
        Fraction(rank), hedge="<=" if at_most else "=", unit="rank", text=text[start:end]
    )
    return Found(start, end, hedged)


def _german_number(word: str) -> int | None:
    word = word.lower()
    if word.isdigit():
        return int(word)
    read = read_cardinal(word)
    return read[0] if read is not None and read[1] == len(word) else None


def _english_number(word: str) -> int | None:
    return int(word) if word.isdigit() else _EN_WORDS.get(word.lower())


def _german_shares(text: str) -> Iterator[Found]:
    for m in _EVERY.finditer(text):
        word = m.group(1)
        below = int(word[:-1]) if word[0].isdigit() else read_german_ordinal(word)
        if below is not None and below > 1:
            yield _share(text, m.start(), m.end(), 1, below, "de")
    for m in _DE_OF.finditer(text):
        above, below = _german_number(m.group(1)), _german_number(m.group(2))
        if above is not None and below is not None and 0 < above < below <= 1000:
            yield _share(text, m.start(), m.end(), above, below, "de")
    for m in _DE_HALF.finditer(text):
        yield _share(text, m.start(), m.end(), 1, 2, "de")


def _english_shares(text: str) -> Iterator[Found]:
    for m in _EN_HALF.finditer(text):
        end = m.end() - m.group().endswith(" ")
        yield _share(text, m.start(), end, 1, 2, "en")
    for m in _EN_EVERY.finditer(text):
        below = read_english_ordinal(m.group(1))
        if below is not None and below > 1:
            yield _share(text, m.start(), m.end() - 1, 1, below, "en")
    for m in _EN_QUARTER.finditer(text):
        yield _share(text, m.start(), m.end() - len(" of "), 1, 4, "en")


def _english_halves(text: str) -> Iterator[Found]:
    """Yield "half an hour" and "an hour and a half" with their units."""
    for m in _EN_HALF_A.finditer(text):
        unit = match_unit(text, m.end(), "en")
        if unit is not None and unit[0] - m.end() > 2:
            hedge, start = find_hedge_before(text, m.start(), "en")
            value = make_quantity(
                Fraction(1, 2), Fraction(1, 2), hedge=hedge, unit=unit[1], text=text[start : unit[0]]
            )
            yield Found(start, unit[0], value)
    for m in _EN_AND_HALF.finditer(text):
        unit = match_unit(text, m.start(1), "en")
        if unit is not None and unit[0] == m.end(1):
            hedge, start = find_hedge_before(text, m.start(), "en")
            value = make_quantity(
                Fraction(3, 2), Fraction(1, 2), hedge=hedge, unit=unit[1], text=text[start : m.end()]
            )
            yield Found(start, m.end(), value)


def _german_multiples(text: str) -> Iterator[Found]:
    for m in _DE_VERB.finditer(text):
        factor = _german_number(m.group(1))
        if factor is not None and factor > 1:
            yield _times(text, m.start(), m.end(), Fraction(factor), "de")
    for m in _DE_DOUBLE.finditer(text):
        half = m.group().lower().startswith("halb")
        yield _times(text, m.start(), m.end(), Fraction(1, 2) if half else Fraction(2), "de")
    for m in (*_DE_FOLD.finditer(text), *_DE_TIMES.finditer(text)):
        word = next(group for group in m.groups() if group).strip(" -")
        factor_text = word.replace(",", ".")
        number = Fraction(factor_text) if factor_text[0].isdigit() else _german_number(word)
        if number is not None and number > 1:
            yield _times(text, m.start(), m.end(), Fraction(number), "de")


def _english_multiples(text: str) -> Iterator[Found]:
    for m in _EN_DOUBLE.finditer(text):
        factor = next((factor for stem, factor in _EN_FACTORS if stem in m.group().lower()), None)
        yield _times(text, m.start(), m.end(), Fraction(factor) if factor else Fraction(1, 2), "en")
    for m in (*_EN_TIMES.finditer(text), *_EN_FOLD.finditer(text)):
        word = m.group(1)
        number = Fraction(word) if word[0].isdigit() else _english_number(word)
        if number is not None and number > 0:
            yield _times(text, m.start(), m.end(), Fraction(number), "en")


def _sign_multiples(text: str) -> Iterator[Found]:
    for m in _SIGN_TIMES.finditer(text):
        yield _times(text, m.start(), m.end(), Fraction(m.group(1).replace(",", ".")), "en")


def _german_ranks(text: str) -> Iterator[Found]:
    for m in _DE_TOP.finditer(text):
        rank = next((n for group in m.groups() if group and (n := _german_number(group)) is not None), None)
        if rank is not None and rank > 0:
            yield _rank(text, m.start(), m.end(), rank, at_most=True)
    for m in _DE_PLACE.finditer(text):
        rank = _german_number(m.group(1))
        if rank and not _NUMBERED.search(text[max(0, m.start() - 24) : m.start()]):
            yield _rank(text, m.start(), m.end(), rank, at_most=False)
    for m in _DE_NTH_PLACE.finditer(text):
        word = m.group(1)
        rank = int(word[:-1]) if word[0].isdigit() else read_german_ordinal(word)
        if rank:
            yield _rank(text, m.start(), m.end(), rank, at_most=False)
    for m in _DE_NTH.finditer(text):
        rank = read_ordinal_stem(m.group(1).lower().rstrip("-"))
        if rank:
            yield _rank(text, m.start(), m.end(), rank, at_most=False)


def _english_ranks(text: str) -> Iterator[Found]:
    for m in _EN_TOP.finditer(text):
        rank = next((n for group in m.groups() if group and (n := _english_number(group)) is not None), None)
        if rank:
            yield _rank(text, m.start(), m.end(), rank, at_most=True)
    for m in _EN_PLACE.finditer(text):
        rank = _english_number(m.group(1))
        if (
            rank
            and not _NUMBERED.search(text[max(0, m.start() - 24) : m.start()])
            and text[m.end() : m.end() + 1] != "-"
        ):
            yield _rank(text, m.start(), m.end(), rank, at_most=False)
    for m in (*_EN_NTH_PLACE.finditer(text), *_EN_NTH.finditer(text)):
        word = next(group for group in m.groups() if group)
        rank = read_english_ordinal(word)
        if rank:
            yield _rank(text, m.start(), m.end(), rank, at_most=False)


_Finder = Callable[[str], Iterator[Found]]
_GERMAN: tuple[_Finder, ...] = (_german_shares, _german_multiples, _sign_multiples, _german_ranks)
_ENGLISH: tuple[_Finder, ...] = (
    _english_halves,
    _english_shares,
    _english_multiples,
    _sign_multiples,
    _english_ranks,
)
