"""Declaring an article checked, and taking one out of the checks."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.annotate.review import count_open
from claims.errors import DecisionRefused
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_articles
from claims.store.record import record
from claims.store.tables import Article, Revision, Sentence, SignOff
from claims.store.write import insert, update


@dataclass(frozen=True, slots=True)
class SignedOff:
    """A sign-off: its number, the revision and the hash of the text that it is good for."""

    id: int
    revision: int
    text_sha256: str
    left: int


def sign_off(
    session: Session, article_id: int, *, note: str | None = None, anyway: bool = False
) -> SignedOff:
    """Declare an article's newest text checked; a later text makes it void.

    Raises:
        DecisionRefused: Suggestions wait for a decision, or nobody has read the text, unless `anyway`;
            or the article is withdrawn.
    """
    shown = write_id("article", article_id)
    revision = session.execute(
        select(Revision.id, Revision.number, Revision.text_sha256, Article.withdrawn_at)
        .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
        .where(Article.id == article_id)
    ).one()
    if revision.withdrawn_at is not None:
        raise DecisionRefused(f"{shown} is withdrawn; restore it first: claims article restore {shown}")
    left = count_open(session, [article_id])
    read = session.scalar(select(func.count()).where(Sentence.revision_id == revision.id))
    if not anyway and left:
        raise DecisionRefused(
            f"{shown} has {left} undecided suggestions; decide them with: claims annotate {shown}, or sign with --anyway"
        )
    if not anyway and not read:
        raise DecisionRefused(
            f"nobody has read revision {revision.number} of {shown} yet; run: claims suggest {shown}, or sign with --anyway"
        )
    number = insert(
        session,
        SignOff,
        at=session.info["at"](),
        text_sha256=revision.text_sha256,
        note=note,
        article_id=article_id,
        revision_id=revision.id,
        reviewer_id=session.info["actor_id"],
    )
    record(session, "article", article_id, "sign off")
    return SignedOff(number, revision.number, revision.text_sha256, left)


def withdraw_article(session: Session, article_id: int, *, reason: str) -> None:
    """Take an article out of the checks; everything about it is kept.

    Raises:
        DecisionRefused: It is withdrawn already, or no reason is given.
    """
    shown = write_id("article", article_id)
    if not reason.strip():
        raise DecisionRefused("say why: --reason TEXT")
    if _get_withdrawn(session, article_id) is not None:
        raise DecisionRefused(f"{shown} is withdrawn already")
    _set(session, article_id, session.info["at"](), reason.strip())
    record(session, "article", article_id, "withdraw")


def restore_article(session: Session, article_id: int) -> None:
    """Bring a withdrawn article back into the checks.

    Raises:
        DecisionRefused: It is not withdrawn.
    """
    if _get_withdrawn(session, article_id) is None:
        raise DecisionRefused(f"{write_id('article', article_id)} is not withdrawn")
    _set(session, article_id, None, None)
    record(session, "article", article_id, "restore")


def _get_withdrawn(session: Session, article_id: int) -> str | None:
    return session.scalars(select(Article.withdrawn_at).where(Article.id == article_id)).one()


def _set(session: Session, article_id: int, at: str | None, reason: str | None) -> None:
    update(session, Article, article_id, withdrawn_at=at, withdrawn_reason=reason)
    mark_articles(session, [article_id])
