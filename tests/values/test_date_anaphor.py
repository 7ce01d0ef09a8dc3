"""Times that hang on another time in the text, or on a present that is told otherwise than by "today"."""

import pytest

from claims.values import find
from claims.values.find_date import find_dates

PUBLISHED = "2025-02-10"


def read(text: str, language: str, reference: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [
        (found.value.text, found.value.edtf)
        for found in find_dates(text, language, reference)
        if found.value.type == "date"
    ]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("Orders fell in 2021, after growth in the previous year.", "en", "2020"),
        ("Orders fell in 2021 and rose the following year.", "en", "2022"),
        ("2021 sank der Absatz gegenüber dem Vorjahr.", "de", "2020"),
        ("Gegenüber dem Vorjahr sank 2021 der Absatz.", "de", "2020"),
        ("Gegenüber dem Vorjahr sank der Absatz.", "de", "2024"),
        ("Das war 2021. Im Vorjahr sank der Absatz.", "de", "2024"),
    ],
)
def test_the_year_before_is_counted_from_the_year_spoken_of(text: str, language: str, edtf: str) -> None:
    assert edtf in [value for _, value in read(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("Am 2. Juni 2023 brannte es, am 7. kam der Bagger.", "de", "2023-06-07"),
        ("Am 7. kam der Bagger.", "de", "2025-02-07"),
        ("The fire was on June 2, 2023, and on the 7th, diggers came.", "en", "2023-06-07"),
    ],
)
def test_a_bare_day_is_of_the_month_named_before(text: str, language: str, edtf: str) -> None:
    assert read(text, language)[-1][1] == edtf


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Er verlor am 7. Spieltag.", "de"),
        ("Er saß am 7. Tisch.", "de"),
        ("It burned on the 7th floor.", "en"),
        ("Er kam als 7. ins Ziel.", "de"),
    ],
)
def test_an_ordinal_before_a_noun_is_no_day(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("Rents doubled between May 2019 and now.", "en", "2019-05/2025-02-10"),
        ("The levy applies from July.", "en", "2025-07/.."),
        ("Trains will run again from mid-2026.", "en", "2026/.."),
        ("The lease runs through June 30, 2027.", "en", "../2027-06-30"),
        ("The bureau shuts at year-end.", "en", "2025"),
        ("The roof leaked last night.", "en", "2025-02-09"),
        ("They left the week before last.", "en", "2025-01-27/2025-02-02"),
        ("They meet the year after next.", "en", "2027"),
        ("Flights sold out for Labor Day 2024 weekend.", "en", "2024-08-31/2024-09-02"),
        ("Pay within less than three weeks from today.", "en", "2025-02-10/2025-03-02"),
        ("Der Streik dauert bis in den April.", "de", "../2025-04"),
        ("Das Amt schließt bis Jahresende.", "de", "../2025"),
        ("In zwei Monaten endet die Frist.", "de", "2025-04"),
        ("Der Juli war heiß.", "de", "2024-07"),
        ("Das 1874 gebaute Rathaus steht leer.", "de", "1874"),
        ("Es geschah im Jahr neunzehnhundertzwölf.", "de", "1912"),
        ("Im Herbst zweitausendneunzehn schloss das Kino.", "de", "2019-23"),
        ("Seit den Siebzigerjahren läuft der Kanal.", "de", "197X/.."),
        ("Die Burg stammt von 300 n. Chr., sagt man.", "de", "0300"),
    ],
)
def test_a_time_is_placed_as_a_reader_would(text: str, language: str, edtf: str) -> None:
    assert [value for _, value in read(text, language)] == [edtf]


def test_a_week_that_ends_holds_the_last_thursday() -> None:
    assert read("It closed last Thursday.", "en", "2025-02-16") == [("last Thursday", "2025-02-13")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A report from May 2023 was lost.", "en"),
        ("The clerk moved from Monday's list.", "en"),
    ],
)
def test_from_opens_nothing_that_has_no_future(text: str, language: str) -> None:
    assert ".." not in str(read(text, language))


def test_a_count_before_an_article_is_no_part_of_a_time() -> None:
    assert read("Members fell to sixty a year ago.", "en") == [("a year ago", "2024")]


@pytest.mark.parametrize("text", ["Work will last over six years.", "It was half a year ago."])
def test_a_length_of_time_is_no_date(text: str) -> None:
    assert read(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sie lief über die Allee des 4. Februar.", "de"),
        ("Die 3.-Mai-Straße ist gesperrt, auch der Platz des 3. Mai.", "de"),
        ("They crossed March 8 Bridge on foot.", "en"),
        ("Die Vision 2030 und das Projekt 2025 scheiterten.", "de"),
        ("Der Stau auf der A 2024 löste sich auf.", "de"),
    ],
)
def test_a_name_that_holds_a_date_is_none(text: str, language: str) -> None:
    assert read(text, language) == []


def test_a_date_beside_a_street_is_still_one() -> None:
    assert read("Sie sangen auf dem Platz am 3. Mai 2024.", "de") == [("3. Mai 2024", "2024-05-03")]


def test_the_title_of_a_work_holds_no_values() -> None:
    assert find("Sie verfilmte den Roman „Mai 1968, drei Nächte“ neu.", "de", PUBLISHED) == []
