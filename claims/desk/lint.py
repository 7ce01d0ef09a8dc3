"""Checking a manuscript before it is printed: against house facts, the ledger's claims, and itself.

Nothing is stored. The text is read by the suggester that reads articles, its names are looked up as an
import would look them up, and its claims are compared by the cross-check's own code.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.draft import Clash, Told, check_draft
from claims.crosscheck.rules import list_rules
from claims.errors import FileRefused, RowRefused, TextRefused
from claims.ingest.decode import decode, normalise
from claims.ingest.files import list_files
from claims.ingest.language import recognise_language
from claims.ingest.metadata import ReadOptions
from claims.ingest.readers import read
from claims.ingest.readers.text import read_whole
from claims.ingest.record import Progress
from claims.store.keep import Names
from claims.store.queries.article import ToRead
from claims.store.queries.finding import describe_ruling
from claims.store.queries.place import describe_claims
from claims.store.queries.reference import write_id
from claims.store.tables import Ruling
from claims.store.tables.finding import SEVERITIES
from claims.suggest import classify
from claims.suggest.run import propose, read_vocabulary
from claims.suggest.suggesters import RULES
from claims.suggest.suggestion import Suggestion
from claims.values.value import EntityValue
from claims.vocabulary import Vocabulary

_FORMATS = frozenset({"text", "markdown"})
_MOST_AGAINST = 20


@dataclass(frozen=True, slots=True)
class Draft:
    """A manuscript; `lines_before` are those of its file that stand before the text (front matter)."""

    name: str
    title: str | None
    text: str
    language: str | None
    published: str | None
    lines_before: int = 0


@dataclass(frozen=True, slots=True)
class Linted:
    """What stands against the draft's claims; of its typed `claims` some had nothing to compare with."""

    findings: list[dict[str, Any]]
    claims: int
    compared: int


def read_draft(path: str | Path, options: ReadOptions) -> Draft:
    """Read a manuscript of one article.

    Raises:
        FileRefused: It cannot be read, or is neither plain text nor Markdown.
    """
    files = list_files([path])
    source = files[0]
    if len(files) > 1 or Path(path).is_dir() or source.format not in _FORMATS:
        raise FileRefused(f"{path}: a draft is one article; give a .txt or .md file, or - for stdin")
    [record] = read(source, options)
    if isinstance(record, RowRefused):
        raise record
    before = 0
    if source.format == "markdown":
        whole, _ = read_whole(Progress(source, options))
        before = whole[: len(whole) - len(record.text)].count("\n")
    return Draft(source.given, record.title, record.text, record.language, record.published, before)


def make_draft(raw: bytes, options: ReadOptions) -> Draft:
    """Return what was typed or piped in as a manuscript.

    Raises:
        TextRefused: It is empty or no text.
    """
    decoded, _ = decode(raw)
    text = normalise(decoded)
    if not text or text.isspace():
        raise TextRefused("stdin: empty; pipe the draft's text in, or name its file")
    return Draft("stdin", None, text, options.language, options.published)


def lint(session: Session, draft: Draft, *, min_score: float = 0.0) -> Linted:
    """Check a manuscript against the ledger, which is only read.

    One finding per place at which the draft makes a claim that something stands against. Only the
    draft's own day decides which house facts bind it, whenever others said the same.
    """
    vocabulary = read_vocabulary(session)
    language = draft.language or recognise_language(draft.text)
    to_read = ToRead(0, 0, 1, draft.title, draft.text, language, draft.published)
    proposed = propose(to_read, vocabulary, RULES, min_score=min_score)
    sentences = [sentence.start for sentence in classify(draft.text, proposed.language)]
    said = [
        _Said(field, one, bisect_right(sentences, one.start) if field == "text" else None)
        for field, found in proposed.found.items()
        for one in found
    ]
    fresh = count(-1, -1)
    names = Names(session, lambda kind, name: next(fresh))  # noqa: ARG005 - what is new has no row here
    told: list[Told] = []
    told_by: list[_Said] = []
    for one in said:
        claim = _read_claim(one, names, vocabulary)
        if claim is not None:
            told.append(claim)
            told_by.append(one)
    checked = check_draft(session, told, draft.published)
    describe = _Describe(session, draft, told, told_by, checked.clashes)
    by_place: dict[int, list[Clash]] = {}
    for clash in checked.clashes:
        by_place.setdefault(clash.place, []).append(clash)
    findings = [describe.finding(place, clashes) for place, clashes in by_place.items()]
    findings.sort(key=lambda one: (one["field"] == "text", one["start"], one["end"]))
    return Linted(findings, len(told), len(checked.compared))


@dataclass(frozen=True, slots=True)
class _Said:
    """A suggestion with the field and the number of the sentence that it stands in."""

    field: str
    found: Suggestion
    sentence: int | None


def _read_claim(said: _Said, names: Names, vocabulary: Vocabulary) -> Told | None:
    """Return a suggestion in the ledger's terms, None where it is not typed."""
    found = said.found
    subject = None if found.subject is None else names.find(found.subject)
    if subject is None or found.predicate is None:
        return None
    separators = vocabulary.predicates[found.predicate].separators
    return Told(
        subject=subject,
        predicate=found.predicate,
        separators=frozenset((key, value) for key, value in found.qualifiers.items() if key in separators),
        value=found.value,
        entity=names.find(found.value) if isinstance(found.value, EntityValue) else None,
        snak=found.snak,
        polarity=found.polarity,
        modality=found.modality,
        as_of=found.as_of or "",
        sentence=said.sentence,
    )


class _Describe:
    """Findings in the words that commands print; reads all that is named in them at once."""

    def __init__(
        self,
        session: Session,
        draft: Draft,
        told: Sequence[Told],
        said: Sequence[_Said],
        clashes: Iterable[Clash],
    ) -> None:
        self._draft, self._told, self._said = draft, told, said
        self._lines = [0]
        self._lines += [place + 1 for place, letter in enumerate(draft.text) if letter == "\n"]
        clashes = list(clashes)
        wanted = {number for clash in clashes for number in clash.rulings}
        rulings = session.scalars(select(Ruling).where(Ruling.id.in_(wanted))) if wanted else ()
        self._rulings = {ruling.id: ruling for ruling in rulings}
        named = {number for clash in clashes for number in clash.claims[:_MOST_AGAINST]}
        named |= {ruling.claim_id for ruling in self._rulings.values()}
        self._claims = describe_claims(session, sorted(named)) if named else {}

    def finding(self, place: int, clashes: Sequence[Clash]) -> dict[str, Any]:
        """Return all that stands against one claim of the draft, under the gravest rule that says so."""
        order = [rule.name for rule in list_rules()]
        ordered = sorted(clashes, key=lambda one: (-SEVERITIES.index(one.severity), order.index(one.rule)))
        told, said = self._told[place], self._said[place]
        rulings = dict.fromkeys(number for one in ordered for number in one.rulings)
        claims = dict.fromkeys(number for one in ordered for number in one.claims)
        places = dict.fromkeys(number for one in ordered for number in one.told)
        shown = [number for number in claims if number in self._claims][:_MOST_AGAINST]
        against = [
            *(self._describe_ruling(self._rulings[number]) for number in rulings),
            *(_describe_claim(self._claims[number]) for number in shown),
            *(self._describe_place(number) for number in places),
        ]
        subject = said.found.subject
        return {
            "rule": ordered[0].rule,
            "rules": [one.rule for one in ordered],
            "severity": ordered[0].severity,
            **self._locate(said),
            "slot": {
                "subject": {
                    "id": write_id("entity", told.subject) if told.subject > 0 else None,
                    "label": "" if subject is None else subject.label,
                },
                "predicate": told.predicate,
                "qualifiers": dict(sorted(told.separators)),
            },
            **_describe_value(said.found),
            "against": against,
            "more": len(claims) - len(shown),
        }

    def _locate(self, said: _Said) -> dict[str, Any]:
        """Return where a claim stands: line and column count from 1, offsets are of the text."""
        found = said.found
        if said.field == "title":
            quote = (self._draft.title or "")[found.start : found.end]
            line = column = None
        else:
            quote = self._draft.text[found.start : found.end]
            number = bisect_right(self._lines, found.start)
            line = number + self._draft.lines_before
            column = found.start - self._lines[number - 1] + 1
        return {
            "field": said.field,
            "line": line,
            "column": column,
            "start": found.start,
            "end": found.end,
            "quote": quote,
        }

    def _describe_ruling(self, ruling: Ruling) -> dict[str, Any]:
        described = describe_ruling(ruling)
        claim = self._claims[ruling.claim_id]
        return _describe_claim(claim) | {"kind": "ruling", **described}

    def _describe_place(self, place: int) -> dict[str, Any]:
        said = self._said[place]
        nowhere = dict.fromkeys(("id", "article", "external_id", "outlet", "published", "reason"))
        return {"kind": "draft", **nowhere, **_describe_value(said.found), **self._locate(said)}


def _describe_value(found: Suggestion) -> dict[str, Any]:
    return {
        "snak": found.snak,
        "value": None if found.value is None else found.value.to_json(),
        "polarity": found.polarity,
        "modality": found.modality,
    }


def _describe_claim(claim: dict[str, Any]) -> dict[str, Any]:
    names = ("id", "value", "polarity", "modality", "quote", "article", "external_id", "outlet", "published")
    return {"kind": "claim", **{name: claim[name] for name in names}, "reason": None}
