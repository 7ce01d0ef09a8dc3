"""What a planted case is: a few articles, what a desk did about them, and what the cross-check should say.

`open/` and `blind/` hold one file per rule. A case with `sides` plants an inconsistency that the file's
rule should find; one with `trap` looks like one and is none, so nothing may be reported as a violation
and nothing at all by the file's rule. Cases are written from what a desk would expect, before looking at
what the program finds. Which half a case belongs to follows from its id; single cases of the blind half
are never looked at, only counted.
"""

import hashlib
import tomllib
from collections.abc import Collection, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

HALVES = ("open", "blind")
FOLDER = Path(__file__).resolve().parent

_FIRST_WRITTEN = 100
"""The greatest number of a case that was written before anything was looked at."""

Act = Literal[
    "rule",
    "unrule",
    "reject",
    "source",
    "archive",
    "evidence",
    "verdict",
    "unverdict",
    "adjudicate",
    "correct",
    "reference",
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Article(_Strict):
    """An article; `dateline` is its language, its day and its outlet.

    `revises` names the article, by number, of which this is the next text. `later`: it comes in after
    the desk's acts.
    """

    dateline: str = Field(pattern=r"^(de|en) \d{4}-\d\d-\d\d \S.*$")
    title: str = Field(min_length=1)
    text: str = Field(min_length=1)
    revises: int | None = None
    later: bool = False

    @property
    def language(self) -> str:
        return self.dateline[:2]

    @property
    def published(self) -> str:
        return self.dateline[3:13]

    @property
    def outlet(self) -> str:
        return self.dateline[14:]


class Row(_Strict):
    """One row of a reference list that a desk imports."""

    subject: str
    predicate: str
    value: str
    as_of: str | None = None
    qualifiers: dict[str, str] = {}


class Deed(_Strict):
    """One thing that the desk did; `on` is the passage of the claim, written like a side.

    A verdict rests on the named sources, on `articles` cited as sources, or, where neither is given and
    not `none_found`, on an official document that speaks for what the rating says. A claim that nobody
    suggested is typed by hand: the case's subject and predicate, and `value`, else what the passage says.
    """

    do: Act
    on: str | None = None
    value: str | None = None
    negated: bool = False
    planned: bool = False
    by: str = "mk"
    rating: str | None = None
    about: str | None = None
    as_of: str | None = None
    none_found: bool = False
    evidence: tuple[str, ...] = ()
    articles: tuple[int, ...] = ()
    stance: str | None = None
    title: str | None = None
    kind: str | None = None
    text: str | None = None
    source: str | None = None
    repeats: str | None = None
    article: int | None = None
    before: str | None = None
    after: str | None = None
    valid_until: str | None = None
    rows: tuple[Row, ...] = ()


class Case(_Strict):
    """One case; a side is "2: words", the number of the article and words that stand in its title or text."""

    id: str
    about: str | None = None
    trap: str | None = None
    subject: str | None = None
    predicate: str | None = None
    sides: tuple[str, ...] = ()
    today: date | None = None
    article: tuple[Article, ...] = Field(min_length=1, max_length=4)
    act: tuple[Deed, ...] = ()

    @property
    def rule(self) -> str:
        return self.id.rsplit("-", 1)[0]

    @property
    def is_planted(self) -> bool:
        return bool(self.sides)

    @property
    def day(self) -> str:
        """Return the day on which the desk looks: the one given, else that of the newest article."""
        return self.today.isoformat() if self.today else max(one.published for one in self.article)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.about is None) is (self.trap is None) or (self.about is None) is self.is_planted:
            raise ValueError("a case has `about` and `sides`, or else a `trap`")
        for passage in (*self.sides, *(deed.on for deed in self.act if deed.on)):
            number, words = read_passage(passage)
            article = self.article[number - 1]
            if passage not in self.sides and (self.subject is None or self.predicate is None):
                raise ValueError(
                    f"what {passage!r} says is typed by hand if need be: name subject and predicate"
                )
            if words not in article.title and words not in article.text:
                raise ValueError(f"{passage!r} does not stand in that article")
        return self


def read_passage(passage: str) -> tuple[int, str]:
    """Return the number of the article that a passage stands in, and its words."""
    number, words = passage.split(": ", 1)
    return int(number), words


@cache
def read_cases(half: str) -> tuple[Case, ...]:
    """Return the cases of one half, rule by rule."""
    return tuple(
        case
        for path in sorted((FOLDER / half).glob("*.toml"))
        for case in map(Case.model_validate, tomllib.loads(path.read_text("utf-8"))["case"])
    )


@cache
def read_shown() -> dict[str, tuple[Case, Case]]:
    """Return for each rule a case that it finds and one that it leaves alone, which the docs show."""
    listed = tomllib.loads((FOLDER / "shown.toml").read_text("utf-8"))["case"]
    cases = {case.id: case for case in map(Case.model_validate, listed)}
    return {case.rule: (case, cases[f"{case.rule}-l1"]) for case in cases.values() if case.is_planted}


def divide(ids: Collection[str]) -> dict[str, str]:
    """Return the half of each case: alternately, in the order of their digests, within a rule and a kind.

    Cases that came later were looked at while fixing; they are numbered from 101 on, and open.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    seen = {one for one in ids if is_seen(one)}
    for one in sorted(set(ids) - seen):
        rule, number = one.rsplit("-", 1)
        groups.setdefault((rule, number[0]), []).append(one)
    rules = sorted({rule for rule, _ in groups})
    return dict.fromkeys(seen, "open") | {
        one: HALVES[(place + rules.index(rule) + "pl".index(kind)) % 2]
        for (rule, kind), members in groups.items()
        for place, one in enumerate(sorted(members, key=_digest))
    }


def is_seen(one: str) -> bool:
    """Tell whether a case came later, so that no half of its kind is unseen."""
    return int(one.rsplit("-", 1)[1][1:]) > _FIRST_WRITTEN


def _digest(one: str) -> str:
    return hashlib.sha256(one.encode()).hexdigest()


def count_by_rule(cases: Sequence[Case], *, planted: bool) -> dict[str, int]:
    """Return how many cases each rule has."""
    counted: dict[str, int] = {}
    for case in cases:
        counted[case.rule] = counted.get(case.rule, 0) + (case.is_planted is planted)
    return counted
