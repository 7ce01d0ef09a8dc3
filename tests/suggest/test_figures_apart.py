"""Several figures in one sentence: each goes to the word and the name that it answers, or to none."""

import pytest

from claims.suggest import Suggestion, suggest
from claims.values.value import EntityValue, Quantity


def read(text: str, language: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (one.subject and one.subject.label, one.predicate, one.value.amount)
        for one in suggest(text, language)
        if isinstance(one.value, Quantity)
    ]


def test_two_sums_answer_two_words() -> None:
    text = "OpenAI raised $40 billion at a valuation of $300 billion."
    assert set(read(text, "en")) == {
        ("OpenAI", "funding", "40000000000"),
        ("OpenAI", "valuation", "300000000000"),
    }


def test_a_second_share_belongs_to_the_second_name() -> None:
    text = "Die CDU kam auf 28,5 Prozent der Stimmen, die AfD auf 20,8 Prozent."
    assert read(text, "de") == [("CDU", "vote_share", "28.5"), ("AfD", "vote_share", "20.8")]


def test_what_a_number_was_before_is_not_what_it_is() -> None:
    assert read("ChatGPT has 500 million weekly users, up from 400 million.", "en") == [
        ("ChatGPT", "users", "500000000")
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Intel cut 15,000 jobs.", "en"),
        ("Intel wird 15.000 Stellen streichen.", "de"),
        ("Siemens schafft in Görlitz 200 neue Stellen.", "de"),
    ],
)
def test_by_how_much_a_number_changes_is_not_how_high_it_is(text: str, language: str) -> None:
    assert [one for one in read(text, language) if one[1] == "staff"] == []


def test_a_loss_is_a_negative_profit() -> None:
    [loss] = [
        one
        for one in suggest("Intel machte 2024 einen Verlust von 1,8 Milliarden Euro.", "de")
        if one.predicate
    ]
    assert isinstance(loss.value, Quantity)
    assert (loss.predicate, loss.value.amount, loss.value.lo, loss.value.hi) == (
        "profit",
        "-1800000000",
        -1.85e9,
        -1.75e9,
    )


def test_a_longer_phrase_is_not_read_as_its_beginning() -> None:
    found = suggest("The AI Act entered into force on 1 August 2024.", "en")
    assert {one.predicate for one in found} <= {"in_force"}


@pytest.mark.parametrize(("name", "owners"), [("Geely", ["Geely"]), ("Kelvora", [])])
def test_who_possesses_an_owner_is_not_the_owner(name: str, owners: list[str]) -> None:
    found = [
        one for one in suggest(f"Volvo Cars is owned by China's {name}.", "en") if one.predicate == "owner"
    ]
    assert [one.value.label for one in found if isinstance(one.value, EntityValue)] == owners


def test_a_paragraph_without_a_name_of_its_own_takes_none_from_the_one_before() -> None:
    text = "Das Statistische Bundesamt wurde 1948 gegründet.\nDie Firma Nordwind-Logistik-Verbund-Nord macht mit.\nDer Umsatz lag bei 5 Millionen Euro."
    found: list[Suggestion] = suggest(text, "de")
    assert not [
        one
        for one in found
        if one.predicate == "revenue" and one.subject and "Bundesamt" in one.subject.label
    ]
