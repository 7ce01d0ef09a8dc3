import pytest

from claims.suggest import suggest
from tests.suggest.reading import get_claim


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("DeepSeek-R1 wurde 2025 veröffentlicht.", "de", "happened"),
        ("DeepSeek-R1 soll 2026 veröffentlicht werden.", "de", "planned"),
        ("DeepSeek-R1 soll 2024 veröffentlicht worden sein.", "de", "alleged"),
        ("Angeblich wurde DeepSeek-R1 2024 veröffentlicht.", "de", "alleged"),
        ("DeepSeek-R1 is due to be released in 2026.", "en", "planned"),
        ("DeepSeek-R1 will be released in 2026.", "en", "planned"),
        ("DeepSeek-R1 was allegedly released in 2024.", "en", "alleged"),
    ],
)
def test_modality_follows_the_words_of_the_clause(text: str, language: str, modality: str) -> None:
    assert get_claim(text, "released", language).modality == modality


def test_a_date_after_publication_is_planned() -> None:
    claim = get_claim("DeepSeek-R1 erscheint am 3. Mai 2026.", "released", published="2025-06-01")
    assert claim.modality == "planned"


def test_a_plan_beside_the_claim_does_not_make_it_planned() -> None:
    text = "OpenAI raised 6 billion dollars and intends to spend it soon."
    assert get_claim(text, "funding", "en").modality == "happened"


def test_a_hedge_is_noted_and_lowers_the_score() -> None:
    hedged = get_claim("DeepSeek-R1 wurde möglicherweise 2024 veröffentlicht.", "released")
    assert hedged.hedged
    assert hedged.score < get_claim("DeepSeek-R1 wurde 2024 veröffentlicht.", "released").score


def test_a_claim_in_a_heading_speaks_as_headline() -> None:
    assert get_claim("DeepSeek-R1 im Januar 2025 veröffentlicht", "released").voice == "headline"


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("DeepSeek-R1 erschien am 9. April 2025.", "de", "happened"),
        ("DeepSeek-R1 was released on 9 April 2025.", "en", "happened"),
        ("DeepSeek-R1 erscheint am 9. April 2025.", "de", "planned"),
        ("DeepSeek-R1 is released on 9 April 2025.", "en", "planned"),
    ],
)
def test_what_is_told_as_gone_by_is_no_plan_though_its_day_lies_ahead(
    text: str, language: str, modality: str
) -> None:
    [claim] = [one for one in suggest(text, language, "2025-03-04") if one.predicate == "released"]
    assert claim.modality == modality


def test_what_has_been_done_is_no_plan_though_it_tells_of_one() -> None:
    claim = get_claim(
        "Today Nimbus 3 has been announced, which will change the market.", "announced", "en", "2025-06-12"
    )
    assert claim.modality == "happened"
    later = get_claim("Nimbus 3 will be announced in 2026.", "announced", "en", "2025-06-12")
    assert later.modality == "planned"
