from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.suggest import Suggestion, explain, sentences, suggest
from claims.values.value import EntityValue
from claims.vocabulary import KnownEntity
from tests.suggest.reading import get_claim, label

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"
WORDS = (
    *(
        "DeepSeek-R1",
        "Alibabas",
        "Qwen 3-Serie",
        "wurde",
        "stellte",
        "vor",
        "im Januar 2025",
        "nicht",
        "sondern",
        "und",
    ),
    *(
        "von",
        "sagte",
        "Wang Yi",
        ",",
        ".",
        "\n",
        "„",
        "“",
        "12 Prozent",
        "5,6 Millionen Euro",
        "der",
        "Dieses Modell",
        "-",
    ),
    *(
        "released",
        "by",
        "in 2024",
        "said",
        "that",
        "will",
        "soll",
        "?",
        "1/3",
        "Mitarbeiter",
        "Ä",
        "(",
        ")",
        ":",
        "bis 2030",
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["de", "en"]))
def test_a_quote_lies_within_one_sentence(words: list[str], language: str) -> None:
    text = " ".join(words)
    spans = sentences(text, language)
    for s in suggest(text, language):
        assert any(start <= s.start < s.end <= end for start, end in spans)
        assert 0 <= s.score <= 1


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    text = "🚢🚢 Ahoi. DeepSeek-R1 erschien im Januar 2025."
    claim = get_claim(text, "released")
    assert claim.value_start is not None
    assert text[claim.start : claim.end] == "DeepSeek-R1 erschien im Januar 2025"
    assert text[claim.value_start : claim.value_end] == "Januar 2025"


def test_a_described_name_stands_for_the_one_before() -> None:
    claim = get_claim("DeepSeek-R1 ist neu. Das Modell wurde im Januar 2025 veröffentlicht.", "released")
    assert label(claim) == "DeepSeek-R1"
    assert any("read as" in reason for reason in claim.reasons)


def test_a_last_name_stands_for_the_full_name_before() -> None:
    text = "Clement Delangue, CEO von Hugging Face, kam. Delangue betonte, dass es eilt."
    assert label(get_claim(text, "said")) == "Clement Delangue"


def test_names_of_the_ledger_are_known_by_their_key() -> None:
    lumo = KnownEntity("house-lumo", "product", {"de": "Lumo"})
    found = [
        s for s in suggest("Lumo erschien im Mai 2024.", "de", entities=[lumo]) if s.predicate == "released"
    ]
    assert [s.subject for s in found] == [EntityValue("Lumo", "house-lumo", "product")]


def test_explaining_says_why_nothing_came_out() -> None:
    explained = explain("Kommt das bald?", "de")
    assert explained.outcome == ("nothing: a question claims nothing",)


def test_explaining_lists_names_values_and_triggers() -> None:
    explained = explain("DeepSeek-R1 erschien im Januar 2025.", "de")
    assert any("DeepSeek-R1" in line for line in explained.entities)
    assert any("2025-01" in line for line in explained.values)
    assert any("released" in line for line in explained.triggers)


@pytest.mark.parametrize("piece", ["Dr. ", "Xa-", '"', "DeepSeek-R1, ", ".", "Alibaba ", "soll bis 2030 "])
def test_a_repeated_piece_is_read_in_linear_time(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    assert isinstance(suggest(text, "de"), list)


@pytest.fixture(scope="module")
def suggested() -> list[Suggestion]:
    if not ARTICLES.is_dir():
        pytest.skip("the real articles are not here")
    return [s for path in sorted(ARTICLES.glob("0*.txt")) for s in suggest(path.read_text("utf-8"), "de")]


@pytest.mark.real
@pytest.mark.parametrize(
    "name",
    [
        *(
            "DeepSeek-R1",
            "Qwen 3",
            "Qwen 2.5",
            "GPT-4 Turbo",
            "ERNIE",
            "ERNIE Bot",
            "Hunyuan",
            "Spark 4.0 Turbo",
            "Kling",
        ),
        *("01.AI", "Llama", "QwQ-32B", "DeepSeek", "Alibaba", "Baidu", "Tencent", "iFlytek", "Kuaishou"),
        *("Meta Platforms", "OpenAI", "Hugging Face"),
    ],
)
def test_each_system_and_organisation_takes_part_in_a_claim(suggested: list[Suggestion], name: str) -> None:
    named = [
        e.label for s in suggested for e in (s.subject, s.value, s.speaker) if isinstance(e, EntityValue)
    ]
    assert name in named


@pytest.mark.real
def test_the_articles_hold_at_least_forty_claims(suggested: list[Suggestion]) -> None:
    assert len(suggested) >= 40
