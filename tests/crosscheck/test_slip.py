"""Which figures differ as if a noun of number or a zero had been misread."""

import pytest

from tests.crosscheck.test_split import DATE, FIGURE, make_row, split


def test_figures_that_differ_by_thousands_only_are_a_slip() -> None:
    rows = [
        make_row(1, lo=411.5e6, hi=412.5e6, dimension="money:EUR"),
        make_row(2, lo=411.5e9, hi=412.5e9, dimension="money:EUR"),
    ]
    conflict = split(rows, FIGURE).values
    assert conflict is not None
    assert conflict.slip
    other = make_row(3, lo=500e6, hi=501e6, dimension="money:EUR")
    mixed = split([*rows, other], FIGURE).values
    assert mixed is not None
    assert not mixed.slip


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ((1850, 1851), (18500, 18501), True),
        ((12000, 12001), (1200, 1201), True),
        ((12.35, 12.45), (1.235, 1.245), True),
        ((1850, 1851), (18600, 18601), False),
        ((2, 3), (20, 21), False),
        ((4.5, 5.5), (49.5, 50.5), False),
    ],
    ids=["a zero added", "a zero lost", "a point moved", "other digits", "one digit", "one vague digit"],
)
def test_a_zero_too_many_is_a_slip_in_figures_of_two_digits(
    one: tuple[float, float], other: tuple[float, float], slips: bool
) -> None:
    rows = [
        make_row(claim, lo=lo, hi=hi, dimension="number")
        for claim, (lo, hi) in enumerate((one, other), start=1)
    ]
    conflict = split(rows, FIGURE).values
    assert conflict is not None
    assert conflict.slip is slips


def test_figures_that_are_worlds_apart_are_no_slip() -> None:
    tiny = make_row(1, lo=4e-300, hi=5e-300, dimension="number")
    conflict = split([tiny, make_row(2, lo=4e300, hi=5e300, dimension="number")], FIGURE).values
    assert conflict is not None
    assert not conflict.slip


def test_dates_are_never_a_slip_of_magnitude() -> None:
    conflict = split([make_row(1, lo=20.0, hi=21.0), make_row(2, lo=20000.0, hi=20001.0)], DATE).values
    assert conflict is not None
    assert not conflict.slip
