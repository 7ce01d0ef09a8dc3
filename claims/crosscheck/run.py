"""One run of the cross-check: what changed is examined, findings follow.

Slots are marked when their claims change. A run rebuilds the check rows of the marked questions (a
slot with all others of its subject and predicate, since a claim that leaves out a separator belongs
to several), lets SQL flag the keys that cannot hold together, and splits those and the ones that a house fact
binds. A full run does the same with all slots, so both find the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy.orm import Session

from claims.crosscheck.engine import Engine
from claims.crosscheck.inspection import inspect_claims, inspect_verdicts, keep_bound, keep_flagged
from claims.crosscheck.judged import read_judged
from claims.crosscheck.live import Separators, rebuild
from claims.crosscheck.problem import describe_all
from claims.crosscheck.query import read_flag, read_sql, run, run_all
from claims.crosscheck.ruling import gather_facts, list_bound, read_rulings
from claims.crosscheck.settle import Settled, list_expired, reopen_expired, settle, write_settled
from claims.crosscheck.wider import look_wider, mark_due
from claims.store.queries.article import list_slots_of
from claims.store.queries.check_row import read_compared_predicates
from claims.store.record import record
from claims.store.tables import CheckRun
from claims.store.write import insert as insert_row

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What a run did.

    `examined` slots, `new` findings (opened or reopened), `closed` ones. Of the live claims in those
    slots `compared` share a question with another claim, and `alone` have nothing to compare with.
    """

    examined: int
    new: int
    closed: int
    compared: int
    alone: int


def cross_check(
    session: Session,
    *,
    scope: Literal["changed", "all"] = "changed",
    article_ids: Sequence[int] | None = None,
    progress: Callable[[int, int], None] | None = None,
    engine: Engine | None = None,
) -> CheckOutcome:
    """Check the slots that changed since the last run, or all; with `article_ids` only those of these.

    Writes findings and one event; where there is nothing to do, nothing. `progress` is told how many
    slots of how many are done. An `engine` flags and splits in place of the ledger's own database,
    where all slots are checked.
    """
    run_all(session, "set_up")
    mark_due(session)
    examined = _examine(session, scope, article_ids)
    whole = "all" if scope == "all" and article_ids is None else "changed"
    outcome = _run(session, whole, examined, progress, engine if whole == "all" else None)
    run_all(session, "take_down")
    return outcome


def _run(
    session: Session,
    scope: str,
    examined: int,
    progress: Callable[[int, int], None] | None,
    engine: Engine | None,
) -> CheckOutcome:
    at = session.info["at"]()
    expired = list_expired(session, at)
    if not examined and not expired:
        return CheckOutcome(0, 0, 0, 0, 0)
    settled = Settled()
    reopen_expired(session, expired, settled)
    live = _check(session, scope, examined, settled, progress, engine)
    run_id = insert_row(
        session,
        CheckRun,
        started_at=at,
        scope=scope,
        slots=examined,
        opened=settled.opened,
        closed=settled.closed,
    )
    write_settled(session, settled, run_id, at)
    record(session, "check_run", run_id, "run")
    compared = int(_scalar(session, read_sql("compared")))
    return CheckOutcome(examined, settled.opened, settled.closed, compared, live - compared)


def _examine(session: Session, scope: str, article_ids: Sequence[int] | None) -> int:
    """Fill `check_examined` and return how many slots that stand for themselves it holds."""
    if scope == "all" and article_ids is None:
        run(session, read_sql("examine_all"))
    elif article_ids is None:
        run(session, "INSERT INTO check_dirty SELECT slot_id FROM dirty_slot")
        run(session, read_sql("examine_changed"))
    else:
        _mark_slots_of(session, article_ids)
        if scope == "changed":
            run(session, "DELETE FROM check_dirty WHERE slot_id NOT IN (SELECT slot_id FROM dirty_slot)")
        run(session, read_sql("examine_changed"))
    return int(_scalar(session, "SELECT count(*) FROM check_examined WHERE slot_id = canonical_id"))


def _mark_slots_of(session: Session, article_ids: Sequence[int]) -> None:
    slots: set[int] = set()
    for start in range(0, len(article_ids), _AT_ONCE):
        slots.update(list_slots_of(session, article_ids[start : start + _AT_ONCE]))
    if slots:
        session.connection().exec_driver_sql(
            "INSERT INTO check_dirty (slot_id) VALUES (?)", [(slot,) for slot in sorted(slots)]
        )


def _check(
    session: Session,
    scope: str,
    examined: int,
    settled: Settled,
    progress: Callable[[int, int], None] | None,
    engine: Engine | None,
) -> int:
    """Rebuild, flag, split and settle; return how many live claims were looked at."""
    everything = scope == "all"
    run(session, "DELETE FROM check_row" if everything else read_sql("clear"))
    predicates = read_compared_predicates(session)
    rulings = read_rulings(session, predicates)
    facts = gather_facts(rulings)
    slots: dict[tuple[int, int], dict[Separators, int]] = {question: {} for question in facts}
    live = rebuild(session, predicates, slots, progress=progress, total=examined)
    if engine is None:
        run(session, read_sql("keep_flagged") + read_flag(examined_only=not everything))
    else:
        keep_flagged(session, engine.flag(session))
    bound = list_bound(facts, slots)
    keep_bound(session, bound)
    asked = {row.slot_id: row for row in run(session, read_sql("flagged_slots"))}
    asked_of = {slot: predicates[row.predicate_id] for slot, row in asked.items()}
    judged = read_judged(session, rulings)
    found = [*inspect_claims(session, asked_of, bound, engine), *inspect_verdicts(session, judged)]
    roots = {slot: row.root for slot, row in asked.items()} | {
        slot: root for slot, (root, _) in judged.items()
    }
    settle(session, describe_all(session, found, roots), settled)
    look_wider(session, settled)
    run(session, "DELETE FROM dirty_slot WHERE slot_id IN (SELECT slot_id FROM check_examined)")
    return live


def _scalar(session: Session, statement: str) -> Any:
    return run(session, statement).scalar()
