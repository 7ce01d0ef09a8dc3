"""Bringing the sample sources in, each with its archived text."""

import hashlib
import tomllib
import unicodedata
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.queries.article import find_texts
from claims.store.record import record
from claims.store.tables import Snapshot, Source, Text
from claims.store.write import insert


def load_sources(session: Session, folder: Path) -> int:
    """Read `sources.toml` and the texts it names, and return how many sources were new."""
    listed = tomllib.loads((folder / "sources.toml").read_text("utf-8"))
    known = set(session.scalars(select(Source.url)))
    fresh = [entry for entry in listed.values() if entry["url"] not in known]
    for entry in fresh:
        body = unicodedata.normalize("NFC", (folder / entry["file"]).read_text("utf-8"))
        digest = hashlib.sha256(body.encode()).hexdigest()
        if not find_texts(session, [digest]):
            insert(session, Text, sha256=digest, body=body, length=len(body))
        source_id = insert(
            session,
            Source,
            title=entry["title"],
            kind=entry["kind"],
            url=entry["url"],
            publisher=entry.get("publisher"),
            published=str(entry["published"]) if "published" in entry else None,
            confidential=int(entry.get("confidential", False)),
        )
        insert(session, Snapshot, taken_at=session.info["at"](), source_id=source_id, text_sha256=digest)
        record(session, "source", source_id, "add")
    return len(fresh)
