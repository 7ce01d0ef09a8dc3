"""What the rules look at that look beyond one slot."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from claims.vocabulary import Predicate


@dataclass(frozen=True, slots=True)
class Look:
    """What a rule that looks beyond one slot works with: the ledger, the vocabulary, the day of the run (its number).

    `check_anchor` holds the slots that it has to answer for. `options` are the rule's own, as set.
    """

    session: Session
    predicates: Mapping[int, Predicate]
    day: int
    options: Mapping[str, float]
