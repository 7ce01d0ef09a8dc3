"""One quotation with two speakers, or one speaker with opposite statements."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from rapidfuzz.distance import Indel
from sqlalchemy import select

from claims.crosscheck.beyond.look import Look
from claims.crosscheck.conflict.alternatives import Conflict, Member, join, oppose
from claims.crosscheck.conflict.split import split
from claims.crosscheck.conflict.stand import Question
from claims.crosscheck.copies.pairs import lie_days_apart
from claims.crosscheck.copies.words import (
    are_same_words,
    count_negations,
    is_excerpt,
    is_formula,
    may_grow,
    read_words,
    take_out_stances,
)
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.facets import ENTITY
from claims.crosscheck.rows.live import Canonical
from claims.crosscheck.rows.row import KEYS_PER_SLOT, Row
from claims.crosscheck.rows.whole import read_wholes
from claims.crosscheck.rules.rule import Rule, Wider
from claims.store.tables import Entity

_DENIED = 0.85
"""The share of its words that a statement has in common with one that denies it."""

_STEM = 6
"""Letters by which a word is known in whatever form: support, supported."""


def find(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the slots with words that somebody else is said to have spoken, or a speaker denies."""
    yield from _find_quotations(look)
    yield from _find_denials(look)
    yield from _find_opposites(look)


def _find_quotations(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield words in quotation marks that are attributed to two of a kind, two people or two bodies.

    All speakers at the slot that comes first. A spokeswoman and her office are not of a kind.
    """
    canonical = Canonical(look.session)
    rows = run(look.session, read_sql("quote_pairs"))
    for slot, of_slot in groupby(rows, key=attrgetter("slot_id")):
        pairs = [row for row in of_slot if _is_misattributed(row, canonical)]
        earlier = {(row.claim_id, row.other_key) for row in pairs if row.other_slot < slot}
        speakers: dict[int, int] = {}
        members: dict[int, Member] = {}
        for row in pairs:
            if row.other_slot < slot or (row.claim_id, row.other_key) in earlier:
                continue  # told where the earlier slot is looked at
            speaker = canonical.find(row.also_id, row.also_merged_into_id)
            place = speakers.setdefault(speaker, len(speakers) + 1)
            members[row.claim_id] = Member(row.claim_id, 0, (0,))
            members[row.other_id] = Member(row.other_id, place, (place,))
        if members:
            several = "two" if len(speakers) == 1 else str(len(speakers) + 1)
            yield (
                slot,
                Conflict(tuple(members.values()), firm=True, remark=f"one quotation, {several} speakers"),
            )


def _is_misattributed(row: Any, canonical: Canonical) -> bool:
    speaker = canonical.find(row.speaker_id, row.merged_into_id)
    also = canonical.find(row.also_id, row.also_merged_into_id)
    return (
        speaker != also
        and row.kind == row.also_kind
        and (
            are_same_words(row.value_text, row.other_text)
            or (row.elsewhere and is_excerpt(row.value_text, row.other_text))
        )
        and not is_formula(min(row.value_text, row.other_text, key=len))
    )


def _find_denials(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield what one speaker is said to say within some days, and in nearly the same words to deny."""
    rows = run(look.session, read_sql("opposite_statements"))
    for slot, of_slot in groupby(rows, key=attrgetter("slot_id")):
        sides: tuple[dict[int, None], dict[int, None]] = ({}, {})
        for row in of_slot:
            if not _stand_against_each_other(row, look.options["days"]):
                continue
            place = count_negations(row.value_text) % 2
            sides[place][row.claim_id] = None
            sides[1 - place][row.other_id] = None
        if sides[0]:
            yield slot, replace(oppose(sides), remark="one speaker, opposite statements")


def _stand_against_each_other(row: Any, days: float) -> bool:
    """Tell whether one statement denies the other within some days.

    In another article also whether they back and oppose one thing, or give another figure on the same or next day.
    """
    if "negation" in {kind for kind, *_ in json.loads(row.unlike)}:
        told = _denies(row.value_text, row.other_text)
    elif not row.elsewhere:
        told = False
    elif (rest := take_out_stances(row.value_text, row.other_text)) is not None:
        told = _are_alike(*rest)
    else:
        told, days = _gives_another_figure(row), 1
    return told and not lie_days_apart(row.published, row.other_published, days)


def _denies(one: str, other: str) -> bool:
    return count_negations(one) % 2 != count_negations(other) % 2 and _are_alike(one, other)


def _gives_another_figure(row: Any) -> bool:
    """Tell whether two statements differ in a figure alone; a count of what goes on may have grown since."""
    unlike = json.loads(row.unlike)
    if (
        row.apart
        or len(unlike) != 1
        or unlike[0][0] != "value"
        or not _are_alike(row.value_text, row.other_text)
    ):
        return False
    return _MEASURED.search(unlike[0][1]) is not None or not may_grow(row.value_text)


_MEASURED = re.compile(
    r"\d\s*(?:(?:mio|mrd|millionen|milliarden|tausend|million|billion|thousand)\.?\s*)?(?:%|€|\$|£|[^\W\d_]{2,})",
    re.IGNORECASE,
)


def _are_alike(one: str, other: str) -> bool:
    return Indel.normalized_similarity(_list_stems(one), _list_stems(other)) >= _DENIED


def _list_stems(text: str) -> list[str]:
    """Return the words that count by their beginnings: a denial has another form of the verb."""
    return [word[:_STEM] for word in read_words(text)]


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
        "können. Auch wenn sie nicht typisiert sind: binnen »days« Tagen in fast denselben Worten gesagt und verneint, befürwortet und abgelehnt, oder von einem Tag auf den "
        "nächsten mit einer anderen Summe oder einem anderen Maß. "
        "Wer für eine Stelle spricht, wird nicht gegen sie gehalten; was zwei nur dem Sinn nach sagen, ist keine "
        "Wiederholung, und eine Formel, die jeder gebraucht („Wir sind sehr zufrieden“), gehört niemandem.",
        "en": "The same or nearly the same words stand in quotation marks with two different people or two bodies, "
        "or somebody is cited with statements that cannot both hold for one time. Also where those are not typed: said and "
        "denied, backed and opposed within some days in nearly the same words, or from one day to the next with another sum or measure. Who speaks for a body is not held against it; what two "
        "people only say in substance is no repetition, and a formula that everybody uses (“we are very happy”) is "
        "nobody's.",
    },
    wider=Wider(find, everywhere=("anchor_all_spoken",), near=("anchor_spoken",), anchors=("quote_anchors",)),
    options={"days": 31},
)
