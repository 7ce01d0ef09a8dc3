"""Founders and successors whose company or predecessor only the sentences before name: "Gründerin Selma Yıldız sagte"."""

from collections.abc import Iterator

from claims.suggest.entities.mention import Mention
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading

_SCORE = 0.62
_REACH = 3
_WAY = 5


def propose_roles_before(reading: Reading, memory: Memory) -> Iterator[Draft]:
    """Yield who founded the one company, or follows the one person, that the sentences before were about."""
    items, language = reading.items, reading.language
    for place, item in enumerate(items):
        if not item.is_word:
            continue
        if item.low in language.founder_nouns:
            seat = _find_only(reading, "organisation", memory)
            person = _find_behind(reading, place) if seat is not None else None
            if seat is not None and person is not None and not _is_former(reading, place):
                yield _make(reading, "founder", seat, place, person)
        elif item.low in language.successor_nouns and _opens_clause(reading, place):
            before = _find_only(reading, "person", memory, but=_find_after(reading, place))
            person = _find_after(reading, place)
            if before is not None and person is not None:
                yield _make(reading, "successor", before, place, person)


def _find_only(reading: Reading, kind: str, memory: Memory, but: int | None = None) -> Mention | None:
    here = [
        i
        for n, i in enumerate(reading.items)
        if i.mention is not None and i.mention.kind == kind and n != but
    ]
    return memory.find_only(kind, reach=_REACH) if not here else None


def _find_behind(reading: Reading, place: int) -> int | None:
    """Return the person right behind a noun: "Gründerin Selma Yıldız", "founder Anika Rao"."""
    following = reading.items[place + 1] if place + 1 < len(reading.items) else None
    named = following is not None and following.mention is not None and following.mention.kind == "person"
    return place + 1 if named else None


def _find_after(reading: Reading, place: int) -> int | None:
    """Return the person whom "Nachfolger ist …" or "Her successor is …" names."""
    items, language = reading.items, reading.language
    for number in range(place + 1, min(len(items), place + 1 + _WAY)):
        mention = items[number].mention
        if mention is not None:
            return number if mention.kind == "person" and not mention.owns else None
        if items[number].is_mark or items[number].low in language.prepositions:
            return None
    return None


def _opens_clause(reading: Reading, place: int) -> bool:
    """Tell whether "Nachfolger" or "ihre Nachfolgerin" begins its clause."""
    items = reading.items
    before = items[place - 1] if place else None
    if before is None or before.is_mark:
        return True
    own = before.low in {"sein", "seine", "ihr", "ihre", "his", "her"}
    return own and (place == 1 or items[place - 2].is_mark)


def _is_former(reading: Reading, place: int) -> bool:
    return any(item.low in reading.language.former for item in reading.items[max(0, place - 2) : place])


def _make(reading: Reading, predicate: str, subject: Mention, place: int, person: int) -> Draft:
    items = reading.items
    mention = items[person].mention
    return Draft(
        predicate,
        subject,
        mention.entity if mention is not None else None,
        place,
        {place, person},
        _SCORE,
        [f"“{items[place].text}” beside a name", f"of {subject.entity.label}, from a sentence before"],
        value_item=person,
        value_at=(items[person].start, items[person].end),
        modality="happened" if predicate == "founder" else None,
    )
