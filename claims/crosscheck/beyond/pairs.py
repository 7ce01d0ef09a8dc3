"""Whether two claims of one question exclude each other, be they live or not, whatever the time."""

import json
from collections.abc import Iterable

from claims.crosscheck.beyond.look import Look
from claims.crosscheck.conflict.split import split
from claims.crosscheck.conflict.stand import Question
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.facets import ENTITY
from claims.crosscheck.rows.live import Canonical, read_answer
from claims.crosscheck.rows.moments import ANY_TIME
from claims.crosscheck.rows.row import Answer, list_rows
from claims.crosscheck.rows.whole import read_wholes
from claims.vocabulary import Predicate


class Pairs:
    """Claims, read together, to be compared two by two."""

    def __init__(self, look: Look, claims: Iterable[int]) -> None:
        canonical = Canonical(look.session)
        self._predicates = look.predicates
        self._answers: dict[int, tuple[int, Answer]] = {}
        for row in run(look.session, read_sql("named_claims"), json.dumps(sorted(claims))):
            answer = read_answer(row, look.predicates[row.predicate_id], canonical)
            if answer is not None:
                self._answers[row.claim_id] = (row.predicate_id, answer)
        self._wholes = read_wholes(
            look.session,
            {
                answer.entity
                for _, answer in self._answers.values()
                if answer.entity is not None
                and any(facet.facet == ENTITY and facet.dimension is None for facet in answer.facets)
            },
        )

    def get_predicate(self, claim: int) -> Predicate | None:
        """Return what a claim answers; None where it is not compared."""
        return self._predicates[self._answers[claim][0]] if claim in self._answers else None

    def exclude(self, one: int, other: int) -> bool:
        """Tell whether two claims of one slot cannot both hold, taken to speak of the same time."""
        if one not in self._answers or other not in self._answers:
            return False
        predicate, _ = self._answers[one]
        rows = [
            row
            for claim in (one, other)
            for row in list_rows(1, claim, self._answers[claim][1], [(ANY_TIME, None)])
        ]
        found = split(rows, Question(self._predicates[predicate], self._wholes))
        return found.values is not None or found.denials is not None
