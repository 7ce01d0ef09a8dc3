"""A short name that a text gives in brackets stands for the same in texts that come later, and never for two."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.crosscheck.texts import Press

FULL = "Die Verkehrsbetriebe Lahntal (VBL) haben 2.300 Mitarbeiter. Viele sind krank."
SHORT = "Die VBL hat 3.200 Mitarbeiter. Die Gewerkschaft ruft zum Streik auf."
OTHERS = "Die Verkehrsbetriebe Bornland (VBL) haben 900 Mitarbeiter. Die VBL hat 900 Mitarbeiter."


@pytest.fixture
def press(desk: Callable[..., Any], tmp_path: Any) -> Press:
    return Press(desk, tmp_path)


def list_subjects(press: Press) -> set[str]:
    return {row["subject"]["label"] for row in press.desk("mention", "list", "--json").json if row["subject"]}


def test_a_later_text_may_use_the_short_name_alone(press: Press) -> None:
    press.print("a", FULL)
    press.print("b", SHORT)
    assert list_subjects(press) == {"Verkehrsbetriebe Lahntal"}
    assert len(press.check("value-contradiction")) == 1


def test_a_text_that_gives_the_short_name_to_another_means_that(press: Press) -> None:
    press.print("a", FULL)
    press.print("b", OTHERS)
    assert list_subjects(press) == {"Verkehrsbetriebe Lahntal", "Verkehrsbetriebe Bornland"}
    assert press.check("value-contradiction") == []


def test_a_short_name_that_something_has_already_is_not_given_to_another(press: Press) -> None:
    press.desk("entity", "add", "VBL", "--kind", "organisation")
    press.print("a", FULL)
    press.print("b", SHORT)
    assert list_subjects(press) == {"VBL", "Verkehrsbetriebe Lahntal"}


def test_a_later_text_may_leave_the_legal_form_out(press: Press) -> None:
    press.print("a", "Die Tessmer Optik AG hat 2.300 Mitarbeiter.")
    press.print("b", "Tessmer Optik has 3,200 employees.", language="en")
    assert list_subjects(press) == {"Tessmer Optik AG"}
    assert len(press.check("value-contradiction")) == 1


def test_a_holding_is_not_what_it_holds(press: Press) -> None:
    press.print("a", "Die Tessmer Optik Holding hat 23 Mitarbeiter.")
    press.print("b", "Tessmer Optik hat 3.200 Mitarbeiter.")
    assert press.check("value-contradiction") == []


@pytest.mark.parametrize(
    ("german", "english"),
    [
        (
            "Bei dem Erdbeben in Marokko starben 2.900 Menschen.",
            "The earthquake in Morocco killed 3,900 people.",
        ),
        ("Bei dem Brand in Bremen starben vier Menschen.", "The fire in Bremen killed seven people."),
    ],
)
@pytest.mark.parametrize("first", ["german", "english"])
def test_what_is_named_after_its_place_is_one_in_both_languages(
    press: Press, german: str, english: str, first: str
) -> None:
    texts = [("de", german), ("en", english)]
    for language, text in texts if first == "german" else reversed(texts):
        press.print(language, text, language=language)
    assert len(list_subjects(press)) == 1
    assert len(press.check("value-contradiction")) == 1


def test_what_befell_two_places_is_two(press: Press) -> None:
    press.print("a", "Bei dem Brand in Oldern starben vier Menschen.")
    press.print("b", "The fire in Wesel killed seven people.", language="en")
    assert press.check("value-contradiction") == []
