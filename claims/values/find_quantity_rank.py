"""Figures that are ranks: "Platz drei", "zu den fünf größten", "the second largest", "among the top ten"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.values.find_quantity_shape import (
    ENGLISH_NUMBER,
    GERMAN_NUMBER,
    Shape,
    read_english_number,
    read_german_number,
)
from claims.values.number_ordinal import read_english_ordinal, read_german_ordinal, read_ordinal_stem
from claims.values.quantity import Hedge, make_quantity
from claims.values.value import Found

_DE_TOP = Shape(
    ("zu de", "zu di", "unter d", "eine", "top"),
    rf"\b(?:zu|unter) (?:den|die) ((?:welt|europa|bundes|landes)?(?:weit )?)({GERMAN_NUMBER}) ([^\W\d_]{{2,40}}st|größt)en\b"
    rf"|\b(?:zu|unter) den (?:ersten|besten|top) ({GERMAN_NUMBER})(?![\w.,]\d)\b"
    rf"|\beine[rsmn]? der ({GERMAN_NUMBER}) ([^\W\d_]{{2,40}}st|größt)en\b|\btop[ -]({GERMAN_NUMBER})\b",
)
_DE_PLACE = Shape(
    ("platz", "rang", "nummer", "position"),
    rf"\b(?:platz|rang|nummer|position) ({GERMAN_NUMBER})(?!\w|[.,]\d)",
)
_DE_NTH_PLACE = Shape(
    ("platz", "rang"),
    r"\b([^\W\d_]{3,30}te[nrm]?|ersten?|\d{1,3}\.) (?:platz|rang)\b",
)
_DE_NTH = Shape(
    ("st", "ßt"),
    r"\b((?:zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)[-]?)([^\W\d_]{2,30}st|größt)e[nrsm]?\b",
)
_EN_TOP = Shape(
    ("top", "first", "among", "one of"),
    rf"\b(?:among|amongst|in|into|within|one of|is|of|to) the (?:(?:world|country|nation)['’]s )?(?:top|first)[- ]({ENGLISH_NUMBER})\b(?! (?:days?|weeks?|months?|years?|hours?|minutes?))"
    rf"|\b(?:among|amongst|one of) the (?:(?:world|country|nation)['’]s )?({ENGLISH_NUMBER}) (?:most \w+|[a-z]{{2,20}}est|best|top|leading)\b"
    rf"|\btop[- ]({ENGLISH_NUMBER})\b",
)
_EN_PLACE = Shape(
    ("rank", "number", "no.", "place", "position"),
    rf"\b(?:ranks?|ranked|ranking|rank|number|no\.|placed?|position) ({ENGLISH_NUMBER})(?!\w|[.,]\d)",
)
_SQUARE = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]+(?:er|e) \Z")
"""What makes a German "Platz" a square: "Potsdamer Platz 1", but "mit 61 Punkten Platz 4"."""
_NUMBERED = re.compile(r"(?:\b(?:mit|unter) der|\b[A-Z][a-z]+) \Z(?<!The )(?<!Die )(?<!Auf )(?<!At )(?<!As )")
"""What stands before a number that tells things apart: "mit der Nummer 7", "Symphony No. 5"."""
_EN_NTH_PLACE = Shape(("rank", "place", "finish", "came", "comes"), r"\b(?:ranks?|ranked|ranking|placed|finished|finishing|came|comes) (?:joint )?([a-z]{3,12}(?:-[a-z]{3,8})?|\d{1,3}(?:st|nd|rd|th))\b"
    r"|\b([a-z]{3,12}|\d{1,3}(?:st|nd|rd|th)) place\b",
)  # fmt: skip
_NO_SUPERLATIVES = (
    "(?:north|south)?(?:west|east)|interest|request|test|quest|protest|contest|arrest|harvest|forest|guest|nest|rest|chest"
    "|priest|inquest|conquest|tempest|latest|crest|bequest|invest|attest|manifest"
)
"""English words in -est that compare nothing: "his third test"."""
_EN_NTH = Shape(
    ("st",),
    r"\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))[- ]"
    rf"(?!(?:{_NO_SUPERLATIVES})\b)(?:[a-z]{{2,20}}est|best|worst|most(?:[- ][a-z]+)?)\b",
)


def find_german_ranks(text: str, lower: str) -> Iterator[Found]:
    """Yield the ranks of a text and the same in lower case."""
    for m in _DE_TOP.find_all(lower):
        rank = next(
            (n for group in m.groups() if group and (n := read_german_number(group)) is not None), None
        )
        if rank is not None and rank > 0:
            yield _rank(text, m.start(), m.end(), rank, at_most=True)
    for m in _DE_PLACE.find_all(lower):
        rank = read_german_number(m.group(1))
        if rank and not _names_german_place(text, m):
            yield _rank(text, m.start(), m.end(), rank, at_most=False)
    for m in _DE_NTH_PLACE.find_all(lower):
        word = m.group(1)
        rank = int(word[:-1]) if word[0].isdigit() else read_german_ordinal(word)
        if rank:
            yield _rank(text, m.start(), m.end(), rank, at_most=False)
    for m in _DE_NTH.find_all(lower):
        rank = read_ordinal_stem(m.group(1).lower().rstrip("-"))
        if rank:
            yield _rank(text, m.start(), m.end(), rank, at_most=False)


def _names_german_place(text: str, found: re.Match[str]) -> bool:
    """Tell whether a "Platz" or a "Nummer" is a name or an address."""
    before = text[max(0, found.start() - 24) : found.start()]
    if found.group().startswith("platz"):
        return found.group(1).isdigit() and _SQUARE.search(before) is not None
    return found.group().startswith("nummer") and _NUMBERED.search(before) is not None


def find_english_ranks(text: str, lower: str) -> Iterator[Found]:
    """Yield the ranks of a text and the same in lower case."""
    for m in _EN_TOP.find_all(lower):
        rank = next(
            (n for group in m.groups() if group and (n := read_english_number(group)) is not None), None
        )
        if rank:
            yield _rank(text, m.start(), m.end(), rank, at_most=True)
    for m in _EN_PLACE.find_all(lower):
        rank = read_english_number(m.group(1))
        if (
            rank
            and not _NUMBERED.search(text[max(0, m.start() - 24) : m.start()])
            and text[m.end() : m.end() + 1] != "-"
        ):
            yield _rank(text, m.start(), m.end(), rank, at_most=False)
    for m in (*_EN_NTH_PLACE.find_all(lower), *_EN_NTH.find_all(lower)):
        word = next(group for group in m.groups() if group)
        rank = read_english_ordinal(word)
        if rank:
            yield _rank(text, m.start(), m.end(), rank, at_most=False)


def _rank(text: str, start: int, end: int, rank: int, *, at_most: bool) -> Found:
    hedge: Hedge = "<=" if at_most else "="
    return Found(start, end, make_quantity(Fraction(rank), hedge=hedge, unit="rank", text=text[start:end]))
