"""What the rules find in the examined slots, one slot in memory at a time."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from claims.crosscheck.examined import Examined
from claims.crosscheck.headline import Headed, Headlines, set_apart
from claims.crosscheck.house_fact import Bound, find_violations, list_names, needs_dates
from claims.crosscheck.judged import Judged
from claims.crosscheck.problem import Found
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows import KEYS_PER_SLOT, Row
from claims.crosscheck.rules.rule import Rule
from claims.crosscheck.ruling import read_published
from claims.crosscheck.setting import read_rules
from claims.crosscheck.split import split
from claims.crosscheck.stand import Question
from claims.crosscheck.whole import list_flagged_names, read_wholes
from claims.vocabulary import Predicate


def keep_bound(session: Session, bound: Mapping[int, Sequence[Bound]]) -> None:
    """Flag all keys of the slots that a house fact binds, so that their rows are read."""
    if bound:
        session.connection().exec_driver_sql(
            read_sql("keep_bound"), [(slot * KEYS_PER_SLOT, (slot + 1) * KEYS_PER_SLOT) for slot in bound]
        )


def inspect_claims(
    session: Session, asked: Mapping[int, Predicate], bound: Mapping[int, Sequence[Bound]]
) -> Iterator[Found]:
    """Yield what does not hold together in the flagged slots (given with their predicates)."""
    wholes = read_wholes(session, list_flagged_names(session) | list_names(bound.values()))
    rules = _list_rules(session)
    headlines = Headlines(session)
    rows = (Row._make(row) for row in run(session, read_sql("flagged_rows")))
    for slot, together in groupby(rows, key=lambda row: row.key // KEYS_PER_SLOT):
        question = Question(asked[slot], wholes)
        examined = _examine(session, list(together), bound.get(slot, ()), question, headlines.take(slot))
        yield from _apply(rules, slot, examined)


def _examine(
    session: Session, rows: Sequence[Row], facts: Sequence[Bound], question: Question, headed: Headed
) -> Examined:
    found, headlines = set_apart(rows, split(rows, question), headed, question)
    ruling = None
    if facts:
        published = read_published(session, needs_dates(rows, facts))
        ruling = find_violations(rows, facts, question, published)
    return Examined(found.values, found.denials, ruling, headlines=headlines)


def inspect_verdicts(session: Session, judged: Mapping[int, tuple[Any, Sequence[Judged]]]) -> Iterator[Found]:
    """Yield what is wrong with the verdicts on the claims of each slot."""
    rules = _list_rules(session)
    for slot, (_, verdicts) in judged.items():
        yield from _apply(rules, slot, Examined(verdicts=verdicts))


def _list_rules(session: Session) -> list[Rule]:
    return [rule for rule in read_rules(session) if rule.enabled and rule.wider is None]


def _apply(rules: Sequence[Rule], slot: int, examined: Examined) -> Iterator[Found]:
    for rule in rules:
        conflict = rule.find(examined)
        if conflict is not None:
            yield Found(slot, rule, conflict)
