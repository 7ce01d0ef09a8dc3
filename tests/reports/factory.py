"""Ledgers for the report's tests: imported articles with mentions, and the written file read back."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.ingest.metadata import ReadOptions
from claims.ingest.run import import_paths
from claims.reports.html import write_report
from claims.store import tables as t
from claims.store.keep import ClaimKeeper, Statement
from claims.store.queries.slot import mark_dirty
from claims.store.record import record
from claims.store.transaction import reading, writing
from claims.store.write import insert
from claims.values import parse_edtf
from claims.values.value import Date, EntityValue
from claims.vocabulary import get_seed_vocabulary

NOW = "2025-06-01T10:30:00.000000Z"

VOID = {"meta", "link", "img", "br", "hr", "input", "base", "embed", "source", "wbr", "area", "col", "track"}


@dataclass(frozen=True)
class Said:
    """A mention to be: what is said in which words of which article, and where in them the value stands."""

    article: str
    quote: str
    found: Statement
    value: str | None = None
    state: str = "suggested"
    speaker: EntityValue | None = None
    field: str = "text"
    voice: str = "article"
    hedged: bool = False


def released(subject: str, edtf: str, text: str = "", **more: Any) -> Statement:
    date = parse_edtf(edtf)
    return Statement(
        EntityValue(subject, kind="product"),
        "released",
        Date(edtf, date.lo, date.hi, text=text or edtf),
        **more,
    )


def untyped() -> Statement:
    return Statement(None, None, None, snak="untyped")


def fill(
    url: str,
    folder: Path,
    articles: Sequence[Mapping[str, str]],
    said: Sequence[Said] = (),
    sentences: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    *,
    check: bool = True,
) -> None:
    """Import articles, add mentions and sentences (words, kind), and cross-check them."""
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    with writing(url, actor="mk", command="import", clock=lambda: NOW) as session:
        done = import_paths(session, [path], ReadOptions())
        assert [str(refused) for refused in done.refused] == []
    with writing(url, actor="mk", command="test", clock=lambda: NOW) as session:
        _add_sentences(session, sentences or {})
        _add_mentions(session, said)
        record(session, "mention", None, "add")
    if check:
        with writing(url, actor="mk", command="cross-check", clock=lambda: NOW) as session:
            cross_check(session, scope="all")


def _read_newest(session: Session) -> dict[str, Any]:
    rows = session.execute(
        select(t.Article.external_id, t.Revision.id, t.Revision.title, t.Text.body)
        .join(
            t.Revision, (t.Revision.article_id == t.Article.id) & (t.Revision.number == t.Article.revisions)
        )
        .join(t.Text, t.Text.sha256 == t.Revision.text_sha256)
    )
    return {row.external_id: row for row in rows}


def _add_sentences(session: Session, sentences: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    newest = _read_newest(session)
    for article, listed in sentences.items():
        for number, (words, kind) in enumerate(listed, start=1):
            start = newest[article].body.index(words)
            insert(
                session,
                t.Sentence,
                number=number,
                start_cp=start,
                end_cp=start + len(words),
                kind=kind,
                revision_id=newest[article].id,
            )


def _add_mentions(session: Session, said: Sequence[Said]) -> None:
    newest = _read_newest(session)
    keeper = ClaimKeeper(session, get_seed_vocabulary())
    for one in said:
        revision = newest[one.article]
        text = revision.title if one.field == "title" else revision.body
        quote = unicodedata.normalize("NFC", one.quote)
        start = text.index(quote)
        value_start = None if one.value is None else start + quote.index(one.value)
        insert(
            session,
            t.Mention,
            field=one.field,
            start_cp=start,
            end_cp=start + len(quote),
            quote=quote,
            prefix=text[max(0, start - 32) : start],
            suffix=text[start + len(quote) :][:32],
            value_start_cp=value_start,
            value_end_cp=None if value_start is None else value_start + len(one.value or ""),
            state=one.state,
            voice=one.voice,
            hedged=int(one.hedged),
            reasons="[]",
            created_at=NOW,
            decided_at=None if one.state == "suggested" else NOW,
            decided_by_id=None if one.state == "suggested" else 1,
            claim_id=keeper.keep(one.found, quote),
            revision_id=revision.id,
            speaker_snak=None if one.speaker is None else "value" if one.speaker.label else "somevalue",
            speaker_id=None if one.speaker is None else keeper.find_entity(one.speaker),
        )
    mark_dirty(session, keeper.take_touched())


@dataclass
class Element:
    """An element of the written file."""

    tag: str
    attributes: dict[str, str | None]
    children: list["Element | str"] = field(default_factory=list)

    def __iter__(self) -> Any:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> set[str]:
        return set((self.attributes.get("class") or "").split())

    def all(self, tag: str | None = None, style: str | None = None) -> list["Element"]:
        return [one for one in self if tag in {None, one.tag} and (style is None or style in one.classes)]

    def one(self, tag: str | None = None, style: str | None = None) -> "Element":
        (found,) = self.all(tag, style)
        return found

    def get(self, identity: str) -> "Element":
        (found,) = [one for one in self if one.attributes.get("id") == identity]
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"<{tag}> has an attribute twice"
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def parse(path: Path) -> Element:
    """Read a report; every element must be closed in order, and there are no comments."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def report(url: str, path: Path, *, title: str = "Spring check", language: str = "en") -> Element:
    """Write the report and read it back."""
    with reading(url) as session:
        write_report(session, path, title=title, language=language, clock=lambda: NOW)
    return parse(path)
