"""Keeping track of which sentences are written alike, as new ones come in.

Each wording is compared once, when it is first met, with those in its blocks. Texts never change, so
neither does which are alike; in what they are unlike is told again where a name comes to mean something else.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from math import log
from typing import Any

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract
from sqlalchemy.orm import Session

from claims.crosscheck.copies.blocks import hash_word, list_keys
from claims.crosscheck.copies.names import KnownNames
from claims.crosscheck.copies.telling import KEEP_SENTENCE, list_name_words, read_texts, tell, tell_again
from claims.crosscheck.copies.words import read_words
from claims.crosscheck.query import read_sql
from claims.store.tables import Wording, WordingKey, WordingName, WordingPair, WordingPlace
from claims.store.write import allocate_ids, insert_rows

ALIKE = 0.4
"""From which share of common words on two wordings are alike."""

CLOSE = 0.6
"""From which share of common words on it is looked for what two wordings are unlike in; below it, the
words that they share must be rare ones as well."""

NO_CHANCE = {ALIKE: 1.6, CLOSE: 0.5}
"""How rare shared words must be, the rarer the fewer they are: 2 for two that stand in one wording each."""

MOST = 10
"""How many of the wordings that were there before a new one is paired with, the most alike: what is like
more of them follows a formula, as weather and stock reports do."""

FEWEST = 2
"""Words that a sentence must have; shorter ones are alike by chance."""

_FULL = [0]
"""What a full block holds in the place of wordings."""

_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence to be placed."""

    sentence_id: int
    language: str
    text: str


@dataclass(slots=True)
class Counted:
    """What indexing did: sentences looked at, wordings new, comparisons made, pairs found."""

    sentences: int = 0
    wordings: int = 0
    compared: int = 0
    pairs: int = 0


def index_new_sentences(session: Session) -> Counted:
    """Place all sentences that came since the last call, and keep which wordings are alike."""
    done = Counted()
    names = KnownNames(session)
    tell_again(session, names)
    while told := _read_new(session):
        place_sentences(session, told, names, done)
    return done


def _read_new(session: Session) -> list[Told]:
    connection = session.connection()
    last = connection.exec_driver_sql("SELECT coalesce(max(sentence_id), 0) FROM wording_place").scalar()
    rows = connection.exec_driver_sql(read_sql("new_sentences"), (last, KEEP_SENTENCE, _AT_ONCE))
    return [Told(row.id, row.language or "de", row.sentence) for row in rows]


def place_sentences(session: Session, told: Sequence[Told], names: KnownNames, done: Counted) -> None:
    """Place sentences, in the order of their ids, none of which was placed before."""
    new = _keep_wordings(session, told)
    done.sentences += len(told)
    done.wordings += len(new)
    if new:
        _count_words(session, new)
        candidates = _enter_blocks(session, new)
        _keep_pairs(session, new, candidates, names, done)


@dataclass(frozen=True, slots=True)
class _New:
    """A wording met for the first time; `seen` tells in how many each of its words stands up to this one."""

    number: int
    told: Told
    words: list[str]
    seen: dict[int, int]


def _keep_wordings(session: Session, told: Sequence[Told]) -> list[_New]:
    """Write the places, and the wordings that are new; return the latter."""
    read = [(one, read_words(one.text)) for one in told]
    digests = [_digest(one.text) if len(words) >= FEWEST else None for one, words in read]
    rows = _read_listed(session, "SELECT digest, id FROM wording WHERE digest IN", filter(None, digests))
    known: dict[int, int] = {row[0]: row[1] for row in rows}
    fresh = {digest for digest in digests if digest is not None and digest not in known}
    first = allocate_ids(session, Wording, len(fresh)) if fresh else 0
    new: list[_New] = []
    places: list[tuple[int, int | None]] = []
    kept: list[tuple[Any, ...]] = []
    for (one, words), digest in zip(read, digests, strict=True):
        if digest is not None and digest not in known:
            number = known[digest] = first + len(new)
            new.append(_New(number, one, words, dict.fromkeys(map(hash_word, words), 0)))
            kept.append((number, digest, " ".join(words)))
        places.append((one.sentence_id, None if digest is None else known[digest]))
    insert_rows(session, Wording, ("id", "digest", "words"), kept)
    insert_rows(session, WordingPlace, ("sentence_id", "wording_id"), places)
    return new


def _digest(text: str) -> int:
    plain = " ".join(text.split())
    return int.from_bytes(blake2b(plain.encode(), digest_size=8).digest(), "big") >> 1


def _count_words(session: Session, new: Sequence[_New]) -> None:
    """Count the new wordings in, one after the other, so that it is the same how many come in at once."""
    counts = dict.fromkeys((word for one in new for word in one.seen), 0)
    for word, wordings in _read_listed(
        session, "SELECT word, wordings FROM wording_word WHERE word IN", counts
    ):
        counts[word] = wordings
    for one in new:
        for word in one.seen:
            counts[word] = one.seen[word] = counts[word] + 1
    session.connection().exec_driver_sql(
        "INSERT INTO wording_word (word, wordings) VALUES (?, ?)"
        " ON CONFLICT (word) DO UPDATE SET wordings = excluded.wordings",
        sorted(counts.items()),
    )


def _enter_blocks(session: Session, new: Sequence[_New]) -> list[set[int]]:
    """Put each new wording into its blocks, and return those that it met there.

    A block that is full gives up all that it holds, and takes nobody any more.
    """
    keys = [list_keys(one.seen) for one in new]
    blocks: dict[int, list[int]] = {}
    wanted = {key for of_one in keys for key in of_one}
    for key, wording in _read_listed(session, "SELECT key, wording_id FROM wording_key WHERE key IN", wanted):
        blocks.setdefault(key, []).append(wording)
    met: list[set[int]] = []
    entered: dict[int, list[int]] = {}
    full: list[tuple[int]] = []
    for one, of_one in zip(new, keys, strict=True):
        together: set[int] = set()
        for key, most in of_one.items():
            block = blocks.setdefault(key, [])
            if block == _FULL:
                continue
            together.update(block)
            block.append(one.number)
            entered.setdefault(key, []).append(one.number)
            if len(block) == most:
                blocks[key] = entered[key] = _FULL
                full.append((key,))
        met.append(together)
    if full:
        session.connection().exec_driver_sql("DELETE FROM wording_key WHERE key = ?", full)
    rows = sorted((key, number) for key, numbers in entered.items() for number in numbers)
    insert_rows(session, WordingKey, ("key", "wording_id"), rows)
    return met


def _keep_pairs(
    session: Session,
    new: Sequence[_New],
    candidates: Sequence[set[int]],
    names: KnownNames,
    done: Counted,
) -> None:
    """Compare each new wording with those it met, and keep the pairs that are alike."""
    words = {one.number: one.words for one in new}
    older = {number for met in candidates for number in met if number not in words}
    for number, listed in _read_listed(session, "SELECT id, words FROM wording WHERE id IN", older):
        words[number] = listed.split(" ")
    alike: list[tuple[int, _New, float]] = []
    for one, met in zip(new, candidates, strict=True):
        done.compared += len(met)
        choices = {number: words[number] for number in sorted(met)}
        found = extract(
            one.words, choices, scorer=Indel.normalized_similarity, score_cutoff=ALIKE, limit=None
        )
        paired = (
            (number, one, score)
            for listed, score, number in found
            if score >= CLOSE or _weigh(one, listed) >= _get_least_weight(score)
        )
        alike += islice(paired, MOST)
    done.pairs += len(alike)
    _tell_apart(session, alike, new, names)


def _weigh(one: _New, words: Iterable[str]) -> float:
    """Return how rare the words are that a wording shares with another: 1 for one that stands nowhere else.

    Each weighs by how many times rarer it is than a word of every sentence, on a logarithmic scale.
    """
    shared = one.seen.keys() & {hash_word(word) for word in words}
    return sum(log((one.number + 1) / one.seen[word]) for word in shared) / log(one.number + 1)


def _get_least_weight(score: float) -> float:
    """Return how much the shared words must weigh where they make up so much of both wordings."""
    fewest, most = NO_CHANCE[ALIKE], NO_CHANCE[CLOSE]
    return fewest - (fewest - most) * (score - ALIKE) / (CLOSE - ALIKE)


def _tell_apart(
    session: Session, alike: Sequence[tuple[int, _New, float]], new: Iterable[_New], names: KnownNames
) -> None:
    """Keep the pairs with what they are unlike in; only those closely alike are read for it."""
    texts = {one.number: one.told.text for one in new}
    close = [number for number, _, score in alike if score >= CLOSE]
    older = read_texts(session, (number for number in close if number not in texts))
    texts |= {number: row.sentence for number, row in older.items()}
    pairs: list[tuple[Any, ...]] = []
    words: list[tuple[int, int, int]] = []
    for number, one, score in alike:
        told = ("[]", 0)
        if score >= CLOSE:
            told = tell(texts[number], one.told.text, one.told.language, names)
            begin = list_name_words(texts[number], one.told.text)
            words += [(word, number, one.number) for word in begin]
        pairs.append((number, one.number, round(score, 4), *told))
    insert_rows(session, WordingPair, ("wording_id", "other_id", "score", "unlike", "apart"), pairs)
    insert_rows(session, WordingName, ("word", "wording_id", "other_id"), sorted(words))


def _read_listed(session: Session, query: str, numbers: Iterable[int]) -> Iterable[Any]:
    """Return the rows of a query that ends in IN, for these numbers."""
    listed = json.dumps(list(numbers))
    if listed == "[]":
        return []
    # SQLite reads the list itself: as many parameters as numbers would be over its limit.
    return session.connection().exec_driver_sql(f"{query} (SELECT value FROM json_each(?))", (listed,))  # noqa: S608 - our own text
