"""A conflict in words and in hashes: what an editor reads, and what makes it the same tomorrow."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.crosscheck.conflict.alternatives import Conflict
from claims.store.record import canonical

_VALUES_SHOWN = 4
_ALTERNATIVES_SHOWN = 5
_LENGTH_SHOWN = 60

_NO_CONTENT = "0" * 64


@dataclass(frozen=True, slots=True)
class Question:
    """A slot by its natural names."""

    subject: str
    kind: str
    predicate: str
    qualifiers: Mapping[str, str]


class Said(NamedTuple):
    """A claim by its natural key and in words."""

    key: tuple[str, ...]
    words: str

    def asked(self, question: Question, beside: Question) -> "Said":
        """Return it with the question that it answers, told in what differs from the one beside it."""
        scope = ", ".join(f"{key}: {value}" for key, value in sorted(question.qualifiers.items()))
        unsaid = sorted(beside.qualifiers.keys() - question.qualifiers.keys())
        natural = (question.subject.casefold(), question.predicate, scope)
        asked = [
            question.predicate
            if question.predicate != beside.predicate or question.qualifiers != beside.qualifiers
            else "",
            f"({scope})" if scope and question.qualifiers != beside.qualifiers else "",
            f"({', '.join(unsaid)} not stated)" if unsaid and question.predicate == beside.predicate else "",
            self.words,
        ]
        words = " ".join(part for part in asked if part)
        return Said(
            self.key + natural, words if question.subject == beside.subject else f"{question.subject} {words}"
        )


def make_fingerprint(rule: str, question: Question, ordinal: int = 0) -> str:
    """Return what makes a finding the same; `ordinal` tells apart questions about namesakes."""
    parts = [
        rule,
        question.subject.casefold(),
        question.kind,
        question.predicate,
        sorted([key, value] for key, value in question.qualifiers.items()),
    ]
    return hashlib.sha256(canonical([*parts, ordinal] if ordinal else parts)).hexdigest()


def make_content_hash(conflict: Conflict, said: Mapping[int, Said]) -> str:
    """Return the hash of the claims, their alternatives and what is noted of them: a waiver binds to it.

    The sum of the hashes of each, so that a further one is added without the others read again.
    """
    noted = conflict.notes
    told = ((member, [noted[member.claim]] if member.claim in noted else []) for member in conflict.members)
    return add_content(
        _NO_CONTENT, ((said[member.claim], member.alternative, *notes) for member, notes in told)
    )


def add_content(content_hash: str, more: Iterable[tuple[Said, int | None, *tuple[str, ...]]]) -> str:
    """Return the hash with further claims, each with its alternative and what is noted of it."""
    total = int(content_hash, 16)
    for said, *rest in more:
        total += int.from_bytes(hashlib.sha256(canonical([said.key, *rest])).digest(), "big")
    return f"{total % (1 << 256):064x}"


@dataclass(frozen=True, slots=True)
class Side:
    """An alternative in words: the first few of what claims say for it, and how many claims say something else."""

    shown: tuple[str, ...]
    more: int = 0

    def add(self, words: str) -> "Side | None":
        """Return it with a further claim, None where that takes the place of one that is shown."""
        if words in self.shown:
            return self
        if len(self.shown) < _VALUES_SHOWN:
            return Side(tuple(sorted((*self.shown, words))))
        return None if words < self.shown[-1] else Side(self.shown, self.more + 1)


def list_sides(conflict: Conflict, said: Mapping[int, Said]) -> tuple[Side, ...]:
    """Return the alternatives in words, in order."""
    sides: dict[int, list[str]] = {}
    for member in conflict.members:
        if member.alternative is not None:
            sides.setdefault(member.alternative, []).append(_write_member(conflict, said, member.claim))
    if len(sides) < 2:  # every claim speaks for itself: it stands in several sets, or takes no side
        sides = {
            place: [_write_member(conflict, said, member.claim)]
            for place, member in enumerate(conflict.members)
        }
    return tuple(_make_side(words) for _, words in sorted(sides.items()))


def _make_side(claims: Sequence[str]) -> Side:
    shown = tuple(sorted(set(claims))[:_VALUES_SHOWN])
    return Side(shown, len(claims) - sum(map(claims.count, shown)))


def make_message(question: Question, conflict: Conflict, sides: Sequence[Side]) -> str:
    """Return the conflict as one plain sentence: which answers stand against each other."""
    opposed = any(member.fits for member in conflict.members)
    return write_message(question, sides, opposed=opposed, remark=conflict.remark)


def write_message(question: Question, sides: Sequence[Side], *, opposed: bool, remark: str = "") -> str:
    """Return which sides stand against each other as one plain sentence, or which stand side by side."""
    shown = [_write_side(side) for side in sides]
    more = len(shown) - _ALTERNATIVES_SHOWN
    if more > 0:
        shown = [*shown[:_ALTERNATIVES_SHOWN], f"{more} more"]
    scope = ", ".join(f"{key}: {value}" for key, value in sorted(question.qualifiers.items()))
    what = tidy(f"{question.predicate}{f' ({scope})' if scope else ''}")
    told = (" against " if opposed else "; ").join(shown)
    return f"{tidy(question.subject)} · {what}: {told}{f': {remark}' if remark else ''}"


def _write_member(conflict: Conflict, said: Mapping[int, Said], claim: int) -> str:
    words = said[claim].words
    return f"{words} ({conflict.notes[claim]})" if claim in conflict.notes else words


def _write_side(side: Side) -> str:
    return ", ".join(side.shown) + (f" and {side.more} more" if side.more else "")


def tidy(words: str) -> str:
    """Return words on one line, cut where they are long."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _LENGTH_SHOWN else plain[: _LENGTH_SHOWN - 1] + "…"
