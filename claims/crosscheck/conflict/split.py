"""Which incompatible answers a slot holds, and which claims give which of them.

The stands that contradict another are read in the order of their ends; whenever one begins at or
beyond the end of the last witness, it becomes the witness of a further alternative. Witnesses
exclude each other pairwise. Whatever fits one of them belongs to it; what fits several accuses none
("2025" neither January nor November). An answer that contradicts nobody of its own time opens no
alternative. Everything is O(n log n) in the rows of the slot.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf, log10

from claims.crosscheck.conflict.alternatives import Conflict, Member, combine, place
from claims.crosscheck.conflict.contest import contest
from claims.crosscheck.conflict.denial import find_denied
from claims.crosscheck.conflict.outline import Outline, sketch
from claims.crosscheck.conflict.stand import Group, Question, Stand, gather
from claims.crosscheck.rows.facets import ENTITY, VALUE, is_answer_facet
from claims.crosscheck.rows.row import Row

MOST_THOUSANDS = 6
"""A million millions, twice: figures further apart than that are no slip of the pen."""

_TWO_DIGITS = 0.1
"""How wide a figure of two digits may be, of itself: 10 stands for 10 to 11."""


@dataclass(frozen=True, slots=True)
class Split:
    """Both ways in which the claims of a slot can conflict."""

    values: Conflict | None
    denials: Conflict | None


def split(rows: Iterable[Row], question: Question) -> Split:
    """Return how the claims of one slot conflict; `rows` are all or the flagged ones of that slot."""
    groups = gather(rows, question)
    return Split(_split_values(groups, question), _split_denials(groups, question))


@dataclass(slots=True)
class _Part:
    """Conflicting facets of one modality class and dimension."""

    fits: list[Mapping[int, tuple[int, ...]]] = field(default_factory=list)
    firm: bool = False
    slips: list[bool] = field(default_factory=list)
    outline: Outline | None = None


def _split_values(groups: Mapping[Group, Sequence[Stand]], question: Question) -> Conflict | None:
    parts: dict[tuple[int, str | None], _Part] = {}
    for (planned, facet, dimension), found in sorted(groups.items(), key=_order):
        stands = [stand for stand in found if stand.kind == "asserted"]
        contested = _contest_natives(stands, facet, question)
        if not contested:
            continue
        part = parts.setdefault((planned, dimension), _Part())
        firm = [stand for stand in stands if stand.firm]
        part.firm = part.firm or len(firm) == len(stands) or bool(contest(firm, firm, facet, question))
        placed = place(stands, contested, facet, question)
        part.fits.append(placed.fits)
        if facet == VALUE and placed.witnesses is not None:
            part.outline = sketch(
                stands,
                contested,
                placed.witnesses,
                planned=planned,
                dimension=dimension,
                firm=part.firm,
            )
        rivals = [stand for stand in stands if stand.number in contested]
        part.slips.append(dimension is not None and facet != ENTITY and _is_slip(rivals))
    members: list[Member] = []
    first = 0
    for part in parts.values():
        combined, count = combine(part.fits, first)
        members += combined
        first += count
    if not members:
        return None
    slip = all(slip for part in parts.values() for slip in part.slips)
    (only, *others) = parts.values()
    return Conflict(
        tuple(sorted(members, key=lambda member: member.claim)),
        any(part.firm for part in parts.values()),
        slip,
        outline=only.outline if not (others or slip or len(only.fits) > 1) else None,
    )


def _order(item: tuple[Group, Sequence[Stand]]) -> tuple[int, int, str]:
    planned, facet, dimension = item[0]
    return planned, facet, dimension or ""


def _contest_natives(stands: Sequence[Stand], facet: int, question: Question) -> set[int]:
    """Find contradictions in which at least one side belongs to this very slot."""
    natives = [stand for stand in stands if stand.native]
    guests = [stand for stand in stands if not stand.native]
    contested = contest(natives, stands, facet, question)
    return contested | contest(guests, natives, facet, question) if guests else contested


def _is_slip(rivals: Sequence[Stand]) -> bool:
    """Tell whether all figures agree once each is divided by its power of a thousand, or of ten where they are precise.

    A zero lost or added shows only in figures of two digits and more. On a line intervals meet
    pairwise exactly if all share a point, so one pass is enough.
    """
    return _agrees_but_for(rivals, 1000.0) or (
        all(_is_precise(stand) for stand in rivals) and _agrees_but_for(rivals, 10.0)
    )


def _is_precise(stand: Stand) -> bool:
    """Tell whether a figure is known to two digits."""
    middle = _middle(stand)
    return middle is not None and stand.hi - stand.lo <= _TWO_DIGITS * abs(middle)


def _agrees_but_for(rivals: Sequence[Stand], base: float) -> bool:
    most = MOST_THOUSANDS * log10(1000.0) / log10(base)
    middle = _middle(rivals[0])
    highest_low, lowest_high = -inf, inf
    for stand in rivals:
        own = _middle(stand)
        if own is None or middle is None or own * middle <= 0:
            return False
        power = log10(own / middle) / log10(base) if 0 < own / middle < inf else inf
        if abs(power) > most:
            return False
        factor = base ** round(power)
        highest_low = max(highest_low, stand.lo / factor)
        lowest_high = min(lowest_high, stand.hi / factor)
        if highest_low >= lowest_high:
            return False
    return True


def _middle(stand: Stand) -> float | None:
    middle = (stand.lo + stand.hi) / 2
    return None if middle in {inf, -inf} or middle != middle else middle


def _split_denials(groups: Mapping[Group, Sequence[Stand]], question: Question) -> Conflict | None:
    said: set[int] = set()
    unsaid: set[int] = set()
    firm = False
    for (planned, facet, dimension), found in groups.items():
        answers = [stand for stand in found if stand.kind in {"asserted", "listed"}]
        if not answers or not is_answer_facet(facet):
            continue
        denials = [stand for stand in found if stand.kind in {"negated", "novalue"}]
        if dimension is not None:  # "no value" is said of no dimension
            denials += [s for s in groups.get((planned, facet, None), ()) if s.kind == "novalue"]
        if not denials:
            continue
        natives = [stand for stand in answers if stand.native]
        for one, other in (
            (answers, [stand for stand in denials if stand.native]),
            (natives, denials),
        ):
            denied, denying = find_denied(one, other, question)
            said.update(claim for s in answers if s.number in denied for claim in s.claims)
            unsaid.update(claim for s in denials if s.number in denying for claim in s.claims)
        firmly, _ = find_denied(
            [stand for stand in answers if stand.firm], [stand for stand in denials if stand.firm], question
        )
        firm = firm or bool(firmly)
    if not said:
        return None
    members = [Member(claim, 0, (0,)) for claim in said] + [Member(claim, 1, (1,)) for claim in unsaid]
    return Conflict(tuple(sorted(members, key=lambda member: member.claim)), firm)
