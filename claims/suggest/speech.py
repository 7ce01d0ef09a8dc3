"""Speech verbs and what they report: a clause with "dass", an infinitive, an object, or a quotation."""

from dataclasses import dataclass

from claims.suggest.mention import Mention
from claims.suggest.reading import Reading
from claims.suggest.speakers import can_speak, find_publisher, find_speaker, find_unnamed
from claims.suggest.triggers import ends_clause
from claims.values.value import Date

_PARTICLE_REACH = 16
_THAT_REACH = {"de": 24, "en": 4}
_QUOTES = {"„": '“”"', "“": '”"', '"': '"', "»": "«", "«": "»"}
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


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech act: its predicate, verb item, speaker, and the characters of what is reported."""

    predicate: str
    verb: int
    speaker: Mention | None
    speaker_at: int
    content: tuple[int, int]
    voice: str
    unnamed: str | None = None


def find_speech(reading: Reading) -> list[Speech]:
    """Return the speech acts of a sentence in order; a second verb takes over the speaker of the first."""
    acts: list[Speech] = []
    quoted = find_quotation(reading)
    for verb, item in enumerate(reading.items):
        if not item.is_word or (quoted and quoted[0] <= item.start < quoted[1]):
            continue
        found = _read_verb(reading, verb)
        if found is None:
            continue
        act = _read_act(reading, verb, found, acts[-1] if acts else None, quoted)
        if act is not None:
            acts.append(act)
    return acts or _find_according(reading)


def find_quotation(reading: Reading) -> tuple[int, int] | None:
    """Return the characters inside the first quotation of at least three words, None if there is none."""
    text, position = reading.text, reading.start
    while position < reading.end:
        closing = _QUOTES.get(text[position])
        if closing is not None:
            ends = [at for mark in closing if (at := text.find(mark, position + 1, reading.end)) >= 0]
            if not ends:
                return None
            if text.count(" ", position, min(ends)) >= 2:
                return position + 1, min(ends)
            position = min(ends)
        position += 1
    return None


def _read_verb(reading: Reading, verb: int) -> tuple[str, int] | None:
    """Return the predicate of the speech verb at item `verb`, and the item of its particle or itself."""
    low, language = reading.items[verb].low, reading.language
    for predicate in ("denied", "predicted", "demanded", "criticised", "said"):
        forms = language.saying[predicate]
        if low not in forms or (predicate == "predicted" and _is_passive(reading, verb)):
            continue
        particle = forms[low]
        if particle is None:
            return predicate, verb
        place = _find_particle(reading, verb, particle)
        if place is not None:
            return predicate, place
    return None


def _is_passive(reading: Reading, verb: int) -> bool:
    """Tell whether somebody unnamed expects ("X is expected to", "von X wird erwartet")."""
    items, passives = reading.items, reading.language.passives
    if reading.language.code == "en":
        return any(items[n].low in passives for n in range(max(0, verb - 2), verb))
    clause = {item.low for item in items if item.clause == items[verb].clause}
    return items[verb].low == "erwartet" and bool(clause & passives)


def _find_particle(reading: Reading, verb: int, particle: str) -> int | None:
    for place in range(verb + 1, min(len(reading.items), verb + _PARTICLE_REACH)):
        item = reading.items[place]
        if item.low == particle and (reading.language.code == "en" or ends_clause(reading, place)):
            return place
        if item.is_mark and item.text in ";:":
            return None
    return None


def _read_act(
    reading: Reading, verb: int, found: tuple[str, int], before: Speech | None, quoted: tuple[int, int] | None
) -> Speech | None:
    predicate, particle = found
    language, low = reading.language, reading.items[verb].low
    speaker_at = find_publisher(reading, verb)
    speaker_at = speaker_at if speaker_at >= 0 else find_speaker(reading, verb)
    speaker = reading.items[speaker_at].mention if speaker_at >= 0 else None
    if before is not None and before.verb < speaker_at < verb and _continues(reading, before.verb, verb):
        speaker, speaker_at = None, -1
    unnamed = find_unnamed(reading, verb) if speaker is None else None
    if speaker is None and unnamed is None and before is not None and _continues(reading, before.verb, verb):
        speaker, speaker_at, unnamed = before.speaker, before.speaker_at, before.unnamed
    if speaker is None and unnamed is None:
        return None
    if speaker_at > verb and predicate == "demanded" and _find_particle(reading, verb, "auf") is not None:
        return None
    if low in language.evidence and speaker is not None and speaker.kind == "place":
        return None
    if quoted is not None and _is_beside(reading, verb, quoted):
        return Speech(predicate, verb, speaker, speaker_at, quoted, "quote", unnamed)
    if _is_parenthetical(reading, verb):
        return Speech(predicate, verb, speaker, speaker_at, (reading.start, reading.end), "indirect", unnamed)
    behind = max(verb, particle if reading.language.code == "de" else verb)
    content = _find_content(reading, verb, behind, speaker_at, predicate)
    return Speech(predicate, verb, speaker, speaker_at, content, "indirect", unnamed) if content else None


def _is_parenthetical(reading: Reading, verb: int) -> bool:
    """Tell whether the verb and its speaker stand between commas (", he added,"), or behind "wie"."""
    items = reading.items
    inside = [n for n, item in enumerate(items) if item.clause == items[verb].clause and not item.is_mark]
    closed = inside[-1] + 1 < len(items) and items[inside[-1] + 1].text == "," and inside[-1] + 2 < len(items)
    opened = inside[0] > 0 and items[inside[0] - 1].text == ","
    led = reading.language.code == "en" or items[inside[0]].low in {"wie", "so"}
    return opened and closed and len(inside) <= 4 and led


def _is_beside(reading: Reading, verb: int, quoted: tuple[int, int]) -> bool:
    item = reading.items[verb]
    between = (quoted[1], item.start) if item.start >= quoted[1] else (item.end, quoted[0])
    return between[1] - between[0] < 120 and ";" not in reading.text[between[0] : between[1]]


def _continues(reading: Reading, earlier: int, verb: int) -> bool:
    """Tell whether the verb is joined to an earlier one ("kritisierte … und betonte")."""
    near = reading.items[max(earlier, verb - 3) : verb]
    return any(item.low in {"und", "and", "but", "aber"} or item.text == "," for item in near)


def _find_content(
    reading: Reading, verb: int, particle: int, speaker_at: int, predicate: str
) -> tuple[int, int] | None:
    """Return the characters of what is said, None where the verb reports nothing."""
    items, language = reading.items, reading.language
    first = max(verb, particle if speaker_at < particle else verb, speaker_at) + 1
    end = _find_content_end(reading, first)
    that = next((n for n in range(verb + 1, end) if items[n].low in _THAT[language.code]), None)
    if that is not None and language.code == "en" and items[that - 2].low in language.articles:
        that = None
    if that is not None and that - max(verb, speaker_at) < _THAT_REACH[language.code] and that + 1 < end:
        return items[that + 1].start, items[end - 1].end
    if not _reports_object(reading, verb, first, end, predicate):
        return _find_content_before(reading, verb)
    if (
        speaker_at > verb
        and first < end
        and items[first].is_mark
        and not _has_infinitive(reading, first, end)
    ):
        return _find_content_before(reading, verb)
    while first < end and (items[first].is_mark or _is_adverbial(reading, first, end)):
        first = _skip_adverbial(reading, first, end)
    return (items[first].start, items[end - 1].end) if end - first >= 2 else None


def _reports_object(reading: Reading, verb: int, first: int, end: int, predicate: str) -> bool:
    """Tell whether what follows the verb is what was said, though no "dass" leads to it."""
    low, language = reading.items[verb].low, reading.language
    if low in language.evidence:
        return False
    if predicate != "said" or low in language.stance or _has_subjunctive(reading, first, end):
        return True
    if low in language.announcing:
        return _has_infinitive(reading, first, end)
    plain = first < end and reading.items[first].low not in language.prepositions and first == verb + 1
    return low in language.plain_saying and plain and end - first >= 4


def _find_content_before(reading: Reading, verb: int) -> tuple[int, int] | None:
    """Return the clause before ", sagte X" if it is in reported speech ("Die Lage sei ernst, sagte X")."""
    items, language = reading.items, reading.language
    before = [n for n in range(verb) if items[n].clause < items[verb].clause]
    if len(before) < 4 or not any(items[n].text == "," for n in range(max(0, verb - 4), verb)):
        return None
    last = before[-1] - (1 if items[before[-1]].is_mark else 0)
    opening = next((item.low for item in items if item.clause == items[verb].clause and item.is_word), "")
    reported = (
        language.code == "en" or opening == "wie" or any(items[n].low in language.subjunctive for n in before)
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


def _find_according(reading: Reading) -> list[Speech]:
    """Read "laut X", "nach Angaben von X", "according to X": the rest of the sentence is what X says."""
    items = reading.items
    for place, item in enumerate(items):
        pair = f"{item.low} {items[place + 1].low}" if place + 1 < len(items) else item.low
        if item.low not in reading.language.according and pair not in reading.language.according:
            continue
        near = [*range(place + 1, min(len(items), place + 7))]
        if item.low == "zufolge":
            near = [place - 1]
        for number in near:
            if number >= 0 and can_speak_at_all(reading, number):
                return [
                    Speech(
                        "said", place, items[number].mention, number, (reading.start, reading.end), "indirect"
                    )
                ]
    return []


def can_speak_at_all(reading: Reading, number: int) -> bool:
    """Tell whether an item names a possible source, in whatever case."""
    mention = reading.items[number].mention
    return (
        mention is not None and mention.kind in {"person", "organisation", "place"} and not mention.modifies
    )
