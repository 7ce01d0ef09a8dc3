"""Which answers of a slot contradict another one that holds at the same time.

Nothing here looks at pairs. On a line an answer is contradicted when another begins at or beyond
its end, or ends at or before its beginning, so the extremes among those of the same time tell; of
names, one is contradicted when there are more answers at its time than answers that agree with it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf

from claims.crosscheck.conflict.stand import Question, Span, Stand, Times, share_time
from claims.crosscheck.rows.facets import ENTITY


def contest(stands: Sequence[Stand], against: Sequence[Stand], facet: int, question: Question) -> set[int]:
    """Return the numbers of the stands that contradict one in `against`, whatever the facet."""
    if not stands or not against:
        return set()
    if facet == ENTITY:
        return contest_names(stands, against, question)
    return contest_spans(stands, against)


def contest_spans(stands: Sequence[Stand], against: Sequence[Stand]) -> set[int]:
    """Return the numbers of the stands whose spans exclude those of one in `against` at that time.

    O(n log n). Where they speak of different times, a choice ("20 or 22 January") counts with all that lies
    between its days: no predicate has both.
    """
    if not share_time(stands, against):
        reached = _reach(stands, against)
        return {stand.number for stand, last, first in reached if last >= stand.hi or first <= stand.lo}
    last = max((stand.lo for stand in against), default=-inf)
    first = min((stand.hi for stand in against), default=inf)
    contested = {stand.number for stand in stands if last >= stand.hi or first <= stand.lo}
    return contested | _contest_gaps(stands, against)


def _contest_gaps(stands: Sequence[Stand], against: Sequence[Stand]) -> set[int]:
    """Find what lies in the gap of a choice; beyond it is seen without."""
    choices = [stand for stand in against if len(stand.spans) > 1]
    own = [stand for stand in stands if len(stand.spans) > 1]
    contested: set[int] = set()
    if choices:
        gaps = Cover(gap for stand in choices for gap in _list_gaps(stand.spans))
        contested |= {s.number for s in stands if len(s.spans) == 1 and gaps.covers(s.spans[0])}
    if own:
        solid = Cover(stand.spans[0] for stand in against if len(stand.spans) == 1)
        different = {stand.spans for stand in choices}
        contested |= {
            stand.number
            for stand in own
            if any(solid.lies_within(gap) for gap in _list_gaps(stand.spans))
            or any(are_apart(stand.spans, other) for other in different)
        }
    return contested


def _list_gaps(spans: Sequence[Span]) -> Iterator[Span]:
    return ((before[1], after[0]) for before, after in pairwise(spans))


class Cover:
    """Spans that can be asked in O(log n) whether one covers a span or lies within it."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._lows = [lo for lo, _ in ordered]
        self._furthest = list(accumulate((hi for _, hi in ordered), max))
        self._nearest = list(accumulate((hi for _, hi in reversed(ordered)), min))[::-1]

    def covers(self, span: Span) -> bool:
        """Tell whether one of the spans contains `span`."""
        place = bisect_right(self._lows, span[0])
        return place > 0 and self._furthest[place - 1] >= span[1]

    def lies_within(self, span: Span) -> bool:
        """Tell whether one of the spans is contained in `span`."""
        place = bisect_left(self._lows, span[0])
        return place < len(self._lows) and self._nearest[place] <= span[1]


def are_apart(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Tell whether two choices have nothing in common, in one pass over both."""
    one = other = 0
    while one < len(spans) and other < len(others):
        if spans[one][0] < others[other][1] and others[other][0] < spans[one][1]:
            return False
        if spans[one][1] <= others[other][1]:
            one += 1
        else:
            other += 1
    return True


def _reach(stands: Sequence[Stand], against: Sequence[Stand]) -> Iterator[tuple[Stand, float, float]]:
    """Yield each stand with the greatest `lo` and the least `hi` among those of its time.

    One sweep along the time: those that begin before a stand ends are in the trees, and the trees
    are asked for those that end after it begins.
    """
    ends = sorted({stand.until for stand in against})
    highest, lowest = _Highest(len(ends)), _Highest(len(ends))
    waiting = sorted(against, key=lambda stand: stand.since)
    entered = 0
    for stand in sorted(stands, key=lambda stand: stand.until):
        while entered < len(waiting) and waiting[entered].since < stand.until:
            other = waiting[entered]
            place = len(ends) - 1 - bisect_left(ends, other.until)
            highest.put(place, other.lo)
            lowest.put(place, -other.hi)
            entered += 1
        open_ends = len(ends) - bisect_right(ends, stand.since)
        yield stand, highest.get(open_ends), -lowest.get(open_ends)


class _Highest:
    """A Fenwick tree of maxima: the greatest value put at one of the first places, in O(log n)."""

    def __init__(self, places: int) -> None:
        self._tree = [-inf] * (places + 1)

    def put(self, place: int, value: float) -> None:
        place += 1
        while place < len(self._tree):
            self._tree[place] = max(self._tree[place], value)
            place += place & -place

    def get(self, count: int) -> float:
        best = -inf
        while count:
            best = max(best, self._tree[count])
            count -= count & -count
        return best


def contest_names(stands: Sequence[Stand], against: Sequence[Stand], question: Question) -> set[int]:
    """Return the numbers of the stands whose names share nothing with those of one in `against`.

    Names agree when one is the other or lies within it. Equal sets are looked at once.
    """
    groups: dict[frozenset[int], list[Stand]] = defaultdict(list)
    for stand in against:
        groups[stand.names].append(stand)
    index = NameIndex(question)
    for names in groups:
        index.add(names)
    together = share_time(stands, against)
    everyone = Times(() if together else against)
    times = {names: Times(found) for names, found in groups.items()} if not together else {}
    own: dict[frozenset[int], list[Stand]] = defaultdict(list)
    for stand in stands:
        own[stand.names].append(stand)
    contested: set[int] = set()
    for names, alike in own.items():
        if together and index.count_at_most(names) < len(groups):
            contested.update(stand.number for stand in alike)
            continue
        agreeing = index.find(names)
        if len(agreeing) == len(groups):
            continue
        contested.update(
            stand.number
            for stand in alike
            if together
            or everyone.count(stand) > sum(times[index.sets[place]].count(stand) for place in agreeing)
        )
    return contested


class NameIndex:
    """Sets of names, found again by any that agrees with theirs."""

    def __init__(self, question: Question) -> None:
        self.sets: list[frozenset[int]] = []
        self._question = question
        self._holding: dict[int, list[int]] = defaultdict(list)
        self._within: dict[int, list[int]] = defaultdict(list)

    def add(self, names: frozenset[int]) -> int:
        """Add a set and return its place."""
        place = len(self.sets)
        self.sets.append(names)
        for name in names:
            self._holding[name].append(place)
        for name in self._question.widen(names) - names:
            self._within[name].append(place)
        return place

    def find(self, names: frozenset[int]) -> set[int]:
        """Return the places of the sets that share a name, a whole or a part with `names`."""
        return {place for found in self._lists(names) for place in found}

    def count_at_most(self, names: frozenset[int]) -> int:
        """Return a bound on how many sets `find` would return, without looking at them."""
        return sum(len(found) for found in self._lists(names))

    def _lists(self, names: frozenset[int]) -> Iterator[list[int]]:
        for name in self._question.widen(names):
            yield self._holding.get(name, [])
        for name in names:
            yield self._within.get(name, [])
