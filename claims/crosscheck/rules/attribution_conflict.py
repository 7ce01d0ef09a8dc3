"""One quotation with two speakers, or one speaker with opposite statements."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from rapidfuzz.distance import Indel
from sqlalchemy import select

from claims.crosscheck.alternatives import Conflict, Member, join
from claims.crosscheck.facets import ENTITY
from claims.crosscheck.live import Canonical
from claims.crosscheck.look import Look
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows import KEYS_PER_SLOT, Row
from claims.crosscheck.rules.rule import Rule, Wider
from claims.crosscheck.split import split
from claims.crosscheck.stand import Question
from claims.crosscheck.whole import read_wholes
from claims.store.tables import Entity

_ALIKE = 0.8
"""The share of its words that a quotation has in common with one that is nearly the same."""


def find(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the slots with words that somebody else is said to have spoken, or a speaker denies."""
    yield from _find_quotations(look)
    yield from _find_opposites(look)


def _find_quotations(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield words in quotation marks that are attributed to two of a kind, two people or two bodies.

    Each pair at the slot that comes first. A spokeswoman and her office are not of a kind.
    """
    canonical = Canonical(look.session)
    rows = run(look.session, read_sql("quote_pairs"))
    for slot, of_slot in groupby(rows, key=attrgetter("slot_id")):
        members: dict[int, Member] = {}
        for row in of_slot:
            speaker = canonical.find(row.speaker_id, row.merged_into_id)
            also = canonical.find(row.also_id, row.also_merged_into_id)
            if speaker != also and row.kind == row.also_kind and _is_alike(row.value_text, row.other_text):
                members[row.claim_id] = Member(row.claim_id, 0, (0,))
                members[row.other_id] = Member(row.other_id, 1, (1,))
        if members:
            yield slot, Conflict(tuple(members.values()), firm=True, remark="one quotation, two speakers")


def _is_alike(one: str, other: str) -> bool:
    return Indel.normalized_similarity(_split(one), _split(other)) >= _ALIKE


def _split(text: str) -> list[str]:
    words = ("".join(filter(str.isalnum, word)) for word in text.casefold().split())
    return [word for word in words if word]


def _find_opposites(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield what one speaker says in a slot that cannot all hold for one time."""
    canonical = Canonical(look.session)
    rows = run(look.session, read_sql("spoken_claims")).all()
    for slot, of_slot in groupby(rows, key=attrgetter("slot_id")):
        told: dict[int, set[int]] = {}
        for row in of_slot:
            predicate = row.predicate_id
            told.setdefault(canonical.find(row.speaker_id, row.merged_into_id), set()).add(row.claim_id)
        found = [
            conflict
            for speaker, claims in sorted(told.items())
            if len(claims) > 1
            for conflict in _list_opposites(look, slot, predicate, speaker, claims)
        ]
        if found:
            yield slot, join(found)


def _list_opposites(
    look: Look, slot: int, predicate: int, speaker: int, claims: set[int]
) -> Iterator[Conflict]:
    keys = (slot * KEYS_PER_SLOT, slot * KEYS_PER_SLOT + KEYS_PER_SLOT - 1)
    rows = [
        Row._make(row)
        for row in run(look.session, read_sql("slot_claim_rows"), *keys, json.dumps(sorted(claims)))
    ]
    found = split(rows, Question(look.predicates[predicate], read_wholes(look.session, _list_names(rows))))
    conflicts = [one for one in (found.values, found.denials) if one is not None]
    if conflicts:
        label = look.session.scalars(select(Entity.label).where(Entity.id == speaker)).one()
        for conflict in conflicts:
            notes = {member.claim: f"says {label}" for member in conflict.members}
            yield Conflict(conflict.members, conflict.firm, notes=notes)


def _list_names(rows: Sequence[Row]) -> set[int]:
    return {
        row.entity
        for row in rows
        if row.entity is not None and row.dimension is None and row.key % KEYS_PER_SLOT // 2 == ENTITY
    }


RULE = Rule(
    name="attribution-conflict",
    severity="warning",
    title={"de": "Zuschreibung widersprüchlich", "en": "Attribution in conflict"},
    explanation={
        "de": "Dieselben oder fast dieselben Worte stehen in Anführungszeichen bei zwei verschiedenen Menschen "
        "oder zwei Stellen, oder jemand wird mit Aussagen angeführt, die für dieselbe Zeit nicht zugleich stimmen "
        "können. Wer für eine Stelle spricht, wird nicht gegen sie gehalten, und was zwei nur dem Sinn nach sagen, "
        "ist keine Wiederholung.",
        "en": "The same or nearly the same words stand in quotation marks with two different people or two bodies, "
        "or somebody is cited with statements that cannot both hold for one time. Who speaks for a body is not held "
        "against it, and what two people only say in substance is no repetition.",
    },
    wider=Wider(find, everywhere=("anchor_all_spoken",), near=("anchor_spoken",), anchors=("quote_anchors",)),
)
