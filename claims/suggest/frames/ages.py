"""How old somebody is: "der 61-jährige Manfred Stollberg", "Ida Korn, 23,", "the 52-year-old said", "died aged 91"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.patterns import leads_to_name
from claims.suggest.sentence.reading import Item, Reading
from claims.values.value import Quantity

_OLD = re.compile(r"(?:jährige[rnsm]?|jahren? alte?[rnsm]?|[ -]years?[ -]old|years of age)$", re.IGNORECASE)
_ALONE = re.compile(r"\d+-(?:Jährige[rn]?|year-old)$")
_OLDEST = 115
_REACH = 6
_SCORE = 0.82
_DOUBT = 0.15
_AT_DEATH = frozenset({"aged", "age of", "alter von"})
_DYING = frozenset({"sterb", "versterb", "die", "pass"})


def resolve_aged(reading: Reading, memory: Memory) -> None:
    """Give "der 61-Jährige" and "the 52-year-old" the name of the only person spoken of before, in place."""
    for place, item in enumerate(reading.items):
        if item.value is None or not _ALONE.search(item.text) or not _stands_alone(reading, place):
            continue
        unnamed = item.text.split("-")[0] in memory.unnamed_ages
        found = None if unnamed else memory.find_only("person")
        if found is None:
            memory.unnamed_ages.add(item.text.split("-")[0])
        elif item.mention is None:
            item.mention = replace(
                found, start=item.start, end=item.end, origin="pronoun", owns=False, modifies=False
            )
            item.group = (item.mention,)


def _stands_alone(reading: Reading, place: int) -> bool:
    """Tell whether the words name somebody and describe no noun behind them."""
    items, language = reading.items, reading.language
    if place == 0 or items[place - 1].low not in language.articles:
        return False
    if language.code == "de":
        return "-J" in items[place].text
    following = items[place + 1] if place + 1 < len(items) else None
    verb = (
        following is not None
        and following.text[0].islower()
        and (
            following.low in language.function_words
            or following.low.endswith(("ed", "s"))
            or any(following.low in forms for forms in language.saying.values())
        )
    )
    return following is None or following.is_mark or following.value is not None or verb


def propose_ages(reading: Reading, memory: Memory) -> Iterator[Draft]:
    """Yield the age of each person beside whose name a figure says it."""
    items = reading.items
    for place, item in enumerate(items):
        if item.value is None or not isinstance(item.value.value, Quantity):
            continue
        value = item.value.value
        if not value.amount.isdigit() or not 0 < int(value.amount) <= _OLDEST:
            continue
        if value.unit == "year" and _OLD.search(item.text):
            person = place if item.mention is not None else _find_described(reading, place)
            if person is None:
                person = _find_before(items, place)
            if person is None and _describes_unnamed(items, place):
                memory.unnamed_ages.add(value.amount)
        elif value.unit is None:
            person = _find_apposed(items, place)
            person = _find_dead(reading, place) if person is None else person
            person = _find_bare(items, place) if person is None else person
            value = replace(value, unit="year", lo=int(value.amount) - 0.5, hi=int(value.amount) + 0.5)
        else:
            continue
        mention = items[person].mention if person is not None else None
        if person is None or mention is None or mention.kind != "person":
            continue
        pronoun = mention.origin == "pronoun"
        reasons = [f"age “{item.text}” beside a name"]
        reasons += [f"“{items[person].text}” read as {mention.entity.label}"] if pronoun else []
        yield Draft(
            "age",
            mention,
            value,
            place,
            {place, person},
            _SCORE - _DOUBT * pronoun,
            reasons,
            value_item=place,
            value_at=(item.start, item.end),
            subject_at=(mention.start, mention.end),
            polarity="asserted",
            modality="happened",
        )


def _find_described(reading: Reading, place: int) -> int | None:
    """Return the person behind the words: "der 61-jährige frühere Bankchef Manfred Stollberg"."""
    items, language = reading.items, reading.language
    for number in range(place + 1, min(len(items), place + _REACH)):
        item = items[number]
        if item.mention is not None and not item.mention.modifies:
            return number if item.mention.kind == "person" else None
        noun = language.code == "de" and item.is_word and item.text[0].isupper()
        office = language.is_office(item.low) or item.descriptor == "person"
        if not (noun or office or leads_to_name(item, language)):
            return None
    return None


def _find_before(items: Sequence[Item], place: int) -> int | None:
    """Return the person who is said to be so old: "X war 64 Jahre alt"."""
    for number in range(place - 1, max(-1, place - _REACH), -1):
        if items[number].clause != items[place].clause or items[number].is_mark:
            return None
        mention = items[number].mention
        if mention is not None:
            return number if mention.kind == "person" and not mention.owns else None
    return None


def _describes_unnamed(items: Sequence[Item], place: int) -> bool:
    return place + 1 < len(items) and items[place + 1].mention is None


def _find_apposed(items: Sequence[Item], place: int) -> int | None:
    """Return the person before a figure between commas or in brackets: "Ida Korn, 23,", "Stollberg (61)"."""
    if place < 2 or items[place - 1].text not in {",", "("}:
        return None
    closed = place + 1 == len(items) or items[place + 1].text in {",", ")", "."}
    mention = items[place - 2].mention
    named = mention is not None and mention.kind == "person" and mention.origin != "pronoun"
    return place - 2 if closed and named else None


def _find_bare(items: Sequence[Item], place: int) -> int | None:
    """Return who is said to be so old with nothing behind the figure: "He was 66."."""
    ends = place + 1 >= len(items) or items[place + 1].text in {".", ","}
    if not ends or place != 2 or items[1].low not in {"was", "is", "war", "ist"}:
        return None
    mention = items[0].mention
    return 0 if mention is not None and mention.kind == "person" else None


def _find_dead(reading: Reading, place: int) -> int | None:
    """Return who died at that age: "died on Monday aged 91"."""
    items = reading.items
    lead = " ".join(item.low for item in items[max(0, place - 2) : place])
    at = place > 1 and items[place - 1].low == "at" and items[place - 2].stem in _DYING
    if not (at or lead in _AT_DEATH or lead.rsplit(" ", 1)[-1] in _AT_DEATH):
        return None
    clause = [n for n, item in enumerate(items[:place]) if item.clause == items[place].clause]
    if not any(items[n].stem in _DYING for n in clause):
        return None
    named = [n for n in clause if (m := items[n].mention) is not None and m.kind == "person" and not m.owns]
    return named[0] if named else None
