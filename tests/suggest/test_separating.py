"""What a clause says beside a value makes it the answer to a question of its own."""

import pytest

from tests.suggest.reading import find_claims, get_claim


@pytest.mark.parametrize(
    ("text", "language", "predicate", "qualifiers"),
    [
        ("The Nimbus Radio was released in Japan in March 2025.", "en", "released", {"place": "Japan"}),
        ("In Japan erschien das Modell Nimbus 3 im März 2025.", "de", "released", {"place": "Japan"}),
        ("Siemens beschäftigt in Österreich 9.000 Mitarbeiter.", "de", "staff", {"place": "Austria"}),
        ("Siemens beschäftigt 9.000 Mitarbeiter in Österreich.", "de", "staff", {"place": "Austria"}),
        ("Kite Ferry raised 8 million dollars in a Series A funding round.", "en", "funding", {"round": "Series A"}),
        ("Kelvora GmbH hat in einer Serie-B-Runde 30 Millionen Euro eingesammelt.", "de", "funding", {"round": "Series B"}),
        ("Die App Stundenbuch kostet 3,99 Euro im Monat.", "de", "price", {"per": "month"}),
        ("The app Ledgerly costs $40 a year.", "en", "price", {"per": "year"}),
        ("Die App Stundenbuch erschien im Mai 2024 als Beta-Version.", "de", "released", {"stage": "beta"}),
        ("Der Dienst Klönsnack hat 3,4 Millionen aktive Nutzer im Monat.", "de", "users", {"metric": "monthly"}),
        ("Die CDU erhielt bei der Wahl am 9. März 2025 14,1 Prozent der Stimmen.", "de", "vote_share", {"election": "Wahl am 9. März 2025"}),
        ("Die CDU erhielt bei der Landtagswahl 12,4 Prozent der Stimmen.", "de", "vote_share", {"election": "Landtagswahl"}),
    ],
)  # fmt: skip
def test_where_when_and_of_what_a_value_holds_separates_it(
    text: str, language: str, predicate: str, qualifiers: dict[str, str]
) -> None:
    assert get_claim(text, predicate, language).qualifiers == qualifiers


def test_operating_profit_is_not_net_profit() -> None:
    [claim] = find_claims("Siemens meldete einen operativen Gewinn von 900 Millionen Euro.", "profit")
    assert claim.qualifiers == {"measure": "operating"}


@pytest.mark.parametrize(
    ("text", "language", "predicate"),
    [
        ("Das Werk der Siemens AG in Görlitz ist alt; Siemens beschäftigt 9.000 Mitarbeiter.", "de", "staff"),
        ("Siemens mit Sitz in München beschäftigt 300.000 Mitarbeiter.", "de", "staff"),
        ("Die App Stundenbuch kostet 3,99 Euro und wurde im Monat Mai gekauft.", "de", "price"),
        ("The start-up Kelvora, a firm in Leeds, employs 40 people.", "en", "staff"),
    ],
)
def test_what_belongs_to_something_else_separates_nothing(text: str, language: str, predicate: str) -> None:
    for claim in find_claims(text, predicate, language):
        assert not {"place", "per"} & set(claim.qualifiers)


def test_two_years_of_what_comes_back_each_year_are_two_editions() -> None:
    first = get_claim("Die Messe Holzwelt findet vom 3. bis 6. Mai 2025 statt.", "held_on")
    second = get_claim("Die Messe Holzwelt fand im Mai 2024 statt.", "held_on")
    assert (first.qualifiers["edition"], second.qualifiers["edition"]) == ("2025", "2024")
    summit = get_claim("The AI Action Summit was held in February 2025.", "held_on", "en")
    assert "edition" not in summit.qualifiers


def test_a_price_for_each_of_something_says_of_what() -> None:
    claim = get_claim("Das Modell Nimbus 3 kostet 48 Euro pro Packung.", "price")
    assert claim.qualifiers == {"per": "packung"}


def test_a_district_is_not_the_town_of_its_name() -> None:
    claim = get_claim("Der Landkreis Moorbach hat 92.000 Einwohner.", "population")
    assert claim.subject is not None
    assert claim.subject.label == "Landkreis Moorbach"


@pytest.mark.parametrize(
    ("text", "language", "predicate", "qualifiers"),
    [
        ("In Bremen lag die Arbeitslosenquote der Frauen im Dezember bei 5,1 Prozent.", "de", "rate", {"measure": "unemployment", "group": "women"}),
        ("In Bremen lag die Arbeitslosenquote der Männer im Dezember bei 6,4 Prozent.", "de", "rate", {"measure": "unemployment", "group": "men"}),
        ("Unemployment in France stood at 7.1 percent in January, seasonally adjusted.", "en", "rate", {"measure": "unemployment", "adjustment": "adjusted"}),
        ("Unemployment in France stood at 7.7 percent in January, not seasonally adjusted.", "en", "rate", {"measure": "unemployment", "adjustment": "unadjusted"}),
        ("Die App Stundenbuch kostet 119 Euro mit Mehrwertsteuer.", "de", "price", {"tax": "included"}),
        ("The app Ledgerly costs $100 plus VAT.", "en", "price", {"tax": "excluded"}),
        ("Siemens beschäftigt 900 Mitarbeiter in Vollzeit.", "de", "staff", {"measure": "full time"}),
        ("Die CDU erhielt bei der Landtagswahl 2020 12,4 Prozent der Stimmen.", "de", "vote_share", {"election": "Landtagswahl 2020"}),
        ("Nach dem vorläufigen Ergebnis erhielt die CDU bei der Landtagswahl 12,4 Prozent der Stimmen.", "de", "vote_share", {"election": "Landtagswahl", "stage": "preliminary"}),
        ("Storm Agnes killed 12 people in Portugal.", "en", "deaths", {"place": "Portugal"}),
        ("Beim Orkan Agnes starben in Portugal zwölf Menschen.", "de", "deaths", {"place": "Portugal"}),
        ("Beim Busunglück bei Lautersee starben in Portugal zwölf Menschen.", "de", "deaths", {}),
    ],
)  # fmt: skip
def test_of_whom_how_counted_and_at_which_stage_separates_it(
    text: str, language: str, predicate: str, qualifiers: dict[str, str]
) -> None:
    assert get_claim(text, predicate, language).qualifiers == qualifiers


@pytest.mark.parametrize(
    ("text", "language", "predicate", "qualifiers"),
    [
        ("Die CDU erhielt 14 Prozent der Erststimmen.", "de", "vote_share", {"ballot": "first votes"}),
        ("In Bremen erhielt die CDU bei der Landtagswahl 28 Prozent der Stimmen.", "de", "vote_share", {"election": "Landtagswahl", "place": "Bremen"}),
        ("Die Metropolregion Bremen hat 2,7 Millionen Einwohner.", "de", "population", {"definition": "metropolitan"}),
        ("Der SV Altenau liegt in der Fairnesstabelle auf Platz 9.", "de", "rank", {"ranking": "Fairnesstabelle"}),
        ("Siemens beschäftigt im Werk Görlitz 640 Mitarbeiter.", "de", "staff", {"place": "Görlitz"}),
        ("Das Landgericht verurteilte Siemens zu einer Geldstrafe von 4 Millionen Euro.", "de", "fine", {"stage": "regional court"}),
        ("Das Training von DeepSeek-V3 kostete 6 Millionen Dollar.", "de", "development_cost", {"scope": "training"}),
        ("In Bremen lag die Temperatur in der Nacht bei 21 Grad.", "de", "measure", {"measure": "temperature", "part": "night"}),
    ],
)  # fmt: skip
def test_which_votes_towns_lists_sites_and_courts_are_meant_separates_it(
    text: str, language: str, predicate: str, qualifiers: dict[str, str]
) -> None:
    assert get_claim(text, predicate, language).qualifiers == qualifiers


@pytest.mark.parametrize(
    ("text", "language", "predicate"),
    [
        ("Die Handballabteilung der Siemens AG wurde 1951 gegründet.", "de", "founded"),
        ("Die deutsche Tochter von OpenAI hat ihren Sitz in München.", "de", "headquarters"),
        ("The German subsidiary of OpenAI is based in Munich.", "en", "headquarters"),
        ("OpenAI’s German subsidiary is based in Munich.", "en", "headquarters"),
        ("Der Etat des Stadttheaters Bremen für 2025 beträgt 4 Millionen Euro.", "de", "budget"),
        ("Der Etat des Überseemuseums Bremen für 2025 beträgt 9 Millionen Euro.", "de", "budget"),
    ],
)
def test_what_belongs_to_somebody_is_not_said_of_the_owner(text: str, language: str, predicate: str) -> None:
    labels = {one.subject.label for one in find_claims(text, predicate, language) if one.subject is not None}
    assert not {"Siemens", "OpenAI", "Bremen"} & labels


@pytest.mark.parametrize(
    ("text", "predicate", "label"),
    [
        ("Der Etat der Stadt Bremen für 2025 beträgt 4 Milliarden Euro.", "budget", "Bremen"),
        ("Die Hansestadt Bremen hat 570.000 Einwohner.", "population", "Bremen"),
        ("Der Umsatz von Siemens lag 2024 bei 76 Milliarden Euro.", "revenue", "Siemens"),
    ],
)
def test_the_owner_of_a_figure_is_what_it_is_said_of(text: str, predicate: str, label: str) -> None:
    claim = get_claim(text, predicate)
    assert claim.subject is not None
    assert claim.subject.label == label


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Kroatien ist nicht mehr Mitglied der NATO.", 0),
        ("Kroatien ist nicht Mitglied der NATO.", 1),
    ],
)
def test_the_end_of_a_lasting_state_denies_nothing_before_it(text: str, denied: int) -> None:
    assert [one.polarity for one in find_claims(text, "member_of")] == ["negated"] * denied


@pytest.mark.parametrize(
    ("text", "language", "predicate", "qualifiers"),
    [
        ("Die Sanierung der Stadthalle Korbach wurde 2023 abgeschlossen.", "de", "completed", {"phase": "renewal"}),
        ("Die Stadthalle Korbach wurde 1974 fertiggestellt.", "de", "completed", {}),
        ("Renovation of the Harcourt Library was completed in 2023.", "en", "completed", {"phase": "renewal"}),
        ("Die App Stundenbuch kostet ermäßigt 3 Euro.", "de", "price", {"offer": "reduced"}),
        ("Die App Stundenbuch kostet bei Händlern 3 Euro.", "de", "price", {"offer": "street"}),
        ("Die App Stundenbuch kostet laut Hersteller 4 Euro.", "de", "price", {}),
        ("Die Stadthalle Korbach soll nun 2027 fertig werden.", "de", "completed", {"stage": "postponed"}),
        ("The Harcourt Library is now due to open in October 2027.", "en", "completed", {"stage": "postponed"}),
        ("The Harcourt Library is due to open in October 2027.", "en", "completed", {}),
        ("Zur Messe Holzwelt kamen am ersten Tag 12.000 Besucher.", "de", "participants", {"part": "first day"}),
        ("Zur Messe Holzwelt kamen 61.000 Besucher.", "de", "participants", {}),
        ("With its antenna the Kestrel Tower is 236 metres high.", "en", "measure", {"measure": "height", "part": "mast"}),
        ("The Kestrel Tower is 212 metres high.", "en", "measure", {"measure": "height"}),
        ("Inflation in Norway averaged 3.1 percent in 2024.", "en", "rate", {"measure": "inflation", "definition": "average"}),
        ("At the supermarket the app Ledgerly costs 4 pounds.", "en", "price", {"offer": "street"}),
        ("Siemens had revenue of 5 million pounds from vinyl in 2024.", "en", "revenue", {"period": "2024", "segment": "vinyl"}),
        ("Siemens hatte 2024 einen Umsatz von 5 Millionen Euro mit Turbinen.", "de", "revenue", {"period": "2024", "segment": "turbinen"}),
        ("Siemens hatte 2024 einen Umsatz von 5 Millionen Euro mit 300 Mitarbeitern.", "de", "revenue", {"period": "2024"}),
        ("In der Stadt Bremen erhielt die CDU 21 Prozent der Stimmen.", "de", "vote_share", {"place": "Bremen"}),
        ("Greater Leeds is home to 640,000 people.", "en", "population", {"definition": "metropolitan"}),
        ("Leeds is home to 540,000 people.", "en", "population", {}),
        ("Timo Falk wurde 1972 in Stendal geboren.", "de", "born", {"place": "Stendal"}),
        ("Timo Falk wurde 1985 in Frankfurt (Oder) geboren.", "de", "born", {"place": "Frankfurt"}),
        ("Der Fischer Timo Falk aus Husum ist 63 Jahre alt.", "de", "age", {"home": "Husum"}),
        ("Timo Falk (41) aus Kiel malt.", "de", "age", {"home": "Kiel"}),
        ("Der Bürgermeister von Husum, Timo Falk (41), malt.", "de", "age", {"home": "Husum"}),
        ("In Bremen ist Timo Falk (41) bekannt.", "de", "age", {}),
        ("Timo Falk, 41, of Leeds was hurt.", "en", "age", {"home": "Leeds"}),
    ],
)  # fmt: skip
def test_renewals_offers_delays_and_where_a_person_is_from_separate_it(
    text: str, language: str, predicate: str, qualifiers: dict[str, str]
) -> None:
    assert get_claim(text, predicate, language, "2025-06-12").qualifiers == qualifiers


@pytest.mark.parametrize(
    ("text", "language", "label"),
    [
        ("Der Landkreis Bremen hat 61.000 Einwohner.", "de", "Landkreis Bremen"),
        ("Bremen hat 580.000 Einwohner.", "de", "Bremen"),
        ("Boston has 650,000 inhabitants.", "en", "Boston"),
    ],
)
def test_a_known_town_is_not_the_district_around_it(text: str, language: str, label: str) -> None:
    claim = get_claim(text, "population", language)
    assert claim.subject is not None
    assert claim.subject.label == label


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("In der Abfüllung in Calbe beschäftigt Siemens 90 Mitarbeiter.", "de", "Calbe"),
        ("At its mill in Selby Siemens employs 90 people.", "en", "Selby"),
        ("Siemens beschäftigt 90 Mitarbeiter.", "de", None),
        ("Siemens mit Sitz in Calbe beschäftigt 90 Mitarbeiter.", "de", None),
    ],
)
def test_people_who_work_in_a_part_of_a_firm_are_not_all(text: str, language: str, place: str | None) -> None:
    assert get_claim(text, "staff", language).qualifiers.get("place") == place


def test_an_average_price_is_that_of_its_day() -> None:
    text = "Der Kraftstoff Super E10 kostete {}1,67 Euro."
    assert get_claim(text.format("im Mittel "), "price", "de", "2025-06-12").as_of == "2025-06-12"
    assert get_claim(text.format(""), "price", "de", "2025-06-12").as_of is None
