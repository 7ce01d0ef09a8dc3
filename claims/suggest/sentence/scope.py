"""Whether a claim is asserted or denied, happened or planned, certain or hedged."""

import re
from functools import cache

from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.words.language import Language
from claims.values.value import Date, Value

_NEAR = 3
_LACKING = frozenset({"ohne", "without"})


def is_negated(reading: Reading, anchor: int, value: int) -> bool:
    """Tell whether a negation stands in the trigger's stretch or just before the value.

    "nicht nur" and its like do not count. A correction ("nicht X, sondern Y") denies only what stands
    before it: the value behind "sondern" is asserted.
    """
    items, language = reading.items, reading.language
    if value >= 0 and _is_corrected_by(reading, value):
        return False
    corrected = value >= 0 and _is_corrected(reading, value)
    segments = {items[anchor].segment}
    if value >= 0 and items[value].clause == items[anchor].clause:
        segments.add(items[value].segment)
    for place, item in enumerate(items):
        if not item.is_word or item.low not in language.negations or _is_no_negation(items, place, language):
            continue
        if item.low in _LACKING and not place < value <= place + _NEAR:
            continue  # "ends without deal": only what stands right behind is denied
        if corrected and place < value <= place + _NEAR + 2:
            return True
        if item.segment in segments and not _denies_another(reading, place, value):
            return True
    return _has_contracted_not(items, segments)


def _has_contracted_not(items: list[Item], segments: set[int]) -> bool:
    """Find "wasn't" and its like, which are cut into three items."""
    for place in range(2, len(items)):
        near = items[place - 1].text in {"'", "’"} and items[place].low == "t"
        if near and items[place - 2].low.endswith("n") and items[place].segment in segments:
            return True
    return False


def _is_no_negation(items: list[Item], place: int, language: Language) -> bool:
    pair = " ".join(item.low for item in items[place : place + 2])
    triple = " ".join(item.low for item in items[place : place + 3])
    return pair in language.no_negations or triple in language.no_negations


def _denies_another(reading: Reading, place: int, value: int) -> bool:
    """Tell whether the negation at `place` stands directly before another value than the one asked for."""
    near = range(place + 1, min(len(reading.items), place + _NEAR + 1))
    others = [n for n in near if reading.items[n].value is not None]
    return bool(others) and value >= 0 and value not in others and reading.items[value].value is not None


def _find_correction(reading: Reading) -> int | None:
    language = reading.language
    denied = any(item.low in language.negations for item in reading.items if item.is_word)
    if not denied:
        return None
    for place, item in enumerate(reading.items):
        follows_comma = place > 0 and reading.items[place - 1].text == ","
        if item.low in language.corrections and (follows_comma or language.code == "en"):
            return place
    return None


def _is_corrected(reading: Reading, value: int) -> bool:
    place = _find_correction(reading)
    return place is not None and value < place


def _is_corrected_by(reading: Reading, value: int) -> bool:
    place = _find_correction(reading)
    return place is not None and place < value <= place + _NEAR + 2


def get_modality(reading: Reading, anchor: int) -> str:
    """Return "planned", "alleged", "estimated" or "happened" for the stretch of item `anchor`."""
    items, language = reading.items, reading.language
    if language.code == "en" and _is_perfect([item.low for item in items[max(0, anchor - 3) : anchor]]):
        return "happened"
    clause = [
        item
        for place, item in enumerate(items)
        if item.segment == items[anchor].segment and not _only_describes(reading, place, anchor)
    ]
    words = [item.low for item in clause if item.is_word]
    words = _list_modal_before(items, anchor, language) + words if _is_infinitive(words, language) else words
    have = set(words)
    if have & language.alleged or _has_phrase(words, language.alleged):
        return "alleged"
    if have & language.shall and _ends_in_perfect(words, language):
        return "alleged"
    if have & language.plans or _has_phrase(words, language.plans) or have & _list_foreseeing(language):
        return "planned"
    if _is_future(words, language):
        return "planned"
    return "estimated" if have & language.estimates else "happened"


def _is_perfect(before: list[str]) -> bool:
    """Tell whether the words before a verb make it done ("X has announced that it will …"), whatever is said of it."""
    if before and (before[-1].endswith("ly") or before[-1] in {"already", "now", "also"}):
        before = before[:-1]
    return (
        bool(before)
        and before[-1] in {"has", "have", "had"}
        and before[-2:-1] not in (["to"], ["will"], ["should"])
    )


_PLANNED = frozenset(
    {"geplante", "geplanten", "geplanter", "geplantes", "anvisierte", "anvisierten", "planned"}
)


def _only_describes(reading: Reading, place: int, anchor: int) -> bool:
    """Tell whether "geplant" only describes a noun that the claim is not about ("protested against a planned mine")."""
    items, language = reading.items, reading.language
    if items[place].low not in _PLANNED or place < anchor:
        return False
    before = items[place - 1].low if place else ""
    return before in language.determiners or items[place].low.endswith(("e", "en", "er", "es"))


def _is_infinitive(words: list[str], language: Language) -> bool:
    """Tell whether a German stretch has only an infinitive, so that its verb stands before "und"."""
    if language.code != "de" or not words or not words[-1].endswith("en"):
        return False
    return not set(words[:-1]) & (language.unknown_verbs | language.unknown_plurals)


def _list_modal_before(items: list[Item], anchor: int, language: Language) -> list[str]:
    """Return the modal verb of the stretches before in the clause: "soll im Mai kommen und 480 Euro kosten"."""
    before = [i for i in items if i.clause == items[anchor].clause and i.segment < items[anchor].segment]
    return [item.low for item in before if item.low in language.shall or item.low in language.future]


@cache
def _list_foreseeing(language: Language) -> frozenset[str]:
    """Return the verbs by which somebody foresees a figure ("rechnet mit einem Umsatz von")."""
    told = {"warnte", "warnten", "warnt", "warnen", "warned", "warns", "sieht", "sagte", "schätzt"}
    return frozenset(language.saying["predicted"]) - told


def _ends_in_perfect(words: list[str], language: Language) -> bool:
    """Tell whether "soll" reports ("soll … entwickelt haben") and does not plan."""
    if len(words) < 2 or words[-1] not in language.shall_have:
        return False
    return words[-1] == "haben" or words[-2].endswith(("t", "en"))


def _is_future(words: list[str], language: Language) -> bool:
    if _has_phrase(words, language.future) and language.code == "en":
        return True
    if language.code == "en" or not set(words) & language.future or set(words) & language.not_future:
        return False
    return (
        words[-1].endswith("en")
        and words[-1] not in language.future | {"worden"}
        and not words[-1].startswith("ge")
    ) or (words[-1] == "werden" and "wird" in words)


def _has_phrase(words: list[str], phrases: frozenset[str]) -> bool:
    """Tell whether any of the phrases stands among the words in order."""
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)


def is_told_as_past(reading: Reading, anchor: int, value: Value | None) -> bool:
    """Tell whether the stretch of item `anchor` reports a day of a named year as gone by: "was released on …"."""
    items = reading.items
    words = {item.low for item in items if item.segment == items[anchor].segment and item.is_word}
    return isinstance(value, Date) and bool(_YEAR.search(value.text)) and bool(words & reading.language.past)


_YEAR = re.compile(r"\b\d{4}\b")


def is_hedged(reading: Reading, anchor: int) -> bool:
    """Tell whether the clause of item `anchor` takes itself back ("könnte", "reportedly")."""
    items, hedges = reading.items, reading.language.hedges
    return any(item.low in hedges for item in items if item.clause == items[anchor].clause and item.is_word)
