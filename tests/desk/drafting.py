"""Articles, house facts and drafts for the tests of the lint."""

import hashlib
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.desk.draft import make_draft
from claims.desk.lint import Linted, lint
from claims.ingest.metadata import ReadOptions
from claims.ingest.run import import_paths
from claims.store import tables as t
from claims.store.queries.reference import read_number
from claims.suggest.run import suggest_for
from tests.crosscheck.factory import reject
from tests.crosscheck.judging import get_claim, rule

NOVEMBER, JANUARY = "DeepSeek-R1 erschien im November 2024.", "DeepSeek-R1 erschien im Januar 2025."


def bring(session: Session, folder: Path, name: str, text: str, published: str | None = None) -> int:
    """Import a text as an article and read it; return the article."""
    path = folder / f"{name}.txt"
    path.write_text(text, "utf-8")
    imported = import_paths(session, [path], ReadOptions(language="de", published=published, outlet="Blatt"))
    suggest_for(session)
    return read_number("article", imported.articles[0]["id"]) or 0


def fix(session: Session, folder: Path, text: str, **valid: Any) -> None:
    """Rule that what a text says is the house fact, and let no article say it."""
    name = hashlib.sha256(text.encode()).hexdigest()[:8]
    article = bring(session, folder, f"house-{name}", text)
    [mention] = session.scalars(
        select(t.Mention.id)
        .join(t.Revision, t.Revision.id == t.Mention.revision_id)
        .where(t.Revision.article_id == article)
    )
    rule(session, get_claim(session, mention), reason="Their own note.", **valid)
    reject(session, mention)


def check(session: Session, text: str, published: str | None = None, **rest: Any) -> Linted:
    return lint(session, make_draft(text.encode(), ReadOptions(language="de", published=published)), **rest)
