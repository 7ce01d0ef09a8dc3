"""A conflict in outline: as much of it as tells what a further answer changes, without the others read again.

Beside the witnesses it has the answers that contradict nobody. A further one that begins before the last
witness ahead of it ends opens no alternative; as long as it contradicts none of those that contradicted
nobody, all others stay what they are. Else the slot is split again, as any is without an outline.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claims.crosscheck.conflict.stand import Span, Stand

MOST = 50
"""How many witnesses and how many answers beside them an outline has; a larger conflict has none."""


@dataclass(frozen=True, slots=True)
class Told:
    """An answer with its bounds and the time for which it holds."""

    lo: float
    hi: float
    since: float
    until: float
    claim: int = 0

    def excludes(self, other: "Told") -> bool:
        """Tell whether both cannot hold at a time that both speak of."""
        return self.meets(other) and (self.lo >= other.hi or other.lo >= self.hi)

    def meets(self, other: "Told") -> bool:
        """Tell whether both speak of some time."""
        return self.since < other.until and other.since < self.until


@dataclass(frozen=True, slots=True)
class Outline:
    """The conflict of one slot about one value on a line.

    `witnesses` are the alternatives in order, with the time for which any claim fits them; `beside` are the
    answers that contradict nobody, whether they fit an alternative or not. `firm` as in `Conflict`.
    """

    planned: int
    dimension: str | None
    firm: bool
    witnesses: tuple[Told, ...]
    beside: tuple[Told, ...]

    def list_fits(self, one: Told, *, timely: bool) -> tuple[int, ...]:
        """Return the alternatives that an answer fits, or those of them for whose time it speaks."""
        return tuple(
            place
            for place, witness in enumerate(self.witnesses)
            if one.lo < witness.hi and witness.lo < one.hi and (not timely or one.meets(witness))
        )


def sketch(
    stands: Iterable[Stand],
    contested: set[int],
    witnesses: Sequence[tuple[Span, tuple[float, float]]],
    *,
    planned: int,
    dimension: str | None,
    firm: bool,
) -> Outline | None:
    """Return the outline of a conflict, None where it has none: too much in it, or a choice of days.

    Args:
        stands: All that answer on this line.
        contested: The numbers of those that contradict another.
        witnesses: Span and time of each alternative, in order.
        planned: The modality class, as in `check_row.key`.
        dimension: What is measured.
        firm: As in `Conflict`.
    """
    if len(witnesses) > MOST:
        return None
    beside: list[Told] = []
    for stand in stands:
        apart = stand.number not in contested
        if len(stand.spans) > 1 or (apart and len(beside) == MOST):
            return None
        if apart:
            beside.append(Told(stand.lo, stand.hi, stand.since, stand.until, stand.claims[0]))
    told = tuple(Told(*span, *time) for span, time in witnesses)
    return Outline(planned, dimension, firm, told, tuple(beside))


def extend(outline: Outline, one: Told, *, contested: bool) -> tuple[Outline, tuple[int, ...]] | None:
    """Return the outline with a further answer, and the alternatives that it fits.

    `contested` tells whether it contradicts any other. None where it may change what another is.
    """
    if not contested:
        if len(outline.beside) >= MOST:
            return None
        return replace(outline, beside=(*outline.beside, one)), outline.list_fits(one, timely=True)
    ahead = [witness for witness in outline.witnesses if (witness.hi, witness.lo) <= (one.hi, one.lo)]
    if not outline.firm or not ahead or one.lo >= ahead[-1].hi:
        return None
    if any(one.excludes(other) for other in outline.beside):
        return None
    fits = outline.list_fits(one, timely=False)
    witnesses = list(outline.witnesses)
    for place in fits:
        witness = witnesses[place]
        since, until = min(witness.since, one.since), max(witness.until, one.until)
        witnesses[place] = replace(witness, since=since, until=until)
    extended = replace(outline, witnesses=tuple(witnesses))
    for other in outline.beside:
        if extended.list_fits(other, timely=True) != outline.list_fits(other, timely=True):
            return None
    return extended, fits
