"""What a bundle's pages tell: verdicts with their grounds, findings with their lives, corrections, articles.

All queries stay within the export's scope, the temporary tables `scope_TABLE`.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import column, select, table
from sqlalchemy.orm import Session, aliased

from claims.store.queries.article import first_words
from claims.store.queries.mention import list_mentions
from claims.store.queries.reference import write_id
from claims.store.tables import (
    Article,
    Claim,
    Correction,
    Entity,
    Evidence,
    Finding,
    FindingAct,
    Predicate,
    Rating,
    Reviewer,
    Revision,
    Ruling,
    Slot,
    Snapshot,
    Source,
    Text,
    Verdict,
    VerdictEvidence,
)

_SLOT = aliased(Slot)


def _shown(name: str, key: str = "id") -> Any:
    """Return the keys of a table's rows that are in scope."""
    return select(column(key)).select_from(table(f"scope_{name}", column(key), schema="temp"))


_ASKED = (Claim.polarity, Claim.value_text, Claim.snak, Predicate.key.label("predicate"), Entity.label)
"""What `_say` puts into words; `_join_claim` brings it in."""


def _join_claim(query: Any) -> Any:
    return (
        query.outerjoin(_SLOT, _SLOT.id == Claim.slot_id)
        .outerjoin(Predicate, Predicate.id == _SLOT.predicate_id)
        .outerjoin(Entity, Entity.id == _SLOT.subject_id)
    )


def _say(row: Any) -> str:
    parts = [
        row.label,
        row.predicate,
        "not" if row.polarity == "negated" else None,
        row.value_text or row.snak,
    ]
    return " · ".join(part for part in parts if part)


def list_verdicts(session: Session) -> list[dict[str, Any]]:
    """Return the verdicts, retractions and replaced ones too, each with its evidence."""
    evidence = _read_evidence(session)
    rows = session.execute(
        _join_claim(
            select(Verdict, Reviewer.handle, Rating.label_en, *_ASKED)
            .select_from(Verdict)
            .join(Claim, Claim.id == Verdict.claim_id)
            .join(Reviewer, Reviewer.id == Verdict.reviewer_id)
            .outerjoin(Rating, Rating.id == Verdict.rating_id)
        )
        .where(Verdict.id.in_(_shown("verdict")))
        .order_by(Verdict.id)
    ).all()
    superseded = {row.Verdict.supersedes_id for row in rows}
    return [
        {
            "id": write_id("verdict", row.Verdict.id),
            "claim": _say(row),
            "rating": row.label_en,
            "reviewer": row.handle,
            "at": row.Verdict.created_at,
            "as_of": row.Verdict.as_of,
            "about": row.Verdict.about,
            "rationale": row.Verdict.rationale,
            "none_found": bool(row.Verdict.none_found),
            "superseded": row.Verdict.id in superseded,
            "evidence": evidence.get(row.Verdict.id, []),
        }
        for row in rows
    ]


def _read_evidence(session: Session) -> dict[int, list[dict[str, Any]]]:
    """Return the evidence of each verdict; of what is withheld the id alone."""
    rows = session.execute(
        select(
            VerdictEvidence.verdict_id,
            VerdictEvidence.evidence_id,
            Evidence.stance,
            Evidence.quote,
            Source.title,
            Source.url,
        )
        .select_from(VerdictEvidence)
        .outerjoin(
            Evidence, (Evidence.id == VerdictEvidence.evidence_id) & Evidence.id.in_(_shown("evidence"))
        )
        .outerjoin(Snapshot, Snapshot.id == Evidence.snapshot_id)
        .outerjoin(Source, Source.id == Snapshot.source_id)
        .order_by(VerdictEvidence.verdict_id, VerdictEvidence.evidence_id)
    )
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        one = {"id": write_id("evidence", row.evidence_id), "stance": row.stance, "quote": row.quote}
        found.setdefault(row.verdict_id, []).append(one | {"source": row.title, "url": row.url})
    return found


def list_rulings(session: Session) -> list[dict[str, Any]]:
    """Return the house facts, withdrawn and replaced ones too."""
    rows = session.execute(
        _join_claim(
            select(Ruling, Reviewer.handle, *_ASKED)
            .select_from(Ruling)
            .join(Claim, Claim.id == Ruling.claim_id)
            .join(Reviewer, Reviewer.id == Ruling.reviewer_id)
        )
        .where(Ruling.id.in_(_shown("ruling")))
        .order_by(Ruling.id)
    ).all()
    superseded = {row.Ruling.supersedes_id for row in rows}
    return [
        {
            "id": write_id("ruling", row.Ruling.id),
            "claim": _say(row),
            "reason": row.Ruling.reason,
            "retracts": bool(row.Ruling.retracts),
            "reviewer": row.handle,
            "at": row.Ruling.created_at,
            "superseded": row.Ruling.id in superseded,
        }
        for row in rows
    ]


def list_lives(session: Session) -> list[dict[str, Any]]:
    """Return the findings with every step of their lives."""
    acts: dict[int, list[dict[str, Any]]] = {}
    rows = session.execute(
        select(FindingAct, Reviewer.handle)
        .select_from(FindingAct)
        .outerjoin(Reviewer, Reviewer.id == FindingAct.reviewer_id)
        .where(FindingAct.id.in_(_shown("finding_act")))
        .order_by(FindingAct.id)
    )
    for row in rows:
        act = {"at": row.FindingAct.at, "action": row.FindingAct.action, "who": row.handle}
        act |= {"reason": row.FindingAct.reason, "until": row.FindingAct.until}
        acts.setdefault(row.FindingAct.finding_id, []).append(act)
    found = session.scalars(select(Finding).where(Finding.id.in_(_shown("finding"))).order_by(Finding.id))
    return [
        {
            "id": write_id("finding", one.id),
            "rule": one.rule,
            "severity": one.severity,
            "state": one.state,
            "message": one.message,
            "acts": acts.get(one.id, []),
        }
        for one in found
    ]


def list_corrections(session: Session) -> list[dict[str, Any]]:
    """Return what was changed in print."""
    rows = session.execute(
        select(Correction, Reviewer.handle)
        .select_from(Correction)
        .join(Reviewer, Reviewer.id == Correction.decided_by_id)
        .where(Correction.id.in_(_shown("correction")))
        .order_by(Correction.id)
    )
    return [
        {
            "kind": row.Correction.kind,
            "article": write_id("article", row.Correction.article_id),
            "reason": row.Correction.reason,
            "before": row.Correction.quote_before,
            "after": row.Correction.quote_after,
            "noticed_at": row.Correction.noticed_at,
            "published_at": row.Correction.published_at,
            "retracted_at": row.Correction.retracted_at,
            "who": row.handle,
        }
        for row in rows
    ]


def list_articles(session: Session) -> list[dict[str, Any]]:
    """Return the articles with what stands for a title where there is none."""
    rows = session.execute(
        select(Article, Revision.title, Text.body)
        .select_from(Article)
        .join(Revision, (Revision.article_id == Article.id) & (Revision.number == Article.revisions))
        .join(Text, Text.sha256 == Revision.text_sha256)
        .where(Article.id.in_(_shown("article")))
        .order_by(Article.id)
    )
    return [
        {
            "number": row.Article.id,
            "id": write_id("article", row.Article.id),
            "shown": row.title or first_words(row.body[:60]),
            "external_id": row.Article.external_id,
            "outlet": row.Article.outlet,
            "author": row.Article.author,
            "url": row.Article.url,
            "published": row.Article.published,
            "language": row.Article.language,
            "withdrawn": row.Article.withdrawn_at,
        }
        for row in rows
    ]


def list_revisions(session: Session, article_id: int) -> list[dict[str, Any]]:
    """Return an article's texts, the oldest first."""
    rows = session.execute(
        select(Revision.number, Revision.title, Revision.imported_at, Revision.text_sha256, Text.body)
        .select_from(Revision)
        .join(Text, Text.sha256 == Revision.text_sha256)
        .where(Revision.article_id == article_id)
        .order_by(Revision.number)
    )
    return [dict(row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name for it


def list_told(session: Session, article_id: int) -> Iterator[dict[str, Any]]:
    """Yield what an article claims, in every revision, with the claim in words."""
    for mention in list_mentions(session, article_ids=[article_id], every_revision=True):
        value = mention["value"] or {}
        said = value.get("edtf") or value.get("label") or value.get("text") or value.get("value")
        words = [
            mention["subject"] and mention["subject"]["label"],
            mention["predicate"],
            "not" if mention["polarity"] == "negated" else None,
            None if said is None else str(said),
        ]
        shown = " · ".join(word for word in words if word)
        yield mention | {"words": shown}
