"""One run of the cross-check: what changed is examined, findings follow.

Claims are marked when their mentions change. A run brings the rows of the marked claims up to date,
and no others, and inspects the slots where that may tell: in which something lies beside a new row,
or a finding stands already. Questions are marked as a whole where who is who changed; all their rows
are made anew. A full run does so with all there are, so that all find the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy.orm import Session

from claims.crosscheck.alike import look_alike
from claims.crosscheck.engine import Engine
from claims.crosscheck.finding.problem import describe_all
from claims.crosscheck.finding.settle import Settled, list_expired, reopen_expired, settle, write_settled
from claims.crosscheck.held.judged import read_judged
from claims.crosscheck.held.ruling import gather_facts, list_bound, list_held, read_bound_slots, read_rulings
from claims.crosscheck.inspection import inspect_claims, inspect_verdicts, keep_bound, keep_flagged
from claims.crosscheck.query import read_flag, read_sql, run, run_all
from claims.crosscheck.rows.change import change_rows
from claims.crosscheck.rows.live import rebuild
from claims.crosscheck.rows.renew import renew_rows
from claims.crosscheck.rows.touched import read_touched
from claims.crosscheck.suspect import note_changes
from claims.crosscheck.wider import look_wider, mark_due
from claims.store.queries.article import list_slots_of
from claims.store.queries.check_row import read_compared_predicates
from claims.store.queries.tally import Tally
from claims.store.record import record
from claims.store.tables import CheckRun
from claims.store.write import insert as insert_row
from claims.vocabulary import Predicate

_AT_ONCE = 500

_FEW = 2_000
"""Marked claims that are always looked at one by one."""

_DEARER = 8
"""How many times more a claim costs that is looked at by itself than one that is read with all others."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What a run did.

    `examined` slots, `new` findings (opened or reopened), `closed` ones. `changed` counts the live
    claims that were looked at because of a change, with the articles where they changed; nothing
    where all were looked at. `whole`: these, or all that there were at the first run.
    """

    examined: int
    new: int
    closed: int
    changed: Tally = field(default_factory=lambda: Tally(0, 0, 0))
    whole: bool = False


def cross_check(
    session: Session,
    *,
    scope: Literal["changed", "all"] = "changed",
    article_ids: Sequence[int] | None = None,
    progress: Progress | None = None,
    engine: Engine | None = None,
) -> CheckOutcome:
    """Check what changed since the last run, or everything; with `article_ids` only the slots of these.

    Writes findings and one event; where there is nothing to do, nothing. `progress` is told how many
    slots of how many are done. An `engine` flags and splits in place of the ledger's own database,
    where everything is checked.
    """
    run_all(session, "set_up")
    mark_due(session)
    whole = _mark(session, scope, article_ids)
    at = session.info["at"]()
    expired = list_expired(session, at)
    outcome = CheckOutcome(0, 0, 0)
    settled = Settled()
    look_alike(session, settled)
    if expired or _scalar(session, read_sql("anything_marked")) or settled.is_anything(session):
        reopen_expired(session, expired, settled)
        looked = _check(session, settled, progress, engine if whole else None, whole=whole)
        examined = _count_examined(session)
        run_id = insert_row(
            session,
            CheckRun,
            started_at=at,
            scope="all" if whole else "changed",
            slots=examined,
            opened=settled.opened,
            closed=settled.closed,
        )
        write_settled(session, settled, run_id, at)
        record(session, "check_run", run_id, "run")
        outcome = CheckOutcome(examined, settled.opened, settled.closed, looked, whole=whole or run_id == 1)
    run_all(session, "take_down")
    return outcome


def _mark(session: Session, scope: str, article_ids: Sequence[int] | None) -> bool:
    """Fill `check_examined` with the slots of marked questions and `check_marked`; tell whether that is all there is."""
    if article_ids is None:
        if scope == "all" or _is_most(session):
            run_all(session, "examine_all")
            return True
        run_all(session, "mark_changed")
    else:
        _mark_slots_of(session, article_ids)
        if scope == "changed":
            run_all(session, "mark_changed_there")
    run(session, read_sql("examine_changed"))
    run(session, read_sql("forget_examined"))
    run(session, read_sql("mark_sets"))
    return False


def _is_most(session: Session) -> bool:
    """Tell whether so much changed that reading everything costs less."""
    marked = _scalar(session, "SELECT count(*) FROM (SELECT DISTINCT claim_id FROM dirty_mention)")
    return bool(marked > _FEW and marked * _DEARER > (_scalar(session, "SELECT max(id) FROM claim") or 0))


def _mark_slots_of(session: Session, article_ids: Sequence[int]) -> None:
    slots: set[int] = set()
    for start in range(0, len(article_ids), _AT_ONCE):
        slots.update(list_slots_of(session, article_ids[start : start + _AT_ONCE]))
    if slots:
        session.connection().exec_driver_sql(
            "INSERT INTO check_dirty (slot_id) VALUES (?)", [(slot,) for slot in sorted(slots)]
        )


def _check(
    session: Session, settled: Settled, progress: Progress | None, engine: Engine | None, *, whole: bool
) -> Tally:
    """Bring rows and findings up to date, and count what was looked at where that is not all."""
    predicates = read_compared_predicates(session)
    looked = Tally(0, 0, 0)
    if whole:
        _renew_all(session, predicates, progress, engine)
    else:
        looked = _renew_changed(session, predicates, settled, progress)
    _inspect(session, predicates, settled, engine)
    look_wider(session, settled, whole=whole)
    run_all(session, "unmark_all" if whole else "unmark")
    return looked


def _renew_all(
    session: Session, predicates: dict[int, Predicate], progress: Progress | None, engine: Engine | None
) -> None:
    renew_rows(session, predicates, progress=progress)
    if engine is None:
        run(session, read_sql("keep_flagged") + read_flag(inspected_only=False))
    else:
        keep_flagged(session, engine.flag(session))
    run_all(session, "inspect_all")


def _renew_changed(
    session: Session, predicates: dict[int, Predicate], settled: Settled, progress: Progress | None
) -> Tally:
    run(session, read_sql("clear"))
    run(session, read_sql("rest_examined"))
    rebuild(session, predicates, progress=progress, total=_count_examined(session))
    run_all(session, "inspect_examined")
    articles = {row.article_id for row in run(session, read_sql("looked_articles"))}
    touched = read_touched(session, predicates)
    note_changes(session, touched, change_rows(session, touched), settled)
    run(session, read_sql("keep_flagged") + read_flag(inspected_only=True))
    run(session, read_sql("rest_marked"))
    claims = int(_scalar(session, "SELECT count(*) FROM check_rest"))
    return Tally(len(articles), claims, int(_scalar(session, read_sql("compared"))))


def _inspect(
    session: Session, predicates: dict[int, Predicate], settled: Settled, engine: Engine | None
) -> None:
    rulings = read_rulings(session, predicates)
    facts = gather_facts(rulings)
    bound = list_bound(facts, read_bound_slots(session, facts), predicates)
    keep_bound(session, bound)
    asked = {row.slot_id: row for row in run(session, read_sql("flagged_slots"))}
    asked_of = {slot: predicates[row.predicate_id] for slot, row in asked.items()}
    judged = read_judged(session, rulings)
    held = list_held(session, rulings)
    found = [*inspect_claims(session, asked_of, bound, engine), *inspect_verdicts(session, judged, held)]
    roots = (
        {slot: row.root for slot, row in asked.items()}
        | {ruled.slot: ruled.question[0] for ruled in rulings}
        | {slot: root for slot, (root, _) in judged.items()}
    )
    settle(session, describe_all(session, found, roots), settled)


def _count_examined(session: Session) -> int:
    return int(_scalar(session, "SELECT count(*) FROM check_examined WHERE slot_id = canonical_id"))


def _scalar(session: Session, statement: str) -> Any:
    return run(session, statement).scalar()
