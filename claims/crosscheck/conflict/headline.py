"""Titles that say otherwise than the text below them, in the flagged questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from claims.crosscheck.conflict.alternatives import Conflict, Member
from claims.crosscheck.conflict.split import Split, split
from claims.crosscheck.conflict.stand import Question
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.row import Row

_LOOSE = "figure"
"""What is read of a title by its figure alone may be of something else: a warning at most."""


@dataclass(slots=True)
class Headed:
    """What titles claim in one slot: by claim, what each text below such a title says."""

    below: dict[int, dict[int, set[int]]] = field(default_factory=dict)
    alone: set[int] = field(default_factory=set)


class Headlines:
    """The titles of the flagged questions, read beside their rows, in the order of slots."""

    def __init__(self, session: Session) -> None:
        rows = run(session, read_sql("headline_claims"))
        self._slots: Iterator[tuple[int, Any]] = groupby(rows, key=lambda row: row.slot_id)
        self._next = next(self._slots, None)

    def take(self, slot: int) -> Headed:
        """Return what titles claim in a slot; slots before it are passed over."""
        while self._next is not None and self._next[0] < slot:
            self._next = next(self._slots, None)
        headed = Headed()
        if self._next is not None and self._next[0] == slot:
            for row in self._next[1]:
                texts = headed.below.setdefault(row.title_claim, {})
                texts.setdefault(row.revision_id, set()).add(row.body_claim)
                if row.alone:
                    headed.alone.add(row.title_claim)
        return headed


def set_apart(
    rows: Sequence[Row], found: Split, headed: Headed, question: Question
) -> tuple[Split, Conflict | None]:
    """Return what is left of a slot's conflicts once titles are held against their own texts, and those titles.

    Nothing is left where only such titles stand against the rest; else all is left as it is.
    """
    if not headed.below:
        return found, None
    taking_part = {
        member.claim: member
        for conflict in (found.denials, found.values)
        if conflict is not None
        for member in conflict.members
    }
    pairs = _Pairs(rows, question)
    denied: dict[int, set[int]] = {}
    for title, texts in headed.below.items():
        for below in texts.values() if title in taking_part else ():
            against = {claim for claim in below if title not in below and pairs.exclude(title, claim)}
            if against:
                denied.setdefault(title, set()).update(against)
    if not denied:
        return found, None
    notes = dict.fromkeys(denied, "headline")
    for claim in set().union(*denied.values()) - denied.keys():
        notes[claim] = "body"
    members = tuple(taking_part.get(claim, Member(claim, None, ())) for claim in sorted(notes))
    off = denied.keys() & headed.alone
    loose = question.predicate.key == _LOOSE
    left = split([row for row in rows if row.claim not in off], question)
    return (
        Split(
            None if left.values is None else found.values,
            None if left.denials is None else found.denials,
        ),
        Conflict(members, firm=True, notes=notes, severity="warning" if loose else None),
    )


class _Pairs:
    """The claims of a slot, to be compared two by two, each with the set that it belongs to."""

    def __init__(self, rows: Sequence[Row], question: Question) -> None:
        self._question = question
        self._by_claim: dict[int, list[Row]] = {}
        self._by_set: dict[int, list[Row]] = {}
        for row in rows:
            self._by_claim.setdefault(row.claim, []).append(row)
            if row.member_of is not None:
                self._by_set.setdefault(row.member_of, []).append(row)

    def exclude(self, one: int, other: int) -> bool:
        """Tell whether two claims of the slot exclude each other; one that has no rows there does not."""
        own = [*self._by_claim.get(one, ()), *self._by_claim.get(other, ())]
        sets = {row.member_of for row in own if row.member_of is not None}
        together = dict.fromkeys([*own, *(row for number in sets for row in self._by_set[number])])
        found = split(together, self._question)
        return any(
            conflict is not None and {one, other} <= {member.claim for member in conflict.members}
            for conflict in (found.values, found.denials)
        )
