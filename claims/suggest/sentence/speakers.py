"""Who speaks: the name that a speech verb has as its subject, or the unnamed source beside it."""

from collections.abc import Sequence

from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.words.language import Language

_KINDS = ("person", "organisation", "place")
_NEAR_VERB = (-1, 1, -2, 2, 3)


def can_speak(item: Item) -> bool:
    """Tell whether an item names somebody who can be the subject of a speech verb."""
    mention = item.mention
    return mention is not None and mention.kind in _KINDS and not mention.modifies and not mention.owns


def find_speaker(reading: Reading, verb: int) -> int:
    """Return the item of the speaker, -1 for none: behind an inverted verb, else the nearest name before it."""
    items, language = reading.items, reading.language
    behind = _find_behind(reading, verb)
    if behind >= 0:
        return behind
    clause = items[verb].clause
    for number in range(verb - 1, -1, -1):
        item = items[number]
        if item.clause < clause - 2 or verb - number >= _LONGEST_ADDITION:
            break
        beside = item.clause == clause or _is_bracketed(items, number, verb)
        if beside and can_speak(item) and not is_led(items, number, language):
            return number
    return -1


_LONGEST_ADDITION = 18


def _find_behind(reading: Reading, verb: int) -> int:
    items, language = reading.items, reading.language
    for number in range(verb + 1, min(len(items), verb + 8)):
        item = items[number]
        if item.value is not None and item.mention is not None:
            return -1  # "bestätigte die 57-Jährige"
        if can_speak(item) and not is_led(items, number, language, stop=verb):
            goes_on = language.code == "en" and _begins_clause(reading, number)
            return number if _is_inverted(reading, verb) and not goes_on else -1
        if item.is_mark or item.low in language.prepositions or (item.mention and not item.mention.owns):
            return -1
    return -1


def _begins_clause(reading: Reading, number: int) -> bool:
    """Tell whether a verb follows the name, so that it begins what was said ("said she was relieved")."""
    items, language = reading.items, reading.language
    following = items[number + 1] if number + 1 < len(items) else None
    return following is not None and following.is_word and following.low not in language.prepositions


def _is_inverted(reading: Reading, verb: int) -> bool:
    """Tell whether the verb stands before its subject: first in its clause, or behind an adverbial."""
    items, language = reading.items, reading.language
    before = [n for n in range(verb) if items[n].clause == items[verb].clause and not items[n].is_mark]
    if language.code == "en":
        return not before or any(items[n].text in '"”“»' for n in range(max(0, verb - 2), verb))
    return all(is_led(items, n, language) for n in before if can_speak(items[n]))


def _is_bracketed(items: Sequence[Item], number: int, verb: int) -> bool:
    """Tell whether only an addition between commas or brackets separates the name from the verb, or its closing comma."""
    away = items[verb].clause - items[number].clause
    if number + 1 >= verb or not items[number + 1].is_mark:
        return False
    return away == 2 or (away == 1 and number + 2 >= verb - 1 and _is_apposed(items, number))


def _is_apposed(items: Sequence[Item], number: int) -> bool:
    """Tell whether a name closes an addition: "his lawyer, Odile Marchand, said"."""
    return number > 1 and items[number - 1].text == ","


def is_led(items: Sequence[Item], number: int, language: Language, *, stop: int = -1) -> bool:
    """Tell whether the name at `number` is governed by a preposition or is another noun's genitive."""
    for back in range(number - 1, max(stop, number - 6), -1):
        item = items[back]
        if not item.is_word:
            return False
        if item.low in language.prepositions or _is_genitive(items, back):
            return True
        noun = item.descriptor is not None or language.is_office(item.low)
        inside = item.low in language.determiners or noun or item.low.endswith(("en", "er", "e"))
        if not inside or item.low in language.joiners:
            return False
    return False


def _is_genitive(items: Sequence[Item], place: int) -> bool:
    """Tell whether "der" or "des" at `place` follows a noun, so that what it leads to is an attribute."""
    if place == 0 or items[place].low not in {"der", "des"}:
        return False
    before = items[place - 1]
    return before.is_word and before.text[0].isupper() and before.clause == items[place].clause and place > 1


def find_unnamed(reading: Reading, verb: int) -> str | None:
    """Return the unnamed source beside the verb ("Tests zeigten", "researchers say")."""
    items, words = reading.items, reading.language.object_sayers
    for step in _NEAR_VERB:
        number = verb + step
        if (
            0 <= number < len(items)
            and items[number].low in words
            and items[number].clause == items[verb].clause
        ):
            return items[number].text
    return None


def find_publisher(reading: Reading, verb: int) -> int:
    """Return the item of who stands behind an unnamed source ("eine Analyse von Meta"), else -1."""
    items, language = reading.items, reading.language
    for number in range(max(0, verb - 4), min(len(items) - 2, verb + 5)):
        linked = items[number + 1].low in language.links | {"by", "from"}
        if items[number].low in language.object_sayers and linked:
            owner = number + 2 + (items[number + 2].low in language.articles)
            if owner < len(items) and can_speak(items[owner]):
                return owner
    return -1
