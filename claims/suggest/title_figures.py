"""A figure of a title that its text nowhere repeats, with the one of its kind that the text gives in its stead.

No predicate fits most of what headlines count (jobs cut, years in prison, what a deal costs). Nothing is
suggested where title and text agree: then there is nothing to look into.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claims.suggest.suggestion import Suggestion, Voice
from claims.suggest.words.language import get_language, read_table
from claims.suggest.words.splitting import sentences
from claims.values import find
from claims.values.compare import Relation, compare
from claims.values.value import Date, EntityValue, Found, Quantity

PREDICATE = "figure"
_LEAD = 3
"""How many sentences of a text say what its title says."""

_LONGEST = 20_000
_BESIDE = 30
"""How many characters on either side of a figure it is looked for words that make it another's."""

_SCORE = 0.45
_ROUNDED = 0.06
"""How far a round figure of a title may be from the exact one."""

_AGREE = {Relation.SAME, Relation.COMPATIBLE, Relation.OVERLAP}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTED = frozenset('„“”"«»?')
_STEM = 5
_SHORTEST = 4
_OF_AGE = ("alt", "old", "jährig", "jährige", "jähriger", "jährigen")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity with what it counts or measures, and the sentence it stands in."""

    found: Found
    value: Quantity
    kind: str
    start: int
    end: int


def find_title_figures(
    title: str, text: str, language: str, published: str | None, known: dict[str, list[Suggestion]]
) -> dict[str, list[Suggestion]]:
    """Return the suggestions for a title's figure and the other one of its text, by field; `known` are those made."""
    told = [one for one in _list_figures(title, [(0, len(title))], language, published) if one.kind]
    told = [one for one in told if not _is_known(one, known)]
    if len(told) != 1 or _QUOTED & set(title) or _is_aside(title):
        return {"title": [], "text": []}
    mine = told[0]
    spans = sentences(text[:_LONGEST], language)
    others = list(_list_figures(text[:_LONGEST], spans, language, published))
    if any(_agree(mine.value, other.value) for other in others):
        return {"title": [], "text": []}
    rivals = [other for other in others if _may_be_same(mine, other, title, text)]
    if len({rival.value.amount for rival in rivals}) != 1:
        return {"title": [], "text": []}
    rival = rivals[0]
    near = rival.start in [start for start, _ in spans[:_LEAD]]
    beside = text[max(rival.start, rival.found.start - _BESIDE) : min(rival.end, rival.found.end + _BESIDE)]
    sentence = text[rival.start : rival.end]
    apart = _is_aside(beside) or _is_of_the_past(sentence, language, published)
    if not near or apart or not _share_words(title, sentence, language):
        return {"title": [], "text": []}
    return {
        "title": [_suggest(mine, rival, title, published, voice="headline")],
        "text": [_suggest(rival, mine, title, published, voice="article")],
    }


def _list_figures(
    text: str, spans: Sequence[tuple[int, int]], language: str, published: str | None
) -> Iterator[_Figure]:
    places = iter(spans)
    start, end = next(places, (0, 0))
    for one in find(text, language, published):
        while one.start >= end and (following := next(places, None)) is not None:
            start, end = following
        if isinstance(one.value, Quantity):
            yield _Figure(one, one.value, _read_kind(text, one, end, language), start, end)


def _read_kind(text: str, found: Found, end: int, language: str) -> str:
    """Return what a figure counts: its unit, else the noun behind it, else the fate that the sentence tells."""
    unit = found.value.unit if isinstance(found.value, Quantity) else None
    words = _WORD.findall(text[found.end : min(end, found.end + 40)])[:2]
    behind = [word.lower() for word in words]
    if unit is not None:
        said = found.value.text.lower()
        aged = said.endswith(_OF_AGE) or any(word.startswith(_OF_AGE) for word in behind[:1])
        return "" if aged or unit in {"rank", "pp"} else unit
    if not getattr(found.value, "amount", "").isdigit():
        return ""
    kinds = (_classify(word, "counted") or ("people" if _classify(word, "fates") else "") for word in behind)
    return next((kind for kind in kinds if kind), _read_noun(words, language) if words else "alone")


def _read_noun(words: Sequence[str], language: str) -> str:
    """Return the noun behind a figure, without its ending, so that title and text may count one thing that no list has."""
    for word in words:
        noun = word[0].isupper() if language == "de" else word.endswith("s") and len(word) >= _SHORTEST
        if noun and word.lower() not in get_language(language).function_words:
            return f"noun {word.lower()[: _STEM + 1]}"
    return ""


@cache
def _read_words(table: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    read = read_table("titles.toml")[table]
    return {
        kind: (
            frozenset(word for word in words.split() if not word.endswith("*")),
            tuple(word[:-1] for word in words.split() if word.endswith("*")),
        )
        for kind, words in read.items()
    }


def _classify(word: str, table: str) -> str:
    for kind, (whole, beginnings) in _read_words(table).items():
        if word in whole or word.startswith(beginnings or ("\0",)):
            return kind
    return ""


def _is_of_the_past(sentence: str, language: str, published: str | None) -> bool:
    """Tell whether a sentence names a day or year long before the article's ("in its first race, in 1921")."""
    if published is None:
        return False
    days = [one.value.hi for one in find(sentence, language, published) if isinstance(one.value, Date)]
    return any(day is not None and day.year < int(published[:4]) - 1 for day in days)


def _list_fates(text: str) -> set[str]:
    return {fate for word in _WORD.findall(text.lower()) if (fate := _classify(word, "fates"))}


def _is_aside(text: str) -> bool:
    return any(_classify(word, "aside") for word in _WORD.findall(text.lower()))


def _is_known(figure: _Figure, known: dict[str, list[Suggestion]]) -> bool:
    """Tell whether a title's figure is typed and the text is asked the same: then the values decide."""
    below = {one.predicate for one in known["text"]}
    return any(
        one.predicate in below
        for one in known["title"]
        if one.predicate is not None and one.value_start == figure.found.start
    )


def _agree(one: Quantity, other: Quantity) -> bool:
    if compare(one, other) in _AGREE or one.amount == other.amount:
        return True
    if one.unit != other.unit or not one.amount.lstrip("-").isdigit() or one.lo is None or other.lo is None:
        return False
    is_round = len(one.amount.rstrip("0")) <= 2 and int(one.amount) > 20
    return is_round and abs(one.lo - other.lo) <= _ROUNDED * abs(one.lo)


def _may_be_same(mine: _Figure, other: _Figure, title: str, text: str) -> bool:
    if mine.kind == "alone":
        fates = _list_fates(title)
        return other.kind == "people" and bool(fates & _list_fates(text[other.start : other.end]))
    if mine.kind == "people":
        fates = _list_fates(title)
        return other.kind == "people" and fates == _list_fates(text[other.start : other.end])
    return mine.kind == other.kind


def _share_words(title: str, sentence: str, language: str) -> bool:
    """Tell whether a name or noun of the title stands in the sentence, so that both speak of one thing."""
    ours, theirs = (
        {
            word.lower()[:_STEM]
            for word in _WORD.findall(one)
            if len(word) >= _SHORTEST
            and word.lower() not in get_language(language).function_words
            and not _classify(word.lower(), "counted")
            and not _classify(word.lower(), "fates")
        }
        for one in (title, sentence)
    )
    return bool(ours & theirs)


def _suggest(
    figure: _Figure, other: _Figure, title: str, published: str | None, *, voice: Voice
) -> Suggestion:
    return Suggestion(
        figure.start,
        figure.end,
        EntityValue(title, None, "class"),
        PREDICATE,
        figure.value,
        {},
        None,
        "value",
        "asserted",
        "happened",
        voice,
        False,
        published[:10] if published else None,
        _SCORE,
        (f"title and text give another figure: “{figure.value.text}” and “{other.value.text}”",),
        figure.found.start,
        figure.found.end,
    )
