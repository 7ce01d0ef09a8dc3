"""A name that begins with a known one may be another's."""

import pytest

from claims.suggest import suggest


@pytest.mark.parametrize(
    ("text", "language", "subject"),
    [
        ("Siemens Energy beschäftigt in Görlitz rund 900 Mitarbeiter.", "de", "Siemens Energy"),
        ("Siemens beschäftigt in Görlitz rund 900 Mitarbeiter.", "de", "Siemens"),
        ("Siemens Energy was founded in 2020.", "en", "Siemens Energy"),
        ("OpenAI wurde 2015 gegründet.", "de", "OpenAI"),
        ("Im Jahr 2015 verkaufte Siemens Anteile; Siemens wurde 1847 gegründet.", "de", "Siemens"),
    ],
)
def test_the_longer_name_is_an_organisation_of_its_own(text: str, language: str, subject: str) -> None:
    found = [one for one in suggest(text, language) if one.predicate in {"staff", "founded"}]
    assert [one.subject.label for one in found if one.subject is not None] == [subject]
