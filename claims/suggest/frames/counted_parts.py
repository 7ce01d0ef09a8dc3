"""Parts of a count: "20 Menschen wurden verletzt, davon drei schwer", "Of these, 520 work in Kassel and 430 in Fulda".

Only words that tell that the figures are of those counted before make parts of them, one sentence back at most.
"""

from collections.abc import Iterator, Sequence

from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.placing import list_words
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.told import Counted
from claims.values.value import Quantity
from claims.vocabulary import Predicate

_COUNTED = ("staff", "deaths", "injured", "parameters")
_OPENINGS = frozenset({"davon", "hiervon"})
_OF = frozenset({"von", "of"})
_THEM = frozenset({"ihnen", "denen", "diesen", "them", "these", "those", "whom", "which"})
_WORKING = frozenset({"arbeiten", "beschäftigt", "tätig", "work", "employed", "based"})
_THOSE = {
    "deaths": frozenset({"toten", "todesopfer", "todesopfern", "opfer", "opfern", "dead", "victims"}),
    "injured": frozenset({"verletzten", "injured", "wounded", "verwundeten"}),
}
_ARE = frozenset({"sind", "waren", "handelt", "are", "were"})
_WORDS = {"severity": "severity", "definition": "counted_parameters"}
"""Separators whose parts have words of their own, and the table of these."""

_SCORE = 0.6


def propose_counted_parts(
    reading: Reading, drafts: Sequence[Draft], memory: Memory, predicates: Sequence[Predicate]
) -> Iterator[Draft]:
    """Yield the parts of the one count that this sentence tells, or else the one before."""
    known = {predicate.key: predicate for predicate in predicates if predicate.key in _COUNTED}
    last, memory.counted = memory.counted, None
    whole = [
        d for d in drafts if d.predicate in known and not set(d.qualifiers) & set(known[d.predicate].parts)
    ]
    used = {draft.value_item for draft in drafts}
    places = [n for n in range(len(reading.items)) if _is_count(reading, n) and n not in used]
    if len(whole) == 1 and whole[0].subject is not None and whole[0].predicate is not None:
        memory.counted = Counted(memory.sentence, whole[0].predicate, whole[0].subject)
        behind = [n for n in places if n > whole[0].value_item]
        opens = behind and (
            _opens(reading, behind[0])
            or _are_severities(reading, behind)
            or _tells_which(reading, behind[0], whole[0].predicate)
        )
        found, told = (behind, memory.counted) if opens else ([], None)
    elif whole or last is None or last.sentence != memory.sentence - 1:
        return
    else:
        found, told = (places, last) if places and _goes_on(reading, places, last.predicate) else ([], None)
    for place in found if told is not None else ():
        if place != found[0] and _opens(reading, place, own=True):
            return  # some of the part before
        part = _read_part(reading, place, known[told.predicate].separators) if told is not None else None
        if told is not None and part is not None:
            yield _make(reading, place, told, part)


def _is_count(reading: Reading, place: int) -> bool:
    found = reading.items[place].value
    value = found.value if found is not None else None
    return isinstance(value, Quantity) and value.unit is None and "/" not in value.amount


def _opens(reading: Reading, place: int, *, own: bool = False) -> bool:
    """Tell whether the figure at `place` is told to be of those counted before, in front of it or behind it."""
    lows = [item.low for item in reading.items]
    around = range(max(0, place - 4), min(len(lows), place + 3))
    return any(
        lows[n] in _OPENINGS or (lows[n] in _OF and n + 1 < len(lows) and lows[n + 1] in _THEM)
        for n in around
        if not any(reading.items[m].value is not None for m in range(min(n, place) + 1, max(n, place)))
        and reading.items[n].segment
        in range(0 if not own else reading.items[place].segment, reading.items[place].segment + 1)
    )


def _are_severities(reading: Reading, places: Sequence[int]) -> bool:
    """Tell whether each figure says no more than how badly those were hurt ("6 seriously and 12 slightly")."""
    following = [reading.items[n + 1].low for n in places if n + 1 < len(reading.items)]
    return len(places) == len(following) > 1 and all(low in list_words("severity") for low in following)


def _tells_which(reading: Reading, place: int, predicate: str) -> bool:
    """Tell whether a figure says right behind it which of the parameters it counts ("with 37 billion activated")."""
    words, following = list_words(_WORDS["definition"]), reading.items[place + 1 : place + 2]
    return predicate == "parameters" and any(item.low in words for item in following)


def _goes_on(reading: Reading, places: Sequence[int], predicate: str) -> bool:
    """Tell whether a sentence goes on with those counted in the one before."""
    lows = {item.low for item in reading.items[: places[0] + 4]}
    if _opens(reading, places[0]):
        return True
    if predicate == "staff":
        named = any(
            item.mention is not None and item.mention.kind == "organisation" for item in reading.items
        )
        placed = all(_find_place(reading, place) is not None for place in places)
        return not named and placed and len(places) > 1 and bool(lows & _WORKING)
    return len(places) > 1 and bool(lows & _THOSE.get(predicate, frozenset())) and bool(lows & _ARE)


def _find_place(reading: Reading, place: int) -> str | None:
    items = reading.items
    for number, item in enumerate(items):
        mention = item.mention
        if (
            item.segment == items[place].segment
            and mention is not None
            and mention.kind == "place"
            and number
        ):
            return mention.entity.label if items[number - 1].low in {"in", "im", "at"} else None
    return None


def _read_part(reading: Reading, place: int, separators: Sequence[str]) -> tuple[str, str] | None:
    """Return the separator that tells the part apart, and how."""
    items, language = reading.items, reading.language
    where = _find_place(reading, place)
    if where is not None and "place" in separators:
        return "place", where
    mine = [n for n in range(place + 1, len(items)) if items[n].segment == items[place].segment]
    for separator in _WORDS.keys() & {*separators}:
        words = list_words(_WORDS[separator])
        if how := next((words[items[n].low] for n in mine if items[n].low in words), ""):
            return separator, how
    for number in mine:
        item = items[number]
        small = item.low in language.function_words | language.prepositions | language.determiners
        noun = item.text[0].isupper() if language.code == "de" else not small and item.low not in _THEM
        if item.is_word and noun and item.low not in _WORKING:
            return ("part", item.low) if "part" in separators else None
    return None


def _make(reading: Reading, place: int, told: Counted, part: tuple[str, str]) -> Draft:
    item = reading.items[place]
    covers = {
        n for n, other in enumerate(reading.items) if other.segment == item.segment and not other.is_mark
    }
    return Draft(
        told.predicate,
        told.subject,
        item.value.value if item.value is not None else None,
        place,
        covers,
        _SCORE,
        [f"a part of the {told.predicate} told before: “{part[1]}”"],
        value_item=place,
        value_at=(item.start, item.end),
        qualifiers=dict([part]),
        modality="happened",
        polarity="asserted",
    )
