"""A verdict rests on an article that makes the claim, or on what leads back to it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any

from claims.crosscheck.beyond.look import Look
from claims.crosscheck.conflict.alternatives import Conflict, Member
from claims.crosscheck.copies.citing import cites
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rules.rule import Rule, Wider
from claims.store.queries.article_name import read_article_names

_IS, _REPEATS, _KIN = "is", "repeats", "is of one origin with"


@dataclass(frozen=True, slots=True)
class _Circle:
    """Evidence that leads back to an article that makes the claim, and how."""

    used: Any
    how: str
    article: int


@dataclass(slots=True)
class _Known:
    """Which articles each evidence is, repeats or is akin to, and which make each claim."""

    articles: dict[int, dict[int, str]] = field(default_factory=dict)
    makers: dict[int, dict[int, Any]] = field(default_factory=dict)


def find(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the slots with a claim whose verdict uses as evidence what only says it after those who claim it."""
    rows = run(look.session, read_sql("circular_evidence")).all()
    known = _read(look, rows)
    for slot, of_slot in groupby(rows, key=attrgetter("slot_id")):
        circles: dict[int, list[list[_Circle]]] = {}
        alone = False
        for _, of_verdict in groupby(of_slot, key=attrgetter("verdict_id")):
            used = list(of_verdict)
            found = list(_list_circles(look, used, known))
            if found:
                alone = alone or len(found) == len(used)
                circles.setdefault(used[0].claim_id, []).append(found)
        if circles:
            yield slot, _make_conflict(look, circles, alone=alone)


def _read(look: Look, rows: Sequence[Any]) -> _Known:
    known = _Known()
    evidence, claims = {row.evidence_id for row in rows}, {row.claim_id for row in rows}
    if not rows:
        return known
    for row in run(look.session, read_sql("evidence_articles"), json.dumps(sorted(evidence))):
        of_one = known.articles.setdefault(row.evidence_id, {})
        of_one[row.article_id] = min(of_one.get(row.article_id, row.role), row.role, key=_rank)
    for row in run(look.session, read_sql("claim_makers"), json.dumps(sorted(claims))):
        known.makers.setdefault(row.claim_id, {})[row.article_id] = row
    return known


def _rank(role: str) -> int:
    return (_IS, _REPEATS, _KIN).index(role)


def _list_circles(look: Look, used: Sequence[Any], known: _Known) -> Iterator[_Circle]:
    """Yield the evidence of one verdict that leads back to what it should show.

    Another outlet's own report is evidence, though it makes the claim: what several of those rest on is
    another question. So evidence counts only if all who make the claim are one with it, or if it repeats
    or cites one of them that is not cited beside it.
    """
    cited = {
        article
        for row in used
        for article, role in known.articles.get(row.evidence_id, {}).items()
        if role == _IS
    }
    for row in used:
        articles, makers = known.articles.get(row.evidence_id, {}), known.makers.get(row.claim_id, {})
        if makers and makers.keys() <= articles.keys():
            article = min(makers, key=lambda one: (_rank(articles[one]), one))
            yield _Circle(row, articles[article], article)
            continue
        others = {article: maker for article, maker in makers.items() if article not in cited}
        repeated = next((article for article in others if articles.get(article) == _REPEATS), None)
        if repeated is not None:
            yield _Circle(row, _REPEATS, repeated)
        elif (named := _find_cited(look, row.evidence_id, others)) is not None:
            yield _Circle(row, "cites", named)


def _find_cited(look: Look, evidence: int, makers: Mapping[int, Any]) -> int | None:
    """Return which of some articles the text of evidence gives as its source."""
    texts = run(look.session, read_sql("evidence_text"), evidence).all() if makers else []
    for text in texts:
        for article, maker in makers.items():
            if cites(text.body, maker.title, maker.outlet, maker.value_text):
                return article
    return None


def _make_conflict(
    look: Look, circles: Mapping[int, Sequence[Sequence[_Circle]]], *, alone: bool
) -> Conflict:
    every = [circle for of_claim in circles.values() for found in of_claim for circle in found]
    called = read_article_names(look.session, (circle.article for circle in every))
    return Conflict(
        tuple(Member(claim, None, ()) for claim in sorted(circles)),
        firm=True,
        notes={
            claim: "; ".join(_describe(found, called) for found in of_claim)
            for claim, of_claim in circles.items()
        },
        severity="warning" if alone else "info",
        remark="" if alone else "other evidence stands beside",
    )


def _describe(circles: Sequence[_Circle], called: Mapping[int, str]) -> str:
    told = dict.fromkeys(
        f"evidence {one.used.name} {one.how} {called[one.article]}, which makes the claim" for one in circles
    )
    return f"{circles[0].used.rating} by {circles[0].used.reviewer}: " + ", ".join(told)


RULE = Rule(
    name="circular-evidence",
    severity="warning",
    title={"de": "Beleg im Kreis", "en": "Circular evidence"},
    explanation={
        "de": "Eine Bewertung stützt sich auf einen Artikel, der die Behauptung selbst aufstellt, auf einen vom selben "
        "Ursprung (dieselbe Agenturmeldung) oder auf eine Quelle, die einen solchen wiederholt oder als ihre Quelle "
        "nennt: Er belegt sich selbst. Der eigene Bericht eines anderen Hauses ist ein Beleg, Quellen aus erster Hand "
        "sind es ohnehin. Steht daneben ein anderer Beleg, ist es nur ein Hinweis.",
        "en": "A verdict rests on an article that makes the claim itself, on one of the same origin (the same agency "
        "report), or on a source that repeats such an article or names it as its own source: it is evidence for "
        "itself. Another outlet's own report is evidence, and first-hand sources are anyway. Where other evidence stands "
        "beside it, it is only information.",
    },
    wider=Wider(find, everywhere=("anchor_all_verdicts",), near=("anchor_verdicts",)),
)
