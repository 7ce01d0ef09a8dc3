"""What the rules find in the examined slots, one slot in memory at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from claims.crosscheck.conflict.headline import Headed, Headlines, set_apart
from claims.crosscheck.conflict.split import Split
from claims.crosscheck.conflict.stand import Question
from claims.crosscheck.conflict.sweep import sweep
from claims.crosscheck.engine import Engine
from claims.crosscheck.finding.problem import Found
from claims.crosscheck.held.examined import Examined
from claims.crosscheck.held.house_fact import Bound, find_violations, list_names, needs_dates
from claims.crosscheck.held.judged import Judged
from claims.crosscheck.held.ruling import read_published
from claims.crosscheck.query import read_sql, read_tuples
from claims.crosscheck.rows.row import KEYS_PER_SLOT, Row
from claims.crosscheck.rows.whole import list_flagged_names, read_wholes
from claims.crosscheck.rules import NARROW
from claims.crosscheck.rules.rule import Rule
from claims.crosscheck.setting import read_rules
from claims.vocabulary import Predicate

NO_CONFLICT = Split(None, None)

_Swept = tuple[int, list[Row] | None, Split]


def keep_bound(session: Session, bound: Mapping[int, Sequence[Bound]]) -> None:
    """Flag all keys of the slots that a house fact binds, so that their rows are read."""
    if bound:
        session.connection().exec_driver_sql(
            read_sql("keep_bound"), [(slot * KEYS_PER_SLOT, (slot + 1) * KEYS_PER_SLOT) for slot in bound]
        )


def keep_flagged(session: Session, keys: Iterable[int]) -> None:
    """Flag these keys, so that their slots are looked at."""
    listed = [(key,) for key in keys]
    if listed:
        session.connection().exec_driver_sql("INSERT INTO check_flagged VALUES (?)", listed)


def inspect_claims(
    session: Session,
    asked: Mapping[int, Predicate],
    bound: Mapping[int, Sequence[Bound]],
    engine: Engine | None = None,
) -> Iterator[Found]:
    """Yield what does not hold together in the flagged slots (given with their predicates)."""
    wholes = read_wholes(session, list_flagged_names(session) | list_names(bound.values()))
    rules = _list_rules(session)
    headlines = Headlines(session)
    swept: Iterable[_Swept]
    if engine is None:
        swept = sweep(read_tuples(session, read_sql("flagged_rows")), asked, wholes)
    else:
        swept = _gather(engine, asked, bound, wholes)
    for slot, at_hand, found in swept:
        facts, headed = bound.get(slot, ()), headlines.take(slot)
        rows = at_hand
        if rows is None:
            rows = _read_rows(session, slot) if facts or headed.below else []
        examined = _examine(session, rows, found, facts, Question(asked[slot], wholes), headed)
        yield from _apply(rules, slot, examined)


def _gather(
    engine: Engine,
    asked: Mapping[int, Predicate],
    bound: Mapping[int, Sequence[Bound]],
    wholes: Mapping[int, frozenset[int]],
) -> Iterator[_Swept]:
    """Yield what the engine found, and the slots that a house fact binds; their rows are not at hand."""
    splits = dict(engine.split(asked, wholes))
    for slot in sorted(splits.keys() | (bound.keys() & asked.keys())):
        yield slot, None, splits.get(slot, NO_CONFLICT)


def _read_rows(session: Session, slot: int) -> list[Row]:
    keys = (slot * KEYS_PER_SLOT, (slot + 1) * KEYS_PER_SLOT)
    return [Row._make(row) for row in session.connection().exec_driver_sql(read_sql("slot_rows"), keys)]


def _examine(
    session: Session,
    rows: Sequence[Row],
    found: Split,
    facts: Sequence[Bound],
    question: Question,
    headed: Headed,
) -> Examined:
    found, headlines = set_apart(rows, found, headed, question)
    ruling = None
    if facts:
        published = read_published(session, needs_dates(rows, facts))
        ruling = find_violations(rows, facts, question, published)
    return Examined(found.values, found.denials, ruling, headlines=headlines)


def inspect_verdicts(
    session: Session,
    judged: Mapping[int, tuple[Any, Sequence[Judged]]],
    held: Mapping[int, Mapping[int, str]],
) -> Iterator[Found]:
    """Yield what is wrong with the verdicts on the claims of each slot, and with what house facts rest on.

    `held` has of each slot the claims that are house facts, with the origins of their sources.
    """
    rules = _list_rules(session)
    for slot in sorted(judged.keys() | held.keys()):
        verdicts = judged[slot][1] if slot in judged else ()
        yield from _apply(rules, slot, Examined(verdicts=verdicts, held=held.get(slot, {})))


def _list_rules(session: Session) -> list[Rule]:
    return [rule for rule in read_rules(session) if rule.enabled and rule.name in NARROW]


def _apply(rules: Sequence[Rule], slot: int, examined: Examined) -> Iterator[Found]:
    for rule in rules:
        conflict = rule.find(examined)
        if conflict is not None:
            yield Found(slot, rule, conflict)
