"""What the last sentence told that the next may go on with: a sum, a count, shares and of what they are."""

from dataclasses import dataclass

from claims.suggest.entities.mention import Mention
from claims.values.value import Quantity


@dataclass(frozen=True, slots=True)
class Whole:
    """A sum that the sentence before told: of what, whose, for when."""

    predicate: str
    subject: Mention
    separators: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What the last sentence counted, and of what."""

    sentence: int
    predicate: str
    subject: Mention


@dataclass(frozen=True, slots=True)
class Total:
    """The largest count or sum of the last sentence: what it counts, its clause and its own place in the text."""

    sentence: int
    value: Quantity
    noun: str
    span: tuple[int, int]
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Restated:
    """The share that the last sentence gave, in which form, of what, as separators, and what those have in common."""

    sentence: int
    form: str
    separators: tuple[tuple[str, str], ...]
    label: str


@dataclass(frozen=True, slots=True)
class Divided:
    """What the shares of the last sentence were of, and in which poll, as separators; `sides` are those told."""

    sentence: int
    separators: tuple[tuple[str, str], ...]
    sides: frozenset[str] = frozenset()
