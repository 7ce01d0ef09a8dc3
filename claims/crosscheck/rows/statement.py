"""One claim in the form in which claims are compared, wherever it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from claims.values.value import EntityValue, Value
from claims.vocabulary import Predicate, get_seed_vocabulary

Interval = tuple[int | None, int | None]
"""Day numbers, the second exclusive; None where that end is open."""

Snak = Literal["value", "somevalue", "novalue", "untyped"]
Polarity = Literal["asserted", "negated"]
Modality = Literal["happened", "estimated", "alleged", "planned"]


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of whom, and for what time.

    `subject` is a canonical id or a label; equal subjects are the same. `qualifiers` are the
    separators of the slot. `named_with` are the further values of the same sentence, where the
    predicate takes a set. `as_of` is when a state is said to hold (for "has not been released" the
    day on which it is said), None where nobody knows. `within` gives the ids (or folded labels) of
    the wholes that an entity belongs to; merged entities are expected under one id.
    """

    subject: str
    predicate: Predicate
    value: Value | None
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    snak: Snak = "value"
    polarity: Polarity = "asserted"
    modality: Modality = "happened"
    as_of: Interval | None = None
    named_with: tuple[EntityValue, ...] = ()
    within: Mapping[str, frozenset[str]] = field(default_factory=dict)


def make_statement(
    subject: str,
    predicate: str,
    value: Value | None,
    *,
    qualifiers: Mapping[str, str] | None = None,
    snak: Snak | None = None,
    polarity: Polarity = "asserted",
    modality: Modality = "happened",
    as_of: Interval | None = None,
) -> Statement:
    """Return a statement with a predicate of the shipped vocabulary; without a value it denies any.

    Raises:
        KeyError: The vocabulary has no such predicate.
    """
    return Statement(
        subject=subject,
        predicate=get_seed_vocabulary().predicates[predicate],
        value=value,
        qualifiers=dict(qualifiers or {}),
        snak=snak or ("novalue" if value is None else "value"),
        polarity=polarity,
        modality=modality,
        as_of=as_of,
    )
