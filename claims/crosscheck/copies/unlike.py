"""In which facts two sentences are unlike that are alike in wording: a value, a name, a denial.

Text alone is read here. A value that is merely less precise, or that only one of them gives, is no
other fact; nor is a name beside another of a different kind. Another figure for another town is a
report of another town, whether the ledger knows the two or not: that is told as another subject.
"""

from collections.abc import Iterable
from itertools import product

from rapidfuzz.distance import Levenshtein

from claims.crosscheck.copies.apart import are_of_other_months, say_it_of_other_things
from claims.crosscheck.copies.names import KnownNames, Name, list_tokens
from claims.crosscheck.copies.swapped import find_other_name, find_other_score, find_other_subject
from claims.crosscheck.copies.values import read_values
from claims.crosscheck.copies.words import count_negations, find_antonyms
from claims.values.compare import Relation, compare
from claims.values.value import Date, Quantity

Unlike = tuple[str, str, str]
"""date, value, name, negation, opposite or subject; what the first says; what the other says."""

_LANGUAGES = ("de", "en")
_SAID = ("asserted", "denied")
_AGREE = {Relation.SAME, Relation.COMPATIBLE, Relation.OVERLAP}


def find_unlike(first: str, other: str, language: str, names: KnownNames) -> list[Unlike]:
    """Return in what two sentences that are alike differ; nothing where it is only the words."""
    language = language if language in _LANGUAGES else "de"
    found = _compare_values(first, other, language)
    if not found and (scores := find_other_score(first, other)) is not None:
        found.append(("value", *scores))
    denials = count_negations(first), count_negations(other)
    if denials[0] % 2 != denials[1] % 2:
        found.append(("negation", _SAID[denials[0] % 2], _SAID[denials[1] % 2]))
    ours, theirs = list_tokens(first), list_tokens(other)
    named = _compare_names(ours, theirs, names)
    if not named and found:
        subjects = find_other_subject(ours, theirs, language)
        named = [("subject", *subjects)] if subjects is not None else []
    elif not named and (swapped := find_other_name(ours, theirs, language)) is not None:
        named = [("name", *swapped)] if not _are_one(swapped, names) else []
    if not found and not named and (turned := find_antonyms(first, other)) is not None:
        found.append(("opposite", *turned))
    return found + named


def _are_one(swapped: Iterable[str], names: KnownNames) -> bool:
    """Tell whether the ledger knows that two names are of one thing."""
    entities = [{name.entity for name in names.find(list_tokens(text))} for text in swapped]
    return bool(entities[0]) and entities[0] == entities[1]


def are_apart(first: str, other: str, unlike: Iterable[Unlike], language: str) -> bool:
    """Tell whether two sentences that are unlike in values say it of other things."""
    language = language if language in _LANGUAGES else "de"
    kinds = {kind for kind, *_ in unlike}
    if "value" in kinds and are_of_other_months(first, other):
        return True
    return bool(kinds & {"value", "date"}) and say_it_of_other_things(first, other, language)


def _compare_values(first: str, other: str, language: str) -> list[Unlike]:
    ours = [found.value for found in read_values(first, language)]
    theirs = [found.value for found in read_values(other, language)]
    for mine, its in list(product(ours, theirs)):
        if (
            any(mine is one for one in ours)
            and any(its is one for one in theirs)
            and compare(mine, its) in _AGREE
        ):
            ours = [one for one in ours if one is not mine]
            theirs = [one for one in theirs if one is not its]
    found: list[Unlike] = []
    for mine in ours:
        rival = next((its for its in theirs if compare(mine, its) is Relation.CONTRADICTION), None)
        if rival is not None:
            theirs = [one for one in theirs if one is not rival]
            found.append((_kind_of(mine), mine.text, rival.text))
    return found


def _kind_of(value: Date | Quantity) -> str:
    return "date" if isinstance(value, Date) else "value"


def _compare_names(ours: list[str], theirs: list[str], names: KnownNames) -> list[Unlike]:
    """Return the names that stand in one sentence where the other has another of the same kind."""
    changed = [block for block in Levenshtein.opcodes(ours, theirs) if block.tag == "replace"]
    if not any(token[:1].isupper() for block in changed for token in ours[block.src_start : block.src_end]):
        return []
    mine, its = names.find(ours), names.find(theirs)
    found: dict[Unlike, None] = {}
    for block in changed:
        here = _within(mine, block.src_start, block.src_end)
        for one, other in product(here, _within(its, block.dest_start, block.dest_end)):
            if one.kind == other.kind and one.entity != other.entity:
                found["name", one.text, other.text] = None
    return list(found)


def _within(names: Iterable[Name], start: int, end: int) -> list[Name]:
    return [name for name in names if name.start < end and start < name.end]
