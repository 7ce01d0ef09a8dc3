"""All check rows anew: the plain majority by one statement, the others one by one.

A row needs a second look where its claim's neighbours or a word of its value decide: values of sets,
questions with several slots, dates with marks. Of all others SQL makes the same rows thirty times as
fast. The indexes are made at the end, from rows that come in the order of their keys.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.orm import Session

from claims.crosscheck.live import rebuild
from claims.crosscheck.query import read_sql, run, run_all
from claims.vocabulary import Predicate

_PAGES_IN_KILOBYTES = 200_000


def renew_rows(
    session: Session, predicates: Mapping[int, Predicate], *, progress: Callable[[int, int], None] | None
) -> None:
    """Write all rows of `check_row` anew."""
    with _roomy(session), _without_indexes(session):
        run(session, "DELETE FROM check_row")
        run_all(session, "plain_begin")
        run(session, read_sql("plain_rows"))
        run(session, read_sql("plain_rest"))
        run_all(session, "plain_end")
        total = run(session, "SELECT count(DISTINCT canonical_id) FROM check_rest").scalar()
        rebuild(session, predicates, progress=progress, total=int(total or 0))


@contextmanager
def _roomy(session: Session) -> Iterator[None]:
    """Let the database keep more of its file in memory for a while: claims are looked up in no order."""
    before = run(session, "PRAGMA cache_size").scalar()
    run(session, f"PRAGMA cache_size = -{_PAGES_IN_KILOBYTES}")
    yield
    run(session, f"PRAGMA cache_size = {before}")


@contextmanager
def _without_indexes(session: Session) -> Iterator[None]:
    indexes = run(
        session,
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'check_row' AND sql IS NOT NULL",
    ).all()
    for index in indexes:
        run(session, f'DROP INDEX "{index.name}"')
    yield
    for index in indexes:
        run(session, index.sql)
