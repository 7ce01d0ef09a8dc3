"""What the cross-check needs of the vocabulary, and no more: it runs after every change."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.queries.vocabulary import read_shared
from claims.store.tables import Predicate, PredicateSeparator
from claims.vocabulary import Predicate as PredicateEntry


def read_compared_predicates(session: Session) -> dict[int, PredicateEntry]:
    """Return all predicates by row id, without kinds, labels, triggers and the separators that may be lacking."""
    lacking: dict[tuple[int, str], list[str]] = {}
    for separator in session.scalars(
        select(PredicateSeparator).where(PredicateSeparator.lacking != "compared")
    ):
        lacking.setdefault((separator.predicate_id, separator.lacking), []).append(separator.key)
    shared = read_shared(session)
    rows = session.execute(
        select(
            Predicate.id,
            Predicate.key,
            Predicate.value_type,
            Predicate.cardinality,
            Predicate.temporal,
            Predicate.validity_days,
            Predicate.tolerance_relative,
            Predicate.tolerance_absolute,
            Predicate.contains,
            Predicate.plans_compare,
            Predicate.compared,
        )
    )
    return {
        row.id: PredicateEntry(
            key=row.key,
            value_type=row.value_type,
            cardinality=row.cardinality,
            temporal=row.temporal,
            validity_days=row.validity_days,
            tolerance_relative=row.tolerance_relative,
            tolerance_absolute=row.tolerance_absolute,
            parts=tuple(lacking.get((row.id, "at_most"), ())),
            apart=tuple(lacking.get((row.id, "apart"), ())),
            shared=shared.get(row.id, {}),
            contains=bool(row.contains),
            plans_compare=bool(row.plans_compare),
            compared=bool(row.compared),
        )
        for row in rows
    }
