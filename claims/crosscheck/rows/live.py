"""Building check rows from the live mentions in the ledger.

Claims, the times of their mentions and the separators of their slots are read in three streams side
by side, one question at a time, and rows are written as they come: memory is that of the largest
question. Of most predicates a claim needs one live mention and no more; then no other is read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.facets import NAMED, VALUE, WORDED, Facet, hash_text, is_plain, list_facets, widen
from claims.crosscheck.rows.moments import list_moments
from claims.crosscheck.rows.row import (
    Answer,
    Moment,
    Row,
    bound,
    is_another,
    is_whole,
    list_rows,
    make_answer,
)
from claims.store.queries.claim import value_of
from claims.store.tables import CheckRow, Entity
from claims.store.write import insert_rows
from claims.values.value import StringValue
from claims.vocabulary import Predicate

_AT_ONCE = 10_000
Progress = Callable[[int, int], None]
Separators = frozenset[tuple[str, str]]


@dataclass(slots=True)
class Live:
    """A claim with live mentions; `seen` has publication and sentence of each where that matters."""

    slot: int
    snak: str
    as_of: str
    answer: Answer | None
    seen: set[tuple[str | None, int | None]] = field(default_factory=set)


def rebuild(
    session: Session, predicates: Mapping[int, Predicate], *, progress: Progress | None, total: int
) -> None:
    """Write the check rows of the claims in `check_rest`; all that belong to one question must be there."""
    canonical = Canonical(session)
    done = 0
    buffer: list[Row] = []
    for question, live, qualifiers in list_questions(session, predicates, canonical):
        buffer += list_question_rows(predicates[question[1]], live, qualifiers)
        done += len({claim.slot for claim in live.values()})
        if len(buffer) >= _AT_ONCE:
            insert_rows(session, CheckRow, Row._fields, buffer)
            buffer.clear()
            if progress is not None:
                progress(done, total)
    insert_rows(session, CheckRow, Row._fields, buffer)


class Canonical:
    """Which entity stands for another after merges; reads each chain once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[int, int] = {}

    def find(self, entity_id: int, merged_into: int | None) -> int:
        """Return the end of the chain, given its first step."""
        if merged_into is None:
            return entity_id
        found = self._known.get(entity_id)
        if found is None:
            above = self._session.scalar(select(Entity.merged_into_id).where(Entity.id == merged_into))
            found = self._known[entity_id] = self.find(merged_into, above)
        return found


Asked = tuple[tuple[int, int], dict[int, Live], dict[int, dict[str, str]]]


def list_questions(
    session: Session, predicates: Mapping[int, Predicate], canonical: Canonical
) -> Iterator[Asked]:
    """Yield (subject, predicate), live claims by id, and separators by slot, for each question."""
    streams = [run(session, read_sql(name)) for name in ("live_claims", "live_moments", "live_qualifiers")]
    try:
        claims, moments, separators = streams
        told, stated = _Beside(moments), _Beside(separators)
        for place, together in groupby(claims, key=_place):
            predicate = predicates[place[1]]
            live = {
                row.claim_id: Live(
                    row.canonical_id, row.snak, row.as_of, read_answer(row, predicate, canonical)
                )
                for row in together
            }
            for row in told.take(place):
                live[row.claim_id].seen.add((row.published, row.sentence_id))
            qualifiers: dict[int, dict[str, str]] = {}
            for row in stated.take(place):
                qualifiers.setdefault(row.canonical_id, {})[row.key] = row.value
            yield place, live, qualifiers
    finally:
        for stream in streams:
            stream.close()


class _Beside:
    """A stream of rows in the order of questions, read beside another one in that order."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._questions = groupby(rows, key=_place)
        self._next = next(self._questions, None)

    def take(self, place: tuple[int, int]) -> Iterable[Any]:
        """Return the rows of one question; those of questions before it are passed over."""
        while self._next is not None and self._next[0] < place:
            self._next = next(self._questions, None)
        return self._next[1] if self._next is not None and self._next[0] == place else ()


def _place(row: Any) -> tuple[int, int]:
    return row.root, row.predicate_id


def read_answer(row: Any, predicate: Predicate, canonical: Canonical) -> Answer | None:
    """Return what a claim, given by its columns as `sql/live_claims.sql` names them, says."""
    entity = None
    if row.value_entity_id is not None:
        entity = canonical.find(row.value_entity_id, row.merged_into_id)
    elif row.value_type == "string":
        entity = hash_text(StringValue(row.value_text))
    return make_answer(
        predicate,
        _list_facets(row, predicate),
        entity,
        snak=row.snak,
        polarity=row.polarity,
        modality=row.modality,
        shared=bool(row.shared),
    )


def _list_facets(row: Any, predicate: Predicate) -> list[Facet]:
    """Return the facets of a stored value, from its columns where they say all."""
    match row.value_type:
        case "entity":
            return [NAMED]
        case "string":
            return [WORDED]
        case "quantity":
            # As `get_base_bounds` reads a figure without a unit.
            dimension = row.dimension or ("percent" if "/" in row.amount else "number")
            return [widen(predicate, dimension, row.number_lo, row.number_hi)]
        case "date" if is_plain(row.edtf) and row.day_lo is not None and row.day_hi is not None:
            return [Facet(VALUE, row.day_lo, row.day_hi)]
        case "date" | "boolean":
            value = value_of(row)
            return [] if value is None else list_facets(predicate, value)
    return []


def list_question_rows(
    predicate: Predicate, live: Mapping[int, Live], qualifiers: Mapping[int, Mapping[str, str]]
) -> Iterator[Row]:
    """Yield the rows of all slots of one question.

    A claim whose slot leaves out a separator that another slot states joins that slot too.
    """
    sets = _list_sets(predicate, live)
    slots = list_slots(live, qualifiers)
    made: dict[Separators, list[tuple[int, Answer, list[Moment]]]] = {}
    for claim_id, claim in live.items():
        if claim.answer is not None:
            separators = frozenset(qualifiers.get(claim.slot, {}).items())
            moments = _list_claim_moments(predicate, claim, sets)
            made.setdefault(separators, []).append((claim_id, claim.answer, moments))
    for separators, slot in slots.items():
        for claim_id, answer, moments in made[separators]:
            yield from list_rows(slot, claim_id, answer, moments)
        for less in _list_less_scoped(separators, slots):
            if is_another(predicate, dict(less), dict(separators)):
                continue
            whole = is_whole(predicate, dict(less), dict(separators))
            for claim_id, answer, moments in made[less]:
                yield from list_rows(
                    slot, claim_id, bound(answer) if whole else answer, moments, unscoped=True
                )


def list_slots(
    live: Mapping[int, Live], qualifiers: Mapping[int, Mapping[str, str]]
) -> dict[Separators, int]:
    """Return the slots of one question that have rows; of namesakes that were merged one stands for all."""
    slots: dict[Separators, int] = {}
    for claim in live.values():
        if claim.answer is not None:
            separators = frozenset(qualifiers.get(claim.slot, {}).items())
            slots[separators] = min(slots.get(separators, claim.slot), claim.slot)
    return slots


def _list_less_scoped(separators: Separators, slots: Mapping[Separators, int]) -> Iterator[Separators]:
    """Yield the slots that state some of the separators and nothing else, in the cheaper of two ways."""
    if len(slots) <= 2 ** len(separators):
        yield from (other for other in slots if other < separators)
        return
    for size in range(len(separators)):
        for subset in combinations(separators, size):
            if (less := frozenset(subset)) in slots:
                yield less


def _list_sets(predicate: Predicate, live: Mapping[int, Live]) -> set[tuple[int, int]]:
    """Return (slot, sentence) of the sentences that name several values of a set."""
    if predicate.cardinality != "set":
        return set()
    first: dict[tuple[int, int], int] = {}
    several: set[tuple[int, int]] = set()
    for claim_id, claim in live.items():
        if claim.answer is None or claim.answer.kind != "asserted":
            continue
        for _, sentence in claim.seen:
            if sentence is not None and first.setdefault((claim.slot, sentence), claim_id) != claim_id:
                several.add((claim.slot, sentence))
    return several


def _list_claim_moments(predicate: Predicate, claim: Live, sets: set[tuple[int, int]]) -> list[Moment]:
    """Return the as-of intervals of a claim, with the sentence of each where it forms a set."""
    by_set: dict[int | None, set[str | None]] = {}
    for published, sentence in claim.seen or {(None, None)}:
        together = sentence if sentence is not None and (claim.slot, sentence) in sets else None
        by_set.setdefault(together, set()).add(published)
    return [
        (as_of, member_of)
        for member_of, published in by_set.items()
        for as_of in list_moments(predicate, claim.snak, claim.as_of, published)
    ]
