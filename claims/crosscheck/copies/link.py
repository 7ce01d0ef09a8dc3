"""Linking articles that repeat one text to the article that had it first."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.copies.credit import find_credit
from claims.crosscheck.copies.index import index_new_sentences
from claims.crosscheck.query import read_sql, run
from claims.store.record import record
from claims.store.tables import Article, Revision, Text
from claims.store.write import update

LEAST = 3
"""Sentences that two articles must share word for word."""

SHARE = 0.6
"""Which part of the shorter one those must be."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that repeats another one, how many sentences, and the agency that one of them credits."""

    article: int
    origin: int
    shared: int
    of: int
    agency: str | None


def link_copies(session: Session) -> list[Copy]:
    """Link each live article that repeats another to the one that appeared first; return what is new.

    One event for all. A link that is there stays.
    """
    index_new_sentences(session)
    published = {
        row.id: (row.published or "9999", row.id)
        for row in session.execute(select(Article.id, Article.published))
    }
    linked = dict(
        session.execute(select(Article.id, Article.origin_id).where(Article.origin_id.is_not(None))).all()
    )
    found: list[Copy] = []
    for row in run(session, read_sql("article_copies"), LEAST):
        of = min(row.first_size, row.other_size)
        if row.shared < SHARE * of:
            continue
        origin, copy = sorted((row.first_id, row.other_id), key=published.__getitem__)
        while (above := linked.get(origin)) is not None and above != copy:
            origin = above
        if copy in linked or origin == copy:
            continue
        linked[copy] = origin
        update(session, Article, copy, origin_id=origin)
        found.append(Copy(copy, origin, row.shared, of, _find_agency(session, copy, origin)))
    record(session, "article", None, "link")
    return found


def _find_agency(session: Session, *articles: int) -> str | None:
    bodies = session.scalars(
        select(Text.body)
        .join(Revision, Revision.text_sha256 == Text.sha256)
        .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
        .where(Article.id.in_(articles))
    )
    return next(filter(None, map(find_credit, bodies)), None)
