"""What of a sentence counts when wordings are compared: the words that carry it, without its values.

Figures, months, weekdays and denials are left out: they are what a changed fact changes. So are words
that every sentence has.
"""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import Indel

_WORDS = {
    name: listed.casefold().split()
    for name, listed in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}
_NEGATIONS = frozenset(_WORDS["negations"])
_LEFT_OUT = frozenset(
    word for name in ("negations", "function_words", "calendar", "numbers") for word in _WORDS[name]
)
_OF_VALUES = frozenset(_WORDS["calendar"] + _WORDS["numbers"])
_DAYS = frozenset(_WORDS["days"] + _WORDS["ordinals"])
_MONTHS = frozenset(_WORDS["months"])
_OPPOSITES = tuple((one, other) for one, _, other in (pair.partition(":") for pair in _WORDS["opposites"]))
_ANTONYMS = tuple((one, other) for one, _, other in (pair.partition(":") for pair in _WORDS["antonyms"]))
_BASES = frozenset(_WORDS["bases"])
_STANCES = tuple(
    (frozenset(one.split("_")), frozenset(other.split("_")))
    for one, _, other in (pair.partition(":") for pair in _WORDS["stances"])
)
_RUNNING = tuple(_WORDS["running"])
_NO_NEGATIONS = re.compile(
    r"\b(?:" + "|".join(phrase.replace("_", " ") for phrase in _WORDS["no_negations"]) + r")\b",
    re.IGNORECASE,
)

_LEGAL_FORMS = frozenset(_WORDS["legal_forms"])
_PARTS_APART = frozenset(_WORDS["parts_apart"])

_TOKEN = re.compile(r"[^\W_]+")
_DENIED = re.compile(r"[^\W_]+(?:['’]t\b)?")
_ENDINGS = ("en", "er", "es", "em", "e", "n", "s")
_SHORTEST_STEM = 5
_SAME = 0.8
"""The share of its words that a quotation has in common with one that is nearly the same."""

_SHORTEST_QUOTATION = 5
_TELLING = 2
"""Words that a quotation must have that not everybody uses, to be known by them."""


def read_words(text: str) -> list[str]:
    """Return the words of a sentence that count, each without its ending, in order of the alphabet."""
    return sorted(filter(None, map(_read_word, _TOKEN.findall(text))))


def count_negations(text: str) -> int:
    """Return how many words of a sentence deny something."""
    words = (word.casefold() for word in _DENIED.findall(_NO_NEGATIONS.sub(" ", text)))
    return sum(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in words)


def is_day(token: str) -> bool:
    """Tell whether a word is a weekday or says which of several ("first quarter")."""
    return token.casefold() in _DAYS


def is_month(token: str) -> bool:
    """Tell whether a word is a month."""
    return token.casefold() in _MONTHS


def may_grow(text: str) -> bool:
    """Tell whether a sentence counts what goes on, so that its figure may be another an hour later."""
    return any(word.casefold().startswith(_RUNNING) for word in _TOKEN.findall(text))


def list_opposites() -> tuple[tuple[str, str], ...]:
    """Return pairs of words that make two sentences speak of two things: for, against."""
    return _OPPOSITES


def find_antonyms(one: str, other: str) -> tuple[str, str] | None:
    """Return the word of one sentence whose opposite the other has in its stead, and that."""
    ours, theirs = ({word.casefold() for word in _TOKEN.findall(text)} for text in (one, other))
    mine, its = ours - theirs, theirs - ours
    for pair in _ANTONYMS:
        for first, second in (pair, pair[::-1]):
            if first in mine and second in its:
                return first, second
    return None


def tells_base(token: str) -> bool:
    """Tell whether a word beside a figure says of what it is: of women, net, per square metre."""
    return token.casefold() in _BASES


def is_legal_form(word: str) -> bool:
    """Tell whether a name is the same without a word, in lower case."""
    return word in _LEGAL_FORMS


def tells_parts_apart(word: str) -> bool:
    """Tell whether a word, in lower case, that one of two names has makes them two: "Nord", "II"."""
    return word in _PARTS_APART or word.isdigit()


def take_out_stances(one: str, other: str) -> tuple[str, str] | None:
    """Return two statements without the opposite words by which they deny each other; None where there are none."""
    ours, theirs = (_TOKEN.findall(text.casefold()) for text in (one, other))
    only_ours, only_theirs = {*ours} - {*theirs}, {*theirs} - {*ours}
    for pair in _STANCES:
        for mine, its in (pair, pair[::-1]):
            if mine <= only_ours and its <= only_theirs:
                rest = (
                    [word for word in ours if word not in mine],
                    [word for word in theirs if word not in its],
                )
                return " ".join(rest[0]), " ".join(rest[1])
    return None


def is_value_word(token: str) -> bool:
    """Tell whether a word is one of values: a month, a weekday, a number in letters."""
    return token.casefold() in _OF_VALUES


def are_same_words(one: str, other: str) -> bool:
    """Tell whether two quotations are the same, or nearly so."""
    return Indel.normalized_similarity(_split(one), _split(other)) >= _SAME


def is_excerpt(one: str, other: str) -> bool:
    """Tell whether one of two quotations is a part of the other, word for word."""
    shorter, longer = sorted((_split(one), _split(other)), key=len)
    runs = range(len(longer) - len(shorter) + 1)
    return len(shorter) > _SHORTEST_QUOTATION and any(
        longer[place : place + len(shorter)] == shorter for place in runs
    )


def _split(text: str) -> list[str]:
    words = ("".join(filter(str.isalnum, word)) for word in text.casefold().split())
    return [word for word in words if word]


def is_formula(text: str) -> bool:
    """Tell whether a quotation is short or made of everyday words, so that two people may well say it."""
    telling = set(read_words(text)) - _EVERYDAY
    return len(telling) < _TELLING or len(_TOKEN.findall(text)) < _SHORTEST_QUOTATION


@lru_cache(maxsize=65_536)
def _read_word(token: str) -> str:
    """Return a word without its ending, or nothing for one that does not count."""
    word = token.casefold()
    if len(word) < 2 or not word.isalpha() or word in _LEFT_OUT:
        return ""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


_EVERYDAY = frozenset(map(_read_word, _WORDS["everyday"]))
