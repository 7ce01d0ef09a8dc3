"""What changed between two texts of an article, word by word, and what became of its claims.

Texts are aligned by sentences first and by words only where these differ: aligning all words at once
takes time that grows with the square of the text.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import NotFound
from claims.store.queries.mention import list_mentions
from claims.store.queries.reference import write_id
from claims.store.tables import Article, Revision, Sentence, Text

Change = Literal["same", "gone", "came"]

MOST_PAIRS = 100_000
"""Above this many pairs of equal words, or of equal sentences, only a passage's ends are aligned."""

MOST_PIECES = 10_000
"""Above this many words or sentences in both texts likewise."""

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text that stayed, went or came; `old` and `new` are where it begins in either text."""

    change: Change
    text: str
    old: int
    new: int


def diff_words(old: str, new: str) -> list[Part]:
    """Return the parts, in reading order: those that stayed and went make `old`, those that stayed and came `new`."""
    kept = [part for part in _diff(old, new, _split_sentences, 0, 0) if part.change == "same"]
    return _merge(_refine(old, new, kept))


def compare_revisions(
    session: Session, article_id: int, first: int | None = None, second: int | None = None
) -> dict[str, Any]:
    """Return what changed from one revision of an article to another; the last two where none is named.

    {"article", "from", "to", "parts": [{"change", "text", "old", "new"}], "title": {"from", "to"},
    "claims": {"went", "came", "stayed"}, "read"}: offsets are code points of either text, claims are
    the mentions that are not rejected, in the JSON contract's form. A claim stays if the other text
    makes it too, wherever. "read" tells of either revision whether its claims were looked for.

    Raises:
        NotFound: There is no such revision, or only one.
    """
    count = session.scalars(select(Article.revisions).where(Article.id == article_id)).one()
    shown = write_id("article", article_id)
    if first is None and second is None and count < 2:
        raise NotFound(f"{shown} has one revision only; nothing changed")
    second = count if second is None else second
    first = max(1, second - 1) if first is None else first
    newer = _read(session, article_id, second)
    older = _read(session, article_id, first)
    mentions = [
        one
        for one in list_mentions(session, article_ids=[article_id], every_revision=True)
        if one["state"] != "rejected"
    ]
    before = [one for one in mentions if one["revision"] == first]
    after = [one for one in mentions if one["revision"] == second]
    old_claims, new_claims = {one["claim"] for one in before}, {one["claim"] for one in after}
    return {
        "article": shown,
        "from": first,
        "to": second,
        "title": {"from": older.title, "to": newer.title},
        "parts": [
            {"change": part.change, "text": part.text, "old": part.old, "new": part.new}
            for part in diff_words(older.body, newer.body)
        ],
        "claims": {
            "went": [one for one in before if one["claim"] not in new_claims],
            "came": [one for one in after if one["claim"] not in old_claims],
            "stayed": [one for one in after if one["claim"] in old_claims],
        },
        "read": {"from": older.read, "to": newer.read},
    }


def _read(session: Session, article_id: int, number: int) -> Any:
    row = session.execute(
        select(
            Revision.title,
            Text.body,
            select(Sentence.id).where(Sentence.revision_id == Revision.id).exists().label("read"),
        )
        .join(Text, Text.sha256 == Revision.text_sha256)
        .where(Revision.article_id == article_id, Revision.number == number)
    ).one_or_none()
    if row is None:
        raise NotFound(f"{write_id('article', article_id)} has no revision {number}")
    return row


def _split_sentences(text: str) -> list[str]:
    """Return the text in sentences, each with the blanks after it; good enough to align by."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    cuts = zip([0, *ends], [*ends, len(text)], strict=True)
    return [text[start:end] for start, end in cuts if start < end]


def _diff(old: str, new: str, split: Callable[[str], list[str]], at_old: int, at_new: int) -> Iterator[Part]:
    """Yield the parts of two texts, aligned by the pieces that `split` cuts them into."""
    first, second = split(old), split(new)
    old_at, new_at = _offsets(first, at_old), _offsets(second, at_new)
    if len(first) + len(second) > MOST_PIECES or _count_pairs(first, second) > MOST_PAIRS:
        codes = _align_ends(first, second)
    else:
        # A blank stands everywhere; to anchor on it finds nothing and costs the square of the text.
        codes = [*SequenceMatcher(str.isspace, first, second, autojunk=False).get_opcodes()]
    for kind, i, j, k, m in codes:
        if kind == "equal" and j > i:
            yield Part("same", "".join(first[i:j]), old_at[i], new_at[k])
        if kind != "equal" and j > i:
            yield Part("gone", "".join(first[i:j]), old_at[i], new_at[k])
        if kind != "equal" and m > k:
            yield Part("came", "".join(second[k:m]), old_at[j], new_at[k])


def _align_ends(first: Sequence[str], second: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """Return the opcodes of an alignment that keeps what both begin and end with, and replaces the rest."""
    limit = min(len(first), len(second))
    head = next((n for n in range(limit) if first[n] != second[n]), limit)
    rest = limit - head
    tail = next((n for n in range(rest) if first[-1 - n] != second[-1 - n]), rest)
    ends = len(first) - tail, len(second) - tail
    return [
        ("equal", 0, head, 0, head),
        ("replace", head, ends[0], head, ends[1]),
        ("equal", ends[0], len(first), ends[1], len(second)),
    ]


def _count_pairs(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many pairs an alignment has to choose from: what it costs."""
    counts = Counter(second)
    return sum(count * counts[piece] for piece, count in Counter(first).items() if not piece.isspace())


def _offsets(pieces: Sequence[str], start: int) -> list[int]:
    offsets = [start]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets


def _refine(old: str, new: str, same: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts that stayed, and between them what differs, word by word."""
    old_at = new_at = 0
    for part in [*same, Part("same", "", len(old), len(new))]:
        gone, came = old[old_at : part.old], new[new_at : part.new]
        yield from _diff(gone, came, _TOKEN.findall, old_at, new_at)
        if part.text:
            yield part
        old_at, new_at = part.old + len(part.text), part.new + len(part.text)


def _merge(parts: Iterator[Part]) -> list[Part]:
    """Join neighbours of one kind."""
    merged: list[Part] = []
    for part in parts:
        if merged and merged[-1].change == part.change:
            last = merged[-1]
            merged[-1] = Part(last.change, last.text + part.text, last.old, last.new)
        else:
            merged.append(part)
    return merged
