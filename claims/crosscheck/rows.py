"""From a statement to the rows that the check works on; the only place where they are made.

The engine, the comparison of two claims and the lint of a draft all pass through here, so that they
cannot disagree.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from claims.crosscheck.facets import ENTITY, VALUE, Facet, hash_text, list_facets
from claims.crosscheck.statement import Interval
from claims.values.value import EntityValue, StringValue, Value
from claims.vocabulary import Predicate


class Row(NamedTuple):
    """A row of `check_row`, without its id; the columns are explained there."""

    key: int
    lo: float | None
    hi: float | None
    entity: int | None
    dimension: str | None
    claim: int
    kind: str
    as_of_lo: int | None
    as_of_hi: int | None
    member_of: int | None
    unscoped: int


class Answer(NamedTuple):
    """What a claim says, whatever the time: its kind and modality class, its facets, its entity."""

    kind: str
    planned: int
    facets: tuple[Facet, ...]
    entity: int | None = None


Moment = tuple[Interval, int | None]
"""As-of, and the sentence whose values form one set (None: this value alone)."""

KEYS_PER_SLOT = 8
"""Keys per slot: facet × 2 + modality class."""


def make_key(slot: int, facet: int, planned: int) -> int:
    """Return `check_row.key`."""
    return slot * KEYS_PER_SLOT + facet * 2 + planned


def read_answer(
    predicate: Predicate,
    value: Value | None,
    *,
    snak: str,
    polarity: str,
    modality: str,
    number_of: Callable[[EntityValue], int],
) -> Answer | None:
    """Return what of a claim can be compared, None if nothing.

    Nothing can be where the predicate is never compared, the value is unnamed, untyped or
    unresolved, or where a denial is itself denied. `number_of` gives an entity's number after merges.
    """
    planned = int(modality == "planned" and not predicate.plans_compare)
    if not predicate.compared:
        return None
    if snak == "novalue" and polarity == "asserted":
        facet = ENTITY if predicate.value_type in {"entity", "string"} else VALUE
        return Answer("novalue", planned, (Facet(facet, None, None),))
    if snak != "value" or value is None:
        return None
    kind = "negated" if polarity == "negated" else "listed" if predicate.cardinality == "multi" else "asserted"
    if isinstance(value, EntityValue):
        return Answer(kind, planned, (Facet(ENTITY, None, None),), number_of(value))
    if isinstance(value, StringValue):
        # Two wordings may say the same: texts are contradicted by a denial only.
        kind = "listed" if kind == "asserted" else kind
        return Answer(kind, planned, (Facet(ENTITY, None, None, "text"),), hash_text(value))
    facets = tuple(list_facets(predicate, value))
    if kind == "negated":
        facets = tuple(facet for facet in facets if facet.facet == VALUE)
    return Answer(kind, planned, facets) if facets else None


def list_rows(
    slot: int, claim: int, answer: Answer, moments: Iterable[Moment], *, unscoped: bool = False
) -> list[Row]:
    """Return the rows of a claim in a slot: one per facet, as-of and set that it belongs to."""
    return [
        Row(
            make_key(slot, facet.facet, answer.planned),
            facet.lo,
            facet.hi,
            answer.entity,
            facet.dimension,
            claim,
            answer.kind,
            as_of[0],
            as_of[1],
            member_of,
            int(unscoped),
        )
        for facet in answer.facets
        for as_of, member_of in moments
    ]
