"""The unit of work: opened once per command, committed in one place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from claims.errors import DatabaseDamaged, ReviewerUnknown
from claims.store.clock import get_now
from claims.store.database import explain_error, get_path, get_sqlite, open_file
from claims.store.record import record
from claims.store.tables import Reviewer
from claims.store.write import get_changes, insert


@contextmanager
def reading(url: str) -> Iterator[Session]:
    """Open a ledger for reading; all queries see one state of it."""
    with _translated(url):
        engine = open_file(url, write=False)
        with engine.connect() as connection, connection.begin(), Session(connection) as session:
            yield session


@contextmanager
def writing(
    url: str,
    *,
    actor: str | None,
    command: str,
    clock: Callable[[], str] = get_now,
    keep: bool = True,
    first: Callable[[], str] | None = None,
) -> Iterator[Session]:
    """Open a ledger for writing and commit at the end; with `keep=False` roll back instead.

    `actor` is the handle of the reviewer who acts; None: the only active one there is. A ledger
    without any gets its first one if `first` says under which handle.

    Raises:
        ReviewerUnknown: No such reviewer, or several and none named.
    """
    with repairing(url, command=command, clock=clock, keep=keep) as session:
        name_actor(session, actor, first)
        yield session


@contextmanager
def repairing(
    url: str, *, command: str, clock: Callable[[], str] = get_now, keep: bool = True
) -> Iterator[Session]:
    """Open a ledger for writing as `writing` does, before anybody is known to act.

    What is repaired may be the list of reviewers itself: call `name_actor` before anything is recorded.
    """
    with _translated(url):
        engine = open_file(url, write=True)
        with (
            engine.connect() as connection,
            connection.begin() as transaction,
            Session(connection) as session,
        ):
            session.info.update(at=clock, command=command)
            yield session
            if get_changes(session):
                raise RuntimeError(f"{command}: rows were changed and no event says so")
            if not keep:
                transaction.rollback()


def name_actor(session: Session, handle: str | None, first: Callable[[], str] | None = None) -> None:
    """Say who acts in a session, as `writing` does.

    Raises:
        ReviewerUnknown: No such reviewer, or several and none named.
    """
    session.info["actor_id"] = _find_actor(session, handle, first)


def _find_actor(session: Session, handle: str | None, first: Callable[[], str] | None) -> int:
    active = session.execute(select(Reviewer.id, Reviewer.handle).where(Reviewer.active == 1)).all()
    if first is not None and not active:
        session.info["actor_id"] = 1
        insert(session, Reviewer, id=1, handle=handle or first(), name=None, active=1)
        record(session, "reviewer", 1, "add")
        return 1
    fitting = [row.id for row in active if handle in {None, row.handle}]
    if len(fitting) == 1:
        return int(fitting[0])
    listed = ", ".join(sorted(row.handle for row in active)) or "none yet"
    if handle is None:
        raise ReviewerUnknown(
            f"Several reviewers are registered ({listed}); say who you are with --as HANDLE"
        )
    raise ReviewerUnknown(
        f"No active reviewer {handle!r} (there are: {listed}); add them with: claims reviewer add {handle}"
    )


@contextmanager
def _translated(url: str) -> Iterator[None]:
    """Turn the driver's errors into sentences, the raw ones of its connections too."""
    try:
        yield
    except (DBAPIError, get_sqlite().Error) as error:
        explained = explain_error(error, str(get_path(url)))
        if explained is None:
            raise
        raise explained from error
    except UnicodeDecodeError as error:
        # A damaged page can hold bytes that are no text; the driver stumbles over them while it reads.
        raise DatabaseDamaged(f"{get_path(url)}: the file is damaged; restore it from a backup") from error
