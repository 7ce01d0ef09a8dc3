import pytest

from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "predicate", "subject", "value"),
    [
        ("Alibabas Qwen 3-Serie wächst.", "de", "developer", "Qwen 3", "Alibaba"),
        (
            "Neu ist der Kling-Generator des chinesischen Unternehmens Kuaishou.",
            "de",
            "developer",
            "Kling",
            "Kuaishou",
        ),
        ("Das von Google entwickelte Modell Lumo-2 ist klein.", "de", "developer", "Lumo-2", "Google"),
        ("Llama 3, developed by Meta, is large.", "en", "developer", "Llama 3", "Meta Platforms"),
        ("Mistral AI hat seinen Sitz in Paris.", "de", "headquarters", "Mistral AI", "Paris"),
        ("Das Hamburger Start-up Kelvora wächst.", "de", "headquarters", "Kelvora", "Hamburg"),
        ("Microsoft acquired GitHub for a large sum.", "en", "acquired_by", "GitHub", "Microsoft"),
        ("Alibaba hat Qwen als Open Source veröffentlicht.", "de", "licence", "Qwen", "Open Source"),
        ("Das Open-Source-Modell DeepSeek-R1 ist neu.", "de", "licence", "DeepSeek-R1", "Open Source"),
        ("Die Gründerin von Kelvora GmbH ist Anna Lehmann.", "de", "founder", "Kelvora", "Anna Lehmann"),
        ("Der AI Action Summit in Paris ging zu Ende.", "de", "location", "AI Action Summit", "Paris"),
        ("Qwen 3 steht im Wettbewerb mit GPT-4 Turbo.", "de", "competes_with", "Qwen 3", "GPT-4 Turbo"),
        ("China schloss eine Partnerschaft mit Sambia.", "de", "partner", "China", "Sambia"),
        (
            "QwQ-32B weicht bei Fragen zum Tiananmen-Massaker aus.",
            "de",
            "refuses_topic",
            "QwQ-32B",
            "Tiananmen-Massaker",
        ),
        (
            "Die Nutzung von Llama durch chinesische Forscher nimmt zu.",
            "de",
            "used_by",
            "Llama",
            "chinesische Forscher",
        ),
    ],
)
def test_two_names_are_related_as_the_sentence_relates_them(
    text: str, language: str, predicate: str, subject: str, value: str
) -> None:
    assert (subject, value) in [
        (label(claim) if label(claim) != "Kelvora GmbH" else "Kelvora", plain(claim))
        for claim in find_claims(text, predicate, language)
    ]


def test_every_member_of_a_list_has_a_claim_of_its_own() -> None:
    claims = find_claims("Alibabas Qwen 3-Serie und Qwen 2.5 sind schnell.", "developer")
    assert {label(claim) for claim in claims} == {"Qwen 3", "Qwen 2.5"}


def test_a_denied_membership_is_negated() -> None:
    assert get_claim("Google ist nicht Mitglied der NATO.", "member_of").polarity == "negated"


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Italy has not blocked DeepSeek.", "restricted_in"),
        ("Italy did not block DeepSeek.", "restricted_in"),
        ("OpenAI has never developed DeepSeek-R1.", "developer"),
        ("Meta has not acquired Light AI Ltd.", "acquired_by"),
    ],
)
def test_a_denial_between_an_auxiliary_and_its_verb_is_read(text: str, predicate: str) -> None:
    assert get_claim(text, predicate, "en").polarity == "negated"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("OpenAI was not founded by Jack Ma.", "en"),
        ("OpenAI wurde nicht in Hangzhou gegründet.", "de"),
    ],
)
def test_who_did_not_found_a_company_leaves_it_founded(text: str, language: str) -> None:
    assert find_claims(text, "founded", language) == []


def test_not_only_denies_nothing() -> None:
    claim = get_claim("Google hat nicht nur Lumo-2 entwickelt, sondern auch Chips.", "developer")
    assert claim.polarity == "asserted"


def test_a_name_that_describes_another_noun_is_no_owner() -> None:
    assert find_claims("Das US-Unternehmen OpenAI wächst.", "owner") == []


def test_a_version_is_related_to_no_second_developer() -> None:
    text = "Die ERNIE-Serie von Baidu, einschließlich des ERNIE Bot, sowie das Hunyuan-Modell von Tencent wachsen."
    found = {(label(c), plain(c)) for c in find_claims(text, "developer")}
    assert found == {("ERNIE", "Baidu"), ("Hunyuan", "Tencent")}


def test_a_relation_announced_for_later_is_planned() -> None:
    claim = get_claim("OpenAI hat angekündigt, die Dienste in China zu sperren.", "restricted_in")
    assert claim.modality == "planned"


@pytest.mark.parametrize(
    ("text", "predicate", "said"),
    [
        ("Qwen 3 wurde von Alibaba entwickelt.", "developer", "wording “wurde von entwickelt”"),
        ("Das Hunyuan-Modell von Tencent wächst.", "developer", "wording “von”"),
        ("Alibabas Qwen 3 wächst.", "developer", "two names side by side"),
    ],
)
def test_why_two_names_are_related_is_said_in_the_words_of_the_text(
    text: str, predicate: str, said: str
) -> None:
    assert said in get_claim(text, predicate).reasons


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("OpenAI has been acquired by Microsoft.", "asserted"),
        ("OpenAI has not been acquired by Microsoft.", "negated"),
        ("OpenAI acquired by Microsoft", "asserted"),
    ],
)
def test_who_is_acquired_is_the_subject_in_the_perfect_and_without_an_auxiliary(
    text: str, polarity: str
) -> None:
    [claim] = find_claims(text, "acquired_by", "en")
    assert claim.subject is not None
    assert (claim.subject.label, getattr(claim.value, "label", None), claim.polarity) == (
        "OpenAI",
        "Microsoft",
        polarity,
    )
