"""From the text of an article to suggested claims: the steps in their order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.suggest.entities.name_tables import VocabularyKey, get_vocabulary_names, make_key
from claims.suggest.entities.naming import find_mentions
from claims.suggest.finishing import finish
from claims.suggest.frames.ages import propose_ages, resolve_aged
from claims.suggest.frames.cancelled import propose_cancelled
from claims.suggest.frames.changed import propose_changed
from claims.suggest.frames.classes import propose_classes
from claims.suggest.frames.counted_parts import propose_counted_parts
from claims.suggest.frames.dated import propose_dated
from claims.suggest.frames.gathered import propose_gathered
from claims.suggest.frames.goals import propose_goals
from claims.suggest.frames.items import find_whole, propose_items
from claims.suggest.frames.measured import propose_measured
from claims.suggest.frames.offices import propose_offices
from claims.suggest.frames.overfull import propose_overfull
from claims.suggest.frames.partitions import propose_partitions
from claims.suggest.frames.related import get_pattern_table, propose_related
from claims.suggest.frames.reported import propose_reported
from claims.suggest.frames.required import propose_required
from claims.suggest.frames.restated import propose_restated
from claims.suggest.frames.roles_before import propose_roles_before
from claims.suggest.frames.sold import propose_sold
from claims.suggest.frames.unattached import propose_unattached
from claims.suggest.frames.unknown_again import name_unknown
from claims.suggest.frames.unknown_names import find_unknown_names
from claims.suggest.frames.voted import carry_election, propose_voted
from claims.suggest.sentence.anaphora import Memory, resolve
from claims.suggest.sentence.answered import remember_subjects
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading, Source
from claims.suggest.sentence.speech import Speech, find_speech
from claims.suggest.sentence.triggers import Hit, find_triggers, get_trigger_table
from claims.suggest.suggestion import Sentence, Suggestion
from claims.suggest.words.kinds import classify_spans
from claims.suggest.words.language import Language, get_language
from claims.suggest.words.splitting import sentences
from claims.suggest.words.tokens import tokenize
from claims.values import find
from claims.values.day import Day
from claims.values.value import Date, EntityValue, Quantity
from claims.vocabulary import KnownEntity, Vocabulary, get_seed_vocabulary

_MOST_ITEMS = 300
"""A "sentence" of more words than this is a table or a machine's output, and is not read."""


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """What was seen in one sentence and what came out."""

    sentence: Sentence
    reading: Reading
    hits: Sequence[Hit]
    acts: Sequence[Speech]
    drafts: Sequence[Draft]
    suggestions: Sequence[Suggestion]


def suggest(
    text: str,
    language: str,
    published: date | str | None = None,
    entities: Iterable[KnownEntity] = (),
    vocabulary: Vocabulary | None = None,
) -> list[Suggestion]:
    """Propose the claims that `text` makes, in text order.

    Args:
        text: The text of a revision; offsets are code points of it.
        language: "de" or "en".
        published: The day of publication, from which "gestern" is counted.
        entities: Names known beyond the vocabulary's own.
        vocabulary: Predicates, units and names; the one that ships with the program if None.
    """
    found = [
        s for read in read_text(text, language, published, entities, vocabulary) for s in read.suggestions
    ]
    return _leave_out_denied(found)


def _leave_out_denied(found: Sequence[Suggestion]) -> list[Suggestion]:
    """Return what a text says without what it only tells in order to deny it ("bloggers wrote …; it was not …").

    What a title says stays: the text below it may contradict it.
    """
    denied = {_name_answer(one): one.start for one in found if one.polarity == "negated" and one.value}
    return [
        one
        for one in found
        if one.polarity == "negated"
        or one.voice == "headline"
        or one.start >= denied.get(_name_answer(one), 0)
    ]


def _name_answer(one: Suggestion) -> tuple[object, ...]:
    subject = one.subject.label if one.subject is not None else None
    value = one.value.label if isinstance(one.value, EntityValue) else one.value
    told = replace(value, text="") if isinstance(value, Date | Quantity) else value
    return one.predicate, subject, tuple(sorted(one.qualifiers.items())), told


def read_text(
    text: str,
    language: str,
    published: date | str | None = None,
    entities: Iterable[KnownEntity] = (),
    vocabulary: Vocabulary | None = None,
) -> Iterator[SentenceRead]:
    """Read a text sentence by sentence; arguments as for `suggest`."""
    vocabulary = vocabulary or get_seed_vocabulary()
    words = get_language(language)
    key = make_key(vocabulary, entities)
    tokens = tokenize(text)
    names = get_vocabulary_names(key, words)
    mentions = find_mentions(text, tokens, names, words)
    source = Source(text, words, tokens, mentions, find(text, words.code, published), names.adjectives)
    memory = Memory()
    day, position = _read_day(published), 0
    for sentence in classify_spans(text, sentences(text, language), words):
        memory.paragraph += text.count("\n", position, sentence.start) > 0
        position = sentence.start
        reading, hits = _cut(sentence, source, key, words)
        yield _read_sentence(sentence, reading, hits, memory, key, words, day)
        if sentence.kind != "boilerplate":
            memory.remember(reading, is_heading=sentence.kind == "heading")


def _cut(
    sentence: Sentence, source: Source, key: VocabularyKey, words: Language
) -> tuple[Reading, list[Hit]]:
    """Cut a sentence into items and find its triggers; a name that only its place gives away is one item from here on."""
    reading, hits = source.read(sentence.start, sentence.end), []
    if _is_readable(sentence, reading):
        table = get_trigger_table(key, words)
        hits = find_triggers(reading, table)
        unknown = find_unknown_names(reading, hits, key.vocabulary.units)
        if unknown:
            name_unknown(source, reading, unknown)
            reading = source.read(sentence.start, sentence.end)
            hits = find_triggers(reading, table)
    reading.kind = sentence.kind
    return reading, hits


def _is_readable(sentence: Sentence, reading: Reading) -> bool:
    return sentence.kind not in {"boilerplate", "question", "open"} and len(reading.items) <= _MOST_ITEMS


def _read_day(published: date | str | None) -> Day | None:
    if published is None:
        return None
    if isinstance(published, str):
        published = date.fromisoformat(published[:10])
    return Day(published.year, published.month, published.day)


def _read_sentence(
    sentence: Sentence,
    reading: Reading,
    hits: Sequence[Hit],
    memory: Memory,
    key: VocabularyKey,
    words: Language,
    day: Day | None,
) -> SentenceRead:
    if not _is_readable(sentence, reading):
        return SentenceRead(sentence, reading, (), (), (), ())
    resolve(reading, memory)
    resolve_aged(reading, memory)
    hits = [hit for hit in hits if reading.items[hit.first].mention is None]
    acts = find_speech(reading) if sentence.kind != "heading" else []
    drafts = list(_propose(reading, hits, acts, memory, key, words))
    memory.whole = find_whole(reading, drafts, key.vocabulary.predicates)
    if sentence.kind == "opinion":
        drafts = [draft for draft in drafts if _stands_clear_of_opinion(reading, draft)]
    plain = get_vocabulary_names(key, words).plain
    suggestions = finish(reading, drafts, acts, key.vocabulary, day, plain)
    remember_subjects(memory, drafts)
    return SentenceRead(sentence, reading, hits, acts, drafts, suggestions)


def _propose(
    reading: Reading,
    hits: Sequence[Hit],
    acts: Sequence[Speech],
    memory: Memory,
    key: VocabularyKey,
    words: Language,
) -> Iterator[Draft]:
    vocabulary = key.vocabulary
    drafts = [
        *propose_dated(reading, hits, memory),
        *propose_measured(reading, hits, memory, vocabulary.units),
        *propose_classes(reading, hits, memory, vocabulary, vocabulary.units),
        *propose_related(reading, get_pattern_table(key, words), dict(vocabulary.predicates)),
        *propose_offices(reading, get_vocabulary_names(key, words), memory),
        *propose_reported(reading, list(acts)),
    ]
    if "change" in vocabulary.predicates:
        drafts += propose_changed(reading, hits, vocabulary.units, memory)
    if "vote_share" in vocabulary.predicates:
        drafts += propose_voted(reading, memory, vocabulary.units)
        carry_election(reading, drafts, memory)
    drafts += propose_sold(reading, hits, memory)
    if "participants" in vocabulary.predicates:
        drafts += propose_gathered(reading, memory)
    drafts += [d for d in propose_roles_before(reading, memory) if d.predicate in vocabulary.predicates]
    if "age" in vocabulary.predicates:
        drafts += propose_ages(reading, memory)
    if "requires" in vocabulary.predicates:
        drafts += propose_required(reading)
    if "target_date" in vocabulary.predicates:
        drafts += propose_goals(reading, vocabulary.predicates["target_date"], memory)
    drafts += propose_cancelled(reading, memory, vocabulary.predicates)
    drafts += propose_items(reading, memory.whole)
    drafts += propose_counted_parts(reading, drafts, memory, tuple(vocabulary.predicates.values()))
    if "share" in vocabulary.predicates:
        drafts = propose_partitions(reading, drafts, memory, vocabulary.units)
        drafts = propose_restated(reading, drafts, memory, vocabulary.units)
    if "figure" in vocabulary.predicates:
        drafts += propose_overfull(reading, drafts, memory)
    yield from drafts
    if reading.kind == "statement":
        yield from propose_unattached(reading, drafts, acts, vocabulary.units)


def _stands_clear_of_opinion(reading: Reading, draft: Draft) -> bool:
    """Tell whether a claim in an opinion sentence stands in a clause of its own, without the opinion."""
    segments = {reading.items[place].segment for place in draft.covers}
    words = [item.low for item in reading.items if item.segment in segments and item.is_word]
    phrase = f" {' '.join(words)} "
    language = reading.language
    marked = any(f" {marker} " in phrase for marker in language.opinion)
    return bool(draft.covers) and not marked and not set(words) & language.first_person
