import pytest

from claims.values import Date
from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("DeepSeek veröffentlichte DeepSeek-R1 am 20. Januar 2025.", "de", "2025-01-20"),
        ("DeepSeek-R1 erschien im November 2024.", "de", "2024-11"),
        ("DeepSeek released DeepSeek-R1 in January 2025.", "en", "2025-01"),
        ("DeepSeek-R1, das im Januar 2025 von DeepSeek veröffentlicht wurde, ist schnell.", "de", "2025-01"),
        ("DeepSeek brachte DeepSeek-R1 im Januar 2025 auf den Markt.", "de", "2025-01"),
        ("DeepSeek-R1, which came out in January 2025, is fast.", "en", "2025-01"),
    ],
)
def test_a_release_is_said_of_the_product_and_not_of_its_maker(text: str, language: str, edtf: str) -> None:
    claim = get_claim(text, "released", language)
    assert (label(claim), plain(claim)) == ("DeepSeek-R1", edtf)


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "edtf"),
    [
        ("Das Start-up Kelvora wurde 2019 gegründet.", "founded", "Kelvora", "2019"),
        ("Der 2019 gegründete Konzern Kelvora wächst.", "founded", "Kelvora", "2019"),
        ("Google stellte Lumo-2 am 3. Mai 2024 vor.", "presented", "Lumo-2", "2024-05-03"),
        ("Die Hansebrücke wurde 1962 eröffnet.", "completed", "Hansebrücke", "1962"),
        ("Die KI-Verordnung trat am 1. August 2024 in Kraft.", "in_force", "KI-Verordnung", "2024-08-01"),
        ("Der Hafengipfel fand am 4. Juni 2024 statt.", "held_on", "Hafengipfel", "2024-06-04"),
    ],
)
def test_a_dated_predicate_needs_its_trigger_and_a_fitting_subject(
    text: str, predicate: str, subject: str, edtf: str
) -> None:
    claim = get_claim(text, predicate)
    assert (label(claim), plain(claim)) == (subject, edtf)


def test_a_trigger_without_a_fitting_subject_claims_nothing() -> None:
    assert find_claims("Das Institut wurde 2024 veröffentlicht.", "released") == []


def test_a_correction_denies_one_date_and_asserts_the_other() -> None:
    claims = find_claims("DeepSeek-R1 erschien nicht im November 2024, sondern im Januar 2025.", "released")
    assert {(plain(c), c.polarity) for c in claims} == {("2024-11", "negated"), ("2025-01", "asserted")}


def test_an_english_correction_denies_one_date_and_asserts_the_other() -> None:
    claims = find_claims(
        "DeepSeek-R1 was not released in November 2024 but in January 2025.", "released", "en"
    )
    assert {(plain(c), c.polarity) for c in claims} == {("2024-11", "negated"), ("2025-01", "asserted")}


def test_what_was_never_released_has_no_date() -> None:
    claim = get_claim("GPT-4 wurde nie veröffentlicht.", "released")
    assert (claim.snak, claim.value) == ("novalue", None)


def test_each_of_two_dates_goes_to_its_own_trigger() -> None:
    text = "Die KI-Verordnung wurde im März 2024 verabschiedet und trat am 1. August 2024 in Kraft."
    assert plain(get_claim(text, "adopted")) == "2024-03"
    assert plain(get_claim(text, "in_force")) == "2024-08-01"


def test_a_time_that_cannot_be_resolved_scores_less() -> None:
    vague = get_claim("Kling ist seit kurzem verfügbar.", "available_since")
    exact = get_claim("Kling ist seit Mai 2024 verfügbar.", "available_since")
    assert (plain(vague), plain(exact)) == (None, "2024-05")
    assert vague.score < exact.score


def test_a_deadline_is_read_by_its_end_with_its_goal() -> None:
    claim = get_claim("China will bis 2030 klimaneutral werden.", "target_date")
    assert (label(claim), plain(claim), claim.qualifiers, claim.modality) == (
        "China",
        "2030",
        {"goal": "climate-neutral"},
        "planned",
    )


def test_a_trigger_written_with_a_capital_inside_an_english_sentence_is_a_name() -> None:
    assert find_claims("GPT-4 flew from Launch Base on 3 May 2024.", "released", "en") == []


def test_the_year_in_an_events_name_is_not_when_it_was_held() -> None:
    claims = find_claims("The Harl Games 2020 were held in July 2021.", "held_on", "en")
    assert [claim.value.edtf for claim in claims if isinstance(claim.value, Date)] == ["2021-07"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Das Modell Nimbus 3 erschien 2021. Angekündigt wurde die Neuausgabe 2023.", 0),
        ("Das Modell Nimbus 3 erschien 2021. Angekündigt wurde es 2020.", 1),
    ],
)
def test_a_noun_behind_an_opening_participle_is_what_it_is_said_of(text: str, told: int) -> None:
    assert len(find_claims(text, "announced")) == told


@pytest.mark.parametrize("where", ["Stadtfest Lohfelden", "Weinfest in Lohfelden"])
def test_a_fest_is_an_event_of_its_town(where: str) -> None:
    claim = get_claim(f"Das {where} findet am 14. Juni 2025 statt.", "held_on")
    assert (label(claim), plain(claim)) == (where, "2025-06-14")
