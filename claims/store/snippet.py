"""The piece of a text that shows why it was found, its hits in square brackets."""

import unicodedata
from collections.abc import Sequence

from claims.store.fold import find_words
from claims.store.search_terms import Term

WIDTH = 160
"""About how many characters a snippet has."""

_REACH = 30
_MOST_HITS = 5_000
_FAR = 200_000
"""How far beyond the first hit a long text is read for a better piece."""

_Hit = tuple[int, int, int]


def mark(text: str, wanted: Sequence[Term], width: int = WIDTH) -> tuple[str, int]:
    """Return the piece of about `width` characters with most of the terms, and how many it has.

    It is one line, begins and ends between words, and never inside what is drawn as one character.
    """
    hits = _find_hits(text, wanted)
    if not hits:
        end = _cut(text, min(width, len(text)))
        return _join(text, 0, end, []), 0
    first, last = _choose(hits, width)
    chosen = hits[first : last + 1]
    start, end = chosen[0][0], max(hit[1] for hit in chosen)
    room = max(0, width - (end - start)) // 2
    start, end = _cut(text, max(0, start - room)), _cut(text, min(len(text), end + room), at_least=end)
    shown = [(hit[0], hit[1]) for hit in hits if start <= hit[0] and hit[1] <= end]
    return _join(text, start, end, shown), len({hit[2] for hit in chosen})


def _find_hits(text: str, wanted: Sequence[Term]) -> list[_Hit]:
    """Return where the terms stand: start, end, which term; in the order of the text."""
    longest = max((len(term.words) for term in wanted), default=0)
    hits: list[_Hit] = []
    recent: list[tuple[int, int, str]] = []
    for word in find_words(text):
        recent = [*recent[-longest + 1 :], word] if longest > 1 else [word]
        for number, term in enumerate(wanted):
            if _ends_with(recent, term):
                hits.append((recent[-len(term.words)][0], word[1], number))
        if hits and (len(hits) >= _MOST_HITS or word[0] - hits[0][0] > _FAR):
            break
    return sorted(hits)


def _ends_with(recent: Sequence[tuple[int, int, str]], term: Term) -> bool:
    count = len(term.words)
    if len(recent) < count:
        return False
    last = recent[-1][2]
    if not (last.startswith(term.words[-1]) if term.prefix else last == term.words[-1]):
        return False
    return all(seen[2] == word for seen, word in zip(recent[-count:-1], term.words, strict=False))


def _choose(hits: Sequence[_Hit], width: int) -> tuple[int, int]:
    """Return the first and last of the hits that lie within `width` and have the most different terms."""
    best = (0, 0, 0)
    counts: dict[int, int] = {}
    first = 0
    for last, hit in enumerate(hits):
        counts[hit[2]] = counts.get(hit[2], 0) + 1
        while hit[1] - hits[first][0] > width and first < last:
            counts[hits[first][2]] -= 1
            if not counts[hits[first][2]]:
                del counts[hits[first][2]]
            first += 1
        if len(counts) > best[0]:
            best = (len(counts), first, last)
    return best[1], best[2]


def _cut(text: str, at: int, at_least: int | None = None) -> int:
    """Return a place near `at` between two words, else between two drawn characters.

    It lies at or before `at`; with `at_least` not before that.
    """
    if at in {0, len(text)}:
        return at
    lowest = max(0, at - _REACH) if at_least is None else max(at_least, at - _REACH)
    for place in range(at, lowest, -1):
        if text[place - 1].isspace() or text[place].isspace():
            return place
    while at > lowest and _is_inside(text, at):
        at -= 1
    while at < len(text) and _is_inside(text, at):
        at += 1
    return at


def _is_inside(text: str, at: int) -> bool:
    """Tell whether a cut would part what is drawn as one: letter and marks, an emoji and its modifiers, a flag."""
    if at in {0, len(text)}:
        return False
    before, after = text[at - 1], text[at]
    return (
        unicodedata.category(after) in {"Mn", "Mc", "Me"}
        or "\u200d" in (before, after)
        or "\U0001f3fb" <= after <= "\U0001f3ff"
        or "\U000e0020" <= after <= "\U000e007f"
        or ("\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff")
    )


def _join(text: str, start: int, end: int, shown: Sequence[tuple[int, int]]) -> str:
    marked: list[tuple[int, int]] = []
    for hit_start, hit_end in shown:
        if marked and hit_start < marked[-1][1]:
            marked[-1] = (marked[-1][0], max(hit_end, marked[-1][1]))
        else:
            marked.append((hit_start, hit_end))
    parts: list[str] = []
    at = start
    for hit_start, hit_end in marked:
        parts += [text[at:hit_start], "[", text[hit_start:hit_end], "]"]
        at = hit_end
    line = " ".join("".join([*parts, text[at:end]]).split())
    return ("… " if text[:start].strip() else "") + line + (" …" if text[end:].strip() else "")
