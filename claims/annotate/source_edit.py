"""Putting right what is said about a source; what it said before stays in the log."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.source import list_claims_resting_on, read_description
from claims.errors import DecisionRefused, OptionRefused
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_claims
from claims.store.record import record
from claims.store.tables import Source
from claims.store.write import update

NO_ORIGIN = 0
"""Given as the origin of a source that repeats no other after all."""


def edit_source(session: Session, source_id: int, **given: Any) -> bool:
    """Change what is said about a source, and tell whether anything was different.

    `given` are arguments of `add_source` but for its text; None leaves a thing as it is, `NO_ORIGIN` takes
    the origin away. Verdicts that rest on the source are looked at anew.

    Raises:
        OptionRefused: Nothing is given, the title is blank, or kind, url or time are none.
        DecisionRefused: Another source has the url, or the two would repeat each other.
    """
    wanted = {name: value for name, value in given.items() if value is not None}
    if not wanted:
        raise OptionRefused(
            "say what to change: --title, --kind, --url, --publisher, --published, --origin …"
        )
    row = session.execute(select(*Source.__table__.columns).where(Source.id == source_id)).one()
    origin_id = wanted.pop("origin_id", row.origin_id) or None
    confidential = int(wanted.pop("confidential", row.confidential))
    described = ("title", "kind", "url", "publisher", "published")
    cells = read_description(**({name: getattr(row, name) for name in described} | wanted))
    _check_url(session, source_id, cells["url"])
    _check_origin(session, source_id, origin_id)
    if not update(session, Source, source_id, confidential=confidential, origin_id=origin_id, **cells):
        return False
    mark_claims(session, list_claims_resting_on(session, source_id))
    record(session, "source", source_id, "edit")
    return True


def _check_url(session: Session, source_id: int, url: str | None) -> None:
    other = session.scalar(select(Source.id).where(Source.url == url, Source.id != source_id))
    if url is not None and other is not None:
        raise DecisionRefused(f"{write_id('source', other)} has this address already; name another")


def _check_origin(session: Session, source_id: int, origin_id: int | None) -> None:
    if origin_id == source_id:
        raise DecisionRefused(f"{write_id('source', source_id)} cannot repeat itself; name another origin")
    above = origin_id
    while above is not None:
        above = session.scalar(select(Source.origin_id).where(Source.id == above))
        if above == source_id:
            shown, origin = write_id("source", source_id), write_id("source", origin_id or 0)
            raise DecisionRefused(f"{origin} repeats {shown} already, so {shown} cannot repeat it")
