"""Checking a manuscript before it is printed: against house facts, the ledger's claims, and itself.

Nothing is stored. The text is read by the suggester that reads articles, its names are looked up as an
import would look them up, and its claims are compared by the cross-check's own code.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from claims.crosscheck.draft import Clash, Told, check_draft
from claims.desk.draft import Draft
from claims.desk.lint_finding import Describer, Said
from claims.ingest.language import recognise_language
from claims.store.keep import Names
from claims.store.queries.article import ToRead
from claims.suggest import classify
from claims.suggest.known import get_language_read, read_vocabulary
from claims.suggest.run import propose
from claims.suggest.suggesters import RULES
from claims.values.value import EntityValue
from claims.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Linted:
    """What stands against the draft's claims; of its typed `claims` some had nothing to compare with."""

    findings: list[dict[str, Any]]
    claims: int
    compared: int


def lint(session: Session, draft: Draft, *, min_score: float = 0.0) -> Linted:
    """Check a manuscript against the ledger, which is only read.

    One finding per place at which the draft makes a claim that something stands against. Only the
    draft's own day decides which house facts bind it, whenever others said the same.
    """
    [done] = lint_all(session, [draft], min_score=min_score)
    return done


def lint_all(session: Session, drafts: Sequence[Draft], *, min_score: float = 0.0) -> list[Linted]:
    """Check several manuscripts, each by itself, as `lint` does."""
    drafts = [replace(draft, language=draft.language or recognise_language(draft.text)) for draft in drafts]
    texts = [(f"{draft.title or ''}\n{draft.text}", get_language_read(draft.language)) for draft in drafts]
    vocabulary = read_vocabulary(session, texts)
    return [_lint(session, draft, vocabulary, min_score) for draft in drafts]


def _lint(session: Session, draft: Draft, vocabulary: Vocabulary, min_score: float) -> Linted:
    to_read = ToRead(0, 0, 1, draft.title, draft.text, draft.language, draft.published)
    proposed = propose(to_read, vocabulary, RULES, min_score=min_score)
    sentences = [sentence.start for sentence in classify(draft.text, proposed.language)]
    said = [
        Said(field, one, bisect_right(sentences, one.start) if field == "text" else None)
        for field, found in proposed.found.items()
        for one in found
    ]
    fresh = count(-1, -1)  # what is new has no row here
    names = Names(session, lambda *_: next(fresh))
    names.read(
        value.label
        for one in said
        for value in (one.found.subject, one.found.value)
        if isinstance(value, EntityValue)
    )
    told: list[Told] = []
    told_by: list[Said] = []
    for one in said:
        claim = _read_claim(one, names, vocabulary)
        if claim is not None:
            told.append(claim)
            told_by.append(one)
    checked = check_draft(session, told, draft.published)
    describe = Describer(session, draft, told, told_by, checked.clashes, vocabulary.predicates)
    by_place: dict[int, list[Clash]] = {}
    for clash in checked.clashes:
        by_place.setdefault(clash.place, []).append(clash)
    findings = [describe.finding(place, clashes) for place, clashes in by_place.items()]
    findings.sort(key=lambda one: (one["field"] == "text", one["start"], one["end"]))
    return Linted(findings, len(told), len(checked.compared))


def _read_claim(said: Said, names: Names, vocabulary: Vocabulary) -> Told | None:
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
