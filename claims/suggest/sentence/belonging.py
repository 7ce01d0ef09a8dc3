"""Names that only say to whom or where something belongs that is named otherwise: a subsidiary, a town's theatre."""

from claims.suggest.sentence.reading import Reading

_GENITIVE = frozenset({"des", "der", "eines", "einer"})
_ATTRIBUTIVE = frozenset({"von", "vom", "of", "to"})


def names_another(reading: Reading, place: int) -> bool:
    """Tell whether a German place is the end of another name: "das Stadttheater Rehfelden", not "die Küste Japans"."""
    item, before = reading.items[place], reading.items[place - 1] if place else None
    if (
        reading.language.code != "de"
        or item.mention is None
        or item.mention.kind != "place"
        or item.mention.owns
        or before is None
    ):
        return False
    noun = (before.is_word or before.mention is not None) and before.text[0].isupper() and place > 1
    kind = before.mention.kind if before.mention is not None else before.descriptor
    return noun and kind != "place" and before.low not in reading.language.function_words


def is_of_part(reading: Reading, place: int) -> bool:
    """Tell whether a name says whose part is meant: "die Handballabteilung des TSV X", "X's German subsidiary"."""
    items, parts = reading.items, tuple(reading.language.bodies_within)
    mention = items[place].mention
    lead = place - 1
    while lead > 0 and (items[lead].low in reading.language.articles or items[lead].descriptor):
        lead -= 1
    if lead > 0 and items[lead].low in _ATTRIBUTIVE:
        lead -= 1
    elif not (lead > 0 and items[lead + 1].low in _GENITIVE):
        lead = -1
    if lead >= 0 and items[lead].mention is None and items[lead].low.endswith(parts):
        return True
    near = items[place + 1 : place + 4] if mention is not None and mention.owns else ()
    return any(item.low.endswith(parts) and item.mention is None for item in near)
