"""The life of findings: what a run opens, keeps, reopens and closes.

A finding keeps its row for as long as the ledger lives; each step is an act that is never changed.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.conflict.kept_outline import write_outline
from claims.crosscheck.finding.problem import Problem
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rules import ALIKE, NARROW
from claims.store.tables import Finding, FindingAct, FindingMember, FindingSlot
from claims.store.write import allocate_ids, delete, get_changes, insert_rows, update

_FINDING = ("id", "rule", "severity", "state", "fingerprint", "content_hash", "message", "slot_id")
_MEMBER = ("finding_id", "claim_id", "alternative", "fits")
_ACT = ("id", "action", "at", "content_hash", "reason", "until", "finding_id", "reviewer_id", "run_id")
_AT_ONCE = 500

Members = frozenset[tuple[int, int | None, str]]


@dataclass(slots=True)
class Settled:
    """What a run did to the findings, gathered to be written at once."""

    opened: int = 0
    closed: int = 0
    findings: list[tuple[Any, ...]] = field(default_factory=list)
    members: list[tuple[Any, ...]] = field(default_factory=list)
    acts: list[tuple[str, int, str]] = field(default_factory=list)
    slots: list[tuple[int, int]] = field(default_factory=list)

    def is_anything(self, session: Session) -> bool:
        """Tell whether anything was done, to the findings or to what they say."""
        return bool(self.findings or self.acts or self.members or get_changes(session))


def settle(session: Session, problems: Iterable[Problem], settled: Settled) -> None:
    """Bring the findings of the examined slots in line with what was found there.

    New: opened. Gone: fixed. Back: reopened. Waived or acknowledged: left alone while the claims
    and their alternatives are the same, reopened when not. Findings made by hand are left alone, and
    those of the rules that look beyond one slot: see `settle_wider`.
    """
    rows = [row for row in run(session, read_sql("known_findings")) if row.rule in NARROW]
    members = _gather_members(run(session, read_sql("known_members")))
    found = _settle(session, problems, rows, _list_known(rows), members, settled)
    run(session, read_sql("forget_outlines"))
    outlines = [
        (problem.slot, problem.content_hash, write_outline(problem.outline, problem.sides))
        for problem in found.values()
        if problem.outline is not None
    ]
    if outlines:
        session.connection().exec_driver_sql(read_sql("keep_outline"), outlines)


def settle_alike(session: Session, problems: Iterable[Problem], settled: Settled) -> None:
    """Bring the findings of the rules that compare wordings in line with what was found, all of them."""
    names = json.dumps(sorted(ALIKE))
    rows = run(session, read_sql("alike_findings"), names).all()
    members = _gather_members(run(session, read_sql("alike_members"), names))
    known = {(row.fingerprint, row.rule): row for row in rows}
    _settle(session, problems, rows, known, members, settled)


def settle_wider(session: Session, problems: Iterable[Problem], settled: Settled, *, rule: str) -> None:
    """Bring the findings of a rule that looks beyond one slot in line with what it found.

    Those in the slots of `check_anchor`, as `settle` does; and note which slots each rests on.
    """
    rows = run(session, read_sql("anchored_findings"), rule).all()
    members = _gather_members(run(session, read_sql("anchored_members"), rule))
    found = _settle(session, problems, rows, _list_known(rows), members, settled)
    run(session, read_sql("forget_slots"), rule)
    settled.slots += [
        (slot, finding) for finding, problem in found.items() for slot in sorted(problem.beside)
    ]


def _settle(
    session: Session,
    problems: Iterable[Problem],
    rows: Sequence[Any],
    known: Mapping[Any, Any],
    members: Mapping[int, Members],
    settled: Settled,
) -> dict[int, Problem]:
    """Settle what was found against the findings there, and return it by the number of its finding."""
    kept: dict[int, Problem] = {}
    new: list[Problem] = []
    for problem in problems:
        finding = known.get(problem.place)
        if finding is None:
            new.append(problem)
            continue
        kept[finding.id] = problem
        _follow(session, finding, problem, members.get(finding.id, frozenset()), settled)
    first = _open(session, new, settled)
    for finding in rows:  # one whose slot was merged into another that has such a finding is fixed as well
        if finding.id not in kept:
            _fix(session, finding, settled)
    return kept | dict(enumerate(new, start=first))


def reopen_expired(session: Session, expired: Iterable[tuple[int, str]], settled: Settled) -> None:
    """Reopen findings, given as id and content hash, whose waiver has run out."""
    for finding_id, content_hash in expired:
        update(session, Finding, finding_id, state="reopened")
        settled.acts.append(("reopen", finding_id, content_hash))
        settled.opened += 1


def list_expired(session: Session, at: str) -> list[tuple[int, str]]:
    """Return id and content hash of the waived findings whose last waiver ended before today."""
    last: dict[int, tuple[str | None, str]] = {}
    rows = session.execute(
        select(FindingAct.finding_id, FindingAct.until, Finding.content_hash)
        .join(Finding, Finding.id == FindingAct.finding_id)
        .where(Finding.state == "waived", FindingAct.action == "waive")
        .order_by(FindingAct.id)
    )
    for row in rows:
        last[row.finding_id] = (row.until, row.content_hash)
    return [
        (finding_id, content_hash)
        for finding_id, (until, content_hash) in last.items()
        if until is not None and until < at[:10]
    ]


def _list_known(rows: Iterable[Any]) -> dict[tuple[int, str], Any]:
    """Return findings by the slot that stands for theirs, and rule."""
    known: dict[tuple[int, str], Any] = {}
    for row in rows:
        place = (row.canonical_id, row.rule)
        if place not in known or row.slot_id == row.canonical_id:
            known[place] = row
    return known


def _gather_members(rows: Iterable[Any]) -> dict[int, Members]:
    members: dict[int, set[tuple[int, int | None, str]]] = defaultdict(set)
    for row in rows:
        members[row.finding_id].add((row.claim_id, row.alternative, row.fits))
    return {finding_id: frozenset(found) for finding_id, found in members.items()}


def _follow(session: Session, finding: Any, problem: Problem, members: Members, settled: Settled) -> None:
    """Bring a finding up to what it is now."""
    _restate(session, finding, problem, settled)
    wanted = [_member(finding.id, member) for member in problem.members]
    if members != {row[1:] for row in wanted}:
        delete(session, FindingMember, finding_id=finding.id)
        settled.members += wanted


def follow_further(session: Session, finding: Any, problem: Problem, settled: Settled) -> None:
    """Bring a finding up to what it is with further members, which alone the problem names."""
    _restate(session, finding, problem, settled)
    settled.members += [_member(finding.id, member) for member in problem.members]


def _restate(session: Session, finding: Any, problem: Problem, settled: Settled) -> None:
    """Let a finding say what the problem is now; reopen it where it was done with another one."""
    changed = finding.content_hash != problem.content_hash
    state = finding.state
    if state == "fixed" or (changed and state in {"waived", "acknowledged"}):
        state = "reopened"
        settled.opened += 1
        settled.acts.append(("reopen", finding.id, problem.content_hash))
    now = (state, problem.severity, problem.content_hash, problem.message, problem.slot)
    if now != (finding.state, finding.severity, finding.content_hash, finding.message, finding.slot_id):
        update(
            session,
            Finding,
            finding.id,
            state=state,
            severity=problem.severity,
            content_hash=problem.content_hash,
            message=problem.message,
            slot_id=problem.slot,
        )


def _member(finding_id: int, member: tuple[int, int | None, tuple[int, ...]]) -> tuple[Any, ...]:
    claim, alternative, fits = member
    return finding_id, claim, alternative, _write_fits(fits)


@lru_cache(maxsize=4096)
def _write_fits(fits: tuple[int, ...]) -> str:
    return json.dumps(fits)


def _open(session: Session, problems: Sequence[Problem], settled: Settled) -> int:
    """Open findings, numbered in their order; return the first number."""
    prints = _list_prints(session, problems)
    first = allocate_ids(session, Finding, len(problems)) if problems else 0
    for number, (problem, fingerprint) in enumerate(zip(problems, prints, strict=True), start=first):
        settled.findings.append(
            (
                number,
                problem.rule,
                problem.severity,
                "open",
                fingerprint,
                problem.content_hash,
                problem.message,
                problem.slot,
            )
        )
        settled.members += [_member(number, member) for member in problem.members]
        settled.acts.append(("open", number, problem.content_hash))
        settled.opened += 1
    return first


def _list_prints(session: Session, problems: Sequence[Problem]) -> list[str]:
    """Return a free fingerprint for each problem; namesakes that nobody has merged are counted."""
    taken: set[str] = set()
    prints: list[str] = []
    wanted = [problem.fingerprint() for problem in problems]
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        taken |= set(session.scalars(select(Finding.fingerprint).where(Finding.fingerprint.in_(part))))
    for problem, natural in zip(problems, wanted, strict=True):
        fingerprint, ordinal = natural, 0
        while fingerprint in taken:
            ordinal += 1
            fingerprint = problem.fingerprint(ordinal)
            if session.scalar(select(Finding.id).where(Finding.fingerprint == fingerprint)) is not None:
                taken.add(fingerprint)
        taken.add(fingerprint)
        prints.append(fingerprint)
    return prints


def _fix(session: Session, finding: Any, settled: Settled) -> None:
    if finding.state != "fixed":
        update(session, Finding, finding.id, state="fixed")
        settled.acts.append(("fix", finding.id, finding.content_hash))
        settled.closed += 1


def write_settled(session: Session, settled: Settled, run_id: int, at: str) -> None:
    """Write new findings, members and acts, each table at once; the run must be there."""
    insert_rows(session, Finding, _FINDING, settled.findings)
    insert_rows(session, FindingMember, _MEMBER, settled.members)
    insert_rows(session, FindingSlot, ("slot_id", "finding_id"), settled.slots)
    if settled.acts:
        first = allocate_ids(session, FindingAct, len(settled.acts))
        insert_rows(
            session,
            FindingAct,
            _ACT,
            [
                (number, action, at, content_hash, "", None, finding_id, None, run_id)
                for number, (action, finding_id, content_hash) in enumerate(settled.acts, start=first)
            ],
        )
