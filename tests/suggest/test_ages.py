"""How old somebody is, said beside the name or instead of it."""

import pytest

from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "subject", "value"),
    [
        ("Der 61-jährige frühere Bankchef Manfred Stollberg trat zurück.", "de", "Manfred Stollberg", "61"),
        ("Für Stürmerin Ida Korn, 23, war es der erste Titel.", "de", "Ida Korn", "23"),
        ("Marta Ehlert (43) leitet das Haus.", "de", "Marta Ehlert", "43"),
        ("Frauke Hemmen ist zurückgetreten. Die 54-Jährige war seit 2022 im Amt.", "de", "Frauke Hemmen", "54"),
        ("Edmund Vance died on Monday aged 91.", "en", "Edmund Vance", "91"),
        ("Hugh Tranter, 43, resigned on Monday.", "en", "Hugh Tranter", "43"),
        ("Hugh Tranter resigned on Monday. The 43-year-old said nothing.", "en", "Hugh Tranter", "43"),
    ],
)  # fmt: skip
def test_an_age_is_of_the_person_beside_it(text: str, language: str, subject: str, value: str) -> None:
    claim = get_claim(text, "age", language, "2025-06-12")
    assert (label(claim), plain(claim)) == (subject, value)


def test_the_age_of_somebody_unnamed_is_not_the_age_of_who_spoke() -> None:
    text = "Ein 34-jähriger Mann wurde verletzt, sagte Sprecherin Petra Aumann. Der 34-Jährige liegt im Krankenhaus."
    assert find_claims(text, "age") == []


def test_an_age_between_two_persons_is_nobodys() -> None:
    text = "Petra Aumann und Manfred Stollberg stritten. Der 61-Jährige verlor."
    assert find_claims(text, "age") == []


def test_when_a_death_was_told_is_not_when_it_was() -> None:
    text = "The novelist Edmund Vance has died at the age of 91, his publisher said on Tuesday."
    assert find_claims(text, "died", "en", "2025-06-24") == []


def test_whose_last_name_is_a_companys_is_still_a_person() -> None:
    text = "Camille Roche is the new director. Roche, 52, takes office on May 1."
    assert label(get_claim(text, "took_office", "en", "2025-03-19")) == "Camille Roche"
