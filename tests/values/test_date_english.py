"""English dates in running text."""

import pytest

from claims.values.find_date import find_dates

PUBLISHED = "2025-02-10"


def read(text: str, reference: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [
        (found.value.text, found.value.edtf)
        for found in find_dates(text, "en", reference)
        if found.value.type == "date"
    ]


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("The plan of December 20, 2024 was new.", "December 20, 2024", "2024-12-20"),
        ("It opened on 2 May 2023.", "2 May 2023", "2023-05-02"),
        ("It opened on May the twenty-ninth, 2021.", "May the twenty-ninth, 2021", "2021-05-29"),
        ("It opened on the 4th of July 1995.", "4th of July 1995", "1995-07-04"),
        ("Filed 12/20/2024 in court.", "12/20/2024", "2024-12-20"),
        ("Filed 3/4/2023 in court.", "3/4/2023", "[2023-03-04,2023-04-03]"),
        ("The fair runs May 12-15, 2024.", "May 12-15, 2024", "2024-05-12/2024-05-15"),
        ("Open from 10/1/2018 to 10/7/2018 only.", "from 10/1/2018 to 10/7/2018", "2018-10-01/2018-10-07"),
        ("It ran 1/2–3/4 as planned.", "1/2–3/4", "2025-01-02/2025-03-04"),
        ("He served between 2019 and 2023.", "between 2019 and 2023", "2019/2023"),
        ("They worked from April to June in 2017.", "from April to June in 2017", "2017-04/2017-06"),
        ("The aim is to lead by 2025.", "by 2025", "../2025"),
        ("The rule holds from 2025 onwards.", "from 2025 onwards", "2025/.."),
        ("Nothing grew after May 2020.", "after May 2020", "2020-06/.."),
        ("Sales fell in the first quarter of 2024.", "first quarter of 2024", "2024-33"),
        ("Sales fell in Q3 2024.", "Q3 2024", "2024-35"),
        ("It was built in the 1990s.", "1990s", "199X"),
        ("It was built in the 19th century.", "19th century", "18XX"),
        ("It was built around 1900.", "around 1900", "1900~"),
        ("He was born in nineteen seventy-eight.", "nineteen seventy-eight", "1978"),
        ("The 2016 election was close.", "2016", "2016"),
        ("Rome fell in 44 BC to him.", "44 BC", "-0043"),
        ("In May prices rose.", "May", "2024-05"),
        ("The war of 1914-18 ended.", "1914-18", "1914/1918"),
    ],
)
def test_a_date_is_found_as_written_and_as_edtf(text: str, span: str, edtf: str) -> None:
    assert read(text) == [(span, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Yesterday's vote failed.", "2025-02-09"),
        ("It closed last month.", "2025-01"),
        ("It opened in December of last year.", "2024-12"),
        ("It opens this spring.", "2025-21"),
        ("It closed three years ago.", "2022"),
        ("It closed 2 years 1 month 21 days ago.", "2022-12-20"),
        ("Prices rose over the past two years.", "2023-02-10/2025-02-10"),
        ("It will open in two days.", "2025-02-12"),
        ("They met on Tuesday next week.", "2025-02-18"),
        ("It was the second Monday of next month.", "2025-03-10"),
        ("They met the week of March 3.", "2025-03-03/2025-03-09"),
        ("It closed two weeks before Christmas.", "2024-12-11"),
        ("It must open by Friday.", "../2025-02-14"),
        ("It runs 3 days starting next Monday.", "2025-02-17/2025-02-19"),
        ("Eid al-Fitr 2023 was quiet.", "2023-04-21~"),
    ],
)
def test_a_relative_date_is_counted_from_the_day_of_publication(text: str, edtf: str) -> None:
    assert [value for _, value in read(text)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "He may march, and Mark spoke second.",
        "Theresa May left. March on, she said.",
        "The sun rose; the Sun newspaper sat idle.",
        "Some 1709 schoolchildren and 2000 people came.",
        "GPT-2024 is on page 1998 of version 2024.1.",
        "Open every Friday, and on Fridays only.",
        "She was in her 70s.",
        "It is 24/7 work, 50/50 at best, 6.45 percent.",
        "In the past he lived 3.5 years there.",
        "They sold Christmas trees.",
        "One in 1000 survived.",
        "It costs $2020 or 2020%.",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert read(text) == []


def test_in_recent_months_is_never_placed() -> None:
    assert read("In recent months prices rose.") == [("In recent months", None)]


def test_something_later_is_not_counted_from_the_day_of_publication() -> None:
    assert read("Two weeks later he left.") == []
