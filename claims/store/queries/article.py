"""Articles and their newest revisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from claims.store.queries.reference import write_id
from claims.store.tables import Article, Claim, Mention, Revision, Sentence, SuggestionRun, Text

FIRST_TOOL = "rules"
"""The suggester that ships with the program and reads every article first."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Current:
    """An article as it stands, with its newest revision."""

    id: int
    identity: str
    external_id: str | None
    outlet: str | None
    url: str | None
    author: str | None
    published: str | None
    language: str | None
    path: str | None
    number: int
    title: str | None
    text_sha256: str


def find_by_identity(session: Session, identities: Sequence[str]) -> dict[str, Current]:
    """Return the articles that are there already, by identity."""
    found: dict[str, Current] = {}
    for start in range(0, len(identities), _AT_ONCE):
        rows = session.execute(
            select(
                Article.id,
                Article.identity,
                Article.external_id,
                Article.outlet,
                Article.url,
                Article.author,
                Article.published,
                Article.language,
                Article.path,
                Revision.number,
                Revision.title,
                Revision.text_sha256,
            )
            .join(Revision, (Revision.article_id == Article.id) & (Revision.number == Article.revisions))
            .where(Article.identity.in_(identities[start : start + _AT_ONCE]))
        )
        found |= {row.identity: Current(**row._asdict()) for row in rows}
    return found


def find_texts(session: Session, hashes: Sequence[str]) -> set[str]:
    """Return those of the hashes whose text is kept already."""
    found: set[str] = set()
    for start in range(0, len(hashes), _AT_ONCE):
        found |= set(
            session.scalars(select(Text.sha256).where(Text.sha256.in_(hashes[start : start + _AT_ONCE])))
        )
    return found


def find_alike(session: Session, letters: Sequence[str]) -> dict[str, list[int]]:
    """Return for each hash of letters the articles, not withdrawn, whose newest text has it; the oldest first."""
    found: dict[str, list[int]] = {}
    for start in range(0, len(letters), _AT_ONCE):
        rows = session.execute(
            select(Revision.letters_sha256, Article.id)
            .join(Article, (Revision.article_id == Article.id) & (Revision.number == Article.revisions))
            .where(
                Revision.letters_sha256.in_(letters[start : start + _AT_ONCE]), Article.withdrawn_at.is_(None)
            )
            .order_by(Article.id)
        )
        for digest, number in rows:
            found.setdefault(digest or "", []).append(number)
    return found


def list_slots_of(session: Session, article_ids: Iterable[int]) -> list[int]:
    """Return the slots that mentions in any revision of these articles answer."""
    return list(
        session.scalars(
            select(Claim.slot_id)
            .join(Mention, Mention.claim_id == Claim.id)
            .join(Revision, Revision.id == Mention.revision_id)
            .where(Revision.article_id.in_(list(article_ids)), Claim.slot_id.is_not(None))
            .distinct()
        )
    )


@dataclass(frozen=True, slots=True)
class ToRead:
    """A newest revision with what a suggester needs to read it."""

    revision_id: int
    article_id: int
    number: int
    title: str | None
    text: str
    language: str | None
    published: str | None

    def list_fields(self) -> list[tuple[str, str]]:
        """Return (field, text) of what there is to read; a title that is the text's first line is read there."""
        if self.title is None or self.text.lstrip().startswith(self.title):
            return [("text", self.text)]
        return [("title", self.title), ("text", self.text)]


def list_to_read(
    session: Session, article_ids: Sequence[int] | None, *, after: int, limit: int, tool: str = FIRST_TOOL
) -> list[ToRead]:
    """Return newest revisions of live articles in the order of their ids, from beyond `after`.

    With `article_ids` None those that the suggester named `tool` has not read yet, else those articles'.
    """
    query = (
        select(
            Revision.id.label("revision_id"),
            Article.id.label("article_id"),
            Revision.number,
            Revision.title,
            Text.body.label("text"),
            Article.language,
            Article.published,
        )
        .join(Article, (Revision.article_id == Article.id) & (Revision.number == Article.revisions))
        .join(Text, Text.sha256 == Revision.text_sha256)
        .where(Article.withdrawn_at.is_(None), Revision.id > after)
        .order_by(Revision.id)
        .limit(limit)
    )
    wanted = _is_unread(tool) if article_ids is None else Article.id.in_(article_ids)
    return [ToRead(**row._asdict()) for row in session.execute(query.where(wanted))]


def _is_unread(tool: str) -> ColumnElement[bool]:
    """Return the condition that a suggester has not read a revision yet.

    The first suggester leaves its sentences behind. Of others only what they found tells that they
    were there, so that an article that gave them nothing is put to them again.
    """
    found = (
        select(Mention.id)
        .join(SuggestionRun, SuggestionRun.id == Mention.run_id)
        .where(Mention.revision_id == Revision.id)
    )
    own = found.where(SuggestionRun.tool == tool).exists()
    if tool != FIRST_TOOL:
        return ~own
    read = select(Sentence.id).where(Sentence.revision_id == Revision.id).exists()
    return ~read | (found.where(SuggestionRun.tool != tool).exists() & ~own)


def count_to_read(session: Session, tool: str = FIRST_TOOL) -> int:
    """Return how many newest revisions the suggester named `tool` has not read yet."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Revision)
            .join(Article, (Revision.article_id == Article.id) & (Revision.number == Article.revisions))
            .where(
                Article.withdrawn_at.is_(None),
                _is_unread(tool),
            )
        )
        or 0
    )


def list_articles(session: Session) -> list[dict[str, Any]]:
    """Return all articles with what their newest revision holds, for a list."""
    mentions = (
        select(Mention.revision_id, Mention.state, func.count().label("n"))
        .group_by(Mention.revision_id, Mention.state)
        .subquery()
    )
    counts: dict[int, dict[str, int]] = {}
    for row in session.execute(select(mentions)):
        counts.setdefault(row.revision_id, {})[row.state] = row.n
    rows = session.execute(
        select(
            Article,
            Revision.id.label("revision_id"),
            Revision.title,
            Text.length,
            func.substr(Text.body, 1, 60).label("start"),
        )
        .join(Revision, (Revision.article_id == Article.id) & (Revision.number == Article.revisions))
        .join(Text, Text.sha256 == Revision.text_sha256)
        .order_by(Article.id)
    )
    return [
        {
            "id": write_id("article", row.Article.id),
            "external_id": row.Article.external_id,
            "title": row.title,
            "shown": row.title or first_words(row.start),
            "outlet": row.Article.outlet,
            "author": row.Article.author,
            "url": row.Article.url,
            "path": row.Article.path,
            "published": row.Article.published,
            "language": row.Article.language,
            "revision": row.Article.revisions,
            "withdrawn": row.Article.withdrawn_at,
            "length": row.length,
            **{
                state: counts.get(row.revision_id, {}).get(state, 0)
                for state in ("suggested", "accepted", "rejected")
            },
        }
        for row in rows
    ]


def first_words(text: str) -> str:
    """Return what stands for a title where there is none."""
    words = " ".join(text.split())
    return words if len(words) < 50 else words[:49].rsplit(" ", 1)[0] + " …"
