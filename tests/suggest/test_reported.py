import pytest

from claims.suggest import suggest
from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "predicate", "content"),
    [
        ("Wang Yi betonte, dass der Hafen wächst.", "de", "said", "der Hafen wächst"),
        ("Sam Altman said that the port grows.", "en", "said", "the port grows"),
        ("„Wir bauen den Hafen“, sagte Wang Yi.", "de", "said", "Wir bauen den Hafen"),
        ("Wang Yi forderte einen neuen Hafen.", "de", "demanded", "einen neuen Hafen"),
        ("Meta bestreitet, dass Daten verkauft wurden.", "de", "denied", "Daten verkauft wurden"),
        ("Wang Yi warnte vor einem Streit im Hafen.", "de", "predicted", "vor einem Streit im Hafen"),
    ],
)
def test_what_is_said_is_kept_with_its_speaker(
    text: str, language: str, predicate: str, content: str
) -> None:
    claim = get_claim(text, predicate, language)
    assert plain(claim) == content
    assert claim.speaker == claim.subject


def test_criticism_names_whom_it_is_aimed_at() -> None:
    claim = get_claim("Fu Ying kritisierte die USA für ihre Zölle.", "criticised")
    assert (label(claim), plain(claim)) == ("Fu Ying", "USA")


def test_a_second_verb_keeps_the_speaker_of_the_first() -> None:
    text = "Wang Yi kritisierte die USA und betonte, dass der Hafen wächst."
    assert label(get_claim(text, "said")) == "Wang Yi"


def test_a_fact_inside_reported_speech_carries_its_speaker() -> None:
    claim = get_claim("Laut Sam Altman wurde DeepSeek-R1 im Januar 2025 veröffentlicht.", "released")
    assert claim.speaker is not None
    assert (claim.speaker.label, claim.voice) == ("Sam Altman", "indirect")


def test_a_pronoun_is_read_as_the_person_before_and_scores_less() -> None:
    named, pronoun = find_claims("Fu Ying betonte, dass es eilt. Sie betonte, dass es noch reicht.", "said")
    assert label(pronoun) == "Fu Ying"
    assert pronoun.score < named.score


def test_an_attribute_in_the_genitive_is_no_speaker() -> None:
    assert find_claims("Der Plan gilt als Antwort auf die Macht der USA und betont den Handel.", "said") == []


def test_a_finding_of_unnamed_tests_is_untyped_with_that_source() -> None:
    (claim,) = [
        s for s in suggest("Tests zeigten, dass DeepSeek-R1 anfällig für Fehler ist.", "de") if s.speaker
    ]
    assert (claim.predicate, label(claim)) == (None, "DeepSeek-R1")
    assert claim.speaker is not None
    assert claim.speaker.label == "Tests"


def test_a_thing_that_shows_something_says_nothing() -> None:
    assert find_claims("DeepSeek-R1 zeigt, dass es auch anders geht.", "said") == []


@pytest.mark.parametrize(
    ("text", "language", "seat", "person", "office"),
    [
        ("Der chinesische Außenminister Wang Yi kam.", "de", "China", "Wang Yi", "foreign minister"),
        ("China's foreign minister Wang Yi came.", "en", "China", "Wang Yi", "foreign minister"),
        ("Clara Voss, Chefin von Hugging Face, kam.", "de", "Hugging Face", "Clara Voss", "Chef"),
        ("Clement Delangue, CEO von Hugging Face, kam.", "de", "Hugging Face", "Clement Delangue", "CEO"),
        ("OpenAI CEO Sam Altman came.", "en", "OpenAI", "Sam Altman", "CEO"),
    ],
)
def test_an_office_is_held_at_its_seat(text: str, language: str, seat: str, person: str, office: str) -> None:
    claim = get_claim(text, "office_holder", language)
    assert (label(claim), plain(claim), claim.qualifiers["office"]) == (seat, person, office)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The CEO of Tessmer Optik, Judith Karsten, expects more.", "en"),
        ("Judith Karsten, chief executive of Tessmer Optik, expects more.", "en"),
        ("Die Vorstandschefin der Tessmer Optik, Judith Karsten, freut sich.", "de"),
    ],
)
def test_an_office_tells_what_two_names_are_that_nobody_knows(text: str, language: str) -> None:
    claim = get_claim(text, "office_holder", language)
    assert (label(claim), plain(claim), claim.qualifiers) == (
        "Tessmer Optik",
        "Judith Karsten",
        {"office": "CEO"},
    )
    assert claim.score < 0.7
    assert any("by its place" in reason for reason in claim.reasons)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The CEO of the company, Judith Karsten, left.", "en"),
        ("The coach of the team, Judith Karsten, left.", "en"),
        ("Der Vorstandschef der Firma, Karl Osterby, ging.", "de"),
        ("Die Trainerin der Mannschaft, Judith Karsten, ging.", "de"),
    ],
)
def test_an_office_of_a_common_noun_is_of_no_name(text: str, language: str) -> None:
    assert find_claims(text, "office_holder", language) == []


@pytest.mark.parametrize(
    "phrase", ["Die ehemalige chinesische Vizeaußenministerin", "Chinas Ex-Vizeaußenministerin"]
)
def test_former_and_ex_say_the_same(phrase: str) -> None:
    claim = get_claim(f"{phrase} Fu Ying kam.", "former_office")
    assert (label(claim), plain(claim)) == ("Fu Ying", "Vizeaußenministerin (China)")


def test_the_head_of_the_company_spoken_of_holds_its_office_with_less_trust() -> None:
    text = "Die Kelvora AG wächst. Konzernchefin Anna Lehmann sprach von einem guten Jahr."
    claim = get_claim(text, "office_holder")
    assert (label(claim), plain(claim), claim.score < 0.7) == ("Kelvora AG", "Anna Lehmann", True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Federal Reserve is expected to cut rates.", "en"),
        ("Präsident Emil Varga sagte Hilfen von 9 Millionen Euro zu.", "de"),
        ("The U.S. Senate confirmed Maria Delgado as head of the agency.", "en"),
    ],
)
def test_what_only_looks_like_a_verb_of_saying_reports_nothing(text: str, language: str) -> None:
    found = [claim for claim in suggest(text, language) if claim.predicate in {"said", "predicted"}]
    assert found == []


def test_a_figure_at_its_beginning_belongs_to_what_is_announced() -> None:
    claim = get_claim("Bahnchef Richard Lutz kündigte an, 30.000 Stellen abzubauen.", "said")
    assert plain(claim) == "30.000 Stellen abzubauen"


def test_a_quotation_inside_reported_speech_is_closed() -> None:
    claim = get_claim('Anna Lehmann said trading had been "very hard".', "said", "en")
    assert plain(claim) == 'trading had been "very hard"'


def test_an_office_of_two_words_is_one_office() -> None:
    claim = get_claim("Former finance minister Paulo Reis resigned.", "former_office", "en")
    assert plain(claim) == "finance minister"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("„Wir können die Station nicht länger offen halten“, so Klinikchef Jonas Harder.", "Wir können die Station nicht länger offen halten"),
        ("Die Station sei zu, so Bürgermeister Jonas Harder am Montag.", "Die Station sei zu"),
        ("Das Haus ist, so groß Jonas Harder auch ist, zu klein.", None),
        ("Er kam zu spät, so hatte es Jonas Harder erwartet.", None),
    ],
)  # fmt: skip
def test_so_behind_a_statement_leads_to_who_made_it(text: str, said: str | None) -> None:
    assert [plain(one) for one in find_claims(text, "said")] == ([] if said is None else [said])
