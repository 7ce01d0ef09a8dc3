"""What holds of the relation of two answers whatever they are: both ways alike, with itself, and when one says less."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import inf

from hypothesis import assume, given
from hypothesis import strategies as st

from claims.crosscheck import Statement, make_statement, relate
from claims.values import Date, EntityValue, Quantity, Relation, compare, parse_edtf
from claims.values.compare import list_date_intervals
from claims.values.quantity import make_quantity
from claims.values.unit import convert_amount, get_base_bounds, get_units
from claims.vocabulary import Predicate, get_seed_vocabulary
from tests.crosscheck.relations import FAMILIES

CONTRADICTION = Relation.CONTRADICTION
PREDICATES = get_seed_vocabulary().predicates

years, months, days = st.integers(2022, 2026), st.sampled_from([1, 2, 6, 11]), st.sampled_from([1, 10, 28])
plain_dates = st.one_of(
    st.builds("{:04}".format, years),
    st.builds("{:04}-{:02}".format, years, months),
    st.builds("{:04}-{:02}-{:02}".format, years, months, days),
)
single_dates = st.one_of(
    plain_dates,
    st.builds("{:04}-{}".format, years, st.sampled_from([21, 22, 23])),
    st.builds("{:03}X".format, st.integers(201, 203)),
)
edtfs = st.one_of(
    single_dates,
    plain_dates.map("{}~".format),
    st.builds("../{}".format, years),
    st.builds("{}/..".format, years),
    st.builds(lambda first, length: f"{first}/{first + length}", years, st.integers(1, 9)),
    st.lists(plain_dates, min_size=2, max_size=3, unique=True).map(sorted).map(",".join).map("[{}]".format),
)
figures = st.builds(
    make_quantity,
    st.integers(1, 100_000).map(Fraction),
    st.sampled_from([1, 10, 1000]).map(Fraction),
    hedge=st.sampled_from(["=", "~", "<", "<=", ">", ">="]),
    unit=st.sampled_from([None, "km", "m", "EUR", "%", "h"]),
)
names = st.sampled_from(["whole", "part", "version", "family", "other"])
as_ofs = st.tuples(st.integers(0, 300), st.integers(1, 200)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def contradict(one: Statement, other: Statement) -> bool:
    return relate(one, other) is CONTRADICTION


@st.composite
def answers(draw: st.DrawFn) -> tuple[Statement, ...]:
    """Draw three answers to one question, of any kind and in any way."""
    family = draw(st.sampled_from(sorted(FAMILIES)))
    examples = [words for kind in FAMILIES[family].kinds.values() for words in kind]
    told = [FAMILIES[family].state(draw(st.sampled_from(examples))) for _ in range(3)]
    if family == "dates":
        told = [replace(one, value=parse_edtf(draw(edtfs))) for one in told]
    if family in {"figures", "tolerance"}:
        told = [replace(one, value=draw(figures)) for one in told]
    return tuple(told)


said_dates = st.builds(lambda edtf: make_statement("X", "released", parse_edtf(edtf)), edtfs)
said_figures = st.builds(lambda value: Statement("X", Predicate("free", "quantity"), value), figures)


@given(answers())
def test_the_relation_is_the_same_both_ways(told: tuple[Statement, ...]) -> None:
    assert relate(told[0], told[1]) is relate(told[1], told[0])


@given(answers())
def test_an_answer_never_contradicts_itself(told: tuple[Statement, ...]) -> None:
    one = told[0]
    resolved = not isinstance(one.value, Date) or one.value.edtf is not None
    expected = (
        Relation.COMPATIBLE if one.value is None else Relation.SAME if resolved else Relation.INCOMPARABLE
    )
    assert relate(one, one) is expected


@given(answers())
def test_answers_that_are_the_same_stand_alike_to_any_third(told: tuple[Statement, ...]) -> None:
    one, other, third = told
    assume(one.modality == other.modality and one.qualifiers == other.qualifiers and one.as_of == other.as_of)
    assume(one.polarity == other.polarity and relate(one, other) is Relation.SAME)
    assert (relate(one, third) is CONTRADICTION) == (relate(other, third) is CONTRADICTION)


def say_less_of_date(edtf: str) -> list[str]:
    """Return dates that a single date, given as EDTF, lies in."""
    if "X" in edtf:
        return [f"{edtf[:3]}0/{edtf[:3]}9"]
    year = edtf[:4]
    wider = [f"{int(year) - 1}/{int(year) + 1}", f"../{year}", f"{year}/..", f"[{edtf},1990]"]
    return [*wider, year, f"{year[:3]}X", edtf[:7] if len(edtf) == 10 else year]


@given(single_dates, edtfs, st.data())
def test_a_date_that_says_less_contradicts_nothing_more(edtf: str, other: str, data: st.DataObject) -> None:
    one, beside = (make_statement("X", "released", parse_edtf(words)) for words in (edtf, other))
    less = replace(one, value=parse_edtf(data.draw(st.sampled_from(say_less_of_date(edtf)))))
    assert contradict(one, beside) or not contradict(less, beside)


@given(plain_dates, edtfs)
def test_an_approximate_date_contradicts_nothing_more(edtf: str, other: str) -> None:
    one, beside = (make_statement("X", "released", parse_edtf(words)) for words in (edtf, other))
    about = replace(one, value=parse_edtf(f"{edtf}~"))
    assert contradict(one, beside) or not contradict(about, beside)


@given(plain_dates, edtfs, plain_dates)
def test_one_of_several_dates_contradicts_nothing_that_one_of_them_does_not(
    edtf: str, other: str, more: str
) -> None:
    assume(edtf != more)
    one, beside = (make_statement("X", "released", parse_edtf(words)) for words in (edtf, other))
    several = make_statement("X", "released", parse_edtf(f"[{','.join(sorted((edtf, more)))}]"))
    assert contradict(one, beside) or not contradict(several, beside)


@given(said_figures, said_figures, st.floats(0, 1e6), st.floats(0, 1e6), st.booleans(), st.booleans())
def test_a_figure_that_says_less_contradicts_nothing_more(
    one: Statement, other: Statement, below: float, above: float, from_open: bool, to_open: bool
) -> None:
    value = one.value
    assert isinstance(value, Quantity)
    lo = None if from_open or value.lo is None else value.lo - below
    hi = None if to_open or value.hi is None else value.hi + above
    less = replace(one, value=replace(value, lo=lo, hi=hi))
    assert contradict(one, other) or not contradict(less, other)


@given(st.integers(900, 1100), st.integers(900, 1100), st.floats(0, 0.2), st.floats(0, 100))
def test_figures_contradict_exactly_where_they_differ_by_more_than_the_tolerance(
    one: int, other: int, relative: float, absolute: float
) -> None:
    predicate = Predicate("free", "quantity", tolerance_relative=relative, tolerance_absolute=absolute)
    less, more = sorted((one, other))
    allowed = (less + 1) * relative / 2 + more * relative / 2 + absolute
    assume(abs(more - less - 1 - allowed) > 1e-6)
    told = (
        Statement("X", predicate, make_quantity(Fraction(amount), hedge="exactly")) for amount in (one, other)
    )
    assert contradict(*told) == (more - less - 1 > allowed)


@given(st.integers(1, 10_000), figures, st.sampled_from([("km", "m"), ("h", "min"), ("t", "kg")]))
def test_a_figure_in_another_unit_of_its_dimension_stands_alike_to_any_other(
    amount: int, other: Quantity, units: tuple[str, str]
) -> None:
    large, small = units
    in_large = make_quantity(Fraction(amount), hedge="exactly", unit=large)
    factor = convert_amount("1", large) / convert_amount("1", small)
    assert in_large.lo is not None
    assert in_large.hi is not None
    in_small = replace(
        in_large,
        amount=str(amount * factor),
        lo=float(Fraction(in_large.lo) * factor),
        hi=float(Fraction(in_large.hi) * factor),
        unit=small,
    )
    assert compare(in_large, in_small) is Relation.SAME
    assert compare(in_large, other) is compare(in_small, other)


@given(figures, figures)
def test_figures_of_two_dimensions_or_currencies_are_never_compared(one: Quantity, other: Quantity) -> None:
    units = get_units()
    assume((one.unit and units[one.unit].dimension) != (other.unit and units[other.unit].dimension))
    assert compare(one, other) is Relation.INCOMPARABLE


def name(label: str, *others: str, predicate: str = "developer") -> Statement:
    return replace(
        make_statement("X", predicate, EntityValue(label, label)),
        named_with=tuple(EntityValue(one, one) for one in others),
        within={"part": frozenset({"whole"}), "version": frozenset({"family"})},
    )


@given(names, st.lists(names, max_size=2, unique=True), names)
def test_a_set_that_names_more_contradicts_nothing_more(one: str, others: list[str], beside: str) -> None:
    more = name(one, *others, "third")
    assert contradict(name(one, *others), name(beside)) or not contradict(more, name(beside))


@given(st.sampled_from(["part", "version"]), names, st.sampled_from(["developer", "headquarters"]))
def test_a_whole_named_for_its_part_contradicts_nothing_more(one: str, beside: str, predicate: str) -> None:
    whole = {"part": "whole", "version": "family"}[one]
    other = name(beside, predicate=predicate)
    assert contradict(name(one, predicate=predicate), other) or not contradict(
        name(whole, predicate=predicate), other
    )


@given(names, names, st.text(min_size=1, max_size=5))
def test_a_name_that_was_merged_into_another_stands_for_it(one: str, beside: str, label: str) -> None:
    merged = replace(name(one), value=EntityValue(label, one))
    assert relate(merged, name(one)) is Relation.SAME
    assert relate(merged, name(beside)) is relate(name(one), name(beside))


@given(answers(), st.sampled_from(["happened", "estimated", "alleged"]))
def test_what_happened_is_compared_whoever_alleges_or_estimates_it(
    told: tuple[Statement, ...], modality: str
) -> None:
    one, other = (replace(statement, modality="happened") for statement in told[:2])
    assert relate(replace(one, modality=modality), other) is relate(one, other)  # type: ignore[arg-type]


@given(answers())
def test_a_plan_never_contradicts_what_happened(told: tuple[Statement, ...]) -> None:
    assume(not told[0].predicate.plans_compare)
    planned, happened = replace(told[0], modality="planned"), replace(told[1], modality="happened")
    assert relate(planned, happened) is Relation.INCOMPARABLE


@given(answers())
def test_two_denials_never_contradict_each_other(told: tuple[Statement, ...]) -> None:
    one, other = (replace(statement, polarity="negated") for statement in told[:2])
    assert relate(one, other) is not CONTRADICTION


@given(st.one_of(st.tuples(said_dates, said_dates), st.tuples(said_figures, said_figures)))
def test_a_denial_contradicts_exactly_what_lies_within_it(pair: tuple[Statement, Statement]) -> None:
    denied, said = replace(pair[0], polarity="negated"), pair[1]
    dimension, spans = _list_spans(denied)
    its_dimension, its_spans = _list_spans(said)
    inside = dimension == its_dimension and any(
        lo <= its_spans[0][0] and its_spans[-1][1] <= hi for lo, hi in spans
    )
    assert (relate(denied, said) is CONTRADICTION) == inside


def _list_spans(statement: Statement) -> tuple[str, Sequence[tuple[float, float]]]:
    """Return what is measured and the intervals that a value stands for."""
    value = statement.value
    if isinstance(value, Date):
        return "days", list_date_intervals(value)
    assert isinstance(value, Quantity)
    dimension, lo, hi = get_base_bounds(value)
    return dimension, [(-inf if lo is None else lo, inf if hi is None else hi)]


@given(st.integers(0, 50), st.integers(0, 50), as_ofs, as_ofs)
def test_states_contradict_only_at_a_common_time(
    one: int, other: int, when: tuple[int, int], then: tuple[int, int]
) -> None:
    first, second = (
        make_statement("X", "deaths", make_quantity(Fraction(amount)), as_of=as_of)
        for amount, as_of in ((one, when), (other, then))
    )
    common = when[0] < then[1] and then[0] < when[1]
    if not common:
        assert relate(first, second) is Relation.INCOMPARABLE
    assert relate(first, replace(second, as_of=None)) is not Relation.INCOMPARABLE


@given(st.integers(0, 50), st.integers(0, 50), as_ofs, as_ofs, st.integers(0, 90))
def test_a_state_said_of_a_shorter_time_contradicts_nothing_more(
    one: int, other: int, when: tuple[int, int], then: tuple[int, int], cut: int
) -> None:
    first, second = (
        make_statement("X", "deaths", make_quantity(Fraction(amount)), as_of=as_of)
        for amount, as_of in ((one, when), (other, then))
    )
    shorter = replace(first, as_of=(min(when[0] + cut, when[1] - 1), when[1]))
    assert contradict(first, second) or not contradict(shorter, second)


@given(answers(), st.dictionaries(st.sampled_from("abc"), st.sampled_from("xy"), max_size=2))
def test_questions_are_one_where_each_separator_that_both_state_is_the_same(
    told: tuple[Statement, ...], scope: dict[str, str]
) -> None:
    one, other = (replace(statement, qualifiers={}) for statement in told[:2])
    assert relate(replace(one, qualifiers=scope), replace(other, qualifiers=scope)) is relate(one, other)
    apart = replace(one, qualifiers={**scope, "d": "x"}), replace(other, qualifiers={**scope, "d": "y"})
    assert relate(*apart) is Relation.INCOMPARABLE
