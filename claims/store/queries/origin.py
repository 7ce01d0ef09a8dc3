"""Whether what verdicts rest on comes from several origins, or from one that several sources repeat."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from claims.store.queries.reference import write_id
from claims.store.tables import Evidence, RulingEvidence, Snapshot, Source, VerdictEvidence

_AT_ONCE = 500

Pairs = Iterable[tuple[int, int]]


def describe_origins(session: Session, sources: Iterable[int]) -> str | None:
    """Return how many origins several sources have, such as "2 sources, 1 origin: dpa"; None for fewer.

    Sources have one origin where they are said to, where the same text was archived of them, or where
    their texts credit the same news agency or paper. A protected origin is named by its id alone.
    """
    cited = set(sources)
    if len(cited) < 2:
        return None
    origins, agency = _gather(session, cited)
    if len(origins) > 1:
        return f"{len(cited)} sources, {len(origins)} origins"
    return f"{len(cited)} sources, 1 origin: {agency or _name(session, min(origins))}"


def describe_likely_origin(session: Session, sources: Iterable[int], same: Pairs) -> str | None:
    """Return what several sources go back to if those of these pairs are one; None where that is not one.

    None as well where they have one origin anyway.
    """
    cited = set(sources)
    if len(_gather(session, cited)[0]) < 2:
        return None
    origins, agency = _gather(session, cited, same)
    if len(origins) > 1:
        return None
    return f"{len(cited)} sources, 1 origin: {agency or _name(session, min(origins))}, as their texts show"


def _gather(session: Session, cited: set[int], same: Pairs = ()) -> tuple[set[int], str | None]:
    """Return the sources that stand for the origins, and the agency that one of the cited credits."""
    stands_for = {source: _find_root(session, source) for source in sorted(cited)}
    first: dict[str, int] = {}
    agency = None
    for source, text, credit in _list_marks(session, cited):
        agency = agency or credit
        for shared in (text, credit):
            if shared is not None:
                old, new = stands_for[source], stands_for[first.setdefault(shared, source)]
                stands_for = {one: new if root == old else root for one, root in stands_for.items()}
    for one_source, other in same:
        old, new = stands_for[one_source], stands_for[other]
        stands_for = {one: new if root == old else root for one, root in stands_for.items()}
    return set(stands_for.values()), agency


def _list_marks(session: Session, sources: Iterable[int]) -> list[tuple[int, str, str | None]]:
    """Return what was archived of sources: source, hash of the text, and the agency that it credits."""
    rows = session.execute(
        select(Snapshot.source_id, Snapshot.text_sha256, Snapshot.credit)
        .where(Snapshot.source_id.in_(sorted(sources)))
        .order_by(Snapshot.source_id, Snapshot.id)
    )
    return [(row.source_id, row.text_sha256, row.credit) for row in rows]


def _name(session: Session, source: int) -> str:
    row = session.execute(select(Source.title, Source.confidential).where(Source.id == source)).one()
    return write_id("source", source) if row.confidential else row.title


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
    return describe_all_origins(session, read_cited(session, verdicts))


def describe_all_origins(session: Session, cited: Mapping[int, set[int]]) -> dict[int, str]:
    """Return how many origins there are of what rests on several sources, given with these."""
    told = {owner: describe_origins(session, sources) for owner, sources in cited.items()}
    return {owner: words for owner, words in told.items() if words is not None}


def read_cited(session: Session, verdicts: Iterable[int]) -> dict[int, set[int]]:
    """Return the sources that each verdict rests on."""
    return _read_resting(session, VerdictEvidence.verdict_id, VerdictEvidence.evidence_id, verdicts)


def read_ruled_on(session: Session, rulings: Iterable[int]) -> dict[int, set[int]]:
    """Return the sources that each house fact rests on."""
    return _read_resting(session, RulingEvidence.ruling_id, RulingEvidence.evidence_id, rulings)


def _read_resting(
    session: Session,
    owner: InstrumentedAttribute[int],
    evidence: InstrumentedAttribute[int],
    wanted: Iterable[int],
) -> dict[int, set[int]]:
    cited: dict[int, set[int]] = {}
    ordered = sorted(wanted)
    for start in range(0, len(ordered), _AT_ONCE):
        rows = session.execute(
            select(owner.label("owner"), Snapshot.source_id)
            .join(Evidence, Evidence.id == evidence)
            .join(Snapshot, Snapshot.id == Evidence.snapshot_id)
            .where(owner.in_(ordered[start : start + _AT_ONCE]))
        )
        for row in rows:
            cited.setdefault(row.owner, set()).add(row.source_id)
    return cited
