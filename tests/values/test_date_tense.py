"""Which of two times is meant where the text leaves the year out: the tense and the words before it say."""

import pytest

from claims.values import find

PUBLISHED = "2025-03-12"


def read(text: str, language: str) -> list[str | None]:
    return [found.value.edtf for found in find(text, language, PUBLISHED) if found.value.type == "date"]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("Ab dem 14. Oktober gibt es keine Updates mehr.", "de", "2025-10-14/.."),
        ("Ab Oktober gilt die Regel.", "de", "2025-10/.."),
        ("Seit dem 1. Mai ist die Straße gesperrt.", "de", "2024-05-01/.."),
        ("Seit Mai fehlt das Geld.", "de", "2024-05/.."),
        ("Anträge sind bis Oktober möglich.", "de", "../2025-10"),
        ("Bis Oktober wurden die Gelder gesperrt.", "de", "../2024-10"),
        ("Towns have until June 30 to answer.", "en", "../2025-06-30"),
        ("The shop has been closed since May 1.", "en", "2024-05-01/.."),
        ("Starting October 14 the fee is higher.", "en", "2025-10-14/.."),
    ],
)
def test_an_open_time_without_a_year_lies_on_the_side_that_it_opens_to(
    text: str, language: str, edtf: str
) -> None:
    assert read(text, language) == [edtf]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Die Bürgermeisterin will im Herbst nicht mehr antreten.", "de", ["2025-23"]),
        ("Im Sommer wurde das Bad geschlossen.", "de", ["2024-22"]),
        ("Im Sommer ist das Wasser warm.", "de", []),
        ("Bis zum Herbst soll die Brücke stehen.", "de", ["../2025-23"]),
        ("Ab dem Winter gilt der neue Plan.", "de", ["2025-12/.."]),
        ("She will retire in the autumn.", "en", ["2025-23"]),
        ("The pool was closed in the summer.", "en", ["2024-22"]),
        ("By the summer the bridge should be open.", "en", ["../2025-22"]),
        ("They met in the fall of the old regime.", "en", []),
        ("They had met in spring training.", "en", []),
    ],
)
def test_a_season_without_a_year_is_the_last_or_next_one_by_the_tense(
    text: str, language: str, expected: list[str]
) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "edtf", "modifier"),
    [
        ("The works should end this autumn.", "2025-23", None),
        ("Talks will start next week.", "2025-03-17/2025-03-23", None),
        ("It is due by the end of this month.", "../2025-03", "late"),
        ("It is due by end 2025.", "../2025", "late"),
    ],
)
def test_an_end_that_happens_is_no_part_of_a_period(text: str, edtf: str, modifier: str | None) -> None:
    value = find(text, "en", PUBLISHED)[0].value
    assert value.type == "date"
    assert (value.edtf, value.modifier) == (edtf, modifier)


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("Die Rakete hob am Freitag ab.", "de", "2025-03-07"),
        ("Im August holte sie drei Medaillen.", "de", "2024-08"),
        ("Der Komet wird am 12. Oktober zu sehen sein.", "de", "2025-10-12"),
        ("Die am 12. Oktober begonnene Arbeit soll weitergehen.", "de", "2024-10-12"),
        ("Das Gesetz vom 12. Oktober soll geändert werden.", "de", "2024-10-12"),
        ("The comet will pass on Oct. 12.", "en", "2025-10-12"),
        ("She faces prison when she is sentenced on May 22.", "en", "2025-05-22"),
        ("She was sentenced on May 22.", "en", "2024-05-22"),
        ("Will it open on Tuesday, Jan 14?", "en", "2025-01-14"),
        ("The series, begun in 2022 to 1,377 viewers, ended.", "en", "2022"),
        ("Die Messreihe reicht bis ins Jahr 1881 zurück.", "de", "../1881"),
        ("In der 11. Kalenderwoche gab es viele Fälle.", "de", "2025-03-10/2025-03-16"),
    ],
)
def test_a_day_without_a_year_lies_where_its_clause_tells_of(text: str, language: str, edtf: str) -> None:
    assert read(text, language) == [edtf]


@pytest.mark.parametrize(
    ("text", "language", "edtf", "lo", "hi"),
    [
        ("Das Grab stammt aus dem 3. Jahrhundert vor Christus.", "de", "-02XX", "-0299-01-01", "-0200-12-31"),
        ("It dates to the 1st century BC.", "en", "-0099/0000", "-0099-01-01", "0000-12-31"),
        ("It dates to the 3rd century.", "en", "02XX", "0200-01-01", "0299-12-31"),
        ("It was built around 1200 BC.", "en", "-1199~", "-1199-01-01", "-1199-12-31"),
    ],
)
def test_a_time_before_christ_counts_a_year_nought(
    text: str, language: str, edtf: str, lo: str, hi: str
) -> None:
    value = find(text, language, PUBLISHED)[0].value
    assert value.type == "date"
    assert (value.edtf, str(value.lo), str(value.hi)) == (edtf, lo, hi)


@pytest.mark.parametrize(
    ("text", "language"),
    [("GPT-5 may arrive later.", "en"), ("Die 11. Woche der Schwangerschaft begann.", "de")],
)
def test_a_figure_of_a_name_or_of_another_count_is_no_day(text: str, language: str) -> None:
    assert read(text, language) == []


def test_most_recently_is_no_time_of_its_own() -> None:
    assert read("It was rebuilt, most recently in the late 1960s.", "en") == ["196X"]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("The mission is planned for no earlier than September 2026.", "en", "2026-09/.."),
        ("It will not open before 2027.", "en", "2027/.."),
        ("It opened before 2007.", "en", "../2006"),
        ("No later than June 2026 the rules apply.", "en", "../2026-06"),
        ("Der Bahnhof öffnet frühestens 2027.", "de", "2027/.."),
        ("Frühestens im Herbst 2026 wird gebaut.", "de", "2026-23/.."),
        ("Der Start ist nicht vor September 2026 geplant.", "de", "2026-09/.."),
        ("Der Start war nicht neu: vor September 2006 gab es ihn auch.", "de", "../2006-08"),
    ],
)
def test_what_is_denied_before_a_time_begins_with_it(text: str, language: str, edtf: str) -> None:
    assert read(text, language) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Prices doubled over the past decade.", "2015-03-12/2025-03-12"),
        ("Prices may double over the next decade.", "2025-03-13/2035-03-12"),
        ("It happened in the last decade.", "2015-03-12/2025-03-12"),
        ("It will happen in the next decade.", "203X"),
    ],
)
def test_a_decade_that_something_took_is_ten_years_from_publication(text: str, edtf: str) -> None:
    assert read(text, "en") == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Das Werk, das 1847 gegründet wurde, schließt.", ["1847"]),
        ("Der Verein wurde 1847 gegründet.", ["1847"]),
        ("1847 wurde sie geboren.", ["1847"]),
        ("Er starb 1832 in Weimar.", ["1832"]),
        ("Es wurden 1650 Bäume gepflanzt.", []),
        ("Sie erhielt 1650 Stimmen.", []),
        ("Sie kam auf 1650 Punkte.", []),
    ],
)
def test_a_year_far_off_is_read_where_the_verb_tells_of_one_thing(text: str, edtf: list[str]) -> None:
    assert read(text, "de") == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Im Winter sammelte die Firma Geld ein.", ["2024-12/2025-02"]),
        ("Im Herbst kommt das Gerät.", []),
        ("Im Herbst Leute zu finden ist schwer.", []),
    ],
)
def test_a_german_verb_of_the_past_behind_a_season_makes_it_the_last_one(text: str, edtf: list[str]) -> None:
    assert read(text, "de") == edtf
