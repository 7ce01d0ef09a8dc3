"""Adding what is cited, and archiving what it said."""

import hashlib
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.given import find_time, find_words, read_words
from claims.errors import DecisionRefused, OptionRefused
from claims.store.credit import find_cited_paper, find_credit
from claims.store.queries.article import find_texts
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_claims
from claims.store.record import record
from claims.store.tables import Evidence, Snapshot, Source, Text
from claims.store.tables.source import SOURCE_KINDS
from claims.store.write import insert, update


def add_source(
    session: Session,
    *,
    title: str,
    kind: str,
    url: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    confidential: bool = False,
    origin_id: int | None = None,
    text: str | None = None,
) -> int:
    """Add a source and return its number; `text` is what it says today, archived as its first snapshot.

    `origin_id` is the source that this one repeats.

    Raises:
        OptionRefused: The title is blank, or kind, url or time are none.
        DecisionRefused: A source with this url is there already.
    """
    values = read_description(title, kind, url, publisher, published)
    known = select(Source.id).where(Source.url == values["url"])
    if values["url"] is not None and (found := session.scalar(known)) is not None:
        shown = write_id("source", found)
        raise DecisionRefused(
            f"{shown} has this address already; archive its text of today with: claims source snapshot {shown} --file F"
        )
    number = insert(session, Source, confidential=int(confidential), origin_id=origin_id, **values)
    if text is not None:
        _keep_snapshot(session, number, text)
    record(session, "source", number, "add")
    return number


def read_description(
    title: str, kind: str, url: str | None, publisher: str | None, published: str | None
) -> dict[str, str | None]:
    """Return the cells that the words about a source make.

    Raises:
        OptionRefused: The title is blank, or kind, url or time are none.
    """
    return {
        "title": read_words(title, "--title"),
        "kind": _read_kind(kind),
        "url": _read_url(url),
        "publisher": find_words(publisher, "--publisher"),
        "published": find_time(published, "--published"),
    }


def mark_dead(session: Session, source_id: int, since: str | None = None) -> str:
    """Note that a source's address leads nowhere, as of a time or now; return since when.

    Raises:
        DecisionRefused: It has no address, or was noted before.
        OptionRefused: The time is none.
    """
    shown = write_id("source", source_id)
    row = session.execute(select(Source.url, Source.dead_at).where(Source.id == source_id)).one()
    if row.url is None:
        raise DecisionRefused(f"{shown} has no web address that could be dead")
    if row.dead_at is not None:
        raise DecisionRefused(
            f"{shown} is noted as dead since {row.dead_at[:10]}; take that back: claims source dead {shown} --alive"
        )
    at = find_time(since, "--since") or str(session.info["at"]())
    update(session, Source, source_id, dead_at=at)
    record(session, "source", source_id, "mark dead")
    return at


def mark_alive(session: Session, source_id: int) -> None:
    """Take back that a source's address leads nowhere.

    Raises:
        DecisionRefused: Nobody had noted it.
    """
    if not update(session, Source, source_id, dead_at=None):
        raise DecisionRefused(f"{write_id('source', source_id)} is not noted as dead: nothing to take back")
    record(session, "source", source_id, "mark alive")


def add_snapshot(session: Session, source_id: int, text: str) -> tuple[int, bool]:
    """Archive what a source says now; return the snapshot, and whether the text differs from all before.

    The same text again is the same snapshot, and nothing is written.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()
    known = session.scalar(
        select(Snapshot.id).where(Snapshot.source_id == source_id, Snapshot.text_sha256 == digest)
    )
    if known is not None:
        return known, False
    number = _keep_snapshot(session, source_id, text)
    mark_claims(session, list_claims_resting_on(session, source_id))
    record(session, "snapshot", number, "add")
    return number, True


def list_claims_resting_on(session: Session, source_id: int) -> list[int]:
    """Return the claims that cite the source: verdicts on them may have become stale."""
    return list(
        session.scalars(
            select(Evidence.claim_id)
            .join(Snapshot, Snapshot.id == Evidence.snapshot_id)
            .where(Snapshot.source_id == source_id)
            .distinct()
        )
    )


def _keep_snapshot(session: Session, source_id: int, text: str) -> int:
    digest = hashlib.sha256(text.encode()).hexdigest()
    if not find_texts(session, [digest]):
        insert(session, Text, sha256=digest, body=text, length=len(text))
    return insert(
        session,
        Snapshot,
        taken_at=session.info["at"](),
        source_id=source_id,
        text_sha256=digest,
        credit=find_credit(text) or find_cited_paper(text),
    )


def _read_kind(given: str) -> str:
    for kind in SOURCE_KINDS:
        if given.strip().casefold() in {kind, kind.replace(" ", "-"), kind.replace("-", "")}:
            return kind
    raise OptionRefused(f"--kind {given!r} is not one of {', '.join(SOURCE_KINDS)}")


def _read_url(given: str | None) -> str | None:
    url = find_words(given, "--url")
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(map(str.isspace, url))
    except ValueError:
        usable = False
    if not usable:
        raise OptionRefused(
            f"--url {url!r} is no web address; write it with http:// or https://, or leave it out"
        )
    return url
