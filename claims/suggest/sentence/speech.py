"""Speech verbs and what they report: a clause with "dass", an infinitive, an object, or a quotation."""

from dataclasses import dataclass

from claims.suggest.entities.mention import Mention
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.speakers import find_publisher, find_speaker, find_unnamed
from claims.suggest.sentence.speech_content import find_content
from claims.suggest.sentence.triggers import ends_clause

_PARTICLE_REACH = 16
_QUOTES = {"„": '“”"', "“": '”"', '"': '"', "»": "«", "«": "»"}


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
        found = _read_verb(reading, verb, quoted)
        if found is None:
            continue
        act = _read_act(reading, verb, found, acts[-1] if acts else None, quoted)
        if act is not None:
            acts.append(act)
    return acts or _find_according(reading) or _find_so(reading, quoted)


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


def _read_verb(reading: Reading, verb: int, quoted: tuple[int, int] | None) -> tuple[str, int] | None:
    """Return the predicate of the speech verb at item `verb`, and the item of its particle or itself."""
    low, language = reading.items[verb].low, reading.language
    if _is_noun(reading, verb):
        return None
    if quoted is not None and low in language.naming and _is_beside(reading, verb, quoted):
        return "said", verb
    for predicate in ("denied", "predicted", "demanded", "criticised", "said"):
        forms = language.saying[predicate]
        if low not in forms or (predicate == "predicted" and _is_passive(reading, verb)):
            continue
        particle = forms[low]
        if predicate == "criticised" and _is_sentence(reading, verb):
            continue
        if particle is None and predicate == "said" and _is_promise(reading, verb):
            continue
        if particle is None:
            return predicate, verb
        place = _find_particle(reading, verb, particle)
        if place is not None:
            return predicate, place
    return None


def _is_noun(reading: Reading, verb: int) -> bool:
    """Tell whether an English word is no verb here: "denied reports that", "its revenue forecast"."""
    items, language = reading.items, reading.language
    if language.code != "en" or verb == 0 or items[verb].low not in language.saying_nouns:
        return False
    before = items[verb - 1]
    if before.mention is not None:
        return before.mention.owns or before.mention.modifies
    pronoun = before.low in {"he", "she", "it", "they", "who", "which", "that", "also"}
    return before.is_word and not pronoun and before.descriptor is None


def _is_sentence(reading: Reading, verb: int) -> bool:
    """Tell whether a court sentences somebody ("verurteilte ihn wegen Mordes zu lebenslanger Haft")."""
    items = reading.items
    clause = {item.low for item in items if item.clause == items[verb].clause}
    return items[verb].low.startswith("verurteil") and bool(clause & {"zu", "wegen"})


def _is_promise(reading: Reading, verb: int) -> bool:
    """Tell whether "sagte" has a particle at the end that makes it another verb ("sagte Hilfe zu", "sagte ab")."""
    items = reading.items
    if reading.language.code != "de" or not items[verb].low.startswith("sag"):
        return False
    clause = [item for item in items[verb:] if item.clause == items[verb].clause and item.is_word]
    return clause[-1].low in {"zu", "ab", "aus"}


def _is_passive(reading: Reading, verb: int) -> bool:
    """Tell whether somebody unnamed expects ("X is expected to", "von X wird erwartet")."""
    items, passives = reading.items, reading.language.passives
    if reading.language.code == "en":
        return any(items[n].low in passives for n in range(max(0, verb - 2), verb))
    clause = {item.low for item in items if item.clause == items[verb].clause}
    return items[verb].low == "erwartet" and bool(clause & passives)


def _find_particle(reading: Reading, verb: int, particle: str) -> int | None:
    reach = _PARTICLE_REACH if reading.language.code == "de" else 2
    if particle.endswith("+"):  # "rechnet mit": a preposition, and no part of the verb
        near = range(verb + 1, min(len(reading.items), verb + 5))
        return next((n for n in near if reading.items[n].low == particle[:-1]), None)
    for place in range(verb + 1, min(len(reading.items), verb + reach)):
        item = reading.items[place]
        if item.low in particle.split("|") and (reading.language.code == "en" or ends_clause(reading, place)):
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
    content = find_content(reading, verb, behind, speaker_at, predicate)
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


_LONGEST_TITLE = 4


def _find_so(reading: Reading, quoted: tuple[int, int] | None) -> list[Speech]:
    """Read the German "…“, so Klinikchef Jonas Harder": what stands before it is what was said, quoted or not."""
    items = reading.items
    for place in range(2, len(items) - 1):
        if items[place].low != "so" or items[place - 1].text != "," or reading.language.code != "de":
            continue
        behind = range(place + 1, min(len(items), place + 2 + _LONGEST_TITLE))
        number = next((n for n in behind if items[n].mention is not None or items[n].is_mark), None)
        if number is None or not can_speak_at_all(reading, number) or not _ends_there(reading, number):
            continue
        said = (reading.start, items[place - 2].end) if quoted is None else quoted
        voice = "indirect" if quoted is None else "quote"
        return [Speech("said", place, items[number].mention, number, said, voice)]
    return []


def _ends_there(reading: Reading, number: int) -> bool:
    """Tell whether nothing but "weiter", a place or an addition follows the speaker: "so groß wie" is no speech."""
    items = reading.items
    following = items[number + 1] if number + 1 < len(items) else None
    return following is None or following.is_mark or following.low in _GOING_ON


_GOING_ON = frozenset({"weiter", "am", "im", "in", "vor", "auf", "gegenüber", "zu", "zur", "von", "aus"})


def can_speak_at_all(reading: Reading, number: int) -> bool:
    """Tell whether an item names a possible source, in whatever case."""
    mention = reading.items[number].mention
    return (
        mention is not None and mention.kind in {"person", "organisation", "place"} and not mention.modifies
    )
