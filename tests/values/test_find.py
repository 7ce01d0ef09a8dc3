"""Finding dates and quantities together."""

import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.suggestion import ATTACKS
from claims.values import Day, find, parse_edtf
from claims.values.find_date import find_dates

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"
VOCABULARY = """am bis 12. 3. Mai 2024 2025 seit vor drei Jahren gestern Anfang der 1990er und zwischen Quartal ersten
Montag the of May 12 20th to from between last year next two weeks ago mid - / , . ( ) 3/4/2023 1/2 Q1 every century
Weihnachten Christmas Winter 2024/25 um Ende letzten week 500 BC für 5 Millionen Euro Prozent"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n\n"])
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)


def test_a_duration_is_a_quantity_unless_it_is_part_of_a_date() -> None:
    found = find("Vor drei Jahren begann der Bau, der drei Jahre dauerte.", "de", "2025-02-10")
    assert [(value.value.type, value.value.text) for value in found] == [
        ("date", "Vor drei Jahren"),
        ("quantity", "drei Jahre"),
    ]


def test_the_year_of_a_date_is_no_quantity() -> None:
    assert [value.value.type for value in find("Am 20. Mai 2024 kam er.", "de")] == ["date"]


@pytest.mark.parametrize(
    "reference", ["2025-02-10", date(2025, 2, 10), datetime(2025, 2, 10, 8, tzinfo=UTC), Day(2025, 2, 10)]
)
def test_the_day_of_publication_may_be_given_in_any_usual_form(reference: date | str | Day) -> None:
    value = find("Er kam gestern.", "de", reference)[0].value
    assert value.type == "date"
    assert value.edtf == "2025-02-09"


@pytest.mark.parametrize("language", ["fr", "", "DE"])
def test_another_language_is_refused(language: str) -> None:
    with pytest.raises(ValueError, match="'de' and 'en'"):
        find("Am 20. Mai 2024", language)


def test_a_reference_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        find("Er kam gestern.", "de", "neulich")


@given(TEXTS, st.sampled_from(["de", "en"]), st.sampled_from([None, "2025-02-10", "2024-02-29"]))
def test_what_is_found_lies_in_the_text_in_order_and_apart(
    text: str, language: str, reference: str | None
) -> None:
    end = 0
    for found in find(text, language, reference):
        assert end <= found.start < found.end <= len(text)
        assert found.value.text == text[found.start : found.end]
        end = found.end


@given(TEXTS, st.sampled_from(["de", "en"]), st.sampled_from([None, "2025-02-10", "2024-02-29"]))
def test_every_date_found_is_valid_edtf_and_its_bounds_lie_within(
    text: str, language: str, reference: str | None
) -> None:
    for found in find_dates(text, language, reference):
        value = found.value
        assert value.type == "date"
        if value.edtf is None:
            assert (value.lo, value.hi) == (None, None)
            continue
        read = parse_edtf(value.edtf)
        assert value.lo is None or (read.lo is not None and read.lo <= value.lo)
        assert value.hi is None or (read.hi is not None and value.hi <= read.hi)
        assert value.lo is None or value.hi is None or value.lo <= value.hi


@given(st.text(max_size=60), st.sampled_from(["de", "en"]))
def test_no_text_makes_the_finder_fail(text: str, language: str) -> None:
    find_dates(text, language, "2025-02-10")


def count_calls(text: str, language: str, reader: Callable[[str, str, str], object] = find_dates) -> int:
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        reader(text, language, "2025-02-10")
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        "1. ",
        "12/",
        "2024-",
        "Mai ",
        "vom 1. bis ",
        "the year of ",
        "one hundred and ",
        "Anfang der ",
        "seit seit ",
        "am Montag ",
    ],
)
def test_twice_the_text_takes_no_more_than_twice_the_steps(piece: str, language: str) -> None:
    find_dates(piece, language)
    once, twice = (count_calls(piece * number, language) for number in (150, 300))
    assert twice <= 2.2 * once + 500


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("piece", ATTACKS)
def test_a_hostile_text_of_twice_the_length_takes_no_more_than_twice_the_steps(
    piece: str, language: str
) -> None:
    find(piece * 4, language, "2025-02-10")
    once, twice = (count_calls((piece * length)[:length], language, reader=find) for length in (1000, 2000))
    assert twice <= 2.2 * once + 500


@pytest.mark.real
@pytest.mark.skipif(not ARTICLES.is_dir(), reason="articles not beside the project")
def test_the_articles_give_the_dates_that_readers_see_in_them() -> None:
    found = [
        value.value.edtf
        for path in sorted(ARTICLES.glob("*.txt"))
        for value in find_dates(path.read_text("utf-8"), "de")
        if value.value.type == "date"
    ]
    assert json.dumps(found) == json.dumps(["2024-12-20", None, None, None, "../2025", "2025-01"])
