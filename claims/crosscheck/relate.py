"""How two claims relate: their values, and all that keeps apart or joins what they speak of."""

from collections.abc import Mapping

from claims.crosscheck.conflict.split import split
from claims.crosscheck.conflict.stand import Question
from claims.crosscheck.rows.facets import hash_text, list_facets
from claims.crosscheck.rows.moments import ANY_TIME, is_dated
from claims.crosscheck.rows.row import Answer, Row, bound, is_another, is_whole, list_rows, make_answer
from claims.crosscheck.rows.statement import Statement
from claims.values.compare import Relation, compare
from claims.values.value import EntityValue, StringValue


def relate(a: Statement, b: Statement) -> Relation:
    """Return how two statements relate; symmetric.

    Contradiction exactly where the cross-check would report both, as violation or as warning.
    Incomparable where they answer different questions or speak of different times, so that both can
    hold. A statement without a separator that the other has may speak of the same: it is compared.
    """
    if not _same_question(a, b):
        return Relation.INCOMPARABLE
    names = _Names(a, b)
    answers = (_read(a, names), _read(b, names))
    if answers[0] is None or answers[1] is None or answers[0].planned != answers[1].planned:
        return Relation.INCOMPARABLE
    question = Question(a.predicate, names.within())
    found = split(_list_rows((a, b), (answers[0], answers[1]), names), question)
    if found.values is not None or found.denials is not None:
        return Relation.CONTRADICTION
    if not _same_time(a, b):
        return Relation.INCOMPARABLE
    return _relate_values(a, b)


def _same_question(a: Statement, b: Statement) -> bool:
    if a.subject != b.subject or a.predicate.key != b.predicate.key:
        return False
    fewer, more = sorted((a.qualifiers, b.qualifiers), key=len)
    return fewer.items() <= more.items() and not is_another(a.predicate, fewer, more)


def _same_time(a: Statement, b: Statement) -> bool:
    if a.predicate.temporal != "state" or a.as_of is None or b.as_of is None:
        return True
    return _begins_before_end(a.as_of[0], b.as_of[1]) and _begins_before_end(b.as_of[0], a.as_of[1])


def _begins_before_end(begin: int | None, end: int | None) -> bool:
    return begin is None or end is None or begin < end


def _relate_values(a: Statement, b: Statement) -> Relation:
    """Relate values of which the check has found that both can hold."""
    if a.polarity != b.polarity or a.value is None or b.value is None:
        return Relation.COMPATIBLE if (a.value is None) == (b.value is None) else Relation.INCOMPARABLE
    relation = compare(a.value, b.value)
    if relation is Relation.SAME and len(a.named_with) != len(b.named_with):
        return Relation.COMPATIBLE  # one named alone, and with others
    if relation is not Relation.CONTRADICTION:
        return relation
    # Excluded by the values alone: held together by tolerance, by containment or by a set, or part and whole.
    apart = isinstance(a.value, EntityValue) or _are_part_and_whole(a, b)
    return Relation.COMPATIBLE if apart else Relation.OVERLAP


def _are_part_and_whole(a: Statement, b: Statement) -> bool:
    fewer, more = sorted((a.qualifiers, b.qualifiers), key=len)
    return is_whole(a.predicate, fewer, more)


def _read(statement: Statement, names: "_Names") -> Answer | None:
    value = statement.value
    entity = None
    if isinstance(value, EntityValue):
        entity = names.number(value)
    elif isinstance(value, StringValue):
        entity = hash_text(value)
    return make_answer(
        statement.predicate,
        [] if value is None else list_facets(statement.predicate, value),
        entity,
        snak=statement.snak,
        polarity=statement.polarity,
        modality=statement.modality,
        shared=statement.predicate.is_shared(statement.qualifiers.items()),
    )


def _list_rows(
    statements: tuple[Statement, Statement], answers: tuple[Answer, Answer], names: "_Names"
) -> list[Row]:
    more = max((statement.qualifiers for statement in statements), key=len)
    most = len(more)
    rows: list[Row] = []
    for claim, (statement, answer) in enumerate(zip(statements, answers, strict=True), start=1):
        dated = is_dated(statement.predicate, statement.snak)
        as_of = statement.as_of if dated and statement.as_of is not None else ANY_TIME
        together = (
            answer.kind == "asserted" and statement.predicate.cardinality == "set" and statement.named_with
        )
        moments = [(as_of, claim if together else None)]
        unscoped = len(statement.qualifiers) < most
        whole = unscoped and is_whole(statement.predicate, statement.qualifiers, more)
        rows += list_rows(1, claim, bound(answer) if whole else answer, moments, unscoped=unscoped)
        if together:
            for other in statement.named_with:
                also = answer._replace(entity=names.number(other))
                rows += list_rows(1, claim, also, moments, unscoped=unscoped)
    return rows


class _Names:
    """Numbers for the entities of two statements: one for ids that are equal, or labels where an id lacks."""

    def __init__(self, a: Statement, b: Statement) -> None:
        self._known: list[EntityValue] = []
        self._above: dict[str, frozenset[str]] = {}
        for statement in (a, b):
            self._above.update(statement.within)

    def number(self, entity: EntityValue) -> int:
        """Return the number of an entity, of the first that names the same."""
        for place, known in enumerate(self._known):
            if compare(known, entity) is Relation.SAME:
                return place
        self._known.append(entity)
        return len(self._known) - 1

    def within(self) -> Mapping[int, frozenset[int]]:
        """Return the wholes of each entity met, by number."""
        places = {_key(entity): place for place, entity in enumerate(self._known)}
        return {
            place: frozenset(places[above] for above in self._above.get(key, ()) if above in places)
            for key, place in places.items()
        }


def _key(entity: EntityValue) -> str:
    return entity.id if entity.id is not None else " ".join(entity.label.split()).casefold()
