"""Who speaks where words stand between the name and the verb, and what is no speech."""

import pytest

from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "predicate", "speaker", "content"),
    [
        ("Oberbürgermeister Karsten Rühle (parteilos) kündigte an, die Pläne nicht zu verfolgen.", "de", "said", "Karsten Rühle", "die Pläne nicht zu verfolgen"),
        ("Die Betreiberfirma Entsorgo, Tochtergesellschaft von Remondis, dementierte Berichte über Giftmüll.", "de", "denied", "Entsorgo", "Berichte über Giftmüll"),
        ("Statt 2027 soll sie erst 2030 fertig werden, sagte Bahnchef Richard Lutz am Donnerstag.", "de", "said", "Richard Lutz", "Statt 2027 soll sie erst 2030 fertig werden"),
        ("Volkswirt Henrik Sahm von der Nordbank rechnet mit einer weiteren Senkung im März.", "de", "predicted", "Henrik Sahm", "einer weiteren Senkung im März"),
        ('Ursula von der Leyen sprach von einem "Meilenstein für alle Verbraucher".', "de", "said", "Ursula von der Leyen", "Meilenstein für alle Verbraucher"),
        ("His lawyer, Odile Marchand, said he would appeal.", "en", "said", "Odile Marchand", "he would appeal"),
        ("Henri Castel, 67, had denied wrongdoing.", "en", "denied", "Henri Castel", "wrongdoing"),
        ("Director Simone Achebe said attendance had doubled.", "en", "said", "Simone Achebe", "attendance had doubled"),
        ('Commissioner Teresa Ribera called it "a turning point".', "en", "said", "Teresa Ribera", "a turning point"),
    ],
)  # fmt: skip
def test_an_addition_does_not_part_the_speaker_from_the_verb(
    text: str, language: str, predicate: str, speaker: str, content: str
) -> None:
    claim = get_claim(text, predicate, language, "2025-06-12")
    assert (label(claim), plain(claim)) == (speaker, content)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Health minister Carol Benning denied reports that the clinic would be closed.", "said"),
        ("Novarix Inc cut its revenue forecast for 2025 to $1.9 billion.", "predicted"),
        ("Google unveiled a new assistant called Gemini Home on Tuesday.", "demanded"),
    ],
)
def test_a_noun_that_is_written_like_a_verb_of_speech_reports_nothing(text: str, predicate: str) -> None:
    assert find_claims(text, predicate, "en", "2025-06-12") == []
