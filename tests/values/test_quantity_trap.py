"""Figures that count nothing: names, numbers of things, addresses, scores, figures of speech."""

import time

import pytest

from claims.values.find_quantity import find_quantities
from claims.values.find_quantity_idiom import list_idioms


def read(text: str, language: str) -> list[tuple[str, str, str | None]]:
    return [
        (one.value.text, one.value.amount, one.value.unit)
        for one in find_quantities(text, language)
        if one.value.type == "quantity"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Er fuhr einen Opel 400 SX.",
        "Sie schwebte auf Wolke sieben.",
        "Tausend Dank, sagte sie unter vier Augen.",
        "Das steht in Kapitel fünf.",
        "Die Zeitschrift Mare drei erschien.",
        "Nur eins ist klar.",
        "Die Drei Musketiere ritten fort.",
        "Das Landgericht (Az. 7 O 12/23) urteilte.",
        "Sie wohnt in der Gartenstraße 9, 04109 Leipzig.",
        "Die Rufnummer 0341 55 66 77 ist besetzt.",
        "Das Tor fiel zum zwei zu null.",
        "Er lebt im Dreißigjährigen Krieg.",
        "Er hörte das Album „Vier gegen Sechs“.",
        "Sie tagten am 3., 4. oder 9. März.",
    ],
)
def test_german_figures_of_names_and_speech_count_nothing(text: str) -> None:
    assert read(text, "de") == []


@pytest.mark.parametrize(
    "text",
    [
        "She sat at cloud nine, he went back to square one.",
        "Officers knocked at 12 Elm Street.",
        "The lawyers cited Ash v. Oak, 512 U.S. 218.",
        "Readers wrote to Twelve, a quarterly.",
        "They replayed the Seventh over 6-4, 3-6, 7-5.",
        "Savers opened a 401(k).",
        "Ring (555) 555-0142 at once.",
        "Leaders of the Group of 20 met.",
        "The over-65s voted early.",
        "She played Sonata No. 9 again.",
        "She watched Nine Lives again.",
    ],
)
def test_english_figures_of_names_and_speech_count_nothing(text: str) -> None:
    assert read(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Bei der Orvena GmbH 31 Stellen zu streichen, ist falsch.", "de", ("31", "31", None)),
        ("Das Beben der Stärke 5,8 war kurz.", "de", ("5,8", "5.8", None)),
        ("Der Gewinn stieg von 2 auf 7 Millionen Euro.", "de", ("2", "2000000", "EUR")),
        ("A $30m order arrived.", "en", ("$30m", "30000000", "USD")),
        ("It is a $4 stamp.", "en", ("$4", "4", "USD")),
        ("One and a half million trees died.", "en", ("One and a half million", "1500000", None)),
        ("He waited half an hour.", "en", ("half an hour", "0.5", "h")),
        ("He waited an hour and a half.", "en", ("an hour and a half", "1.5", "h")),
        ("Every third shop is shut.", "en", ("Every third", "1/3", None)),
        ("It was 12 degrees below zero.", "en", ("12 degrees below zero", "-12", "degree")),
        ("The heat reached 39C.", "en", ("39C", "39", "°C")),
        ("Nurses tested 1712 schoolchildren.", "en", ("1712", "1712", None)),
    ],
)
def test_a_figure_that_counts_is_found(text: str, language: str, expected: tuple[str, str, str]) -> None:
    assert read(text, language)[0] == expected


@pytest.mark.parametrize(
    "piece",
    [
        "12 Elm ",
        "film “",
        "Roman „a“ und ",
        "6-4, ",
        "Telefon 0",
        "Symphony No. ",
        "half a ",
        "every third ",
        "zwei zu ",
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_hostile_text_takes_linear_time(piece: str, language: str) -> None:
    def measure(length: int) -> float:
        text, taken = piece * (length // len(piece)), []
        for _ in range(3):
            begun = time.process_time()
            list_idioms(text, language)
            taken.append(time.process_time() - begun)
        return min(taken)

    assert measure(32_000) < 0.3 + 10 * measure(8_000)
