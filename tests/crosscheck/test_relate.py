"""What contradicts what: two claims at a time."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.crosscheck import Statement, make_statement, relate
from claims.values import BooleanValue, Date, Day, EntityValue, Quantity, Relation, StringValue, parse_edtf
from claims.values.quantity import make_quantity

CONTRADICTION = Relation.CONTRADICTION


def day(iso: str) -> int:
    return Day(*map(int, iso.split("-"))).number


def on(predicate: str, edtf: str, **rest: object) -> Statement:
    return make_statement("R1", predicate, parse_edtf(edtf), **rest)  # type: ignore[arg-type]


def figure(predicate: str, amount: int | str, unit: str | None = None, **rest: object) -> Statement:
    return make_statement("R1", predicate, make_quantity(Fraction(amount), unit=unit), **rest)  # type: ignore[arg-type]


def named(predicate: str, label: str, **rest: object) -> Statement:
    return make_statement("R1", predicate, EntityValue(label, label.casefold()), **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("2024-11", "2025-01", CONTRADICTION),
        ("2025", "2025-01", Relation.COMPATIBLE),
        ("2025-01", "2025-01", Relation.SAME),
        ("2025-01/2025-03", "2025-02/2025-05", Relation.OVERLAP),
        ("[2025-01-20,2025-01-22]", "2025-01-21", CONTRADICTION),
        ("[2025-01-20,2025-01-22]", "[2025-01-21,2025-01-23]", CONTRADICTION),
        ("[2025-01-20,2025-01-22]", "[2025-01-22,2025-01-23]", Relation.OVERLAP),
        ("2025-01-20~", "2025-01-21", Relation.COMPATIBLE),
        ("../2024", "2025", CONTRADICTION),
        ("../2025", "2024", Relation.COMPATIBLE),
    ],
)
def test_dates_exclude_each_other_only_where_they_share_no_day(
    one: str, other: str, relation: Relation
) -> None:
    assert relate(on("released", one), on("released", other)) is relation
    assert relate(on("released", other), on("released", one)) is relation


@pytest.mark.parametrize("plain", ["2025", "../2025", "2020/2025", "2025-06"])
def test_a_deadline_is_compared_by_its_end(plain: str) -> None:
    assert relate(on("target_date", plain), on("target_date", "../2030")) is CONTRADICTION
    assert relate(on("target_date", plain), on("target_date", "../2025")) is not CONTRADICTION


def test_a_deadline_at_the_end_of_a_year_is_not_one_at_its_beginning() -> None:
    late = Date("../2025", None, Day(2025, 12, 31), "late")
    early = Date("../2025", None, Day(2025, 4, 30), "early")
    assert (
        relate(make_statement("X", "target_date", late), make_statement("X", "target_date", early))
        is CONTRADICTION
    )


def test_a_period_contradicts_one_that_ends_on_another_day() -> None:
    assert (
        relate(on("held_on", "2025-02-10/2025-02-11"), on("held_on", "2025-02-10/2025-02-12"))
        is CONTRADICTION
    )


def test_the_ends_of_a_period_have_each_their_own_precision() -> None:
    assert (
        relate(on("held_on", "2025-02-10/2025-03"), on("held_on", "2025-02/2025-03-02")) is not CONTRADICTION
    )


def test_a_day_within_a_period_does_not_contradict_it() -> None:
    assert relate(on("held_on", "2025-02-10/2025-02-12"), on("held_on", "2025-02-11")) is Relation.COMPATIBLE


def test_a_week_is_a_precision_and_not_a_period() -> None:
    week, days = on("held_on", "2025-02-10/2025-02-16"), on("held_on", "2025-02-11/2025-02-12")
    assert relate(week, days) is not CONTRADICTION


def test_the_same_question_needs_the_same_subject_and_predicate() -> None:
    assert (
        relate(on("released", "2024"), replace(on("released", "2025"), subject="V3")) is Relation.INCOMPARABLE
    )
    assert relate(on("released", "2024"), on("announced", "2025")) is Relation.INCOMPARABLE


def test_different_separators_make_different_questions() -> None:
    china = on("released", "2024", qualifiers={"place": "China"})
    europe = on("released", "2025", qualifiers={"place": "Europe"})
    assert relate(china, europe) is Relation.INCOMPARABLE


def test_a_separator_that_one_side_leaves_out_does_not_split() -> None:
    china = on("released", "2024", qualifiers={"place": "China"})
    assert relate(china, on("released", "2025")) is CONTRADICTION


def test_two_questions_that_each_leave_out_what_the_other_states_are_apart() -> None:
    china = on("released", "2024", qualifiers={"place": "China"})
    large = on("released", "2025", qualifiers={"variant": "large"})
    assert relate(china, large) is Relation.INCOMPARABLE


def test_a_difference_within_the_tolerance_is_no_contradiction() -> None:
    assert relate(figure("parameters", 685), figure("parameters", 671)) is not CONTRADICTION
    assert relate(figure("parameters", 685), figure("parameters", 605)) is CONTRADICTION


def test_an_absolute_tolerance_counts_in_the_base_unit() -> None:
    assert relate(figure("change", "1.4", "%"), figure("change", "1.6", "%")) is not CONTRADICTION
    assert relate(figure("change", "1.4", "%"), figure("change", "3.6", "%")) is CONTRADICTION


def test_units_of_one_dimension_are_converted() -> None:
    assert relate(figure("measure", 5, "km"), figure("measure", 5000, "m")) is not CONTRADICTION
    assert relate(figure("measure", 5, "km"), figure("measure", 5, "m")) is CONTRADICTION


def test_currencies_are_never_compared() -> None:
    assert relate(figure("revenue", 5, "EUR"), figure("revenue", 900, "USD")) is Relation.INCOMPARABLE


def test_a_plan_does_not_contradict_what_happened() -> None:
    planned = on("released", "2025", modality="planned")
    assert relate(planned, on("released", "2026")) is Relation.INCOMPARABLE
    assert relate(planned, on("released", "2026", modality="planned")) is CONTRADICTION


def test_what_is_alleged_or_estimated_is_compared_with_what_happened() -> None:
    assert relate(on("released", "2024"), on("released", "2025", modality="alleged")) is CONTRADICTION
    assert relate(on("released", "2024"), on("released", "2025", modality="estimated")) is CONTRADICTION


def test_a_denial_contradicts_what_lies_inside_it() -> None:
    denied = on("released", "2024-11", polarity="negated")
    assert relate(denied, on("released", "2024-11-10")) is CONTRADICTION
    assert relate(denied, on("released", "2024")) is not CONTRADICTION
    assert relate(denied, on("released", "2025")) is not CONTRADICTION


def test_not_yet_contradicts_a_date_wholly_before_the_day_on_which_it_was_said() -> None:
    not_yet = make_statement("R1", "released", None, as_of=(day("2025-01-15"), day("2025-01-16")))
    assert relate(not_yet, on("released", "2025-01-14")) is CONTRADICTION
    assert relate(not_yet, on("released", "2025-01")) is not CONTRADICTION
    assert relate(not_yet, on("released", "2025-02")) is not CONTRADICTION


def test_two_denials_do_not_contradict_each_other() -> None:
    assert (
        relate(on("released", "2024", polarity="negated"), on("released", "2025", polarity="negated"))
        is not CONTRADICTION
    )


def test_states_of_different_times_are_a_change() -> None:
    before = figure("staff", 300, as_of=(day("2023-01-01"), day("2023-12-31")))
    after = figure("staff", 200, as_of=(day("2024-06-01"), day("2024-12-31")))
    assert relate(before, after) is Relation.INCOMPARABLE
    assert relate(before, replace(after, as_of=(day("2023-06-01"), day("2024-06-01")))) is CONTRADICTION


def test_neighbouring_counts_of_the_same_day_exclude_each_other() -> None:
    same = (day("2024-06-01"), day("2024-06-02"))
    assert relate(figure("deaths", 9, as_of=same), figure("deaths", 10, as_of=same)) is CONTRADICTION


def test_states_that_only_touch_in_time_are_a_change() -> None:
    before = figure("deaths", 9, as_of=(day("2024-06-01"), day("2024-06-02")))
    after = figure("deaths", 14, as_of=(day("2024-06-02"), day("2024-06-03")))
    assert relate(before, after) is not CONTRADICTION


def test_a_state_of_unknown_time_is_compared_with_any() -> None:
    dated = figure("staff", 300, as_of=(day("2023-01-01"), day("2023-12-31")))
    assert relate(dated, figure("staff", 200)) is CONTRADICTION


def test_a_part_and_its_whole_agree() -> None:
    within = {"graz": frozenset({"austria"}), "berlin": frozenset({"germany"})}
    graz = replace(named("headquarters", "Graz"), within=within)
    assert relate(graz, named("headquarters", "Austria")) is Relation.COMPATIBLE
    assert relate(graz, named("headquarters", "Berlin")) is CONTRADICTION


def test_a_denied_whole_denies_its_parts_and_not_the_other_way_round() -> None:
    within = {"graz": frozenset({"austria"})}
    not_austria = replace(named("headquarters", "Austria", polarity="negated"), within=within)
    not_graz = replace(named("headquarters", "Graz", polarity="negated"), within=within)
    assert relate(not_austria, named("headquarters", "Graz")) is CONTRADICTION
    assert relate(not_graz, named("headquarters", "Austria")) is not CONTRADICTION


def test_sets_contradict_only_when_they_share_no_name() -> None:
    both = replace(named("developer", "A"), named_with=(EntityValue("B", "b"),))
    assert relate(both, named("developer", "B")) is not CONTRADICTION
    assert relate(both, named("developer", "C")) is CONTRADICTION


def test_one_of_many_right_answers_is_contradicted_by_its_denial_only() -> None:
    assert relate(named("member_of", "A"), named("member_of", "B")) is not CONTRADICTION
    assert relate(named("member_of", "A"), named("member_of", "A", polarity="negated")) is CONTRADICTION
    assert relate(named("member_of", "A"), named("member_of", "B", polarity="negated")) is not CONTRADICTION


def test_texts_are_contradicted_by_the_denial_of_the_same_text_only() -> None:
    asks = make_statement("X", "requires", StringValue("a licence"))
    assert relate(asks, make_statement("X", "requires", StringValue("a label"))) is not CONTRADICTION
    assert (
        relate(asks, make_statement("X", "requires", StringValue("A  licence"), polarity="negated"))
        is CONTRADICTION
    )


def test_what_was_said_is_never_compared() -> None:
    one = make_statement("X", "criticised", EntityValue("A"))
    other = make_statement("X", "criticised", EntityValue("A"), polarity="negated")
    assert relate(one, other) is Relation.INCOMPARABLE


def test_an_unresolved_or_unnamed_value_is_not_compared() -> None:
    vague = make_statement("R1", "released", Date(None, None, None, None, "recently"), snak="somevalue")
    assert relate(vague, on("released", "2025")) is Relation.INCOMPARABLE


def test_yes_contradicts_no() -> None:
    predicate = replace(on("released", "2025").predicate, value_type="boolean")
    yes = Statement("X", predicate, BooleanValue(True))
    assert relate(yes, Statement("X", predicate, BooleanValue(False))) is CONTRADICTION


def test_an_exact_figure_without_width_does_not_contradict_itself() -> None:
    exact = make_statement("X", "benchmark_score", Quantity("5", 5.0, 5.0, "="))
    assert relate(exact, exact) is not CONTRADICTION


YEARS = st.integers(2022, 2026)
ENDS = st.sampled_from(["2023", "2025", "2025-06", "2025-06-30", "2026-11"])


@given(YEARS, ENDS, YEARS, ENDS)
def test_deadlines_are_compared_by_their_end_alone(
    begin: int, end: str, other_begin: int, other: str
) -> None:
    first, second = (
        make_statement("X", "target_date", parse_edtf(f"{min(since, int(until[:4]))}/{until}"))
        for since, until in ((begin, end), (other_begin, other))
    )
    ends = [make_statement("X", "target_date", parse_edtf(until)) for until in (end, other)]
    assert (relate(first, second) is CONTRADICTION) == (relate(*ends) is CONTRADICTION)
