"""What the reader of a text hands to the desk: proposed claims, and what kind of sentence each is."""

from dataclasses import dataclass, field
from typing import Literal

from claims.values.value import EntityValue, Value

Snak = Literal["value", "somevalue", "novalue", "untyped"]
Polarity = Literal["asserted", "negated"]
Modality = Literal["happened", "estimated", "alleged", "planned"]
Voice = Literal["article", "quote", "indirect", "headline", "caption"]
SentenceKind = Literal["statement", "question", "opinion", "boilerplate", "heading", "open"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A claim proposed for `text[start:end]`, the clause that makes it (code points).

    `predicate` and `value` are None where the sentence is worth checking but not typed. `score` is
    between 0 and 1, `reasons` say in plain words why the claim was proposed. A label is the name in
    the nominative; the id of a known entity is its key in the vocabulary.
    """

    start: int
    end: int
    subject: EntityValue | None
    predicate: str | None
    value: Value | None
    qualifiers: dict[str, str] = field(default_factory=dict)
    speaker: EntityValue | None = None
    snak: Snak = "value"
    polarity: Polarity = "asserted"
    modality: Modality = "happened"
    voice: Voice = "article"
    hedged: bool = False
    as_of: str | None = None
    score: float = 0.5
    reasons: tuple[str, ...] = ()
    value_start: int | None = None
    value_end: int | None = None
    subject_start: int | None = None
    subject_end: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `text[start:end]` and what it is: statement, question, opinion, heading and so on."""

    start: int
    end: int
    kind: SentenceKind
