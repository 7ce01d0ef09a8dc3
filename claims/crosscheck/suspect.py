"""Which slots must be inspected because of what changed in them; in all others nothing can be other than it was."""

import json
from collections.abc import Mapping

from sqlalchemy.orm import Session

from claims.crosscheck.conflict.beside import is_contested
from claims.crosscheck.finding.further import put_further
from claims.crosscheck.finding.settle import Settled
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.change import Change, Question
from claims.crosscheck.rows.touched import Touched
from claims.crosscheck.rules import single_origin, stale_verdict, unsupported_verdict, verdict_disagreement

_ABOUT_VERDICTS = json.dumps(
    [rule.RULE.name for rule in (single_origin, stale_verdict, unsupported_verdict, verdict_disagreement)]
)


def note_changes(
    session: Session, touched: Mapping[int, Touched], changes: Mapping[int, Change], settled: Settled
) -> None:
    """Put the slots of changed claims among the examined, and those where that may tell among the inspected.

    What is plainly one more claim in a conflict that stands is settled here.
    """
    questions = {claim.slot: claim.question for claim in touched.values()}
    questions |= {slot: change.question for slot, change in changes.items()}
    for slot, question in questions.items():
        run(session, read_sql("examine_slot"), question[0], slot)
    for slot in changes:
        run(session, read_sql("keep_moved"), slot)
    suspects = {row.canonical_id for row in run(session, read_sql("judged_slots"))}
    limited: dict[Question, tuple[bool, bool]] = {
        question: _read_ruled(session, question) for question in set(questions.values())
    }
    headed = {row.canonical_id for row in run(session, read_sql("headed_slots"))}
    for slot, question in questions.items():
        ruled, by_date = limited[question]
        change = changes.get(slot)
        if slot in suspects:
            continue
        if (
            by_date
            or (slot in headed and _has_claim_finding(session, slot))
            or (
                change is not None
                and _is_suspect(session, slot, change, ruled=ruled)
                and (ruled or not put_further(session, slot, change, settled, beside=_ABOUT_VERDICTS))
            )
        ):
            suspects.add(slot)
    for slot in sorted(suspects):
        run(session, read_sql("inspect_slot"), questions[slot][0], slot)
    for question in {questions[slot] for slot in suspects}:
        run(session, read_sql("rule_question"), *question)


def _read_ruled(session: Session, question: Question) -> tuple[bool, bool]:
    """Tell whether a question has rulings, and whether one of them binds articles by their date."""
    row = run(session, read_sql("question_rulings"), *question).one()
    return row.rulings > 0, bool(row.limited)


def _is_suspect(session: Session, slot: int, change: Change, *, ruled: bool) -> bool:
    if change.born or (ruled and (change.come or change.gone)):
        return True
    if _has_claim_finding(session, slot):
        return bool(change.come or change.gone)
    return is_contested(session, change.come)


def _has_claim_finding(session: Session, slot: int) -> bool:
    return run(session, read_sql("claim_finding"), slot, _ABOUT_VERDICTS).first() is not None
