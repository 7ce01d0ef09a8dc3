"""Words that look like a claim and are none."""

import pytest

from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "predicate"),
    [
        ("Das Freibad Kaltenbrunn schließt am 14. September.", "de", "dissolved"),
        ("Der Zulieferer Wittmann schließt sein Werk in Zittau zum Jahresende.", "de", "dissolved"),
        ("A jury cleared the surgeon Malcolm Reeve over the death of a patient in 2021.", "en", "died"),
        ("The Millbrook Harvest Festival has been held every September since 1953.", "en", "held_on"),
        ("Der Schauspieler Erwin Lachner feiert am Donnerstag seinen 80. Geburtstag.", "de", "born"),
        ("Tesla opened a battery plant in Nevada. The plant cost $3.6 billion and will employ 3,000 people.", "en", "staff"),
        ("The company Lattrix will close its plant with the loss of 900 jobs.", "en", "staff"),
        ("The humpback whale population off eastern Australia has grown to about 50,000.", "en", "population"),
        ("German start-up Skyhaul has unveiled a drone that can carry 120 kilograms.", "en", "measure"),
        ("Das Landgericht Görlitz hat einen Pfleger wegen Mordes zu lebenslanger Haft verurteilt.", "de", "said"),
        ("X sagte, der gesamte Radweg Lindental solle bis 2028 fertig werden.", "de", "started"),
        ("Das Gericht verurteilte Karl Brehm zu einer Bewährungsstrafe von zwei Jahren.", "de", "age"),
        ("Karl Brehm wurde zu einer Bewährungsstrafe von zwei Jahren verurteilt.", "de", "age"),
        ("Der FC Oldern gewann. 12.300 Zuschauer sahen das Spiel.", "de", "users"),
        ("Six dead after storm in Oldern", "en", "location"),
        ("Space Shuttle Dorian, which will launch on April 29, will be sent to a museum.", "en", "released"),
        ("Space Shuttle Dorian will be sent there at the end of the month.", "en", "expires"),
        ("SPD-Wirtschaftsminister Michael Kelm war da.", "de", "office_holder"),
        ("Environment Canada spokesperson Julia Hahn said so.", "en", "office_holder"),
        ("Julia Hahn, head of sales at Siemens, said so.", "en", "office_holder"),
        ("Zwei weitere Menschen starben bei dem Unwetter in Oldern.", "de", "deaths"),
        ("Zwei Vermisste wurden nach dem Unwetter in Oldern tot geborgen.", "de", "deaths"),
        ("Another three people were injured in the storm in Oldern.", "en", "injured"),
        ("Karl Brehm met the groups, who killed two dozen people at the weekend.", "en", "died"),
        ("The Oldern Cup starts soon. Brehm teamed with Kelm yesterday in their opening tie at the Oldern Cup.", "en", "started"),
        ("The Oldern Cup is near. It would be nice to start the year off well.", "en", "started"),
        ("A royal commission will begin this morning into the collapse of insurance giant HIH.", "en", "dissolved"),
        ("Anna Brehm won. The 28-year-old Seles, currently ranked eighth, was tired.", "en", "age"),
        ("Anna Brehm won. The 28-year-old Seles, currently ranked eighth, was tired.", "en", "rank"),
        ("The Fisheries Accord is old. On 2 May 2025 ministers signed an extension of the Fisheries Accord.", "en", "signed"),
        ("Brandreth GmbH closed in 1978. In 2014 investors founded Brandreth GmbH anew.", "en", "founded"),
        ("Die Trainingsdaten von Birke 2 sind nicht Open Source.", "de", "licence"),
        ("On the last day of hearings into the death of Anna Brehm, the team sought assurance next year.", "en", "died"),
        ("A royal commission into the collapse of insurance giant HIH will resume this morning.", "en", "dissolved"),
        ("The gathering in Oldern ended. Growth was slow in 2024 before recovery gets underway.", "en", "started"),
        ("The Wharf Bridge opened in May 2024. Construction of its tram lane began in January 2025.", "en", "started"),
        ("Die Brandreth GmbH ist alt. Ein Verein gründete 2023 die Brandreth GmbH neu.", "de", "founded"),
        ("Parliament adopted an amendment to the Quiet Skies Act on 3 May 2024.", "en", "adopted"),
        ("Der Landtag verabschiedete am 3. Mai 2024 eine Änderung des Wärmenetzgesetzes.", "de", "adopted"),
    ],
)  # fmt: skip
def test_nothing_of_this_kind_is_said(text: str, language: str, predicate: str) -> None:
    assert find_claims(text, predicate, language, "2025-06-12") == []


@pytest.mark.parametrize(
    ("text", "language", "predicate", "subject", "value"),
    [
        ("Ofwat has fined Anglia Water Ltd 22 million pounds over spills.", "en", "fine", "Anglia Water Ltd", "22000000"),
        ("Die EU-Kommission hat gegen Google eine Geldbuße von 240 Millionen Euro verhängt.", "de", "fine", "Google", "240000000"),
        ("The telescope James Webb Space Telescope cost about $10 billion.", "en", "development_cost", "James Webb Space Telescope", "10000000000"),
        ("In einer Umfrage des Instituts Demos kommt die Partei Bürgerforum auf 19 Prozent.", "de", "vote_share", "Bürgerforum", "19"),
        ("In Cuxhaven wurden Böen von 148 Kilometern pro Stunde gemessen.", "de", "measure", "Cuxhaven", "148"),
        ("Consumer prices in Britain rose by 2.6 percent in March.", "en", "change", "Consumer prices in Britain", "2.6"),
        ("An earthquake struck northern Chile on Thursday, killing 19 people.", "en", "deaths", "earthquake in Chile", "19"),
        ('Das Musikfestival „Klangwald“ in Havelsee ging am Sonntag zu Ende.', "de", "location", "Klangwald", "Havelsee"),
        ("Katja Borowski hatte die Höchststrafe gefordert.", "de", "demanded", "Katja Borowski", "die Höchststrafe"),
        ("Karl Brehm was killed on 6 June 1968.", "en", "died", "Karl Brehm", "1968-06-06"),
        ("The Oldern Games opened at the start of 2025.", "en", "started", "Oldern Games", "2025"),
        ("The company HIH Insurance collapsed in March 2001.", "en", "dissolved", "HIH Insurance", "2001-03"),
        ("Anna Brehm won. The 28-year-old said she was tired.", "en", "age", "Anna Brehm", "28"),
        ("On 2 May 2025 ministers signed the Fisheries Accord.", "en", "signed", "Fisheries Accord", "2025-05-02"),
        ("Das Modell Birke 2 ist Open Source.", "de", "licence", "Birke 2", "Open Source"),
        ("After the death of Anna Brehm on 3 May 2024, flags flew.", "en", "died", "Anna Brehm", "2024-05-03"),
        ("The Wharf Bridge is new. Construction of the Wharf Bridge began in January 2025.", "en", "started", "Wharf Bridge", "2025-01"),
        ("Parliament adopted the Quiet Skies Act on 3 May 2024.", "en", "adopted", "Quiet Skies Act", "2024-05-03"),
        ("US President George W. Bush spoke.", "en", "office_holder", "United States", "George W. Bush"),
        ('Her latest novel, "Winter Light", was published in October 2024.', "en", "released", "Winter Light", "2024-10"),
    ],
)  # fmt: skip
def test_the_claim_is_of_who_it_is_about(
    text: str, language: str, predicate: str, subject: str, value: str
) -> None:
    claim = get_claim(text, predicate, language, "2025-06-12")
    assert (label(claim), plain(claim)) == (subject, value)


@pytest.mark.parametrize(
    ("text", "language", "predicate", "subject", "value"),
    [
        ("Das Jungtier wiegt 98 Kilogramm, teilte der Tierpark Hellingen mit.", "de", "said", "Tierpark Hellingen", "Das Jungtier wiegt 98 Kilogramm"),
        ("Der Tierpark Hellingen lädt ein. Der 1932 gegründete Tierpark ist beliebt.", "de", "founded", "Tierpark Hellingen", "1932"),
        ("Bei einem Busunglück in der Nähe von Évora in Portugal sind fünf Menschen gestorben.", "de", "deaths", "Busunglück in Portugal", "5"),
        ("Solvane Inc, a unit of Germany's Kellmann Group, reported a profit of $1.1 billion last year.", "en", "profit", "Solvane Inc", "1100000000"),
        ("Mobelo wächst. Der Konkurrent Casavia mit Sitz in Hannover beschäftigt 1.250 Menschen.", "de", "staff", "Casavia", "1250"),
        ("Die Grundschule Wittlage wächst. Der Bau hatte im Herbst 2023 begonnen.", "de", "started", "Grundschule Wittlage", "2023-23"),
        ("The Senate passed the Personal Data Act on Monday.", "en", "adopted", "Personal Data Act", "2025-06-09"),
        ("Apple hat am Dienstag in Cupertino die Apple Watch 12 angekündigt.", "de", "announced", "Apple Watch 12", "2025-06-10"),
    ],
)  # fmt: skip
def test_a_name_nearby_does_not_take_the_claim(
    text: str, language: str, predicate: str, subject: str, value: str
) -> None:
    claim = get_claim(text, predicate, language, "2025-06-12")
    assert (label(claim), plain(claim)) == (subject, value)


@pytest.mark.parametrize(
    ("text", "language", "predicate"),
    [
        ("A white rhino calf was born at Calderwood Zoo on Saturday, weighing 62 kilograms.", "en", "measure"),
        ("The fair Playcon opened. Exhibitors from 64 countries are taking part.", "en", "participants"),
        ("Bohm tritt bei der Kommunalwahl 2026 nicht mehr an.", "de", "took_office"),
        ("Paula Nightingale was born in Kenya and was ordained in 1998.", "en", "born"),
        ("In Sonthofen regnete es. Landrätin Indra Baier half.", "de", "office_holder"),
        ("Die Universität Lemgo wächst. Der Senat bestätigte das Budget.", "de", "said"),
    ],
)  # fmt: skip
def test_what_is_only_near_is_not_claimed(text: str, language: str, predicate: str) -> None:
    assert find_claims(text, predicate, language, "2025-06-12") == []


@pytest.mark.parametrize(
    ("text", "language", "predicate"),
    [
        ("Linden Inc was founded in 1979 and has been owned by Orbis Group since 2018.", "en", "founder"),
        (
            "Betreiber ist die Firma Heliowatt aus Jena. Bürgermeister Uwe Lorenz lobte das.",
            "de",
            "office_holder",
        ),
        ("Schweden schlägt Polen bei der EM.", "de", "competes_with"),
    ],
)
def test_another_verb_place_or_match_relates_nobody(text: str, language: str, predicate: str) -> None:
    assert find_claims(text, predicate, language, "2025-06-12") == []


def test_whose_office_is_told_is_a_person_whatever_the_family_name() -> None:
    text = "Education minister Erica Stanford said schools would get more freedom."
    assert label(get_claim(text, "said", "en")) == "Erica Stanford"


def test_a_rank_that_only_introduces_somebody_is_not_denied_with_the_verb() -> None:
    claim = get_claim("Meanwhile, world number one Anna Brehm says she will not be resting.", "rank", "en")
    assert (claim.polarity, claim.modality, claim.qualifiers) == ("asserted", "happened", {})
