"""Who says what: speech verbs, their speakers, and the words or content that they report."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.suggest.draft import Draft
from claims.suggest.language import Language
from claims.suggest.mention import Mention
from claims.suggest.reading import Item, Reading
from claims.values.value import EntityValue, StringValue

_SPEAKERS = ("person", "organisation", "place")
_PARTICLE_REACH = 16
_QUOTES = {"„": "“”\"", "“": "”\"", '"': '"', "»": "«", "«": "»"}
_THAT = {"de": {"dass", "ob", "daß"}, "en": {"that", "whether"}}
_SCORE = {"said": 0.72, "demanded": 0.74, "criticised": 0.76, "predicted": 0.66, "denied": 0.74}


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
    for place, item in enumerate(reading.items):
        if not item.is_word:
            continue
        predicate = _read_verb(reading, place)
        if predicate is None or (quoted and quoted[0] <= item.start < quoted[1]):
            continue
        act = _read_act(reading, place, predicate, acts[-1] if acts else None, quoted)
        if act is not None:
            acts.append(act)
    return acts or _find_according(reading)


def find_quotation(reading: Reading) -> tuple[int, int] | None:
    """Return the characters inside the first quotation of at least three words, if it is closed or runs on."""
    text, position = reading.text, reading.start
    while position < reading.end:
        closing = _QUOTES.get(text[position])
        if closing is not None:
            behind = next((n for n in range(position + 1, reading.end) if text[n] in closing), -1)
            if behind < 0:
                return None
            if text.count(" ", position, behind) >= 2:
                return position + 1, behind
            position = behind
        position += 1
    return None


def _read_verb(reading: Reading, place: int) -> str | None:
    """Return the predicate of the speech verb at `place`, its particle found where it needs one."""
    low, language = reading.items[place].low, reading.language
    for predicate in ("denied", "predicted", "demanded", "criticised", "said"):
        forms = language.saying[predicate]
        if low not in forms:
            continue
        needed = forms[low]
        if needed is None or _has_particle(reading, place, needed):
            return predicate
    return None


def _has_particle(reading: Reading, place: int, particle: str) -> bool:
    for item in reading.items[place + 1 : place + _PARTICLE_REACH]:
        if item.low == particle:
            return True
        if item.is_mark and item.text in ";:":
            return False
    return False


def _read_act(
    reading: Reading, place: int, predicate: str, before: Speech | None, quoted: tuple[int, int] | None
) -> Speech | None:
    language = reading.language
    speaker_at = _find_publisher(reading, place)
    speaker_at = speaker_at if speaker_at >= 0 else _find_speaker(reading, place)
    speaker = reading.items[speaker_at].mention if speaker_at >= 0 else None
    unnamed = None
    if speaker is None:
        unnamed = _find_unnamed(reading, place)
        if unnamed is None and before is not None and _continues(reading, before.verb, place):
            speaker, speaker_at, unnamed = before.speaker, before.speaker_at, before.unnamed
    if speaker is None and unnamed is None:
        return None
    if reading.items[place].low in language.evidence and speaker is not None and speaker.kind == "place":
        return None
    if quoted is not None and _stands_outside(reading, place, quoted):
        return Speech(predicate, place, speaker, speaker_at, quoted, "quote", unnamed)
    content = _find_content(reading, place, speaker_at, predicate)
    return Speech(predicate, place, speaker, speaker_at, content, "indirect", unnamed) if content else None


def _stands_outside(reading: Reading, place: int, quoted: tuple[int, int]) -> bool:
    start = reading.items[place].start
    between = reading.text[quoted[1] : start] if start >= quoted[1] else reading.text[reading.items[place].end : quoted[0]]
    return len(between) < 120 and (";" not in between)


def _find_speaker(reading: Reading, place: int) -> int:
    """Return the item of the speaker: right behind the verb, or the clause's first name before it."""
    items, language = reading.items, reading.language
    for number in range(place + 1, min(len(items), place + 8)):
        item = items[number]
        if _can_speak(item) and not _is_led_by_preposition(items, number, language):
            if _is_inverted(reading, place):
                return number
            break
        if item.is_mark or item.low in language.prepositions or (item.mention is not None and not item.mention.owns):
            break
    clause = items[place].clause
    found = -1
    for number in range(place - 1, -1, -1):
        item = items[number]
        if item.clause < clause - (1 if _is_bracketed(items, number, place) else 0):
            break
        if _can_speak(item) and not _is_led_by_preposition(items, number, language):
            found = number
    return found


def _is_inverted(reading: Reading, place: int) -> bool:
    """Tell whether the verb stands before its subject: first in its clause, or behind an adverbial."""
    items = reading.items
    before = [item for item in items[:place] if item.clause == items[place].clause and not item.is_mark]
    if reading.language.code == "en":
        return not before or any(item.is_mark and item.text in "\"”“»" for item in items[max(0, place - 2) : place])
    return not any(_can_speak(n) and not n.mention.owns for n in before if n.mention) or _led_all(before, items, reading)


def _led_all(before: list[Item], items: list[Item], reading: Reading) -> bool:
    return all(
        _is_led_by_preposition(items, items.index(item), reading.language) for item in before if item.mention is not None
    )


def _is_bracketed(items: list[Item], number: int, place: int) -> bool:
    """Tell whether only an apposition between commas separates the name from the verb."""
    return items[place].clause - items[number].clause == 2 and place - number < 14


def _can_speak(item: Item) -> bool:
    mention = item.mention
    return mention is not None and mention.kind in _SPEAKERS and not mention.modifies and not mention.owns


def _is_led_by_preposition(items: list[Item], number: int, language: Language) -> bool:
    for back in range(number - 1, max(-1, number - 6), -1):
        item = items[back]
        if not item.is_word:
            return False
        if item.low in language.prepositions or _is_genitive(items, back):
            return True
        inside = item.low in language.determiners or item.descriptor is not None or item.low.endswith(("en", "er", "e"))
        if not inside or item.low in {"und", "and"}:
            return False
    return False


def _is_genitive(items: list[Item], place: int) -> bool:
    """Tell whether "der" or "des" at `place` follows a noun, so that what it leads to is an attribute."""
    return place > 0 and items[place].low in {"der", "des"} and items[place - 1].text[:1].isupper() and items[place - 1].is_word


def _find_unnamed(reading: Reading, place: int) -> str | None:
    """Return the unnamed source beside the verb ("Tests zeigten", "researchers say")."""
    items, words = reading.items, reading.language.object_sayers
    for number in (place - 1, place + 1, place - 2, place + 2, place + 3):
        if 0 <= number < len(items) and items[number].low in words and items[number].clause == items[place].clause:
            return items[number].text
    return None


def _find_publisher(reading: Reading, place: int) -> int:
    """Return the item of who stands behind an unnamed source ("eine Analyse von Meta"), else -1."""
    items, language = reading.items, reading.language
    for number in range(max(0, place - 4), min(len(items) - 2, place + 5)):
        if items[number].low in language.object_sayers and items[number + 1].low in language.links | {"by", "from"}:
            owner = number + 2 + (items[number + 2].low in language.articles)
            if owner < len(items) and _can_speak(items[owner]):
                return owner
    return -1


def _continues(reading: Reading, earlier: int, place: int) -> bool:
    """Tell whether the verb is joined to an earlier one ("kritisierte … und betonte")."""
    joined = any(item.low in {"und", "and", "but", "aber"} for item in reading.items[max(earlier, place - 3) : place])
    fresh = place > 0 and reading.items[place - 1].is_mark
    return joined or fresh


def _find_content(reading: Reading, place: int, speaker_at: int, predicate: str) -> tuple[int, int] | None:
    """Return the characters of what is said: a clause with "dass", an infinitive, or an object."""
    items, language = reading.items, reading.language
    first = max(place, speaker_at if speaker_at > place else place) + 1
    end = _find_content_end(reading, first)
    that = next((n for n in range(place + 1, end) if items[n].low in _THAT[language.code]), None)
    if that is not None and that - place < 24 and that + 1 < end:
        return items[that + 1].start, items[end - 1].end
    low = items[place].low
    nominal = predicate != "said" or low in language.stance
    announced = low in language.announcing and _has_infinitive(reading, first, end)
    if low in language.evidence or not (nominal or announced or _has_subjunctive(reading, first, end)):
        return _find_content_before(reading, place)
    while first < end and (items[first].is_mark or _is_adverbial(items, first, end, language)):
        first = _skip_adverbial(items, first, end, language)
    return (items[first].start, items[end - 1].end) if end - first >= 2 else None


def _find_content_before(reading: Reading, place: int) -> tuple[int, int] | None:
    """Return the clause before ", sagte X" if it is in reported speech ("Die Lage sei ernst, sagte X")."""
    items = reading.items
    before = [n for n in range(place) if items[n].clause < items[place].clause]
    if len(before) < 4 or place == 0 or not any(items[n].text == "," for n in range(max(0, place - 4), place)):
        return None
    reported = reading.language.code == "en" or any(items[n].low in reading.language.subjunctive for n in before)
    if not reported:
        return None
    last = before[-1] - (1 if items[before[-1]].is_mark else 0)
    return items[0].start, items[last].end


def _find_content_end(reading: Reading, first: int) -> int:
    """Return the item behind the reported content: the next speech verb's clause, or the sentence's end."""
    items, language = reading.items, reading.language
    verbs = {form for forms in language.saying.values() for form in forms}
    end = len(items)
    while end > first and items[end - 1].is_mark:
        end -= 1
    for number in range(first + 2, end):
        joined = items[number - 1].low in {"und", "and", "aber"} or items[number - 1].text == ","
        if joined and items[number].low in verbs:
            end = number - 1
            break
    while end > first and (items[end - 1].is_mark or items[end - 1].low in {"und", "and"}):
        end -= 1
    return end


def _has_infinitive(reading: Reading, first: int, end: int) -> bool:
    return any(item.low in {"zu", "to", "plans"} for item in reading.items[first:end])


def _has_subjunctive(reading: Reading, first: int, end: int) -> bool:
    return any(item.low in reading.language.subjunctive for item in reading.items[first:end])


def _is_adverbial(items: list[Item], first: int, end: int, language: Language) -> bool:
    """Tell whether an addition of place or time stands before what is said ("auf dem Gipfel in Paris")."""
    item = items[first]
    return item.value is not None or item.low in {"insbesondere", "jedoch", "aber", "especially", "auch", "also"} or (
        item.low in {"auf", "in", "im", "am", "bei", "beim", "at", "on"} and first + 1 < end
    )


def _skip_adverbial(items: list[Item], first: int, end: int, language: Language) -> int:
    if items[first].low not in language.prepositions:
        return first + 1
    place = first + 1
    while place < end:
        item = items[place]
        named = item.mention is not None or item.value is not None or (item.is_word and item.text[0].isupper())
        place += 1
        if named:
            break
        if item.is_mark:
            break
    return place


def _find_according(reading: Reading) -> list[Speech]:
    """Read "laut X", "nach Angaben von X", "according to X": the rest of the sentence is what X says."""
    items = reading.items
    for place in range(len(items)):
        low = items[place].low
        pair = f"{low} {items[place + 1].low}" if place + 1 < len(items) else low
        if low not in reading.language.according and pair not in reading.language.according:
            continue
        for number in range(place + 1, min(len(items), place + 7)):
            mention = items[number].mention
            if mention is not None and mention.kind in _SPEAKERS:
                return [Speech("said", place, mention, number, (reading.start, reading.end), "indirect")]
    return []


def propose_reported(reading: Reading, acts: list[Speech]) -> Iterator[Draft]:
    """Yield what each speaker said, demanded, criticised, predicted or denied."""
    for act in acts:
        content = reading.text[act.content[0] : act.content[1]].strip()
        verb = reading.items[act.verb]
        start, end = _find_span(reading, act)
        if act.content == (reading.start, reading.end) or not content:
            continue
        if act.speaker is None:
            continue
        reasons = [f"speech verb “{verb.text}”", f"speaker {act.speaker.entity.label}"]
        if act.speaker.origin in {"pronoun", "described"}:
            reasons.append(f"“{reading.items[act.speaker_at].text}” read as {act.speaker.entity.label}")
        value, predicate = StringValue(content), act.predicate
        target = _find_target(reading, act) if predicate == "criticised" else None
        qualifiers = {"reason": content} if target else {}
        if predicate == "criticised" and target is None:
            predicate = "said"
        yield Draft(
            predicate,
            act.speaker,
            target.entity if target else value,
            act.verb,
            set(),
            _SCORE[act.predicate] - (0.1 if act.speaker.origin == "pronoun" else 0.0),
            reasons,
            value_at=(target.start, target.end) if target else act.content,
            subject_at=(act.speaker.start, act.speaker.end),
            qualifiers={**qualifiers, **_find_event(reading, act)},
            speaker=act.speaker,
            voice=act.voice,
            polarity="asserted",
            modality="happened",
            span=(start, end),
        )


def _find_span(reading: Reading, act: Speech) -> tuple[int, int]:
    verb = reading.items[act.verb]
    starts, ends = [act.content[0], verb.start], [act.content[1], verb.end]
    if act.speaker_at >= 0 and abs(act.speaker_at - act.verb) < 16:
        starts.append(reading.items[act.speaker_at].start)
        ends.append(reading.items[act.speaker_at].end)
    start, end = max(reading.start, min(starts)), min(reading.end, max(ends))
    while end < reading.end and reading.text[end] in "“”\"«»'’":
        end += 1
    while start > reading.start and reading.text[start - 1] in "„“\"»«'":
        start -= 1
    return start, end


def _find_target(reading: Reading, act: Speech) -> Mention | None:
    """Return whom or what the criticism names first."""
    for item in reading.items:
        inside = act.content[0] <= item.start < act.content[1]
        if inside and item.mention is not None and item.mention.origin != "pronoun" and item.mention != act.speaker:
            return item.mention
    return None


def _find_event(reading: Reading, act: Speech) -> dict[str, str]:
    """Return the event at which it was said, if the sentence names one outside the content."""
    for item in reading.items:
        mention = item.mention
        if mention is not None and mention.kind == "event" and not act.content[0] <= item.start < act.content[1]:
            return {"event": mention.entity.label}
    return {}


def get_unnamed(act: Speech) -> EntityValue | None:
    """Return the unnamed source of a speech act ("Tests") as a value without identity."""
    return EntityValue(act.unnamed, None, None) if act.unnamed and act.speaker is None else None
