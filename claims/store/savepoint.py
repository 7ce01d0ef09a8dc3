"""Taking part of a transaction back: rows and events written since, as if they had never been."""

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from claims.store.write import get_changes


@contextmanager
def savepoint(session: Session) -> Iterator[Callable[[], None]]:
    """Yield a function that undoes all that the block wrote.

    An exception is left to the transaction, which takes back everything: after an interrupt the
    connection takes no further statement.
    """
    connection = session.connection()
    before = copy.deepcopy(get_changes(session)), session.info.get("head")
    undone = False

    def undo() -> None:
        nonlocal undone
        if not undone:
            undone = True
            connection.exec_driver_sql("ROLLBACK TO part")
            session.info["changes"], session.info["head"] = before

    connection.exec_driver_sql("SAVEPOINT part")
    yield undo
    connection.exec_driver_sql("RELEASE part")
