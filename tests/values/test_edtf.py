"""Reading EDTF expressions of levels 0 to 2 and the days they bound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InvalidEdtf
from claims.values import parse_edtf
from claims.values.day import Day, count_days_in_month


def bounds(text: str) -> tuple[str | None, str | None]:
    date = parse_edtf(text)
    return (
        None if date.lo is None else str(date.lo),
        None if date.hi is None else str(date.hi),
    )


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-01-20", "2025-01-20", "2025-01-20"),
        ("-0043", "-0043-01-01", "-0043-12-31"),
        ("2025-01-20T08:30:00+01:00", "2025-01-20", "2025-01-20"),
        ("1900~", "1900-01-01", "1900-12-31"),
        ("2025-?01-~20", "2025-01-20", "2025-01-20"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("-01XX", "-0199-01-01", "-0100-12-31"),
        ("2025-XX-31", "2025-01-31", "2025-12-31"),
        ("2025-02-XX", "2025-02-01", "2025-02-28"),
        ("2025-33", "2025-01-01", "2025-03-31"),
        ("2025-38", "2025-05-01", "2025-08-31"),
        ("2025-41", "2025-07-01", "2025-12-31"),
        ("2025-22", "2025-06-01", "2025-08-31"),
        ("1950S2", "1950-01-01", "1950-12-31"),
        ("Y-17E7", "-170000000-01-01", "-170000000-12-31"),
        ("Y170000002", "170000002-01-01", "170000002-12-31"),
        ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
        ("[1667..1672, 1700]", "1667-01-01", "1700-12-31"),
    ],
)
def test_an_expression_is_bounded_by_its_first_and_last_possible_day(text: str, lo: str, hi: str) -> None:
    assert bounds(text) == (lo, hi)


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("2020/..", "2020-01-01", None),
        ("2020/", "2020-01-01", None),
        ("../2025", None, "2025-12-31"),
        ("/2025-02", None, "2025-02-28"),
        ("[..1760-12-03]", None, "1760-12-03"),
        ("{1760-12..}", "1760-12-01", None),
    ],
)
def test_an_open_or_unknown_end_has_no_bound(text: str, lo: str | None, hi: str | None) -> None:
    assert bounds(text) == (lo, hi)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-13",
        "2025-02-30",
        "XXXX-02-30",
        "2025-02-3X",
        "2025-1",
        "20255",
        "-0000",
        "+2025",
        "2025-21-01",
        "2025-42",
        "1950S5",
        "195XS2",
        "Y2025",
        "Y1E99",
        "2025-01-20T25:00:00",
        "2025-01-20T10:00:00-00:00",
        "2025-01-20T10:00:00+14:01",
        "2025/2024",
        "2025-05-02/2025-05",
        "2020/2021/2022",
        "..",
        "../..",
        "/",
        "[2020",
        "{2020]",
        "{}",
        "[2020,2021, 2022-01]",
        "[2025..2020]",
        "Y20250/2030",
        "2025-01-20T10:00:00/2026",
        "zweitausend",
        "２０２５",
    ],
)
def test_what_is_no_expression_or_no_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidEdtf):
        parse_edtf(text)


def test_an_interval_is_ordered_by_where_its_ends_begin() -> None:
    assert bounds("2025-01/2025") == ("2025-01-01", "2025-12-31")
    with pytest.raises(InvalidEdtf, match="ends before it begins"):
        parse_edtf("2025-05/2025")


def test_an_unspecified_end_may_lie_late_enough() -> None:
    assert bounds("2025-07-30/2025-07-3X") == ("2025-07-30", "2025-07-31")


def test_an_unspecified_day_of_february_finds_the_leap_years() -> None:
    assert bounds("199X-02-29") == ("1992-02-29", "1996-02-29")


def test_an_overlong_text_is_refused_unread() -> None:
    with pytest.raises(InvalidEdtf, match="too long"):
        parse_edtf("[" + "2020," * 1000 + "2020]")


def test_the_expression_itself_is_kept() -> None:
    assert parse_edtf("2004-06-~01/2004-06-~20").edtf == "2004-06-~01/2004-06-~20"


DAYS = (
    st.integers(min_value=-700_000, max_value=2_900_000)
    .map(Day.from_number)
    .filter(lambda day: 0 <= day.year <= 9999)
)


@given(DAYS)
def test_every_day_reads_as_itself(day: Day) -> None:
    date = parse_edtf(str(day))
    assert (date.lo, date.hi) == (day, day)


@given(DAYS, DAYS)
def test_an_interval_of_two_days_is_bounded_by_them_in_order(first: Day, last: Day) -> None:
    first, last = sorted((first, last))
    date = parse_edtf(f"{first}/{last}")
    assert (date.lo, date.hi) == (first, last)


@given(DAYS, st.lists(st.integers(0, 9), max_size=4, unique=True))
def test_hiding_digits_only_widens_the_bounds(day: Day, hidden: list[int]) -> None:
    text = "".join("X" if place in hidden and char != "-" else char for place, char in enumerate(str(day)))
    date = parse_edtf(text)
    assert date.lo is None or date.lo <= day
    assert date.hi is None or day <= date.hi


@pytest.mark.parametrize("text", ["XXXX-10-03", "XXXX-10", "{XXXX-12-25,2024-12-26}", "XXXX-12-21/2024-01"])
def test_a_day_or_month_of_no_year_has_no_first_day(text: str) -> None:
    assert parse_edtf(text).lo is None


@pytest.mark.parametrize("text", ["2X24-10-03", "202X-10"])
def test_a_year_that_is_known_in_part_bounds_its_day(text: str) -> None:
    assert parse_edtf(text).lo is not None


@pytest.mark.parametrize("code", ["24", "28", "30"])
def test_a_winter_reaches_into_the_next_year(code: str) -> None:
    date = parse_edtf(f"2010-{code}")
    assert (str(date.lo), str(date.hi)) == ("2010-12-01", "2011-02-28")


def test_a_winter_may_be_followed_by_the_next_spring() -> None:
    assert str(parse_edtf("2010-24/2011-21").hi) == "2011-05-31"


@given(st.integers(0, 9999), st.integers(1, 12))
def test_a_month_ends_on_its_last_day(year: int, month: int) -> None:
    date = parse_edtf(f"{year:04d}-{month:02d}")
    assert date.hi == Day(year, month, count_days_in_month(year, month))


@given(st.text(alphabet="0123456789X-/.,[]{}?~%YES T:Z+", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        date = parse_edtf(text)
    except InvalidEdtf:
        return
    assert date.lo is None or date.hi is None or date.lo <= date.hi
