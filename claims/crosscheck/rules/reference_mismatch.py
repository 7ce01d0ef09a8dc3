"""An article says otherwise than an imported reference list."""

import json
from collections.abc import Iterator
from itertools import groupby

from claims.crosscheck.beyond.look import Look
from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.conflict.stand import Question
from claims.crosscheck.held.listed import find_mismatch, read_listed
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.facets import ENTITY
from claims.crosscheck.rows.row import KEYS_PER_SLOT, Row
from claims.crosscheck.rows.whole import read_wholes
from claims.crosscheck.rules.rule import Rule, Wider
from claims.store.queries.mention import read_qualifiers


def find(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the anchor slots in which claims contradict a list, with what the list says as alternative 0."""
    listed = read_listed(look.session, look.predicates)
    if not listed:
        return
    separators = read_qualifiers(look.session, listed)
    rows = (Row._make(row) for row in run(look.session, read_sql("anchor_rows"), json.dumps(sorted(listed))))
    for slot, together in groupby(rows, key=lambda row: row.key // KEYS_PER_SLOT):
        of_slot = list(together)
        names = {row.entity for row in of_slot if row.entity is not None and _is_name(row)}
        wholes = read_wholes(look.session, names.union(*(one.names for one in listed[slot])))
        question = Question(listed[slot][0].predicate, wholes)
        own = frozenset(separators.get(slot, {}).items())
        conflict = find_mismatch(of_slot, listed[slot], own, question)
        if conflict is not None:
            yield slot, conflict


def _is_name(row: Row) -> bool:
    return row.key % KEYS_PER_SLOT // 2 == ENTITY and row.dimension is None


RULE = Rule(
    name="reference-mismatch",
    severity="violation",
    title={"de": "Widerspruch zu einer Referenzliste", "en": "Reference list contradicted"},
    explanation={
        "de": "Ein Artikel sagt etwas anderes als eine eingelesene Referenzliste, auch wenn kein anderer Artikel "
        "ihm widerspricht. Ungenauere Angaben widersprechen ihr nicht. Gibt die Liste auf eine Frage mehrere "
        "Antworten, so stimmt mit ihr überein, wer eine davon gibt.",
        "en": "An article says otherwise than an imported reference list, be there no other article against "
        "it. Less precise values do not contradict it. Where the list gives several answers to a question, who "
        "gives one of them agrees with it.",
    },
    wider=Wider(find, everywhere=("anchor_all_listed",), near=("anchor_moved",)),
)
