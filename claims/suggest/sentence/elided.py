"""Second halves of sentences that leave their subject out: "Tessel wurde 2010 gegründet und hat seinen Sitz in Jena".

A relation that is written for "S hat … Sitz in V" is looked for there with the subject of the first half before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.suggest.sentence.patterns import Fits, Match, Pattern, match_pattern
from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.sentence.speakers import is_led


def find_joints(reading: Reading) -> tuple[int, list[int]] | None:
    """Return the name that a sentence begins with, and where its verbs behind "und" or an addition stand; None for neither."""
    subject = find_sentence_subject(reading)
    if subject is None:
        return None
    items, joining = reading.items, reading.language.coordinators
    joints = [
        place
        for place in range(subject + 2, len(items) - 1)
        if items[place - 1].low in joining or _closes_addition(reading, place, subject)
    ]
    return (subject, joints) if joints else None


def match_elided(
    pattern: Pattern, reading: Reading, subject: int, joints: Sequence[int], fits: Fits
) -> Iterator[Match]:
    """Yield the fits of a pattern that begins with its subject, behind "und", "and" or an addition's comma."""
    opening, *others = pattern.elements
    verb = next((element for element in others if element.sort != "gap"), None)
    if opening.sort != "name" or opening.owns or opening.modifies or verb is None or verb.sort != "word":
        return
    items = reading.items
    for place in joints:
        if not (items[place].low in verb.exact or items[place].stem in verb.stems):
            continue
        rest = replace(reading, items=[items[subject], *items[place:]])
        for match in match_pattern(pattern, rest, [0], fits):
            away = place - 1
            yield replace(
                match,
                first=place,
                last=match.last + away,
                subject=subject if match.subject == 0 else match.subject + away,
                value=subject if match.value == 0 else match.value + away if match.value > 0 else match.value,
            )


def _closes_addition(reading: Reading, place: int, subject: int) -> bool:
    """Tell whether the word at `place` goes on behind an addition to the subject (", founded in 1891, is owned by")."""
    items = reading.items
    return (
        items[place - 1].text in {",", ")"}
        and items[subject + 1].text in {",", "("}
        and items[place].clause == items[subject].clause + 2
    )


def find_sentence_subject(reading: Reading) -> int | None:
    """Return the name that a sentence begins with, article and description before it; None if it begins otherwise.

    A sentence that announces another one begins behind its colon.
    """
    first = max((place + 1 for place, item in enumerate(reading.items) if item.text == ":"), default=0)
    for place, item in enumerate(reading.items[first : first + _FARTHEST], first):
        if item.mention is not None:
            return (
                place
                if not (item.mention.owns or item.mention.modifies)
                and not is_led(reading.items, place, reading.language)
                else None
            )
        if item.is_mark and item.text not in '"„“»':
            return None
        if _is_verb(reading, item):
            return None
    return None


def _is_verb(reading: Reading, item: Item) -> bool:
    language = reading.language
    return item.low in language.unknown_verbs | language.unknown_plurals | language.prepositions


_FARTHEST = 7
