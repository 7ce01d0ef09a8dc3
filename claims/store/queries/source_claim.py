"""What reference lists say, where findings name it."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from claims.store.queries.reference import write_id
from claims.store.tables import Finding, FindingMember, Snapshot, Source, SourceClaim

MISMATCH = "reference-mismatch"
"""The rule whose findings name a list."""


def read_references(
    session: Session, wanted: Sequence[ColumnElement[bool]]
) -> dict[int, list[dict[str, Any]]]:
    """Return the rows of lists behind each finding that names one, those of the newest list first."""
    rows = session.execute(
        select(FindingMember.finding_id, SourceClaim, Source)
        .join(Finding, Finding.id == FindingMember.finding_id)
        .join(SourceClaim, SourceClaim.claim_id == FindingMember.claim_id)
        .join(Snapshot, Snapshot.id == SourceClaim.snapshot_id)
        .join(Source, Source.id == Snapshot.source_id)
        .where(*wanted, Finding.rule == MISMATCH, FindingMember.alternative == 0)
        .order_by(SourceClaim.snapshot_id.desc(), SourceClaim.line)
    )
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row.finding_id, []).append(
            {
                "claim": write_id("claim", row.SourceClaim.claim_id),
                "source": write_id("source", row.Source.id),
                "title": row.Source.title,
                "url": row.Source.url,
                "line": row.SourceClaim.line,
                "as_written": row.SourceClaim.as_written,
            }
        )
    return found


def read_listings(session: Session, claims: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Return the row of the newest list that makes each of these claims; a confidential list by its id alone."""
    rows = session.execute(
        select(SourceClaim, Source)
        .join(Snapshot, Snapshot.id == SourceClaim.snapshot_id)
        .join(Source, Source.id == Snapshot.source_id)
        .where(SourceClaim.claim_id.in_(sorted(claims)))
        .order_by(SourceClaim.snapshot_id, SourceClaim.line.desc())
    )
    found: dict[int, dict[str, Any]] = {}
    for row in rows:
        name = write_id("source", row.Source.id)
        title = name if row.Source.confidential else f"{row.Source.title} [{name}]"
        found[row.SourceClaim.claim_id] = {
            "url": None if row.Source.confidential else row.Source.url,
            "published": row.Source.published,
            "reason": f"{title}, line {row.SourceClaim.line}: {row.SourceClaim.as_written}",
        }
    return found
