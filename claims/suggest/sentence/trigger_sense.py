"""Whether the words of a trigger say what it announces, or only look like it."""

from claims.suggest.sentence.patterns import leads_to_name
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.triggers import Hit
from claims.values.value import Quantity


def is_again(reading: Reading, hit: Hit) -> bool:
    """Tell whether it happened anew, so that it is not when it happened ("1948 neu gegründet")."""
    items = reading.items
    before = items[hit.last - 1].low if hit.last else ""
    behind = items[hit.last + 1].low if hit.last + 1 < len(items) else ""
    rest = [
        item.low for item in items[hit.last :] if item.segment == items[hit.last].segment and item.is_word
    ]
    return (
        before in {"neu", "wieder", "erneut"} or behind == "again" or "anew" in rest or rest[-1:] == ["neu"]
    )


def is_of_another(reading: Reading, place: int, hit: Hit) -> bool:
    """Tell whether "death of" leads to somebody else than the name ("over the death of a patient")."""
    items = reading.items
    if items[hit.last].low not in {"of", "von"} or hit.first == hit.last:
        return False
    between = items[hit.last + 1 : place] if place > hit.last else None
    return between is None or not all(leads_to_name(item, reading.language) for item in between)


def is_lift_off(reading: Reading, hit: Hit) -> bool:
    """Tell whether what is launched flies ("the shuttle will launch on April 29"): nothing comes out then."""
    near = (item.low for item in reading.items if item.clause in _list_clauses(reading, hit))
    return "launch" in hit.trigger.text.lower() and any(
        word in _CRAFT for low in near for word in low.split()
    )


def _list_clauses(reading: Reading, hit: Hit) -> set[int]:
    """Return the clause of a trigger and the one before, whose noun a relative clause is about."""
    clause = reading.items[hit.first].clause
    return {clause, clause - 1}


_CRAFT = frozenset(
    {
        "shuttle",
        "rocket",
        "spacecraft",
        "satellite",
        "satellites",
        "probe",
        "orbiter",
        "rover",
        "capsule",
        "flight",
    }
    | {
        "raumfähre",
        "rakete",
        "satellit",
        "satelliten",
        "sonde",
        "raumsonde",
        "kapsel",
        "missile",
        "torpedo",
        "boat",
    }
)


_STRUCK = frozenset({"killed", "killing", "kills", "murdered", "murdering", "assassinated", "executed"})
_TO_STRIKE = frozenset({"was", "were", "been", "being", "be", "is", "are", "got"})
_REACH = 4


def strikes_another(reading: Reading, hit: Hit) -> bool:
    """Tell whether who is named killed somebody and did not die ("groups, who killed two dozen people")."""
    items, word = reading.items, reading.items[hit.last]
    if hit.trigger.predicate.key != "died" or word.low not in _STRUCK or hit.last + 1 >= len(items):
        return False
    before = items[max(0, hit.last - _REACH) : hit.last]
    if any(item.low in _TO_STRIKE and item.clause == word.clause for item in before):
        return False
    struck = items[hit.last + 1]
    whom = struck.low in reading.language.determiners or struck.mention is not None
    counted = struck.value is not None and isinstance(struck.value.value, Quantity)
    return whom or counted


_OPENING_ACTS = frozenset({"of", "on", "in", "at", "ceremony", "day", "night", "date", "hours"})


def only_describes(reading: Reading, hit: Hit) -> bool:
    """Tell whether "opening" only says which of several a thing is ("their opening match at the Cup")."""
    items = reading.items
    if items[hit.last].low != "opening" or hit.last + 1 >= len(items):
        return False
    behind = items[hit.last + 1]
    noun = behind.is_word and behind.text[0].islower() and behind.low not in _OPENING_ACTS
    return noun and behind.low not in reading.language.function_words | reading.language.prepositions


_OVER = frozenset(
    {"into", "over", "about", "following", "after", "against", "nach", "wegen", "über", "trotz"}
)


def is_in_passing(reading: Reading, hit: Hit, date: int) -> bool:
    """Tell whether a noun only says what something is about, and the day is that of the verb before it.

    "An inquiry will begin this morning into the collapse of the insurer."
    """
    items = reading.items
    if hit.first < 2 or items[hit.first - 1].low not in reading.language.articles:
        return False
    between = items[hit.last + 1 : date]
    beside = 0 < date - hit.last <= _BESIDE and not any(item.low in _VERBS for item in between)
    return not beside and items[hit.first - 2].low in _OVER


_BESIDE = 7
_VERBS = frozenset(
    {"will", "would", "was", "were", "is", "are", "has", "had", "wird", "wurde", "ist", "hat", ","}
)
