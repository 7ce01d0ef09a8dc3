"""Names in the East Asian order are read with their short form, the family name; what only looks like one is none."""

import pytest

from tests.suggest.reading import find_claims, get_claim, label


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Li Wenhua said it was good.", "en", "Li Wenhua"),
        ("Xu Zhijun, Vorsitzender von Huawei, sagte, der Chip sei fertig.", "de", "Xu Zhijun"),
        ("Lee Jae-myung sagte, Korea werde handeln.", "de", "Lee Jae-myung"),
        ("Tsai Ing-wen said she would go.", "en", "Tsai Ing-wen"),
        ("Siemens CEO Li Wenhua said it was good.", "en", "Li Wenhua"),
    ],
)
def test_the_family_name_comes_first(text: str, language: str, speaker: str) -> None:
    assert label(get_claim(text, "said", language)) == speaker


def test_the_family_name_alone_is_the_short_form() -> None:
    said = find_claims("Li Wenhua said it was good. Li added that more was to come.", "said", "en")
    assert [label(one) for one in said] == ["Li Wenhua", "Li Wenhua"]


@pytest.mark.parametrize(
    ("text", "language", "predicate", "subject"),
    [
        ("Long Beach hat 450.000 Einwohner.", "de", "population", "Long Beach"),
        ("In Hong Kong leben 7 Millionen Menschen.", "de", "population", "Hongkong"),
    ],
)
def test_a_place_is_no_person(text: str, language: str, predicate: str, subject: str) -> None:
    assert label(get_claim(text, predicate, language)) == subject


@pytest.mark.parametrize(
    "text", ["Sun Records said it was good.", "Park Lane said it was good.", "Ding Dong said it was good."]
)
def test_another_word_is_no_given_name(text: str) -> None:
    assert [
        one for one in find_claims(text, "said", "en") if one.subject and one.subject.kind == "person"
    ] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Baidu-Chef Zhang Yong stellte das Modell vor.", "de"),
        ("Die Baidu-Chefin Judith Karsten stellte das Modell vor.", "de"),
        ("Der Chef von Baidu, Li Wenhua, stellte das Modell vor.", "de"),
        ("Li Wenhua, the head of Baidu, said it was good.", "en"),
    ],
)
def test_who_holds_an_office_may_be_somebody_nobody_knows(text: str, language: str) -> None:
    assert label(get_claim(text, "office_holder", language)) == "Baidu"
