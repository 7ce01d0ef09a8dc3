"""Figures that are phrases: shares ("jeder fünfte", "one in eight"), multiples; the ranks are found beside them."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from claims.values.beside import fold
from claims.values.find_quantity_rank import find_english_ranks, find_german_ranks
from claims.values.find_quantity_shape import (
    ENGLISH_WORDS,
    GERMAN_NUMBER,
    Shape,
    read_english_number,
    read_german_number,
)
from claims.values.find_quantity_words import find_hedge_before
from claims.values.number_english_word import TEENS, TENS, UNITS
from claims.values.number_ordinal import read_english_ordinal, read_german_ordinal
from claims.values.quantity import make_fraction, make_quantity
from claims.values.unit import match_unit
from claims.values.value import Found

_EVERY = Shape(
    ("jede",),
    r"\bjede[rsnm]? ([^\W\d_]{3,30}|\d{1,3}\.)(?= |[.,;:!?)]|\Z)(?! (?:tag|woche|monat|jahr|stunde|minute|sekunde|mal|wochenende)\w*)",
)
_DE_OF = Shape(
    (" von ",),
    rf"(?<![\w,.])({GERMAN_NUMBER}) von (?:je )?({GERMAN_NUMBER})(?![\w%]|[.,]\d)(?! (?:prozent|%|millionen|mio|euro))",
)
_DE_HALF = Shape(("hälfte",), r"(?<!erste )(?<!ersten )(?<!zweite )(?<!zweiten )(?<!andere )(?<!anderen )(?<!obere )(?<!oberen )(?<!untere )(?<!unteren )"
    r"\b(?:(?:die|der|zur|eine) )?(?<!\w)hälfte\b",
)  # fmt: skip
_DE_QUARTER_UNIT = Shape(
    ("viertelstunde", "dreivierteljahr"),
    r"\b(?:eine?[rmns]? )?(?:(drei)?viertel(stunde)n?|(drei)viertel(jahr)e?s?)\b",
)
_EN_HALF = Shape(
    ("half",),
    r"(?<!first )(?<!second )(?<!other )(?<!latter )(?<!top )(?<!bottom )\b(?:one[- ])?half (?=of\b|the\b|its\b|their\b|his\b|her\b|all\b|our\b)"
    r"|(?<= )(?<=than )half\b|(?<=nearly )half\b|(?<=almost )half\b|(?<=about )half\b|(?<=roughly )half\b|(?<=by )half\b|(?<=least )half\b",
)
_EN_PART_OF_A = Shape(
    ("half a", "of a"),
    r"\b(half|(?:a|one) quarter of|three[ -]quarters of) an? (?=[a-z])",
)
_PARTS_OF_A = {"half": Fraction(1, 2), "three": Fraction(3, 4)}
_EN_AND_HALF = Shape(
    ("and a half",),
    r"\b(?:an?|one) ([a-z]{3,12}) and a half\b(?! (?:million|billion))",
)
_EN_EVERY = Shape(
    ("every ",),
    r"\bevery (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|\d{1,3}(?:st|nd|rd|th)) (?=[a-z])"
    r"(?!days?\b|weeks?\b|months?\b|years?\b|hours?\b|minutes?\b|times?\b|seconds?\b|weekends?\b)",
)
_EN_QUARTER = Shape(
    ("quarter of",),
    r"\b(?:a|one) quarter of (?!a (?:million|billion|century))",
)

_DE_VERB = Shape(
    ("fach",),
    r"\bver([^\W\d_]{3,30}?)fach(?:en|t|te|ten|ung|ungen)?\b",
)
_DE_DOUBLE = Shape(
    ("dopp", "halbier"),
    r"\bverdopp(?:el[nt]|elte[n]?|lung|elung)\b|\bdas doppelte\b|\bdoppelt so\b|\b(?:halbiert(?:e|en)?|halbieren|halbierung)\b",
)
_DE_FOLD = Shape(
    ("fach",),
    r"(?:\b(?:das|des|aufs?|ums|um das|auf das|dem) )((?:\d{1,4}[ -]?)|[^\W\d_]{3,30}?)fache[ns]?\b|\b(\d{1,4})-?fach(?:e[nrsm]?)?\b",
)
_DE_TIMES = Shape(
    ("mal ",),
    r"(?<![\w,.])(\d{1,4}(?:,\d{1,2})?|[^\W\d_]{3,20}?)[ -]?mal (?:so|mehr|höher|größer|schneller|stärker|teurer|häufiger|länger|schwerer)\b",
)
_EN_DOUBLE = Shape(
    ("doubl", "twice", "tripl", "trebled", "quadrupl", "quintupled", "halv"),
    r"\b(doubl(?:ed|ing)|to double|will double|double the|doubles|twice (?:as|the)|tripl(?:ed|ing)|to triple|triple the|trebled"
    r"|quadrupl(?:ed|ing)|to quadruple|quintupled|halv(?:ed|ing)|to halve)\b",
)
_EN_FACTORS = (("doubl", 2), ("twice", 2), ("tripl", 3), ("trebl", 3), ("quadrupl", 4), ("quintupl", 5))
_EN_TIMES = Shape(
    (" times ",),
    rf"(?<![\w,.])(\d{{1,4}}(?:\.\d{{1,2}})?|{'|'.join(ENGLISH_WORDS)}) times (?:as|more|higher|larger|bigger|faster|greater|the|less|longer)\b",
)
_EN_FOLD = Shape(
    ("fold",),
    rf"(?<![\w,.])(\d{{1,4}}|{'|'.join(UNITS | TEENS | TENS)}|hundred)-?fold\b",
)
_SIGN_TIMES = re.compile(r"(?<![\w,.])(\d{1,4}(?:[.,]\d{1,2})?) ?[x×](?![\w])(?! ?\d)")


def find_phrases(text: str, language: str) -> list[Found]:
    """Return shares, multiples and ranks that are written as phrases, in order, without overlaps."""
    lower = fold(text)
    finders = _GERMAN if language == "de" else _ENGLISH
    found = [one for finder in finders for one in finder(text, lower)]
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


def _german_shares(text: str, lower: str) -> Iterator[Found]:
    for m in _EVERY.find_all(lower):
        word = m.group(1)
        below = int(word[:-1]) if word[0].isdigit() else read_german_ordinal(word)
        if below is not None and below > 1:
            yield _share(text, m.start(), m.end(), 1, below, "de")
    for m in _DE_OF.find_all(lower):
        above, below = read_german_number(m.group(1)), read_german_number(m.group(2))
        if above is not None and below is not None and 0 < above < below <= 1000:
            yield _share(text, m.start(), m.end(), above, below, "de")
    for m in _DE_HALF.find_all(lower):
        yield _share(text, m.start(), m.end(), 1, 2, "de")


def _german_quarters(text: str, lower: str) -> Iterator[Found]:
    """Yield "eine Viertelstunde", "ein Dreivierteljahr" with their units."""
    for m in _DE_QUARTER_UNIT.find_all(lower):
        hedge, start = find_hedge_before(text, m.start(), "de")
        part, unit = Fraction(3 if m.group(1) or m.group(3) else 1, 4), "h" if m.group(2) else "year"
        value = make_quantity(part, Fraction(1, 4), hedge=hedge, unit=unit, text=text[start : m.end()])
        yield Found(start, m.end(), value)


def _english_shares(text: str, lower: str) -> Iterator[Found]:
    for m in _EN_HALF.find_all(lower):
        end = m.end() - m.group().endswith(" ")
        yield _share(text, m.start(), end, 1, 2, "en")
    for m in _EN_EVERY.find_all(lower):
        below = read_english_ordinal(m.group(1))
        if below is not None and below > 1:
            yield _share(text, m.start(), m.end() - 1, 1, below, "en")
    for m in _EN_QUARTER.find_all(lower):
        yield _share(text, m.start(), m.end() - len(" of "), 1, 4, "en")


def _english_halves(text: str, lower: str) -> Iterator[Found]:
    """Yield "half an hour", "a quarter of a mile" and "an hour and a half" with their units."""
    for m in _EN_PART_OF_A.find_all(lower):
        unit = match_unit(text, m.end(), "en")
        if unit is not None and unit[0] - m.end() > 2:
            hedge, start = find_hedge_before(text, m.start(), "en")
            part = _PARTS_OF_A.get(re.split("[ -]", m.group(1))[0], Fraction(1, 4))
            place = Fraction(1, part.denominator)
            value = make_quantity(part, place, hedge=hedge, unit=unit[1], text=text[start : unit[0]])
            yield Found(start, unit[0], value)
    for m in _EN_AND_HALF.find_all(lower):
        unit = match_unit(text, m.start(1), "en")
        if unit is not None and unit[0] == m.end(1):
            hedge, start = find_hedge_before(text, m.start(), "en")
            value = make_quantity(
                Fraction(3, 2), Fraction(1, 2), hedge=hedge, unit=unit[1], text=text[start : m.end()]
            )
            yield Found(start, m.end(), value)


def _german_multiples(text: str, lower: str) -> Iterator[Found]:
    for m in _DE_VERB.find_all(lower):
        factor = read_german_number(m.group(1))
        if factor is not None and factor > 1:
            yield _times(text, m.start(), m.end(), Fraction(factor), "de")
    for m in _DE_DOUBLE.find_all(lower):
        half = m.group().lower().startswith("halb")
        yield _times(text, m.start(), m.end(), Fraction(1, 2) if half else Fraction(2), "de")
    for m in (*_DE_FOLD.find_all(lower), *_DE_TIMES.find_all(lower)):
        word = next(group for group in m.groups() if group).strip(" -")
        factor_text = word.replace(",", ".")
        number = Fraction(factor_text) if factor_text[0].isdigit() else read_german_number(word)
        if number is not None and number > 1:
            yield _times(text, m.start(), m.end(), Fraction(number), "de")
    yield from _sign_multiples(text)


def _english_multiples(text: str, lower: str) -> Iterator[Found]:
    for m in _EN_DOUBLE.find_all(lower):
        factor = next((factor for stem, factor in _EN_FACTORS if stem in m.group().lower()), None)
        yield _times(text, m.start(), m.end(), Fraction(factor) if factor else Fraction(1, 2), "en")
    for m in (*_EN_TIMES.find_all(lower), *_EN_FOLD.find_all(lower)):
        word = m.group(1)
        number = Fraction(word) if word[0].isdigit() else read_english_number(word)
        if number is not None and number > 0:
            yield _times(text, m.start(), m.end(), Fraction(number), "en")
    yield from _sign_multiples(text)


def _sign_multiples(text: str) -> Iterator[Found]:
    for m in _SIGN_TIMES.finditer(text):
        yield _times(text, m.start(), m.end(), Fraction(m.group(1).replace(",", ".")), "en")


_Finder = Callable[[str, str], Iterator[Found]]
_GERMAN: tuple[_Finder, ...] = (_german_shares, _german_quarters, _german_multiples, find_german_ranks)
_ENGLISH: tuple[_Finder, ...] = (
    _english_halves,
    _english_shares,
    _english_multiples,
    find_english_ranks,
)
