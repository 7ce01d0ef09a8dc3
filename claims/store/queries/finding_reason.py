"""Why the answers of a finding cannot all be right, for whoever shows it to a reader."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from claims.store.queries.reference import read_number, write_id
from claims.store.tables import CheckRow, Claim, Entity, Finding, FindingMember, Predicate, Slot
from claims.values.clash import explain_clash, read_bounds
from claims.values.clash_words import WORDS
from claims.values.day import Day
from claims.values.say_date import write_edtf

BY_VALUES = frozenset(
    {
        "value-contradiction",
        "magnitude-slip",
        "polarity-contradiction",
        "ruling-violation",
        "reference-mismatch",
        "headline-against-body",
        "changed-fact-in-near-duplicate",
        "revision-changed-fact",
    }
)
"""Rules whose sides answer one question with values that exclude each other; the others say why themselves."""

MOST_REASONS = 4
_MOST_TRIED = 5
_MOST_MOMENTS = 20
_MOST_NAMED = 500
"""More findings than this are all the findings, as far as a query is concerned."""

_KEYS_PER_SLOT = 8
"""The keys of a slot's check rows stand side by side, as `CheckRow` says."""

Member = Mapping[str, Any]
Moment = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which kind of question a claim answers, and what that lets pass."""

    predicate: int
    temporal: str
    tolerance: tuple[float | None, float | None]


def explain_findings(
    session: Session, findings: Sequence[Mapping[str, Any]], language: str
) -> dict[str, tuple[str, ...]]:
    """Return for each finding of the JSON contract, by id, why its sides exclude each other.

    Sentences in "de" or "en", at most four. Nothing for a finding that its own message explains. Two queries.
    """
    told = [finding for finding in findings if finding["rule"] in BY_VALUES and finding["members"]]
    ids = [read_number("finding", finding["id"]) for finding in told]
    wanted = Finding.id.in_(ids) if len(ids) <= _MOST_NAMED else Finding.rule.in_(BY_VALUES)
    asked, names = _read_asked(session, wanted, language)
    moments = _read_moments(session, wanted)
    return {
        finding["id"]: tuple(_explain(finding, asked, names, moments, language))[:MOST_REASONS]
        for finding in told
    }


def _explain(
    finding: Mapping[str, Any],
    asked: Mapping[str, _Asked],
    names: Mapping[str, str],
    moments: Mapping[tuple[str, str], Sequence[Moment]],
    language: str,
) -> Iterator[str]:
    sides = list_sides(finding["members"])
    for one, other in pairwise(_put_in_order(sides)):
        for a, b in product(one[:_MOST_TRIED], other[:_MOST_TRIED]):
            about = asked.get(a["claim"])
            if about is None or b["claim"] not in asked or asked[b["claim"]].predicate != about.predicate:
                continue
            denial = next((member for member in (a, b) if member["snak"] == "novalue"), None)
            said = explain_clash(
                a,
                b,
                language,
                names=names,
                temporal=about.temporal,
                tolerance=about.tolerance,
                denied_on=None if denial is None else denial["as_of"] or denial["published"],
            )
            if said is not None:
                yield said
                slot = "" if finding["slot"] is None else finding["slot"]["id"]
                shared = _share(moments.get((slot, a["claim"]), ()), moments.get((slot, b["claim"]), ()))
                if shared is not None:
                    yield WORDS[language]["both_at"].format(write_edtf(shared, language))
                break


def list_sides(members: Iterable[Member]) -> list[list[Member]]:
    """Return the members of each alternative, one per claim; those that fit several stand in none."""
    sides: dict[int, dict[str, Member]] = {}
    for member in members:
        if member["alternative"] is not None:
            sides.setdefault(member["alternative"], {}).setdefault(member["claim"], member)
    return [list(sides[number].values()) for number in sorted(sides)]


def _put_in_order(sides: list[list[Member]]) -> list[list[Member]]:
    """Put more than two sides in the order of their values, so that neighbours are compared."""
    return sides if len(sides) < 3 else sorted(sides, key=_get_place)


def _get_place(side: Sequence[Member]) -> float:
    value = side[0]["value"]
    bounds = None if value is None else read_bounds(value)
    return float("-inf") if bounds is None else bounds[1]


def _share(one: Sequence[Moment], other: Sequence[Moment]) -> str | None:
    """Return as EDTF the first stretch of time of which two claims both speak; None where it has no end."""
    for a, b in product(one, other):
        begins = [lo for lo, _ in (a, b) if lo is not None]
        ends = [hi for _, hi in (a, b) if hi is not None]
        if not begins or not ends or max(begins) >= min(ends):
            continue
        first, last = str(Day.from_number(max(begins))), str(Day.from_number(min(ends) - 1))
        return first if first == last else f"{first}/{last}"
    return None


def _read_asked(
    session: Session, wanted: ColumnElement[bool], language: str
) -> tuple[dict[str, _Asked], dict[str, str]]:
    """Return what each member's claim answers, and the names of entities in this language, both by id."""
    label = Entity.label_de if language == "de" else Entity.label_en
    asked: dict[str, _Asked] = {}
    names: dict[str, str] = {}
    rows = session.execute(
        select(
            Claim.id,
            Predicate.id.label("predicate_id"),
            Predicate.temporal,
            Predicate.tolerance_relative,
            Predicate.tolerance_absolute,
            Claim.value_entity_id,
            label.label("name"),
        )
        .select_from(Finding)
        .join(FindingMember, FindingMember.finding_id == Finding.id)
        .join(Claim, Claim.id == FindingMember.claim_id)
        .join(Slot, Slot.id == Claim.slot_id)
        .join(Predicate, Predicate.id == Slot.predicate_id)
        .outerjoin(Entity, Entity.id == Claim.value_entity_id)
        .where(wanted)
    )
    for row in rows:
        tolerance = (row.tolerance_relative, row.tolerance_absolute)
        asked[write_id("claim", row.id)] = _Asked(row.predicate_id, row.temporal, tolerance)
        if row.name is not None:
            names[write_id("entity", row.value_entity_id)] = row.name
    return asked, names


def _read_moments(session: Session, wanted: ColumnElement[bool]) -> dict[tuple[str, str], list[Moment]]:
    """Return of which days the claims speak that say how things stand, by slot and claim."""
    found: dict[tuple[str, str], list[Moment]] = {}
    first = Slot.canonical_id * _KEYS_PER_SLOT
    rows = session.execute(
        select(Slot.canonical_id, CheckRow.claim, CheckRow.as_of_lo, CheckRow.as_of_hi)
        .select_from(Finding)
        .join(Slot, Slot.id == Finding.slot_id)
        .join(Predicate, Predicate.id == Slot.predicate_id)
        .join(CheckRow, (CheckRow.key >= first) & (CheckRow.key < first + _KEYS_PER_SLOT))
        .where(wanted, Predicate.temporal == "state", CheckRow.as_of_hi.is_not(None))
        .distinct()
        .order_by(Slot.canonical_id, CheckRow.claim, CheckRow.as_of_lo)
    )
    for row in rows:
        moments = found.setdefault((write_id("slot", row.canonical_id), write_id("claim", row.claim)), [])
        if len(moments) < _MOST_MOMENTS:
            moments.append((row.as_of_lo, row.as_of_hi))
    return found
