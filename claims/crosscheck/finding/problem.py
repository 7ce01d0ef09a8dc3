"""The conflicts of a run with all that is to be said of them, read a batch at a time."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.conflict.describe import (
    Question,
    Said,
    Side,
    list_sides,
    make_content_hash,
    make_fingerprint,
    make_message,
    tidy,
)
from claims.crosscheck.conflict.outline import Outline
from claims.crosscheck.query import read_sql, read_tuples
from claims.crosscheck.rules.rule import Rule
from claims.store.queries.mention import read_qualifiers
from claims.store.tables import Claim, Entity, Predicate, Slot

_AT_ONCE = 500
_MEMBERS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found in a slot."""

    slot: int
    rule: Rule
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Problem:
    """What is found, ready to be kept as a finding; `beside` are other slots that members answer.

    What two wordings show lies in no slot; `natural` is what makes it the same tomorrow. `outline` is of a
    conflict that has one, with its `sides` in words.
    """

    slot: int | None
    rule: str
    severity: str
    question: Question | None
    content_hash: str
    message: str
    members: tuple[tuple[int, int | None, tuple[int, ...]], ...]
    beside: frozenset[int] = frozenset()
    natural: str = ""
    outline: Outline | None = None
    sides: tuple[Side, ...] = ()

    @property
    def place(self) -> tuple[int | str | None, str]:
        """By what a finding of the same is known: its slot, or what is natural to it, and the rule."""
        return (self.natural or self.slot, self.rule)

    def fingerprint(self, ordinal: int = 0) -> str:
        """Return the finding's fingerprint; see `make_fingerprint`."""
        if self.question is None:
            return self.natural
        return make_fingerprint(self.rule, self.question, ordinal)


def describe_all(session: Session, found: Sequence[Found], roots: Mapping[int, int]) -> Iterator[Problem]:
    """Yield each conflict with its words and hashes; `roots` gives each slot's subject after merges."""
    for batch in _batch_by_members(found):
        questions = read_questions(session, {one.slot: roots[one.slot] for one in batch})
        said = read_said(session, {member.claim for one in batch for member in one.conflict.members})
        elsewhere = _Elsewhere(session, [one for one in batch if one.rule.wider is not None])
        for one in batch:
            conflict, question = one.conflict, questions[one.slot]
            beside = elsewhere.list_slots(one)
            of_one = elsewhere.place(one, question, said) if beside else said
            sides = list_sides(conflict, of_one)
            yield Problem(
                slot=one.slot,
                rule=one.rule.name,
                severity=one.rule.weigh(conflict),
                question=question,
                content_hash=make_content_hash(conflict, of_one),
                message=make_message(question, conflict, sides),
                members=conflict.members,
                beside=beside,
                outline=conflict.outline,
                sides=sides if conflict.outline is not None else (),
            )


def _batch_by_members(found: Sequence[Found]) -> Iterator[list[Found]]:
    """Yield what was found a batch at a time: as many as have so many members together, or one that has more."""
    batch: list[Found] = []
    members = 0
    for one in found:
        if batch and (len(batch) == _AT_ONCE or members + len(one.conflict.members) > _MEMBERS_AT_ONCE):
            yield batch
            batch, members = [], 0
        batch.append(one)
        members += len(one.conflict.members)
    if batch:
        yield batch


def read_questions(session: Session, roots: Mapping[int, int]) -> dict[int, Question]:
    """Return slots by their natural names; `roots` gives each slot's subject after merges."""
    subjects: dict[int, tuple[str, str]] = {}
    for part in _batches(set(roots.values())):
        entities = session.execute(select(Entity.id, Entity.label, Entity.kind).where(Entity.id.in_(part)))
        subjects |= {entity.id: (entity.label, entity.kind) for entity in entities}
    qualifiers = read_qualifiers(session, roots)
    questions: dict[int, Question] = {}
    for part in _batches(roots):
        rows = session.execute(
            select(Slot.id, Predicate.key)
            .join(Predicate, Predicate.id == Slot.predicate_id)
            .where(Slot.id.in_(part))
        )
        for row in rows:
            label, kind = subjects[roots[row.id]]
            questions[row.id] = Question(label, kind, row.key, qualifiers.get(row.id, {}))
    return questions


def read_said(session: Session, claim_ids: Iterable[int]) -> dict[int, Said]:
    """Return claims by their natural key and in words."""
    rows = read_tuples(session, read_sql("said_claims"), json.dumps(sorted(claim_ids)))
    return {claim: Said(tuple(natural), tidy(words)) for claim, *natural, words in rows}


class _Elsewhere:
    """Which questions the members of findings answer, where rules look beyond one slot."""

    def __init__(self, session: Session, found: Sequence[Found]) -> None:
        self._slots: dict[int, int] = {}
        for part in _batches({member.claim for one in found for member in one.conflict.members}):
            rows = session.execute(
                select(Claim.id, Slot.canonical_id)
                .join(Slot, Slot.id == Claim.slot_id)
                .where(Claim.id.in_(part))
            )
            self._slots |= {row.id: row.canonical_id for row in rows}
        self._questions = read_questions(session, _read_subjects(session, self._slots.values()))

    def list_slots(self, found: Found) -> frozenset[int]:
        """Return the slots that members answer, but for the finding's own."""
        slots = {self._slots.get(member.claim, found.slot) for member in found.conflict.members}
        return frozenset(slots - {found.slot})

    def place(self, found: Found, question: Question, said: Mapping[int, Said]) -> dict[int, Said]:
        """Return what the members say, with the question where it is not the finding's own."""
        placed: dict[int, Said] = {}
        for member in found.conflict.members:
            slot = self._slots.get(member.claim, found.slot)
            own = said[member.claim]
            placed[member.claim] = own if slot == found.slot else own.asked(self._questions[slot], question)
        return placed


def _read_subjects(session: Session, slots: Iterable[int]) -> dict[int, int]:
    """Return the subjects of canonical slots."""
    subjects: dict[int, int] = {}
    for part in _batches(set(slots)):
        rows = session.execute(select(Slot.id, Slot.subject_id).where(Slot.id.in_(part)))
        subjects |= {row.id: row.subject_id for row in rows}
    return subjects


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    wanted = sorted(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]
