"""The claims that changed since the last run, and which rows they have now.

Of a claim no more is read than what its changed mentions leave open: whether one live mention is
left, or, where time or company matters, whether the others cover what a mention that went said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.live import Canonical, read_answer
from claims.crosscheck.rows.moments import ANY_TIME, join_moments, list_moments, needs_days
from claims.crosscheck.rows.row import Answer, Moment, Row, list_rows
from claims.crosscheck.rows.statement import Interval
from claims.vocabulary import Predicate


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that came, went or changed; `live` where it makes the claim and takes part."""

    mention: int
    sentence: int | None
    published: str | None
    live: bool


@dataclass(slots=True)
class Touched:
    """A claim to look at again."""

    claim: int
    slot: int
    question: tuple[int, int]
    predicate: Predicate
    snak: str
    as_of: str
    answer: Answer | None
    seen: list[Seen] = field(default_factory=list)

    @property
    def is_member(self) -> bool:
        """Whether it can be one value of a set."""
        return (
            self.predicate.cardinality == "set" and self.answer is not None and self.answer.kind == "asserted"
        )

    @property
    def needs_days(self) -> bool:
        """Whether its time follows from when it was published."""
        return needs_days(self.predicate, self.snak, self.as_of)

    def time(self, published: str | None) -> Interval:
        """Return its as-of where an article of this date makes it."""
        return list_moments(self.predicate, self.snak, self.as_of, [published])[0]

    def join(self, moments: set[Interval]) -> list[Interval]:
        """Return the fewest intervals that say the same."""
        return join_moments(self.predicate, moments) if self.needs_days else sorted(moments, key=repr)


Kept = tuple[int, Row]
"""A row as it stands in the ledger, with its id."""


def read_touched(session: Session, predicates: Mapping[int, Predicate]) -> dict[int, Touched]:
    """Return the claims of `check_marked` with their mentions there."""
    canonical = Canonical(session)
    touched: dict[int, Touched] = {}
    for row in run(session, read_sql("marked_claims")).all():
        predicate = predicates[row.predicate_id]
        root = canonical.find(row.subject_id, row.subject_merged_into_id)
        touched[row.claim_id] = Touched(
            row.claim_id,
            row.canonical_id,
            (root, row.predicate_id),
            predicate,
            row.snak,
            row.as_of,
            read_answer(row, predicate, canonical),
        )
    for row in run(session, read_sql("marked_mentions")):
        touched[row.claim_id].seen.append(
            Seen(row.mention_id, row.sentence_id, row.published, bool(row.live))
        )
    return touched


def list_sets(touched: Mapping[int, Touched]) -> set[tuple[int, int]]:
    """Return (slot, sentence) of the sentences that name several values of a set."""
    first: dict[tuple[int, int], int] = {}
    several: set[tuple[int, int]] = set()
    for claim in touched.values():
        for seen in claim.seen if claim.is_member else ():
            if not seen.live or seen.sentence is None:
                continue
            place = (claim.slot, seen.sentence)
            if first.setdefault(place, claim.claim) != claim.claim:
                several.add(place)
    return several


def read_kept(session: Session, claim: Touched) -> list[Kept]:
    """Return the rows of a claim in its own slot on which its changed mentions may bear."""
    kept = list(_read(session, "own_rows", claim.claim))
    if claim.is_member:
        for sentence in sorted({seen.sentence for seen in claim.seen if seen.sentence is not None}):
            kept += _read(session, "set_rows", claim.claim, sentence)
    return kept


def _read(session: Session, name: str, *parameters: int) -> Iterator[Kept]:
    for row in run(session, read_sql(name), *parameters):
        yield row[0], Row._make(row[1:])


def derive(session: Session, claim: Touched, kept: Sequence[Kept], sets: set[tuple[int, int]]) -> list[Row]:
    """Return the rows that the claim should have in the place of `kept`."""
    if claim.answer is None:
        return []
    if not claim.needs_days and not claim.is_member:
        live = any(seen.live for seen in claim.seen) or _is_live(session, claim)
        once: list[Moment] = [(claim.time(None), None)] if live else []
        return list_rows(claim.slot, claim.claim, claim.answer, once)
    alone = [
        seen
        for seen in claim.seen
        if seen.live and not (claim.is_member and (claim.slot, seen.sentence) in sets)
    ]
    joined = _derive_alone(session, claim, [row for _, row in kept if row.member_of is None], alone)
    together = {
        (claim.time(seen.published), seen.sentence) for seen in claim.seen if seen.live and seen not in alone
    }
    moments: list[Moment] = [(time, None) for time in joined]
    moments += sorted(together, key=repr)
    return list_rows(claim.slot, claim.claim, claim.answer, moments)


def _is_live(session: Session, claim: Touched) -> bool:
    return run(session, read_sql("live_mention"), claim.claim).first() is not None


def _derive_alone(
    session: Session, claim: Touched, kept: Sequence[Row], alone: Sequence[Seen]
) -> list[Interval]:
    """Return for which times the claim is made by itself.

    What went is looked for among the other mentions only until they cover its time.
    """
    before: set[Interval] = {(row.as_of_lo, row.as_of_hi) for row in kept}
    found = {claim.time(seen.published) for seen in alone}
    gone = {claim.time(seen.published) for seen in claim.seen if seen not in alone}
    missing = [time for time in gone if not _covers(claim, found, time)]
    if not missing:
        return claim.join(before | found)
    others = run(session, read_sql("lone_mentions"), claim.claim)
    try:
        for row in others:
            time = claim.time(row.published)
            if time in found:
                continue
            found.add(time)
            missing = [time for time in missing if not _covers(claim, found, time)]
            if not missing:
                return claim.join(before | found)
    finally:
        others.close()
    return claim.join(found)


def _covers(claim: Touched, found: set[Interval], time: Interval) -> bool:
    """Tell whether what was found says the same without `time`."""
    if time in found or not claim.needs_days:
        return time in found
    for other in claim.join(found):
        if ANY_TIME in (other, time):
            continue
        if claim.predicate.temporal != "state":
            if other[0] >= time[0]:  # type: ignore[operator]  # both are known
                return True
        elif other[0] <= time[0] and time[1] <= other[1]:  # type: ignore[operator]  # likewise
            return True
    return False


def diff(kept: Sequence[Kept], wanted: Sequence[Row]) -> tuple[list[Kept], list[Row]]:
    """Return which rows are to go and which to come."""
    waiting = list(wanted)
    gone: list[Kept] = []
    for number, row in kept:
        if row in waiting:
            waiting.remove(row)
        else:
            gone.append((number, row))
    return gone, waiting
