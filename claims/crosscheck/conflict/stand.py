"""What stands in a slot at one time: a value or a set of names, with the claims that say so."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple, TypeVar

from claims.crosscheck.rows.facets import ENTITY
from claims.crosscheck.rows.row import KEYS_PER_SLOT, Row
from claims.vocabulary import Predicate

_T = TypeVar("_T", int, tuple[float, float])

Span = tuple[float, float]
"""A half-open interval; infinite where unbounded."""


class Stand(NamedTuple):
    """One answer for one stretch of time.

    Either `spans` (ascending; several for "20 or 22 January") or `names` is filled, neither for "no
    value". `native` is False where the claim leaves out a separator of the slot. `firm` is False
    where it does, or where nobody knows for when a passing state was reported: such a stand only warns.
    """

    number: int
    claims: tuple[int, ...]
    kind: str
    spans: tuple[Span, ...]
    names: frozenset[int]
    since: float
    until: float
    native: bool
    firm: bool

    @property
    def lo(self) -> float:
        """The lower bound of all spans."""
        return self.spans[0][0]

    @property
    def hi(self) -> float:
        """The upper bound of all spans."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Question:
    """What the split must know of a slot: its predicate, and which entities lie within which."""

    predicate: Predicate
    within: Mapping[int, frozenset[int]]

    def widen(self, names: frozenset[int]) -> frozenset[int]:
        """Return the names with all wholes that they are part of, where those count."""
        if not self.within or not (self.predicate.contains or self.predicate.cardinality == "set"):
            return names
        return names.union(*(self.within.get(name, frozenset()) for name in names))

    def needs_time(self, *, denial: bool) -> bool:
        """Tell whether a claim of unknown time is comparable with doubt only.

        A state that passes is, and "not yet" said nobody knows when.
        """
        if self.predicate.temporal == "state":
            return self.predicate.validity_days is not None
        return denial and self.predicate.value_type == "date"


Group = tuple[int, int, str | None]
"""Modality class, facet, dimension: only stands of one group are compared."""


def gather(rows: Iterable[Row], question: Question) -> dict[Group, list[Stand]]:
    """Put the rows of one slot together: spans of one claim, and names of one sentence."""
    drafts: dict[Group, dict[tuple[object, ...], list[Row]]] = {}
    for row in rows:
        facet, planned = divmod(row.key % KEYS_PER_SLOT, 2)
        claim = row.claim if row.member_of is None else None
        identity = (claim, row.member_of, row.kind, row.as_of_lo, row.as_of_hi, row.unscoped)
        drafts.setdefault((planned, facet, row.dimension), {}).setdefault(identity, []).append(row)
    stands: dict[Group, list[Stand]] = {}
    number = 0
    for group, found in drafts.items():
        for together in found.values():
            stands.setdefault(group, []).append(_make(number, together, question))
            number += 1
    return stands


def _make(number: int, rows: Sequence[Row], question: Question) -> Stand:
    row = rows[0]
    facet = row.key % KEYS_PER_SLOT // 2
    unknown = row.as_of_lo is None and row.as_of_hi is None
    bounded = facet != ENTITY and row.kind != "novalue"
    return Stand(
        number,
        _order([row.claim for row in rows]),
        row.kind,
        _order([_span(row) for row in rows]) if bounded else (),
        frozenset([row.entity for row in rows if row.entity is not None]),
        -inf if row.as_of_lo is None else row.as_of_lo,
        inf if row.as_of_hi is None else row.as_of_hi,
        not row.unscoped,
        not row.unscoped and not (unknown and question.needs_time(denial=row.kind == "novalue")),
    )


def _order(found: list[_T]) -> tuple[_T, ...]:
    """Return each of these once, in order; most often there is one."""
    return tuple(found) if len(found) == 1 else tuple(sorted(set(found)))


def _span(row: Row) -> Span:
    return (-inf if row.lo is None else row.lo, inf if row.hi is None else row.hi)


class Times:
    """The times of some stands; counts in O(log n) how many overlap another."""

    def __init__(self, stands: Iterable[Stand]) -> None:
        kept = list(stands)
        self._since = sorted(stand.since for stand in kept)
        self._until = sorted(stand.until for stand in kept)

    def count(self, stand: Stand) -> int:
        """Return how many of the stands share a day with `stand`."""
        begun = bisect_left(self._since, stand.until)
        return begun - bisect_right(self._until, stand.since)


def share_time(stands: Sequence[Stand], against: Sequence[Stand]) -> bool:
    """Tell whether all of these speak of one time, so that each can be compared with every other."""
    both = (*stands, *against)
    since = max((stand.since for stand in both), default=-inf)
    return since < min((stand.until for stand in both), default=inf)
