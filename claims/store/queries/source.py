"""Sources, their archived texts and the evidence taken from them, for lists."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import NotFound
from claims.store.queries.reference import get_number, read_number, write_id
from claims.store.tables import Claim, Evidence, Reviewer, Snapshot, Source, Text, VerdictEvidence


def get_source_id(session: Session, reference: str) -> int:
    """Return the source that an id or a web address names.

    Raises:
        NotFound: There is none.
    """
    if "://" in reference:
        found = session.scalar(select(Source.id).where(Source.url == reference.strip()))
        if found is None:
            raise NotFound(f"no source has the address {reference!r}; add it with: claims source add")
        return found
    return get_number(session, Source, reference)


def get_snapshot_id(session: Session, reference: str) -> int:
    """Return the snapshot that an id names.

    Raises:
        NotFound: There is none.
    """
    number = read_number("snapshot", reference)
    if number is None or session.scalar(select(Snapshot.id).where(Snapshot.id == number)) is None:
        raise NotFound(f"no snapshot {reference!r}; each source's are listed by: claims source show Q")
    return number


def list_sources(
    session: Session, *, kind: str | None = None, ids: Sequence[int] | None = None
) -> list[dict[str, Any]]:
    """Return sources with how many snapshots they have and how much evidence comes from them."""
    snapshots = _count(select(Snapshot.source_id, func.count(Snapshot.id).label("n")), Snapshot.source_id)
    evidence = _count(
        select(Snapshot.source_id, func.count(Evidence.id).label("n")).join(
            Evidence, Evidence.snapshot_id == Snapshot.id
        ),
        Snapshot.source_id,
    )
    query = (
        select(Source, snapshots.c.n.label("snapshots"), evidence.c.n.label("evidence"))
        .outerjoin(snapshots, snapshots.c.source_id == Source.id)
        .outerjoin(evidence, evidence.c.source_id == Source.id)
        .order_by(Source.id)
    )
    if kind is not None:
        query = query.where(Source.kind == kind)
    if ids is not None:
        query = query.where(Source.id.in_(ids))
    return [
        {
            "id": write_id("source", row.Source.id),
            "title": row.Source.title,
            "kind": row.Source.kind,
            "url": row.Source.url,
            "publisher": row.Source.publisher,
            "published": row.Source.published,
            "confidential": bool(row.Source.confidential),
            "origin": None if row.Source.origin_id is None else write_id("source", row.Source.origin_id),
            "dead_at": row.Source.dead_at,
            "snapshots": row.snapshots or 0,
            "evidence": row.evidence or 0,
        }
        for row in session.execute(query)
    ]


def _count(query: Any, by: Any) -> Any:
    return query.group_by(by).subquery()


def list_snapshots(session: Session, source_id: int) -> list[dict[str, Any]]:
    """Return the archived texts of a source, the oldest first, each by its hash and length."""
    rows = session.execute(
        select(Snapshot, Text.length)
        .join(Text, Text.sha256 == Snapshot.text_sha256)
        .where(Snapshot.source_id == source_id)
        .order_by(Snapshot.id)
    )
    return [
        {
            "id": write_id("snapshot", row.Snapshot.id),
            "taken_at": row.Snapshot.taken_at,
            "text_sha256": row.Snapshot.text_sha256,
            "length": row.length,
            "credit": row.Snapshot.credit,
        }
        for row in rows
    ]


def list_evidence(
    session: Session,
    *,
    claim_id: int | None = None,
    source_id: int | None = None,
    ids: Sequence[int] | None = None,
) -> list[dict[str, Any]]:
    """Return evidence in the order in which it was added, with the verdicts that rest on it."""
    query = (
        select(Evidence, Source.id.label("source_id"), Source.title, Source.kind, Reviewer.handle)
        .join(Snapshot, Snapshot.id == Evidence.snapshot_id)
        .join(Source, Source.id == Snapshot.source_id)
        .join(Claim, Claim.id == Evidence.claim_id)
        .join(Reviewer, Reviewer.id == Evidence.reviewer_id)
        .order_by(Evidence.id)
    )
    if claim_id is not None:
        query = query.where(Evidence.claim_id == claim_id)
    if source_id is not None:
        query = query.where(Source.id == source_id)
    if ids is not None:
        query = query.where(Evidence.id.in_(ids))
    rows = session.execute(query).all()
    verdicts: dict[int, list[str]] = defaultdict(list)
    for used in session.execute(
        select(VerdictEvidence.evidence_id, VerdictEvidence.verdict_id).order_by(VerdictEvidence.verdict_id)
    ):
        verdicts[used.evidence_id].append(write_id("verdict", used.verdict_id))
    return [
        {
            "id": write_id("evidence", row.Evidence.id),
            "claim": write_id("claim", row.Evidence.claim_id),
            "stance": row.Evidence.stance,
            "source": write_id("source", row.source_id),
            "source_title": row.title,
            "source_kind": row.kind,
            "snapshot": write_id("snapshot", row.Evidence.snapshot_id),
            "quote": row.Evidence.quote,
            "question": row.Evidence.question,
            "answer": row.Evidence.answer,
            "created_at": row.Evidence.created_at,
            "reviewer": row.handle,
            "verdicts": verdicts.get(row.Evidence.id, []),
        }
        for row in rows
    ]
