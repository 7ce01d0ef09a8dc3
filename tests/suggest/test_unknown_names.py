"""A name that nobody knows is found where the sentence leaves no doubt what stands there, and nowhere else."""

import pytest

from claims.suggest import suggest
from claims.suggest.entities.mention import BY_PLACE
from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "predicate", "subject", "value"),
    [
        ("Pfeiffer Kranbau wurde 1921 gegründet.", "de", "founded", "Pfeiffer Kranbau", "1921"),
        ("Im Jahr 1921 wurde Pfeiffer Kranbau gegründet.", "de", "founded", "Pfeiffer Kranbau", "1921"),
        ("Thermotec beschäftigt rund 350 Mitarbeiter.", "de", "staff", "Thermotec", "350"),
        ("Der Luftreiniger Filtra Home kostet 299 Euro.", "de", "price", "Filtra Home", "299"),
        ("Die Bäckerei Kornkamp beschäftigt 410 Menschen.", "de", "staff", "Bäckerei Kornkamp", "410"),
        ("Nordlicht Solar hat im Jahr 2024 4,8 Millionen Euro verdient.", "de", "profit", "Nordlicht Solar", "4800000"),
        ("Das Sprachmodell Lumora 3 wurde von Brightwater AI entwickelt.", "de", "developer", "Lumora 3", "Brightwater AI"),
        ("Grünwerk übernimmt den Konkurrenten Thermotec.", "de", "acquired_by", "Thermotec", "Grünwerk"),
        ("Banterbot was released in March 2025.", "en", "released", "Banterbot", "2025-03"),
        ("The Opal Reader was released in May 2025.", "en", "released", "Opal Reader", "2025-05"),
        ("Aldgate OS will be released in March 2024.", "en", "released", "Aldgate OS", "2024-03"),
        ("Conrad Lyle died on 3 May 1989 in Brighton.", "en", "died", "Conrad Lyle", "1989-05-03"),
        ("Remembering Conrad Lyle, who died in 1987.", "en", "died", "Conrad Lyle", "1987"),
        ("Sparrow Mini was developed by Norrin.", "en", "developer", "Sparrow Mini", "Norrin"),
        ("Moss Engine Works was acquired by Dalton Marine.", "en", "acquired_by", "Moss Engine Works", "Dalton Marine"),
        ("The CFA was founded in 1974.", "en", "founded", "CFA", "1974"),
        ("Sunmark is valued at 3.2 billion dollars.", "en", "valuation", "Sunmark", "3200000000"),
        ("Fernhill has 2,300 inhabitants.", "en", "population", "Fernhill", "2300"),
    ],
)  # fmt: skip
def test_who_does_what_only_a_name_can_do_is_a_name(
    text: str, language: str, predicate: str, subject: str, value: str
) -> None:
    claim = get_claim(text, predicate, language)
    assert (label(claim), plain(claim)) == (subject, value)
    assert BY_PLACE in claim.reasons
    assert claim.score < 0.75


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Benzin kostet heute 1,80 Euro.", "de"),
        ("Danach wurde 2019 eine Fabrik gegründet.", "de"),
        ("Offiziell wurde das Unternehmen 2019 gegründet.", "de"),
        ("Leider verspricht die Firma die Ware in 7 Tagen.", "de"),
        ("Geplant war die Veröffentlichung im Mai 2024.", "de"),
        ("Neue Zahlen wurden im Mai 2024 veröffentlicht.", "de"),
        ("Deutsche Forscher haben 2024 eine Firma gegründet.", "de"),
        ("Die TV-Werkschau kommt 1996 auch als Video auf den Markt.", "de"),
        ("Befragt wurden 2.100 Personen.", "de"),
        ("Verletzt wurde 2024 niemand.", "de"),
        ("Im Mai 2024 wurde Material veröffentlicht.", "de"),
        ("Die Hälfte der Wohnungen wurde von Investoren übernommen.", "de"),
        ("Tickets cost 79 euros.", "en"),
        ("Researchers released the data in May 2024.", "en"),
        ("Construction was announced in May 2024.", "en"),
        ("Last Monday the report was released.", "en"),
        ("Nobody has died since May 2024.", "en"),
        ("Admission costs 12 pounds.", "en"),
        ("The President was born in 1961.", "en"),
    ],
)
def test_a_capital_alone_makes_no_name(text: str, language: str) -> None:
    assert [one for one in suggest(text, language, "2025-03-01") if BY_PLACE in one.reasons] == []


def test_a_thing_never_released_is_named_by_the_denial() -> None:
    claim = get_claim("Banterbot has not been released.", "released", "en")
    assert (label(claim), claim.snak) == ("Banterbot", "novalue")


@pytest.mark.parametrize(
    ("text", "language"),
    [("Granit-LM ist nicht Open Source.", "de"), ("Granit-LM is not open source.", "en")],
)
def test_a_licence_tells_that_its_subject_is_a_product(text: str, language: str) -> None:
    claim = get_claim(text, "licence", language)
    assert (label(claim), claim.polarity) == ("Granit-LM", "negated")


def test_a_name_given_away_once_is_known_in_the_rest_of_the_text() -> None:
    text = (
        "Ironvale Mining was founded in 1931. Ironvale employs 3,100 people. In 2024 Ironvale Mining’s revenue was"
        " 2 billion dollars."
    )
    found = suggest(text, "en")
    assert {label(one) for one in found if one.predicate in {"founded", "staff", "revenue"}} == {
        "Ironvale Mining"
    }


def test_the_parties_of_a_vote_stand_before_their_shares() -> None:
    text = (
        "Die Bürgerpartei erhielt 48 Prozent der Stimmen, die Hafenliste 20 Prozent"
        " und die Grüne Küste 24 Prozent."
    )
    shares = find_claims(text, "vote_share")
    assert [(label(one), plain(one)) for one in shares] == [
        ("Bürgerpartei", "48"),
        ("Hafenliste", "20"),
        ("Grüne Küste", "24"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("„Wer Moore trockenlegt, verheizt unsere Zukunft“, sagte Oppositionsführer Timo Brandis.", "de", "Timo Brandis"),
        ("„Wer Moore trockenlegt, verheizt unsere Zukunft“, sagte die Landwirtin Swea Brodt.", "de", "Swea Brodt"),
        ("“We played like people on holiday,” said captain Joss Perrin after the match.", "en", "Joss Perrin"),
    ],
)  # fmt: skip
def test_who_stands_behind_the_verb_of_speech_is_the_speaker(text: str, language: str, speaker: str) -> None:
    assert label(get_claim(text, "said", language)) == speaker
