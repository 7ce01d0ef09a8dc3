"""What a speech verb reports: the clause behind "dass", an infinitive, an object, or the clause before it."""

from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.speakers import can_speak
from claims.values.value import Date

_THAT_REACH = {"de": 24, "en": 4}
_THAT = {"de": {"dass", "ob", "daß"}, "en": {"that", "whether"}}
_ADVERBS = frozenset(
    [
        "insbesondere",
        "jedoch",
        "aber",
        "especially",
        "auch",
        "also",
        "zudem",
        "erneut",
        "again",
        "dabei",
        "dagegen",
        "hingegen",
        "allerdings",
        "außerdem",
        "dann",
        "später",
        "zugleich",
        "weiter",
        "ferner",
        "unterdessen",
        "gleichzeitig",
        "weiterhin",
        "ebenfalls",
        "indes",
        "nun",
        "zunächst",
        "daraufhin",
        "later",
        "meanwhile",
        "however",
        "instead",
    ]
)
_SETTING = frozenset({"auf", "in", "im", "am", "bei", "beim", "at", "on"})


def find_content(
    reading: Reading, verb: int, particle: int, speaker_at: int, predicate: str
) -> tuple[int, int] | None:
    """Return the characters of what is said, None where the verb reports nothing."""
    items, language = reading.items, reading.language
    framed = _find_framed(reading, verb, speaker_at) if predicate != "said" else None
    if framed is not None:
        return framed
    first = max(verb, particle if speaker_at < particle else verb, speaker_at) + 1
    end = _find_content_end(reading, first)
    that = next((n for n in range(verb + 1, end) if items[n].low in _THAT[language.code]), None)
    if that is not None and language.code == "en" and items[that - 2].low in language.articles:
        that = None
    if that is not None and that - max(verb, speaker_at) < _THAT_REACH[language.code] and that + 1 < end:
        return items[that + 1].start, items[end - 1].end
    if first >= end or not _reports_object(reading, verb, first, end, predicate):
        return _find_content_before(reading, verb, speaker_at)
    if (
        speaker_at > verb
        and first < end
        and items[first].is_mark
        and not _has_infinitive(reading, first, end)
    ):
        return _find_content_before(reading, verb, speaker_at)
    while first < end and (items[first].is_mark or _is_adverbial(reading, first, end)):
        first = _skip_adverbial(reading, first, end)
    least = 1 if predicate == "denied" else 2
    return (items[first].start, items[end - 1].end) if end - first >= least else None


def _find_framed(reading: Reading, verb: int, speaker_at: int) -> tuple[int, int] | None:
    """Return what stands between "hat" and a participle that ends the clause: "hatte die Höchststrafe gefordert"."""
    items, language = reading.items, reading.language
    ends = verb + 1 >= len(items) or items[verb + 1].is_mark or items[verb + 1].low in language.joiners
    if language.code != "de" or not ends or not items[verb].low.endswith(("t", "en")):
        return None
    have = next(
        (
            n
            for n in range(verb - 1, -1, -1)
            if items[n].low in _HAVE and items[n].clause == items[verb].clause
        ),
        None,
    )
    if have is None or speaker_at < 0 or speaker_at > verb:
        return None
    if verb + 1 < len(items) and any(item.low in _THAT["de"] | {"zu"} for item in items[verb + 1 :]):
        return None
    first = max(have, speaker_at) + 1
    while first < verb and _is_adverbial(reading, first, verb):
        first = _skip_adverbial(reading, first, verb)
    return (items[first].start, items[verb - 1].end) if verb - first >= 2 else None


_HAVE = frozenset({"hat", "haben", "hatte", "hatten", "habe"})


def _reports_object(reading: Reading, verb: int, first: int, end: int, predicate: str) -> bool:
    """Tell whether what follows the verb is what was said, though no "dass" leads to it."""
    low, language = reading.items[verb].low, reading.language
    if low in language.evidence or (low in _APPOINTING and _is_person_next(reading, first)):
        return False
    if predicate != "said" or low in language.stance or _has_subjunctive(reading, first, end):
        return True
    if low in language.announcing:
        return _has_infinitive(reading, first, end)
    start = first
    while language.code == "en" and start < end and _is_adverbial(reading, start, end):
        start = _skip_adverbial(reading, start, end)
    plain = start < end and reading.items[start].low not in language.prepositions and first == verb + 1
    return low in language.plain_saying and plain and end - start >= 3


_APPOINTING = frozenset({"confirmed", "confirms", "bestätigte", "bestätigt", "bestätigten"})


def _is_person_next(reading: Reading, first: int) -> bool:
    """Tell whether the verb has a person for its object ("confirmed Maria Delgado as …")."""
    mention = reading.items[first].mention if first < len(reading.items) else None
    return mention is not None and mention.kind == "person"


def _find_content_before(reading: Reading, verb: int, speaker_at: int) -> tuple[int, int] | None:
    """Return the clause before ", sagte X" if it is in reported speech ("Die Lage sei ernst, sagte X")."""
    items, language = reading.items, reading.language
    before = [n for n in range(verb) if items[n].clause < items[verb].clause]
    opening = next((item.low for item in items if item.clause == items[verb].clause and item.is_word), "")
    near = opening == "wie" or any(items[n].text == "," for n in range(max(0, verb - 4), verb))
    if len(before) < 4 or not near:
        return None
    last = before[-1] - (1 if items[before[-1]].is_mark else 0)
    reported = (
        language.code == "en"
        or opening == "wie"
        or (speaker_at > verb and items[verb - 1].text == ",")
        or any(items[n].low in language.subjunctive for n in before)
    )
    own = any(can_speak(items[n]) and n > last for n in range(verb))
    return (items[0].start, items[last].end) if reported and (own or language.code == "de") else None


def _find_content_end(reading: Reading, first: int) -> int:
    """Return the item behind the reported content: the next speech verb's clause, or the sentence's end."""
    items, language = reading.items, reading.language
    end = len(items)
    while end > first and items[end - 1].is_mark:
        end -= 1
    for number in range(first + 2, end):
        joined = items[number - 1].low in {"und", "and", "aber"} or items[number - 1].text == ","
        if joined and any(items[number].low in forms for forms in language.saying.values()):
            end = number - 1
            break
    while end > first and (items[end - 1].is_mark or items[end - 1].low in {"und", "and"}):
        end -= 1
    return end


def _has_infinitive(reading: Reading, first: int, end: int) -> bool:
    return any(
        item.low in {"zu", "to", "plans"} or _is_joined_infinitive(item.low)
        for item in reading.items[first:end]
    )


def _is_joined_infinitive(low: str) -> bool:
    """Tell whether a word is an infinitive with its "zu" inside ("klarzustellen")."""
    return "zu" in low[2:-4] and low.endswith("en")


def _has_subjunctive(reading: Reading, first: int, end: int) -> bool:
    return any(item.low in reading.language.subjunctive for item in reading.items[first:end])


def _is_adverbial(reading: Reading, first: int, end: int) -> bool:
    """Tell whether an addition of place or time stands before what is said ("auf dem Gipfel in Paris")."""
    item = reading.items[first]
    dated = item.value is not None and isinstance(item.value.value, Date)
    return dated or item.low in _ADVERBS or (item.low in _SETTING and first + 1 < end)


def _skip_adverbial(reading: Reading, first: int, end: int) -> int:
    items = reading.items
    if items[first].low not in reading.language.prepositions:
        return first + 1
    for place in range(first + 1, end):
        item = items[place]
        if item.mention or item.value or item.is_mark or (item.is_word and item.text[0].isupper()):
            return place + 1
    return end
