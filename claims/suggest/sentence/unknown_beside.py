"""What an unknown name is by the words beside it: a speaker, an apposition, an agent, an object."""

from collections.abc import Callable

from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.unknown_runs import find_lead, is_strong

KINDS = ("product", "organisation", "person", "law", "place")
"""What a name found by its place can be; of buildings, events and the like the noun in the name tells."""
_WAYS = 6


def read_speaker(reading: Reading, first: int, behind: int) -> str | None:
    """Return that a name beside a verb of speech is a person's: "sagte Oppositionsführer X Y", "councillor X Y said"."""
    items, language = reading.items, reading.language
    if language.code == "en" and behind + 1 < len(items) and items[behind].low in language.plain_saying:
        before = items[first - 1] if first else None
        told = (
            before is not None
            and before.is_word
            and before.text[0].islower()
            and (
                before.descriptor == "person"
                or before.low in language.unknown_ranks
                or language.is_office(before.low)
            )
        )
        own = items[behind + 1].low
        return "person" if told or own in {"he", "she"} else "organisation" if own == "it" else None
    verb = first - 1
    while verb > 0 and first - verb < _WAYS and items[verb].is_word and not is_speech(reading, verb):
        if items[verb].low in language.function_words - language.determiners:
            return None
        verb -= 1
    if verb < 0 or not is_speech(reading, verb) or items[verb].low in language.evidence:
        return None
    closed = verb > 0 and (items[verb - 1].is_mark or items[verb - 1].low in {"so", "wie"})
    ends = behind >= len(items) or items[behind].is_mark or not items[behind].text[0].isupper()
    return "person" if closed and ends else None


def read_apposition(reading: Reading, first: int, behind: int) -> str | None:
    """Return what the noun before a comma says a name to be: "its first chip, the Ridge 1,", "its maker, Volt,"."""
    items, language = reading.items, reading.language
    comma = first - 1 - (items[first - 1].low in {"the", "der", "die", "das"})
    if comma < 1 or items[comma].text != "," or not items[comma - 1].is_word:
        return None
    ends = behind >= len(items) or items[behind].is_mark
    kind = items[comma - 1].descriptor
    held = language.is_office(items[comma - 1].low) or _stands_behind(
        reading, _skip_name(reading, comma), language.is_office
    )
    if held and (kind is None or kind == "organisation") and behind - first > 1:
        kind = "person"
    return (
        kind
        if ends and kind in KINDS and (reading.language.code == "en" or is_strong(reading, first, behind))
        else None
    )


def read_agent(reading: Reading, first: int, behind: int) -> str | None:
    """Return what a name behind "von" or "by" is: "was developed by X", "wurde von X entwickelt"."""
    items, language = reading.items, reading.language
    lead = find_lead(reading, first)
    if lead == 0 or items[lead - 1].low not in language.agents:
        return None
    if behind + 1 < len(items) and items[behind].descriptor and items[behind + 1].mention is not None:
        return None  # "by the Swiss firm Helvion"
    if language.code == "de" and not is_strong(reading, first, behind):
        return None
    near = (
        range(behind, min(len(items), behind + 2 * _WAYS))
        if language.code == "de"
        else range(lead - 2, max(-1, lead - _WAYS), -1)
    )
    role = next(
        (language.unknown_roles[items[n].stem] for n in near if items[n].stem in language.unknown_roles), None
    )
    return role[1] if role is not None else None


def read_owner(reading: Reading, first: int, behind: int) -> str | None:
    """Return that a name behind "Tochter von" or "a subsidiary of" is an organisation's."""
    items, language = reading.items, reading.language
    lead = find_lead(reading, first)
    if first and items[first - 1].low in language.rival_nouns:
        return "organisation"
    if lead < 1:
        return None
    inside = items[lead - 1].low in {"von", "of"} or items[lead].low in {"der", "des", "vom"}
    noun = lead - 2 if items[lead - 1].low in {"von", "of"} else lead - 1
    owned = inside and noun >= 0 and items[noun].low in language.owned_nouns
    belongs = items[lead].low in {"zu", "zum", "zur"} or items[lead - 1].low in {"zu", "zum", "zur"}
    owned = owned or (
        belongs and any(item.low in {"gehört", "gehörte"} for item in items[max(0, lead - 4) : lead])
    )
    return (
        "organisation"
        if owned and (language.code == "en" or is_strong(reading, first, behind) or belongs)
        else None
    )


def read_seat(reading: Reading, first: int, behind: int) -> str | None:
    """Return that a name behind the head of a company is an organisation's: "the CEO of X", "Vorstandschefin der X Y"."""
    told = reading.language.code == "en" or is_strong(reading, first, behind)
    heads = reading.language.company_offices.__contains__
    return "organisation" if told and _stands_behind(reading, find_lead(reading, first), heads) else None


def read_holder(reading: Reading, first: int, behind: int) -> str | None:
    """Return that a name before such an office is a person's: "X Y, CEO of Volt"."""
    items, language = reading.items, reading.language
    if behind + 2 >= len(items) or items[behind].text != "," or behind - first < 2:
        return None
    office = behind + 1 + (items[behind + 1].low in language.determiners)
    widths = language.list_office_widths(items[office].low)
    ends = [
        office + width
        for width in widths
        if " ".join(i.low for i in items[office : office + width]) in language.company_offices
    ]
    led = bool(ends) and ends[0] < len(items) and items[ends[0]].low in language.links
    return "person" if led else None


def _skip_name(reading: Reading, behind: int) -> int:
    """Return where a name that ends before an item begins, with the article before it."""
    place = behind
    while place > 0 and reading.items[place - 1].text[0].isupper():
        place -= 1
    return find_lead(reading, place)


def _stands_behind(reading: Reading, lead: int, is_office: Callable[[str], bool]) -> bool:
    """Tell whether such an office stands before what begins at an item: "CEO of", "Vorstandschefin der"."""
    items, language = reading.items, reading.language
    linked = lead > 0 and items[lead - 1].low in language.links
    last = lead - 2 if linked else lead - 1
    if last < 0 or not (linked or (lead < len(items) and items[lead].low in language.links)):
        return False
    phrases = {" ".join(item.low for item in items[max(0, last - width) : last + 1]) for width in range(3)}
    return any(map(is_office, phrases))


def read_object(reading: Reading, first: int, behind: int) -> str | None:
    """Return what a name behind an active verb is: "Volt acquired X", "übernimmt den Konkurrenten X"."""
    items, language = reading.items, reading.language
    lead = find_lead(reading, first)
    verb = lead - 1
    described = first - lead > 1 or items[first - 1].low in language.unknown_appositions
    if language.code == "de" and lead > 1 and (role := _read_closing_verb(reading, lead, behind)):
        return role if described or is_strong(reading, first, behind) else None
    if verb < 1 or items[verb].stem not in language.unknown_roles or not items[verb].text[0].islower():
        return None
    if language.code == "de" and not (described or is_strong(reading, first, behind)):
        return None
    if any(item.low in language.passives for item in items[max(0, verb - 3) : verb]):
        return None
    return language.unknown_roles[items[verb].stem][0]


def _read_closing_verb(reading: Reading, lead: int, behind: int) -> str | None:
    """Return what the participle that ends a German clause is said of: "hat den Konkurrenten X übernommen"."""
    items, language = reading.items, reading.language
    clause = items[lead].clause
    last = behind
    while last + 1 < len(items) and items[last + 1].clause == clause and items[last + 1].is_word:
        last += 1
    if last >= len(items) or items[last].clause != clause or items[last].stem not in language.unknown_roles:
        return None
    opening = {item.low for item in items[:lead] if item.clause == clause}
    led = items[lead - 1].low in language.prepositions or items[lead].low in _OBLIQUE
    acts = opening & language.unknown_have and not opening & language.passives
    return language.unknown_roles[items[last].stem][0] if acts and not led else None


_OBLIQUE = frozenset({"dem", "der", "des", "vom", "zum", "zur", "beim", "im", "am"})


def is_speech(reading: Reading, place: int) -> bool:
    """Tell whether a verb of speech stands at item `place`."""
    low = reading.items[place].low
    return any(low in forms for forms in reading.language.saying.values())
