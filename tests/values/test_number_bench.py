"""The number and unit specifications of another recogniser, value by value."""

from pathlib import Path

import pytest

from bench.quality_numbers import measure_numbers

BENCH = Path(__file__).parents[3] / "shared" / "bench"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not BENCH.is_dir(), reason="benchmark sets not beside the project"),
]


@pytest.mark.parametrize(("language", "floor"), [("de", 92), ("en", 93)])
def test_values_are_right_nine_times_in_ten(language: str, floor: float) -> None:
    assert measure_numbers(BENCH / f"numbers_{language}.jsonl") >= floor
