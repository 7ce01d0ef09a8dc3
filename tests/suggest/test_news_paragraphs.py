"""Causes of wrong and missing claims that paragraphs of news showed."""

import pytest

from claims.suggest import suggest
from claims.values import find
from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Die Studie erschien am 4. September 2024 in der Fachzeitschrift Arthropoda.", "released"),
        ("Am Museum Folkwang beginnt im März eine Ausstellung über den Maler Ewald Tiefensee.", "started"),
    ],
)
def test_a_name_that_only_says_where_is_not_the_subject(text: str, predicate: str) -> None:
    assert find_claims(text, predicate, "de", "2025-11-20") == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Die App Stundenbuch wurde seit ihrem Start im Januar 900.000 Mal heruntergeladen.", "users"),
        (
            "Eine Reederei hat die Fähre „Küstenwind“ verkauft. Das 1987 gebaute Schiff geht für 14 Millionen Euro weg.",
            "price",
        ),
    ],
)
def test_since_when_and_when_built_is_not_when_a_figure_was_true(text: str, predicate: str) -> None:
    assert get_claim(text, predicate, "de", "2025-11-20").as_of is None


def test_an_incident_is_named_in_the_nominative() -> None:
    claim = get_claim(
        "In Spanien sind bei Waldbränden in der Provinz Zamora sechs Menschen gestorben.", "deaths"
    )
    assert label(claim) == "Waldbrände in Zamora"


def test_a_match_won_is_no_rivalry() -> None:
    assert find_claims("Northbridge United beat Calder Rovers 3-1 on Saturday.", "competes_with", "en") == []


def test_a_past_launch_on_a_day_to_come_was_the_year_before() -> None:
    text = "The telescope Aurora-X was launched on 19 December from French Guiana."
    claim = get_claim(text, "released", "en", "2025-11-20")
    assert (plain(claim), claim.modality) == ("2024-12-19", "happened")


def test_a_class_keeps_its_owner() -> None:
    text = "A survey found that 47 percent of voters support the mayor's plan."
    assert label(get_claim(text, "share", "en")) == "mayor's plan"


@pytest.mark.parametrize(
    ("text", "language", "predicate", "subject", "value"),
    [
        ("Quintessa GmbH hat ihr Modell Morgana 3 vorgestellt. Es hat 70 Milliarden Parameter.", "de", "parameters", "Morgana 3", "70000000000"),
        ("Grünwerk, ein Hersteller von Wärmepumpen aus Kassel, übernimmt den Konkurrenten Thermotec.", "de", "acquired_by", "Thermotec", "Grünwerk"),
        ("Die Sonde Kepheus ist gelandet. Gebaut wurde sie von der Raumfahrtagentur JAXA.", "de", "developer", "Kepheus", "JAXA"),
        ("Die Partei Bürgerwille kam bei der Kommunalwahl in Delmenhorst auf 23,1 Prozent.", "de", "vote_share", "Bürgerwille", "23.1"),
        ("The central bank of Estovia kept its benchmark rate at 3.75 percent.", "en", "rate", "Estovia", "3.75"),
        ("Its maker, Brightloom, is valued at 1.4 billion dollars.", "en", "valuation", "Brightloom", "1400000000"),
        ("Lumenpath Inc released its first chip, the Ridge 1, in April. It costs $1,900.", "en", "price", "Ridge 1", "1900"),
    ],
)  # fmt: skip
def test_what_paragraphs_of_news_say_is_found(
    text: str, language: str, predicate: str, subject: str, value: str
) -> None:
    claim = get_claim(text, predicate, language, "2025-11-20")
    assert (label(claim), plain(claim)) == (subject, value)


def test_all_founders_of_a_list_are_found() -> None:
    found = suggest("Lumenpath Inc was founded in 2021 by Priya Raman and Owen Tate.", "en")
    assert [plain(one) for one in found if one.predicate == "founder"] == ["Priya Raman", "Owen Tate"]


def test_an_article_behind_a_month_is_no_day() -> None:
    assert [one.value.text for one in find("Im März eine Schule, im Mai ein Bad.", "de")] == ["März", "Mai"]
