"""Whether anything that contradicts new rows lies beside them, by probes of the rows' indexes.

May suspect too much (a choice of days, a part and its whole, a denial of something else), never too
little: the split decides.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import inf
from typing import Any

from sqlalchemy.orm import Session

from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.facets import ENTITY
from claims.crosscheck.rows.row import KEYS_PER_SLOT, Row


def is_contested(session: Session, rows: Iterable[Row]) -> bool:
    """Tell whether one of the rows, which are new in a slot that was free of conflict, may bring one."""
    groups = groupby(sorted(rows, key=repr), key=_together)
    return any(_is_contested(session, list(group)) for _, group in groups)


def _together(row: Row) -> Any:
    """Return what tells the values of a set from others: a row by itself, or those of one sentence."""
    return (row.key, row.member_of, row.as_of_lo, row.as_of_hi) if row.member_of is not None else row


def _is_contested(session: Session, rows: Sequence[Row]) -> bool:
    row = rows[0]
    if row.kind in {"negated", "novalue"}:
        return _there(session, "answer_there", row.key)
    if _there(session, "denial_there", row.key):
        return True
    if row.kind != "asserted":
        return False
    until = inf if row.as_of_hi is None else row.as_of_hi
    since = -inf if row.as_of_lo is None else row.as_of_lo
    if row.key % KEYS_PER_SLOT // 2 == ENTITY:
        # What one of a set's names agrees with when given alone, the whole set agrees with.
        vouched = row.member_of is not None and any(
            _there(session, "same_name", one.key, one.entity, since, until) for one in rows
        )
        sentence = -1 if row.member_of is None else row.member_of
        return not vouched and any(
            _there(session, "other_name", one.key, one.entity, one.dimension, sentence, until, since)
            for one in rows
        )
    return is_excluded(session, row)


def is_excluded(session: Session, row: Row) -> bool:
    """Tell whether another answer on the same line excludes this one at a time of its own."""
    until = inf if row.as_of_hi is None else row.as_of_hi
    since = -inf if row.as_of_lo is None else row.as_of_lo
    beyond = (row.dimension, row.claim, until, since)
    return (row.hi is not None and _there(session, "answer_beyond", row.key, row.hi, *beyond)) or (
        row.lo is not None and _there(session, "answer_before", row.key, row.lo, *beyond)
    )


def _there(session: Session, name: str, *parameters: Any) -> bool:
    return run(session, read_sql(name), *parameters).first() is not None
