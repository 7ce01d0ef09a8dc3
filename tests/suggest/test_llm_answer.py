"""What a model says is kept only where the text says it too."""

from collections import Counter
from typing import Any

import pytest

from claims.errors import SuggesterFailed
from claims.suggest.checking import check
from claims.suggest.llm.answer import MOST_CLAIMS, read_answer, read_article, read_items
from claims.suggest.llm.suggester import cut
from claims.suggest.suggestion import Suggestion
from claims.values.value import Date, Quantity
from claims.vocabulary import get_seed_vocabulary
from tests.suggest.model_server import make_item

TEXT = (
    "DeepSeek-R1 erschien am 20. Januar 2025. Laut OpenAI kostete der Bau der Hansebrücke rund 30 Mio. Euro. "
    "Alibaba lobte es. Alibaba lobte es sehr. Das Start-up Kelvora beschäftigt 64 Mitarbeiter und 3 Hunde."
)
RELEASE = "DeepSeek-R1 erschien am 20. Januar 2025"
COST = "kostete der Bau der Hansebrücke rund 30 Mio. Euro"


def read(
    *items: object, text: str = TEXT, published: str | None = None
) -> tuple[list[Suggestion], Counter[str]]:
    vocabulary = get_seed_vocabulary()
    article = read_article(text, "de", published, vocabulary, ())
    dropped: Counter[str] = Counter()
    found = read_answer(article, (0, len(text)), items, dropped, model="tester")
    kept, faults = check(text, found, vocabulary)
    assert (kept, faults) == (found, Counter())
    return found, dropped


def read_one(quote: str, text: str = TEXT, published: str | None = None, **fields: Any) -> Suggestion:
    (one,), dropped = read(make_item(quote, **fields), text=text, published=published)
    assert dropped == Counter()
    return one


def drop_one(quote: str, **fields: Any) -> str:
    found, dropped = read(make_item(quote, **fields))
    assert found == []
    (reason,) = dropped.elements()
    return reason


def test_a_claim_that_the_text_makes_is_anchored_to_its_characters() -> None:
    one = read_one(RELEASE, subject="DeepSeek-R1", value="20. Januar 2025")
    assert TEXT[one.start : one.end] == RELEASE
    assert (one.subject and one.subject.id, one.predicate) == ("deepseek-r1", "released")
    assert isinstance(one.value, Date)
    assert one.value.edtf == "2025-01-20"
    assert TEXT[one.value_start : one.value_end] == "20. Januar 2025"


def test_a_figure_is_read_from_the_text_with_its_hedge_and_bounds() -> None:
    one = read_one(
        COST, subject="Hansebrücke", predicate="development_cost", value="30 Mio. Euro", speaker="OpenAI"
    )
    assert isinstance(one.value, Quantity)
    assert (one.value.amount, one.value.comparator, one.value.unit) == ("30000000", "~", "EUR")
    assert (one.speaker and one.speaker.label, one.voice) == ("OpenAI", "indirect")


def test_a_date_after_publication_is_planned_whatever_the_model_says() -> None:
    assert (
        read_one(RELEASE, subject="DeepSeek-R1", value="20. Januar 2025", published="2024-12-01").modality
        == "planned"
    )


def test_a_name_known_but_not_written_so_scores_less() -> None:
    text = "Das Modell R1 erschien im Januar 2025."
    written = read_one(text[:-1], text=text, subject="R1", value="Januar 2025")
    known = read_one(text[:-1], text=text, subject="DeepSeek-R1", value="Januar 2025")
    assert known.score < written.score


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"subject": "DeepSeek-R1", "value": "21. Januar 2025"}, "value not in the quote"),
        ({"subject": "DeepSeek-R1", "value": "erschien"}, "no such value where the text was to give it"),
        ({"subject": "Mondbasis Alpha", "value": "20. Januar 2025"}, "subject not in the text, or none that the predicate can have"),
        ({"subject": "es", "value": "20. Januar 2025"}, "subject not in the text, or none that the predicate can have"),
        ({"subject": "DeepSeek-R1", "value": "20. Januar 2025", "predicate": "is_true"}, "unknown predicate"),
        ({"subject": "DeepSeek-R1", "value": "20. Januar 2025", "speaker": "Anna Invented"}, "speaker not in the text"),
        ({"subject": "DeepSeek-R1", "value": "20. Januar 2025", "polarity": "true"}, "not in the form that was asked for"),
        ({"subject": "DeepSeek-R1", "value": 2025}, "not in the form that was asked for"),
        ({"subject": "DeepSeek-R1", "value": "20. Januar 2025", "predicate": "development_cost"}, "no such value where the text was to give it"),
        (
            {"subject": "DeepSeek-R1", "value": "20. Januar 2025", "qualifiers": [{"key": "place", "text": "Mars"}]},
            "qualifier not in the quote",
        ),
        (
            {"subject": "DeepSeek-R1", "value": "20. Januar 2025", "qualifiers": [{"key": "verdict", "text": "R1"}]},
            "not in the form that was asked for",
        ),
    ],
)  # fmt: skip
def test_what_the_text_does_not_say_is_dropped_and_counted(fields: dict[str, Any], reason: str) -> None:
    assert drop_one(RELEASE, **fields) == reason


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("DeepSeek-R1 erschien am 20. Januar 2026", "quote not in the text"),
        ("", "empty quote"),
        (" \n", "empty quote"),
        ("x" * 2000, "quote too long"),
    ],
)
def test_an_invented_quote_is_dropped(quote: str, reason: str) -> None:
    assert drop_one(quote, subject="DeepSeek-R1", value="20. Januar 2025") == reason


def test_a_quote_that_stands_twice_is_told_apart_by_its_sentence() -> None:
    fields = {"subject": "Alibaba", "predicate": "said", "value": "lobte es"}
    one = read_one("Alibaba lobte es", sentence="Alibaba lobte es sehr.", **fields)
    assert one.start == TEXT.index("Alibaba lobte es sehr.")
    assert drop_one("Alibaba lobte es", sentence="Alibaba", **fields) == "quote several times in the text"


def test_two_figures_where_one_was_to_be_are_no_value() -> None:
    quote = "beschäftigt 64 Mitarbeiter und 3 Hunde"
    reason = drop_one(quote, subject="Kelvora", predicate="staff", value="64 Mitarbeiter und 3 Hunde")
    assert reason == "several values where the text was to give one"


@pytest.mark.parametrize("item", [None, 5, "claim", [], {}, {"quote": RELEASE}])
def test_an_item_of_another_form_is_dropped(item: object) -> None:
    assert read(item) == ([], Counter({"not in the form that was asked for": 1}))


def test_the_same_claim_twice_is_kept_once_and_a_flood_is_cut() -> None:
    item = make_item(RELEASE, subject="DeepSeek-R1", value="20. Januar 2025")
    found, dropped = read(*[item] * (MOST_CLAIMS + 7))
    assert (len(found), sum(dropped.values())) == (1, 7)


def test_offsets_verdicts_and_addresses_that_a_model_adds_are_not_read() -> None:
    extra = {"start": 0, "end": 9_999, "verdict": "true", "url": "https://evil.example", "state": "accepted"}
    plain = read_one(RELEASE, subject="DeepSeek-R1", value="20. Januar 2025")
    assert read_one(RELEASE, subject="DeepSeek-R1", value="20. Januar 2025", **extra) == plain


@pytest.mark.parametrize(
    "content", ["", "nein", "{", "[]", '{"claims": 5}', "[" * 100_000, '{"claims": ' + "9" * 5_000 + "}"]
)
def test_an_answer_that_is_not_as_asked_is_refused(content: str) -> None:
    with pytest.raises(SuggesterFailed):
        read_items(content)


def test_a_fenced_answer_is_read() -> None:
    assert read_items('```json\n{"claims": [1]}\n```') == [1]


@pytest.mark.parametrize("text", ["Ein Satz. " * 2_000, "wort " * 5_000, "x" * 20_000, "Kurz.", ""])
def test_parts_are_short_and_hold_all_sentences(text: str) -> None:
    parts = cut(text, "de")
    assert all(0 < end - start <= 6_000 for start, end in parts)
    assert "".join(text[start:end] for start, end in parts).replace(" ", "") == text.replace(" ", "")


def test_parts_end_where_sentences_end() -> None:
    text = "Ein Satz steht hier. " * 2_000
    assert all(text[start:end].endswith(".") for start, end in cut(text, "de"))
