"""All that a report of the whole ledger shows, in a number of queries that does not grow with it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.store.queries.mention import describe, select_mentions
from claims.store.queries.reference import write_id
from claims.store.tables import (
    Article,
    CheckRow,
    CheckRun,
    Entity,
    Mention,
    Predicate,
    Qualifier,
    Revision,
    Sentence,
    Text,
)


@dataclass(frozen=True, slots=True)
class FullArticle:
    """A live article with its newest text and the sentences (start, end, kind) in it, by place.

    `name` is what the desk calls it: its external id, else its file.
    """

    id: str
    name: str | None
    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    published: str | None
    language: str | None
    text: str
    sentences: tuple[tuple[int, int, str], ...]


def list_full_articles(session: Session) -> list[FullArticle]:
    """Return the live articles, by id."""
    sentences: dict[int, list[tuple[int, int, str]]] = {}
    for row in session.execute(
        select(Sentence.revision_id, Sentence.start_cp, Sentence.end_cp, Sentence.kind)
        .join(Revision, Revision.id == Sentence.revision_id)
        .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
        .order_by(Sentence.revision_id, Sentence.start_cp)
    ):
        sentences.setdefault(row.revision_id, []).append((row.start_cp, row.end_cp, row.kind))
    rows = session.execute(
        select(
            Article.id,
            func.coalesce(Article.external_id, Article.path).label("name"),
            Revision.id.label("revision_id"),
            Revision.title,
            Article.outlet,
            Article.author,
            Article.url,
            Article.published,
            Article.language,
            Text.body,
        )
        .join(Revision, (Revision.article_id == Article.id) & (Revision.number == Article.revisions))
        .join(Text, Text.sha256 == Revision.text_sha256)
        .where(Article.withdrawn_at.is_(None))
        .order_by(Article.id)
    )
    return [
        FullArticle(
            write_id("article", row.id),
            row.name,
            row.title,
            row.outlet,
            row.author,
            row.url,
            row.published,
            row.language,
            row.body,
            tuple(sentences.get(row.revision_id, ())),
        )
        for row in rows
    ]


def list_current_mentions(session: Session) -> list[dict[str, Any]]:
    """Return the mentions in newest revisions of live articles as the JSON contract writes them.

    Each has `value_start` and `value_end` besides: where in the text its value stands, or None.
    """
    qualifiers: dict[int, dict[str, str]] = {}
    for row in session.execute(select(Qualifier.slot_id, Qualifier.key, Qualifier.value)):
        qualifiers.setdefault(row.slot_id, {})[row.key] = row.value
    rows = session.execute(
        select_mentions()
        .where(Revision.number == Article.revisions, Article.withdrawn_at.is_(None))
        .order_by(Article.id, Mention.field.desc(), Mention.start_cp, Mention.id)
    )
    return [
        describe(row, qualifiers.get(row.slot_id, {}))
        | {"value_start": row.Mention.value_start_cp, "value_end": row.Mention.value_end_cp}
        for row in rows
    ]


def read_predicate_labels(session: Session, language: str) -> dict[str, str]:
    """Return the predicates' labels in "de" or "en" by key."""
    label = Predicate.label_de if language == "de" else Predicate.label_en
    return dict(session.execute(select(Predicate.key, label)).all())


def read_entity_labels(session: Session, language: str) -> dict[str, str]:
    """Return the names of those entities that go by another name in "de" or "en", by id such as e12."""
    label = Entity.label_de if language == "de" else Entity.label_en
    rows = session.execute(select(Entity.id, label.label("name")).where(label.is_not(None)))
    return {write_id("entity", row.id): row.name for row in rows}


def count_compared(session: Session) -> int | None:
    """Return how many claims share a question with another claim; None before the first cross-check."""
    if session.scalar(select(CheckRun.id).limit(1)) is None:
        return None
    contested = (
        select(CheckRow.key)
        .group_by(CheckRow.key)
        .having(func.min(CheckRow.claim) < func.max(CheckRow.claim))
    )
    return session.scalar(select(func.count(CheckRow.claim.distinct())).where(CheckRow.key.in_(contested)))


def count_withdrawn(session: Session) -> int:
    """Return how many articles were taken out of the checks."""
    return session.scalar(select(func.count()).where(Article.withdrawn_at.is_not(None))) or 0
