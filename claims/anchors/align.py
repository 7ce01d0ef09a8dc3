"""Aligning two texts word by word around a passage (longest common subsequence, by rapidfuzz)."""

from collections.abc import Sequence

_REACH = 4000
"""Words on either side of the passage that take part; the common beginning and end are cut first."""


def align(old: Sequence[str], new: Sequence[str], first: int, last: int) -> tuple[int, int, float] | None:
    """Return where the words `old[first:last]` went: first and behind in `new`, and the share they keep.

    The share is Dice's coefficient of the words of both passages. None where none of them is left
    between the same neighbours.
    """
    from rapidfuzz.distance import LCSseq

    head = _count_common(old, new, first)
    tail = _count_common_end(old, new, len(old) - last, head)
    begin, end = max(head, first - _REACH), min(len(old) - tail, last + _REACH)
    shift = head if begin == head else max(head, begin - _REACH)
    stop = (
        len(new) - tail
        if end == len(old) - tail
        else min(len(new) - tail, shift + (end - begin) + 2 * _REACH)
    )
    pairs: dict[int, int] = {}
    for step in LCSseq.opcodes(old[begin:end], new[shift:stop]):
        if step.tag == "equal":
            for offset in range(step.src_end - step.src_start):
                pairs[begin + step.src_start + offset] = shift + step.dest_start + offset
    kept = [pairs[number] for number in range(first, last) if number in pairs]
    if not kept:
        return None
    left = pairs.get(first - 1, head - 1 if first - 1 < head else None)
    right = pairs.get(last, len(new) - tail if last >= len(old) - tail else None)
    start = kept[0] if left is None or first in pairs else min(left + 1, kept[0])
    behind = kept[-1] + 1 if right is None or last - 1 in pairs else max(right, kept[-1] + 1)
    return start, behind, 2 * len(kept) / (last - first + behind - start)


def _count_common(old: Sequence[str], new: Sequence[str], most: int) -> int:
    count = 0
    while count < min(most, len(new)) and old[count] == new[count]:
        count += 1
    return count


def _count_common_end(old: Sequence[str], new: Sequence[str], most: int, head: int) -> int:
    count = 0
    while count < min(most, len(new) - head) and old[-1 - count] == new[-1 - count]:
        count += 1
    return count
