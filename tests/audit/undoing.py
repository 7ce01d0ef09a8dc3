"""A desk on which things are done and undone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.annotate.decide import accept_mentions, reject_mentions
from claims.audit.undo import Undone, undo_events
from claims.audit.verify import verify_ledger
from claims.store import tables as t
from claims.store.transaction import writing
from tests.audit.forge import read_rows

MENTION = "SELECT id, state, claim_id, decided_at, decided_by_id FROM mention ORDER BY id"


class Desk:
    """A ledger, and whoever works on it."""

    def __init__(self, path: str) -> None:
        self.path = path

    @contextmanager
    def writing(self, actor: str = "mk", command: str = "test") -> Iterator[Session]:
        with writing(self.path, actor=actor, command=command) as session:
            yield session

    def do(self, act: Callable[[Session], Any], actor: str = "mk") -> int:
        """Do something that makes an event, and return the number of the last event then."""
        with self.writing(actor) as session:
            act(session)
            return int(session.scalar(select(func.max(t.Event.seq))) or 0)

    def undo(self, *seqs: int, to: int | None = None, actor: str = "mk") -> list[Undone]:
        with self.writing(actor, "audit undo") as session:
            return undo_events(session, seqs, to=to)

    def rows(self, query: str) -> list[Any]:
        return list(read_rows(self.path, query))

    def cell(self, query: str) -> Any:
        ((cell,),) = self.rows(query)
        return cell

    @property
    def last(self) -> int:
        return int(self.cell("SELECT max(seq) FROM event"))

    def is_sound(self) -> bool:
        report = verify_ledger(self.path)
        assert report.problems == []
        return report.holds


def accept(*ids: int) -> Callable[[Session], Any]:
    return lambda session: accept_mentions(session, ids)


def reject(*ids: int) -> Callable[[Session], Any]:
    return lambda session: reject_mentions(session, ids)
