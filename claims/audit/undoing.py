"""One undo while it is made: who does it, what it touches, and refusing it in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.audit.dirty import list_touched
from claims.audit.later import find_later
from claims.audit.mirror import list_mirrors
from claims.errors import DecisionRefused
from claims.store.tables import Table


@dataclass
class Undoing:
    """The undo of event `seq` by reviewer `actor_id` at the time `at`; `slots` are the questions that it touches."""

    session: Session
    seq: int
    actor_id: int
    at: str
    slots: set[int] = field(default_factory=set)

    @property
    def reason(self) -> str:
        """What the rows say that answer others."""
        return f"Event {self.seq} was undone."

    def touch(self, table: str, number: int) -> None:
        """Note the questions that a row bears on as it stands now; call it before and after a change."""
        self.slots |= list_touched(self.session, table, [number])

    def refuse_for(self, reason: str) -> NoReturn:
        """Refuse the undo.

        Raises:
            DecisionRefused: Always.
        """
        raise DecisionRefused(f"event {self.seq} cannot be undone: {reason}")

    def refuse(self, table: type[Table], where: Mapping[str, Any], reason: str) -> NoReturn:
        """Refuse the undo because of what a later event did to such a row, and name that event.

        Raises:
            DecisionRefused: Always.
        """
        later = find_later(self.session, self.seq, list_mirrors()[table.__tablename__], where)
        if later is None:
            self.refuse_for(f"{reason} since")
        self.refuse_for(f"{reason} by {later}; undo that first: claims audit undo {later.seq}")

    def check(
        self, table: type[Table], key: Mapping[str, Any], cells: Mapping[str, Any], reason: str
    ) -> None:
        """Refuse the undo unless a row still has these cells.

        Raises:
            DecisionRefused: It has others, or is gone.
        """
        columns = Table.metadata.tables[table.__tablename__].columns
        found = self.session.execute(
            select(*(columns[name] for name in cells)).where(
                *(columns[name] == cell for name, cell in key.items())
            )
        ).one_or_none()
        if found is None or tuple(found) != tuple(cells.values()):
            self.refuse(table, key, reason)

    def refers(self, table: type[Table], column: str, number: int) -> bool:
        """Tell whether a row of a table refers to a row."""
        source = Table.metadata.tables[table.__tablename__]
        query = select(source.columns[column]).where(source.columns[column] == number).limit(1)
        return self.session.execute(query).first() is not None
