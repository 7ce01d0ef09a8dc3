"""Shares of parties in a vote or poll, said beside their names: "Labour was backed by 31 percent", "die SPD bei 22 Prozent"."""

from collections.abc import Iterator, Mapping

from claims.suggest.frames.measured import get_dimension
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading
from claims.values.value import Quantity
from claims.vocabulary import Unit

_REACH = 6
_SCORE = 0.78
_CHANGING = frozenset({"by", "um", "plus", "minus", "from", "von", "up", "down", "of"})


def propose_voted(reading: Reading, memory: Memory, units: Mapping[str, Unit]) -> Iterator[Draft]:
    """Yield the share of each party that stands before a percentage, where a vote or poll is spoken of."""
    items, language = reading.items, reading.language
    words = {item.low for item in items if item.is_word} | memory.recent_words
    if not words & language.elections:
        return
    for place, item in enumerate(items):
        if item.value is None or not isinstance(item.value.value, Quantity):
            continue
        if get_dimension(item.value.value, units) != "percent":
            continue
        party = _find_party(reading, place)
        mention = items[party].mention if party is not None else None
        if party is None or mention is None:
            continue
        yield Draft(
            "vote_share",
            mention,
            item.value.value,
            place,
            {party, place},
            _SCORE,
            [f"figure “{item.text}” beside a party, where a vote is spoken of"],
            value_item=place,
            value_at=(item.start, item.end),
            subject_at=(mention.start, mention.end),
        )


def _find_party(reading: Reading, place: int) -> int | None:
    items, language = reading.items, reading.language
    for number in range(place - 1, max(-1, place - 1 - _REACH), -1):
        item = items[number]
        if item.mention is not None:
            named = item.mention.entity.label.lower().replace("/", " ").split()
            party = item.mention.kind == "organisation" and bool(set(named) & language.parties)
            return number if party and len(item.group) == 1 and not item.mention.owns else None
        stops = item.value is not None or item.is_mark or item.low in language.coordinators
        if stops or (number == place - 1 and item.low in _CHANGING - _agents(reading, number)):
            return None
    return None


def _agents(reading: Reading, number: int) -> frozenset[str]:
    """Return "by" where it leads to who backs a party ("was backed by 31 percent")."""
    backed = number > 0 and reading.items[number - 1].low in {"backed", "supported", "favoured", "chosen"}
    return frozenset({"by"}) if backed else frozenset()
