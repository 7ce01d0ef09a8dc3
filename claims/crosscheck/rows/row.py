"""From a statement to the rows that the check works on; the only place where they are made.

The engine, the comparison of two claims and the lint of a draft all pass through here, so that they
cannot disagree.
"""

from collections.abc import Iterable
from typing import NamedTuple

from claims.crosscheck.rows.facets import ENTITY, VALUE, WORDED, Facet, is_answer_facet
from claims.crosscheck.rows.statement import Interval
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


def make_answer(
    predicate: Predicate,
    facets: Iterable[Facet],
    entity: int | None,
    *,
    snak: str,
    polarity: str,
    modality: str,
    shared: bool,
) -> Answer | None:
    """Return what of a claim can be compared, None if nothing.

    Nothing can be where the predicate is never compared, the value is unnamed, untyped or
    unresolved, where a denial is itself denied, or where a plan was given up. `facets` are of the value, `entity` the number
    of the entity or the hash of the text that it is. `shared`: several answers are right at once.
    """
    planned = int(modality == "planned" and not predicate.plans_compare)
    if not predicate.compared:
        return None
    if snak == "novalue" and planned:
        return None  # a plan that was given up contradicts none that was made before
    if snak == "novalue" and polarity == "asserted":
        facet = ENTITY if predicate.value_type in {"entity", "string"} else VALUE
        return Answer("novalue", planned, (Facet(facet, None, None),))
    if snak != "value":
        return None
    if polarity == "negated":
        kept = tuple(facet for facet in facets if is_answer_facet(facet.facet))
        return Answer("negated", planned, kept, entity) if kept else None
    kept = tuple(facets)
    # Two wordings may say the same: texts, too, are contradicted by a denial only.
    listed = shared or predicate.cardinality == "multi" or WORDED in kept
    return Answer("listed" if listed else "asserted", planned, kept, entity) if kept else None


def is_whole(predicate: Predicate, separators: Iterable[str], more: Iterable[str]) -> bool:
    """Tell whether a figure is of a whole of which the slot with `more` separators has a part."""
    return not set(predicate.parts).isdisjoint(set(more) - set(separators))


def is_another(predicate: Predicate, separators: Iterable[str], more: Iterable[str]) -> bool:
    """Tell whether who lacks what the slot with `more` separators states answers another question."""
    return not set(predicate.apart).isdisjoint(set(more) - set(separators))


def bound(answer: Answer) -> Answer:
    """Return what a figure of the whole says of a part: that it is no more."""
    if answer.kind != "asserted":
        return answer
    return answer._replace(facets=tuple(facet._replace(lo=None) for facet in answer.facets))


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
