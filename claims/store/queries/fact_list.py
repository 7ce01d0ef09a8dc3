"""An article as a list of its sentences, each with the claims that it makes."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.queries.mention import list_mentions
from claims.store.queries.reference import write_id
from claims.store.tables import Article, Revision, Sentence, Text


def get_fact_list(session: Session, article_id: int) -> dict[str, Any]:
    """Return {"article", "title_mentions", "sentences"}: the newest text, sentence by sentence.

    Each sentence has number, start, end, kind, text and its mentions in the JSON contract's form. An
    article that no suggester has read has no sentences.
    """
    head = session.execute(
        select(Article, Revision.id.label("revision_id"), Revision.title, Text.body)
        .join(Revision, (Revision.article_id == Article.id) & (Revision.number == Article.revisions))
        .join(Text, Text.sha256 == Revision.text_sha256)
        .where(Article.id == article_id)
    ).one()
    mentions = list_mentions(session, article_ids=[article_id])
    in_text = [mention for mention in mentions if mention["field"] == "text"]
    sentences = [
        {
            "number": row.number,
            "start": row.start_cp,
            "end": row.end_cp,
            "kind": row.kind,
            "text": head.body[row.start_cp : row.end_cp],
            "mentions": [one for one in in_text if row.start_cp <= one["start"] < row.end_cp],
        }
        for row in session.execute(
            select(Sentence.number, Sentence.start_cp, Sentence.end_cp, Sentence.kind)
            .where(Sentence.revision_id == head.revision_id)
            .order_by(Sentence.number)
        )
    ]
    return {
        "article": {
            "id": write_id("article", article_id),
            "external_id": head.Article.external_id,
            "path": head.Article.path,
            "title": head.title,
            "outlet": head.Article.outlet,
            "author": head.Article.author,
            "url": head.Article.url,
            "published": head.Article.published,
            "language": head.Article.language,
            "revision": head.Article.revisions,
        },
        "title_mentions": [mention for mention in mentions if mention["field"] == "title"],
        "sentences": sentences,
    }
