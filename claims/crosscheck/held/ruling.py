"""The rulings on the examined slots: which stand, and which slots each of them binds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.copies.archived import read_origins
from claims.crosscheck.held.house_fact import Bound, HouseFact, choose_facts, read_validity
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.change import Question, holds_rows
from claims.crosscheck.rows.live import Canonical, Separators, read_answer
from claims.store.queries.mention import read_qualifiers
from claims.store.queries.origin import read_ruled_on
from claims.store.tables import Article, Mention, Revision
from claims.vocabulary import Predicate

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling on an examined slot, be it replaced since; `fact` where it stands and can be compared.

    `origins` tells how many its sources have, where it stands and has several.
    """

    slot: int
    question: Question
    claim: int
    created_at: str
    is_first: bool
    fact: HouseFact | None
    origins: str = ""


def read_rulings(session: Session, predicates: Mapping[int, Predicate]) -> list[Ruled]:
    """Return all rulings on the examined slots, in the order in which they were given."""
    rows = run(session, read_sql("rulings")).all()
    separators = read_qualifiers(session, {row.canonical_id for row in rows})
    cited = read_ruled_on(session, {row.ruling_id for row in rows if row.stands})
    origins = read_origins(session, cited)
    canonical = Canonical(session)
    ruled: list[Ruled] = []
    for row in rows:
        predicate = predicates[row.predicate_id]
        answer = read_answer(row, predicate, canonical) if row.stands else None
        fact = None
        if answer is not None:
            moment, validity = read_validity(predicate, row.snak, row.as_of, row.valid_from, row.valid_until)
            named = frozenset(separators.get(row.canonical_id, {}).items())
            fact = HouseFact(row.ruling_id, row.claim_id, answer, named, moment, validity)
        question = (row.root, row.predicate_id)
        first = row.supersedes_id is None
        told = origins.get(row.ruling_id, "")
        ruled.append(Ruled(row.canonical_id, question, row.claim_id, row.created_at, first, fact, told))
    return ruled


def gather_facts(rulings: Iterable[Ruled]) -> dict[Question, list[HouseFact]]:
    """Return the house facts that stand, by question."""
    found: dict[Question, list[HouseFact]] = {}
    for ruled in rulings:
        if ruled.fact is not None:
            found.setdefault(ruled.question, []).append(ruled.fact)
    return found


def list_held(session: Session, rulings: Iterable[Ruled]) -> dict[int, dict[int, str]]:
    """Return of the inspected slots the claims that are house facts resting on several sources, with their origins."""
    told = [ruled for ruled in rulings if ruled.origins]
    inspected = {row.canonical_id for row in run(session, read_sql("inspected_slots"))} if told else set()
    held: dict[int, dict[int, str]] = {}
    for ruled in told:
        if ruled.slot in inspected:
            held.setdefault(ruled.slot, {})[ruled.claim] = ruled.origins
    return held


def read_bound_slots(
    session: Session, facts: Mapping[Question, Sequence[HouseFact]]
) -> dict[Question, dict[Separators, int]]:
    """Return, of the questions in `facts`, the inspected slots that have rows, by their separators."""
    inspected = [
        row
        for row in run(session, read_sql("inspected_slots"))
        if (row.root, row.predicate_id) in facts and holds_rows(session, row.canonical_id)
    ]
    separators = read_qualifiers(session, [row.canonical_id for row in inspected])
    slots: dict[Question, dict[Separators, int]] = {}
    for row in inspected:
        named = frozenset(separators.get(row.canonical_id, {}).items())
        slots.setdefault((row.root, row.predicate_id), {})[named] = row.canonical_id
    return slots


def list_bound(
    facts: Mapping[Question, Sequence[HouseFact]],
    slots: Mapping[Question, Mapping[Separators, int]],
    predicates: Mapping[int, Predicate],
) -> dict[int, list[Bound]]:
    """Return the house facts that bind each slot; `slots` are those of the questions in `facts`."""
    return {
        slot: chosen
        for question, of_question in slots.items()
        for separators, slot in of_question.items()
        if (chosen := choose_facts(facts[question], separators, predicates[question[1]]))
    }


def read_published(session: Session, claims: Sequence[int]) -> dict[int, set[str | None]]:
    """Return when the articles were published that make each of these claims."""
    found: dict[int, set[str | None]] = {}
    for start in range(0, len(claims), _AT_ONCE):
        rows = session.execute(
            select(Mention.claim_id, Article.published)
            .join(Revision, Revision.id == Mention.revision_id)
            .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
            .where(
                Mention.claim_id.in_(claims[start : start + _AT_ONCE]),
                Mention.state.in_(("suggested", "accepted")),
                Article.withdrawn_at.is_(None),
            )
            .distinct()
        )
        for row in rows:
            found.setdefault(row.claim_id, set()).add(row.published)
    return found
