"""A text cut so that it can be marked: paragraphs, sentences in them, and runs under the same mentions.

Mentions overlap and nest. HTML elements cannot overlap, so a text is cut wherever a mention, a value
or a sentence begins or ends, and each run says which mentions cover it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """A mention's place: `key` identifies it; the value's place is within the same text, or None."""

    key: str
    start: int
    end: int
    value_start: int | None = None
    value_end: int | None = None


@dataclass(slots=True)
class Run:
    """A piece of text covered by the same mentions throughout, those that begin and end here included."""

    text: str
    keys: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    is_value: bool = False


@dataclass(slots=True)
class Part:
    """A stretch of one sentence, or of what lies between sentences; `kind` is the sentence's, or None."""

    kind: str | None
    runs: list[Run] = field(default_factory=list)
    opens: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the text at [start, end) with the mentions that begin in it."""

    start: int
    end: int
    parts: list[Part] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


def split_paragraphs(text: str, title: str | None = None) -> list[tuple[int, int]]:
    """Return the paragraphs' places: divided by blank lines, or by line ends where there are none.

    A first line that is the title is a paragraph of its own. White space between them is left out.
    """
    pattern = _BLANK if _BLANK.search(text.strip()) else _LINE
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    spans: list[tuple[int, int]] = []
    if title and text.startswith(title, start):
        after = start + len(title)
        rest = text[after:end]
        if rest and rest.lstrip(" \t").startswith("\n"):
            spans.append((start, after))
            start = end - len(rest.lstrip())
    for gap in pattern.finditer(text, start, end):
        if gap.start() > start:
            spans.append((start, gap.start()))
        start = gap.end()
    if end > start:
        spans.append((start, end))
    return spans


def cut(
    text: str,
    paragraphs: Iterable[tuple[int, int]],
    sentences: Sequence[tuple[int, int, str]],
    mentions: Sequence[Span],
) -> list[Paragraph]:
    """Return the paragraphs, cut into sentences and runs; linear but for sorting.

    A mention that begins between two paragraphs begins in the next. The runs of a paragraph together
    are exactly its text.
    """
    cuts, shown = _list_cuts(paragraphs, sentences, mentions)
    by_start = sorted(mentions, key=lambda span: (span.start, -span.end))
    kinds = sorted(sentences)
    active: list[Span] = []
    next_mention = next_sentence = 0
    begun: set[str] = set()
    for paragraph, points in zip(shown, cuts, strict=True):
        part: Part | None = None
        last_sentence = -1
        for start, end in pairwise(points):
            while next_mention < len(by_start) and by_start[next_mention].start <= start:
                active.append(by_start[next_mention])
                next_mention += 1
            active = [span for span in active if span.end > start]
            while next_sentence < len(kinds) and kinds[next_sentence][1] <= start:
                next_sentence += 1
            inside = next_sentence < len(kinds) and kinds[next_sentence][0] <= start
            current = next_sentence if inside else -2
            if part is None or current != last_sentence:
                part = Part(
                    kinds[current][2] if inside else None,
                    opens=inside and kinds[current][0] >= paragraph.start,
                )
                paragraph.parts.append(part)
                last_sentence = current
            part.runs.append(_make_run(text, start, end, paragraph.end, active, begun))
            paragraph.keys.extend(part.runs[-1].begins)
    return shown


def _make_run(text: str, start: int, end: int, limit: int, active: list[Span], begun: set[str]) -> Run:
    begins = tuple(span.key for span in active if span.key not in begun)
    begun.update(begins)
    return Run(
        text[start:end],
        tuple(span.key for span in active),
        begins,
        # A mention that reaches into the next paragraph shows its number at the end of this one too.
        tuple(span.key for span in active if span.end == end or (end == limit and span.end > end)),
        any(
            span.value_start is not None
            and span.value_end is not None
            and span.value_start <= start
            and end <= span.value_end
            for span in active
        ),
    )


def _list_cuts(
    paragraphs: Iterable[tuple[int, int]],
    sentences: Sequence[tuple[int, int, str]],
    mentions: Sequence[Span],
) -> tuple[list[list[int]], list[Paragraph]]:
    """Return the points at which each paragraph is cut, its own ends included, and the paragraphs."""
    points = sorted(
        {point for start, end, _ in sentences for point in (start, end)}
        | {
            point
            for span in mentions
            for point in (span.start, span.end, span.value_start, span.value_end)
            if point is not None
        }
    )
    cuts: list[list[int]] = []
    shown: list[Paragraph] = []
    place = 0
    for start, end in paragraphs:
        while place < len(points) and points[place] <= start:
            place += 1
        inner = []
        while place < len(points) and points[place] < end:
            inner.append(points[place])
            place += 1
        cuts.append([start, *inner, end])
        shown.append(Paragraph(start, end))
    return cuts, shown
