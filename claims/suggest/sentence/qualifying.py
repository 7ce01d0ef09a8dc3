"""What stands beside a figure and makes it another question: the measure, the segment, daily or monthly users."""

import itertools

from claims.suggest.sentence.placing import list_words
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.triggers import Hit
from claims.suggest.words.language import Language

_SEGMENT_LEADS = frozenset({"mit", "im", "with", "from", "in"})
_LONGEST_SEGMENT = 4


def qualify(reading: Reading, hit: Hit, place: int, dimension: str) -> dict[str, str]:
    """Return the separators that stand beside the figure at item `place`, and the measure that its unit tells."""
    separators = hit.trigger.predicate.separators
    qualifiers: dict[str, str] = {}
    if "metric" in separators:
        words = {item.low for item in reading.items if item.clause == reading.items[place].clause}
        metric = next((key for key, forms in _METRICS.items() if words & forms), _find_rhythm(reading, place))
        qualifiers |= {"metric": metric} if metric else {}
    if "measure" in separators:
        measure = get_measure(hit, reading.language) or (
            dimension if dimension in {"temperature", "speed"} else None
        )
        qualifiers |= {"measure": measure} if measure else {}
    if "benchmark" in separators:
        benchmark = _find_benchmark(reading, place)
        qualifiers |= {"benchmark": benchmark} if benchmark else {}
    if "severity" in separators:
        severity = _find_severity(reading, place)
        qualifiers |= {"severity": severity} if severity else {}
    if "segment" in separators:
        segment = _find_segment(reading, hit)
        qualifiers |= {"segment": segment} if segment else {}
    return qualifiers


def get_measure(hit: Hit, language: Language) -> str | None:
    """Return which measure or rate the trigger's words name ("height", "inflation"), None if none does."""
    words = hit.trigger.text.lower().split()
    return next((language.measures[word] for word in words if word in language.measures), None)


def _find_severity(reading: Reading, place: int) -> str | None:
    """Return how badly those counted at item `place` were hurt, as the words behind it say: "drei schwer"."""
    words, segment = list_words("severity"), reading.items[place].segment
    behind = (item.low for item in reading.items[place + 1 :] if item.segment == segment)
    return next((words[low] for low in behind if low in words), None)


_METRICS = {
    "daily": {"täglich", "tägliche", "täglichen", "täglicher", "daily"},
    "weekly": {"wöchentlich", "wöchentliche", "wöchentlichen", "wöchentlicher", "weekly"},
    "monthly": {"monatlich", "monatliche", "monatlichen", "monatlicher", "monthly"},
    "registered": {"registrierte", "registrierten", "registrierter", "registered"},
    "downloads": {"downloads", "download"},
}


_RHYTHMS = {
    "monat": "monthly",
    "month": "monthly",
    "woche": "weekly",
    "week": "weekly",
    "tag": "daily",
    "day": "daily",
}
_LEADS = frozenset({"im", "pro", "am", "a", "per", "each", "every", "in der"})
_RHYTHM_REACH = 6


def _find_rhythm(reading: Reading, place: int) -> str | None:
    """Return how often who is counted at item `place` comes: "3 Millionen Nutzer im Monat"."""
    near = reading.items[place : place + _RHYTHM_REACH]
    for before, item in itertools.pairwise(near):
        if item.low in _RHYTHMS and before.low in _LEADS:
            return _RHYTHMS[item.low]
    return None


def _find_benchmark(reading: Reading, place: int) -> str | None:
    """Return the name of a benchmark written in capitals near the figure ("MMLU")."""
    near = reading.items[max(0, place - 8) : place + 9]
    for item in near:
        letters = item.text.replace("-", "")
        if not item.value and len(letters) > 2 and letters.isupper() and letters.isalnum():
            return item.text
    return None


def _find_segment(reading: Reading, hit: Hit) -> str | None:
    """Return of which part of the business the figure is: "Umsatz mit Cloud-Diensten", "sales from games"."""
    items, language = reading.items, reading.language
    first = hit.last + 1
    if first + 1 >= len(items) or items[first].low not in _SEGMENT_LEADS:
        return None
    for place in range(first + 1, min(len(items), first + 1 + _LONGEST_SEGMENT)):
        item = items[place]
        if not item.is_word or item.low in language.prepositions or item.stem in _TIMES:
            return None
        if language.code == "de" and item.text[0].isupper():
            return reading.text[items[first + 1].start : item.end]
        following = items[place + 1] if place + 1 < len(items) else None
        if language.code == "en" and (following is None or not following.is_word or following.low.endswith("ed")
                                      or following.low in language.function_words):  # fmt: skip
            return reading.text[items[first + 1].start : item.end]
    return None


_TIMES = frozenset(
    {"quartal", "jahr", "monat", "vorjahr", "geschäftsjahr", "zeitraum", "year", "quarter", "month", "period"}
)
