"""An office has one name in all texts, whoever holds it and in whichever language they are written."""

import pytest

from claims.suggest.words.language import get_language
from claims.suggest.words.offices import name_office


@pytest.mark.parametrize(
    ("title", "language", "name"),
    [
        ("Vorstandschefin", "de", "CEO"),
        ("Vorstandsvorsitzende", "de", "CEO"),
        ("chief executive", "en", "CEO"),
        ("CEO", "de", "CEO"),
        ("Außenministerin", "de", "foreign minister"),
        ("Foreign Minister", "en", "foreign minister"),
        ("Vorsitzende", "de", "chair"),
        ("chairwoman", "en", "chair"),
        ("Pressesprecherin", "de", "spokesperson"),
    ],
)
def test_an_office_that_is_listed_has_one_name(title: str, language: str, name: str) -> None:
    assert name_office(title, get_language(language)) == name


@pytest.mark.parametrize(
    ("woman", "man"),
    [
        ("Klinikchefin", "Klinikchef"),
        ("Landrätin", "Landrat"),
        ("Museumsdirektorin", "Museumsdirektor"),
        ("Bischöfin", "bishop"),
        ("Rätin", "Rat"),
        ("Abgeordnete", "Abgeordneter"),
    ],
)
def test_a_womans_office_is_a_mans(woman: str, man: str) -> None:
    language = get_language("de")
    assert name_office(woman, language) == man
    assert name_office(man, language) == man


@pytest.mark.parametrize(
    ("title", "language"), [("Captain", "en"), ("head", "en"), ("Intendant", "de"), ("Kapitän", "de")]
)
def test_what_is_neither_listed_nor_a_womans_office_stays(title: str, language: str) -> None:
    assert name_office(title, get_language(language)) == title
