"""What a clause takes back, promises or does again, and whose it is."""

import pytest

from tests.suggest.reading import find_claims, get_claim, label, plain


def test_without_denies_only_what_stands_behind_it() -> None:
    claim = get_claim("Kelder Summit held in Oslo ends without deal", "location", "en")
    assert (label(claim), plain(claim), claim.polarity) == ("Kelder Summit", "Oslo", "asserted")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Konzern Siemens wurde 1948 neu gegründet.", "de"),
        ("Siemens was founded again in 1948.", "en"),
    ],
)
def test_what_happened_anew_is_not_when_it_happened(text: str, language: str) -> None:
    assert find_claims(text, "founded", language) == []


def test_a_verb_with_a_subject_behind_it_is_not_said_of_the_sentence_before() -> None:
    text = "Siemens ist ein Konzern. Nach dem Krieg gründeten Sänger den Neuen Chor Lindental, das war 1948."
    assert find_claims(text, "founded") == []


def test_a_compound_says_itself_of_what_it_is_the_price() -> None:
    claim = get_claim("Der Kaffeepreis stieg im Jahr 2024 um 18 Prozent.", "change")
    assert (label(claim), plain(claim)) == ("Kaffeepreis", "18")


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Bis zum 1. Oktober 2024 werde jede Schule am Netz sein, versprach Ministerin Nina Falk.", "de", "Nina Falk"),
        ("Minister Ann Lovett promised that every school would be online by October.", "en", "Ann Lovett"),
    ],
)  # fmt: skip
def test_a_promise_is_a_prediction(text: str, language: str, speaker: str) -> None:
    assert label(get_claim(text, "predicted", language)) == speaker


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In Monday’s debate, councillor Harriet Moss said she supported the toll.", "she supported the toll"),
        ("In Monday’s debate, councillor Harriet Moss said she did not support the toll.", "she did not support the toll"),
        ("Harriet Moss said she supported the toll.", "she supported the toll"),
    ],
)  # fmt: skip
def test_who_says_what_she_thinks_is_a_person(text: str, said: str) -> None:
    claim = get_claim(text, "said", "en")
    assert (label(claim), plain(claim)) == ("Harriet Moss", said)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The Quiet Skies Act is to take effect on 1 January 2025.", "in_force"),
        ("Aldgate OS will be released in March 2024.", "released"),
    ],
)
def test_what_is_to_come_is_planned_whatever_day_it_is(text: str, predicate: str) -> None:
    assert get_claim(text, predicate, "en").modality == "planned"
