"""Reviewers: adding and listing them."""

import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import DecisionRefused
from claims.store.record import record
from claims.store.tables import Reviewer
from claims.store.write import insert


def add_reviewer(session: Session, handle: str, name: str | None) -> int:
    """Put somebody on the list of those who decide, and return their number.

    Raises:
        DecisionRefused: The handle is taken or not plain.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*", handle):
        raise DecisionRefused(f"{handle!r} is no handle; use a-z, 0-9, dot, dash and underscore, such as mk")
    if session.scalar(select(Reviewer.id).where(Reviewer.handle == handle)) is not None:
        raise DecisionRefused(f"there is a reviewer {handle!r} already; see: claims reviewer list")
    number = insert(session, Reviewer, handle=handle, name=name, active=1)
    record(session, "reviewer", number, "add")
    return number


def list_reviewers(session: Session) -> list[dict[str, Any]]:
    """Return everybody who decides or decided."""
    rows = session.execute(select(Reviewer.handle, Reviewer.name, Reviewer.active).order_by(Reviewer.handle))
    return [{"handle": row.handle, "name": row.name, "active": bool(row.active)} for row in rows]
