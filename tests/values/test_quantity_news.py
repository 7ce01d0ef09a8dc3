"""Quantities as news writes them: parts of a unit, ranks beside other nouns, files of courts, what moved "up to"."""

import pytest

from claims.values.find_quantity import find_quantities


def read(text: str, language: str) -> list[tuple[str, str, str | None]]:
    """Return (amount, comparator, unit) of each quantity."""
    return [
        (one.value.amount, one.value.comparator, one.value.unit)
        for one in find_quantities(text, language)
        if one.value.type == "quantity"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rates were cut by a quarter of a percentage point.", [("0.25", "=", "pp")]),
        ("It ran for nearly three-quarters of an hour.", [("0.75", "<", "h")]),
        ("It took half an hour.", [("0.5", "=", "h")]),
        ("A quarter of a million people fled.", [("250000", "=", None)]),
        ("A quarter of the voters stayed away.", [("1/4", "=", None)]),
    ],
)
def test_a_part_of_a_unit_is_measured_in_it(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert read(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nach einer Viertelstunde war Schluss.", [("0.25", "=", "h")]),
        ("Die Operation dauerte fast eine Dreiviertelstunde.", [("0.75", "<", "h")]),
        ("Er fiel ein Dreivierteljahr aus.", [("0.75", "=", "year")]),
        ("Es war das schwächste Vierteljahr.", []),
    ],
)
def test_german_parts_of_an_hour_or_year_are_one_word(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert read(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Er gewann Silber über 1500 Meter.", "de", [("1500", "=", "m")]),
        ("Er lief über 1500 Meter weit.", "de", [("1500", ">", "m")]),
        ("A 6.2-magnitude quake struck the coast.", "en", [("6.2", "=", None)]),
        ("A 747 landed.", "en", []),
        (
            "She cleared 2.04 metres, one centimetre short of her best.",
            "en",
            [("2.04", "=", "m"), ("1", "=", "cm")],
        ),
        ("The mercury dropped to -22F early on.", "en", [("-22", "=", "°F")]),
    ],
)
def test_a_word_beside_a_figure_may_be_an_article_or_name_a_race(
    text: str, language: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie belegte mit 61 Punkten Platz vier.", [("61", "=", None), ("4", "=", "rank")]),
        ("Er kam mit großem Rückstand auf Rang 7.", [("7", "=", "rank")]),
        ("Das Büro liegt am Potsdamer Platz 1.", []),
        ("Gespielt wurde die Sinfonie Nummer 5.", []),
    ],
)
def test_a_german_rank_may_stand_behind_any_noun(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert read(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the third fastest time ever.", [("3", "=", "rank")]),
        ("It is the second-greatest threat.", [("2", "=", "rank")]),
        ("It was his third test.", []),
        ("The second arrest came later.", []),
    ],
)
def test_an_english_rank_needs_a_superlative(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert read(text, "en") == expected


def test_two_figures_share_the_unit_behind_the_second() -> None:
    text = "Der Wert sank um 0,3 beziehungsweise 0,2 Prozent."
    assert read(text, "de") == [("0.3", "=", "%"), ("0.2", "=", "%")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rate edged up to 4.4 percent.", [("4.4", "=", "%")]),
        ("Prices went up to 12 dollars.", [("12", "=", "USD")]),
        ("It costs up to 12 dollars.", [("12", "<=", "USD")]),
    ],
)
def test_what_moved_up_to_a_figure_reached_it(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert read(text, "en") == expected


@pytest.mark.parametrize(
    "text", ["The ruling in case 21-1164 was narrow.", "Docket No. 3-17-2024 lists it.", "See file 44-120."]
)
def test_the_number_of_a_file_is_no_quantity(text: str) -> None:
    assert read(text, "en") == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Between two and three dozen people came.", ("24", "36")),
        ("Between four and five hundred people came.", ("400", "500")),
        ("Two hundred to five hundred people came.", ("200", "500")),
        ("Between two and three million people came.", ("2000000", "3000000")),
    ],
)
def test_the_first_end_of_a_range_in_words_has_the_scale_of_the_second(
    text: str, ends: tuple[str, str]
) -> None:
    (one,) = [found.value for found in find_quantities(text, "en") if found.value.type == "quantity"]
    assert (one.amount, one.amount_max) == ends
