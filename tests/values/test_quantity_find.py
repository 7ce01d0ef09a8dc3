"""Finding quantities in German and English sentences."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values.find_quantity import find_quantities
from claims.values.value import Quantity


def found(text: str, language: str) -> list[tuple[str, str, str | None, str, str | None]]:
    """Return (characters, amount, upper amount, comparator, unit) of each quantity."""
    result: list[tuple[str, str, str | None, str, str | None]] = []
    for one in find_quantities(text, language):
        value = one.value
        assert isinstance(value, Quantity)
        assert value.text == text[one.start : one.end]
        result.append((value.text, value.amount, value.amount_max, value.comparator, value.unit))
    return result


def single(text: str, language: str) -> tuple[str, str, str, str | None]:
    """Return (characters, amount, comparator, unit) of the only quantity."""
    ((chars, amount, _, comparator, unit),) = found(text, language)
    return chars, amount, comparator, unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Dienst hat 5,6 Millionen Nutzer.", ("5,6 Millionen", "5600000", "=", None)),
        ("Er zahlte rund 5,6 Mio. Dollar.", ("rund 5,6 Mio. Dollar", "5600000", "~", "USD")),
        ("Das Werk hat 1.204 Mitarbeiter.", ("1.204", "1204", "=", None)),
        ("Der Umsatz betrug 3,4 Mrd. Euro.", ("3,4 Mrd. Euro", "3400000000", "=", "EUR")),
        ("Der Wert liegt bei zwei Billionen Dollar.", ("zwei Billionen Dollar", "2000000000000", "=", "USD")),
        ("Das sind weniger als 1 % der Fälle.", ("weniger als 1 %", "1", "<", "%")),
        ("Die Rate sank um 0,4 Prozentpunkte.", ("0,4 Prozentpunkte", "0.4", "=", "pp")),
        ("Es waren mindestens 88 Soldaten.", ("mindestens 88", "88", ">=", None)),
        ("Sie verlor knapp 20 Euro.", ("knapp 20 Euro", "20", "<", "EUR")),
        ("Der 25jährige Fahrer floh.", ("25jährige", "25", "=", "year")),
        ("Eine dreijährige Frist gilt.", ("dreijährige", "3", "=", "year")),
        ("Das Kind ist zehn Jahre alt.", ("zehn Jahre alt", "10", "=", "year")),
        ("Die Strafe beträgt bis zu 100.000 Euro.", ("bis zu 100.000 Euro", "100000", "<=", "EUR")),
        ("Es kostet 2 Euro 50.", ("2 Euro 50", "2.5", "=", "EUR")),
        ("Bei −5 Grad blieb es trocken.", ("−5 Grad", "-5", "=", "°C")),
        ("Der Wagen fuhr 120 km/h schnell.", ("120 km/h", "120", "=", "km/h")),
        ("Die Halle misst 45.000 Quadratmeter.", ("45.000 Quadratmeter", "45000", "=", "m²")),
        ("Das Gerät kostet 150 T€ im Jahr.", ("150 T€", "150000", "=", "EUR")),
        ("Die Anleihe bringt 3 Mio. CHF ein.", ("3 Mio. CHF", "3000000", "=", "CHF")),
        ("Jeder fünfte Haushalt heizt mit Gas.", ("Jeder fünfte", "1/5", "=", None)),
        ("Gut ein Drittel stimmte zu.", ("Gut ein Drittel", "1/3", ">", None)),
        ("Mehr als die Hälfte fehlte.", ("Mehr als die Hälfte", "1/2", ">", None)),
        ("Einer von fünf Lehrern fehlt.", ("Einer von fünf", "1/5", "=", None)),
        ("Die Preise haben sich verfünffacht.", ("verfünffacht", "5", "=", "x")),
        ("Der Turm ist dreimal so hoch.", ("dreimal so", "3", "=", "x")),
        ("Der Export hat sich halbiert.", ("halbiert", "0.5", "=", "x")),
        ("Die Firma zählt zu den drei größten Anbietern.", ("zu den drei größten", "3", "<=", "rank")),
        ("Sie ist der drittgrößte Hersteller.", ("drittgrößte", "3", "=", "rank")),
        ("Das Team liegt auf Platz zwei.", ("Platz zwei", "2", "=", "rank")),
        ("In Berlin demonstrierten 2000 Menschen.", ("2000", "2000", "=", None)),
    ],
)
def test_german_quantities_are_found(text: str, expected: tuple[str, str, str, str | None]) -> None:
    assert single(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal is worth $5.6m.", ("$5.6m", "5600000", "=", "USD")),
        ("It serves 5.6m people.", ("5.6m", "5600000", "=", None)),
        ("He is 1.6m tall.", ("1.6m", "1.6", "=", "m")),
        ("They raised about €2bn.", ("about €2bn", "2000000000", "~", "EUR")),
        ("The plant employs 1,204 people.", ("1,204", "1204", "=", None)),
        ("The tower measures 1.204 km.", ("1.204 km", "1.204", "=", "km")),
        ("One in eight adults smokes.", ("One in eight", "1/8", "=", None)),
        ("Two thirds of voters agreed.", ("Two thirds", "2/3", "=", None)),
        ("Nearly half of the crew left.", ("Nearly half", "1/2", "<", None)),
        ("Sales doubled.", ("doubled", "2", "=", "x")),
        ("It is twice as fast.", ("twice as", "2", "=", "x")),
        ("The city is among the top three.", ("among the top three", "3", "<=", "rank")),
        ("She is the third-richest woman.", ("third-richest", "3", "=", "rank")),
        ("The club ranked fifth.", ("ranked fifth", "5", "=", "rank")),
        ("Rates rose by 25 basis points.", ("25 basis points", "25", "=", "bp")),
        ("The parcel weighs two pounds.", ("two pounds", "2", "=", "lb")),
        ("The fine was 3 million pounds.", ("3 million pounds", "3000000", "=", "GBP")),
        ("He is 5 ft 2 in tall.", ("5 ft 2 in", "31/6", "=", "ft")),
        ("It grew by no more than 3%.", ("no more than 3%", "3", "<=", "%")),
        ("There were 100 or more.", ("100 or more", "100", ">=", None)),
        ("The model has 671B parameters.", ("671B", "671000000000", "=", None)),
        ("It cost them 34 cents.", ("34 cents", "34", "=", "US-cent")),
        ("Half a million tickets were sold.", ("Half a million", "500000", "=", None)),
    ],
)
def test_english_quantities_are_found(text: str, expected: tuple[str, str, str, str | None]) -> None:
    assert single(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Das dauert 20 bis 30 Minuten.", "de", ("20 bis 30 Minuten", "20", "30", "=", "min")),
        (
            "zwischen etwa 100 000 und 225 000 Mark",
            "de",
            ("zwischen etwa 100 000 und 225 000 Mark", "100000", "225000", "~", "DEM"),
        ),
        (
            "Sie zählen 4 bis 5 Millionen Mitglieder.",
            "de",
            ("4 bis 5 Millionen", "4000000", "5000000", "=", None),
        ),
        ("Children of 8–10 years came.", "en", ("8–10 years", "8", "10", "=", "year")),
        ("It costs between 5 and 10 percent.", "en", ("between 5 and 10 percent", "5", "10", "=", "%")),
        ("They want $5-10 million.", "en", ("$5-10 million", "5000000", "10000000", "=", "USD")),
    ],
)
def test_a_range_is_one_quantity(
    text: str, language: str, expected: tuple[str, str, str, str, str | None]
) -> None:
    assert found(text, language) == [expected]


def test_a_change_is_two_quantities_of_one_unit() -> None:
    assert [(q[0], q[4]) for q in found("Die Quote stieg von 5,6 auf 6,1 Prozent.", "de")] == [
        ("5,6", "%"),
        ("6,1 Prozent", "%"),
    ]


def test_from_and_to_after_a_verb_of_change_are_no_range() -> None:
    assert [q[1] for q in found("The rate rose from 5 to 10 percent.", "en")] == ["5", "10"]


@pytest.mark.parametrize(
    "text",
    [
        "Modelle wie Qwen 2.5, QwQ-32B und GPT-4 Turbo",
        "Spark 4.0 Turbo und die Qwen 3-Serie von 01.AI",
        "Das iPhone 15 und Windows 11 kamen heraus.",
        "Llama 3.1 405B ist frei.",
        "Am 20. Dezember 2024 um 18.30 Uhr",
        "Im Jahr 2024 und seit 1964",
        "Zwischen 1988 und 1990 regierte er.",
        "nach § 30 Abs. 2 und Artikel 5",
        "Tel. 030 1234567",
        "in der 6. Etage und im 18. Jahrhundert",
        "Das Spiel endete 3:2.",
        "Ein Mann und eine Frau kamen.",
        "Version 2.0 und A380",
        "Die erste und die zweite Hälfte",
        "Sie kamen zu zweit und ließen nichts außer Acht.",
        "Im Quartal 2024 verkaufte er mehr.",
        "in den 70er Jahren",
        "https://example.org/a?b=20%25%2020",
    ],
)
def test_german_names_dates_and_paragraphs_are_no_quantities(text: str) -> None:
    assert found(text, "de") == []


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4, Llama 3.1 and Gemini 2 were tested.",
        "Windows 11 was released on May 8, 2009 at 2:00 pm.",
        "In 1984 and by 2030",
        "5G and 4K",
        "The one that got away is a good one.",
        "Chapter 11, Section 230 and Route 66",
        "the second half of the first quarter",
        "He won 52-48.",
        "Vostok 1 and STS-135",
    ],
)
def test_english_names_and_dates_are_no_quantities(text: str) -> None:
    assert found(text, "en") == []


def test_a_capital_word_before_a_figure_names_it_in_english() -> None:
    assert found("The new Zephyr 12 owners complained.", "en") == []


def test_a_place_before_a_figure_names_nothing() -> None:
    assert single("Later in Australia 12 people died.", "en") == ("12", "12", "=", None)


def test_mehr_als_belongs_to_the_figure_after_it() -> None:
    assert [q[0] for q in found("Es sind 5 oder mehr als 6.", "de")] == ["5", "mehr als 6"]


def test_nothing_is_found_where_a_date_was_found() -> None:
    text = "vor drei Jahren kamen 64 Leute"
    assert [one.start for one in find_quantities(text, "de", taken=((0, 15),))] == [22]


def test_an_article_counts_where_a_unit_follows() -> None:
    assert single("Der Wert stieg um ein Prozent.", "de") == ("ein Prozent", "1", "=", "%")


def test_a_minor_unit_stays_as_written() -> None:
    assert single("Der Strom kostet 34 Cent.", "de") == ("34 Cent", "34", "=", "euro-cent")


@given(
    st.text(alphabet="1 2.,-–/%€$:§xXeEkmM°½\u00a0\n" + "abdeinrstuvwz", max_size=60),
    st.sampled_from(["de", "en"]),
)
def test_any_text_gives_ordered_spans_that_do_not_overlap(text: str, language: str) -> None:
    spans = [(one.start, one.end) for one in find_quantities(text, language)]
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(
    st.lists(
        st.sampled_from(
            [
                "rund ",
                "5",
                " bis ",
                "1.000",
                " Mio. ",
                "Euro",
                "zwei",
                " und ",
                "ein ",
                "Drittel ",
                "$",
                "-",
                " Prozent",
                "über ",
            ]
        ),
        max_size=12,
    )
)
def test_what_is_found_is_what_the_value_says(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert all(one.value.text == text[one.start : one.end] for one in find_quantities(text, "de"))


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1.",
        "1 000 ",
        "ein",
        "one and ",
        "zwei",
        "$ ",
        "1-",
        "1 bis ",
        "jede ",
        "von 1 ",
        "5 ft ",
        "rund ",
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_hostile_text_takes_linear_time(piece: str, language: str) -> None:
    def measure(length: int) -> float:
        text, taken = piece * (length // len(piece)), []
        for _ in range(3):
            begun = time.process_time()
            find_quantities(text, language)
            taken.append(time.process_time() - begun)
        return min(taken)

    assert measure(16_000) < 0.3 + 10 * measure(4_000)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Die Werft erhielt Aufträge über 620 Millionen Euro.", "="),
        ("Die Bank gab einen Kredit über 5 Millionen Euro.", "="),
        ("Die Werft nahm über 620 Millionen Euro ein.", ">"),
        ("Die Stadt legte einen Fonds über 60 Millionen Euro auf.", "="),
        ("Die Stadt verfügt über 620 Millionen Euro.", "="),
        ("Die Stadt verfügt nun über 620 Millionen Euro.", "="),
        ("Eine Stadt, die über 620 Millionen Euro verfügt, baut.", "="),
        ("Eine Stadt, die über 1,5 Millionen Euro verfügt, baut.", "="),
        ("Eine Stadt, die über 128.000 Euro verfügt, baut.", "="),
        ("Die Stadt, die über 620 Millionen Euro einnimmt, verfügt über Geld.", ">"),
    ],
)
def test_a_contract_for_a_sum_is_not_one_for_more(text: str, comparator: str) -> None:
    assert [found.value.comparator for found in find_quantities(text, "de")] == [comparator]
