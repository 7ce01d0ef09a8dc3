"""Whether two sentences with another figure or date say it of other things, as far as their words tell.

One report told twice keeps its words when a figure slips. Where the sentences are short and go on
differently ("in its first week", "worldwide"), speak of two days, of opposites, or of another model,
each figure is right in its own sentence.
"""

import re
from collections.abc import Iterable

from rapidfuzz.distance import Indel, Levenshtein

from claims.crosscheck.copies.values import read_values
from claims.crosscheck.copies.words import is_day, is_month, list_opposites, read_words, tells_base
from claims.values.value import Date

_SAME = 0.8
"""How alike two words are that are one, inflected or misspelt."""

_MOST_APART = 1 / 3
"""Words that only one of them has, for each word that both have, up to which they are one report."""

_FEWEST = 3
"""Words that both must have: "Die Quote lag bei 7,1 Prozent" does not say whose, and any article may."""

_WORD = re.compile(r"[^\W_]+")


def say_it_of_other_things(first: str, other: str, language: str) -> bool:
    """Tell whether two sentences that differ in a figure or date are about different things."""
    ours, theirs = (_WORD.findall(text) for text in (first, other))
    mine, its = read_words(first), read_words(other)
    return (
        len(set(mine) & set(its)) < _FEWEST
        or _go_on_differently(mine, its)
        or _have_other_bases(ours, theirs)
        or _say_opposites(ours, theirs)
        or _are_of_other_days(ours, theirs)
        or _is_one_dated(first, other, language)
        or _name_another_model(ours, theirs)
        or _name_another_model(theirs, ours)
    )


def _go_on_differently(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    mine, its = set(ours), set(theirs)
    shared = mine & its
    mine, its = mine - shared, its - shared
    apart = _leave_out_alike(mine, its), _leave_out_alike(its, mine)
    return all(apart) and sum(map(len, apart)) > _MOST_APART * len(shared)


def _leave_out_alike(words: set[str], others: set[str]) -> set[str]:
    return {
        word for word in words if not any(Indel.normalized_similarity(word, one) >= _SAME for one in others)
    }


def _say_opposites(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    mine, its = {word.casefold() for word in ours}, {word.casefold() for word in theirs}
    return any(
        one in mine - its and rival in its - mine
        for pair in list_opposites()
        for one, rival in (pair, pair[::-1])
    )


def _have_other_bases(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    mine, its = ({word.casefold() for word in words if tells_base(word)} for words in (ours, theirs))
    return mine != its


def _are_of_other_days(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Tell whether each names a weekday or quarter that the other does not: two measurements, two matches."""
    mine, its = ({word.casefold() for word in words if is_day(word)} for words in (ours, theirs))
    return bool(mine - its and its - mine)


def are_of_other_months(first: str, other: str) -> bool:
    """Tell whether each names a month that the other does not: with other figures as well, two reports."""
    mine, its = (
        {word.casefold() for word in _WORD.findall(text) if is_month(word)} for text in (first, other)
    )
    return bool(mine - its and its - mine)


def _is_one_dated(first: str, other: str, language: str) -> bool:
    """Tell whether a figure stands beside a date in one of them only."""
    counts = [
        [isinstance(found.value, Date) for found in read_values(text, language)] for text in (first, other)
    ]
    return any(not all(one) for one in counts) and bool(sum(counts[0])) != bool(sum(counts[1]))


def _name_another_model(ours: list[str], theirs: list[str]) -> bool:
    """Tell whether a word with a figure ("X2") is followed in one by a further word of its name ("X2 Pro")."""
    return any(
        block.tag == "insert"
        and block.src_start > 0
        and any(character.isdigit() for character in ours[block.src_start - 1])
        and any(character.isalpha() for character in ours[block.src_start - 1])
        and theirs[block.dest_start][:1].isupper()
        for block in Levenshtein.opcodes(ours, theirs)
    )
