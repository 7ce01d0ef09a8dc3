"""Bringing articles into the ledger: each is new, revised, or there already.

A file is all or nothing unless bad records may be set aside; files come in one transaction, and
each thousand articles make one event of the audit log.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from claims.errors import FileRefused, RowRefused
from claims.ingest.alike import hash_letters
from claims.ingest.files import list_files
from claims.ingest.language import recognise_language
from claims.ingest.metadata import ReadOptions
from claims.ingest.readers import read
from claims.ingest.record import ArticleRecord
from claims.store.queries.article import Current, find_alike, find_by_identity, find_texts, list_slots_of
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_articles, mark_dirty
from claims.store.record import record
from claims.store.savepoint import savepoint
from claims.store.tables import Article, ImportBatch, ImportReject, Revision, Text
from claims.store.write import allocate_ids, insert, insert_rows, update

BATCH = 1000
"""Articles per event."""

_DESCRIBES = ("outlet", "url", "author", "published", "language")
_ARTICLE = ("id", "identity", "external_id", "path", *_DESCRIBES, "revisions")
_REVISION = (
    "id",
    "number",
    "title",
    "raw_sha256",
    "letters_sha256",
    "imported_at",
    "article_id",
    "text_sha256",
    "batch_id",
)


@dataclass
class Imported:
    """What an import did; `articles` has one entry per article in the order of the files."""

    imported: int = 0
    revised: int = 0
    unchanged: int = 0
    rejects: list[RowRefused] = field(default_factory=list)
    refused: list[RowRefused] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    articles: list[dict[str, Any]] = field(default_factory=list)
    arguments: str = "[]"
    paths: dict[str, str] = field(default_factory=dict)
    batch_id: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the result as the JSON contract writes it."""
        return {
            "imported": self.imported,
            "revised": self.revised,
            "unchanged": self.unchanged,
            "rejected": len(self.rejects) + len(self.refused),
            "articles": self.articles,
        }


def import_paths(
    session: Session,
    paths: Sequence[str | Path],
    options: ReadOptions,
    *,
    set_aside: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Imported:
    """Import the files that `paths` name; with `set_aside` bad records are collected in `rejects`.

    Without it a file with a bad record is left out as a whole, the record is in `refused`, and the
    other files are imported. `progress` is told the number of articles read so far.

    Raises:
        FileRefused: A path is missing or a file cannot be used at all.
    """
    files = list_files(paths)
    done = Imported(arguments=json.dumps([str(path) for path in paths], ensure_ascii=False))
    waiting: list[ArticleRecord] = []
    for source in files:
        if source.format in {"text", "markdown"}:
            waiting += _read_whole(read(source, options), done, set_aside=set_aside)
        else:
            _store(session, waiting, done)
            waiting = []
            _store_file(session, read(source, options), done, set_aside=set_aside, progress=progress)
        if len(waiting) >= BATCH:
            _store(session, waiting, done)
            waiting = []
        progress(len(done.articles) + len(waiting))
    _store(session, waiting, done)
    _store_rejects(session, done)
    return done


def _read_whole(
    records: Iterator[ArticleRecord | RowRefused], done: Imported, *, set_aside: bool
) -> list[ArticleRecord]:
    """Return the articles of a file that holds few, or none of them if it is left out."""
    good: list[ArticleRecord] = []
    bad: list[RowRefused] = []
    for item in records:
        (bad if isinstance(item, RowRefused) else good).append(item)  # type: ignore[arg-type]  # one list each
    for one in good:
        if (
            one.identity[0] == "path"
            and (other := done.paths.setdefault(one.path, one.source_file)) != one.source_file
        ):
            reason = (
                f"known as {one.path!r}, as is {other}; import the folder above both, or give ids with --meta"
            )
            bad.append(RowRefused(reason, path=one.source_file))
    (done.rejects if set_aside else done.refused).extend(bad)
    return [] if bad else good


def _store_file(
    session: Session,
    records: Iterator[ArticleRecord | RowRefused],
    done: Imported,
    *,
    set_aside: bool,
    progress: Callable[[int], None],
) -> None:
    """Store a file of many records batch by batch, and take all of it back at the first bad one."""
    before = (done.imported, done.revised, done.unchanged, done.batch_id)
    lengths = (len(done.articles), len(done.undated))
    bad: list[RowRefused] = []
    with savepoint(session) as undo:
        waiting: list[ArticleRecord] = []
        for item in records:
            if isinstance(item, RowRefused):
                bad.append(item)
            elif set_aside or not bad:
                waiting.append(item)
            if len(waiting) >= BATCH:
                _store(session, waiting, done)
                waiting = []
                progress(len(done.articles))
        if bad and not set_aside:
            undo()
            done.imported, done.revised, done.unchanged, done.batch_id = before
            del done.articles[lengths[0] :], done.undated[lengths[1] :]
        else:
            _store(session, waiting, done)
    (done.rejects if set_aside else done.refused).extend(bad)


def _store(session: Session, records: Sequence[ArticleRecord], done: Imported) -> None:
    """Write one batch: new articles and revisions, changed descriptions; one event for all of it."""
    if not records:
        return
    identities = [":".join(one.identity) for one in records]
    known = find_by_identity(session, identities)
    if len(set(identities)) < len(identities):
        # The same article twice in one batch: the later one must see the earlier.
        half = identities.index(next(i for n, i in enumerate(identities) if i in identities[:n]), 0) + 1
        _store(session, records[:half], done)
        _store(session, records[half:], done)
        return
    digests = [hashlib.sha256(one.text.encode()).hexdigest() for one in records]
    _store_texts(session, records, digests)
    at = session.info["at"]()
    articles: list[tuple[Any, ...]] = []
    revisions: list[tuple[Any, ...]] = []
    revised: list[int] = []
    redated: list[int] = []
    article_id = allocate_ids(session, Article, sum(identity not in known for identity in identities))
    for one, identity, digest in zip(records, identities, digests, strict=True):
        there = known.get(identity)
        if there is None:
            described = (
                one.outlet,
                one.url,
                one.author,
                one.published,
                one.language or recognise_language(one.text),
            )
            articles.append((article_id, identity, one.external_id, one.path, *described, 1))
            revisions.append((1, one.title, one.raw_sha256, hash_letters(one.text), at, article_id, digest))
            _note(done, "imported", article_id, one, 1)
            article_id += 1
        elif (there.text_sha256, there.title) == (digest, one.title):
            if _describe_anew(session, there, one):
                redated.append(there.id)
            _note(done, "unchanged", there.id, one, there.number)
        else:
            if _describe_anew(session, there, one):
                redated.append(there.id)
            update(session, Article, there.id, revisions=there.number + 1)
            letters = hash_letters(one.text)
            revisions.append((there.number + 1, one.title, one.raw_sha256, letters, at, there.id, digest))
            revised.append(there.id)
            _note(done, "revised", there.id, one, there.number + 1)
    insert_rows(session, Article, _ARTICLE, articles)
    if revisions:
        batch_id = _open_batch(session, done)
        first = allocate_ids(session, Revision, len(revisions))
        rows = [(first + n, *row, batch_id) for n, row in enumerate(revisions)]
        insert_rows(session, Revision, _REVISION, rows)
        _note_alike(session, done.articles[-len(records) :], {row[6]: row[4] for row in rows})
    mark_articles(session, revised)
    mark_dirty(session, list_slots_of(session, redated))
    if articles or revised or redated:
        record(session, "article", revisions[0][5] if len(records) == 1 and revisions else None, "import")


def _store_texts(session: Session, records: Sequence[ArticleRecord], digests: Sequence[str]) -> None:
    kept = find_texts(session, digests)
    rows = {
        digest: (digest, one.text, len(one.text))
        for one, digest in zip(records, digests, strict=True)
        if digest not in kept
    }
    insert_rows(session, Text, ("sha256", "body", "length"), rows.values())


def _describe_anew(session: Session, there: Current, one: ArticleRecord) -> bool:
    """Take over what the import says about an article that is there; silence changes nothing."""
    said = {name: getattr(one, name) for name in _DESCRIBES if getattr(one, name) is not None}
    return bool(said) and update(session, Article, there.id, **said)


def _note(done: Imported, status: str, article_id: int, one: ArticleRecord, number: int) -> None:
    setattr(done, status, getattr(done, status) + 1)
    if one.published is None and status != "unchanged":
        done.undated.append(one.source_file if one.line is None else f"{one.source_file}, line {one.line}")
    done.articles.append(
        {
            "id": write_id("article", article_id),
            "external_id": one.external_id,
            "title": one.title,
            "revision": number,
            "status": status,
            "duplicate_of": None,
        }
    )


def _note_alike(session: Session, told: Sequence[dict[str, Any]], letters: dict[int, str]) -> None:
    """Say of each article with a new text, given with the hash of its letters, which other one reads the same."""
    alike = find_alike(session, sorted(set(letters.values())))
    doubled = {
        write_id("article", number): write_id("article", others[0])
        for number, digest in letters.items()
        if (others := [other for other in alike.get(digest, ()) if other != number])
    }
    for one in told:
        one["duplicate_of"] = doubled.get(one["id"])


def _open_batch(session: Session, done: Imported) -> int:
    """Return the import's row, added when there is first something to keep: an import of nothing new leaves no trace."""
    if done.batch_id is None:
        done.batch_id = insert(
            session, ImportBatch, started_at=session.info["at"](), arguments=done.arguments
        )
    return done.batch_id


def _store_rejects(session: Session, done: Imported) -> None:
    if not done.rejects:
        return
    batch_id = _open_batch(session, done)
    first = allocate_ids(session, ImportReject, len(done.rejects))
    insert_rows(
        session,
        ImportReject,
        ("id", "path", "line", "field", "reason", "batch_id"),
        [
            (first + n, bad.path, bad.line, bad.column, bad.reason, batch_id)
            for n, bad in enumerate(done.rejects)
        ],
    )
    record(session, "import_batch", batch_id, "import")


def describe_refusals(refused: Iterable[RowRefused | FileRefused], limit: int = 20) -> str:
    """Return the refusals as lines, the first `limit` of them."""
    lines = [str(one) for one in refused]
    more = [f"… and {len(lines) - limit} more"] if len(lines) > limit else []
    return "\n".join(lines[:limit] + more)
