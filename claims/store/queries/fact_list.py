"""An article as a list of its sentences, each with the claims that it makes and how they stand."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from claims.store.queries.mention import list_mentions
from claims.store.queries.reference import read_number, write_id
from claims.store.tables import (
    Article,
    Claim,
    Mention,
    Rating,
    Reviewer,
    Revision,
    Sentence,
    SignOff,
    Text,
    Verdict,
)


def get_fact_list(session: Session, article_id: int) -> dict[str, Any]:
    """Return {"article", "title_mentions", "sentences", "stray_mentions", "open", "sign_off"} of the newest text.

    Each sentence has number, start, end, kind, decided_by, text and its mentions in the JSON contract's
    form, each with "decided_by" and the newest standing "verdict" (id, rating, truth_class, reviewer,
    as_of) or None. An article that no suggester has read has no sentences; what lies in none is stray.
    "open" counts suggestions and sentences without a decision. "sign_off" is the newest one or None; it
    is "void" where the article has another text since.
    """
    head = session.execute(
        select(Article, Revision.id.label("revision_id"), Revision.title, Revision.text_sha256, Text.body)
        .join(Revision, (Revision.article_id == Article.id) & (Revision.number == Article.revisions))
        .join(Text, Text.sha256 == Revision.text_sha256)
        .where(Article.id == article_id)
    ).one()
    mentions = list_mentions(session, article_ids=[article_id])
    _add_standing(session, article_id, mentions)
    in_text = [mention for mention in mentions if mention["field"] == "text"]
    sentences = _list_sentences(session, head.revision_id, head.body, in_text)
    placed = {one["id"] for sentence in sentences for one in sentence["mentions"]}
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
            "origin": None if head.Article.origin_id is None else write_id("article", head.Article.origin_id),
            "withdrawn": head.Article.withdrawn_at,
            "withdrawn_reason": head.Article.withdrawn_reason,
        },
        "title_mentions": [mention for mention in mentions if mention["field"] == "title"],
        "sentences": sentences,
        "stray_mentions": [mention for mention in in_text if mention["id"] not in placed],
        "open": {
            "suggestions": sum(mention["state"] == "suggested" for mention in mentions),
            "sentences": sum(one["kind"] == "open" for one in sentences),
        },
        "sign_off": find_sign_off(session, article_id),
    }


def find_sign_off(session: Session, article_id: int) -> dict[str, Any] | None:
    """Return an article's newest sign-off with reviewer, revision and whether it is void by now."""
    newest = aliased(Revision)
    row = session.execute(
        select(SignOff, Reviewer.handle, Revision.number, newest.text_sha256.label("newest_sha256"))
        .join(Reviewer, Reviewer.id == SignOff.reviewer_id)
        .join(Revision, Revision.id == SignOff.revision_id)
        .join(Article, Article.id == SignOff.article_id)
        .join(newest, (newest.article_id == Article.id) & (newest.number == Article.revisions))
        .where(SignOff.article_id == article_id)
        .order_by(SignOff.id.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    return {
        "reviewer": row.handle,
        "at": row.SignOff.at,
        "note": row.SignOff.note,
        "revision": row.number,
        "text_sha256": row.SignOff.text_sha256,
        "void": row.SignOff.text_sha256 != row.newest_sha256,
    }


def _list_sentences(
    session: Session, revision_id: int, body: str, mentions: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    rows = session.execute(
        select(Sentence.number, Sentence.start_cp, Sentence.end_cp, Sentence.kind, Reviewer.handle)
        .outerjoin(Reviewer, Reviewer.id == Sentence.decided_by_id)
        .where(Sentence.revision_id == revision_id)
        .order_by(Sentence.number)
    ).all()
    sentences = []
    waiting = list(reversed(mentions))
    for row in rows:
        while waiting and waiting[-1]["start"] < row.start_cp:
            waiting.pop()
        inside = []
        while waiting and waiting[-1]["start"] < row.end_cp:
            inside.append(waiting.pop())
        sentences.append(
            {
                "number": row.number,
                "start": row.start_cp,
                "end": row.end_cp,
                "kind": row.kind,
                "decided_by": row.handle,
                "text": body[row.start_cp : row.end_cp],
                "mentions": inside,
            }
        )
    return sentences


def _add_standing(session: Session, article_id: int, mentions: list[dict[str, Any]]) -> None:
    """Give each mention who decided it and the newest verdict that judges it or its claim."""
    decided = session.execute(
        select(Mention.id, Reviewer.handle)
        .join(Reviewer, Reviewer.id == Mention.decided_by_id)
        .join(Revision, Revision.id == Mention.revision_id)
        .where(Revision.article_id == article_id)
    )
    deciders = {row.id: row.handle for row in decided}
    verdicts = _read_verdicts(session, article_id)
    for mention in mentions:
        number = read_number("mention", mention["id"]) or 0
        claim_id = read_number("claim", mention["claim"]) or 0
        mention["decided_by"] = deciders.get(number)
        standing = [verdicts[key] for key in ((claim_id, 0), (claim_id, number)) if key in verdicts]
        mention["verdict"] = max(
            standing, key=lambda one: read_number("verdict", one["id"]) or 0, default=None
        )


def _read_verdicts(session: Session, article_id: int) -> dict[tuple[int, int], dict[str, Any]]:
    """Return the newest standing verdict on each (claim, mention; 0 for the claim's content) of an article."""
    later = aliased(Verdict)
    claims = (
        select(Mention.claim_id)
        .join(Revision, Revision.id == Mention.revision_id)
        .where(Revision.article_id == article_id)
    )
    rows = session.execute(
        select(Verdict, Rating.code, Rating.truth_class, Reviewer.handle)
        .join(Rating, Rating.id == Verdict.rating_id)
        .join(Reviewer, Reviewer.id == Verdict.reviewer_id)
        .join(Claim, Claim.id == Verdict.claim_id)
        .where(
            Verdict.claim_id.in_(claims),
            ~select(later.id).where(later.supersedes_id == Verdict.id).exists(),
        )
        .order_by(Verdict.id)
    )
    return {
        (row.Verdict.claim_id, row.Verdict.mention_key): {
            "id": write_id("verdict", row.Verdict.id),
            "about": row.Verdict.about,
            "rating": row.code,
            "truth_class": row.truth_class,
            "reviewer": row.handle,
            "as_of": row.Verdict.as_of,
        }
        for row in rows
    }
