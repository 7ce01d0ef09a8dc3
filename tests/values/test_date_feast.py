"""Which day feasts and holidays fall on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values.date_build import get_weekday
from claims.values.date_feast import Rule, find_easter, find_feast
from claims.values.find_date import find_dates

YEARS = st.integers(1600, 2400)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1818, "1818-03-22"),
        (1943, "1943-04-25"),
        (2000, "2000-04-23"),
        (2024, "2024-03-31"),
        (2025, "2025-04-20"),
    ],
)
def test_easter_falls_on_the_days_that_almanacs_give(year: int, day: str) -> None:
    assert str(find_easter(year)) == day


@given(YEARS)
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = find_easter(year)
    assert get_weekday(day) == 6
    assert (3, 22) <= (day.month, day.day) <= (4, 25)


@given(YEARS)
def test_the_fourth_sunday_of_advent_lies_in_the_week_up_to_christmas_eve(year: int) -> None:
    day = find_feast(("advent", 0, 0, 0), year)
    assert get_weekday(day) == 6
    assert (12, 18) <= (day.month, day.day) <= (12, 24)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        (("nth", 11, 3, 4), 2024, "2024-11-28"),
        (("nth", 5, 0, -1), 2024, "2024-05-27"),
        (("nth", 5, 0, -1), 2027, "2027-05-31"),
        (("advent", -32, 0, 0), 2024, "2024-11-20"),
        (("islamic", 10, 1, 0), 2023, "2023-04-21"),
        (("islamic", 1, 1, 0), 2021, "2021-08-09"),
    ],
)
def test_a_movable_feast_falls_where_its_rule_says(rule: Rule, year: int, day: str) -> None:
    assert str(find_feast(rule, year)) == day


def test_a_feast_without_year_is_the_one_nearest_to_publication() -> None:
    assert [found.value.text for found in find_dates("An Ostern war zu.", "de", "2025-03-01")] == ["Ostern"]
    value = find_dates("An Ostern war zu.", "de", "2025-03-01")[0].value
    assert value.type == "date"
    assert value.edtf == "2025-04-20"


def test_a_movable_feast_without_any_year_is_not_placed() -> None:
    value = find_dates("An Ostern war zu.", "de")[0].value
    assert value.type == "date"
    assert value.edtf is None


def test_a_feast_that_hangs_on_the_moon_is_approximate() -> None:
    value = find_dates("Das Zuckerfest 2023 war ruhig.", "de")[0].value
    assert value.type == "date"
    assert value.edtf == "2023-04-21~"
