"""What was planned is off: "das Fest ist abgesagt worden", "the tram will not be built"."""

from collections.abc import Iterator, Mapping
from functools import cache

from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.subjects import choose_subject
from claims.suggest.words.language import Language
from claims.values.value import Date
from claims.vocabulary import Predicate

_WOULD_HAVE = {
    "event": ("held_on", "started"),
    "project": ("started", "completed"),
    "building": ("started", "completed"),
    "product": ("released",),
    "law": ("in_force",),
}
"""The days that nobody plans any longer, by what is off."""

_SCORE = 0.55
_SIZES = (3, 2, 1)
_NEAR = 4


def propose_cancelled(
    reading: Reading, memory: Memory, predicates: Mapping[str, Predicate]
) -> Iterator[Draft]:
    """Yield that no day is planned any longer of what a sentence calls off."""
    place = _find_end(reading)
    if place is None:
        return
    choice = choose_subject(reading, tuple(_WOULD_HAVE), place, -1, memory)
    if choice is None or choice.item < 0 or _is_only_planned_off(reading, place):
        return
    mention = choice.mentions[0]
    for key in _WOULD_HAVE[mention.kind]:
        if key in predicates:
            yield Draft(
                key,
                mention,
                None,
                place,
                {place, choice.item},
                _SCORE - choice.doubt,
                [f"called off: “{reading.items[place].text}”"],
                subject_at=(mention.start, mention.end),
                polarity="asserted",
                modality="planned",
                snak="novalue",
            )


def _find_end(reading: Reading) -> int | None:
    """Return the item of the last word that calls something off."""
    items, language = reading.items, reading.language
    openings = _list_openings(language)
    for place in (place for place, item in enumerate(items) if item.low in openings):
        for size in (size for size in _SIZES if place + size <= len(items)):
            phrase = " ".join(item.low for item in items[place : place + size])
            if phrase in language.cancelled:
                return place + size - 1
            if phrase in language.not_to_be and _is_denied(reading, place):
                return place + size - 1
    return None


@cache
def _list_openings(language: Language) -> frozenset[str]:
    """Return the words with which something is called off."""
    return frozenset(phrase.split()[0] for phrase in language.cancelled | language.not_to_be)


def _is_denied(reading: Reading, place: int) -> bool:
    """Tell whether "will not" stands before a verb in its clause, or "wird … nicht".

    "Not before 2027", "not only" and "not in time" deny a day or less, and not the thing.
    """
    items, language = reading.items, reading.language
    before = [n for n in range(place) if items[n].clause == items[place].clause]
    never = max((n for n in before if items[n].low in language.denials), default=None)
    if never is None or not any(items[n].low in language.future for n in before):
        return False
    between = items[never + 1 : place]
    follows = between[0].low if between else ""
    phrase = " ".join(item.low for item in items[never : never + 2])
    return (
        follows not in _ONLY_A_DAY
        and phrase not in language.no_negations
        and not any(item.value is not None for item in between)
        and not any(isinstance(item.value.value, Date) for item in items[place : place + _NEAR] if item.value)
    )


_ONLY_A_DAY = frozenset(
    {"vor", "before", "until", "bis", "im", "in", "am", "on", "wie", "as", "mehr", "rechtzeitig"}
)


def _is_only_planned_off(reading: Reading, place: int) -> bool:
    """Tell whether it may be called off, or was not ("could be cancelled", "wurde nicht abgesagt")."""
    items, language = reading.items, reading.language
    words = {item.low for item in items if item.clause == items[place].clause}
    maybe = language.hedges | {"if", "unless", "wenn", "falls", "may", "might", "sollte", "könnte"}
    off = items[place].low in language.not_to_be
    return bool(words & maybe) or (
        not off and bool(words & language.negations) and "findet" not in words and "finden" not in words
    )
