"""What an article is called where a sentence speaks of it."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.queries.reference import write_id
from claims.store.tables import Article, Revision

_LONGEST = 60


def read_article_names(session: Session, articles: Iterable[int]) -> dict[int, str]:
    """Return articles by the title that they had first, with their outlet; by their id where they had none."""
    rows = session.execute(
        select(Article.id, Article.outlet, Article.external_id, Revision.title)
        .join(Revision, (Revision.article_id == Article.id) & (Revision.number == 1))
        .where(Article.id.in_(sorted(set(articles))))
    )
    return {
        row.id: _name(row.title, row.external_id or write_id("article", row.id), row.outlet) for row in rows
    }


def _name(title: str | None, otherwise: str, outlet: str | None) -> str:
    words = " ".join((title or "").split())
    if not words:
        return otherwise
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return f"“{shown}” ({outlet})" if outlet else f"“{shown}”"
