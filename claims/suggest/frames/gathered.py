"""How many came to protest: "Rund 2.500 Menschen haben in Halbe demonstriert", "15,000 people protested in Belgrade".

The protest has no name of its own, so it is named after where it was, and what the sentences behind count is counted of it.
"""

from collections.abc import Iterator

from claims.suggest.entities.mention import Mention
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading
from claims.values.value import EntityValue, Quantity

_PROTESTING = {
    "de": ("demonstriert", "demonstrierten", "protestiert", "protestierten"),
    "en": ("protested", "demonstrated", "rallied", "marched"),
}
_NOUN = {"de": "Demonstration in ", "en": "protest in "}
_PEOPLE = frozenset(
    {
        "menschen",
        "personen",
        "demonstranten",
        "beschäftigte",
        "bauern",
        "schüler",
        "studierende",
        "people",
        "protesters",
        "demonstrators",
        "farmers",
        "students",
        "workers",
        "teachers",
        "residents",
    }
)
_SOURCES = {
    "polizei": "police",
    "police": "police",
    "veranstalter": "organisers",
    "organisatoren": "organisers",
    "veranstaltern": "organisers",
    "organisers": "organisers",
    "organizers": "organisers",
}
_SCORE = 0.74
_COUNTED = frozenset(
    {"teilnehmern", "teilnehmer", "menschen", "demonstranten", "number", "crowd", "turnout", "attendance"}
)


def propose_gathered(reading: Reading, memory: Memory) -> Iterator[Draft]:
    """Yield the participants of a protest, and the counts that police and organisers give of it."""
    items, language = reading.items, reading.language
    verb = next((n for n, item in enumerate(items) if item.low in _PROTESTING[language.code]), None)
    where = _find_place(reading) if verb is not None else None
    if verb is None or where is None:
        yield from _propose_counts(reading, memory)
        return
    place = items[where].mention
    crowd = next(
        (n for n in range(len(items) - 1) if _is_count(reading, n) and items[n + 1].low in _PEOPLE), None
    )
    if place is None or crowd is None:
        return
    event = Mention(
        items[verb].start,
        items[verb].end,
        EntityValue(_NOUN[language.code] + place.entity.label, None, "event"),
        0,
        0,
        "pattern",
    )
    memory.protest = event
    yield _make(reading, event, crowd, {verb, where, crowd}, (event.start, event.end))


def _propose_counts(reading: Reading, memory: Memory) -> Iterator[Draft]:
    if memory.protest is None:
        return
    items = reading.items
    named = [n for n, item in enumerate(items) if item.low in _SOURCES and item.is_word]
    if not named or not any(item.low in _COUNTED for item in items):
        return
    for place in range(len(items)):
        source = max((n for n in named if n < place), default=None)
        counts = _is_count(reading, place) and (
            place + 1 == len(items) or items[place + 1].is_mark or items[place + 1].low in _COUNTED | _PEOPLE
        )
        if source is None or not counts:
            continue
        draft = _make(reading, memory.protest, place, {source, place}, None)
        draft.qualifiers = {"source": _SOURCES[items[source].low]}
        draft.reasons.append(f"of {memory.protest.entity.label}, from a sentence before")
        yield draft


def _make(
    reading: Reading, event: Mention, place: int, covers: set[int], subject_at: tuple[int, int] | None
) -> Draft:
    item = reading.items[place]
    value = item.value.value if item.value is not None else None
    return Draft("participants", event, value, place, covers, _SCORE, [f"figure “{item.text}” of people who protested"],
                 value_item=place, value_at=(item.start, item.end), subject_at=subject_at)  # fmt: skip


def _is_count(reading: Reading, place: int) -> bool:
    value = reading.items[place].value
    return (
        value is not None
        and isinstance(value.value, Quantity)
        and value.value.unit is None
        and "/" not in value.value.amount
    )


def _find_place(reading: Reading) -> int | None:
    items = reading.items
    for place in range(1, len(items)):
        mention = items[place].mention
        if (
            mention is not None
            and mention.kind == "place"
            and not mention.modifies
            and items[place - 1].low in {"in", "im"}
        ):
            return place
    return None
