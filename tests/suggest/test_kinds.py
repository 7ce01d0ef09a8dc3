import pytest

from claims.suggest import classify, suggest


def kinds(text: str, language: str = "de") -> list[str]:
    return [sentence.kind for sentence in classify(text, language)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Das Werk wurde 2019 eröffnet.", "statement"),
        ("Kommt das Werk noch in diesem Jahr?", "question"),
        ("Das wird sehr wahrscheinlich nichts.", "opinion"),
        ("Ich halte den Plan für klug.", "opinion"),
        ("Abonniere unseren Newsletter, wenn du magst.", "boilerplate"),
        ("Foto: Lena Vogt", "boilerplate"),
        ("© 2024 Küstenblatt", "boilerplate"),
        ("Ein neues Werk am Deich", "heading"),
        ("Schade.", "open"),
    ],
)
def test_a_sentence_has_the_kind_it_shows(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_what_stands_below_a_heading_that_asks_for_help_is_boilerplate() -> None:
    assert kinds("UNTERSTÜTZUNG\nDas Blatt lebt von vielen Händen.") == ["heading", "boilerplate"]


def test_a_quoted_first_person_is_no_opinion_of_the_article() -> None:
    assert kinds("„Wir liefern im Mai“, sagte Anna Lehmann.") == ["statement"]


@pytest.mark.parametrize(
    "text",
    [
        "Wurde DeepSeek-R1 im Januar 2025 veröffentlicht?",
        "Abonniere uns: DeepSeek-R1 wurde im Januar 2025 veröffentlicht.",
    ],
)
def test_questions_and_boilerplate_claim_nothing(text: str) -> None:
    assert suggest(text, "de") == []


def test_an_opinion_is_left_out_and_the_claim_beside_it_kept() -> None:
    text = "DeepSeek-R1 erschien im Januar 2025 – und das ist gar nicht unrealistisch."
    assert [s.predicate for s in suggest(text, "de")] == ["released"]
