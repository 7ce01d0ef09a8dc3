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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mistral AI veröffentlichte am 30. Januar 2025 das Modell Mistral Small 3.", "de"),
        ("On 30 January 2025 Mistral AI released the model Mistral Small 3.", "en"),
    ],
)
def test_a_product_may_begin_with_its_makers_name(text: str, language: str) -> None:
    [released] = [one for one in suggest(text, language) if one.predicate == "released"]
    assert released.subject is not None
    assert (released.subject.label, released.subject.kind) == ("Mistral Small 3", "product")


@pytest.mark.parametrize(
    ("text", "language", "subject"),
    [
        ("James R. Holloway died on 4 May 2025.", "en", "James R. Holloway"),
        ("Der Dichter Hans P. Keller starb am 4. Mai 2025.", "de", "Hans P. Keller"),
        ("Hans P. starb am 4. Mai 2025.", "de", "Hans P"),
        ("Gesucht wird Hans P. Die Mutter starb am 4. Mai 2025.", "de", "Hans P"),
    ],
)
def test_a_middle_initial_is_part_of_a_name_and_ends_no_other(text: str, language: str, subject: str) -> None:
    found = [one for one in suggest(text, language) if one.predicate == "died"]
    assert {one.subject.label for one in found if one.subject is not None} <= {subject}
    assert subject == "Hans P" or len(found) == 1
