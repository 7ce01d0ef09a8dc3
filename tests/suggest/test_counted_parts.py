"""The parts of a count that the same sentence or the next one tells."""

import pytest

from tests.suggest.reading import find_claims, label, plain


@pytest.mark.parametrize(
    ("text", "language", "predicate", "parts"),
    [
        (
            "Beim Busunglück bei Bremen wurden 20 Menschen verletzt, davon drei schwer und 12 leicht.",
            "de",
            "injured",
            {("severity", "serious"): "3", ("severity", "slight"): "12"},
        ),
        (
            "Twelve people were injured in a crash near Bremen, five of them seriously and nine slightly.",
            "en",
            "injured",
            {("severity", "serious"): "5", ("severity", "slight"): "9"},
        ),
        (
            "Der Zulieferer Brehm beschäftigt 800 Mitarbeiter. 520 arbeiten in Kassel, 430 in Fulda.",
            "de",
            "staff",
            {("place", "Kassel"): "520", ("place", "Fulda"): "430"},
        ),
        (
            "Siemens employs 800 people. Of these, 520 work in Kassel and 430 in Fulda.",
            "en",
            "staff",
            {("place", "Kassel"): "520", ("place", "Fulda"): "430"},
        ),
        (
            "Qwen 3 hat 235 Milliarden Parameter, von denen 22 Milliarden aktiv sind.",
            "de",
            "parameters",
            {("definition", "active"): "22000000000"},
        ),
        (
            "Qwen 3 has 235 billion total parameters with 22 billion activated for each token.",
            "en",
            "parameters",
            {("definition", "active"): "22000000000"},
        ),
        (
            "Beim Brand in Bremen starben acht Menschen, davon fünf Kinder und vier Frauen.",
            "de",
            "deaths",
            {("part", "kinder"): "5", ("part", "frauen"): "4"},
        ),
        (
            "Twelve people were injured in a crash near Bremen. The injured are five adults and nine children.",
            "en",
            "injured",
            {("part", "adults"): "5", ("part", "children"): "9"},
        ),
    ],
)
def test_figures_that_are_told_to_be_of_those_counted_are_parts(
    text: str, language: str, predicate: str, parts: dict[tuple[str, str], str]
) -> None:
    whole, *told = find_claims(text, predicate, language)
    assert whole.qualifiers == {}
    assert {next(iter(one.qualifiers.items())): plain(one) for one in told} == parts
    assert {label(one) for one in told} == {label(whole)}


@pytest.mark.parametrize(
    ("text", "language", "predicate"),
    [
        ("Beim Brand in Bremen starben acht Menschen, darunter fünf Kinder und vier Frauen.", "de", "deaths"),
        ("Siemens employs 800 people. BASF has 520 in Kassel and 430 in Fulda.", "en", "staff"),
        ("Siemens employs 800 people. Sales rose. Of these, 520 work in Kassel.", "en", "staff"),
        ("Der Zulieferer Brehm beschäftigt 800 Mitarbeiter. 520 Gäste kamen nach Kassel, 430 nach Fulda.", "de", "staff"),
    ],
    ids=["may overlap", "another company", "a sentence between", "others"],
)  # fmt: skip
def test_other_figures_are_no_parts(text: str, language: str, predicate: str) -> None:
    assert [one.qualifiers for one in find_claims(text, predicate, language)] == [{}]


def test_a_part_of_a_part_is_left_out() -> None:
    text = "Siemens employs 800 people, of whom 520 work in Bavaria, 430 of them in Munich."
    assert [plain(one) for one in find_claims(text, "staff", "en")] == ["800", "520"]


def test_the_badly_injured_are_not_all_injured() -> None:
    (claim,) = find_claims("Beim Busunglück bei Bremen wurden drei Menschen schwer verletzt.", "injured")
    assert claim.qualifiers == {"severity": "serious"}
    (claim,) = find_claims("Beim schweren Busunglück bei Bremen wurden drei Menschen verletzt.", "injured")
    assert claim.qualifiers == {}
