"""Storing what was proposed for an article: its sentences, the claims, a mention for each place."""

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.keep import ClaimKeeper, Statement
from claims.store.queries.article import ToRead
from claims.store.queries.slot import mark_mentions
from claims.store.record import record
from claims.store.tables import Mention, Sentence, SuggestionRun
from claims.store.write import allocate_ids, insert, insert_rows
from claims.suggest.earlier import read_earlier, withdraw
from claims.suggest.entities.short_names import list_short_names
from claims.suggest.entities.translated_names import list_translations
from claims.suggest.suggesters import Suggester
from claims.suggest.suggestion import Suggestion

CONTEXT = 32
"""Characters kept before and after a quote."""

_MENTION = (
    *("id", "field", "start_cp", "end_cp", "quote", "prefix", "suffix", "value_start_cp", "value_end_cp"),
    *(
        "state",
        "voice",
        "hedged",
        "speaker_snak",
        "score",
        "reasons",
        "created_at",
        "decided_at",
        "decided_by_id",
    ),
    *("subject_id", "speaker_id", "claim_id", "revision_id", "sentence_id", "run_id"),
)


@dataclass
class Suggested:
    """What a run did: texts read, mentions proposed, those it knew from earlier decisions, what went wrong.

    `dropped` counts what the suggester returned and the ledger cannot keep, by reason; `failed` are
    the articles of which nothing was kept.
    """

    articles: int = 0
    mentions: int = 0
    typed: int = 0
    known: int = 0
    entities: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    failed: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a suggester proposes for a revision, by field, before anything is stored."""

    revision: ToRead
    language: str
    found: dict[str, list[Suggestion]]
    dropped: Counter[str]


def keep(
    session: Session,
    proposed: Proposed,
    keeper: ClaimKeeper,
    suggester: Suggester,
    run_id: int | None,
    done: Suggested,
) -> int:
    """Store what was proposed for a revision, count it in `done`, and return the run, begun if there is none."""
    from claims.suggest import classify

    if run_id is None:
        run_id = _start_run(session, suggester)
    revision = proposed.revision
    kinds = classify(revision.text, proposed.language)
    sentences = _store_sentences(session, revision, kinds, proposed.found["text"])
    earlier = read_earlier(session, revision, suggester.name)
    rows: list[tuple[Any, ...]] = []
    for part, text in revision.list_fields():
        for found in proposed.found[part]:
            quote = text[found.start : found.end]
            claim_id = keeper.keep(_read_statement(found), quote)
            key = (part, found.start, found.end, claim_id)
            if key in earlier.here:
                earlier.here.discard(key)
                done.known += 1
                continue
            decided = earlier.decided.get((claim_id, quote), ("suggested", None, None))
            sentence = _find_sentence(sentences, found.start) if part == "text" else None
            row = _make_row(session, keeper, part, text, found, decided)
            rows.append((*row, claim_id, revision.revision_id, sentence, run_id))
            done.typed += found.predicate is not None
        for named, other in (
            *list_short_names(text, proposed.found[part], proposed.language),
            *list_translations(proposed.found[part], proposed.language, keeper.read_place),
        ):
            keeper.know_as(named, other)
    first = allocate_ids(session, Mention, len(rows))
    insert_rows(session, Mention, _MENTION, [(first + n, *row) for n, row in enumerate(rows)])
    withdraw(session, earlier)
    made = _MENTION[1:].index("claim_id")
    mark_mentions(session, [(row[made], first + n) for n, row in enumerate(rows)])
    record(session, "article", revision.article_id, "suggest")
    done.articles += 1
    done.mentions += len(rows)
    done.dropped += proposed.dropped
    return run_id


def _start_run(session: Session, suggester: Suggester) -> int:
    at = session.info["at"]()
    return insert(session, SuggestionRun, tool=suggester.name, version=suggester.version, started_at=at)


def _make_row(
    session: Session,
    keeper: ClaimKeeper,
    part: str,
    text: str,
    found: Suggestion,
    decided: tuple[str, str | None, int | None],
) -> tuple[Any, ...]:
    """Return the columns of a mention from `field` to `speaker_id`, in the order of `_MENTION`."""
    state, decided_at, decided_by = decided
    speaker_id = keeper.find_entity(found.speaker) if found.speaker is not None else None
    return (
        part,
        found.start,
        found.end,
        text[found.start : found.end],
        text[max(0, found.start - CONTEXT) : found.start],
        text[found.end : found.end + CONTEXT],
        found.value_start,
        found.value_end,
        state,
        "headline" if part == "title" else found.voice,
        int(found.hedged),
        None if found.speaker is None else "value" if speaker_id is not None else "somevalue",
        round(found.score, 4),
        json.dumps(list(found.reasons), ensure_ascii=False),
        session.info["at"](),
        decided_at,
        decided_by,
        keeper.find_entity(found.subject) if found.predicate is None and found.subject else None,
        speaker_id,
    )


def _read_statement(found: Suggestion) -> Statement:
    return Statement(
        found.subject,
        found.predicate,
        found.value,
        found.qualifiers,
        found.snak,
        found.polarity,
        found.modality,
        found.as_of,
    )


def _store_sentences(
    session: Session, revision: ToRead, sentences: Sequence[Any], found: Sequence[Suggestion]
) -> list[tuple[int, int, int]]:
    """Return (start, end, id) of the revision's sentences; they are stored at the first reading.

    A sentence has claims if something was found in it; a statement in which nothing was is open.
    """
    there = session.execute(
        select(Sentence.start_cp, Sentence.end_cp, Sentence.id)
        .where(Sentence.revision_id == revision.revision_id)
        .order_by(Sentence.start_cp)
    ).all()
    if there:
        return [(row.start_cp, row.end_cp, row.id) for row in there]
    starts = sorted(one.start for one in found)
    first = allocate_ids(session, Sentence, len(sentences))
    insert_rows(
        session,
        Sentence,
        ("id", "number", "start_cp", "end_cp", "kind", "revision_id"),
        [
            (first + n, n + 1, one.start, one.end, _kind_of(one, starts), revision.revision_id)
            for n, one in enumerate(sentences)
        ],
    )
    return [(one.start, one.end, first + n) for n, one in enumerate(sentences)]


def _kind_of(sentence: Any, starts: Sequence[int]) -> str:
    place = bisect_left(starts, sentence.start)
    if place < len(starts) and starts[place] < sentence.end:
        return "claims"
    return "open" if sentence.kind == "statement" else str(sentence.kind)


def _find_sentence(sentences: Sequence[tuple[int, int, int]], start: int) -> int | None:
    """Return the id of the sentence that `start` lies in; the sentences are in order."""
    place = bisect_right(sentences, start, key=lambda one: one[0]) - 1
    return sentences[place][2] if place >= 0 and start < sentences[place][1] else None
