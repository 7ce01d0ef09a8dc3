"""Which claims of a slot contradict what a reference list says.

A list's row is compared as a house fact is, by the same code. Where a list gives several answers to one
question (two dates, for two variants that it calls alike), who agrees with one of them agrees with the list.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from claims.crosscheck.conflict.alternatives import Conflict, Member
from claims.crosscheck.conflict.stand import Question
from claims.crosscheck.held.house_fact import HouseFact, find_violations, leave_out, read_less_scoped
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.facets import NAMED
from claims.crosscheck.rows.live import Canonical, Separators, read_answer
from claims.crosscheck.rows.moments import list_moments
from claims.crosscheck.rows.row import Row, is_another
from claims.store.queries.mention import read_qualifiers
from claims.vocabulary import Predicate


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of a list as a fact to compare with, and where it stands."""

    source: int
    where: str
    predicate: Predicate
    fact: HouseFact

    @property
    def names(self) -> set[int]:
        """The entity that it gives, if it gives one."""
        entity = self.fact.answer.entity
        return {entity} if entity is not None and NAMED in self.fact.answer.facets else set()


def read_listed(session: Session, predicates: Mapping[int, Predicate]) -> dict[int, list[Listed]]:
    """Return what lists say of the questions of the anchor slots, by anchor slot."""
    rows = [row for row in run(session, read_sql("listed_claims")) if row.predicate_id in predicates]
    separators = read_qualifiers(session, {row.canonical_id for row in rows})
    canonical = Canonical(session)
    found: dict[int, list[Listed]] = {}
    for anchor, of_anchor in groupby(rows, key=lambda row: row.anchor_id):
        listed = [_read(row, predicates[row.predicate_id], separators, canonical) for row in of_anchor]
        if kept := [one for one in listed if one is not None]:
            found[anchor] = kept
    return found


def _read(
    row: Any, predicate: Predicate, separators: Mapping[int, Mapping[str, str]], canonical: Canonical
) -> Listed | None:
    answer = read_answer(row, predicate, canonical)
    if answer is None:
        return None
    moment = list_moments(predicate, row.snak, row.as_of, [row.published])[0]
    named = frozenset(separators.get(row.canonical_id, {}).items())
    fact = HouseFact(row.line, row.claim_id, answer, named, moment, None)
    return Listed(row.source_id, f"{row.title}, line {row.line}", predicate, fact)


def find_mismatch(
    rows: Sequence[Row], listed: Iterable[Listed], separators: Separators, question: Question
) -> Conflict | None:
    """Return the claims of one slot that no answer of some list allows, with the list's as alternative 0."""
    against: dict[int, tuple[int, ...]] = {}
    notes: dict[int, list[str]] = {}
    firm = False
    for _, of_source in groupby(listed, key=lambda one: one.source):
        binding = [
            one
            for one in of_source
            if one.fact.separators <= separators
            and not is_another(question.predicate, dict(one.fact.separators), dict(separators))
        ]
        own = [one for one in binding if one.fact.separators == separators]
        beside = leave_out(rows, {one.fact.claim for one in binding})
        facts = [read_less_scoped(one.fact, separators, question.predicate) for one in own or binding]
        found = list(_compare(beside, facts, question, unscoped=not own))
        wrong = (
            set.intersection(*({member.claim for member in one.members} for one in found)) if found else set()
        )
        wrong -= {one.fact.claim for one in binding}
        if not wrong:
            continue
        firm = firm or all(one.firm for one in found)
        for member in found[0].members:
            if member.claim in wrong:
                against.setdefault(member.claim, member.fits)
        for one in own or binding:
            notes.setdefault(one.fact.claim, []).append(one.where)
    if not against:
        return None
    members = [Member(claim, 0, (0,)) for claim in notes]
    members += [
        Member(claim, fits[0] if len(fits) == 1 else None, fits) for claim, fits in _number(against).items()
    ]
    told = {claim: "; ".join(dict.fromkeys(places)) for claim, places in notes.items()}
    return Conflict(tuple(sorted(members, key=lambda member: member.claim)), firm, notes=told)


def _compare(
    rows: Sequence[Row], facts: Iterable[HouseFact], question: Question, *, unscoped: bool
) -> Iterator[Conflict]:
    """Yield for each answer of a list what contradicts it; an empty conflict where nothing does."""
    for fact in facts:
        conflict = find_violations(rows, [(fact, unscoped)], question, {})
        yield conflict or Conflict((), firm=True)


def _number(against: Mapping[int, tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    """Return the claims with the alternatives that they fit numbered from 1 without gaps."""
    places = {
        place: number
        for number, place in enumerate(sorted({p for fits in against.values() for p in fits}), start=1)
    }
    return {claim: tuple(places[place] for place in fits) for claim, fits in against.items()}
