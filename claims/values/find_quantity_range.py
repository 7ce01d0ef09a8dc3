"""Joining two figures to a range: "20 bis 30 Minuten", "zwischen 100 000 und 750 000 Mark", "8–10 years"."""

import re
from fractions import Fraction
from typing import NamedTuple

from claims.values.beside import PhrasesBefore
from claims.values.find_quantity_guard import looks_like_year
from claims.values.find_quantity_money import Figure
from claims.values.quantity import Hedge

_JOINTS = {
    "de": re.compile(r"[ \u00a0]?(?:[–—-]|bis(?: zu)?)[ \u00a0]?|[ \u00a0]?bis(?: zu)? (?:etwa |rund |zu )?"),
    "en": re.compile(r"[ \u00a0]?(?:[–—-]|to)[ \u00a0]?"),
}
_AND = {"de": re.compile(r" und (?:etwa |rund )?"), "en": re.compile(r" and (?:about )?")}


def _list_openings(word: str, hedges: str) -> PhrasesBefore[bool]:
    """Return a word that opens a range, alone or with a hedge behind it, and whether it has one."""
    hedged = dict.fromkeys((f"{word} {hedge}" for hedge in hedges.split("|")), True)
    return PhrasesBefore({word: False} | hedged)


_BETWEEN = {
    "de": _list_openings("zwischen", "etwa|rund|circa|ca.|ungefähr"),
    "en": _list_openings("between", "about|around|roughly|approximately|an estimated"),
}
_FROM = {
    "de": _list_openings("von", "etwa|rund|circa|ca.|ungefähr"),
    "en": _list_openings("from", "about|around|roughly|approximately"),
}
_CHANGED = re.compile(
    r"\b(?:rose|risen|rise|rising|fell|fall\w*|increas\w+|decreas\w+|drop\w*|gr[eo]w\w*|declin\w+|climb\w*|jump\w*|cut\w*"
    r"|raised?|went|sank|slid\w*|plung\w+|surg\w+|soar\w*|up|down|reduc\w+|expand\w*|chang\w+|slip\w*|boost\w*|moved)\b",
    re.IGNORECASE,
)
_TO = {"de": re.compile(r" auf (?:rund |etwa )?"), "en": re.compile(r" to (?:about |around )?")}
_COORDINATED = re.compile(r" (?:und|oder|bzw\.|beziehungsweise|and|or) ")
_DASHES = "–—-"
_LONGEST_GAP = 18


class Ranged(NamedTuple):
    """One figure, or two that are the ends of a range; `hedge` is what stands between the words of the range."""

    low: Figure
    high: Figure | None
    start: int
    end: int
    hedge: Hedge = "="


def join_ranges(text: str, figures: list[Figure], language: str) -> list[Ranged]:
    """Return `figures` in order, two by two where they are the ends of a range."""
    joined: list[Ranged] = []
    place = 0
    while place < len(figures):
        figure = figures[place]
        following = figures[place + 1] if place + 1 < len(figures) else None
        near = following is not None and _is_joined(text[figure.end : following.start])
        ranged = _join(text, figure, following, language) if near and following is not None else None
        if ranged is None:
            if near and following is not None:
                figure = _share_unit(text, figure, following, language)
            joined.append(Ranged(figure, None, figure.start, figure.end))
            place += 1
        else:
            joined.append(ranged)
            place += 2
    return joined


def _is_joined(gap: str) -> bool:
    """Tell whether what stands between two figures may join them."""
    return 0 < len(gap) <= _LONGEST_GAP and not gap.isspace()


def _join(text: str, low: Figure, high: Figure, language: str) -> Ranged | None:
    gap = text[low.end : high.start]
    if low.numeral.ratio or high.numeral.ratio:
        return None
    scaled = _share_scale(low, high)
    if not scaled.value < high.value:
        return None
    if _AND[language].fullmatch(gap):
        start_word = _BETWEEN[language].find(text, low.start)
        if start_word is None:
            return None
    elif not _JOINTS[language].fullmatch(gap):
        return None
    else:
        start_word = _FROM[language].find(text, low.start)
        if language == "en" and start_word and _CHANGED.search(text[max(0, low.start - 60) : low.start]):
            return None
    if gap.strip() in _DASHES and (low.numeral.words != high.numeral.words or "  " in gap):
        return None
    unit = high.unit or (scaled.unit if gap.strip() in _DASHES else None)
    if scaled.unit not in {None, unit}:
        return None
    start, hedged = (low.start, False) if start_word is None else start_word
    hedge: Hedge = "~" if hedged else "="
    return Ranged(scaled._replace(unit=unit), high, start, high.end, hedge)


def _share_scale(low: Figure, high: Figure) -> Figure:
    """Give the first figure the scale of the second: "4 bis 5 Millionen"."""
    factor = high.numeral.factor
    if low.numeral.scaled or factor == 1 or low.value > high.value / factor:
        return low
    signed = low.start < low.numeral.start and high.start < high.numeral.start
    if low.unit is not None and high.unit is not None and not signed:
        return low  # "5 Euro bis 10 Millionen Euro" means what it says, "$5 to $10 million" does not
    return low._replace(value=low.value * factor, place=low.place * Fraction(factor))


def _share_unit(text: str, first: Figure, second: Figure, language: str) -> Figure:
    """Give the first of "von 5 auf 10 Prozent" and "5 und 10 Prozent" the unit of the second."""
    if first.numeral.ratio:
        return first
    gap = text[first.end : second.start]
    to = _TO[language].fullmatch(gap)
    changing = to and _FROM[language].find(text, first.start)
    signed = first.start < first.numeral.start and second.start < second.numeral.start
    if changing and (first.unit == second.unit is None or (signed and first.unit == second.unit)):
        return _share_factor(first, second)
    if first.unit is not None or second.unit is None:
        return first
    if _COORDINATED.fullmatch(gap) and not looks_like_year(text, first.start, first.end):
        return first._replace(unit=second.unit)
    if not changing:
        return first
    return _share_factor(first, second)._replace(unit=second.unit)


def _share_factor(first: Figure, second: Figure) -> Figure:
    """Give the first of "von 3 auf 5 Millionen" the scale of the second."""
    factor = second.numeral.factor
    if first.numeral.scaled or factor < 1000 or first.value >= 1000:
        return first
    return first._replace(value=first.value * factor, place=first.place * Fraction(factor))
