"""Checking the claims of a text against a ledger that does not hold them, and that is only read.

They join the ledger's claims of the same questions in memory; rows, split and rules are those of the
cross-check, so that it finds the same once the text is imported.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.conflict.oppose import list_opponents
from claims.crosscheck.conflict.split import split
from claims.crosscheck.conflict.stand import Group, Question, Stand, gather
from claims.crosscheck.held.examined import Examined
from claims.crosscheck.held.house_fact import Bound, Published, find_violations, list_names, needs_dates
from claims.crosscheck.held.listed import Listed, find_mismatch, read_listed
from claims.crosscheck.held.ruling import gather_facts, list_bound, read_published, read_rulings
from claims.crosscheck.query import read_sql, run, run_all
from claims.crosscheck.rows.facets import ENTITY, hash_text, list_facets
from claims.crosscheck.rows.live import (
    Canonical,
    Live,
    Separators,
    list_question_rows,
    list_questions,
    list_slots,
)
from claims.crosscheck.rows.row import KEYS_PER_SLOT, Row, make_answer
from claims.crosscheck.rows.whole import read_wholes
from claims.crosscheck.rules.reference_mismatch import RULE as MISMATCH_RULE
from claims.crosscheck.rules.rule import Rule
from claims.crosscheck.setting import read_rules
from claims.store.queries.check_row import read_compared_predicates
from claims.values.value import StringValue, Value
from claims.vocabulary import Predicate

Stands = Mapping[Group, Sequence[Stand]]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of the text.

    `subject` and `entity` (the value, if it is one) are rows of the ledger after merges, or negative
    where the ledger has no such entity. `as_of` is EDTF, empty if not stated.
    """

    subject: int
    predicate: str
    separators: Separators
    value: Value | None
    entity: int | None
    snak: str
    polarity: str
    modality: str
    as_of: str
    sentence: int | None


@dataclass(frozen=True, slots=True)
class Clash:
    """What stands against one claim of the text (its place in the list) under one rule.

    `rulings` and `claims` are rows of the ledger, `listed` claims that reference lists make, `told` places
    of other claims of the text.
    """

    place: int
    rule: str
    severity: str
    rulings: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()
    told: tuple[int, ...] = ()
    listed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftChecked:
    """What was found, and which claims of the text (by place) had something to be compared with."""

    clashes: list[Clash]
    compared: frozenset[int]


@dataclass(slots=True)
class _Asked:
    """A question with the claims of ledger and text, and the separators of their slots."""

    live: dict[int, Live] = field(default_factory=dict)
    qualifiers: dict[int, dict[str, str]] = field(default_factory=dict)


def check_draft(session: Session, told: Sequence[Told], published: str | None) -> DraftChecked:
    """Compare the claims of a text, published on an ISO day, with the ledger and with each other.

    Only the questions of the text are read. Nothing is written but temporary tables of this connection.
    """
    predicates = read_compared_predicates(session)
    keys = {predicate.key: number for number, predicate in predicates.items()}
    run_all(session, "set_up")
    _mark(session, {(one.subject, keys[one.predicate]) for one in told if one.subject > 0})
    run(session, read_sql("examine_changed"))
    run(session, read_sql("rest_examined"))
    run_all(session, "inspect_examined")
    asked = {
        question: _Asked(dict(live), dict(qualifiers))
        for question, live, qualifiers in list_questions(session, predicates, Canonical(session))
    }
    facts = gather_facts(read_rulings(session, predicates))
    listed = _read_listed(session, predicates)
    run_all(session, "take_down")
    slots = _join(told, published, asked, predicates, keys)
    of_facts = {question: found for question, found in slots.items() if question in facts}
    bound = list_bound(facts, of_facts, predicates)
    rows = {question: _list_rows(predicates[question[1]], one) for question, one in asked.items()}
    names = _list_names(rows.values()) | list_names(bound.values())
    wholes = read_wholes(session, names.union(*(one.names for of in listed.values() for one in of)))
    rules = [rule for rule in read_rules(session) if rule.enabled]
    clashes: list[Clash] = []
    compared: set[int] = set()
    for question, of_question in rows.items():
        beside = Question(predicates[question[1]], wholes)
        for slot, together in of_question.items():
            scope = frozenset(asked[question].qualifiers.get(slot, {}).items())
            lists = _Lists(listed.get(question, ()), scope)
            check = _Slot(together, bound.get(slot, ()), lists, beside, _Times(session, published), rules)
            compared |= check.list_compared()
            clashes += check.list_clashes()
    return DraftChecked(clashes, frozenset(compared))


def _mark(session: Session, questions: Iterable[tuple[int, int]]) -> None:
    if wanted := sorted(questions):
        session.connection().exec_driver_sql(read_sql("mark_question"), wanted)


def _read_listed(
    session: Session, predicates: Mapping[int, Predicate]
) -> dict[tuple[int, int], Sequence[Listed]]:
    """Return what reference lists say of the examined questions."""
    run(session, read_sql("anchor_examined"))
    by_slot = read_listed(session, predicates)
    rows = run(session, "SELECT canonical_id, root, predicate_id FROM check_examined") if by_slot else ()
    return {
        (row.root, row.predicate_id): by_slot[row.canonical_id] for row in rows if row.canonical_id in by_slot
    }


def _join(
    told: Sequence[Told],
    published: str | None,
    asked: dict[tuple[int, int], _Asked],
    predicates: Mapping[int, Predicate],
    keys: Mapping[str, int],
) -> dict[tuple[int, int], dict[Separators, int]]:
    """Add the text's claims to the ledger's, and return the slots of each question.

    Claims of the text are -1, -2 …, and so are the slots that only the text has.
    """
    slots: dict[tuple[int, int], dict[Separators, int]] = {}
    fresh = 0
    for place, one in enumerate(told):
        question = (one.subject, keys[one.predicate])
        together = asked.setdefault(question, _Asked())
        if question not in slots:
            slots[question] = list_slots(together.live, together.qualifiers)
        slot = slots[question].get(one.separators)
        if slot is None:
            fresh -= 1
            slot = slots[question][one.separators] = fresh
            together.qualifiers[slot] = dict(one.separators)
        predicate = predicates[question[1]]
        entity = hash_text(one.value) if isinstance(one.value, StringValue) else one.entity
        answer = make_answer(
            predicate,
            [] if one.value is None else list_facets(predicate, one.value),
            entity,
            snak=one.snak,
            polarity=one.polarity,
            modality=one.modality,
            shared=predicate.is_shared(one.separators),
        )
        sentence = None if one.sentence is None else -1 - one.sentence
        together.live[-1 - place] = Live(slot, one.snak, one.as_of, answer, {(published, sentence)})
    return slots


def _list_rows(predicate: Predicate, asked: _Asked) -> dict[int, list[Row]]:
    """Return the rows of each slot of a question in which the text has a part."""
    rows: dict[int, list[Row]] = {}
    for row in list_question_rows(predicate, asked.live, asked.qualifiers):
        rows.setdefault(row.key // KEYS_PER_SLOT, []).append(row)
    return {slot: found for slot, found in rows.items() if any(row.claim < 0 for row in found)}


def _list_names(rows: Iterable[Mapping[int, Sequence[Row]]]) -> set[int]:
    return {
        row.entity
        for of_question in rows
        for of_slot in of_question.values()
        for row in of_slot
        if row.key % KEYS_PER_SLOT // 2 == ENTITY and row.dimension is None and row.entity is not None
    }


@dataclass(frozen=True, slots=True)
class _Times:
    """When claims were published: those of the text on its own day."""

    session: Session
    published: str | None

    def read(self, claims: Sequence[int]) -> Published:
        held = read_published(self.session, [claim for claim in claims if claim > 0])
        return {**held, **{claim: (self.published,) for claim in claims if claim < 0}}


@dataclass(frozen=True, slots=True)
class _Lists:
    """What reference lists say of a slot's question, and what separates the slot."""

    listed: Sequence[Listed]
    separators: Separators


@dataclass(frozen=True, slots=True)
class _Slot:
    """One slot with all that bears on it."""

    rows: Sequence[Row]
    facts: Sequence[Bound]
    lists: _Lists
    question: Question
    times: _Times
    rules: Sequence[Rule]

    def list_compared(self) -> set[int]:
        """Return the places of the text's claims that share a key with another claim, or meet a house fact or a list."""
        claims: dict[int, set[int]] = {}
        for row in self.rows:
            claims.setdefault(row.key, set()).add(row.claim)
        return {
            -1 - claim
            for together in claims.values()
            for claim in together
            if claim < 0 and (len(together) > 1 or self.facts or self.lists.listed)
        }

    def list_clashes(self) -> Iterator[Clash]:
        """Yield what stands against each of the text's claims, rule by rule."""
        published = self.times.read(needs_dates(self.rows, self.facts))
        found = split(self.rows, self.question)
        ruling = find_violations(self.rows, self.facts, self.question, published)
        examined = Examined(found.values, found.denials, ruling)
        stands = gather(self.rows, self.question)
        for rule in self.rules:
            if rule.name == MISMATCH_RULE.name:
                yield from self._list_mismatches(rule)
            conflict = rule.find(examined) if rule.wider is None else None
            if conflict is None:
                continue
            severity = rule.weigh(conflict)
            for member in conflict.members:
                if member.claim >= 0:
                    continue
                place = -1 - member.claim
                if conflict is ruling:
                    rulings = self._list_broken(member.claim, published)
                    yield Clash(place, rule.name, severity, rulings=rulings)
                elif against := self._list_against(member.claim, conflict, stands):
                    yield Clash(
                        place,
                        rule.name,
                        severity,
                        claims=tuple(claim for claim in against if claim > 0),
                        told=tuple(-1 - claim for claim in against if claim < 0),
                    )

    def _list_mismatches(self, rule: Rule) -> Iterator[Clash]:
        conflict = find_mismatch(self.rows, self.lists.listed, self.lists.separators, self.question)
        for member in conflict.members if conflict is not None else ():
            if member.claim < 0 and conflict is not None:
                listed = tuple(one.claim for one in conflict.members if one.alternative == 0)
                yield Clash(-1 - member.claim, rule.name, rule.weigh(conflict), listed=listed)

    def _list_broken(self, claim: int, published: Published) -> tuple[int, ...]:
        own = [row for row in self.rows if row.claim == claim]
        return tuple(
            bound[0].ruling
            for bound in self.facts
            if find_violations(own, [bound], self.question, published) is not None
        )

    def _list_against(self, claim: int, conflict: Conflict, stands: Stands) -> list[int]:
        """Return the claims on other sides of a conflict that contradict this one themselves."""
        fits = {member.claim: set(member.fits) for member in conflict.members}
        opponents = list_opponents(claim, stands, self.question)
        return sorted(other for other in opponents if other in fits and fits[other].isdisjoint(fits[claim]))
