"""Rows that say the opposite of rows which are never deleted."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from claims.audit.undoing import Undoing
from claims.store.queries.reference import write_id
from claims.store.tables import (
    Article,
    Claim,
    Correction,
    Decision,
    Entity,
    Event,
    Finding,
    FindingAct,
    Mention,
    Reviewer,
    Revision,
    Ruling,
    RulingEvidence,
    Verdict,
    VerdictConsidered,
    VerdictEvidence,
    VerdictMention,
)
from claims.store.write import insert, insert_rows, update

Cells = Mapping[str, Any]

_AS_GIVEN = ("state", "claim_id", "decided_at", "decided_by_id")
_ACTS = {
    "open": "open",
    "acknowledged": "acknowledge",
    "waived": "waive",
    "fixed": "fix",
    "reopened": "reopen",
}
"""The act that leaves each state."""


def answer_mention(session: Session, undoing: Undoing, row: Cells) -> None:
    """Reject a mention that was added; what was decided or judged about it since stands in the way."""
    number = row["id"]
    named = write_id("mention", number)
    undoing.check(
        Mention, {"id": number}, {name: row.get(name) for name in _AS_GIVEN}, f"{named} was decided"
    )
    for table in (Verdict, VerdictMention):
        if undoing.refers(table, "mention_id", number):
            undoing.refuse(table, {"mention_id": number}, f"a verdict was given on {named}")
    undoing.touch("mention", number)
    update(session, Mention, number, state="rejected", decided_at=None, decided_by_id=None)


def answer_decision(session: Session, undoing: Undoing, row: Cells) -> None:
    """Note that a decision was taken back; the mention itself is what it was before."""
    mention = session.execute(
        select(Mention.state, Mention.claim_id).where(Mention.id == row["mention_id"])
    ).one()
    insert(
        session,
        Decision,
        state=mention.state,
        at=undoing.at,
        mention_id=row["mention_id"],
        claim_id=mention.claim_id,
        reviewer_id=undoing.actor_id,
    )


def answer_article(session: Session, undoing: Undoing, row: Cells) -> None:
    """Withdraw an article that was imported; a later revision or mention stands in the way."""
    number = row["id"]
    named = write_id("article", number)
    undoing.check(
        Article,
        {"id": number},
        {"revisions": row["revisions"], "withdrawn_at": None},
        f"{named} was changed",
    )
    live = session.execute(
        select(Mention.id)
        .join(Revision, Revision.id == Mention.revision_id)
        .where(Revision.article_id == number, Mention.state != "rejected")
        .order_by(Mention.id)
    ).first()
    if live is not None:
        undoing.refuse(Mention, {"id": live.id}, f"{write_id('mention', live.id)} was found in {named}")
    undoing.touch("article", number)
    update(session, Article, number, withdrawn_at=undoing.at)


def answer_reviewer(session: Session, undoing: Undoing, row: Cells) -> None:
    """Take somebody off the list; what they did since stands in the way."""
    number, handle = row["id"], row["handle"]
    acted = session.execute(
        select(Event.seq, Event.command, Event.at)
        .where(Event.actor_id == number, Event.seq > undoing.seq)
        .order_by(Event.seq)
    ).first()
    if acted is not None:
        undoing.refuse_for(f"{handle} acted in event {acted.seq} ({acted.command}, {acted.at[:16]}Z)")
    if number == undoing.actor_id:
        undoing.refuse_for(f"{handle} is who acts now, and nobody takes themselves off the list")
    undoing.check(Reviewer, {"id": number}, {"active": 1}, f"{handle} was changed")
    update(session, Reviewer, number, active=0)


def answer_entity(session: Session, undoing: Undoing, row: Cells) -> None:
    """Make an accepted name a proposed one again, unless an accepted mention uses it."""
    if row["state"] == "accepted":
        undoing.touch("entity", row["id"])
        restore_entity(session, row["id"], "proposed")


def restore_entity(session: Session, number: int, state: str) -> None:
    """Set an entity's state; a name that an accepted mention uses stays accepted."""
    used = session.scalar(
        select(Mention.id)
        .join(Claim, Claim.id == Mention.claim_id)
        .where(
            Mention.state == "accepted", or_(Mention.speaker_id == number, Claim.value_entity_id == number)
        )
        .limit(1)
    )
    if state == "accepted" or used is None:
        update(session, Entity, number, state=state)


def answer_verdict(session: Session, undoing: Undoing, row: Cells) -> None:
    """Give the verdict that stood before once more, or retract the first one; only its own reviewer may."""
    if row["reviewer_id"] != undoing.actor_id:
        handle = session.scalar(select(Reviewer.handle).where(Reviewer.id == row["reviewer_id"]))
        undoing.refuse_for(f"{write_id('verdict', row['id'])} is {handle}'s; only they take it back")
    if undoing.refers(VerdictConsidered, "considered_id", row["id"]):
        undoing.refuse(VerdictConsidered, {"considered_id": row["id"]}, "an adjudication rests on it")
    tip = _find_tip(session, undoing, Verdict, row, ("rating_id", "rationale", "as_of", "none_found"))
    earlier = _find_row(session, Verdict, row.get("supersedes_id"))
    cells = dict(earlier or tip) | {"supersedes_id": tip["id"], "created_at": undoing.at}
    if earlier is None:
        cells |= {"rating_id": None, "rationale": undoing.reason}
    number = insert(session, Verdict, **{name: cell for name, cell in cells.items() if name != "id"})
    if earlier is not None and earlier["rating_id"] is not None:
        for part in (VerdictEvidence, VerdictMention, VerdictConsidered):
            _copy_parts(session, part, "verdict_id", earlier["id"], number)


def answer_ruling(session: Session, undoing: Undoing, row: Cells) -> None:
    """Make the ruling that stood before once more, or withdraw the first one."""
    tip = _find_tip(
        session, undoing, Ruling, row, ("claim_id", "retracts", "reason", "valid_from", "valid_until")
    )
    earlier = _find_row(session, Ruling, row.get("supersedes_id"))
    cells = dict(earlier or tip) | {
        "supersedes_id": tip["id"],
        "created_at": undoing.at,
        "reviewer_id": undoing.actor_id,
    }
    if earlier is None:
        cells |= {"retracts": 1, "reason": undoing.reason}
    number = insert(session, Ruling, **{name: cell for name, cell in cells.items() if name != "id"})
    if earlier is not None:
        _copy_parts(session, RulingEvidence, "ruling_id", earlier["id"], number)
    undoing.touch("ruling", number)


def answer_finding(session: Session, undoing: Undoing, row: Cells) -> None:
    """Close a finding that was made by hand."""
    named = write_id("finding", row["id"])
    undoing.check(Finding, {"id": row["id"]}, {"state": row["state"]}, f"{named} was decided on")
    undoing.touch("finding", row["id"])
    update(session, Finding, row["id"], state="fixed")


def answer_finding_act(session: Session, undoing: Undoing, row: Cells) -> None:
    """Add the act that leads back to the state which the finding has again; a later act stands in the way."""
    number = row["finding_id"]
    last = session.execute(
        select(FindingAct.action, FindingAct.reason, FindingAct.until)
        .where(FindingAct.finding_id == number)
        .order_by(FindingAct.id.desc())
    ).first()
    if last is None or tuple(last) != (row["action"], row["reason"], row.get("until")):
        undoing.refuse(FindingAct, {"finding_id": number}, f"{write_id('finding', number)} was decided on")
    finding = session.execute(select(Finding.state, Finding.content_hash).where(Finding.id == number)).one()
    until = None
    if finding.state == "waived":
        until = session.scalar(
            select(FindingAct.until)
            .where(FindingAct.finding_id == number, FindingAct.action == "waive", FindingAct.id < row["id"])
            .order_by(FindingAct.id.desc())
        )
    insert(
        session,
        FindingAct,
        action=_ACTS[finding.state],
        at=undoing.at,
        content_hash=finding.content_hash,
        reason=undoing.reason,
        until=until,
        finding_id=number,
        reviewer_id=undoing.actor_id,
    )


def _find_tip(session: Session, undoing: Undoing, table: Any, row: Cells, content: tuple[str, ...]) -> Cells:
    """Return the newest row of a chain, if it says what `row` says; refuse if it says something else."""
    tip = following = _find_row(session, table, row["id"])
    while following is not None:
        tip = following
        newer = session.scalar(select(table.id).where(table.supersedes_id == tip["id"]))
        following = _find_row(session, table, newer)
    if tip is None or any(tip[name] != row.get(name) for name in content):
        undoing.refuse(table, {"supersedes_id": row["id"]}, "a later one replaced it")
    return tip


def _find_row(session: Session, table: Any, number: int | None) -> Cells | None:
    if number is None:
        return None
    found = (
        session.execute(select(*table.__table__.columns).where(table.id == number)).mappings().one_or_none()
    )
    return None if found is None else dict(found)


def _copy_parts(session: Session, table: Any, key: str, of: int, to: int) -> None:
    names = [column.name for column in table.__table__.columns]
    rows = session.execute(
        select(*table.__table__.columns).where(table.__table__.columns[key] == of)
    ).mappings()
    insert_rows(session, table, names, [[to if name == key else row[name] for name in names] for row in rows])


def answer_correction(session: Session, undoing: Undoing, row: Cells) -> None:
    """Take back a correction that was noted; what was changed in it since stands in the way."""
    number = row["id"]
    cells = {name: row.get(name) for name in row if name != "id"}
    undoing.check(Correction, {"id": number}, cells, f"{write_id('correction', number)} was changed")
    undoing.touch("correction", number)
    update(session, Correction, number, retracted_at=undoing.at)


ANSWERS = {
    "mention": answer_mention,
    "article": answer_article,
    "reviewer": answer_reviewer,
    "entity": answer_entity,
    "verdict": answer_verdict,
    "ruling": answer_ruling,
    "finding": answer_finding,
    "finding_act": answer_finding_act,
    "decision": answer_decision,
    "correction": answer_correction,
}
"""How rows are answered, in this order: what a decision or an act says follows from what it is about."""
