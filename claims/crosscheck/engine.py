"""Where flag and split may run other than in the ledger's own database."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from sqlalchemy.orm import Session

from claims.crosscheck.conflict.split import Split
from claims.vocabulary import Predicate


class Engine(Protocol):
    """What flags and splits all check rows of a ledger; both answers are as the ledger's own would be."""

    def flag(self, session: Session) -> Iterable[int]:
        """Return the keys whose answers cannot all hold together: what `sql/flag.sql` gives."""

    def split(
        self, asked: Mapping[int, Predicate], within: Mapping[int, frozenset[int]]
    ) -> Iterable[tuple[int, Split]]:
        """Return the conflicts of the slots with flagged keys (as `sweep` finds them), where there are any."""
