"""How agency copy writes figures: several in a sentence, compared, split, and said of what was named before."""

import pytest

from claims.suggest import suggest
from tests.suggest.reading import find_claims, get_claim, label, plain


def _get_figures(text: str, predicate: str, language: str = "de") -> list[tuple[str | None, str | None]]:
    return [(label(claim), plain(claim)) for claim in find_claims(text, predicate, language, "2024-10-24")]


@pytest.mark.parametrize(
    ("text", "language", "predicate"),
    [
        ("Die Reederei Nordlinie bestellt Schiffe. Die Kabinen sind 9 Meter lang.", "de", "measure"),
        ("Die Stadt Norden plant viel. Der Bau kostete 30 Millionen Euro.", "de", "development_cost"),
        ("The drugmaker Velmora seeks approval. The treatment costs $900.", "en", "price"),
        ("Half of all days in the year were more than 1.5 degrees warmer than before.", "en", "measure"),
    ],
)
def test_a_sentence_about_another_noun_takes_no_name_from_before(
    text: str, language: str, predicate: str
) -> None:
    assert find_claims(text, predicate, language) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Die Kelvora AG wuchs. Der Umsatz lag bei 5 Millionen Euro.", "Kelvora AG"),
        ("Die Kelvora AG verhandelt mit der Bank Norden AG in Kiel. Der Umsatz lag bei 5 Millionen Euro.", "Kelvora AG"),
        ("Die Kelvora AG spart, sagte Chefin Anna Lehmann der Deutschen Presse-Agentur. Das Unternehmen machte einen Umsatz von 5 Millionen Euro.",
         "Kelvora AG"),
        ("Die Kelvora AG wächst. Das 2019 in Kiel gegründete Unternehmen machte einen Umsatz von 5 Millionen Euro.", "Kelvora AG"),
    ],
)  # fmt: skip
def test_a_figure_is_said_of_what_the_text_is_about(text: str, subject: str) -> None:
    assert _get_figures(text, "revenue") == [(subject, "5000000")]


@pytest.mark.parametrize(
    ("text", "language", "predicate", "amounts"),
    [
        ("Der Gewinn der Kelvora AG sank von 40 auf 30 Millionen Euro.", "de", "profit", ["30000000"]),
        ("Die Kelvora AG machte nach einem Gewinn von 9 Millionen Euro einen Verlust von 2 Millionen Euro.", "de", "profit", ["-2000000"]),
        ("Spotify reported a profit of 266 million euros, compared with a loss of 247 million.", "en", "profit", ["266000000"]),
        ("Die Kelvora AG hat 900 Beschäftigte, darunter 300 in Kiel.", "de", "staff", ["900"]),
        ("Boeing suffered from a strike by 33,000 workers.", "en", "staff", []),
    ],
)  # fmt: skip
def test_what_a_figure_began_at_is_compared_with_or_part_of_is_no_answer(
    text: str, language: str, predicate: str, amounts: list[str]
) -> None:
    assert [amount for _, amount in _get_figures(text, predicate, language)] == amounts


@pytest.mark.parametrize(
    ("text", "language", "subject", "measure"),
    [
        ("Die Inflation im Euroraum fiel auf 2,2 Prozent.", "de", "Euroraum", "inflation"),
        ("Euro zone inflation slowed to 2.2 percent.", "en", None, None),
        ("Die Europäische Zentralbank senkte den Leitzins auf 3,5 Prozent.", "de", "Europäische Zentralbank", "interest"),
        ("Die Arbeitslosenquote in Spanien liegt bei 11 Prozent.", "de", "Spanien", "unemployment"),
        ("Die SPD warb um Stimmen. Die Wahlbeteiligung lag bei 66 Prozent.", "de", None, None),
    ],
)  # fmt: skip
def test_a_rate_says_which_it_is_and_belongs_to_a_place_or_a_bank(
    text: str, language: str, subject: str | None, measure: str | None
) -> None:
    found = [(label(claim), claim.qualifiers.get("measure")) for claim in find_claims(text, "rate", language)]
    assert found in ([] if subject is None else [(subject, measure)], [("euro zone", "inflation")])


@pytest.mark.parametrize(
    "text",
    [
        "Die SPD kam auf 15,1 Prozent, die Grünen auf 14,8 Prozent.",
        "Die SPD erreichte 15,1 Prozent. Die Grünen erzielten 14,8 Prozent.",
    ],
)
def test_each_party_has_its_own_share_of_the_votes(text: str) -> None:
    assert _get_figures(text, "vote_share") == [("SPD", "15.1"), ("Bündnis 90/Die Grünen", "14.8")]


def test_who_asked_has_no_votes() -> None:
    text = "Laut einer Umfrage des Instituts Forsa halten 62 Prozent der Bürger die Bahn für zu langsam."
    assert find_claims(text, "vote_share") == []


@pytest.mark.parametrize(
    ("text", "language", "subject", "amount"),
    [
        ("Der Umsatz der Kelvora AG ging um 3 Prozent zurück.", "de", "Umsatz der Kelvora AG", "-3"),
        ("Die Ausfuhren Chinas sind um 14 Prozent eingebrochen.", "de", "Ausfuhren Chinas", "-14"),
        ("Die Kelvora AG spart. Der Absatz stieg um 3 Prozent.", "de", "Absatz (Kelvora AG)", "3"),
        ("Im Mai stieg der Absatz von Nokia um 3 Prozent.", "de", "Absatz von Nokia", "3"),
        ("Boeing struggled. Revenue fell 1 percent to $17.8 billion.", "en", "Revenue (Boeing)", "-1"),
    ],
)
def test_a_change_names_whose_measure_rose_or_fell(
    text: str, language: str, subject: str, amount: str
) -> None:
    assert _get_figures(text, "change", language) == [(subject, amount)]


def test_who_foresees_a_change_is_not_what_changes() -> None:
    text = "Der Verband BGA rechnet mit einem Rückgang der Ausfuhren um 0,5 Prozent."
    assert find_claims(text, "change") == []


def test_a_period_that_is_only_compared_with_is_the_base_period() -> None:
    claim = get_claim("Chinas Exporte fielen im Juli 2024 gegenüber dem Juli 2023 um 14 Prozent.", "change")
    assert claim.qualifiers == {"period": "2024-07", "base_period": "2023-07"}


def test_a_deadline_is_not_when_a_number_was_counted() -> None:
    claim = get_claim("Die Kelvora AG baut bis 2026 rund 800 der 5.200 Arbeitsplätze ab.", "staff")
    assert (plain(claim), claim.as_of) == ("5200", None)


def test_a_figure_that_somebody_expects_is_planned() -> None:
    text = "Die Kelvora AG rechnet mit einem Umsatz von 5 Millionen Euro."
    assert get_claim(text, "revenue").modality == "planned"


@pytest.mark.parametrize(
    ("text", "language", "subject"),
    [
        ("Bei einem Busunglück in der Nähe der kroatischen Stadt Osijek sind zwölf Menschen ums Leben gekommen.", "de", "Busunglück bei Osijek"),
        ("Beim Absturz eines Kleinflugzeugs in Hamburg sind drei Menschen getötet worden.", "de", "Absturz in Hamburg"),
        ("Bei Überschwemmungen in Südbrasilien starben 160 Menschen.", "de", "Überschwemmungen in Südbrasilien"),
        ("A fire at a nightclub in Chicago killed 59 people.", "en", "fire in Chicago"),
    ],
)  # fmt: skip
def test_an_incident_is_named_by_its_place(text: str, language: str, subject: str) -> None:
    assert [name for name, _ in _get_figures(text, "deaths", language)] == [subject]


def test_an_event_is_named_by_its_aim_and_its_place() -> None:
    text = "An der Demonstration gegen Rassismus in Hamburg haben sich nach Angaben der Polizei 5.000 Menschen beteiligt."
    assert _get_figures(text, "participants") == [("Demonstration gegen Rassismus in Hamburg", "5000")]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Der VfL Oldern steht auf Platz zwei der Tabelle.", "de", "VfL Oldern"),
        ("Glasgow Rovers are ranked third.", "en", "Glasgow Rovers"),
    ],
)
def test_a_club_is_no_town(text: str, language: str, name: str) -> None:
    assert _get_figures(text, "rank", language)[0][0] == name


def test_who_was_beaten_is_not_who_climbed() -> None:
    text = "Borussia Dortmund hat den VfL Oldern besiegt und ist damit auf Platz zwei geklettert."
    assert _get_figures(text, "rank") == [("Borussia Dortmund", "2")]


def test_the_segment_of_a_turnover_is_kept() -> None:
    claim = get_claim("Die Kelvora AG machte einen Umsatz mit Druckern von 5 Millionen Euro.", "revenue")
    assert claim.qualifiers["segment"] == "Druckern"


def test_a_name_with_an_ampersand_is_one_name() -> None:
    text = "The retailer Marlow & Finch employs 9,800 people."
    assert [label(claim) for claim in suggest(text, "en")] == ["Marlow & Finch"]


@pytest.mark.parametrize(
    ("text", "language", "predicate", "expected"),
    [
        ("Die Bevölkerung Japans ist um 595.000 auf 124,4 Millionen Menschen geschrumpft.", "de", "population", [("Japan", "124400000")]),
        ("ASML booked orders worth 2.6 billion euros.", "en", "valuation", []),
        ("Google has invested $2 billion in the startup.", "en", "funding", []),
        ("Google invested $2 billion in Anthropic.", "en", "funding", [("Anthropic", "2000000000")]),
        ("Der Konzern Kelvora AG hat einen Rekordverlust von 6 Millionen Euro verbucht.", "de", "profit", [("Kelvora AG", "-6000000")]),
        ("An earthquake struck near the Taiwanese city of Hualien, killing nine people.", "en", "deaths", [("earthquake near Hualien", "9")]),
        ("The Glasgow Trade Fair was busy. Turnout was 59 percent.", "en", "rate", []),
    ],
)  # fmt: skip
def test_a_figure_is_said_of_what_it_measures_alone(
    text: str, language: str, predicate: str, expected: list[tuple[str, str]]
) -> None:
    assert _get_figures(text, predicate, language) == expected


def test_the_short_form_in_brackets_stands_for_the_long_name() -> None:
    text = "Die Internationale Hafenbehörde (IHB) wächst. Die IHB mit Sitz in Paris wurde 1974 gegründet."
    assert _get_figures(text, "founded") == [("Internationale Hafenbehörde", "1974")]


def test_a_partnership_is_there_whatever_is_planned_with_it() -> None:
    claim = get_claim(
        "The agency said it would investigate Google's partnership with Anthropic.", "partner", "en"
    )
    assert claim.modality == "happened"


def test_what_is_said_may_follow_the_day_on_which_it_was_said() -> None:
    claim = get_claim("Boeing said on Monday it would cut 2,200 jobs.", "said", "en")
    assert plain(claim) == "it would cut 2,200 jobs"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Jugendarbeitslosigkeit in Spanien lag bei 17 Prozent.", "de"),
        ("Youth unemployment in Spain stood at 17 percent.", "en"),
    ],
)
def test_young_people_without_work_are_another_rate(text: str, language: str) -> None:
    assert get_claim(text, "rate", language).qualifiers["measure"] == "youth_unemployment"


def test_the_year_of_building_is_no_period_of_a_size() -> None:
    claim = get_claim("The ferry Astrid Bay, built in 1998, is 161 metres long.", "measure", "en")
    assert claim.qualifiers == {"measure": "length"}
