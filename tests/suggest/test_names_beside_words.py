"""Names that nobody knows, given away by the words beside them."""

import pytest

from claims.suggest import suggest
from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "predicate", "subject", "value"),
    [
        ("Der Maschinenbauer Brantex hat den Konkurrenten Feldmann Antriebe übernommen.", "de", "acquired_by", "Feldmann Antriebe", "Brantex"),
        ("Brantex übernimmt Konkurrenten Feldmann", "de", "acquired_by", "Feldmann", "Brantex"),
        ("Feldmann Antriebe, 1954 in Siegen gegründet, beschäftigt 830 Menschen.", "de", "staff", "Feldmann Antriebe", "830"),
        ("Feldmann Antriebe, 1954 in Siegen gegründet, beschäftigt 830 Menschen.", "de", "founded", "Feldmann Antriebe", "1954"),
        ("Das Freibad Kaltenbrunn wurde 1961 eröffnet.", "de", "completed", "Freibad Kaltenbrunn", "1961"),
        ("Das Dach des Radwegs Lindental misst 118 Meter.", "de", "measure", "Dach des Radwegs Lindental", "118"),
        ("Der Rheinische Landesverband wurde 1948 gegründet.", "de", "founded", "Rheinischer Landesverband", "1948"),
        ("Finch, founded in 1988 and based in Denver, employs 4,100 people.", "en", "staff", "Finch", "4100"),
        ("Google unveiled a new assistant called Gemini Home on Tuesday.", "en", "developer", "Gemini Home", "Google"),
        ("St. Hilda's Hospital employs 1,150 people.", "en", "staff", "St. Hilda's Hospital", "1150"),
        ("The Port Elara terminal was opened in 1967.", "en", "completed", "Port Elara terminal", "1967"),
        ("The club was sold to a German. Anglia Water said it accepted the ruling.", "en", "said", "Anglia Water", "it accepted the ruling"),
    ],
)  # fmt: skip
def test_the_words_beside_a_name_tell_what_it_names(
    text: str, language: str, predicate: str, subject: str, value: str
) -> None:
    claim = get_claim(text, predicate, language, "2025-06-12")
    assert (label(claim), plain(claim)) == (subject, value)


@pytest.mark.parametrize(
    ("text", "language", "predicate", "subject"),
    [
        ("Ein 3,4 Kilometer langer Abschnitt des Radwegs Lindental ist am Mittwoch eröffnet worden.", "de", "completed", "Abschnitt des Radwegs Lindental"),
        ("Der neue Flügel der Stadtbibliothek Rehfeld wurde 2021 eröffnet.", "de", "completed", "Flügel der Stadtbibliothek Rehfeld"),
        ("The west wing of the Carver Library was completed in 2019.", "en", "completed", "west wing of the Carver Library"),
        ("The Carver Library's west wing was completed in 2019.", "en", "completed", "west wing of the Carver Library"),
    ],
)  # fmt: skip
def test_a_part_is_not_the_whole(text: str, language: str, predicate: str, subject: str) -> None:
    assert label(get_claim(text, predicate, language, "2025-06-12")) == subject


@pytest.mark.parametrize(
    ("text", "language", "predicate", "subject"),
    [
        ("Bei einem Brand im Kornspeicher Altmühle in Wesselau sind drei Menschen verletzt worden.", "de", "injured", "Brand in Wesselau"),
        ("In Spanien starben bei Waldbränden vier Menschen.", "de", "deaths", "Waldbrände in Spanien"),
        ('Beim Untergang der Fähre "Santa Rita" sind 62 Menschen ums Leben gekommen.', "de", "deaths", "Untergang der Santa Rita"),
        ("Three people were injured in a fire at a mill in Toledo. Two firefighters were killed.", "en", "deaths", "fire in Toledo"),
    ],
)  # fmt: skip
def test_an_incident_is_named_after_where_or_whom_it_befell(
    text: str, language: str, predicate: str, subject: str
) -> None:
    assert label(get_claim(text, predicate, language, "2025-06-12")) == subject


@pytest.mark.parametrize("text", ["Der Zoll hat in Antwerpen 640 Kilogramm Kokain sichergestellt.", "Bei Zaragoza brannten 3.000 Hektar Wald ab."])  # fmt: skip
def test_what_is_found_at_a_place_is_no_measure_of_the_place(text: str) -> None:
    assert find_claims(text, "measure") == []


def test_a_temperature_is_of_the_place_where_it_was_measured() -> None:
    assert label(get_claim("In Kitzingen sind 39,8 Grad gemessen worden.", "measure")) == "Kitzingen"


@pytest.mark.parametrize("text", ["Die Anlage ging 2019 in Betrieb.", "Seit 2020 ist sie in Rente."])
def test_a_common_noun_behind_in_is_no_place(text: str) -> None:
    assert [one for one in suggest(text, "de") if one.subject and one.subject.kind == "place"] == []
