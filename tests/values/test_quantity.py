"""What interval a written figure stands for."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values.quantity import Hedge, get_value, make_fraction, make_quantity, make_range, write_amount

MILLION = Fraction(10**6)
amounts = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=1000)
places = st.sampled_from([Fraction(1), Fraction(1, 10), Fraction(1, 100), Fraction(1000), MILLION])
hedges: st.SearchStrategy[Hedge] = st.sampled_from(
    ["=", "~", "<", "<=", ">", ">=", "just below", "just above", "exactly"]
)


def bounds(
    amount: str | Fraction, place: str | Fraction = "1", hedge: Hedge = "=", unit: str | None = None
) -> tuple[float | None, float | None]:
    quantity = make_quantity(Fraction(amount), Fraction(place), hedge=hedge, unit=unit)
    return quantity.lo, quantity.hi


def test_a_scaled_figure_is_exact_to_half_of_its_last_digit() -> None:
    assert bounds(56 * MILLION / 10, MILLION / 10) == (5.55e6, 5.65e6)


def test_rund_widens_the_figure_tenfold() -> None:
    assert bounds(56 * MILLION / 10, MILLION / 10, "~") == (5.1e6, 6.1e6)


def test_rund_never_widens_beyond_a_quarter_of_the_figure() -> None:
    assert bounds("8", "1", "~", "%") == (6.0, 10.0)


def test_rund_of_even_hundreds_is_said_of_hundreds() -> None:
    assert bounds("200", "1", "~") == (150.0, 250.0)
    assert bounds("210", "1", "~") == (205.0, 215.0)


def test_a_count_is_the_whole_number() -> None:
    assert bounds("64") == (64.0, 65.0)


def test_a_measured_figure_is_exact_to_half_a_unit() -> None:
    assert bounds("64", unit="km") == (63.5, 64.5)


def test_more_than_a_count_begins_with_the_next() -> None:
    assert bounds("5", hedge=">") == (6.0, None)


def test_more_than_a_measure_begins_with_the_figure() -> None:
    assert bounds("1", unit="%", hedge=">") == (1.0, None)


def test_less_than_ends_before_the_figure() -> None:
    assert bounds("1", unit="%", hedge="<") == (None, 1.0)


def test_at_least_includes_the_figure() -> None:
    assert bounds("88", hedge=">=") == (88.0, None)


def test_at_most_includes_the_figure() -> None:
    assert bounds("88", hedge="<=") == (None, 89.0)


def test_knapp_lies_just_below_the_figure() -> None:
    assert bounds("45", hedge="just below", unit="%") == (40.0, 45.0)


def test_gut_lies_just_above_the_figure() -> None:
    assert bounds("45", hedge="just above", unit="%") == (45.0, 50.0)


def test_zeros_from_a_thousand_on_are_rounding() -> None:
    assert bounds("400000") == (399_500.0, 400_500.0)


def test_two_digits_of_a_round_figure_count() -> None:
    assert bounds("2000") == (1950.0, 2050.0)


def test_genau_takes_a_round_figure_at_its_word() -> None:
    assert bounds("2000", hedge="exactly") == (2000.0, 2001.0)


def test_a_place_among_the_top_three_begins_at_one() -> None:
    assert bounds("3", hedge="<=", unit="rank") == (1.0, 4.0)


def test_one_in_eight_lies_between_its_neighbours() -> None:
    quantity = make_fraction(1, 8)
    assert (quantity.amount, quantity.lo, quantity.hi) == ("1/8", 1 / 8.5, 1 / 7.5)


def test_a_fraction_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="positive denominator"):
        make_fraction(1, 0)


def test_a_range_reaches_from_the_lower_to_the_upper_bound() -> None:
    quantity = make_range((Fraction(20), Fraction(1)), (Fraction(30), Fraction(1)), unit="min")
    assert (quantity.amount, quantity.amount_max, quantity.lo, quantity.hi) == ("20", "30", 19.5, 30.5)


@pytest.mark.parametrize(
    ("value", "written"),
    [("5600000", "5600000"), ("-7/2", "-3.5"), ("1/3", "1/3"), ("1/20", "0.05"), ("0", "0")],
)
def test_an_amount_is_decimal_text_where_it_can_be(value: str, written: str) -> None:
    assert write_amount(Fraction(value)) == written


@given(amounts)
def test_an_amount_keeps_its_exact_value(value: Fraction) -> None:
    assert Fraction(write_amount(value)) == value


@given(amounts, places, hedges)
def test_bounds_never_cross(amount: Fraction, place: Fraction, hedge: Hedge) -> None:
    lo, hi = bounds(amount, place, hedge)
    assert lo is None or hi is None or lo <= hi


@given(amounts, places)
def test_rund_holds_what_the_figure_itself_stands_for(amount: Fraction, place: Fraction) -> None:
    lo, hi = bounds(amount, place, unit="km")
    wide_lo, wide_hi = bounds(amount, place, "~", "km")
    assert None not in {lo, hi, wide_lo, wide_hi}
    assert wide_lo <= lo  # type: ignore[operator]  # None is excluded above
    assert hi <= wide_hi  # type: ignore[operator]  # None is excluded above


@given(amounts, places)
def test_the_exact_amount_is_kept_beside_the_bounds(amount: Fraction, place: Fraction) -> None:
    assert get_value(make_quantity(amount, place, hedge="~")) == amount
