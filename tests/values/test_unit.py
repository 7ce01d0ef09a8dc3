"""The units: which form names which, and what they come to in the base unit."""

from fractions import Fraction
from pathlib import Path

import pytest

from claims.errors import InvalidVocabulary
from claims.values.find_quantity import find_quantities
from claims.values.unit import get_base_bounds, get_units, match_unit
from claims.values.value import Quantity
from claims.vocabulary import load_units


def base(
    amount: str, lo: float | None, hi: float | None, unit: str | None
) -> tuple[str, float | None, float | None]:
    return get_base_bounds(Quantity(amount, lo, hi, unit=unit))


def test_there_are_sixty_units_and_thirty_currencies() -> None:
    currencies = {unit.dimension for unit in get_units().values() if unit.dimension.startswith("money:")}
    others = [unit for unit in get_units().values() if not unit.dimension.startswith("money:")]
    assert len(currencies) >= 30
    assert len(others) >= 60


def test_every_unit_has_a_readable_factor_and_a_label_in_both_languages() -> None:
    for unit in get_units().values():
        assert Fraction(unit.factor) > 0, unit.code
        assert Fraction(unit.offset) >= 0, unit.code
        assert set(unit.label) == {"de", "en"}, unit.code


def test_no_form_names_two_units_of_one_language() -> None:
    for language in ("de", "en"):
        named: dict[str, str] = {}
        for unit in get_units().values():
            for form in (*unit.forms.get("mul", ()), *unit.forms.get(language, ())):
                assert named.setdefault(form, unit.code) == unit.code, form


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Prozentpunkte mehr", "de", "pp"),
        ("Prozent mehr", "de", "%"),
        ("km/h schnell", "de", "km/h"),
        ("Kilometern", "de", "km"),
        ("Tonnen CO2 im Jahr", "de", "t"),
        ("US-Dollar", "de", "USD"),
        ("kanadische Dollar", "de", "CAD"),
        ("jähriger", "de", "year"),
        ("square miles", "en", "sq mi"),
        ("degrees Fahrenheit", "en", "°F"),
        ("days", "en", "d"),
        ("MW", "en", "MW"),
    ],
)
def test_the_longest_form_counts(text: str, language: str, code: str) -> None:
    matched = match_unit(text, 0, language)
    assert matched is not None
    assert matched[1] == code


@pytest.mark.parametrize("text", ["mehr", "dem Land", "Gramms", "kmx", ""])
def test_a_part_of_a_word_is_no_unit(text: str) -> None:
    assert match_unit(text, 0, "de") is None


def test_kilometres_come_to_metres() -> None:
    assert base("2", 1.5, 2.5, "km") == ("length", 1500.0, 2500.0)


def test_celsius_and_fahrenheit_meet_at_the_freezing_point() -> None:
    _, celsius, _ = base("0", 0.0, 1.0, "°C")
    _, fahrenheit, _ = base("32", 32.0, 33.0, "°F")
    assert celsius == pytest.approx(fahrenheit)


def test_currencies_are_dimensions_of_their_own() -> None:
    assert base("1", 1.0, 2.0, "USD")[0] != base("1", 1.0, 2.0, "EUR")[0]


def test_cents_are_hundredths_of_their_currency() -> None:
    assert base("50", 50.0, 51.0, "euro-cent") == ("money:EUR", 0.5, 0.51)


def test_a_share_without_a_unit_is_a_percentage() -> None:
    assert base("1/5", 0.2, 0.25, None) == ("percent", 20.0, 25.0)


def test_an_open_bound_stays_open() -> None:
    assert base("5", 5.0, None, "kg") == ("mass", 5.0, None)


def test_an_unknown_unit_compares_only_with_itself() -> None:
    assert base("5", 5.0, 6.0, "parsec") == ("unit:parsec", 5.0, 6.0)


def test_a_missing_file_of_units_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidVocabulary, match=r"units\.toml"):
        load_units(tmp_path / "units.toml")


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("Der Draht misst 12 mm² im Querschnitt.", "de", "mm²"),
        ("Der Kristall ist 12 mm³ groß.", "de", "mm³"),
        ("Gemessen wurden 40 Mikrogramm pro Kubikmeter.", "de", "µg/m³"),
        ("The wire has 6 in² of copper.", "en", "sq in"),
        ("It accelerates at 9.81 m/s².", "en", "m/s²"),
        ("A flat of 600 ft² is small.", "en", "sq ft"),
    ],
)
def test_an_exponent_belongs_to_the_unit(text: str, language: str, unit: str) -> None:
    [found] = find_quantities(text, language)
    assert isinstance(found.value, Quantity)
    assert found.value.unit == unit
