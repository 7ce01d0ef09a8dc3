"""Shares of parties in a vote or poll, said beside their names: "Labour was backed by 31 percent", "die SPD bei 22 Prozent"."""

from collections.abc import Iterator, Mapping, Sequence

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
    words = {word for item in items if not item.is_mark for word in item.low.split()} | memory.recent_words
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


_REMEMBERED = 2
"""How many sentences back the vote is still the one that shares are of."""


def carry_election(reading: Reading, drafts: Sequence[Draft], memory: Memory) -> None:
    """Say of which vote shares are that name none: of the one that the sentences before told of."""
    voted = tuple(reading.language.elections)
    for item in reading.items:
        if (
            item.mention is not None
            and item.mention.kind == "event"
            and any(word.endswith(voted) for word in item.low.split())
        ):
            memory.election = (memory.sentence, item.mention.entity.label)
            return
    if memory.election is None or memory.sentence - memory.election[0] > _REMEMBERED:
        return
    if {item.low for item in reading.items} & _ANOTHER:
        memory.election = None
        return
    for draft in drafts:
        if draft.predicate == "vote_share":
            draft.qualifiers.setdefault("election", memory.election[1])


_ANOTHER = frozenset(
    {"zuvor", "vorigen", "letzten", "vergangenen", "damals", "umfrage", "umfragen", "bundesweit", "landesweit", "previous", "last",
     "earlier", "poll", "polls", "nationwide", "stichwahl", "runoff", "run-off", "wahlgang", "round"}
)  # fmt: skip
"""Words of another vote than the one before."""


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
