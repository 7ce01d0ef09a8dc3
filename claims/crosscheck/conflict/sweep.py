"""The split of one slot after another, over rows that lie in the order of their slots.

The ledger's own run reads its flagged rows through here, and so does each worker of a cluster with
the slots that it was given: what a slot holds is decided in one place. Nothing but Python's own
library and `claims.values` is needed, so a worker needs no more than Python.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from claims.crosscheck.conflict.split import Split, split
from claims.crosscheck.conflict.stand import Question
from claims.crosscheck.rows.row import KEYS_PER_SLOT, Row
from claims.vocabulary import Predicate

Swept = tuple[int, list[Row], Split]


def sweep(
    rows: Iterable[Any], asked: Mapping[int, Predicate], within: Mapping[int, frozenset[int]]
) -> Iterator[Swept]:
    """Yield each slot with its rows and how they conflict, one slot in memory at a time.

    Args:
        rows: Tuples that begin with the columns of `Row`, ordered by key and upper bound.
        asked: The predicate of each slot.
        within: All wholes of each entity that has any.
    """
    width = len(Row._fields)
    told = (Row._make(row[:width]) for row in rows)
    for slot, together in groupby(told, key=lambda row: row.key // KEYS_PER_SLOT):
        of_slot = list(together)
        yield slot, of_slot, split(of_slot, Question(asked[slot], within))
