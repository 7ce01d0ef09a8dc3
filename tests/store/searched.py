"""Asking the search index, and changing what it has to keep up with."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

from claims.store import tables as t
from claims.store.opening import make_opening
from claims.store.queries.search import Found, list_hits
from claims.store.record import record
from claims.store.search import searching
from claims.store.search_terms import read_terms
from claims.store.transaction import writing
from claims.store.write import insert, insert_rows, update
from tests.store.filled import HEX, NOW, sha

SECOND = "R1 erschien im November 2024. Das sagte die Ärztin Groß."


def ask(path: str, query: str, **options: Any) -> Found:
    with searching(path) as session:
        return list_hits(session, read_terms(query), **options)


def find(path: str, query: str, **options: Any) -> list[str]:
    return [hit["id"] for hit in ask(path, query, **options).hits]


def change(path: str, act: Callable[[Any], object]) -> None:
    with writing(path, actor="mk", command="test") as session:
        act(session)
        record(session, "test", None, "change")


def add_text(session: Any, text: str) -> str:
    insert_rows(session, t.Text, ("sha256", "body", "length"), [(sha(text), text, len(text))])
    return sha(text)


def write_elsewhere(path: str, statement: str, **parameters: int) -> None:
    """Write as another program would: with Python's own SQLite and none of our settings.

    It is closed at once, since two SQLite libraries in one process do not see each other's locks.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement, parameters)


def revise(session: Any) -> None:
    update(session, t.Article, 1, revisions=2)
    insert(
        session,
        t.Revision,
        number=2,
        title="R1 war da",
        raw_sha256=HEX,
        imported_at=NOW,
        article_id=1,
        text_sha256=add_text(session, SECOND),
    )


def give_reason(session: Any) -> None:
    insert(
        session,
        t.FindingAct,
        action="waive",
        at=NOW,
        content_hash=HEX,
        reason="Zwei Häfen",
        finding_id=1,
        reviewer_id=1,
    )


def add_entity(session: Any, name: str) -> int:
    number = insert(session, t.Entity, kind="person", label=name, state="proposed")
    insert(
        session, t.Alias, language="mul", name=name, kind="name", opening=make_opening(name), entity_id=number
    )
    return number
