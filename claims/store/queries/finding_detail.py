"""What a desk wants to see around a finding: sentences, decisions, verdicts, the evidence there is."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.queries.place import describe_place, list_earlier_places
from claims.store.queries.reference import read_number, write_id
from claims.store.queries.verdict import list_verdicts
from claims.store.tables import (
    Evidence,
    Mention,
    Predicate,
    Reviewer,
    Revision,
    Sentence,
    Slot,
    Snapshot,
    Source,
    Text,
    Verdict,
)


def read_detail(session: Session, finding: Mapping[str, Any]) -> dict[str, Any]:
    """Return a finding of the JSON contract with what surrounds it, in a constant number of queries.

    Members get `context` (the sentence, with `start` and `end` of the quote
    in it, and of its value where known) and `decided_by` and `decided_at`, and where no article makes the
    claim any more `earlier`, the last place where one did, with its `revision`; the finding gets standing
    `verdicts` on its claims, `evidence` for or against them, and `predicate` labels.
    """
    claims = sorted({_read(member["claim"]) for member in finding["members"]})
    earlier = _read_earlier(session, finding["members"])
    surroundings = _read_surroundings(session, [*finding["members"], *earlier.values()])
    members = [_surround(member, surroundings) for member in finding["members"]]
    for member in members:
        place = earlier.get(member["claim"]) if member["mention"] is None else None
        member["earlier"] = None if place is None else _surround(place, surroundings)
    judged = list(
        session.scalars(select(Verdict.id).where(Verdict.claim_id.in_(claims)).order_by(Verdict.id))
    )
    return {
        **finding,
        "predicate": _read_predicate(session, finding),
        "members": members,
        "verdicts": list_verdicts(session, ids=judged, standing_only=True) if judged else [],
        "evidence": _list_evidence(session, claims),
    }


def _surround(member: Mapping[str, Any], surroundings: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    return {**member, **surroundings.get(member["mention"] or "", _NOTHING)}


def _read_earlier(session: Session, members: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return of the claims that have no place now the last one that they had, in a text since replaced."""
    gone = sorted({_read(member["claim"]) for member in members if member["mention"] is None})
    places = list_earlier_places(session, gone) if gone else {}
    return {
        write_id("claim", claim): {**describe_place(row), "revision": row.number}
        for claim, row in places.items()
    }


_NOTHING: dict[str, Any] = {"context": None, "decided_by": None, "decided_at": None}


def _read(reference: str) -> int:
    return read_number("claim", reference) or 0


def _read_predicate(session: Session, finding: Mapping[str, Any]) -> dict[str, Any] | None:
    if finding["slot"] is None:
        return None
    row = session.execute(
        select(Predicate.key, Predicate.label_de, Predicate.label_en).where(
            Predicate.id
            == select(Slot.predicate_id)
            .where(Slot.id == read_number("slot", finding["slot"]["id"]))
            .scalar_subquery()
        )
    ).one()
    return {"key": row.key, "label_de": row.label_de, "label_en": row.label_en}


def _read_surroundings(session: Session, members: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    numbers = [read_number("mention", member["mention"]) for member in members if member["mention"]]
    rows = session.execute(
        select(
            Mention,
            Revision.title,
            Sentence.start_cp.label("begin"),
            Sentence.end_cp.label("stop"),
            Text.body,
            Reviewer.handle,
        )
        .join(Revision, Revision.id == Mention.revision_id)
        .join(Text, Text.sha256 == Revision.text_sha256)
        .outerjoin(Sentence, Sentence.id == Mention.sentence_id)
        .outerjoin(Reviewer, Reviewer.id == Mention.decided_by_id)
        .where(Mention.id.in_(numbers))
    )
    return {
        write_id("mention", row.Mention.id): {
            "context": _cut_context(row),
            "decided_by": row.handle,
            "decided_at": row.Mention.decided_at,
        }
        for row in rows
    }


def _cut_context(row: Any) -> dict[str, Any]:
    """Return the sentence around a quote; of a title all of it. Offsets are of the sentence."""
    mention = row.Mention
    text = (row.title or "") if mention.field == "title" else row.body
    start, end = mention.start_cp, mention.end_cp
    begin, stop = (0, len(text)) if mention.field == "title" else (row.begin, row.stop)
    if begin is None or not begin <= start < end <= stop:
        begin, stop = _find_line(text, start, end)
    inner = (
        mention.value_start_cp is not None and start <= mention.value_start_cp < mention.value_end_cp <= end
    )
    return {
        "text": text[begin:stop],
        "start": start - begin,
        "end": end - begin,
        "value_start": mention.value_start_cp - begin if inner else None,
        "value_end": mention.value_end_cp - begin if inner else None,
    }


def _find_line(text: str, start: int, end: int) -> tuple[int, int]:
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if stop < 0 else stop


def _list_evidence(session: Session, claims: Iterable[int]) -> list[dict[str, Any]]:
    rows = session.execute(
        select(Evidence, Source.id.label("source_id"), Source.title, Source.kind, Source.published)
        .join(Snapshot, Snapshot.id == Evidence.snapshot_id)
        .join(Source, Source.id == Snapshot.source_id)
        .where(Evidence.claim_id.in_(claims))
        .order_by(Evidence.id)
    )
    return [
        {
            "id": write_id("evidence", row.Evidence.id),
            "claim": write_id("claim", row.Evidence.claim_id),
            "stance": row.Evidence.stance,
            "quote": row.Evidence.quote,
            "source": write_id("source", row.source_id),
            "title": row.title,
            "kind": row.kind,
            "published": row.published,
        }
        for row in rows
    ]
