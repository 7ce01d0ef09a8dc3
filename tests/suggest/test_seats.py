"""Offices of which the sentence does not say whose they are."""

import pytest

from claims.suggest import suggest
from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "subject", "person"),
    [
        ("Die Stadt Meldorf hat 48.000 Einwohner. Bürgermeisterin Jana Tiedemann lobte das.", "de", "Meldorf", "Jana Tiedemann"),
        ("Ardmore has a population of 86,000. Mayor Rosa Delgado praised the plan.", "en", "Ardmore", "Rosa Delgado"),
        ("Geschäftsführer der Stadtwerke Ostrau ist Holger Brandis.", "de", "Stadtwerke Ostrau", "Holger Brandis"),
        ("Chef der Firma Brantex ist Tobias Ehlert.", "de", "Brantex", "Tobias Ehlert"),
    ],
)  # fmt: skip
def test_an_office_is_of_the_one_seat_spoken_of(text: str, language: str, subject: str, person: str) -> None:
    claim = get_claim(text, "office_holder", language)
    assert (label(claim), plain(claim)) == (subject, person)


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt Meldorf liegt bei Jena. Bürgermeisterin Jana Tiedemann lobte das.",
        "SAP wächst. Umweltminister Clemens Vogt lobte das.",
    ],
)
def test_of_two_towns_or_of_an_office_of_no_company_nothing_is_said(text: str) -> None:
    assert find_claims(text, "office_holder") == []


def test_an_assistant_does_not_hold_the_office() -> None:
    text = "Ashton Rovers lost again. Assistant coach Sam Pryce takes over."
    assert [one for one in suggest(text, "en") if one.predicate == "office_holder"] == []
