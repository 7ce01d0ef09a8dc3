"""Sentences of a later revision that say another fact than the one in whose stead they stand, typed or not."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from claims.crosscheck.copies.pairs import AlikeFound, AlikeLook, shorten
from claims.crosscheck.copies.same import read_asked
from claims.crosscheck.copies.words import may_grow
from claims.crosscheck.copies.worth import suggest_untyped
from claims.crosscheck.query import read_sql, run
from claims.quotation import quote

Covers = Callable[[int, int, str], bool]
"""Tells of an article, the number of a revision and a sentence of it whether a correction is on record."""


Exclude = Callable[[int, int], bool]
"""Tells of two claims of one question whether they are compared and cannot both hold."""


@dataclass(frozen=True, slots=True)
class _Exchanged:
    """An old sentence, the new one in its stead, and in what fact they differ."""

    row: Any
    kind: str
    before: str
    after: str

    @property
    def told(self) -> str:
        return f"{self.kind} {self.before} against {self.after}"


def find_exchanged(look: AlikeLook, covers: Covers, exclude: Exclude) -> Iterator[AlikeFound]:
    """Yield the sentences that changed one fact between two revisions of an article.

    Where typed claims of one question exclude each other there, the rules that compare values tell.
    """
    rows = run(look.session, read_sql("revised_pairs"), look.options["alike"]).all()
    pairs = [one for one in _read(rows) if not covers(one.row.article_id, one.row.number, one.row.old_quote)]
    if not pairs:
        return
    _suggest(look, pairs)
    sentences = {number for one in pairs for number in (one.row.old_sentence, one.row.new_sentence)}
    made: dict[int, dict[int, int | None]] = {}
    for row in run(look.session, read_sql("sentence_claims"), json.dumps(sorted(sentences))):
        made.setdefault(row.sentence_id, {})[row.claim_id] = row.slot_id
    asked = read_asked(look.session, {slot for of in made.values() for slot in of.values() if slot})
    for one in pairs:
        ours, theirs = made.get(one.row.old_sentence, {}), made.get(one.row.new_sentence, {})
        typed = [
            (claim, other)
            for claim, slot in ours.items()
            for other, its in theirs.items()
            if claim not in theirs and other not in ours and slot and its and asked[slot].may_be(asked[its])
        ]
        if any(exclude(*pair) for pair in typed) or (typed and may_grow(one.row.old_quote)):
            continue
        sides = tuple(sorted(ours.keys() - theirs.keys())), tuple(sorted(theirs.keys() - ours.keys()))
        if all(sides):
            quotes = [
                quote(shorten(text), one.row.language or "de")
                for text in (one.row.old_quote, one.row.new_quote)
            ]
            message = f"{one.told}: {quotes[0]} until revision {one.row.number} · {quotes[1]}: changed, and no correction is on record"
            yield AlikeFound((str(one.row.article_id), *quotes), sides, message)


def _read(rows: Sequence[Any]) -> Iterator[_Exchanged]:
    """Yield each new sentence with the last old one that it may stand for, where one fact differs."""
    for _, of_article in groupby(rows, key=attrgetter("article_id")):
        last: dict[int, Any] = {}
        for row in of_article:
            known = last.get(row.new_sentence)
            if known is None or (row.number, row.score) >= (known.number, known.score):
                last[row.new_sentence] = row
        for row in last.values():
            unlike = json.loads(row.unlike)
            if len(unlike) == 1 and unlike[0][0] != "subject":
                kind, first, other = unlike[0]
                before, after = (other, first) if row.turned else (first, other)
                yield _Exchanged(row, kind, before, after)


def _suggest(look: AlikeLook, pairs: Sequence[_Exchanged]) -> None:
    """Let each sentence that is no claim yet be one to check."""
    worth: dict[int, tuple[str, float]] = {}
    for one in pairs:
        reason = f"another text of this article says nearly the same with another fact: {one.told}"
        for sentence in (one.row.old_sentence, one.row.new_sentence):
            worth.setdefault(sentence, (reason, one.row.score))
    suggest_untyped(look.session, worth, places="unclaimed_sentences")
