"""Finding what German and English text says in figures: amounts, money, shares, ranks, multiples.

What looks like a figure and is none (names, versions, dates, paragraphs) is left out: a wrong
value costs an editor more than a missing one.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from typing import TypeVar

from claims.values.find_quantity_figure import list_figures
from claims.values.find_quantity_guard import (
    counts_something,
    is_name,
    is_named_in_words,
    is_ordinal,
    is_title_word,
    is_year,
    looks_like_year,
)
from claims.values.find_quantity_idiom import list_idioms
from claims.values.find_quantity_mask import list_masks
from claims.values.find_quantity_money import Figure
from claims.values.find_quantity_phrase import find_phrases
from claims.values.find_quantity_range import Ranged, join_ranges
from claims.values.find_quantity_words import combine_hedges, find_hedge_after, find_hedge_before
from claims.values.quantity import make_fraction, make_quantity, make_range
from claims.values.value import Found, Quantity

Spanned = TypeVar("Spanned", Found, Figure)

_ANY = re.compile(
    r"\d|[½⅓⅔¼¾⅕-⅞]|(?<![^\W_])(?:zwei|zwo|drei|vier|fünf|fuenf|sech|sieb|acht|neun|zehn|elf|zwölf|zwoelf|zwan|hundert"
    r"|tausend|ander|ein|halb|hälfte|verdopp|ver[^\W_]{3,12}fach|dritt|erst|jede|null|doppel|top|two|three|four|five|six|seven|eight"
    r"|nin|ten|eleven|twel|thir|fif|twen|fort|fourt|one|half|halv|doubl|trip|treb|quad|quint|hundred|thousand|million"
    r"|billion|zero|dozen|quart|second|twice|rank|finish|first)",
    re.IGNORECASE,
)
_GLUED_BEFORE = re.compile(r"[^\W\d_][-‑./+]?\Z|[\d_][-‑–/]\Z|[#@&]\Z")
_GLUED_AFTER = re.compile(r"[^\W\d]|[.&/+*_‑-][^\W\d_]|[-‑–/]\d")
_SIZES = frozenset("KGTBM")
"""Letters that scale and name: "671B parameters" counts, "5G", "4K" and "Llama 405B" are names."""
_COMPOUND = re.compile(r"[-‑][a-zäöü]")


def find_quantities(text: str, language: str, taken: Iterable[tuple[int, int]] = ()) -> list[Found]:
    """Return the quantities in `text` ("de" or "en"), in order, without overlaps.

    Args:
        text: Any text; a sentence or an article.
        language: "de" or "en".
        taken: Spans (start, end) that mean something else, such as dates; nothing found touches them.
    """
    if _ANY.search(text) is None:
        return []
    closed = _merge([*taken, *list_masks(text, language), *list_idioms(text, language)])
    phrases = _keep_free(find_phrases(text, language), closed)
    spans = _merge([*closed, *((found.start, found.end) for found in phrases)])
    ranges = join_ranges(text, _keep_free(list_figures(text, language), spans), language)
    found = [
        _qualify(text, ranged, language, spans) for ranged in ranges if _says_amount(text, ranged, language)
    ]
    return _separate(sorted([*phrases, *found], key=lambda one: one.start))


def _separate(found: list[Found]) -> list[Found]:
    """Leave out what begins within the one before: two figures cannot share a "mehr als"."""
    apart: list[Found] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _says_amount(text: str, ranged: Ranged, language: str) -> bool:
    if ranged.high is None:
        return _is_amount(text, ranged.low, language)
    before, after = text[max(0, ranged.start - 2) : ranged.start], text[ranged.end : ranged.end + 2]
    low, high = ranged.low.numeral, ranged.high.numeral
    years = looks_like_year(text, low.start, low.end) and looks_like_year(text, high.start, high.end)
    if years and ranged.high.unit is None and not counts_something(text, high.end, language):
        return False
    if ranged.high.unit is None and is_name(text, low.start, high.end, language):
        return False
    doubtful = ranged.high.numeral.doubtful and ranged.high.unit is None
    return not (doubtful or _is_glued_before(before) or (ranged.high.unit is None and _is_glued_after(after)))


def _is_glued_before(before: str) -> bool:
    """Tell whether a figure goes on with the two characters before it: "A380", "GPT-4"."""
    return not before[-1:].isspace() and _GLUED_BEFORE.search(before) is not None


def _is_glued_after(after: str) -> bool:
    """Tell whether the two characters behind a figure go on with it: "3D", "4-Zylinder"."""
    return not after[:1].isspace() and _GLUED_AFTER.match(after) is not None


def _is_amount(text: str, figure: Figure, language: str) -> bool:
    """Tell whether a figure counts or measures something, rather than naming it."""
    before, after = text[max(0, figure.start - 2) : figure.start], text[figure.end : figure.end + 2]
    if is_title_word(text, figure.start, figure.end, language):
        return False
    if figure.unit is not None:
        return figure.start != figure.numeral.start or not _is_glued_before(before)
    if figure.numeral.words:
        if is_named_in_words(text, figure.numeral.start, figure.numeral.end, language):
            return False
        return not _is_glued_after(after) or bool(_COMPOUND.match(after))
    if _is_glued_before(before) or (_is_glued_after(after) and not _COMPOUND.match(after)):
        return False
    start, end = figure.numeral.start, figure.numeral.end
    if figure.numeral.doubtful and not figure.numeral.scaled:
        return False
    if text[end - 1] in _SIZES:
        return text[end - 1] in "BM" and counts_something(text, end, language)
    if text[start] == "0" and text[start : start + 2].isdigit():
        return False  # a dialling code, a number of an account
    if figure.numeral.scaled or figure.numeral.ratio:
        return True
    if language == "de" and is_ordinal(text, start, end):
        return False
    if not is_year(text, start, end, language) and not is_name(text, start, end, language):
        return True
    return find_hedge_before(text, figure.start, language)[0] != "="


def _qualify(text: str, ranged: Ranged, language: str, spans: Sequence[tuple[int, int]]) -> Found:
    """Return the quantity of a figure or range with the words around it that qualify it."""
    before, start = find_hedge_before(text, ranged.start, language)
    after, end = find_hedge_after(text, ranged.end, language)
    place = bisect(spans, (ranged.start, ranged.start))
    if place > 0 and spans[place - 1][1] > start:
        before, start = "=", ranged.start
    if place < len(spans) and spans[place][0] < end:
        after, end = "=", ranged.end
    hedge = ranged.hedge
    if before != "=" or after != "=":
        hedge = combine_hedges(combine_hedges(before, hedge), after)
    low, written = ranged.low, text[start:end]
    value: Quantity
    if ranged.high is not None:
        value = make_range(
            (low.value, low.place),
            (ranged.high.value, ranged.high.place),
            hedge=hedge,
            unit=low.unit,
            text=written,
        )
    elif low.numeral.ratio is not None and low.unit is None and low.value > 0:
        value = make_fraction(*low.numeral.ratio, hedge=hedge, text=written)
    else:
        value = make_quantity(low.value, low.place, hedge=hedge, unit=low.unit, text=written)
    return Found(start, end, value)


def _merge(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return `spans` in order, joined where they touch each other."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _keep_free(found: list[Spanned], closed: Sequence[tuple[int, int]]) -> list[Spanned]:
    """Return those of `found` (in order) that touch no closed span (in order); one pass over both."""
    free, place = [], 0
    for one in found:
        while place < len(closed) and closed[place][1] <= one.start:
            place += 1
        if place == len(closed) or closed[place][0] >= one.end:
            free.append(one)
    return free
