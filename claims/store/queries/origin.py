"""Whether what verdicts rest on comes from several origins, or from one that several sources repeat."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.queries.reference import write_id
from claims.store.tables import Evidence, Snapshot, Source, VerdictEvidence

_AT_ONCE = 500


def describe_origins(session: Session, sources: Iterable[int]) -> str | None:
    """Return how many origins several sources have, such as "2 sources, 1 origin: dpa"; None for fewer.

    A protected origin is named by its id alone.
    """
    cited = set(sources)
    if len(cited) < 2:
        return None
    roots = {_find_root(session, one) for one in cited}
    if len(roots) > 1:
        return f"{len(cited)} sources, {len(roots)} origins"
    row = session.execute(select(Source.title, Source.confidential).where(Source.id == min(roots))).one()
    name = write_id("source", min(roots)) if row.confidential else row.title
    return f"{len(cited)} sources, 1 origin: {name}"


def _find_root(session: Session, source: int) -> int:
    seen = {source}
    while (above := session.scalar(select(Source.origin_id).where(Source.id == source))) is not None:
        if above in seen:
            return min(seen)
        seen.add(above)
        source = above
    return source


def read_verdict_origins(session: Session, verdicts: Iterable[int]) -> dict[int, str]:
    """Return of each verdict that rests on several sources how many origins they have."""
    cited: dict[int, set[int]] = {}
    ordered = sorted(verdicts)
    for start in range(0, len(ordered), _AT_ONCE):
        rows = session.execute(
            select(VerdictEvidence.verdict_id, Snapshot.source_id)
            .join(Evidence, Evidence.id == VerdictEvidence.evidence_id)
            .join(Snapshot, Snapshot.id == Evidence.snapshot_id)
            .where(VerdictEvidence.verdict_id.in_(ordered[start : start + _AT_ONCE]))
        )
        for row in rows:
            cited.setdefault(row.verdict_id, set()).add(row.source_id)
    told = {verdict: describe_origins(session, sources) for verdict, sources in cited.items()}
    return {verdict: words for verdict, words in told.items() if words is not None}
