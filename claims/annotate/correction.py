"""Writing down what was changed in print, and why."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.given import find_time, find_words, read_words
from claims.errors import DecisionRefused, OptionRefused
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_articles
from claims.store.record import record
from claims.store.tables import Correction, Revision, Text
from claims.store.tables.correction import CORRECTION_KINDS
from claims.store.write import insert


def add_correction(
    session: Session,
    *,
    article_id: int,
    kind: str,
    reason: str,
    before: str | None = None,
    after: str | None = None,
    from_revision: int | None = None,
    to_revision: int | None = None,
    finding_id: int | None = None,
    noticed_at: str | None = None,
    published_at: str | None = None,
) -> int:
    """Write a correction of an article and return its number.

    Revisions are given by their numbers within the article; a passage must stand in the one that is named
    for it. Times are kept in UTC.

    Raises:
        OptionRefused: The kind is none, the reason is blank, or a time is none.
        DecisionRefused: There is no such revision, a passage does not stand in it, or times run backwards.
    """
    if kind not in CORRECTION_KINDS:
        raise OptionRefused(f"--kind {kind!r} is not one of {', '.join(CORRECTION_KINDS)}")
    words = read_words(reason, "--reason")
    old, new = find_words(before, "--before"), find_words(after, "--after")
    noticed, published = find_time(noticed_at, "--noticed-at"), find_time(published_at, "--published-at")
    if noticed is not None and published is not None and published[:10] < noticed[:10]:
        raise DecisionRefused(
            f"it was published on {published} and noticed on {noticed}; swap or correct them"
        )
    if from_revision is not None and to_revision is not None and to_revision <= from_revision:
        raise DecisionRefused(
            f"revision {to_revision} does not come after revision {from_revision}; swap them"
        )
    number = insert(
        session,
        Correction,
        kind=kind,
        quote_before=old,
        quote_after=new,
        reason=words,
        noticed_at=noticed,
        published_at=published,
        article_id=article_id,
        from_revision_id=_find_revision(session, article_id, from_revision, old),
        to_revision_id=_find_revision(session, article_id, to_revision, new),
        finding_id=finding_id,
        decided_by_id=session.info["actor_id"],
    )
    mark_articles(session, [article_id])
    record(session, "correction", number, "add")
    return number


def _find_revision(session: Session, article_id: int, number: int | None, quote: str | None) -> int | None:
    if number is None:
        return None
    row = session.execute(
        select(Revision.id, Revision.title, Text.body)
        .join(Text, Text.sha256 == Revision.text_sha256)
        .where(Revision.article_id == article_id, Revision.number == number)
    ).first()
    article = write_id("article", article_id)
    if row is None:
        raise DecisionRefused(f"{article} has no revision {number}; see: claims article show {article}")
    if quote is not None and quote not in row.body and quote not in (row.title or ""):
        raise DecisionRefused(
            f"„{quote[:80]}“ does not stand in revision {number} of {article}; quote it word for word"
        )
    return int(row.id)
