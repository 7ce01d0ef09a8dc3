"""Verdicts: the chain of each reviewer's, what they rest on, and lists of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, column, select, table
from sqlalchemy.orm import Session, aliased

from claims.store.queries.reference import write_id
from claims.store.tables import (
    Article,
    Claim,
    Evidence,
    Mention,
    Rating,
    RatingScale,
    Reviewer,
    Revision,
    Slot,
    Snapshot,
    Verdict,
    VerdictConsidered,
    VerdictEvidence,
)

_LATER = aliased(Verdict)
_IN_WORDS = table("v_claim", column("claim_id"), column("claim"))


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim as a verdict needs to know it; `predicate_id` is None where it is untyped."""

    id: int
    slot_id: int | None
    canonical_id: int | None
    mentions: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A live mention: its number, and where it stands in words that no row number is part of."""

    mention_id: int
    place: tuple[str, int, str, str, int, int]


def get_judged(session: Session, claim_id: int) -> Judged:
    """Return a claim with how many mentions it has and how many of them were rejected."""
    row = session.execute(
        select(Claim.slot_id, Slot.canonical_id)
        .outerjoin(Slot, Slot.id == Claim.slot_id)
        .where(Claim.id == claim_id)
    ).one()
    states = session.scalars(select(Mention.state).where(Mention.claim_id == claim_id)).all()
    return Judged(claim_id, row.slot_id, row.canonical_id, len(states), states.count("rejected"))


def list_seen(session: Session, claim_id: int) -> list[Seen]:
    """Return the live mentions of a claim: not rejected, in the newest text of an article not withdrawn."""
    rows = session.execute(
        select(
            Mention.id,
            Mention.field,
            Mention.start_cp,
            Mention.end_cp,
            Article.identity,
            Revision.number,
            Revision.text_sha256,
        )
        .join(Revision, Revision.id == Mention.revision_id)
        .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
        .where(Mention.claim_id == claim_id, Mention.state != "rejected", Article.withdrawn_at.is_(None))
        .order_by(Mention.id)
    )
    return [
        Seen(row.id, (row.identity, row.number, row.text_sha256, row.field, row.start_cp, row.end_cp))
        for row in rows
    ]


def read_snapshots(session: Session, evidence_ids: Iterable[int]) -> dict[int, tuple[int, str]]:
    """Return the claim and the snapshot's hash of each piece of evidence."""
    rows = session.execute(
        select(Evidence.id, Evidence.claim_id, Snapshot.text_sha256)
        .join(Snapshot, Snapshot.id == Evidence.snapshot_id)
        .where(Evidence.id.in_(sorted(set(evidence_ids))))
    )
    return {row.id: (row.claim_id, row.text_sha256) for row in rows}


def find_newest(
    session: Session, *, claim_id: int, about: str, mention_id: int | None, reviewer_id: int
) -> Verdict | None:
    """Return the last row of a reviewer's chain, be it a retraction; None where they never judged it."""
    return session.scalar(
        select(Verdict)
        .outerjoin(_LATER, _LATER.supersedes_id == Verdict.id)
        .where(
            Verdict.claim_id == claim_id,
            Verdict.about == about,
            Verdict.mention_key == (mention_id or 0),
            Verdict.reviewer_id == reviewer_id,
            _LATER.id.is_(None),
        )
    )


def is_superseded(session: Session, verdict_id: int) -> bool:
    """Tell whether a later row of the chain replaces this one."""
    return session.scalar(select(Verdict.id).where(Verdict.supersedes_id == verdict_id)) is not None


def list_chain(session: Session, verdict_id: int) -> list[int]:
    """Return the verdicts of the chain that a verdict belongs to, the first one first."""
    one = session.scalars(select(Verdict).where(Verdict.id == verdict_id)).one()
    return list(
        session.scalars(
            select(Verdict.id)
            .where(
                Verdict.claim_id == one.claim_id,
                Verdict.about == one.about,
                Verdict.mention_key == one.mention_key,
                Verdict.reviewer_id == one.reviewer_id,
            )
            .order_by(Verdict.id)
        )
    )


def list_verdicts(
    session: Session,
    *,
    claim_id: int | None = None,
    ids: Sequence[int] | None = None,
    standing_only: bool = False,
) -> list[dict[str, Any]]:
    """Return verdicts in the order in which they were given, with what they rest on.

    Standing is what is neither superseded nor a retraction. Of a retraction `rating` is null.
    """
    query = (
        select(Verdict, Rating, RatingScale.key, Reviewer.handle, _LATER.id.label("later"), _IN_WORDS.c.claim)
        .join(Reviewer, Reviewer.id == Verdict.reviewer_id)
        .join(_IN_WORDS, _IN_WORDS.c.claim_id == Verdict.claim_id)
        .outerjoin(Rating, Rating.id == Verdict.rating_id)
        .outerjoin(RatingScale, RatingScale.id == Rating.scale_id)
        .outerjoin(_LATER, _LATER.supersedes_id == Verdict.id)
        .order_by(Verdict.id)
    )
    wanted: list[ColumnElement[bool]] = []
    if claim_id is not None:
        wanted.append(Verdict.claim_id == claim_id)
    if ids is not None:
        wanted.append(Verdict.id.in_(ids))
    if standing_only:
        query = query.where(_LATER.id.is_(None), Verdict.rating_id.is_not(None))
    evidence = _read_pairs(session, VerdictEvidence.verdict_id, VerdictEvidence.evidence_id, wanted)
    considered = _read_pairs(session, VerdictConsidered.verdict_id, VerdictConsidered.considered_id, wanted)
    return [
        _describe(row, evidence[row.Verdict.id], considered[row.Verdict.id])
        for row in session.execute(query.where(*wanted))
    ]


def _read_pairs(
    session: Session, verdict_id: Any, other_id: Any, wanted: list[ColumnElement[bool]]
) -> dict[int, list[int]]:
    query = select(verdict_id, other_id).join(Verdict, Verdict.id == verdict_id).where(*wanted)
    found: dict[int, list[int]] = defaultdict(list)
    for judged, other in session.execute(query.order_by(other_id)):
        found[judged].append(other)
    return found


def _describe(row: Any, evidence: list[int], considered: list[int]) -> dict[str, Any]:
    verdict, rating = row.Verdict, row.Rating
    return {
        "id": write_id("verdict", verdict.id),
        "claim": write_id("claim", verdict.claim_id),
        "claim_in_words": row.claim,
        "about": verdict.about,
        "mention": None if verdict.mention_id is None else write_id("mention", verdict.mention_id),
        "rating": None if rating is None else rating.code,
        "rating_de": None if rating is None else rating.label_de,
        "rating_en": None if rating is None else rating.label_en,
        "truth_class": None if rating is None else rating.truth_class,
        "scale": row.key,
        "rationale": verdict.rationale,
        "reviewer": row.handle,
        "as_of": verdict.as_of,
        "created_at": verdict.created_at,
        "standing": rating is not None and row.later is None,
        "supersedes": None if verdict.supersedes_id is None else write_id("verdict", verdict.supersedes_id),
        "superseded_by": None if row.later is None else write_id("verdict", row.later),
        "none_found": bool(verdict.none_found),
        "evidence": [write_id("evidence", one) for one in evidence],
        "considers": [write_id("verdict", one) for one in considered],
        "basis_hash": verdict.basis_hash,
    }
