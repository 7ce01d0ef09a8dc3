"""What a sentence leaves out because the one before said it: subjects, sums, protests, founders."""

import pytest

from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "predicate", "subject", "value"),
    [
        ("Tessel wurde 2010 gegründet und hat seinen Sitz in Jena.", "de", "headquarters", "Tessel", "Jena"),
        ("Der Satellit Aurea wiegt 3,8 Tonnen und wurde vom Raumfahrtkonzern Astralis in Bremen gebaut.", "de", "developer", "Aurea", "Astralis"),
        ("The club Ashton Rovers, founded in 1891, is owned by US investor Harbinger Partners.", "en", "owner", "Ashton Rovers", "Harbinger Partners"),
        ("Neu ist: DeepSeek-R1 wurde im Januar 2025 veröffentlicht und ist quelloffen.", "de", "licence", "DeepSeek-R1", "Open Source"),
    ],
)  # fmt: skip
def test_the_second_half_of_a_sentence_has_the_subject_of_the_first(
    text: str, language: str, predicate: str, subject: str, value: str
) -> None:
    claim = get_claim(text, predicate, language)
    assert (label(claim), plain(claim)) == (subject, value)


@pytest.mark.parametrize(
    ("text", "language", "items"),
    [
        ("Der Etat von Leipzig, ein Budget von 112 Millionen Euro, steht. Davon sind 38 Millionen Euro für Schulen vorgesehen, 12,5 Millionen Euro fließen in den Straßenbau.", "de", ["Schulen", "Straßenbau"]),
        ("The city council of Fairmont approved a $214 million budget for 2026. Of that, $88 million is for schools and $31 million for roads.", "en", ["schools", "roads"]),
    ],
)  # fmt: skip
def test_parts_of_a_sum_answer_the_question_of_the_whole(text: str, language: str, items: list[str]) -> None:
    whole, *parts = find_claims(text, "budget", language)
    assert [part.qualifiers.get("item") for part in parts] == items
    assert {label(part) for part in parts} == {label(whole)}


def test_a_sum_is_not_divided_two_sentences_later() -> None:
    text = "Leipzig hat ein Budget von 112 Millionen Euro. Das ist viel. Davon sind 38 Millionen Euro für Schulen vorgesehen."
    assert len(find_claims(text, "budget")) == 1


@pytest.mark.parametrize(
    ("text", "language", "name", "counts"),
    [
        ("Rund 2.500 Menschen haben am Samstag in Bonn gegen die geplante Deponie demonstriert. Die Polizei sprach von 1.800 Teilnehmern, die Veranstalter von 3.200.", "de", "Demonstration in Bonn", [("2500", None), ("1800", "police"), ("3200", "organisers")]),
        ("About 15,000 people protested in Belgrade on Wednesday against a planned lithium mine. Organisers put the number at 40,000.", "en", "protest in Belgrade", [("15000", None), ("40000", "organisers")]),
    ],
)  # fmt: skip
def test_a_protest_is_named_after_its_place_and_counted_by_each_side(
    text: str, language: str, name: str, counts: list[tuple[str, str | None]]
) -> None:
    found = find_claims(text, "participants", language)
    assert [(plain(one), one.qualifiers.get("source")) for one in found] == counts
    assert {label(one) for one in found} == {name}
    assert {one.modality for one in found} == {"happened"}


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "value"),
    [
        ("Lichtfeld GmbH wächst. Gründerin Selma Arndt ist zufrieden.", "founder", "Lichtfeld GmbH", "Selma Arndt"),
        ("Frauke Hemmen ist zurückgetreten. Nachfolger soll der Abgeordnete Ole Brinkmann werden.", "successor", "Frauke Hemmen", "Ole Brinkmann"),
    ],
)  # fmt: skip
def test_founder_and_successor_are_of_whom_the_sentence_before_was_about(
    text: str, predicate: str, subject: str, value: str
) -> None:
    claim = get_claim(text, predicate)
    assert (label(claim), plain(claim)) == (subject, value)


def test_a_founder_between_two_companies_is_of_neither() -> None:
    assert find_claims("SAP kauft Zalando. Gründerin Selma Arndt ist zufrieden.", "founder") == []
