"""What reference lists say, where findings name it."""

from collections.abc import Sequence
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
