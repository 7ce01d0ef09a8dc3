"""What the rules find in the examined slots, one slot in memory at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from claims.crosscheck.engine import Engine
from claims.crosscheck.examined import Examined
from claims.crosscheck.house_fact import Bound, find_violations, list_names, needs_dates
from claims.crosscheck.judged import Judged
from claims.crosscheck.problem import Found
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows import KEYS_PER_SLOT, Row
from claims.crosscheck.rules import list_rules
from claims.crosscheck.ruling import read_published
from claims.crosscheck.split import Split
from claims.crosscheck.stand import Question
from claims.crosscheck.sweep import Swept, sweep
from claims.crosscheck.whole import list_flagged_names, read_wholes
from claims.vocabulary import Predicate

NO_CONFLICT = Split(None, None)


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
    if engine is None:
        swept = sweep(run(session, read_sql("flagged_rows")), asked, wholes)
    else:
        swept = _gather(session, engine, asked, bound, wholes)
    for slot, rows, found in swept:
        ruling = None
        if facts := bound.get(slot, ()):
            published = read_published(session, needs_dates(rows, facts))
            ruling = find_violations(rows, facts, Question(asked[slot], wholes), published)
        yield from _apply(slot, Examined(found.values, found.denials, ruling))


def _gather(
    session: Session,
    engine: Engine,
    asked: Mapping[int, Predicate],
    bound: Mapping[int, Sequence[Bound]],
    wholes: Mapping[int, frozenset[int]],
) -> Iterator[Swept]:
    """Yield what the engine found, and the slots that a house fact binds with their rows."""
    splits = dict(engine.split(asked, wholes))
    for slot in sorted(splits.keys() | (bound.keys() & asked.keys())):
        rows: list[Row] = []
        if slot in bound:
            keys = (slot * KEYS_PER_SLOT, (slot + 1) * KEYS_PER_SLOT)
            read = session.connection().exec_driver_sql(read_sql("slot_rows"), keys)
            rows = [Row._make(row) for row in read]
        yield slot, rows, splits.get(slot, NO_CONFLICT)


def inspect_verdicts(judged: Mapping[int, tuple[Any, Sequence[Judged]]]) -> Iterator[Found]:
    """Yield what is wrong with the verdicts on the claims of each slot."""
    for slot, (_, verdicts) in judged.items():
        yield from _apply(slot, Examined(verdicts=verdicts))


def _apply(slot: int, examined: Examined) -> Iterator[Found]:
    for rule in list_rules():
        conflict = rule.find(examined) if rule.enabled else None
        if conflict is not None:
            yield Found(slot, rule, conflict)
