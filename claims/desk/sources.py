"""Bringing the sample sources in, each with its archived text."""

import hashlib
import tomllib
import unicodedata
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import FileRefused
from claims.store.queries.article import find_texts
from claims.store.record import record
from claims.store.tables import Snapshot, Source, Text
from claims.store.tables.source import SOURCE_KINDS
from claims.store.write import insert


def _check_kind(kind: str) -> str:
    if kind not in SOURCE_KINDS:
        raise ValueError(f"{kind!r} is not one of {', '.join(SOURCE_KINDS)}")
    return kind


class SourceEntry(BaseModel):
    """One table of `sources.toml`: a source and the file of its archived text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=1)
    kind: Annotated[str, AfterValidator(_check_kind)]
    url: str = Field(pattern=r"https?://\S+")
    file: str
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    confidential: bool = False


def read_sources(path: Path) -> dict[str, SourceEntry]:
    """Return the entries of a list of sources.

    Raises:
        FileRefused: An entry lacks something or says something unusable; each is named.
    """
    try:
        return TypeAdapter(dict[str, SourceEntry]).validate_python(tomllib.loads(path.read_text("utf-8")))
    except ValidationError as error:
        wrong = "; ".join(f"[{'.'.join(map(str, one['loc']))}] {one['msg']}" for one in error.errors())
        raise FileRefused(f"{path}: {wrong}") from None


def load_sources(session: Session, folder: Path) -> int:
    """Read `sources.toml` and the texts it names, and return how many sources were new."""
    known = set(session.scalars(select(Source.url)))
    fresh = [entry for entry in read_sources(folder / "sources.toml").values() if entry.url not in known]
    for entry in fresh:
        body = unicodedata.normalize("NFC", (folder / entry.file).read_text("utf-8"))
        digest = hashlib.sha256(body.encode()).hexdigest()
        if not find_texts(session, [digest]):
            insert(session, Text, sha256=digest, body=body, length=len(body))
        source_id = insert(
            session,
            Source,
            title=entry.title,
            kind=entry.kind,
            url=entry.url,
            publisher=entry.publisher,
            published=None if entry.published is None else entry.published.isoformat(),
            confidential=int(entry.confidential),
        )
        insert(session, Snapshot, taken_at=session.info["at"](), source_id=source_id, text_sha256=digest)
        record(session, "source", source_id, "add")
    return len(fresh)
