"""What the rules find that look beyond one slot.

Each answers for the slots in `check_anchor`: those in which what changed may tell for it, those that it
reaches from there, and those of its findings that rest on such a slot. In all others its findings stand
as they are, so that a further mention of what is known costs the same however much a slot holds.
"""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.beyond.look import Look
from claims.crosscheck.copies.index import index_new_sentences
from claims.crosscheck.finding.problem import Found, describe_all
from claims.crosscheck.finding.settle import Settled, settle_wider
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.live import Canonical
from claims.crosscheck.rows.moments import read_published
from claims.crosscheck.rules.rule import Rule
from claims.crosscheck.setting import read_rules
from claims.store.queries.check_row import read_compared_predicates
from claims.store.tables import CheckRun, Entity, Slot

_AT_ONCE = 500


def look_wider(session: Session, settled: Settled, *, whole: bool) -> None:
    """Apply the rules that look beyond one slot where they may find something else, and settle what they find.

    The check rows of the examined slots must be up to date. `whole`: everything is examined.
    """
    rules = [rule for rule in read_rules(session) if rule.wider is not None]
    index_new_sentences(session)
    look = Look(session, read_compared_predicates(session), _get_day(session.info["at"]()), {})
    for rule in rules:
        if _anchor(session, rule, whole=whole):
            found = list(_find(rule, replace(look, options=rule.options))) if rule.enabled else []
            problems = describe_all(session, found, _read_roots(session, found))
            settle_wider(session, problems, settled, rule=rule.name)


def _anchor(session: Session, rule: Rule, *, whole: bool) -> bool:
    """Put the slots that a rule has to answer for into `check_anchor`; tell whether there are any."""
    run(session, "DELETE FROM check_anchor")
    if rule.wider is not None:
        wider = rule.wider
        for name in wider.everywhere if whole else ("anchor_whole", *wider.near, *wider.anchors):
            run(session, read_sql(name))
        run(session, read_sql("anchor_found" if whole else "anchor_touched"), rule.name)
    return run(session, "SELECT 1 FROM check_anchor LIMIT 1").first() is not None


def mark_due(session: Session) -> None:
    """Mark the questions whose findings change because days have passed since the last run.

    In the first run every question is marked already.
    """
    last = session.scalar(select(CheckRun.started_at).order_by(CheckRun.id.desc()).limit(1))
    if last is None:
        return
    since, until = _get_day(last), _get_day(session.info["at"]())
    for rule in read_rules(session) if since < until else ():
        if rule.wider is not None and rule.wider.due is not None:
            wait = int(rule.options.get("days", 0))
            run(session, read_sql(rule.wider.due), since - wait, until - wait)


def _get_day(at: str) -> int:
    day = read_published(at)
    if day is None:
        raise ValueError(f"no time: {at!r}")
    return day[0]


def _find(rule: Rule, look: Look) -> Iterator[Found]:
    if rule.wider is not None:
        for slot, conflict in rule.wider.find(look):
            yield Found(slot, rule, conflict)


def _read_roots(session: Session, found: list[Found]) -> dict[int, int]:
    """Return the subject of each slot after merges."""
    canonical = Canonical(session)
    slots = sorted({one.slot for one in found})
    roots: dict[int, int] = {}
    for start in range(0, len(slots), _AT_ONCE):
        rows = session.execute(
            select(Slot.id, Slot.subject_id, Entity.merged_into_id)
            .join(Entity, Entity.id == Slot.subject_id)
            .where(Slot.id.in_(slots[start : start + _AT_ONCE]))
        )
        roots |= {row.id: canonical.find(row.subject_id, row.merged_into_id) for row in rows}
    return roots
