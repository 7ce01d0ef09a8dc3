"""Where something is said to be or to hold: a release in one country, staff at one plant."""

from collections.abc import Mapping, Sequence
from functools import cache

from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.words.language import read_table
from claims.values.value import EntityValue
from claims.vocabulary import Predicate

_PLACED = frozenset({"product", "organisation", "law"})
"""Kinds that are in many places; an event or building is in one, and its name or location says where.

An incident is, but for a storm, a flood or a war.
"""
_IN = frozenset({"in", "im", "across", "throughout"})
_TOWN_NOUNS = frozenset({"stadt", "gemeinde", "hansestadt", "landeshauptstadt", "bundesland"})


def find_place(reading: Reading, draft: Draft, predicate: Predicate) -> EntityValue | None:
    """Return the place behind "in" that belongs to the verb or the value, not to a noun before it."""
    items, anchor = reading.items, reading.items[get_anchor(reading, draft)]
    if not _PLACED & set(predicate.subject_kinds) and not _is_wide(reading, draft):
        return None
    sites = predicate.key == "staff"
    for place, item in enumerate(items[1:], 1):
        mention = item.mention
        if sites and mention is not None and mention.kind == "place" and _is_at_site(reading, place, anchor):
            return mention.entity
        if (
            mention is None
            or mention.kind != "place"
            or mention.modifies
            or mention.owns
            or len(item.group) != 1
            or item.clause != anchor.clause
            or mention.entity == (draft.subject.entity if draft.subject else None)
        ):
            continue
        noun = place > 2 and items[place - 1].low in _TOWN_NOUNS  # "in der Stadt Emden"
        lead = place - 1 - noun
        lead -= items[lead].low in reading.language.articles
        if items[lead].low in _IN and not (lead and _belongs_to_noun(items, lead, draft, reading)):
            return mention.entity
    return None


def _is_at_site(reading: Reading, place: int, anchor: Item) -> bool:
    """Tell whether a place is that of a plant or office where people work: "im Werk Goslar", "at its Leeds plant"."""
    items, sites = reading.items, list_words("site")
    before = items[place - 1].low if items[place - 1].low not in _IN else items[max(0, place - 2)].low
    behind = items[place + 1].low if place + 1 < len(items) else ""
    at_site = before in sites or behind in sites or _is_in_part(items, place)
    return items[place].clause == anchor.clause and at_site


def _is_in_part(items: Sequence[Item], place: int) -> bool:
    """Tell whether a town is that of a part of a firm in which people work: "in der Abfüllung in Calbe", "at its mill in Selby"."""
    if place < 4 or items[place - 1].low != "in" or not items[place - 2].is_word:
        return False
    lead = place - 3
    while lead > 0 and items[lead].is_word and items[lead].low not in _LEADS | _TO_PART:
        lead -= 1
        if place - lead > _LONGEST_PART:
            return False
    return items[lead].low in _TO_PART or (lead > 0 and items[lead - 1].low in _TO_PART)


_LEADS = frozenset({"der", "dem", "the", "its", "their", "seiner", "seinem", "ihrer", "ihrem"})
_TO_PART = frozenset({"in", "im", "am", "an", "at", "bei", "beim"})
_LONGEST_PART = 6


def find_site(reading: Reading, draft: Draft) -> str | None:
    """Return the plant or office of which nobody knows the place: "im Werk Goslar", "at the Selby plant"."""
    items, sites = reading.items, list_words("site")
    anchor = items[get_anchor(reading, draft)]
    for place in range(len(items)):
        if _is_in_part(items, place) and items[place].clause == anchor.clause:
            town = _read_town(reading, place)
            if town is not None:
                return town.label
    for place, item in enumerate(items):
        if (
            item.low not in sites
            or item.mention is not None
            or item.clause != items[get_anchor(reading, draft)].clause
        ):
            continue
        behind = items[place + 1] if place + 1 < len(items) else None
        if reading.language.code == "de" and place and items[place - 1].low in {"im", "am"}:
            named = (
                behind is not None and behind.is_word and behind.text[0].isupper() and behind.mention is None
            )
            return behind.text if behind is not None and named else item.text
        named = place > 1 and items[place - 1].text[0].isupper() and items[place - 1].mention is None
        if named and items[place - 2].low in {"the", "its", "their", "at"}:
            return items[place - 1].text
    return None


def find_birthplace(reading: Reading, draft: Draft) -> EntityValue | None:
    """Return where somebody was born: behind "in", in the clause of the day."""
    items = reading.items
    clauses = {items[get_anchor(reading, draft)].clause, items[draft.value_item].clause}
    for place in range(1, len(items)):
        if items[place].clause in clauses and items[place - 1].low in {"in", "im"}:
            where = _read_town(reading, place)
            if where is not None:
                return where
    return None


def find_home(reading: Reading, draft: Draft) -> EntityValue | None:
    """Return where a person lives or serves: "Timo Falk aus Goslar", "the mayor of Goslar, Timo Falk".

    Nobody else tells two people of one name apart.
    """
    items = reading.items
    name = next((n for n, item in enumerate(items) if item.mention is draft.subject), None)
    if name is None:
        return None
    behind = name + 1
    while behind < min(len(items), name + 4) and (items[behind].is_mark or items[behind].value is not None):
        behind += 1  # "Timo Falk (41) aus Goslar"
    for place in (behind + 1, *range(max(1, name - 2), name)):
        leads = _FROM if place > name else _OF
        if place < len(items) and items[place - 1].low in leads:
            where = _read_town(reading, place)
            if where is not None:
                return where
    return None


_OF = frozenset({"von", "of"})
_FROM = _OF | {"aus", "from"}


def _read_town(reading: Reading, place: int) -> EntityValue | None:
    """Return the place at an item, known or not; German writes every noun large, so a town there has no article."""
    item = reading.items[place]
    if item.mention is not None:
        plain = item.mention.kind == "place" and not item.mention.modifies and not item.mention.owns
        return item.mention.entity if plain else None
    unknown = item.is_word and item.text[0].isupper() and item.descriptor is None and item.value is None
    return EntityValue(item.text, None, "place") if unknown else None


def _is_wide(reading: Reading, draft: Draft) -> bool:
    """Tell whether the clause or the name of what it is about calls it something that strikes many places."""
    clause = reading.items[get_anchor(reading, draft)].clause
    words = [item.low for item in reading.items if item.clause == clause and item.is_word]
    words += draft.subject.entity.label.casefold().split() if draft.subject is not None else []
    wide = tuple(list_words("wide"))
    return any(word.endswith(wide) if reading.language.code == "de" else word in wide for word in words)


def _belongs_to_noun(items: Sequence[Item], lead: int, draft: Draft, reading: Reading) -> bool:
    """Tell whether "in" at `lead` tells more of the noun before it ("das Werk in Bonn")."""
    before = items[lead - 1]
    if lead - 1 in draft.covers or before.value is not None or not before.is_word:
        return before.mention is not None and lead - 1 not in draft.covers
    if reading.language.code == "de":
        return before.text[0].isupper() and lead - 1 > 0
    near = range(max(0, lead - 3), lead)
    return before.descriptor is not None and not any(n in draft.covers for n in near)


def get_anchor(reading: Reading, draft: Draft) -> int:
    """Return the item of the trigger, the last one where it stands in none."""
    return min(draft.anchor, len(reading.items) - 1)


@cache
def list_words(name: str) -> Mapping[str, str]:
    """Map each word of a separator to what it says."""
    table = read_table("separators.toml")[name]
    return {
        word.replace("_", " "): said.replace("_", " ")
        for said, words in table.items()
        for word in words.split()
    }
