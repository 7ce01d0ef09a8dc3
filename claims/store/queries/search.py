"""What a search finds, the best first: articles, claims, names, sources, and why people decided as they did."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from claims.store.queries.article import first_words
from claims.store.queries.reference import write_id
from claims.store.search import read_sql
from claims.store.search_terms import Terms
from claims.store.snippet import mark

SCOPES: dict[str, tuple[str, ...]] = {
    "article": ("revision",),
    "claim": ("claim",),
    "entity": ("entity",),
    "source": ("source",),
    "rationale": ("verdict", "ruling", "finding"),
}
"""Where to look → the documents of the index that are it."""

_OWN = "main."
_BESIDE = "temp."


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, and how many there are in all."""

    total: int
    hits: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _Hit:
    score: float
    noun: str
    noun_id: int
    title: str
    body: str
    texts: tuple[str, ...]


def list_hits(
    session: Session,
    terms: Terms,
    *,
    scopes: Iterable[str] | None = None,
    limit: int = 20,
    every_revision: bool = False,
) -> Found:
    """Return what fits, in a session that `searching` opened; `scopes` are keys of `SCOPES`, None for all.

    Ranked by BM25 (Robertson and Zaragoza 2009), a word in a title counting five times. The number of
    statements does not depend on the number of hits.
    """
    nouns = [noun for scope in (SCOPES if scopes is None else scopes) for noun in SCOPES[scope]]
    parameters = {
        "match": terms.match,
        "nouns": json.dumps(nouns),
        "every_revision": int(every_revision),
        "limit": limit,
    }
    total, hits = 0, []
    for place in (_OWN, _BESIDE) if session.info["overlay"] else (_OWN,):
        count, found = _match(session, place, parameters)
        total += count
        hits += found
    best = sorted(hits, key=lambda hit: (hit.score, hit.noun, hit.noun_id))[:limit]
    texts = _read_texts(session, {digest for hit in best for digest in hit.texts})
    shown = {noun: _read_shown(session, noun, best) for noun in {hit.noun for hit in best}}
    described = [
        _describe(hit, shown[hit.noun][hit.noun_id], terms, texts)
        for hit in best
        if hit.noun_id in shown[hit.noun]
    ]
    return Found(total, described)


def _match(session: Session, place: str, parameters: dict[str, Any]) -> tuple[int, list[_Hit]]:
    query = read_sql("search_hits").replace("main.search", f"{place}search")
    rows = session.connection().exec_driver_sql(query, parameters | {"own": int(place == _OWN)}).all()
    hits = [
        _Hit(row.score, row.noun, row.noun_id, row.title, row.body, tuple(json.loads(row.texts)))
        for row in rows
    ]
    return (rows[0].total if rows else 0), hits


def _read_texts(session: Session, digests: set[str]) -> dict[str, str]:
    query = "SELECT sha256, body FROM text WHERE sha256 IN (SELECT value FROM json_each(?))"
    rows = session.connection().exec_driver_sql(query, (json.dumps(sorted(digests)),))
    return {row.sha256: row.body for row in rows}


def _read_shown(session: Session, noun: str, hits: Sequence[_Hit]) -> dict[int, Any]:
    numbers = [hit.noun_id for hit in hits if hit.noun == noun]
    query = read_sql(f"search_show_{noun}")
    rows = session.connection().exec_driver_sql(query, {"ids": json.dumps(numbers)})
    return {row.noun_id: row for row in rows}


def _describe(hit: _Hit, row: Any, terms: Terms, texts: dict[str, str]) -> dict[str, Any]:
    kind = "article" if hit.noun == "revision" else hit.noun
    body = "\n".join([*([hit.body] if hit.body else []), *(texts.get(digest, "") for digest in hit.texts)])
    snippet, count = mark(body, terms.wanted)
    if not count:
        in_title, count = mark(hit.title, terms.wanted)
        snippet = in_title if count else snippet
    return {
        "id": write_id(kind, row.shown_id),
        "kind": kind,
        "title": row.title or first_words(body[:60]),
        "snippet": snippet,
        "state": row.state,
        "article": None
        if row.article_id is None
        else {
            "id": write_id("article", row.article_id),
            "external_id": row.external_id,
            "revision": row.revision,
        },
        "outlet": row.outlet,
        "date": row.date,
        "reviewer": row.reviewer,
        "score": round(-hit.score, 4),
    }
