"""Which alternatives there are in a conflict, and which of them each claim fits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from claims.crosscheck.conflict.outline import Outline
from claims.crosscheck.conflict.stand import Question, Span, Stand
from claims.crosscheck.conflict.witness import FITS_AT_MOST, NameWitnesses, SpanWitnesses
from claims.crosscheck.rows.facets import ENTITY

_NEVER = (inf, -inf)


class Member(NamedTuple):
    """A claim that takes part: its alternative (None: it fits several) and those it fits."""

    claim: int
    alternative: int | None
    fits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What does not fit together in a slot.

    `firm` is False where it rests on a claim of unknown scope or time; `slip` is True where all
    figures agree but for a power of ten; `notes` says of a claim what else
    there is to say, `remark` of all together. `severity` is the gravest that this conflict can be,
    None where that is up to the rule. `outline` is of a conflict about one value that has one.
    """

    members: tuple[Member, ...]
    firm: bool
    slip: bool = False
    notes: Mapping[int, str] = field(default_factory=dict)
    severity: str | None = None
    remark: str = ""
    outline: Outline | None = None


def oppose(
    sides: Sequence[Iterable[int]], *, firm: bool = True, notes: Mapping[int, str] | None = None
) -> Conflict:
    """Return the claims of several sides, each side an alternative to all others."""
    members = {
        claim: Member(claim, alternative, (alternative,))
        for alternative, claims in enumerate(sides)
        for claim in claims
    }
    return Conflict(tuple(members.values()), firm, notes=notes or {})


def join(conflicts: Sequence[Conflict]) -> Conflict:
    """Return several conflicts of one slot as one; a claim takes the side that it has in the first of them."""
    if len(conflicts) == 1:
        return conflicts[0]
    members: dict[int, Member] = {}
    notes: dict[int, list[str]] = {}
    first = 0
    for conflict in conflicts:
        for member in conflict.members:
            fits = tuple(place + first for place in member.fits)
            alternative = None if member.alternative is None else member.alternative + first
            if member.claim not in members or members[member.claim].alternative is None:
                members[member.claim] = Member(member.claim, alternative, fits)
        first += 1 + max((place for member in conflict.members for place in member.fits), default=-1)
        for claim, note in conflict.notes.items():
            notes.setdefault(claim, []).append(note)
    together = {claim: "; ".join(dict.fromkeys(of_claim)) for claim, of_claim in notes.items()}
    return Conflict(tuple(members.values()), any(one.firm for one in conflicts), notes=together)


@dataclass(frozen=True, slots=True)
class Placed:
    """The alternatives that each claim fits, of those with a part in the conflict.

    `witnesses` has the span of each alternative with the time for which any claim fits it, where each
    has one span: on a line, and with no choice among them.
    """

    fits: Mapping[int, tuple[int, ...]]
    witnesses: Sequence[tuple[Span, tuple[float, float]]] | None


def list_fits(
    stands: Sequence[Stand], contested: set[int], facet: int, question: Question
) -> Mapping[int, tuple[int, ...]]:
    """Return the alternatives that each claim fits, of those with a part in the conflict."""
    return place(stands, contested, facet, question).fits


def place(stands: Sequence[Stand], contested: set[int], facet: int, question: Question) -> Placed:
    """Choose the witnesses and put all claims with a part in the conflict to the alternatives that they fit."""
    rivals = [stand for stand in stands if stand.number in contested]
    witnesses = NameWitnesses(rivals, question) if facet == ENTITY else SpanWitnesses(rivals)
    times: dict[int, tuple[float, float]] = {}
    found: dict[int, tuple[int, ...]] = {}
    for stand in rivals:
        fitting = witnesses.find(stand)
        for place in fitting:
            since, until = times.get(place, _NEVER)
            if stand.since < since or stand.until > until:
                times[place] = (min(since, stand.since), max(until, stand.until))
        _note(found, stand.claims, fitting)
    taking_part = set(found)
    for stand in stands:
        beside = [claim for claim in stand.claims if claim not in taking_part]
        if stand.number in contested or not beside:
            continue
        fitting = [
            place
            for place in witnesses.find(stand)
            if place in times and stand.since < times[place][1] and times[place][0] < stand.until
        ]
        if fitting:
            _note(found, beside, fitting)
    spans = witnesses.list_spans() if isinstance(witnesses, SpanWitnesses) else None
    return Placed(
        found, None if spans is None else [(span, times[place]) for place, span in enumerate(spans)]
    )


def _note(found: dict[int, tuple[int, ...]], claims: Iterable[int], fitting: Sequence[int]) -> None:
    """Note which alternatives claims fit, beside those that they fit already."""
    fits = tuple(fitting)
    for claim in claims:
        known = found.get(claim, fits)
        found[claim] = fits if known == fits else tuple(sorted({*known, *fits})[:FITS_AT_MOST])


def combine(facets: Sequence[Mapping[int, tuple[int, ...]]], first: int) -> tuple[list[Member], int]:
    """Number the alternatives of all facets together, from `first`.

    With one facet they are its own. A period that differs in its beginning and in its end has an
    alternative for each pair of both; a claim without such an end fits them all.
    """
    if len(facets) == 1:
        count = 1 + max(place for places in facets[0].values() for place in places)
        return [_member(claim, places, first) for claim, places in facets[0].items()], count
    claims = sorted({claim for facet in facets for claim in facet})
    labels = {
        claim: tuple(facet[claim][0] if len(facet.get(claim, ())) == 1 else -1 for facet in facets)
        for claim in claims
    }
    full = sorted({label for label in labels.values() if -1 not in label})
    partial = sorted(
        {label for label in labels.values() if -1 in label}, key=lambda label: (label.count(-1), label)
    )
    alternatives = list(full)
    for label in partial:
        if not any(_agree(label, other) for other in alternatives):
            alternatives.append(label)
    members = []
    for claim, label in labels.items():
        places = tuple(place for place, other in enumerate(alternatives) if _agree(label, other))
        members.append(_member(claim, places[:FITS_AT_MOST], first))
    return members, len(alternatives)


def _agree(label: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(one == two or -1 in {one, two} for one, two in zip(label, other, strict=True))


def _member(claim: int, places: tuple[int, ...], first: int) -> Member:
    fits = tuple(place + first for place in places) if first else places
    return Member(claim, fits[0] if len(fits) == 1 else None, fits)
