"""Which answers of a slot are denied by another claim that speaks for the same time.

"Not in November 2024" contradicts "on 10 November 2024", which lies inside, and not "2024".
"Has not been released", said on a day, contradicts a release that lies wholly before that day.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import inf

from claims.crosscheck.conflict.contest import Cover
from claims.crosscheck.conflict.stand import Question, Span, Stand, Times, share_time

Denied = tuple[set[int], set[int]]
"""Numbers of the answers that are denied, and of the denials that meet one."""


def find_denied(answers: Sequence[Stand], denials: Sequence[Stand], question: Question) -> Denied:
    """Return which of the answers and which of the denials contradict one of the others."""
    negations = [stand for stand in denials if stand.kind == "negated"]
    nothings = [stand for stand in denials if stand.kind == "novalue"]
    found: Denied = (set(), set())
    if answers and negations:
        named = bool(negations[0].names)
        _add(found, _deny_names(answers, negations, question) if named else _deny_spans(answers, negations))
    if answers and nothings:
        dated = question.predicate.value_type == "date" and question.predicate.temporal != "state"
        _add(found, _deny_until(answers, nothings) if dated else _deny_all(answers, nothings))
    return found


def _add(found: Denied, more: Denied) -> None:
    found[0].update(more[0])
    found[1].update(more[1])


def _deny_all(answers: Sequence[Stand], nothings: Sequence[Stand]) -> Denied:
    """Deny every answer of the same time: "has no owner"."""
    said, unsaid = Times(answers), Times(nothings)
    return (
        {stand.number for stand in answers if unsaid.count(stand)},
        {stand.number for stand in nothings if said.count(stand)},
    )


def _deny_until(answers: Sequence[Stand], nothings: Sequence[Stand]) -> Denied:
    """Deny dates that lie wholly before the day on which "not yet" was said; an unknown day is late."""
    latest = max(_said_on(stand) for stand in nothings)
    earliest = min(stand.hi for stand in answers)
    return (
        {stand.number for stand in answers if stand.hi <= latest},
        {stand.number for stand in nothings if earliest <= _said_on(stand)},
    )


def _said_on(stand: Stand) -> float:
    return inf if stand.since == -inf else stand.since


def _deny_names(answers: Sequence[Stand], negations: Sequence[Stand], question: Question) -> Denied:
    """Deny a name, and what is part of it."""
    said = _time_by_name((stand, question.widen(stand.names)) for stand in answers)
    unsaid = _time_by_name((stand, stand.names) for stand in negations)
    return (
        {
            stand.number
            for stand in answers
            if any(unsaid[name].count(stand) for name in question.widen(stand.names) if name in unsaid)
        },
        {
            stand.number
            for stand in negations
            if any(said[name].count(stand) for name in stand.names if name in said)
        },
    )


def _time_by_name(named: Iterable[tuple[Stand, frozenset[int]]]) -> dict[int, Times]:
    by_name: dict[int, list[Stand]] = defaultdict(list)
    for stand, names in named:
        for name in names:
            by_name[name].append(stand)
    return {name: Times(stands) for name, stands in by_name.items()}


def _deny_spans(answers: Sequence[Stand], negations: Sequence[Stand]) -> Denied:
    if share_time(answers, negations):
        denied = Cover(span for stand in negations for span in stand.spans)
        said = Cover((stand.lo, stand.hi) for stand in answers)
        return (
            {stand.number for stand in answers if denied.covers((stand.lo, stand.hi))},
            {stand.number for stand in negations if any(said.lies_within(span) for span in stand.spans)},
        )
    return _deny_timed_spans(answers, negations)


def _deny_timed_spans(answers: Sequence[Stand], negations: Sequence[Stand]) -> Denied:
    """Deny figures of the same time, looking once at each figure that is denied.

    As many steps as different denied figures times answers inside them.
    """
    denied: dict[Span, list[Stand]] = defaultdict(list)
    for stand in negations:
        for span in stand.spans:
            denied[span].append(stand)
    ordered = sorted(answers, key=lambda stand: stand.lo)
    lows = [stand.lo for stand in ordered]
    found: Denied = (set(), set())
    for (lo, hi), deniers in denied.items():
        inside = [s for s in ordered[bisect_left(lows, lo) : bisect_right(lows, hi)] if s.hi <= hi]
        _add(found, _deny_all(inside, deniers))
    return found
