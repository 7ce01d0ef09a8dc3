"""Writing down what was changed in print, and why."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.given import find_time, find_words, read_words
from claims.errors import DecisionRefused, OptionRefused
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_articles
from claims.store.record import record
from claims.store.tables import Correction, Revision, Text
from claims.store.tables.correction import CORRECTION_KINDS
from claims.store.write import insert, update


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
    cells = _read(
        session, article_id, kind, reason, before, after, from_revision, to_revision, noticed_at, published_at
    )
    number = insert(
        session,
        Correction,
        article_id=article_id,
        finding_id=finding_id,
        decided_by_id=session.info["actor_id"],
        **cells,
    )
    mark_articles(session, [article_id])
    record(session, "correction", number, "add")
    return number


def edit_correction(session: Session, number: int, **given: Any) -> bool:
    """Change what a correction says, such as when it was published; return whether anything became different.

    `given` are arguments of `add_correction`; None leaves a thing as it is. What it said before stays in
    the log.

    Raises:
        OptionRefused, DecisionRefused: As for `add_correction`, or it was taken back.
    """
    row = _get_standing(session, number)
    numbers = dict(
        session.execute(
            select(Revision.id, Revision.number).where(Revision.article_id == row.article_id)
        ).all()
    )
    now = {
        "kind": row.kind,
        "reason": row.reason,
        "before": row.quote_before,
        "after": row.quote_after,
        "from_revision": numbers.get(row.from_revision_id),
        "to_revision": numbers.get(row.to_revision_id),
        "noticed_at": row.noticed_at,
        "published_at": row.published_at,
    }
    wanted = now | {name: value for name, value in given.items() if value is not None}
    finding_id = wanted.pop("finding_id", row.finding_id)
    cells = _read(session, row.article_id, *wanted.values())
    if not update(session, Correction, number, finding_id=finding_id, **cells):
        return False
    mark_articles(session, [row.article_id])
    record(session, "correction", number, "edit")
    return True


def retract_correction(session: Session, number: int) -> None:
    """Take a correction back that was noted by mistake; it stays on record as taken back.

    Raises:
        DecisionRefused: It was taken back before.
    """
    article_id = _get_standing(session, number).article_id
    update(session, Correction, number, retracted_at=session.info["at"]())
    mark_articles(session, [article_id])
    record(session, "correction", number, "retract")


def _get_standing(session: Session, number: int) -> Any:
    row = session.execute(select(*Correction.__table__.columns).where(Correction.id == number)).one()
    if row.retracted_at is not None:
        raise DecisionRefused(
            f"{write_id('correction', number)} was taken back on {row.retracted_at[:10]}; note another one"
        )
    return row


def _read(
    session: Session,
    article_id: int,
    kind: str,
    reason: str,
    before: str | None,
    after: str | None,
    from_revision: int | None,
    to_revision: int | None,
    noticed_at: str | None,
    published_at: str | None,
) -> dict[str, Any]:
    """Return the cells that the words of a correction make, if they fit each other and the texts."""
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
    return {
        "kind": kind,
        "quote_before": old,
        "quote_after": new,
        "reason": words,
        "noticed_at": noticed,
        "published_at": published,
        "from_revision_id": _find_revision(session, article_id, from_revision, old),
        "to_revision_id": _find_revision(session, article_id, to_revision, new),
    }


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
            f"“{quote[:80]}” does not stand in revision {number} of {article}; quote it word for word"
        )
    return int(row.id)
