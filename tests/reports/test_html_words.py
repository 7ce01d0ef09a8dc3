"""Dates and figures in words, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reports.html_claim import Labels, write_value
from claims.reports.html_finding import name_side
from claims.reports.html_words import WORDS
from claims.values import find
from claims.values.say_date import write_date, write_day, write_edtf
from claims.values.say_figure import write_figure, write_number


@pytest.mark.parametrize(
    ("edtf", "english", "german"),
    [
        ("2025", "2025", "2025"),
        ("2025-01", "January 2025", "Januar 2025"),
        ("2025-01-20", "20 January 2025", "20. Januar 2025"),
        ("2024-11/2025-03", "November 2024 – March 2025", "November 2024 – März 2025"),
        ("../2025", "until 2025", "bis 2025"),
        ("2025-05/..", "from May 2025", "ab Mai 2025"),
        ("2025/", "from 2025", "ab 2025"),
        ("2025~", "about 2025", "etwa 2025"),
        ("2025-03?", "March 2025 (uncertain)", "März 2025 (unsicher)"),
        ("2025%", "about 2025 (uncertain)", "etwa 2025 (unsicher)"),
        ("199X", "1990s", "1990er Jahre"),
        ("19XX", "1900–1999", "1900–1999"),
        ("2025-33", "Q1 2025", "1. Quartal 2025"),
        ("2025-41", "second half of 2025", "zweites Halbjahr 2025"),
        ("2025-22", "summer 2025", "Sommer 2025"),
        ("{1960,1962}", "1960 and 1962", "1960 und 1962"),
        ("[1960, 1961, 1962]", "1960, 1961 or 1962", "1960, 1961 oder 1962"),
        ("2025-XX-20", "2025-XX-20", "2025-XX-20"),
        ("-0043", "-0043", "-0043"),
        ("Y-17000002", "Y-17000002", "Y-17000002"),
        ("2025-~01", "2025-~01", "2025-~01"),
        ("[..1984]", "[..1984]", "[..1984]"),
    ],
)
def test_an_edtf_date_is_written_in_words(edtf: str, english: str, german: str) -> None:
    assert (write_edtf(edtf, "en"), write_edtf(edtf, "de")) == (english, german)


@pytest.mark.parametrize(
    ("modifier", "english", "german"),
    [
        ("early", "early 2025", "Anfang 2025"),
        ("mid", "mid-2025", "Mitte 2025"),
        ("late", "late 2025", "Ende 2025"),
    ],
)
def test_a_part_of_a_period_keeps_its_word(modifier: str, english: str, german: str) -> None:
    value = {"edtf": "2025", "modifier": modifier, "text": ""}
    assert (write_date(value, "en"), write_date(value, "de")) == (english, german)


@given(st.text(max_size=30), st.sampled_from(["de", "en"]))
def test_any_text_in_the_place_of_a_date_is_written_somehow(text: str, language: str) -> None:
    assert isinstance(write_edtf(text, language) + write_day(text, language), str)


def test_the_day_of_a_time_is_written_without_its_hour() -> None:
    assert write_day("2025-01-20T17:00:00+01:00", "en") == "20 January 2025"
    assert write_day(None, "en") == ""
    assert write_day("yesterday", "de") == "yesterday"


@pytest.mark.parametrize(
    ("amount", "english", "german"),
    [
        ("64", "64", "64"),
        ("1204", "1,204", "1.204"),
        ("48300", "48,300", "48.300"),
        ("5600000", "5.6\u00a0million", "5,6\u00a0Millionen"),
        ("1000000", "1\u00a0million", "1\u00a0Million"),
        ("412000000000", "412\u00a0billion", "412\u00a0Milliarden"),
        ("1500000000000", "1.5\u00a0trillion", "1,5\u00a0Billionen"),
        ("5612345", "5,612,345", "5.612.345"),
        ("54.2", "54.2", "54,2"),
        ("0.50", "0.50", "0,50"),
        ("-3.5", "\u22123.5", "\u22123,5"),
        ("1/8", "1/8", "1/8"),
    ],
)
def test_a_number_is_written_with_the_separators_of_its_language(
    amount: str, english: str, german: str
) -> None:
    assert (write_number(amount, "en"), write_number(amount, "de")) == (english, german)


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("rund 5,6 Millionen Euro", "about 5.6\u00a0million\u00a0EUR", "rund 5,6\u00a0Millionen\u00a0EUR"),
        ("54,2 Prozent", "54.2%", "54,2\u00a0%"),
        ("mehr als 5 Kilometer", "more than 5\u00a0km", "mehr als 5\u00a0km"),
        ("mindestens 3 Tage", "at least 3\u00a0days", "mindestens 3\u00a0Tage"),
        ("20 bis 30 Jahre", "20 – 30\u00a0years", "20 – 30\u00a0Jahre"),
        ("1 Jahr", "1\u00a0year", "1\u00a0Jahr"),
    ],
)
def test_a_figure_that_is_found_is_written_with_unit_and_qualification(
    text: str, english: str, german: str
) -> None:
    (found,) = find(text, "de")
    value = found.value.to_json()
    assert (write_figure(value, "en"), write_figure(value, "de")) == (english, german)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ({"snak": "value", "value": {"type": "boolean", "value": True}}, "yes"),
        ({"snak": "novalue", "value": None}, "none"),
        ({"snak": "somevalue", "value": None}, "not specified"),
        (
            {"snak": "somevalue", "value": {"type": "date", "edtf": None, "text": "lately"}},
            "“lately” (no date known)",
        ),
        ({"snak": "value", "value": {"type": "entity", "id": "e1", "label": "Köln"}}, "Cologne"),
        (
            {"snak": "value", "value": {"type": "entity", "id": "e2", "label": "Ulm"}, "polarity": "negated"},
            "not Ulm",
        ),
        (
            {
                "snak": "value",
                "value": {"type": "date", "edtf": "2030", "modifier": None},
                "modality": "planned",
            },
            "2030 (planned)",
        ),
        (
            {"snak": "value", "value": {"type": "string", "text": "calm"}, "as_of": "2024-10"},
            "calm (as of October 2024)",
        ),
    ],
)
def test_a_value_is_written_with_what_qualifies_it(said: dict[str, object], written: str) -> None:
    assert write_value(Labels("en", {}, {"e1": "Cologne"}), said) == written


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["de"].keys() == WORDS["en"].keys()


def test_sides_are_lettered_beyond_z() -> None:
    assert [name_side(n) for n in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
