"""Making a large ledger: claims as a desk collects them, with contradictions whose number is known.

    python -m bench.generate claims.db --claims 100000

Few subjects are written about a lot and most hardly ever: subjects and predicates are drawn with
Zipf's distribution. Each question has one right answer, given as a day, a month or a year, as a figure
or a range; these agree with each other. One question in fifty is contested, and so are the two hottest:
three statements in ten give an answer that agrees with none of them. A statement that was made before becomes one more mention.
Rows go through the bare driver into tables without triggers and indexes.
"""

import argparse
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from bench.answer import ANSWERERS, ANSWERS, MAKERS
from bench.ledger import AT, filling, make_ledger, write_raw
from claims.store.opening import make_opening

PREDICATES = {
    "released": "date",
    "staff": "quantity",
    "founded": "date",
    "headquarters": "entity",
    "parameters": "quantity",
    "users": "quantity",
    "acquired_by": "entity",
}
"""Predicate → what it takes, the most frequent first; `staff` and `users` are states."""

MENTIONS_PER_ARTICLE = 40
CONTESTED = 0.02
DISSENT = 0.3

STEEPNESS = 1.05
"""Exponent of Zipf's distribution of subjects: at a million claims the hottest slot has over 10⁵ mentions."""

HOT = {(0, 0), (0, 1)}
"""Subject and predicate of questions that are contested whatever is drawn: the two hottest."""

_TEXT = "Generated text.\nNobody wrote it."
_DIGEST = hashlib.sha256(_TEXT.encode()).hexdigest()
_NO_SEPARATORS = hashlib.sha256(b"{}").hexdigest()
_FIRST_DAY = date(2025, 1, 1)
_DAYS = 60
"""Articles appear within the shortest validity: contradicting states always overlap in time."""

_AT_ONCE = 10_000

_VALUE = (
    *("value_type", "value_key", "value_text", "edtf", "date_lo", "date_hi", "day_lo", "day_hi"),
    *("amount", "amount_max", "number_lo", "number_hi", "comparator", "value_entity_id"),
)
COLUMNS = {
    "text": ("sha256", "body", "length"),
    "entity": ("id", "kind", "label", "state"),
    "alias": ("id", "entity_id", "language", "name", "kind", "opening"),
    "article": ("id", "identity", "external_id", "published", "language", "revisions"),
    "revision": ("id", "number", "title", "raw_sha256", "imported_at", "article_id", "text_sha256"),
    "slot": ("id", "qualifiers_hash", "subject_id", "predicate_id", "canonical_id"),
    "claim": ("id", "slot_id", "snak", "polarity", "modality", "as_of", *_VALUE),
    "mention": (
        *("id", "claim_id", "revision_id", "field", "start_cp", "end_cp", "quote", "prefix", "suffix"),
        *("state", "voice", "hedged", "score", "reasons", "created_at"),
    ),
}
"""Table → the columns that are written."""


@dataclass(slots=True)
class Question:
    """A slot with its right answer, the wrong one where it is contested, and which of them were given."""

    slot: int
    right: Any
    wrong: Any
    given: set[bool] = field(default_factory=set)
    mentions: int = 0


@dataclass
class Generated:
    """How much was written, and the slots that got answers that contradict each other.

    `hottest` counts the mentions of the slot that has most. `later` are further articles that were
    not written: table and row of each, in the order in which they go in.
    """

    claims: int = 0
    mentions: int = 0
    slots: int = 0
    articles: int = 0
    conflicts: list[int] = field(default_factory=list)
    hottest: int = 0
    later: list[list[tuple[str, tuple[Any, ...]]]] = field(default_factory=list)


class Rows:
    """Rows on their way into the tables, ten thousand at a time."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._waiting: dict[str, list[Sequence[Any]]] = {table: [] for table in COLUMNS}

    def add(self, table: str, *row: Any) -> None:
        waiting = self._waiting[table]
        waiting.append(row)
        if len(waiting) >= _AT_ONCE:
            write_raw(self._connection, table, COLUMNS[table], waiting)
            waiting.clear()

    def flush(self) -> None:
        for table, waiting in self._waiting.items():
            write_raw(self._connection, table, COLUMNS[table], waiting)
            waiting.clear()


class Held(Rows):
    """Rows that are kept for later and written nowhere."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, tuple[Any, ...]]] = []

    def add(self, table: str, *row: Any) -> None:
        self.kept.append((table, row))


def generate(path: str, claims: int, seed: int = 1, later: int = 0) -> Generated:
    """Create a ledger at `path` that holds `claims` claims with their slots, mentions and articles.

    As many articles as `later` says are drawn as all others are, and returned instead of written.
    """
    make_ledger(path)
    with filling(path) as connection:
        desk = Desk(connection, claims, random.Random(seed))
        desk.write(claims)
        desk.draw_later(later)
        done = desk.done
        del desk  # what it remembers takes more memory than the indexes that are made now
    return done


class Desk:
    """What was written so far, and the next statement of the next article."""

    def __init__(self, connection: Any, claims: int, rng: random.Random) -> None:
        subjects = max(10, claims // 4)
        self.done = Generated()
        self._rng = rng
        self._rows = Rows(connection)
        self._first = _add_entities(connection, self._rows, subjects)
        keys = dict(connection.execute("SELECT key, id FROM predicate").fetchall())
        self._makers = [(keys[key], MAKERS[kind], ANSWERERS[kind]) for key, kind in PREDICATES.items()]
        self._drawn = _draw(rng, subjects, len(self._makers))
        self._questions: dict[tuple[int, int], Question] = {}
        self._known: dict[tuple[int, str], int] = {}

    def write(self, claims: int) -> None:
        """Write articles until there are so many claims."""
        while self.done.claims < claims:
            self._add_statement(new_article=self.done.mentions % MENTIONS_PER_ARTICLE == 0)
        self._rows.flush()
        self.done.slots = len(self._questions)
        self.done.conflicts = [
            question.slot for question in self._questions.values() if len(question.given) == 2
        ]
        self.done.hottest = max(question.mentions for question in self._questions.values())

    def draw_later(self, articles: int) -> None:
        """Draw further articles."""
        for _ in range(articles):
            self._rows = held = Held()
            for place in range(MENTIONS_PER_ARTICLE):
                self._add_statement(new_article=place == 0)
            self.done.later.append(held.kept)

    def _add_statement(self, *, new_article: bool) -> None:
        rng, rows, done = self._rng, self._rows, self.done
        subject, drawn = next(self._drawn)
        predicate, make, answer = self._makers[drawn]
        question = self._questions.get((subject, predicate))
        if question is None:
            right, wrong = answer(rng, self._first)
            contested = rng.random() < CONTESTED or (subject, drawn) in HOT
            question = Question(len(self._questions) + 1, right, wrong if contested else None)
            self._questions[subject, predicate] = question
            about = self._first + ANSWERS + subject
            rows.add("slot", question.slot, _NO_SEPARATORS, about, predicate, question.slot)
        dissents = question.wrong is not None and rng.random() < DISSENT
        question.given.add(dissents)
        question.mentions += 1
        value = make(rng, question.wrong if dissents else question.right)
        claim = self._known.setdefault((question.slot, value[1]), done.claims + 1)
        if claim > done.claims:
            done.claims = claim
            rows.add("claim", claim, question.slot, "value", "asserted", "happened", "", *value)
        if new_article:
            done.articles += 1
            _add_article(rows, done.articles)
        done.mentions += 1
        place = (done.articles, "text", 0, 9, _TEXT[:9], "", _TEXT[9:])
        rows.add("mention", done.mentions, claim, *place, "suggested", "article", 0, 0.8, "[]", AT)


def _draw(rng: random.Random, subjects: int, predicates: int) -> Iterator[tuple[int, int]]:
    """Yield subject and predicate without end, the n-th of each as often as 1/n, of subjects a little steeper."""
    by_subject = list(accumulate((rank + 1) ** -STEEPNESS for rank in range(subjects)))
    by_predicate = list(accumulate(1 / (rank + 1) for rank in range(predicates)))
    while True:
        yield from zip(
            rng.choices(range(subjects), cum_weights=by_subject, k=_AT_ONCE),
            rng.choices(range(predicates), cum_weights=by_predicate, k=_AT_ONCE),
            strict=True,
        )


def _add_entities(connection: Any, rows: Rows, subjects: int) -> int:
    """Add the answers and then the subjects; return the first one's id."""
    first: int = connection.execute("SELECT max(id) + 1 FROM entity").fetchone()[0]
    first_alias = connection.execute("SELECT max(id) + 1 FROM alias").fetchone()[0]
    rows.add("text", _DIGEST, _TEXT, len(_TEXT))
    for number in range(ANSWERS + subjects):
        name = f"Entity {number}"
        rows.add("entity", first + number, "organisation", name, "accepted")
        rows.add("alias", first_alias + number, first + number, "mul", name, "name", make_opening(name))
    return first


def _add_article(rows: Rows, number: int) -> None:
    published = (_FIRST_DAY + timedelta(days=number * 7 % _DAYS)).isoformat()
    rows.add("article", number, f"id:{number}", str(number), published, "en", 1)
    rows.add("revision", number, 1, f"Article {number}", _DIGEST, AT, number, _DIGEST)


def generate_json(path: str, claims: int, seed: int = 1, later: int = 0) -> dict[str, Any]:
    """Do as `generate`, and return what it returns as JSON."""
    return asdict(generate(path, claims, seed, later))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    done = generate_json(**vars(parser.parse_args()))
    print(json.dumps(done | {"conflicts": len(done["conflicts"]), "later": len(done["later"])}))
