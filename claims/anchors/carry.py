"""Carrying a quoted passage over to a later text.

The words decide, not their distance: a quote that stands unchanged in one place is there. Where it
stands several times its surroundings choose, and where it stands nowhere the two texts are aligned
word by word and the passage is what lies between the same neighbours. A wrong place is worse than
none, so whatever stays in doubt is ambiguous or lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.anchors.align import align
from claims.anchors.word import Word, list_telling, split_words

_CONTEXT = 40
"""Words on either side that are compared where a quote stands several times."""

_LEAST_SHARED = 0.5
"""The share of its words that a reworded passage keeps; below it, it is another passage."""


class Change(StrEnum):
    """What became of a passage."""

    IDENTICAL = "identical"
    MOVED = "moved"
    CONTEXT_CHANGED = "context_changed"
    REWORDED = "reworded"
    VALUE_CHANGED = "value_changed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a passage stands now, in code points, and what changed; no place where it is ambiguous or lost."""

    start: int | None
    end: int | None
    change: Change


def carry(old_text: str, new_text: str, start: int, end: int) -> Carried:
    """Find `old_text[start:end]` in `new_text`.

    Whitespace does not count. A passage whose figures, months or negations differ is `value_changed`,
    one whose other words differ is `reworded`; `context_changed` is the same passage among other
    neighbours.

    Raises:
        ValueError: The offsets do not lie in the old text.
    """
    if not 0 <= start < end <= len(old_text):
        raise ValueError(f"no passage {start}:{end} in a text of {len(old_text)} characters")
    if old_text == new_text:
        return Carried(start, end, Change.IDENTICAL)
    old, new = split_words(old_text), split_words(new_text)
    first, last = _find_words(old, start, end)
    if first == last:
        return Carried(None, None, Change.LOST)
    places = _find_all(old[first:last], new)
    if places:
        return _choose(old, new, first, last, places, old_text, new_text)
    return _align(old, new, first, last)


def _find_words(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """Return the numbers of the words that lie in a span, in part at least."""
    inside = [number for number, word in enumerate(words) if word.start < end and start < word.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _find_all(quote: Sequence[Word], words: Sequence[Word]) -> list[int]:
    """Return where the quote's words stand in a row."""
    wanted = [word.text for word in quote]
    texts = [word.text for word in words]
    rarest = min(range(len(wanted)), key=lambda number: texts.count(wanted[number]))
    return [
        place - rarest
        for place, text in enumerate(texts)
        if text == wanted[rarest]
        and place >= rarest
        and texts[place - rarest : place - rarest + len(wanted)] == wanted
    ]


def _choose(
    old: Sequence[Word],
    new: Sequence[Word],
    first: int,
    last: int,
    places: Sequence[int],
    old_text: str,
    new_text: str,
) -> Carried:
    """Choose among the places where the quote stands word for word."""
    length = last - first
    before = len(_find_all(old[first:last], old))
    scores = [_score(old, new, first, last, place) for place in places]
    best = max(scores)
    if scores.count(best) > 1:
        return Carried(None, None, Change.AMBIGUOUS)
    place = places[scores.index(best)]
    if best == 0 and before > len(places) and length < _CONTEXT:
        # One of several was taken away, and nothing says that it was not this one.
        return Carried(None, None, Change.LOST)
    start, end = new[place].start, new[place + length - 1].end
    around_old = _surroundings(old, first, last)
    if around_old != _surroundings(new, place, place + length):
        return Carried(start, end, Change.CONTEXT_CHANGED)
    same = start == old[first].start and new_text[start:end] == old_text[start:end]
    return Carried(start, end, Change.IDENTICAL if same else Change.MOVED)


def _score(old: Sequence[Word], new: Sequence[Word], first: int, last: int, place: int) -> int:
    """Count the words in a row that a place has in common with the old surroundings, on both sides."""
    behind = place + last - first
    left = right = 0
    while (
        left < _CONTEXT
        and left < min(first, place)
        and old[first - 1 - left].text == new[place - 1 - left].text
    ):
        left += 1
    while (
        right < _CONTEXT
        and last + right < len(old)
        and behind + right < len(new)
        and old[last + right].text == new[behind + right].text
    ):
        right += 1
    return left + right


def _surroundings(words: Sequence[Word], first: int, last: int) -> tuple[list[str], list[str]]:
    reach = 5
    return [word.text for word in words[max(0, first - reach) : first]], [
        word.text for word in words[last : last + reach]
    ]


def _align(old: Sequence[Word], new: Sequence[Word], first: int, last: int) -> Carried:
    """Find a passage that was reworded, by what became of its words and of its neighbours."""
    found = align([word.text for word in old], [word.text for word in new], first, last)
    if found is None:
        return Carried(None, None, Change.LOST)
    begin, behind, shared = found
    if shared < _LEAST_SHARED:
        return Carried(None, None, Change.LOST)
    telling = list_telling(old[first:last]) == list_telling(new[begin:behind])
    change = Change.REWORDED if telling else Change.VALUE_CHANGED
    return Carried(new[begin].start, new[behind - 1].end, change)
