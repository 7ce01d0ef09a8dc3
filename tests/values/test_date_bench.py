"""The finder on the specifications of another recogniser: how much of them it gets right, how much it makes up."""

from pathlib import Path

import pytest

from bench.quality_dates import measure_dates

BENCH = Path(__file__).parents[3] / "shared" / "bench"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not BENCH.is_dir(), reason="benchmark sets not beside the project"),
]


@pytest.mark.parametrize(("language", "floor"), [("de", 0.88), ("en", 0.86)])
def test_dates_and_intervals_have_the_value_of_the_specification(language: str, floor: float) -> None:
    counts = measure_dates(BENCH / f"datetime_{language}.jsonl", language)
    assert counts["right"] / counts["total"] >= floor


@pytest.mark.parametrize("language", ["de", "en"])
def test_hardly_a_date_is_found_where_no_time_is_named(language: str) -> None:
    counts = measure_dates(BENCH / f"datetime_{language}.jsonl", language)
    assert counts["false"] / counts["found"] <= 0.01
