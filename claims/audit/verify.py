"""Verifying a ledger: log, payloads, state, texts, quotes, references, triggers."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError

from claims.audit.against import compare_log
from claims.audit.chain import read_chain
from claims.audit.contents import check_quotes, check_references, check_texts, find_in_ledger
from claims.audit.head import Head, Heads
from claims.audit.query import open_room, take_connection
from claims.audit.replay import replay
from claims.audit.report import Report
from claims.audit.state import compare_state
from claims.audit.structure import check_file, check_triggers
from claims.errors import ClaimsError, DatabaseDamaged
from claims.store.database import explain_error, get_path, get_sqlite
from claims.store.transaction import reading

_EVERY = 1000


def verify_ledger(
    url: str,
    heads: Iterable[Head] = (),
    *,
    against: Path | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Report:
    """Verify a ledger against itself and what was kept elsewhere; never raises for what it finds.

    `against` is an earlier export or copy of the ledger. `progress` is told the number of events read.

    Raises:
        ClaimsError: There is no ledger to verify, or it cannot be read now.
    """
    heads = tuple(heads)
    report = Report(compared=bool(heads))
    try:
        with reading(url) as session:
            connection = take_connection(session)
            if check_file(connection, report):
                check_triggers(connection, report)
                verify_log(connection, heads, report, progress)
                if against is not None:
                    compare_log(connection, against, report)
                check_texts(connection, report)
                check_quotes(connection, find_in_ledger(connection), report)
                check_references(connection, report)
    except DatabaseDamaged as damage:
        report.add("DAMAGED", "the file", str(damage))
    except (DBAPIError, get_sqlite().Error, sqlite3.Error, UnicodeDecodeError) as error:
        # The driver cannot even say what is wrong where a damaged name stands in its message.
        report.add("DAMAGED", "the file", _explain(error, url))
    return report


def verify_log(
    connection: Any, heads: Iterable[Head], report: Report, progress: Callable[[int], None] = lambda _: None
) -> None:
    """Check the log on `connection`, and the tables against what it says."""
    events = _count(read_chain(connection, Heads(heads), report), progress)
    with closing(open_room()) as copies:
        unknown_from = replay(copies, events, report)
        compare_state(connection, copies, unknown_from, report)


def _count(events: Iterator[Any], progress: Callable[[int], None]) -> Iterator[Any]:
    for number, event in enumerate(events, 1):
        if number % _EVERY == 0:
            progress(number)
        yield event


def _explain(error: Exception, url: str) -> str:
    """Return what the driver says of a file that it cannot read.

    Raises:
        ClaimsError: It is not the file's fault.
    """
    explained: ClaimsError | None = explain_error(error, str(get_path(url)))
    if explained is not None and not isinstance(explained, DatabaseDamaged):
        raise explained from error
    return str(getattr(error, "orig", error))
