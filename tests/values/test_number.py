"""Reading figures in digits and in words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values.number import find_numerals
from claims.values.number_german import read_cardinal
from claims.values.number_ordinal import find_ordinals

UNITS = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
TEENS = [
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def write_german(number: int) -> str:
    """Write a number below a million as a German word."""
    if number >= 1000:
        return f"{write_german(number // 1000)}tausend{write_german(number % 1000) if number % 1000 else ''}"
    if number >= 100:
        return f"{UNITS[number // 100]}hundert{write_german(number % 100) if number % 100 else ''}"
    if number < 10:
        return UNITS[number]
    if number < 20:
        return TEENS[number - 10]
    return (f"{UNITS[number % 10]}und" if number % 10 else "") + TENS[number // 10]


def values(text: str, language: str) -> list[Fraction]:
    return [numeral.value for numeral in find_numerals(text, language)]


@given(st.integers(2, 999_999))
def test_a_german_number_word_is_read_as_what_it_writes(number: int) -> None:
    word = write_german(number)
    assert read_cardinal(word) == (number, len(word))


@given(st.integers(1000, 10**15))
def test_grouped_digits_are_read_in_the_way_of_the_language(number: int) -> None:
    grouped = f"{number:,}"
    assert values(grouped, "en") == values(grouped.replace(",", "."), "de") == [number]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1.204", "de", "1204"),
        ("1.204", "en", "1.204"),
        ("1,204", "de", "1.204"),
        ("1,204", "en", "1204"),
        ("1\u202f234\u202f567,89", "de", "1234567.89"),
        ("1.111,11", "en", "1111.11"),
        ("zwei Komma drei", "de", "2.3"),
        ("zweieinhalb Millionen", "de", "2500000"),
        ("anderthalb Milliarden", "de", "1500000000"),
        ("eine halbe Million", "de", "500000"),
        ("ein halbes Dutzend", "de", "6"),
        ("drei Millionen fünfhunderttausend", "de", "3500000"),
        ("dreiviertel", "de", "3/4"),
        ("3½", "de", "3.5"),
        ("two hundred and two thousand", "en", "202000"),
        ("three hundred point zero five", "en", "300.05"),
        ("one and a half", "en", "1.5"),
        ("three quarters", "en", "3/4"),
        ("half a million", "en", "500000"),
        ("two thirds of a million", "en", "2000000/3"),
        ("35 lakh", "en", "3500000"),
        ("1.3x10^6", "en", "1300000"),
        ("7.5bn", "en", "7500000000"),
    ],
)
def test_a_figure_has_its_value(text: str, language: str, value: str) -> None:
    assert values(text, language) == [Fraction(value)]


def test_and_does_not_join_two_hundreds() -> None:
    assert values("between one hundred and two hundred", "en") == [100, 200]


def test_the_last_written_place_is_that_of_the_scaled_digit() -> None:
    assert [numeral.place for numeral in find_numerals("5,6 Millionen", "de")] == [100_000]


def test_the_links_of_a_chain_are_doubtful() -> None:
    assert all(numeral.doubtful for numeral in find_numerals("192.168.1.2", "en"))


def test_a_decimal_point_is_doubtful_in_german() -> None:
    assert [numeral.doubtful for numeral in find_numerals("2.5 und 2,5", "de")] == [True, False]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("an der siebenundzwanzigsten Ampel", "de", [27]),
        ("das dritte, achte und tausendste Mal", "de", [3, 8, 1000]),
        ("der 6. Stock", "de", [6]),
        ("die drittgrößte Stadt", "de", []),
        ("the twenty-fifth and 21st", "en", [25, 21]),
        ("one hundred twenty-fifth", "en", [125]),
        ("a hundred trillionth", "en", [100 * 10**12]),
    ],
)
def test_ordinals_are_found_apart(text: str, language: str, expected: list[int]) -> None:
    assert [ordinal.value for ordinal in find_ordinals(text, language)] == expected
