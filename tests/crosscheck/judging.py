"""Verdicts, rulings and what they rest on, written through the seam of the ledger."""

import hashlib
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.store import tables as t
from claims.store.queries.slot import mark_claims, mark_dirty
from claims.store.write import insert, insert_rows
from tests.crosscheck.factory import set_up_dates


def at(day: int) -> str:
    """Return a time on a day of March 2025."""
    return f"2025-03-{day:02}T12:00:00.000000Z"


def list_messages(session: Session, name: str) -> list[str]:
    """Run the check and return what findings of a rule say that stand."""
    cross_check(session)
    session.expire_all()
    stands = t.Finding.state.in_(("open", "reopened"))
    return list(
        session.scalars(
            select(t.Finding.message).where(t.Finding.rule == name, stands).order_by(t.Finding.id)
        )
    )


def set_up_claim(session: Session) -> tuple[int, int]:
    """Let one article date a release; return claim and mention."""
    [mention] = set_up_dates(session, "2024-11")
    return get_claim(session, mention), mention


def get_claim(session: Session, mention: int) -> int:
    return session.scalars(select(t.Mention.claim_id).where(t.Mention.id == mention)).one()


def get_slot(session: Session, claim: int) -> int:
    return session.scalars(select(t.Claim.slot_id).where(t.Claim.id == claim)).one() or 0


def add_reviewer(session: Session, handle: str) -> int:
    return insert(session, t.Reviewer, handle=handle, name=None, active=1)


def rule(
    session: Session,
    claim: int,
    *,
    day: int = 1,
    retracts: bool = False,
    reason: str = "Theirs.",
    **valid: str | None,
) -> int:
    """Make a claim the house fact of its slot, or with `retracts` take the slot's back."""
    slot = get_slot(session, claim)
    number = insert(
        session,
        t.Ruling,
        reason=reason,
        retracts=int(retracts),
        created_at=at(day),
        slot_id=slot,
        claim_id=claim,
        reviewer_id=1,
        supersedes_id=session.scalar(
            select(t.Ruling.id).where(t.Ruling.slot_id == slot).order_by(t.Ruling.id.desc()).limit(1)
        ),
        **valid,
    )
    mark_dirty(session, [slot])
    return number


def judge(
    session: Session,
    claim: int,
    code: str | None,
    *,
    reviewer: int = 1,
    day: int = 1,
    evidence: Iterable[int] = (),
    none_found: bool = True,
    seen: Iterable[int] = (),
    considers: Iterable[int] = (),
    about: str = "content",
    mention: int | None = None,
) -> int:
    """Give a verdict, or with `code` None take the last one back."""
    chain = (
        (t.Verdict.claim_id == claim)
        & (t.Verdict.reviewer_id == reviewer)
        & (t.Verdict.about == about)
        & (t.Verdict.mention_key == (mention or 0))
    )
    rating = select(t.Rating.id).where(t.Rating.code == code).order_by(t.Rating.id).limit(1)
    number = insert(
        session,
        t.Verdict,
        about=about,
        mention_key=mention or 0,
        mention_id=mention,
        rationale="Looked it up.",
        as_of="2025-03-01",
        none_found=int(none_found),
        basis_hash="a" * 64,
        created_at=at(day),
        claim_id=claim,
        reviewer_id=reviewer,
        rating_id=None if code is None else session.scalars(rating).one(),
        supersedes_id=session.scalar(
            select(t.Verdict.id).where(chain).order_by(t.Verdict.id.desc()).limit(1)
        ),
    )
    hashes = {
        row.id: row.text_sha256
        for row in session.execute(
            select(t.Evidence.id, t.Snapshot.text_sha256).join(
                t.Snapshot, t.Snapshot.id == t.Evidence.snapshot_id
            )
        )
    }
    insert_rows(
        session,
        t.VerdictEvidence,
        ("verdict_id", "evidence_id", "snapshot_sha256"),
        [(number, one, hashes[one]) for one in evidence],
    )
    insert_rows(session, t.VerdictMention, ("verdict_id", "mention_id"), [(number, one) for one in seen])
    insert_rows(
        session, t.VerdictConsidered, ("verdict_id", "considered_id"), [(number, one) for one in considers]
    )
    mark_claims(session, [claim])
    return number


def add_source(session: Session, *, confidential: int = 0) -> int:
    return insert(session, t.Source, title="Note", kind="official", confidential=confidential)


def archive(session: Session, source: int, body: str, *, day: int = 1) -> int:
    """Take a snapshot of a source; marks the claims that it is evidence for."""
    digest = hashlib.sha256(body.encode()).hexdigest()
    insert_rows(session, t.Text, ("sha256", "body", "length"), [(digest, body, len(body))])
    number = insert(session, t.Snapshot, taken_at=at(day), source_id=source, text_sha256=digest)
    claims = session.scalars(
        select(t.Evidence.claim_id)
        .join(t.Snapshot, t.Snapshot.id == t.Evidence.snapshot_id)
        .where(t.Snapshot.source_id == source)
    )
    mark_claims(session, claims)
    return number


def cite(session: Session, claim: int, snapshot: int, *, stance: str = "supports", day: int = 1) -> int:
    """Give evidence for or against a claim, on a day of March."""
    number = insert(
        session,
        t.Evidence,
        stance=stance,
        created_at=at(day),
        claim_id=claim,
        snapshot_id=snapshot,
        reviewer_id=1,
    )
    mark_claims(session, [claim])
    return number
