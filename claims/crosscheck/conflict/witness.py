"""The witnesses of a conflict: answers that exclude each other pairwise, one for each alternative."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claims.crosscheck.conflict.contest import NameIndex
from claims.crosscheck.conflict.stand import Question, Span, Stand

FITS_AT_MOST = 50
"""How many alternatives a claim is listed to fit; more of them tell an editor nothing."""


class SpanWitnesses:
    """The witnesses on a line, in order; a choice ("20 or 22 January") that fits none comes after them.

    No two of their spans meet, so that one ordered list holds them all.
    """

    def __init__(self, rivals: Sequence[Stand]) -> None:
        self._lows: list[float] = []
        self._highs: list[float] = []
        self._places: list[int] = []
        for stand in sorted(rivals, key=lambda stand: (stand.hi, stand.lo)):
            if len(stand.spans) == 1 and (not self._highs or stand.lo >= self._highs[-1]):
                self._add(len(self._lows), stand.spans[0], len(self._lows))
        place = len(self._lows)
        different = {stand.spans: stand for stand in rivals if len(stand.spans) > 1}
        for spans, stand in sorted(different.items()):
            if not self.find(stand):
                for span in spans:
                    self._add(bisect_left(self._lows, span[0]), span, place)
                place += 1

    def _add(self, where: int, span: Span, place: int) -> None:
        self._lows.insert(where, span[0])
        self._highs.insert(where, span[1])
        self._places.insert(where, place)

    def list_spans(self) -> list[Span] | None:
        """Return the span of each alternative in order, None where one of them is a choice."""
        if self._places != list(range(len(self._places))):
            return None
        return list(zip(self._lows, self._highs, strict=True))

    def find(self, stand: Stand) -> list[int]:
        """Return the alternatives that the stand fits, in order, at most `FITS_AT_MOST`."""
        found = [self._find_span(span) for span in stand.spans]
        if len(found) == 1 and len(found[0]) < 2:
            return found[0]
        return sorted(set(found[0]).union(*found[1:]))[:FITS_AT_MOST]

    def _find_span(self, span: Span) -> list[int]:
        first = bisect_right(self._highs, span[0])
        return self._places[first : min(bisect_left(self._lows, span[1]), first + FITS_AT_MOST)]


class NameWitnesses:
    """Sets of names that share nothing; the smallest and most particular are chosen first."""

    def __init__(self, rivals: Sequence[Stand], question: Question) -> None:
        self._index = NameIndex(question)
        different = {stand.names for stand in rivals}
        for names in sorted(different, key=lambda names: _rank(names, question)):
            if not self._index.find(names):
                self._index.add(names)

    def find(self, stand: Stand) -> list[int]:
        """Return the alternatives that the stand fits, in order, at most `FITS_AT_MOST`."""
        return sorted(self._index.find(stand.names))[:FITS_AT_MOST]


def _rank(names: frozenset[int], question: Question) -> tuple[int, int, list[int]]:
    return len(names), -len(question.widen(names)), sorted(names)
