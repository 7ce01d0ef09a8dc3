"""Which claims of a slot contradict the house fact that the desk holds to.

The house fact is compared as a claim is, but for its time: a stated one wins, else the ruling's
validity stands for it. Where claims have no time of their own (a release is on one day whenever it
is reported), a ruling of limited validity binds the articles published while it holds.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.crosscheck.conflict.alternatives import Conflict, Member, combine, list_fits
from claims.crosscheck.conflict.oppose import contest_facing, deny_facing, list_facing
from claims.crosscheck.conflict.stand import Question, gather
from claims.crosscheck.rows.facets import NAMED
from claims.crosscheck.rows.moments import ANY_TIME, is_dated, read_days, read_published
from claims.crosscheck.rows.row import Answer, Row, bound, is_another, is_whole, list_rows
from claims.crosscheck.rows.statement import Interval
from claims.vocabulary import Predicate

NOTE = "house fact"

Published = Mapping[int, Collection[str | None]]
"""When the articles that make a claim were published; None where nobody knows."""


@dataclass(frozen=True, slots=True)
class HouseFact:
    """A ruling that stands, with what its claim says.

    `moment` is the time for which it is compared with dated claims; `validity` limits to which
    articles it applies where claims have no time, None where it always does.
    """

    ruling: int
    claim: int
    answer: Answer
    separators: frozenset[tuple[str, str]]
    moment: Interval
    validity: Interval | None


Bound = tuple[HouseFact, bool]
"""A house fact that binds a slot, and whether it leaves out a separator of it."""


def read_validity(
    predicate: Predicate, snak: str, stated: str, valid_from: str | None, valid_until: str | None
) -> tuple[Interval, Interval | None]:
    """Return a house fact's `moment` and `validity`; `stated` is the as-of of its claim, as EDTF."""
    since, until = read_published(valid_from), read_published(valid_until)
    validity = (since[0] if since else None, until[1] if until else None)
    limited = validity if since or until else None
    if not is_dated(predicate, snak):
        return ANY_TIME, limited
    if stated and (interval := read_days(stated)) is not None:
        return interval, None
    if predicate.temporal != "state":  # "not yet" was last true on the last day that it holds
        return (until or ANY_TIME), limited
    return validity, limited


def choose_facts(
    facts: Sequence[HouseFact], separators: frozenset[tuple[str, str]], predicate: Predicate
) -> list[Bound]:
    """Return the house facts that bind a slot.

    The slot's own, of several (after a merge) the newest; else those that leave separators out.
    """
    own = [fact for fact in facts if fact.separators == separators]
    if own:
        return [(max(own, key=lambda fact: fact.ruling), False)]
    return [
        (read_less_scoped(fact, separators, predicate), True)
        for fact in facts
        if fact.separators < separators and not is_another(predicate, dict(fact.separators), dict(separators))
    ]


def read_less_scoped(
    fact: HouseFact, separators: frozenset[tuple[str, str]], predicate: Predicate
) -> HouseFact:
    """Return a fact as it binds a slot that states more: a figure of the whole is the most that a part can be.

    What came out on a day came out nowhere before; in one country it may have come later.
    """
    if is_whole(predicate, dict(fact.separators), dict(separators)):
        return replace(fact, answer=bound(fact.answer))
    where = {key for key, _ in separators - fact.separators}
    if predicate.key in _COMES_OUT and "place" in where and fact.answer.kind == "asserted":
        facets = tuple(facet._replace(hi=None) for facet in fact.answer.facets)
        return replace(fact, answer=fact.answer._replace(facets=facets))
    return fact


_COMES_OUT = frozenset({"released", "available_since"})


def find_violations(
    rows: Sequence[Row],
    facts: Sequence[Bound],
    question: Question,
    published: Published,
) -> Conflict | None:
    """Return the claims of one slot that contradict a house fact, with its claim as alternative 0.

    `rows` are of that slot; `facts` come from `choose_facts`; `published` is asked for the claims
    without a time of their own, where a fact's validity is limited.
    """
    found = _Found({}, {}, firm=False)
    for fact, unscoped in facts:
        bind, doubtful = _leave_out(rows, fact, published)
        if bind:
            _compare(bind, doubtful, fact, question, found, unscoped=unscoped)
    return found.to_conflict()


def _leave_out(
    rows: Sequence[Row], fact: HouseFact, published: Published
) -> tuple[list[Row], frozenset[int]]:
    """Return the rows to which the fact applies, and the claims of which nobody knows whether it does."""
    if fact.validity is None:
        return list(rows), frozenset()
    bind: list[Row] = []
    doubtful: set[int] = set()
    for row in rows:
        if (row.as_of_lo, row.as_of_hi) == ANY_TIME:
            days = [read_published(day) for day in published.get(row.claim, (None,))]
            if not any(day is None or _is_within(day, fact.validity) for day in days):
                continue
            if not any(day is not None and _is_within(day, fact.validity) for day in days):
                doubtful.add(row.claim)
        bind.append(row)
    return bind, frozenset(doubtful)


def leave_out(rows: Sequence[Row], claims: Collection[int]) -> list[Row]:
    """Return the rows of other claims, but for those that one sentence names together with one of these."""
    together = {row.member_of for row in rows if row.claim in claims} - {None}
    return [row for row in rows if row.claim not in claims and row.member_of not in together]


def _is_within(day: tuple[int, int], validity: Interval) -> bool:
    since, until = validity
    return (since is None or since < day[1]) and (until is None or day[0] < until)


@dataclass(slots=True)
class _Found:
    """Violations so far: how claims fit each other by modality class and dimension, and denials."""

    fits: dict[tuple[int, str | None], list[Mapping[int, tuple[int, ...]]]]
    denials: dict[int, None]
    firm: bool
    facts: tuple[int, ...] = ()

    def to_conflict(self) -> Conflict | None:
        """Number the alternatives, the house fact's first."""
        members: list[Member] = []
        first = 1
        for fits in self.fits.values():
            combined, count = combine(fits, first)
            members += combined
            first += count
        known = {member.claim for member in members}
        members += [Member(claim, first, (first,)) for claim in self.denials if claim not in known]
        if not members:
            return None
        members += [Member(claim, 0, (0,)) for claim in dict.fromkeys(self.facts)]
        ordered = tuple(sorted(members, key=lambda member: member.claim))
        return Conflict(ordered, self.firm, notes=dict.fromkeys(self.facts, NOTE))


def _compare(
    rows: Sequence[Row],
    doubtful: frozenset[int],
    fact: HouseFact,
    question: Question,
    found: _Found,
    *,
    unscoped: bool,
) -> None:
    said = gather(leave_out(rows, {fact.claim}), question)
    held = gather(list_rows(0, fact.claim, fact.answer, [(fact.moment, None)], unscoped=unscoped), question)
    for group, facts in held.items():
        stands = list_facing(said, group, facts[0].kind)
        if unscoped:  # two claims that both leave out what separates the slot are compared elsewhere
            stands = [stand for stand in stands if stand.native]
        sure = [stand for stand in stands if stand.firm and doubtful.isdisjoint(stand.claims)]
        firm_facts = [stand for stand in facts if stand.firm]
        contested = contest_facing(stands, facts, group, question)
        denied = deny_facing(stands, facts, group, question)
        if contested:
            rivals = [stand for stand in stands if stand.number in contested]
            place = (group[0], group[2])
            found.fits.setdefault(place, []).append(list_fits(rivals, contested, group[1], question))
        found.denials.update(
            (claim, None) for stand in stands if stand.number in denied for claim in stand.claims
        )
        if contested or denied:
            found.facts = (*found.facts, fact.claim)
            found.firm = found.firm or bool(
                contest_facing(sure, firm_facts, group, question)
                or deny_facing(sure, firm_facts, group, question)
            )


def needs_dates(rows: Sequence[Row], facts: Sequence[Bound]) -> list[int]:
    """Return the claims of which `find_violations` must know when they were published."""
    if all(fact.validity is None for fact, _ in facts):
        return []
    return sorted({row.claim for row in rows if (row.as_of_lo, row.as_of_hi) == ANY_TIME})


def list_names(bound: Iterable[Sequence[Bound]]) -> set[int]:
    """Return the entities that are the values of house facts."""
    return {
        fact.answer.entity
        for facts in bound
        for fact, _ in facts
        if fact.answer.entity is not None and NAMED in fact.answer.facets
    }
