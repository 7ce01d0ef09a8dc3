from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.suggest import sentences


def split(text: str, language: str = "de") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Am 20. Dezember fiel in Norden der erste Schnee.",
        "Es half z. B. ein Umweg über die alte Straße.",
        "Gegründet wurde 01.AI in einer Garage.",
        "Dr. Lena Vogt leitet das Haus.",
        "Der Bau kostete 5,6 Mio. Euro und viel Geduld.",
        "Das Modell Qwen 2.5 läuft auch hier.",
        "Im 3. Quartal stieg der Absatz.",
        "Der Roman stammt von J. K. Müller und ist lang.",
        "Sie rief „Halt!“ und lief weiter.",
    ],
)
def test_a_german_full_stop_inside_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


def test_a_result_at_the_end_of_a_sentence_is_no_ordinal() -> None:
    assert split("Der Verein gewann mit 2:0. 9.800 Zuschauer kamen.") == [
        "Der Verein gewann mit 2:0.",
        "9.800 Zuschauer kamen.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. government bought it.",
        "Dr. Lena Vogt runs the house.",
        "Arden Inc. sold two ships.",
        "It was signed at 9 a.m. on Monday.",
        "Its author is J. R. Hollis of Leeds.",
    ],
)
def test_an_english_full_stop_inside_ends_no_sentence(text: str) -> None:
    assert split(text, "en") == [text]


def test_an_abbreviation_ends_a_sentence_before_a_word_that_begins_one() -> None:
    assert split("Es kamen Äpfel, Birnen usw. Der Korb war voll.") == [
        "Es kamen Äpfel, Birnen usw.",
        "Der Korb war voll.",
    ]


def test_a_year_ends_a_sentence() -> None:
    assert split("Das war 2024. Danach wurde es still.") == ["Das war 2024.", "Danach wurde es still."]


def test_a_closing_mark_stays_with_its_sentence() -> None:
    assert split("„Wir bauen.“ Dann schwieg er.") == ["„Wir bauen.“", "Dann schwieg er."]


def test_a_line_break_divides_before_everything_else() -> None:
    assert split("Ein Titel ohne Punkt\n\nDer Text.") == ["Ein Titel ohne Punkt", "Der Text."]


@given(st.text(alphabet='ab1 .!?\n"„“»«-AZÄ', max_size=80), st.sampled_from(["de", "en"]))
def test_spans_are_trimmed_ordered_and_hold_all_but_blanks(text: str, language: str) -> None:
    spans = sentences(text, language)
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())
