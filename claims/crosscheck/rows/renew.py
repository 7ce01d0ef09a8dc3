"""All check rows anew: the plain majority by one statement, the others one by one.

A row needs a second look where its claim's neighbours or a word of its value decide: values of sets,
questions with several slots, dates with marks. Of all others SQL makes the same rows thirty times as
fast. They come in the order of their keys, so that the indexes by key grow at their end, as fast as if
they were made afterwards and without the memory that sorting all rows takes; the one by claim is made
afterwards.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.orm import Session

from claims.crosscheck.query import read_sql, run, run_all
from claims.crosscheck.rows.live import rebuild
from claims.vocabulary import Predicate

_PAGES_IN_KILOBYTES = 50_000
"""Claims are looked up in no order: for as long as the connection lasts it keeps more of its file in memory."""

_CLAIMS_AT_ONCE = 1_250_000
"""Claims whose rows are sorted at once: some 110 megabytes, which not every SQLite lets go to a file."""


def renew_rows(
    session: Session, predicates: Mapping[int, Predicate], *, progress: Callable[[int, int], None] | None
) -> None:
    """Write all rows of `check_row` anew."""
    run(session, f"PRAGMA cache_size = -{_PAGES_IN_KILOBYTES}")
    with _without_claim_index(session):
        run(session, "DELETE FROM check_row")
        run_all(session, "plain_begin")
        _write_plain(session)
        run_all(session, "plain_end")
    run_all(session, "plain_rest")
    total = run(session, "SELECT count(DISTINCT canonical_id) FROM check_rest").scalar()
    rebuild(session, predicates, progress=progress, total=int(total or 0))


def _write_plain(session: Session) -> None:
    """Write the rows of the plain majority, in as many passes over the claims as keep what is sorted small."""
    for first, last in list(list_parts(session, _CLAIMS_AT_ONCE)):
        run(session, read_sql("plain_rows"), first, last)


def list_parts(session: Session, most: int) -> Iterator[tuple[int, int]]:
    """Yield first and last slot of parts of at most `most` claims each, unless one slot has more.

    Slots with low numbers have most claims: what was asked first is written about most.
    """
    (last,) = run(session, "SELECT coalesce(max(id), 0) FROM slot").one()
    first = 0
    while (beyond := run(session, read_sql("part_end"), first, most).scalar()) is not None:
        after = max(beyond, first + 1)
        yield first, after - 1
        first = after
    yield first, last


@contextmanager
def _without_claim_index(session: Session) -> Iterator[None]:
    """Let rows be written without the table's index by claim, which is made afterwards, in one go.

    What has no row then is found by that index.
    """
    run_all(session, "drop_row_indexes")
    yield
    run_all(session, "make_row_indexes")
