"""German and English are recognised, everything else is not guessed."""

from pathlib import Path

import pytest

from claims.ingest.language import recognise_language

GERMAN = "Der Hafen ist seit dem Morgen gesperrt, und die Fähren werden nicht vor Mittag wieder fahren."
ENGLISH = "The harbour has been closed since the morning, and ferries will not sail before noon."
OTHERS = {
    "fr": "Le port est fermé depuis ce matin et les bateaux ne partiront pas avant midi, selon la mairie de la ville.",
    "es": "El puerto está cerrado desde la mañana y los barcos no saldrán antes del mediodía, según el ayuntamiento.",
    "nl": "De haven is sinds vanochtend gesloten en de veerboten varen niet voor het middaguur, zegt de gemeente.",
    "it": "Il porto è chiuso da questa mattina e i traghetti non partiranno prima di mezzogiorno, dice il comune.",
    "pt": "O porto está fechado desde a manhã e os barcos não vão sair antes do meio-dia, diz a câmara da cidade.",
    "sv": "Hamnen är stängd sedan i morse och färjorna går inte före klockan tolv, det säger kommunen till oss.",
}


def test_german_is_recognised() -> None:
    assert recognise_language(GERMAN) == "de"


def test_english_is_recognised() -> None:
    assert recognise_language(ENGLISH) == "en"


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_not_guessed(language: str) -> None:
    assert recognise_language(OTHERS[language]) is None


@pytest.mark.parametrize(
    "text", ["", "   \n", "12 345 6.78 2024-12-20", "GPT-4 Qwen", "the", "東京の港は閉鎖された"]
)
def test_too_little_to_go_by_is_no_language(text: str) -> None:
    assert recognise_language(text) is None


def test_a_list_of_names_is_no_language() -> None:
    assert (
        recognise_language("Return of the Brakwin, " + "Velin Tidewerk Pneuvia Salvetta Chirrupo " * 4)
        is None
    )


def test_a_quotation_does_not_change_the_language_of_an_article() -> None:
    assert recognise_language(f"{GERMAN} {GERMAN} Er sagte: “We will be back.” {GERMAN}") == "de"


def test_half_and_half_is_no_language() -> None:
    assert recognise_language(f"{GERMAN} {ENGLISH}") is None


@pytest.mark.real
def test_no_passage_of_the_corpora_is_taken_for_the_other_language(corpora: Path) -> None:
    for name, language in (("de_sentences.txt", "de"), ("en_news.txt", "en")):
        lines = [line for line in (corpora / name).read_text("utf-8").splitlines() if line.strip()]
        found = [recognise_language(" ".join(lines[at : at + 5])) for at in range(0, len(lines), 5)]
        assert set(found) <= {language, None}
        assert found.count(language) >= 0.9 * len(found)
