"""Shares that divide one whole, though only one of them says what it is a share of."""

import pytest

from claims.suggest import sentences
from tests.suggest.reading import find_claims


@pytest.mark.parametrize(
    ("text", "language", "base", "shares"),
    [
        (
            "Wind lieferte 45 Prozent des Stroms, Kohle 38 Prozent und Gas 27 Prozent.",
            "de",
            "Stroms",
            {"Wind": "45 Prozent", "Kohle": "38 Prozent", "Gas": "27 Prozent"},
        ),
        (
            "Coal supplied 45 percent of the electricity, wind 38 percent and gas 27 percent.",
            "en",
            "electricity",
            {"Coal": "45 percent", "wind": "38 percent", "gas": "27 percent"},
        ),
        (
            "46 Prozent der Befragten sprechen sich für ein Tempolimit aus. 41 Prozent lehnen es ab, 13 Prozent haben keine Meinung.",
            "de",
            "Befragten",
            {
                "sprechen sich für ein Tempolimit aus": "46 Prozent",
                "lehnen es ab": "41 Prozent",
                "haben keine Meinung": "13 Prozent",
            },
        ),
        (
            "In the referendum in Bremen, 54 percent voted yes to the new stadium and 46 percent voted no.",
            "en",
            "votes, referendum in Bremen",
            {"voted yes to the new stadium": "54 percent", "voted no": "46 percent"},
        ),
        (
            "The Tarrant family holds 55 percent of the shares in Tarrant Foods. The remaining 45 percent are in the hands of pension funds.",
            "en",
            "shares, Tarrant Foods",
            {"Tarrant family": "55 percent", "hands of pension funds": "45 percent"},
        ),
    ],
    ids=["de supply", "en supply", "poll", "referendum", "company"],
)
def test_each_share_is_of_what_one_of_them_is_of(
    text: str, language: str, base: str, shares: dict[str, str]
) -> None:
    claims = find_claims(text, "share", language, "2025-03-01")
    assert {one.subject.label: getattr(one.value, "text", "") for one in claims if one.subject} == shares
    assert {one.qualifiers["of"] for one in claims} == {base}
    assert {(one.polarity, one.as_of) for one in claims} == {("asserted", "2025-03-01")}


def test_the_sides_of_one_poll_are_not_those_of_another() -> None:
    text = (
        "In a survey, 54 percent support the bridge and 40 percent oppose it. "
        "In the same survey, 61 percent support the tunnel and 30 percent oppose it."
    )
    claims = find_claims(text, "share", "en", "2025-03-01")
    assert [one.qualifiers["study"] for one in claims] == ["support the bridge"] * 2 + [
        "support the tunnel"
    ] * 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("62 Prozent der Haushalte haben ein Auto, 71 Prozent ein Fahrrad.", "de"),
        ("62 percent of respondents fear for their pension, 58 percent for the climate.", "en"),
        ("Die Familie hält 55 Prozent der Anteile, die Stadt 52 Prozent.", "de"),
        ("Wind lieferte 45 Prozent des Stroms, nach 38 Prozent im Vorjahr.", "de"),
    ],
    ids=["may overlap", "several fears", "no company", "another year"],
)
def test_shares_that_need_not_come_to_a_hundred_are_not_divided(text: str, language: str) -> None:
    assert (
        len([one for one in find_claims(text, "share", language) if one.as_of or "study" in one.qualifiers])
        == 0
    )
    assert len(find_claims(text, "share", language, "2025-03-01")) < 2


def test_a_sentence_may_end_with_no() -> None:
    text = "Half of them said no. Wind came up. See No. 5 there."
    assert [text[start:end] for start, end in sentences(text, "en")] == [
        "Half of them said no.",
        "Wind came up.",
        "See No. 5 there.",
    ]
