"""The split against the plain truth: looking at every pair, which the split never does."""

import sqlite3
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.conflict.split import Split, split
from claims.crosscheck.conflict.stand import Question
from claims.crosscheck.query import read_sql
from claims.crosscheck.rows.facets import END, ENTITY, START, VALUE
from claims.crosscheck.rows.row import KEYS_PER_SLOT, Row, make_key
from claims.vocabulary import Predicate

DATE = Question(Predicate("released", "date"), {})
FIGURE = Question(Predicate("staff", "quantity", temporal="state", validity_days=365), {})
WITHIN = {2: frozenset({1}), 3: frozenset({1}), 4: frozenset({2, 1}), 6: frozenset({5})}
PLACE = Question(Predicate("headquarters", "entity", temporal="state", contains=True), WITHIN)
MAKER = Question(Predicate("developer", "entity", cardinality="set", contains=True), WITHIN)

Told = list[Row]
"""The rows of one claim, or of the claims that one sentence makes together."""


def make_row(claim: int, facet: int = VALUE, **columns: Any) -> Row:
    row = Row(make_key(1, facet, 0), None, None, None, None, claim, "asserted", None, None, None, 0)
    return row._replace(**columns)


bounds = st.integers(0, 12)
kinds = st.sampled_from(["asserted", "asserted", "asserted", "negated"])
scopes = st.sampled_from([0, 0, 0, 1])


@st.composite
def spans(draw: st.DrawFn) -> tuple[float | None, float | None]:
    lo = draw(bounds)
    hi = lo + draw(st.integers(1, 5))
    return (
        None if draw(st.integers(0, 9)) == 0 else float(lo),
        None if draw(st.integers(0, 9)) == 0 else float(hi),
    )


@st.composite
def times(draw: st.DrawFn) -> tuple[int | None, int | None]:
    lo = draw(bounds)
    return draw(st.sampled_from([(lo, lo + 1), (lo, lo + 3), (lo, lo + 6), (None, None), (None, lo + 1)]))


@st.composite
def dates(draw: st.DrawFn) -> list[Told]:
    told: list[Told] = []
    for claim in range(draw(st.integers(2, 7))):
        kind, scope = draw(st.sampled_from(["asserted", "asserted", "negated", "novalue"])), draw(scopes)
        if kind == "novalue":
            day = draw(st.one_of(st.none(), bounds))
            after = None if day is None else day + 1
            told.append([make_row(claim, kind=kind, as_of_lo=day, as_of_hi=after, unscoped=scope)])
            continue
        first = draw(spans())
        found = [first]
        if first[1] is not None and draw(st.integers(0, 3)) == 0:
            gap = first[1] + draw(st.integers(1, 3))
            found.append((gap, gap + draw(st.integers(1, 3))))
        told.append([make_row(claim, lo=lo, hi=hi, kind=kind, unscoped=scope) for lo, hi in found])
    return told


@st.composite
def figures(draw: st.DrawFn) -> list[Told]:
    told: list[Told] = []
    for claim in range(draw(st.integers(2, 7))):
        kind, scope, (lo, hi) = draw(kinds), draw(scopes), draw(spans())
        dimension = draw(st.sampled_from(["money:EUR", "money:EUR", "money:USD"]))
        if draw(st.integers(0, 7)) == 0:
            kind, lo, hi, dimension = "novalue", None, None, None
        told.append(
            [
                make_row(
                    claim,
                    lo=lo,
                    hi=hi,
                    kind=kind,
                    unscoped=scope,
                    dimension=dimension,
                    as_of_lo=since,
                    as_of_hi=until,
                )
                for since, until in draw(st.lists(times(), min_size=1, max_size=2, unique=True))
            ]
        )
    return told


@st.composite
def places(draw: st.DrawFn) -> list[Told]:
    told: list[Told] = []
    for claim in range(draw(st.integers(2, 7))):
        since, until = draw(times())
        told.append(
            [
                make_row(
                    claim,
                    ENTITY,
                    entity=draw(st.integers(1, 6)),
                    kind=draw(kinds),
                    unscoped=draw(scopes),
                    as_of_lo=since,
                    as_of_hi=until,
                )
            ]
        )
    return told


@st.composite
def makers(draw: st.DrawFn) -> list[Told]:
    told: list[Told] = []
    for sentence in range(draw(st.integers(2, 6))):
        names = sorted(draw(st.sets(st.integers(1, 6), min_size=1, max_size=3)))
        scope = draw(scopes)
        told.append(
            [make_row(name, ENTITY, entity=name, member_of=sentence, unscoped=scope) for name in names]
        )
    return told


def split_all(told: Sequence[Told], question: Question) -> Split:
    return split([row for rows in told for row in rows], question)


def list_pairs(told: Sequence[Told], question: Question, *, denials: bool) -> list[tuple[Told, Told]]:
    """Return the pairs that conflict when looked at alone."""
    return [
        pair
        for pair in combinations(told, 2)
        if (found := split_all(pair, question)) and (found.denials if denials else found.values) is not None
    ]


def check(told: list[Told], question: Question) -> None:
    found = split_all(told, question)
    for conflict, denials in ((found.values, False), (found.denials, True)):
        pairs = list_pairs(told, question, denials=denials)
        assert (conflict is not None) == bool(pairs)
        if conflict is not None:
            members = {member.claim for member in conflict.members}
            assert {row.claim for pair in pairs for rows in pair for row in rows} <= members
            assert all(member.fits for member in conflict.members)


@given(dates())
def test_dates_conflict_exactly_where_two_of_them_do(told: list[Told]) -> None:
    check(told, DATE)


@given(figures())
def test_figures_conflict_exactly_where_two_of_the_same_time_do(told: list[Told]) -> None:
    check(told, FIGURE)


@given(places())
def test_places_conflict_exactly_where_two_of_the_same_time_do(told: list[Told]) -> None:
    check(told, PLACE)


@given(makers())
def test_sets_conflict_exactly_where_two_share_no_name(told: list[Told]) -> None:
    check(told, MAKER)


@given(st.lists(st.tuples(spans(), times()), min_size=2, max_size=8))
def test_claims_of_one_alternative_never_contradict_each_other(
    drawn: list[tuple[tuple[float | None, float | None], tuple[int | None, int | None]]],
) -> None:
    told = [
        [make_row(claim, lo=lo, hi=hi, as_of_lo=since, as_of_hi=until)]
        for claim, ((lo, hi), (since, until)) in enumerate(drawn)
    ]
    conflict = split_all(told, FIGURE).values
    if conflict is None:
        return
    alternative = {member.claim: member.alternative for member in conflict.members}
    assert len({place for place in alternative.values() if place is not None}) >= 2
    for one, other in list_pairs(told, FIGURE, denials=False):
        given_one, given_other = alternative[one[0].claim], alternative[other[0].claim]
        assert given_one is None or given_one != given_other


def get_alternatives(conflict: Conflict | None) -> list[tuple[int | None, tuple[int, ...]]]:
    assert conflict is not None
    return [(member.alternative, member.fits) for member in conflict.members]


def test_a_claim_that_fits_several_alternatives_accuses_none_of_them() -> None:
    november, january, year = (0.0, 30.0), (61.0, 92.0), (0.0, 365.0)
    rows = [make_row(claim, lo=lo, hi=hi) for claim, (lo, hi) in enumerate([november, january, year])]
    assert get_alternatives(split(rows, DATE).values) == [(0, (0,)), (1, (1,)), (None, (0, 1))]


def test_an_answer_that_contradicts_nobody_of_its_time_opens_no_alternative() -> None:
    rows = [
        make_row(1, lo=100.0, hi=101.0, as_of_lo=0, as_of_hi=10),
        make_row(2, lo=200.0, hi=201.0, as_of_lo=50, as_of_hi=60),
        make_row(3, lo=300.0, hi=301.0, as_of_lo=50, as_of_hi=60),
    ]
    conflict = split(rows, FIGURE).values
    assert conflict is not None
    assert [member.claim for member in conflict.members] == [2, 3]


def test_a_conflict_that_needs_a_claim_of_unknown_scope_is_not_firm() -> None:
    native, guest = make_row(1, lo=1.0, hi=2.0), make_row(2, lo=5.0, hi=6.0, unscoped=1)
    conflict = split([native, guest], DATE).values
    assert conflict is not None
    assert not conflict.firm


def test_two_claims_of_unknown_scope_are_another_slots_business() -> None:
    rows = [make_row(1, lo=1.0, hi=2.0, unscoped=1), make_row(2, lo=5.0, hi=6.0, unscoped=1)]
    assert split(rows, DATE).values is None


def test_a_conflict_that_needs_a_state_of_unknown_time_is_not_firm() -> None:
    dated = make_row(1, lo=1.0, hi=2.0, as_of_lo=0, as_of_hi=9)
    conflict = split([dated, make_row(2, lo=5.0, hi=6.0)], FIGURE).values
    assert conflict is not None
    assert not conflict.firm


def test_a_period_has_an_alternative_for_each_pair_of_ends() -> None:
    rows = []
    for claim, (start, end) in enumerate([(10, 11), (10, 12), (9, 11)]):
        rows.append(make_row(claim, VALUE, lo=float(start), hi=end + 1.0))
        rows.append(make_row(claim, START, lo=float(start), hi=start + 1.0))
        rows.append(make_row(claim, END, lo=float(end), hi=end + 1.0))
    held = Question(Predicate("held_on", "date", temporal="period"), {})
    assert {member[0] for member in get_alternatives(split(rows, held).values)} == {0, 1, 2}


@settings(max_examples=150)
@given(st.one_of(dates(), figures(), places(), makers()), st.sampled_from([DATE, FIGURE, PLACE, MAKER]))
def test_what_conflicts_is_always_flagged(told: list[Told], question: Question) -> None:
    rows = [row for together in told for row in together]
    found = split(rows, question)
    with_sql = sqlite3.connect(":memory:")
    with_sql.execute(f"CREATE TABLE check_row ({', '.join(Row._fields)})")
    with_sql.executemany(f"INSERT INTO check_row VALUES ({', '.join('?' * len(Row._fields))})", rows)
    flagged = {key for (key,) in with_sql.execute(read_sql("flag"))}
    with_sql.close()
    if found.values is not None or found.denials is not None:
        assert flagged & {row.key for row in rows}
        kept = [row for row in rows if row.key in flagged]
        assert split(kept, question) == found
    assert all(key // KEYS_PER_SLOT == 1 for key in flagged)
