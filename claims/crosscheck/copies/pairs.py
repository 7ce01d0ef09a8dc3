"""Sentences of live articles that are alike, with the claims that are made in them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from claims.crosscheck.copies.telling import read_texts
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.moments import read_published
from claims.quotation import quote

_SHOWN = 160


@dataclass(frozen=True, slots=True)
class AlikeLook:
    """What a rule that compares wordings works with; `options` are its own, as set."""

    session: Session
    options: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class AlikeFound:
    """What such a rule found: claims on either side, what they say, and what makes it the same tomorrow."""

    key: tuple[str, ...]
    sides: tuple[tuple[int, ...], tuple[int, ...]]
    message: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings that are alike, and in what they are unlike: [kind, first, other]."""

    first: int
    other: int
    score: float
    unlike: list[list[str]]


@dataclass(slots=True)
class Live:
    """The claims that live sentences of a wording make, with their slots."""

    claims: dict[int, int | None] = field(default_factory=dict)


def read_pairs(session: Session, name: str, score: float) -> list[Pair]:
    """Return pairs that are at least so alike; `name` is that of their query."""
    rows = run(session, read_sql(name), score)
    return [Pair(row.wording_id, row.other_id, row.score, json.loads(row.unlike)) for row in rows]


def read_live(session: Session, wordings: Iterable[int]) -> dict[int, Live]:
    """Return where wordings stand in live articles in which they make a claim."""
    found: dict[int, Live] = {}
    for row in run(session, read_sql("wording_places"), json.dumps(sorted(set(wordings)))):
        live = found.setdefault(row.wording_id, Live())
        live.claims[row.claim_id] = row.slot_id
    return found


def read_sentences(session: Session, wordings: Iterable[int]) -> dict[int, str]:
    """Return one sentence of each wording, shortened and in the quotation marks of its article's language."""
    texts = read_texts(session, wordings)
    return {number: quote(shorten(row.sentence), row.language) for number, row in texts.items()}


def read_articles(session: Session, wordings: Iterable[int]) -> dict[int, dict[int, str | None]]:
    """Return in which live articles wordings stand, with their dates."""
    found: dict[int, dict[int, str | None]] = {}
    for row in run(session, read_sql("wording_articles"), json.dumps(sorted(set(wordings)))):
        found.setdefault(row.wording_id, {})[row.article_id] = row.published
    return found


def lie_apart(first: Mapping[int, str | None], other: Mapping[int, str | None], days: float) -> bool:
    """Tell whether no two different articles of these appeared within so many days, as far as is known."""
    return all(
        article == beside or lie_days_apart(published, its_day, days)
        for article, published in first.items()
        for beside, its_day in other.items()
    )


def lie_days_apart(published: str | None, other: str | None, days: float) -> bool:
    """Tell whether more than so many days lie between two dates, as far as they are known."""
    ours, theirs = read_published(published), read_published(other)
    return ours is not None and theirs is not None and abs(ours[0] - theirs[0]) > days


def shorten(sentence: str) -> str:
    """Return a sentence in one line, cut where it is long."""
    plain = " ".join(sentence.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"
