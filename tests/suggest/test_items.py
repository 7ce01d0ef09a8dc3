"""The parts of a budget or revenue that the sentence behind it tells."""

import pytest

from tests.suggest.reading import find_claims

BUDGET = "Der Haushalt der Stadt Bremen für 2025 beträgt 60 Millionen Euro."


@pytest.mark.parametrize(
    ("text", "language", "predicate", "parts"),
    [
        (BUDGET + " Davon sind 38 Millionen Euro für Schulen und 31 Millionen Euro für Straßen vorgesehen.", "de", "budget",
         {"Schulen": "38 Millionen Euro", "Straßen": "31 Millionen Euro"}),
        ("The budget of Bremen for 2025 is 50 million pounds. Of this, 32 million pounds go to schools and 27 million pounds to roads.",
         "en", "budget", {"schools": "32 million pounds", "roads": "27 million pounds"}),
        ("Der Umsatz von Siemens lag 2024 bei 500 Millionen Euro. Davon entfielen 340 Millionen Euro auf Pumpen.", "de", "revenue",
         {"Pumpen": "340 Millionen Euro"}),
        (BUDGET + " Davon sind 38 Millionen Euro für Schulen vorgesehen, darunter 30 Millionen Euro für Neubauten.", "de", "budget",
         {"Schulen": "38 Millionen Euro"}),
        (BUDGET + " Die Opposition will 38 Millionen Euro für Schulen.", "de", "budget", {}),
        ("Die Stadt Bremen baut. Davon sind 38 Millionen Euro für Schulen vorgesehen.", "de", "budget", {}),
    ],
)  # fmt: skip
def test_what_is_told_of_this_sum_is_a_part_of_it(
    text: str, language: str, predicate: str, parts: dict[str, str]
) -> None:
    told = [
        one for one in find_claims(text, predicate, language) if {"item", "segment"} & one.qualifiers.keys()
    ]
    assert {
        one.qualifiers.get("item", one.qualifiers.get("segment")): getattr(one.value, "text", None)
        for one in told
    } == parts
    year = "2024" if predicate == "revenue" else "2025"
    assert all(one.qualifiers["period"] == year for one in told)


@pytest.mark.parametrize(
    ("text", "label", "qualifiers"),
    [
        ("In Hamburg heizen 64 Prozent der Haushalte mit Gas.", "Gas", {"of": "Haushalte", "place": "Hamburg"}),
        ("64 Prozent der Haushalte in Hamburg heizen mit Gas.", "Gas", {"of": "Haushalte", "place": "Hamburg"}),
    ],
)  # fmt: skip
def test_a_share_is_read_wherever_the_verb_stands(text: str, label: str, qualifiers: dict[str, str]) -> None:
    [claim] = find_claims(text, "share")
    assert claim.subject is not None
    assert (claim.subject.label, claim.qualifiers) == (label, qualifiers)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Stadt Bremen will bis 2031 klimaneutral werden.", "de"),
        ("Bremen aims to become climate-neutral by 2031.", "en"),
        ("Bremen wants to be climate neutral by 2031.", "en"),
    ],
)
def test_a_goal_is_named_alike_in_both_languages(text: str, language: str) -> None:
    [claim] = find_claims(text, "target_date", language)
    assert claim.qualifiers == {"goal": "climate-neutral"}
