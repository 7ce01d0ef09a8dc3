"""What stands in a slot at one time: a value or a set of names, with the claims that say so."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from claims.crosscheck.rows.facets import ENTITY
from claims.crosscheck.rows.row import KEYS_PER_SLOT, Row
from claims.vocabulary import Predicate

Span = tuple[float, float]
"""A half-open interval; infinite where unbounded."""

_NOBODY: frozenset[int] = frozenset()


class Stand(NamedTuple):
    """One answer for one stretch of time.

    Either `spans` (ascending; several for "20 or 22 January") or `names` is filled, neither for "no
    value". `native` is False where the claim leaves out a separator of the slot. `firm` is False
    where it does, or where nobody knows for when a passing state was reported: such a stand only warns.
    `lo` and `hi` bound all spans; infinite where there is none.
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
    lo: float
    hi: float


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
    drafts: dict[tuple[int, str | None], dict[tuple[object, ...], list[Row]]] = {}
    for row in rows:
        key, _, _, _, dimension, claim, kind, as_of_lo, as_of_hi, member_of, unscoped = row
        found = drafts.get((key, dimension))
        if found is None:
            found = drafts[key, dimension] = {}
        identity = (claim if member_of is None else None, member_of, kind, as_of_lo, as_of_hi, unscoped)
        if identity in found:
            found[identity].append(row)
        else:
            found[identity] = [row]
    stands: dict[Group, list[Stand]] = {}
    number = 0
    for (key, dimension), found in drafts.items():
        facet, planned = divmod(key % KEYS_PER_SLOT, 2)
        stands[planned, facet, dimension] = [
            _make(number, together, facet, question)
            for number, together in enumerate(found.values(), start=number)
        ]
        number += len(found)
    return stands


def _make(number: int, rows: Sequence[Row], facet: int, question: Question) -> Stand:
    _, lo, hi, entity, _, claim, kind, since, until, _, unscoped = rows[0]
    bounded = facet != ENTITY and kind != "novalue"
    claims: tuple[int, ...] = (claim,)
    spans: tuple[Span, ...] = (_span(lo, hi),) if bounded else ()
    names = _NOBODY if entity is None else frozenset((entity,))
    if len(rows) > 1:
        claims = tuple(sorted({row.claim for row in rows}))
        spans = tuple(sorted({_span(row.lo, row.hi) for row in rows})) if bounded else ()
        names = frozenset(row.entity for row in rows if row.entity is not None)
    unknown = since is None and until is None
    return Stand(
        number,
        claims,
        kind,
        spans,
        names,
        -inf if since is None else since,
        inf if until is None else until,
        not unscoped,
        not unscoped and not (unknown and question.needs_time(denial=kind == "novalue")),
        spans[0][0] if spans else -inf,
        spans[-1][1] if spans else inf,
    )


def _span(lo: float | None, hi: float | None) -> Span:
    return (-inf if lo is None else lo, inf if hi is None else hi)


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
