"""Where claims are made: the first live mentions of each, in the order of publication."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from claims.store.queries.claim import VALUE_COLUMNS, value_of
from claims.store.queries.reference import write_id
from claims.store.tables import Article, Claim, Entity, Mention, Revision, Unit

LIVE_STATES = ("suggested", "accepted")

MENTIONS_SHOWN = 20
"""Mentions listed per claim; of the others only how many there are."""


def list_places(
    session: Session, claims: Select[int] | Sequence[int], *, most: int = MENTIONS_SHOWN
) -> dict[int, list[Any]]:
    """Return the first live mentions of each claim, given by their ids or the query for them."""
    order = (Article.published.is_(None), Article.published, Article.id, Mention.start_cp, Mention.id)
    numbered = _select_numbered(claims, Article.revisions == Revision.number, order).subquery()
    rows = session.execute(
        select(numbered).where(numbered.c.place <= most).order_by(numbered.c.claim_id, numbered.c.place)
    )
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.claim_id, []).append(row)
    return found


def list_earlier_places(session: Session, claims: Sequence[int]) -> dict[int, Any]:
    """Return where each claim was made last in a text that has been replaced since."""
    last = (Revision.id.desc(), Mention.id)
    numbered = _select_numbered(claims, Article.revisions > Revision.number, last).subquery()
    rows = session.execute(select(numbered).where(numbered.c.place == 1))
    return {row.claim_id: row for row in rows}


def describe_claims(session: Session, claims: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Return what each of some claims says, and the first place where it is made."""
    places = list_places(session, claims, most=1)
    rows = session.execute(
        select(Claim.id, Claim.polarity, Claim.modality, Claim.as_of, *VALUE_COLUMNS)
        .outerjoin(Unit, Unit.id == Claim.unit_id)
        .outerjoin(Entity, Entity.id == Claim.value_entity_id)
        .where(Claim.id.in_(claims))
    )
    described: dict[int, dict[str, Any]] = {}
    for row in rows:
        value = value_of(row)
        [place] = places.get(row.id) or [None]
        described[row.id] = {
            "id": write_id("claim", row.id),
            "snak": row.snak,
            "value": None if value is None else value.to_json(),
            "polarity": row.polarity,
            "modality": row.modality,
            "as_of": row.as_of or None,
            **(NOWHERE if place is None else describe_place(place)),
        }
    return described


def _select_numbered(
    claims: Select[int] | Sequence[int], which: ColumnElement[bool], order: Sequence[Any]
) -> Select[*tuple[Any, ...]]:
    speaker = aliased(Entity)
    return (
        select(
            Mention.id,
            Mention.claim_id,
            Mention.start_cp,
            Mention.end_cp,
            Mention.field,
            Mention.quote,
            Mention.state,
            Mention.speaker_snak,
            Mention.speaker_id,
            speaker.label.label("speaker"),
            Article.id.label("article_id"),
            Article.external_id,
            Article.url,
            Article.outlet,
            Article.published,
            Article.language,
            Revision.title,
            Revision.number,
            func.row_number().over(partition_by=Mention.claim_id, order_by=order).label("place"),
            func.count().over(partition_by=Mention.claim_id).label("all_of_them"),
        )
        .join(Revision, Revision.id == Mention.revision_id)
        .join(Article, (Article.id == Revision.article_id) & which)
        .outerjoin(speaker, speaker.id == Mention.speaker_id)
        .where(Mention.claim_id.in_(claims), Mention.state.in_(LIVE_STATES), Article.withdrawn_at.is_(None))
    )


NOWHERE: dict[str, Any] = dict.fromkeys(
    (
        "mention",
        "article",
        "external_id",
        "title",
        "url",
        "outlet",
        "published",
        "language",
        "field",
        "start",
        "end",
        "quote",
        "speaker",
        "mention_state",
    )
)
"""Stands for a claim that no live article makes: one that is gone, or a house fact that nobody repeats."""


def describe_place(row: Any) -> dict[str, Any]:
    """Return one place as the JSON contract writes it."""
    speaker = None
    if row.speaker_snak == "somevalue":
        speaker = {"id": None, "label": "(unnamed)"}
    elif row.speaker_id is not None:
        speaker = {"id": write_id("entity", row.speaker_id), "label": row.speaker}
    return {
        "mention": write_id("mention", row.id),
        "article": write_id("article", row.article_id),
        "external_id": row.external_id,
        "title": row.title,
        "url": row.url,
        "outlet": row.outlet,
        "published": row.published,
        "language": row.language,
        "field": row.field,
        "start": row.start_cp,
        "end": row.end_cp,
        "quote": row.quote,
        "speaker": speaker,
        "mention_state": row.state,
    }
