"""Articles, claims and mentions for the cross-check's tests, written through the seam of the ledger."""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.entity import merge_entities
from claims.store import tables as t
from claims.store.queries.claim import Answer, columns_of, find_claim, text_of
from claims.store.queries.slot import get_or_add_slot, mark_mentions
from claims.store.write import allocate_ids, insert, insert_rows, update
from claims.values import EntityValue, Value, parse_edtf

BODY = "One sentence with a claim in it. Another one. A third. A fourth."
TITLE = "A title"
NOW = "2025-03-01T12:00:00.000000Z"


def add_entity(session: Session, label: str, kind: str = "product", **columns: Any) -> int:
    return insert(session, t.Entity, label=label, kind=kind, state="accepted", **columns)


def add_article(session: Session, name: str, published: str | None = None) -> int:
    """Add an article with one revision and four sentences; return its id."""
    digest = hashlib.sha256(BODY.encode()).hexdigest()
    if session.scalar(select(t.Text.length).where(t.Text.sha256 == digest)) is None:
        insert_rows(session, t.Text, ("sha256", "body", "length"), [(digest, BODY, len(BODY))])
    article = insert(
        session,
        t.Article,
        identity=f"id:{name}",
        external_id=name,
        published=published,
        language="en",
        revisions=0,
    )
    revise(session, article)
    return article


def revise(session: Session, article: int) -> int:
    """Give the article a further revision; mentions in the one before are no longer live."""
    number = session.scalar(select(t.Article.revisions).where(t.Article.id == article)) or 0
    revision = insert(
        session,
        t.Revision,
        number=number + 1,
        title=TITLE,
        raw_sha256="a" * 64,
        imported_at=NOW,
        article_id=article,
        text_sha256=hashlib.sha256(BODY.encode()).hexdigest(),
    )
    update(session, t.Article, article, revisions=number + 1)
    for place in range(4):
        insert(
            session,
            t.Sentence,
            number=place + 1,
            start_cp=place * 10,
            end_cp=place * 10 + 9,
            kind="claims",
            revision_id=revision,
        )
    return revision


def say(
    session: Session,
    article: int,
    subject: int,
    predicate: str,
    value: Value | None,
    *,
    qualifiers: Mapping[str, str] | None = None,
    snak: str | None = None,
    polarity: str = "asserted",
    modality: str = "happened",
    as_of: str = "",
    sentence: int = 1,
    field: str = "text",
    speaker: int | None = None,
    voice: str = "article",
) -> int:
    """Let the newest revision of an article make a claim; return the mention's id."""
    predicate_id = session.scalar(select(t.Predicate.id).where(t.Predicate.key == predicate)) or 0
    slot = get_or_add_slot(session, subject, predicate_id, dict(qualifiers or {}))
    revision = session.scalars(
        select(t.Revision.id).where(t.Revision.article_id == article).order_by(t.Revision.number.desc())
    ).first()
    claim = _get_or_add_claim(
        session, slot, value, snak or ("novalue" if value is None else "value"), polarity, modality, as_of
    )
    mention = insert(
        session,
        t.Mention,
        field=field,
        start_cp=0,
        end_cp=3,
        quote=(TITLE if field == "title" else BODY)[:3],
        prefix="",
        suffix="",
        state="accepted",
        voice=voice,
        speaker_snak=None if speaker is None else "value",
        speaker_id=speaker,
        hedged=0,
        reasons="[]",
        created_at=NOW,
        claim_id=claim,
        revision_id=revision,
        sentence_id=session.scalar(
            select(t.Sentence.id).where(t.Sentence.revision_id == revision, t.Sentence.number == sentence)
        ),
    )
    mark_mentions(session, [(claim, mention)])
    return mention


def _get_or_add_claim(
    session: Session, slot: int, value: Value | None, snak: str, polarity: str, modality: str, as_of: str
) -> int:
    entity = int((value.id or "e0")[1:]) if isinstance(value, EntityValue) else None
    units = {row.code: row.id for row in session.execute(select(t.Unit.code, t.Unit.id))}
    key, columns = columns_of(value, units, entity)
    answer = Answer(snak, tuple(columns.items()), key, text_of(value), polarity, modality, as_of)
    found = find_claim(session, slot, answer)
    if found is not None:
        return found
    claim = allocate_ids(session, t.Claim)
    insert(
        session,
        t.Claim,
        id=claim,
        slot_id=slot,
        snak=snak,
        value_key=key,
        value_text=text_of(value),
        polarity=polarity,
        modality=modality,
        as_of=as_of,
        **columns,
    )
    return claim


def reject(session: Session, mention: int) -> None:
    update(session, t.Mention, mention, state="rejected")
    _mark(session, mention)


def accept(session: Session, mention: int) -> None:
    update(session, t.Mention, mention, state="accepted")
    _mark(session, mention)


def _mark(session: Session, mention: int) -> None:
    claim = session.scalars(select(t.Mention.claim_id).where(t.Mention.id == mention)).one()
    mark_mentions(session, [(claim, mention)])


def merge(session: Session, entity: int, into: int) -> None:
    """Merge two entities as a reviewer does."""
    merge_entities(session, entity, into)


def set_up_dates(session: Session, *edtf: str) -> list[int]:
    """Let one article each date the release of one product; return the mentions."""
    product = add_entity(session, "Brakwin-9")
    return [
        say(session, add_article(session, f"a{place}"), product, "released", parse_edtf(date))
        for place, date in enumerate(edtf)
    ]
