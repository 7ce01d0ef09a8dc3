"""Whether a clause is about its trigger itself ("Der Umsatz stieg") or about another noun that it begins with.

Only where no other noun opens it may its subject be a name from the sentences before.
"""

from collections.abc import Collection

from claims.suggest.sentence.reading import Reading
from claims.values.value import Date

_BEHIND_VERB = frozenset(
    {"about", "around", "some", "nearly", "almost", "roughly", "more", "less", "at", "up", "only"}
)
"""What stands between an English verb and its figure, but not behind a noun that is the subject."""
_COUNTS = frozenset({"zahl", "anzahl", "summe", "höhe", "number", "total"})
"""Nouns that only lead to what is counted: "die Zahl der Beschäftigten"."""
_WORKS = frozenset({"bau", "bauarbeiten", "arbeiten", "umbau", "sanierung", "construction", "work", "works"})
"""What is done to a building: "der Bau begann" is said of the building spoken of."""


def opens_with(reading: Reading, first: int, last: int, kinds: Collection[str]) -> bool:
    """Tell whether the trigger itself is what its clause is about ("Der Umsatz stieg"), and no other noun is."""
    items, language = reading.items, reading.language
    start = next(n for n, item in enumerate(items) if item.clause == items[first].clause)
    if _adds_to_unknown(reading, start) or (items[start].low in _WORKS and _is_on_part(reading, start)):
        return False
    while start < first and (items[start].is_mark or items[start].low in language.subordinators):
        start += 1
    noun = _find_opening_noun(reading, start, first, last)
    opens = (
        first == start and items[first].low.endswith(("t", "en")) and is_passive(reading, items[first].clause)
    )
    small = items[first].text[0].islower() or opens
    if language.code == "de" and small and (noun is None or noun > first or opens):
        return "incident" in kinds or not _has_noun_behind(reading, first, last)
    if noun is not None and items[noun].low in _WORKS and "building" in kinds:
        return True
    counted = noun is not None and noun > 0 and items[noun - 1].value is not None and "incident" in kinds
    return noun is None or noun >= first or items[noun].low in _COUNTS or counted


def _adds_to_unknown(reading: Reading, start: int) -> bool:
    """Tell whether an English clause tells more of a name that nobody knows ("The 28-year-old Seles, ranked eighth, …")."""
    items = reading.items
    opened = next((n for n in range(start, max(-1, start - 2), -1) if items[n].text in {",", "("}), 0)
    if reading.language.code != "en" or opened < 2:
        return False
    named = items[opened - 1]
    return named.is_word and named.mention is None and named.text[0].isupper()


def _is_on_part(reading: Reading, noun: int) -> bool:
    """Tell whether work is done to what belongs to the thing spoken of ("construction of its tram lane")."""
    behind = {item.low for item in reading.items[noun + 1 : noun + 3]}
    return bool(behind & {"its", "their", "seiner", "seines", "seinem", "ihrer", "ihres", "ihrem"})


def is_passive(reading: Reading, clause: int) -> bool:
    """Tell whether a clause may be passive: one with an auxiliary of the passive, in English any."""
    words = {item.low for item in reading.items if item.clause == clause}
    return bool(words & reading.language.passives) or reading.language.code == "en"


def _has_noun_behind(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a German verb has its subject behind it ("Nach dem Krieg gründeten Sänger …")."""
    items, led = reading.items, False
    for place in range(first + 1, len(items)):
        item = items[place]
        if item.is_mark or item.clause != items[first].clause:
            return False
        if item.is_word and item.low in reading.language.prepositions:
            led = True
        elif item.value is not None and isinstance(item.value.value, Date):
            led = False
        elif item.is_word and item.text[0].isupper() and place != last:
            if not led:
                return True
            led = False
    return False


def _find_opening_noun(reading: Reading, start: int, first: int, last: int) -> int | None:
    """Return the first noun of a clause that stands behind no preposition."""
    items, language = reading.items, reading.language
    led = False
    for place in range(start, last + 1):
        item = items[place]
        if not item.is_word or item.low in language.determiners:
            led = led and not item.is_mark
            continue
        if item.low in language.prepositions:
            led = True
            continue
        is_noun = (
            item.text[0].isupper() if language.code == "de" else _is_english_noun(reading, place, first, last)
        )
        if (
            is_noun
            and not led
            and (place > start or language.code == "en" or item.low not in language.function_words)
        ):
            return place
        led = led and not is_noun
    return None


def _is_english_noun(reading: Reading, place: int, first: int, last: int) -> bool:
    """Tell whether a word ends a noun phrase: a verb, an auxiliary or the trigger stands behind it."""
    items, language = reading.items, reading.language
    item = items[place]
    if item.low in language.function_words or item.low.endswith("ly") or place + 1 >= len(items):
        return False
    following = items[place + 1]
    if item.descriptor is not None and items[place - 1].low in language.articles and following.is_word:
        return following.descriptor is None and following.low not in {"of", "'"}
    if place + 1 == first < last and item.text[0].islower():
        return True  # "before recovery gets underway"
    if place + 1 == last:
        behind = items[last + 1] if last + 1 < len(items) else following
        return behind.value is not None or behind.low in _BEHIND_VERB
    auxiliary = following.low in language.function_words - language.determiners - language.prepositions
    return auxiliary or following.low.endswith("ed")
