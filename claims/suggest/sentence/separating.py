"""What else a clause says that makes a value the answer to another question: where, in which round, per month.

Two prices, one a month and one a year, contradict each other no more than two releases in two countries.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.goods import find_goods
from claims.suggest.sentence.placing import (
    find_birthplace,
    find_home,
    find_place,
    find_site,
    get_anchor,
    list_words,
)
from claims.suggest.sentence.reading import Item, Reading
from claims.values.value import Date
from claims.vocabulary import Predicate

_ROUND = re.compile(r"\b(?:series|serie|runde)[ -]([A-H])\b|\b(seed)\b", re.IGNORECASE)
_PER = frozenset(
    {"pro", "je", "per", "im", "in", "der", "die", "das", "a", "an", "each", "every", "jede", "jeden"}
)
_FOR_EACH = frozenset({"pro", "je", "per"})
_AT_ELECTION = frozenset({"bei", "in", "at"})
_REACH = 4
_SIZES = (3, 2, 1)
"""Words of a phrase that says which question a value answers, the longest first."""

_ASIDE = 5
"""Words and marks that an aside has at most."""

_WORDS_OF = {
    ("profit", "measure"): "measure",
    ("staff", "measure"): "employment",
    ("population", "definition"): "settlement",
    ("parameters", "definition"): "counted_parameters",
    ("development_cost", "scope"): "cost_scope",
    ("took_office", "stage"): "taking",
    ("held_on", "stage"): "delay",
    ("started", "stage"): "delay",
    ("completed", "stage"): "delay",
    ("started", "phase"): "renewal",
    ("completed", "phase"): "renewal",
    ("participants", "part"): "fair_day",
    ("rate", "definition"): "averaged",
    ("fine", "stage"): "instance",
    ("measure", "part"): "daytime",
    ("released", "variant"): "work",
}
"""The words of a separator where they are those of one predicate."""

_OF_ONE = frozenset({name for _, name in _WORDS_OF} - {"stage"})
"""Separators that have no words for all predicates."""


def separate(
    reading: Reading, draft: Draft, predicate: Predicate, plain: Mapping[str, str]
) -> dict[str, str]:
    """Return the separators that the clause of a date or figure states; `plain` names places alike in all texts."""
    if predicate.value_type not in {"date", "quantity"} or draft.value_item < 0:
        return {}
    found = {}
    if predicate.key == "born" and (birthplace := find_birthplace(reading, draft)):
        found["place"] = plain.get(birthplace.id or "", birthplace.label)
    elif "place" in predicate.separators and (place := find_place(reading, draft, predicate)):
        found["place"] = plain.get(place.id or "", place.label)
    elif predicate.key == "staff" and (site := find_site(reading, draft)):
        found["place"] = site
    if "home" in predicate.separators and (home := find_home(reading, draft)):
        found["home"] = plain.get(home.id or "", home.label)
    for name in predicate.separators:
        if name in draft.qualifiers or name in found:
            continue
        if name in _FINDERS:
            value = _FINDERS[name](reading, draft)
        else:
            value = _find_word(reading, draft, predicate.key, name) if name in _WORDED else None
        if value is not None:
            found[name] = value
    return found


def _find_round(reading: Reading, draft: Draft) -> str | None:
    """Return the round of financing: "Series A", "Seed"."""
    found = _ROUND.search(reading.text, *_get_clause(reading, draft))
    if found is None:
        return None
    return f"Series {found[1].upper()}" if found[1] else "Seed"


def _get_clause(reading: Reading, draft: Draft) -> tuple[int, int]:
    clause = reading.items[get_anchor(reading, draft)].clause
    inside = [item for item in reading.items if item.clause == clause]
    return inside[0].start, inside[-1].end


def _find_per(reading: Reading, draft: Draft) -> str | None:
    """Return for what a price is asked each time: "im Monat", "a year", "jährlich"."""
    items, words = reading.items, list_words("per")
    first = draft.value_item + 1
    for place in range(first, min(len(items), first + _REACH)):
        item = items[place]
        said = words.get(item.low)
        led = items[place - 1].low in _PER and place > first
        if said is not None and (led or item.low.endswith(("lich", "ly"))):
            return said
        if led and items[place - 1].low in _FOR_EACH and item.is_word and item.mention is None:
            return item.low
        if (item.is_mark and item.text != "/") or item.segment != items[draft.value_item].segment:
            return None
    return None


def _find_word(reading: Reading, draft: Draft, predicate: str, name: str) -> str | None:
    """Return what a word of a separator says in the clause of the trigger."""
    table = _WORDS_OF.get((predicate, name))
    if table is None and name in _OF_ONE:
        return None
    if table == "daytime" and draft.qualifiers.get("measure") != "temperature":
        table = "attached"
    if table == "settlement" and _is_greater(reading, draft):
        return "metropolitan"
    words = list_words(table or name)
    beside = reading.items if name == "ballot" else _list_said(reading, draft)
    if table == "counted_parameters":
        beside = _list_around(reading, draft.value_item)
    said = [item.low for item in beside]
    phrases = (" ".join(said[place : place + size]) for size in _SIZES for place in range(len(said)))
    return next((words[phrase] for phrase in phrases if phrase in words), None)


def _list_around(reading: Reading, place: int) -> list[Item]:
    """Return the words around a figure, up to the next figure on either side."""
    figures = [n for n, item in enumerate(reading.items) if item.value is not None]
    first = max((n + 1 for n in figures if n < place), default=0)
    last = min((n for n in figures if n > place), default=len(reading.items))
    return list(reading.items[first:last])


def is_average(reading: Reading, draft: Draft) -> bool:
    """Tell whether a price is the average of the day or week in which it was reported ("im bundesweiten Mittel")."""
    words = list_words("averaged")
    return any(item.low in words for item in _list_said(reading, draft))


def _is_greater(reading: Reading, draft: Draft) -> bool:
    """Tell whether a town is meant with all around it: "Greater Leeds", "der Großraum Leeds"."""
    items = reading.items
    named = [n for n, item in enumerate(items) if item.mention is not None and item.mention is draft.subject]
    return bool(named) and named[0] > 0 and items[named[0] - 1].text in {"Greater", "Metropolitan"}


def _list_said(reading: Reading, draft: Draft) -> list[Item]:
    """Return the clause of the trigger, with what is put in behind a comma ("seasonally adjusted")."""
    clause = reading.items[get_anchor(reading, draft)].clause
    beside = [item for item in reading.items if item.clause == clause + 1]
    aside = len(beside) <= _ASIDE and not any(item.value or item.mention for item in beside)
    return [item for item in reading.items if item.clause == clause] + (beside if aside else [])


def _find_election(reading: Reading, draft: Draft) -> str | None:
    """Return the vote at which a share was won: "bei der Landtagswahl", "in the 2024 election"."""
    items, language = reading.items, reading.language
    for place, item in enumerate(items):
        if item.low not in _AT_ELECTION or item.clause != items[get_anchor(reading, draft)].clause:
            continue
        for number in range(place + 1, min(len(items), place + _REACH + 1)):
            found = items[number]
            if found.mention is not None and found.mention.kind == "event":
                return found.mention.entity.label
            if found.low in language.elections and (language.code == "en" or found.text[0].isupper()):
                return reading.text[
                    items[_skip_article(items, place, reading)].start : _find_end(items, number)
                ]
            if found.is_mark or found.value is not None:
                break
    return None


def _skip_article(items: Sequence[Item], place: int, reading: Reading) -> int:
    return place + 1 + (items[place + 1].low in reading.language.articles)


def _find_end(items: Sequence[Item], noun: int) -> int:
    """Return the end of a vote's name, with the day, year or place that tells it apart ("Wahl am 9. März")."""
    if noun + 1 < len(items) and (year := items[noun + 1].value) is not None and isinstance(year.value, Date):
        return items[noun + 1].end
    if noun + 2 < len(items) and items[noun + 1].low in {"am", "im", "in", "on", "of", "vom"}:
        named = items[noun + 2]
        if named.value is not None or (named.mention is not None and named.mention.kind == "place"):
            return named.end
    return items[noun].end


def _find_ranking(reading: Reading, draft: Draft) -> str | None:
    """Return the list in which a place is held: "in der Fairnesstabelle", "in the league table"."""
    items, heads = reading.items, tuple(list_words("ranking"))
    for place, item in enumerate(items):
        if item.clause != items[get_anchor(reading, draft)].clause or not item.low.endswith(heads):
            continue
        if reading.language.code == "de":
            return item.text
        first = place
        while (
            first and items[first - 1].is_word and items[first - 1].low not in reading.language.function_words
        ):
            first -= 1
        return reading.text[items[first].start : item.end]
    return None


def _find_edition(reading: Reading, draft: Draft) -> str | None:
    """Return the year of what comes back each year, a fair or a festival: two years are two editions."""
    found = reading.items[draft.value_item].value
    named = draft.subject.entity.label.casefold() if draft.subject is not None else ""
    if found is None or not isinstance(found.value, Date) or not _is_yearly(named):
        return None
    bounds = found.value.lo, found.value.hi
    years = {bound.year for bound in bounds if bound is not None}
    return str(years.pop()) if len(years) == 1 and None not in bounds else None


def _is_yearly(name: str) -> bool:
    return any(word.endswith(tuple(list_words("edition"))) for word in name.split())


def _find_segment(reading: Reading, draft: Draft) -> str | None:
    """Return with what a part of the revenue was made: "5 million pounds from vinyl", "mit Kaffeemaschinen"."""
    items, language = reading.items, reading.language
    place = draft.value_item + 1
    if place + 1 >= len(items) or items[place].low not in _MADE_WITH:
        return None
    what = items[place + 1]
    plain = what.is_word and what.value is None and what.mention is None
    if not plain or what.low in language.function_words | language.determiners | _NO_SEGMENTS:
        return None
    return what.low if language.code == "en" or what.text[0].isupper() else None


_MADE_WITH = frozenset({"from", "mit", "aus"})
_NO_SEGMENTS = frozenset(
    {"last", "continuing", "operations", "ordinary", "abstand", "blick", "gewinn", "verlust", "hilfe"}
)


def _find_item(reading: Reading, draft: Draft) -> str | None:
    """Return what was sold, where a figure tells how many."""
    found = find_goods(reading, draft.value_item) if draft.predicate == "sold" else None
    return found[1] if found is not None else None


_FINDERS: Mapping[str, Callable[[Reading, Draft], str | None]] = {
    "round": _find_round,
    "per": _find_per,
    "ranking": _find_ranking,
    "election": _find_election,
    "edition": _find_edition,
    "segment": _find_segment,
    "item": _find_item,
}
_WORDED = frozenset(
    {
        "stage",
        "measure",
        "definition",
        "scope",
        "part",
        "variant",
        "ballot",
        "group",
        "adjustment",
        "tax",
        "phase",
        "offer",
    }
)
"""Separators that a word of `separators.toml` states."""
