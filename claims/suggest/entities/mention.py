"""One place where a text names something, and what it names."""

from dataclasses import dataclass
from typing import Literal

from claims.values.value import EntityValue

Origin = Literal["known", "pattern", "short", "described", "pronoun", "place"]
"""How a name was read: in the vocabulary, by its form, as a short form, "the company", "she", by its
place in a sentence."""

BY_PLACE = "name not known yet: found by its place in the sentence"
"""Why a claim is trusted less whose subject or value nobody has listed."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `text[start:end]`, genitive ending and compound included.

    `first` and `last` are its token numbers (`last` exclusive). `head` is the last part of a
    compound ("Serie" of "Qwen 3-Serie"). `modifies` is set where the name only describes another
    noun ("US-Regierung") and `owns` where it stands in the genitive ("Alibabas").
    """

    start: int
    end: int
    entity: EntityValue
    first: int
    last: int
    origin: Origin = "known"
    owns: bool = False
    modifies: bool = False
    head: str | None = None
    part_of: EntityValue | None = None

    @property
    def kind(self) -> str:
        """The kind of entity named; "topic" where nothing tells."""
        return self.entity.kind or "topic"
