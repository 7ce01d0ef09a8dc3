"""A share that one text gives in two forms is one question, so that a slip in either shows."""

import pytest

from tests.suggest.reading import find_claims

TWICE = [
    ("In Lindach arbeiten 18 von 24 Klassen mit Tablets. Das sind {} Prozent aller Klassen.", "de", 75, 60),
    ("Jeder fünfte Erwachsene raucht. Das sind {} Prozent.", "de", 20, 35),
    ("18 der 24 Klassen, also {} Prozent, arbeiten mit Tablets.", "de", 75, 60),
    ("Seven of 22 clinics are short of nurses. That is {} percent, the authority said.", "en", 32, 48),
    ("Eighteen out of 24 schools ({} percent) took part.", "en", 75, 60),
    ("A third of pupils, or {} percent, cycle to school.", "en", 33, 45),
    (
        "One in five adults sleeps badly. That is {} percent of the adult population, the authors write.",
        "en",
        20,
        35,
    ),
]


@pytest.mark.parametrize(("text", "language", "right", "wrong"), TWICE)
def test_both_forms_answer_one_question(text: str, language: str, right: int, wrong: int) -> None:
    one, other = find_claims(text.format(right), "share", language)
    assert one.subject == other.subject
    assert one.subject is not None
    assert one.qualifiers == other.qualifiers
    assert one.qualifiers["of"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In Lindach arbeiten 18 von 24 Klassen mit Tablets. Das sind 60 Prozent mehr als im Vorjahr.", "de"),
        ("In Lindach arbeiten 18 von 24 Klassen mit Tablets. Das sind 80 Prozent der Schüler.", "de"),
        ("In Lindach arbeiten 18 von 24 Klassen mit Tablets. Die Kosten stiegen um 60 Prozent.", "de"),
        ("Seven of 22 clinics are short of nurses. Last year it was 20 percent.", "en"),
        ("Seven of 22 clinics are short of nurses, and 60 percent of patients complain.", "en"),
    ],
    ids=["a rise", "another base", "something else", "last year", "others"],
)
def test_another_figure_behind_a_share_does_not_give_it_again(text: str, language: str) -> None:
    told = [getattr(one.value, "text", "") for one in find_claims(text, "share", language)]
    assert not {"18 von 24", "Seven of 22"} <= set(told) or len(told) < 2
