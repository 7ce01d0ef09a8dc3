"""Findings: listing them with what they rest on, as other programs read them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, select
from sqlalchemy.orm import Session, aliased

from claims.store.queries.claim import VALUE_COLUMNS, value_of
from claims.store.queries.place import LIVE_STATES, NOWHERE, describe_place, list_places
from claims.store.queries.reference import write_id
from claims.store.queries.source_claim import read_references
from claims.store.tables import (
    Article,
    Claim,
    Entity,
    Finding,
    FindingMember,
    Mention,
    Predicate,
    Qualifier,
    Revision,
    Ruling,
    Slot,
    Unit,
)

OPEN_STATES = ("open", "reopened", "acknowledged")
"""The states in which a finding still stands."""

RULED = "ruling-violation"
"""The rule whose findings name a house fact."""

_BY_GRAVITY = case({"violation": 0, "warning": 1}, value=Finding.severity, else_=2)


def list_findings(
    session: Session,
    *,
    states: Iterable[str] | None = OPEN_STATES,
    article_ids: Sequence[int] | None = None,
    rule: str | None = None,
    ids: Sequence[int] | None = None,
) -> list[dict[str, Any]]:
    """Return findings as the JSON contract writes them, the gravest first; always six queries.

    Args:
        session: The ledger.
        states: Which states; None for all.
        article_ids: Only findings with a claim that one of these articles makes.
        rule: Only findings of this rule.
        ids: Only these findings.
    """
    wanted = _list_conditions(states, article_ids, rule, ids)
    qualifiers = _read_qualifiers(session, wanted)
    mentions = list_places(session, _select_claims(wanted))
    rulings = _read_rulings(session, wanted)
    references = read_references(session, wanted)
    members = _read_members(session, wanted, mentions)
    canonical, subject = aliased(Slot), aliased(Entity)
    rows = session.execute(
        select(
            Finding, canonical.id.label("slot"), Predicate.key, subject.id.label("subject_id"), subject.label
        )
        .outerjoin(Slot, Slot.id == Finding.slot_id)
        .outerjoin(canonical, canonical.id == Slot.canonical_id)
        .outerjoin(Predicate, Predicate.id == canonical.predicate_id)
        .outerjoin(subject, subject.id == canonical.subject_id)
        .where(*wanted)
        .order_by(_BY_GRAVITY, Finding.id)
    )
    return [
        {
            "id": write_id("finding", row.Finding.id),
            "rule": row.Finding.rule,
            "severity": row.Finding.severity,
            "state": row.Finding.state,
            "slot": None
            if row.slot is None
            else {
                "id": write_id("slot", row.slot),
                "subject": {"id": write_id("entity", row.subject_id), "label": row.label},
                "predicate": row.key,
                "qualifiers": qualifiers.get(row.slot, {}),
            },
            "message": row.Finding.message,
            "ruling": rulings.get(row.Finding.id),
            "references": references.get(row.Finding.id, []),
            "members": members.get(row.Finding.id, []),
        }
        for row in rows
    ]


def stream_findings(
    session: Session, *, article_ids: Sequence[int] | None = None, at_once: int = 100
) -> Iterator[dict[str, Any]]:
    """Yield what `list_findings` lists of those that stand, `at_once` in memory at a time."""
    conditions = _list_conditions(OPEN_STATES, article_ids, None, None)
    wanted = session.scalars(select(Finding.id).where(*conditions).order_by(_BY_GRAVITY, Finding.id)).all()
    for start in range(0, len(wanted), at_once):
        yield from list_findings(session, states=None, ids=wanted[start : start + at_once])
        session.expunge_all()


def list_severities(session: Session, *, article_ids: Sequence[int] | None = None) -> list[str]:
    """Return how grave each finding is that stands."""
    conditions = _list_conditions(OPEN_STATES, article_ids, None, None)
    return list(session.scalars(select(Finding.severity).where(*conditions)))


def _list_conditions(
    states: Iterable[str] | None,
    article_ids: Sequence[int] | None,
    rule: str | None,
    ids: Sequence[int] | None,
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if states is not None:
        conditions.append(Finding.state.in_(list(states)))
    if rule is not None:
        conditions.append(Finding.rule == rule)
    if ids is not None:
        conditions.append(Finding.id.in_(ids))
    if article_ids is not None:
        told = (
            select(FindingMember.finding_id)
            .join(Mention, Mention.claim_id == FindingMember.claim_id)
            .join(Revision, Revision.id == Mention.revision_id)
            .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
            .where(Article.id.in_(article_ids), Mention.state.in_(LIVE_STATES))
        )
        conditions.append(Finding.id.in_(told))
    return conditions


def _read_qualifiers(session: Session, wanted: list[ColumnElement[bool]]) -> dict[int, dict[str, str]]:
    slots = select(Slot.canonical_id).join(Finding, Finding.slot_id == Slot.id).where(*wanted)
    found: dict[int, dict[str, str]] = {}
    for row in session.scalars(
        select(Qualifier).where(Qualifier.slot_id.in_(slots)).order_by(Qualifier.slot_id, Qualifier.key)
    ):
        found.setdefault(row.slot_id, {})[row.key] = row.value
    return found


def _select_claims(wanted: list[ColumnElement[bool]]) -> Select[int]:
    return (
        select(FindingMember.claim_id)
        .join(Finding, Finding.id == FindingMember.finding_id)
        .where(*wanted)
        .distinct()
    )


def _read_rulings(session: Session, wanted: list[ColumnElement[bool]]) -> dict[int, dict[str, Any]]:
    """Return the house fact that stands behind each finding which names one."""
    later = aliased(Ruling)
    rows = session.execute(
        select(FindingMember.finding_id, Ruling)
        .join(Finding, Finding.id == FindingMember.finding_id)
        .join(Ruling, Ruling.claim_id == FindingMember.claim_id)
        .where(
            *wanted,
            Finding.rule == RULED,
            FindingMember.alternative == 0,
            Ruling.retracts == 0,
            ~select(later.id).where(later.supersedes_id == Ruling.id).exists(),
        )
        .order_by(Ruling.id)
    )
    return {row.finding_id: describe_ruling(row.Ruling) for row in rows}


def describe_ruling(ruling: Ruling) -> dict[str, Any]:
    """Return a house fact as findings and the lint of a draft show it."""
    return {
        "id": write_id("ruling", ruling.id),
        "claim": write_id("claim", ruling.claim_id),
        "reason": ruling.reason,
        "valid_from": ruling.valid_from,
        "valid_until": ruling.valid_until,
        "created_at": ruling.created_at,
    }


def _read_members(
    session: Session, wanted: list[ColumnElement[bool]], mentions: dict[int, list[Any]]
) -> dict[int, list[dict[str, Any]]]:
    """Return the members of each finding: its claims by alternative, those that fit several last."""
    rows = session.execute(
        select(FindingMember, Claim.polarity, Claim.modality, Claim.as_of, *VALUE_COLUMNS)
        .join(Finding, Finding.id == FindingMember.finding_id)
        .join(Claim, Claim.id == FindingMember.claim_id)
        .outerjoin(Unit, Unit.id == Claim.unit_id)
        .outerjoin(Entity, Entity.id == Claim.value_entity_id)
        .where(*wanted)
        .order_by(
            FindingMember.finding_id,
            FindingMember.alternative.is_(None),
            FindingMember.alternative,
            FindingMember.claim_id,
        )
    )
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        member = row.FindingMember
        shared = _describe_claim(row)
        places = mentions.get(member.claim_id, [])
        told = [shared | describe_place(mention) for mention in places] or [shared | NOWHERE]
        if places and (more := places[0].all_of_them - len(places)) > 0:
            told[-1]["more"] = more
        found.setdefault(member.finding_id, []).extend(told)
    return found


def _describe_claim(row: Any) -> dict[str, Any]:
    value = value_of(row)
    return {
        "alternative": row.FindingMember.alternative,
        "fits": json.loads(row.FindingMember.fits),
        "claim": write_id("claim", row.FindingMember.claim_id),
        "snak": row.snak,
        "value": None if value is None else value.to_json(),
        "polarity": row.polarity,
        "modality": row.modality,
        "as_of": row.as_of or None,
    }
