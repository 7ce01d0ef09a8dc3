"""German dates in running text."""

import pytest

from claims.values.find_date import find_dates

PUBLISHED = "2025-02-10"


def read(text: str, reference: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [
        (found.value.text, found.value.edtf)
        for found in find_dates(text, "de", reference)
        if found.value.type == "date"
    ]


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("Der Vertrag gilt seit dem 20. Dezember 2024.", "seit dem 20. Dezember 2024", "2024-12-20/.."),
        ("Am 20. Dezember 2024 um 15 Uhr begann die Sitzung.", "20. Dezember 2024", "2024-12-20"),
        ("Sie kam am 3.4.2023 an.", "3.4.2023", "2023-04-03"),
        ("Stand: 2024-12-20", "2024-12-20", "2024-12-20"),
        ("Er unterschrieb am neunundzwanzigsten Mai 2021.", "neunundzwanzigsten Mai 2021", "2021-05-29"),
        ("Das Werk öffnete im Mai 2024.", "Mai 2024", "2024-05"),
        ("Das Werk öffnete 1998 wieder.", "1998", "1998"),
        ("Die Messe läuft vom 12. bis 15. Mai 2024.", "vom 12. bis 15. Mai 2024", "2024-05-12/2024-05-15"),
        ("Sie tagten am 12./13. Mai 2024.", "12./13. Mai 2024", "2024-05-12/2024-05-13"),
        ("Sie tagten am 3. und 17. Mai 2024.", "3. und 17. Mai 2024", "{2024-05-03,2024-05-17}"),
        ("Der Umsatz stieg 2019–2023 stetig.", "2019–2023", "2019/2023"),
        ("Zwischen 1988 und 1990 war er im Amt.", "Zwischen 1988 und 1990", "1988/1990"),
        ("Die Saison 2019/20 fiel aus.", "2019/20", "2019/2020"),
        ("Bis 2025 will das Land führen.", "Bis 2025", "../2025"),
        ("Ab 1. Juli 2025 steigt der Preis.", "Ab 1. Juli 2025", "2025-07-01/.."),
        ("Von 2019 an galt die Regel.", "Von 2019 an", "2019/.."),
        ("Vor 2020 gab es keine Zahlen.", "Vor 2020", "../2019"),
        ("Im dritten Quartal 2024 sank der Gewinn.", "dritten Quartal 2024", "2024-35"),
        ("Die erste Jahreshälfte 2025 verlief ruhig.", "erste Jahreshälfte 2025", "2025-40"),
        (
            "In den ersten drei Monaten 2024 sank der Gewinn.",
            "ersten drei Monaten 2024",
            "2024-01-01/2024-03-31",
        ),
        ("Die letzten zwei Quartale 2024 waren gut.", "letzten zwei Quartale 2024", "2024-07-01/2024-12-31"),
        ("In der letzten Woche im Juli 2024 war zu.", "letzten Woche im Juli 2024", "2024-07-29/2024-08-04"),
        ("In der ersten Woche im Mai 2024 war zu.", "ersten Woche im Mai 2024", "2024-04-29/2024-05-05"),
        ("Im Sommer 2024 war es heiß.", "Sommer 2024", "2024-22"),
        ("Im Winter 2024/25 fehlte Gas.", "Winter 2024/25", "2024-12/2025-02"),
        ("Die 1990er Jahre waren anders.", "1990er Jahre", "199X"),
        ("Das Tor stammt aus dem 19. Jahrhundert.", "19. Jahrhundert", "18XX"),
        ("Die Stadt entstand um 1900.", "um 1900", "1900~"),
        ("Er starb 44 v. Chr. in der Stadt.", "44 v. Chr.", "-0043"),
        ("Die Lieferung kommt in KW 12 2025 an.", "KW 12 2025", "2025-03-17/2025-03-23"),
        ("Das Urteil fiel an Karfreitag 2018.", "Karfreitag 2018", "2018-03-30"),
        ("Am zweiten Advent 2024 war Markt.", "zweiten Advent 2024", "2024-12-08"),
    ],
)
def test_a_date_is_found_as_written_and_as_edtf(text: str, span: str, edtf: str) -> None:
    assert read(text) == [(span, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Er kam gestern.", "2025-02-09"),
        ("Sie reden übermorgen.", "2025-02-12"),
        ("Vergangene Woche brach das Eis.", "2025-02-03/2025-02-09"),
        ("Im Vorjahr waren es weniger.", "2024"),
        ("Das geschah vor drei Jahren.", "2022"),
        ("Das geschah vor zwei Monaten.", "2024-12"),
        ("Das geschah vor fünfundzwanzig Jahren.", "2000"),
        ("Das geschah vor rund zehn Jahren.", "2015~"),
        ("Seit drei Jahren ruht der Bau.", "2022/.."),
        ("In den vergangenen zwei Jahren stieg der Preis.", "2023-02-10/2025-02-10"),
        ("Die Wahl war im Dezember des Vorjahres.", "2024-12"),
        ("Am Freitag wurde gewählt.", "2025-02-07"),
        ("Die Wahl wird am Freitag wiederholt.", "2025-02-14"),
        ("Am Montagabend brannte es.", "2025-02-10"),
        ("Am vergangenen Donnerstag fiel der Strom aus.", "2025-02-06"),
        ("Bis Ende kommenden Jahres entsteht die Halle.", "../2026"),
        ("Die Wahl findet diesen Herbst statt.", "2025-23"),
    ],
)
def test_a_relative_date_is_counted_from_the_day_of_publication(text: str, edtf: str) -> None:
    assert [value for _, value in read(text)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("Am 20. Dezember fiel der Beschluss.", "2024-12-20"), ("Am 3. März wird gewählt.", "2025-03-03")],
)
def test_a_day_without_year_lies_next_to_the_day_of_publication(text: str, edtf: str) -> None:
    assert [value for _, value in read(text)] == [edtf]


def test_a_day_without_year_takes_the_year_named_before_if_nothing_else_is_known() -> None:
    assert read("Im Mai 2019 begann es. Am 3. Juni war Schluss.", None)[1] == ("3. Juni", "2019-06-03")


def test_a_day_without_any_year_leaves_the_year_open() -> None:
    found = find_dates("Am 20. Dezember fiel der Beschluss.", "de")[0].value
    assert found.type == "date"
    assert (found.edtf, found.lo, found.hi) == ("XXXX-12-20", None, None)


def test_a_month_takes_the_year_of_the_month_beside_it() -> None:
    assert [value for _, value in read("Im Dezember und Januar 2021 war zu.")] == ["2020-12", "2021-01"]


@pytest.mark.parametrize(
    "text",
    [
        "Rund 2000 Stellen fallen weg.",
        "Das kostet 2000 Euro.",
        "Die Norm ISO 9001 und das Modell GPT-2024 sind neu.",
        "Siehe Seite 1998 und Version 2024.1 im Anhang.",
        "Zwischen 1200 und 1500 Menschen kamen.",
        "Die Mark verlor, und Herr Mai schwieg.",
        "Jeden Montag wird geputzt, montags auch.",
        "An einem Freitag ist es voll.",
        "Guten Morgen, sagte sie am Morgen.",
        "Er kam um 15.30 Uhr und ging um 18 Uhr.",
        "August Bebel las, und Juli Zeh schrieb.",
        "Der 15. Verhandlungstag endete früh.",
        "Es dauerte drei Jahre.",
        "Abschnitt 2.3. gilt für Linux 5.10.14 und Windows 2000.",
        "Nach 2000 Metern und 2000 Tagen war Schluss.",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Das Programm ist seit kurzem verfügbar.",
        "In den letzten Monaten stieg der Preis.",
        "Kürzlich erschien ein Buch.",
        "Seit Jahren wird gestritten.",
        "Vor einigen Wochen kam ein Brief.",
        "Im laufenden Geschäftsjahr stieg der Gewinn.",
        "Der 30. Februar kommt nie.",
    ],
)
def test_a_vague_time_is_found_but_never_placed(text: str) -> None:
    assert [value for _, value in read(text)] == [None]


def test_the_preposition_belongs_to_a_date_whose_value_it_makes() -> None:
    spans = [span for span, _ in read("In den letzten Monaten und im Mai 2024, seit 2020, am 3. Mai 2021.")]
    assert spans == ["In den letzten Monaten", "Mai 2024", "seit 2020", "3. Mai 2021"]


def test_without_day_of_publication_yesterday_is_not_placed() -> None:
    assert read("Er kam gestern.", None) == [("gestern", None)]


@pytest.mark.parametrize(
    ("text", "modifier", "lo", "hi"),
    [
        ("Anfang 2025 kam es dazu.", "early", "2025-01-01", "2025-04-30"),
        ("Mitte 2025 kam es dazu.", "mid", "2025-05-01", "2025-08-31"),
        ("Ende 2025 kam es dazu.", "late", "2025-09-01", "2025-12-31"),
        ("Ende Mai 2025 kam es dazu.", "late", "2025-05-21", "2025-05-31"),
        ("Mitte der 1990er Jahre kam es dazu.", "mid", "1993-05-01", "1996-08-31"),
    ],
)
def test_a_part_of_a_period_keeps_its_modifier_and_bounds_its_third(
    text: str, modifier: str, lo: str, hi: str
) -> None:
    value = find_dates(text, "de", PUBLISHED)[0].value
    assert value.type == "date"
    assert (value.modifier, str(value.lo), str(value.hi)) == (modifier, lo, hi)
