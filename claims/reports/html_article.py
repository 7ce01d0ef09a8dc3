"""An article as the report shows it: its text with every mention in place, and its claims as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claims.reports.html_claim import (
    Labels,
    list_reservations,
    name_entity,
    write_predicate,
    write_qualifiers,
    write_value,
)
from claims.reports.html_text import Paragraph, Run, Span, cut, split_paragraphs
from claims.store.queries.report import FullArticle
from claims.values.say_date import write_day

MUTED = ("opinion", "question", "boilerplate")
"""Kinds of sentences that make no claims."""

STYLED = (*MUTED, "heading")
"""Kinds of sentences that look different from the rest."""

GRAVITY = ("", "info", "warning", "violation")


@dataclass(frozen=True, slots=True)
class Note:
    """A mention in words and in one `line`, numbered within its article.

    `gravity` is that of the gravest finding against it, empty if there is none.
    """

    id: str
    number: int
    subject: str
    predicate: str
    value: str
    untyped: bool
    qualifiers: str
    speaker: str
    reservations: tuple[str, ...]
    state: str
    quote: str
    gravity: str
    findings: tuple[str, ...]
    line: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text ready to be written; `id` and `anchors` are the mentions that begin in it."""

    text: str
    style: str = ""
    id: str = ""
    anchors: tuple[str, ...] = ()
    numbers: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph and its notes; its parts are (kind, label, stretches).

    The kind is empty but for sentences that look different. The label is None but for muted ones, and
    empty where it was given before.
    """

    parts: tuple[tuple[str, str | None, tuple[Stretch, ...]], ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One article of the report; `heading` is its title with the mentions in it."""

    id: str
    name: str
    title: str
    heading: Block
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    loose: frozenset[str]
    outlet: str
    author: str
    published: str
    link: str
    address: str
    language: str
    rejected: int
    gravity: str
    findings: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Accusation:
    """That a claim takes part in a finding; `gravity` is empty where it fits several sides of it."""

    finding: str
    gravity: str


def make_page(
    article: FullArticle,
    mentions: Sequence[Mapping[str, Any]],
    accused: Mapping[str, Sequence[Accusation]],
    labels: Labels,
) -> Page:
    """Return an article with its live mentions; `accused` says which claims take part in findings."""
    live = [mention for mention in mentions if mention["state"] != "rejected"]
    notes = {
        mention["id"]: _make_note(mention, number, accused, labels)
        for number, mention in enumerate(live, start=1)
    }
    heading, paragraphs = _cut_article(article, live)
    begun = {key for paragraph in [*heading, *paragraphs] for key in paragraph.keys}
    gravest = max((note.gravity for note in notes.values()), key=GRAVITY.index, default="")
    language, address = article.language or "", article.url or ""
    return Page(
        id=article.id,
        name=article.name or "",
        title=article.title or _first_words(article.text) or labels.words["untitled"],
        heading=_join_blocks([_make_block(paragraph, notes, labels) for paragraph in heading]),
        blocks=tuple(_make_block(paragraph, notes, labels) for paragraph in paragraphs),
        notes=tuple(notes.values()),
        loose=frozenset(notes.keys() - begun),
        outlet=article.outlet or "",
        author=article.author or "",
        published=write_day(article.published, labels.language) or labels.words["undated"],
        link=address if address.startswith(("https://", "http://")) else "",
        address=address,
        language=language if language.isascii() and language.isalpha() else "",
        rejected=len(mentions) - len(live),
        gravity=gravest,
        findings=tuple(dict.fromkeys(one for note in notes.values() for one in note.findings)),
    )


def _make_note(
    mention: Mapping[str, Any], number: int, accused: Mapping[str, Sequence[Accusation]], labels: Labels
) -> Note:
    against = accused.get(mention["claim"], ())
    subject = name_entity(labels, mention["subject"])
    predicate = write_predicate(labels, mention["predicate"])
    value = "" if mention["predicate"] is None else write_value(labels, mention)
    qualifiers = write_qualifiers(labels, mention["qualifiers"])
    speaker = name_entity(labels, mention["speaker"])
    line = " · ".join(part for part in (subject, predicate, value, qualifiers) if part)
    return Note(
        id=mention["id"],
        number=number,
        subject=subject,
        predicate=predicate,
        value=value,
        untyped=mention["predicate"] is None,
        qualifiers=qualifiers,
        speaker=speaker,
        reservations=tuple(list_reservations(labels, mention)),
        state=mention["state"],
        quote=mention["quote"],
        gravity=max((one.gravity for one in against), key=GRAVITY.index, default=""),
        findings=tuple(one.finding for one in against),
        line=f"{line} ({speaker})" if speaker else line,
    )


def _cut_article(
    article: FullArticle, live: Sequence[Mapping[str, Any]]
) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the heading's paragraphs and the text's.

    A title that is the text's first line is shown once, as the heading, with the mentions in that line.
    """
    title, text = article.title, article.text
    in_text = cut(
        text,
        split_paragraphs(text, title),
        [sentence for sentence in article.sentences if sentence[2] in STYLED],
        [_make_span(mention) for mention in live if mention["field"] == "text"],
    )
    if title is None:
        return [], in_text
    if in_text and text[in_text[0].start : in_text[0].end] == title:
        extra = [_make_span(mention) for mention in live if mention["field"] == "title"]
        if not extra:
            return in_text[:1], in_text[1:]
    spans = [_make_span(mention) for mention in live if mention["field"] == "title"]
    return cut(title, [(0, len(title))] if title else [], (), spans), in_text


def _make_span(mention: Mapping[str, Any]) -> Span:
    key, start, end, value = mention["id"], mention["start"], mention["end"], mention["value"]
    if value is None or value["type"] == "string":
        return Span(key, start, end)  # what somebody said is most of the passage: emphasis would say nothing
    return Span(key, start, end, mention["value_start"], mention["value_end"])


def _make_block(paragraph: Paragraph, notes: Mapping[str, Note], labels: Labels) -> Block:
    parts = []
    for part in paragraph.parts:
        label = None
        if part.kind in MUTED:
            label = labels.words[f"kind_{part.kind}"] if part.opens else ""
        parts.append((part.kind or "", label, tuple(_make_stretch(run, notes) for run in part.runs)))
    return Block(tuple(parts), tuple(notes[key] for key in paragraph.keys))


def _make_stretch(run: Run, notes: Mapping[str, Note]) -> Stretch:
    if not run.keys:
        return Stretch(run.text)
    covering = [notes[key] for key in run.keys]
    gravest = max((note.gravity for note in covering), key=GRAVITY.index)
    accepted = any(note.state == "accepted" for note in covering)
    style = ["accepted" if accepted else "suggested"]
    style += [gravest] if gravest else []
    style += ["value"] if run.is_value else []
    return Stretch(
        text=run.text,
        style=" ".join(style),
        id=run.begins[0] if run.begins else "",
        anchors=run.begins[1:],
        numbers=" ".join(str(notes[key].number) for key in run.ends),
        tip="\n".join(f"{note.number}  {note.line}" for note in covering),
    )


def _join_blocks(blocks: Sequence[Block]) -> Block:
    """Return one block; a heading is not muted for being a question."""
    return Block(
        tuple(("", None, stretches) for block in blocks for _, _, stretches in block.parts),
        tuple(note for block in blocks for note in block.notes),
    )


def _first_words(text: str, limit: int = 70) -> str:
    words = " ".join(text[: 4 * limit].split())
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + " …"
