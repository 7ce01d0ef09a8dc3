"""A further claim in a slot that is in conflict already, put to its alternative without the others read again.

What it costs does not depend on how many claims the slot holds. Where the outline of the conflict does
not tell what the claim changes, nothing is done here and the slot is split again.
"""

from collections.abc import Mapping, Sequence
from math import inf
from typing import Any

from sqlalchemy.orm import Session

from claims.crosscheck.conflict.beside import is_excluded
from claims.crosscheck.conflict.describe import Side, add_content, write_message
from claims.crosscheck.conflict.kept_outline import read_outline, write_outline
from claims.crosscheck.conflict.outline import Outline, Told, extend
from claims.crosscheck.finding.problem import Problem, read_questions, read_said
from claims.crosscheck.finding.settle import Settled, follow_further
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.change import Change
from claims.crosscheck.rows.facets import VALUE
from claims.crosscheck.rows.row import Row, make_key
from claims.crosscheck.rules import value_contradiction

Fits = tuple[int, ...]
Changed = tuple[Row, Row | None]
"""A row that came, and the one in whose place."""


def put_further(session: Session, slot: int, change: Change, settled: Settled, *, beside: str) -> bool:
    """Add what is new in a slot to the conflict that stands there; tell whether that could be done.

    No ruling may bind the slot, and nothing of what is new may have to do with a title. `beside` names,
    as a JSON list, the rules whose findings do not depend on what the claims of a slot say.
    """
    standing = run(session, read_sql("standing_conflicts"), slot, beside).all()
    if len(standing) != 1 or change.born:
        return False
    (finding,) = standing
    if finding.rule != value_contradiction.RULE.name or finding.slot_id != slot or finding.body is None:
        return False
    outline, sides = read_outline(finding.body)
    key = make_key(slot, VALUE, outline.planned)
    changed = _list_changed(change, key, outline.dimension)
    if changed is None or run(session, read_sql("denial_there"), key).first() is not None:
        return False
    new: dict[int, Fits] = {}
    for row, was in changed:
        placed = _place(session, finding.id, outline, row, was)
        if placed is None:
            return False
        outline, fits = placed
        if fits:
            new[row.claim] = fits
    if not new:
        _keep(session, slot, finding.content_hash, outline, sides)
        return True
    problem = _describe(session, finding, change, outline, sides, new)
    if problem is None:
        return False
    follow_further(session, finding, problem, settled)
    _keep(session, slot, problem.content_hash, outline, problem.sides)
    return True


def _list_changed(change: Change, key: int, dimension: str | None) -> list[Changed] | None:
    """Return what is new, claim by claim, each with what it stands in the place of; None for anything else.

    The same answer for a longer time, or the one answer of a claim, on the line of the conflict.
    """
    gone = {row.claim: row for row in change.gone}
    come = {row.claim: row for row in change.come}
    if len(gone) < len(change.gone) or len(come) < len(change.come) or not gone.keys() <= come.keys():
        return None
    for row in come.values():
        plain = row.kind == "asserted" and row.member_of is None and not row.unscoped
        if not plain or row.key != key or row.dimension != dimension:
            return None
    changed = [(row, gone.get(claim)) for claim, row in come.items()]
    return changed if all(was is None or _lasts_longer(row, was) for row, was in changed) else None


def _lasts_longer(row: Row, was: Row) -> bool:
    if row._replace(as_of_lo=None, as_of_hi=None) != was._replace(as_of_lo=None, as_of_hi=None):
        return False
    one, other = _tell(row), _tell(was)
    return one.since <= other.since and other.until <= one.until


def _tell(row: Row) -> Told:
    return Told(
        -inf if row.lo is None else row.lo,
        inf if row.hi is None else row.hi,
        -inf if row.as_of_lo is None else row.as_of_lo,
        inf if row.as_of_hi is None else row.as_of_hi,
        row.claim,
    )


def _place(
    session: Session, finding: int, outline: Outline, row: Row, was: Row | None
) -> tuple[Outline, Fits] | None:
    """Return the outline with a row, and what its claim fits where it has no part in the conflict yet."""
    takes_part = run(session, read_sql("has_member"), finding, row.claim).first() is not None
    if any(one.claim == row.claim for one in outline.beside) or (was is not None and not takes_part):
        return None
    placed = extend(outline, _tell(row), contested=is_excluded(session, row))
    if placed is None or not takes_part:
        return placed
    return placed[0], ()


def _describe(
    session: Session,
    finding: Any,
    change: Change,
    outline: Outline,
    sides: Sequence[Side],
    new: Mapping[int, Fits],
) -> Problem | None:
    """Return the finding with further members, and no others; None where its words must be gathered again."""
    slot = finding.slot_id
    told = list(sides)
    said = read_said(session, new)
    members = [(claim, fits[0] if len(fits) == 1 else None, fits) for claim, fits in new.items()]
    for claim, alternative, _ in members:
        if alternative is not None:
            side = told[alternative].add(said[claim].words)
            if side is None:
                return None
            told[alternative] = side
    question = read_questions(session, {slot: change.question[0]})[slot]
    return Problem(
        slot=slot,
        rule=finding.rule,
        severity=finding.severity,
        question=question,
        content_hash=add_content(
            finding.content_hash, ((said[claim], alternative) for claim, alternative, _ in members)
        ),
        message=write_message(question, told, opposed=True),
        members=tuple(members),
        outline=outline,
        sides=tuple(told),
    )


def _keep(session: Session, slot: int, content_hash: str, outline: Outline, sides: Sequence[Side]) -> None:
    run(session, read_sql("keep_outline"), slot, content_hash, write_outline(outline, sides))
