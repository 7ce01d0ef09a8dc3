"""What was planned is off where a sentence says so of a thing by name, and not where it only might be."""

import pytest

from claims.suggest import suggest


@pytest.mark.parametrize(
    ("text", "language", "label"),
    [
        ("Das Seeklang-Festival ist abgesagt worden.", "de", "Seeklang-Festival"),
        ("Der Veranstalter hat das Seeklang-Festival abgesagt.", "de", "Seeklang-Festival"),
        ("Das Seeklang-Festival findet nicht statt.", "de", "Seeklang-Festival"),
        ("Das Seeklang-Festival fällt aus", "de", "Seeklang-Festival"),
        ("Die Eishalle Korbach wird nicht gebaut.", "de", "Eishalle Korbach"),
        ("The Riverside Festival has been called off.", "en", "Riverside Festival"),
        ("The Harcourt Library will not be built.", "en", "Harcourt Library"),
    ],
)
def test_what_is_called_off_has_no_planned_day(text: str, language: str, label: str) -> None:
    found = [one for one in suggest(text, language) if one.snak == "novalue"]
    assert found
    assert {one.subject.label for one in found if one.subject is not None} == {label}
    assert {(one.modality, one.polarity) for one in found} == {("planned", "asserted")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Seeklang-Festival könnte abgesagt werden.", "de"),
        ("Das Seeklang-Festival wurde nicht abgesagt.", "de"),
        ("Die Eishalle Korbach wird nicht vor 2027 gebaut.", "de"),
        ("Die Eishalle Korbach wird nicht nur gebaut.", "de"),
        ("The Harcourt Library will not open before 2027.", "en"),
        ("The Harcourt Library will be built.", "en"),
    ],
)
def test_what_may_be_or_is_only_late_is_not_off(text: str, language: str) -> None:
    assert [one for one in suggest(text, language) if one.snak == "novalue"] == []
