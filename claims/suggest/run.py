"""Proposing claims for articles in the ledger: read each newest text once, keep what it says.

A name that the ledger does not know becomes a proposed entity at once, so that articles share
questions before anyone accepts them. What a reviewer decided about a passage stands: the same claim
in the same words comes back as they left it.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims import __version__
from claims.store.keep import ClaimKeeper, Statement
from claims.store.queries.article import ToRead, list_to_read
from claims.store.queries.slot import mark_dirty
from claims.store.queries.vocabulary import read_entities, read_predicates
from claims.store.record import record
from claims.store.tables import Mention, Sentence, SuggestionRun
from claims.store.write import allocate_ids, insert, insert_rows
from claims.suggest.earlier import read_earlier, withdraw
from claims.suggest.suggestion import Suggestion
from claims.vocabulary import LANGUAGES, Vocabulary, get_seed_vocabulary

BATCH = 200
"""Revisions read into memory at once."""

CONTEXT = 32
"""Characters kept before and after a quote."""

TOOL = "rules"

_MENTION = (
    "id",
    "field",
    "start_cp",
    "end_cp",
    "quote",
    "prefix",
    "suffix",
    "value_start_cp",
    "value_end_cp",
    "state",
    "voice",
    "hedged",
    "speaker_snak",
    "score",
    "reasons",
    "created_at",
    "decided_at",
    "claim_id",
    "revision_id",
    "sentence_id",
    "subject_id",
    "speaker_id",
    "run_id",
    "decided_by_id",
)


@dataclass
class Suggested:
    """What a run did: texts read, mentions proposed, and those it knew from earlier decisions."""

    articles: int = 0
    mentions: int = 0
    typed: int = 0
    known: int = 0
    entities: int = 0


def suggest_for(
    session: Session,
    article_ids: Sequence[int] | None = None,
    *,
    min_score: float = 0.0,
    progress: Callable[[int], None] = lambda _: None,
) -> Suggested:
    """Propose claims for newest revisions that nobody read yet, or for those of `article_ids`.

    One event per article. `progress` is told the number of articles read.
    """
    vocabulary = _read_vocabulary(session)
    keeper = ClaimKeeper(session, vocabulary)
    done = Suggested()
    after, run_id = 0, None
    while batch := list_to_read(session, article_ids, after=after, limit=BATCH):
        for revision in batch:
            after = revision.revision_id
            if run_id is None:
                run_id = _start_run(session)
            _read_revision(session, revision, vocabulary, keeper, run_id, min_score, done)
            record(session, "article", revision.article_id, "suggest")
            done.articles += 1
            progress(done.articles)
    done.entities = keeper.proposed
    return done


def _read_vocabulary(session: Session) -> Vocabulary:
    """Return the ledger's own vocabulary; units are part of the program's reading of figures."""
    seeds = get_seed_vocabulary()
    predicates = {predicate.key: predicate for predicate in read_predicates(session).values()}
    return Vocabulary(predicates, seeds.units, read_entities(session), seeds.scales, seeds.orderings)


def _start_run(session: Session) -> int:
    return insert(session, SuggestionRun, tool=TOOL, version=__version__, started_at=session.info["at"]())


def _read_revision(
    session: Session,
    revision: ToRead,
    vocabulary: Vocabulary,
    keeper: ClaimKeeper,
    run_id: int,
    min_score: float,
    done: Suggested,
) -> None:
    """Store the sentences of one revision and the mentions in its title and text."""
    from claims.suggest import classify, suggest

    language = revision.language if revision.language in LANGUAGES else "de"
    found_in = {
        field: [
            found
            for found in suggest(text, language, revision.published, vocabulary=vocabulary)
            if found.score >= min_score
        ]
        for field, text in _list_fields(revision)
    }
    sentences = _store_sentences(session, revision, classify(revision.text, language), found_in["text"])
    earlier = read_earlier(session, revision)
    at = session.info["at"]()
    rows: list[tuple[Any, ...]] = []
    for field, text in _list_fields(revision):
        for found in found_in[field]:
            quote = text[found.start : found.end]
            claim_id = keeper.keep(_read_statement(found), quote)
            key = (field, found.start, found.end, claim_id)
            if key in earlier.here:
                earlier.here.discard(key)
                done.known += 1
                continue
            state, decided_at, decided_by = earlier.decided.get((claim_id, quote), ("suggested", None, None))
            speaker_id = keeper.find_entity(found.speaker) if found.speaker is not None else None
            rows.append(
                (
                    field,
                    found.start,
                    found.end,
                    quote,
                    text[max(0, found.start - CONTEXT) : found.start],
                    text[found.end : found.end + CONTEXT],
                    found.value_start,
                    found.value_end,
                    state,
                    "headline" if field == "title" else found.voice,
                    int(found.hedged),
                    None if found.speaker is None else "value" if speaker_id is not None else "somevalue",
                    round(found.score, 4),
                    json.dumps(found.reasons, ensure_ascii=False),
                    at,
                    decided_at,
                    claim_id,
                    revision.revision_id,
                    _find_sentence(sentences, found.start) if field == "text" else None,
                    keeper.find_entity(found.subject) if found.predicate is None and found.subject else None,
                    speaker_id,
                    run_id,
                    decided_by,
                )
            )
            done.mentions += 1
            done.typed += found.predicate is not None
    first = allocate_ids(session, Mention, len(rows))
    insert_rows(session, Mention, _MENTION, [(first + n, *row) for n, row in enumerate(rows)])
    withdraw(session, earlier)
    mark_dirty(session, keeper.take_touched())


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


def _list_fields(revision: ToRead) -> list[tuple[str, str]]:
    """Return what there is to read; a title that is the text's first line is read there."""
    if revision.title is None or revision.text.lstrip().startswith(revision.title):
        return [("text", revision.text)]
    return [("title", revision.title), ("text", revision.text)]


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
