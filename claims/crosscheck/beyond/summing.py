"""Adding up the least that each of several questions can be counted with, at the moment when it is most."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim's lower bound in one slot, and for how long it is said to hold."""

    slot: int
    claim: int
    lo: float
    since: float = -inf
    until: float = inf


@dataclass(frozen=True, slots=True)
class Sum:
    """What the slots come to together, and the claim that each is counted with."""

    least: float
    claims: Mapping[int, int]


def add_up(figures: Iterable[Figure]) -> Sum:
    """Return the largest sum over the slots of the least figure of each, of all moments.

    Two articles that differ on one slot count once, with the smaller figure. One pass over the times
    at which a figure begins or ceases to hold; the first of equal moments counts.
    """
    told = list(figures)
    if not told:
        return Sum(0.0, {})
    best, when = -inf, -inf
    for moment, total in _list_totals(told):
        if total > best:
            best, when = total, moment
    least: dict[int, Figure] = {}
    for figure in sorted(told, key=lambda one: (one.lo, one.claim)):
        if figure.since <= when < figure.until:
            least.setdefault(figure.slot, figure)
    return Sum(best, {slot: figure.claim for slot, figure in sorted(least.items())})


def _list_totals(figures: Sequence[Figure]) -> list[tuple[float, float]]:
    """Return the sum at each moment at which it may change."""
    begin: dict[float, list[Figure]] = {}
    affected: dict[float, set[int]] = {}
    for figure in figures:
        begin.setdefault(figure.since, []).append(figure)
        for moment in (figure.since, figure.until):
            affected.setdefault(moment, set()).add(figure.slot)
    standing: dict[int, list[tuple[float, float]]] = {}
    counted: dict[int, float] = {}
    totals: list[tuple[float, float]] = []
    total = 0.0
    for moment in sorted(affected):
        for figure in begin.get(moment, ()):
            heappush(standing.setdefault(figure.slot, []), (figure.lo, figure.until))
        for slot in affected[moment]:
            heap = standing.get(slot, [])
            while heap and heap[0][1] <= moment:
                heappop(heap)
            now = heap[0][0] if heap else 0.0
            total += now - counted.get(slot, 0.0)
            counted[slot] = now
        totals.append((moment, total))
    return totals
