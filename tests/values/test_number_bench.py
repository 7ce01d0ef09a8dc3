"""The number and unit specifications of another recogniser, value by value."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from claims.values.find_quantity_figure import list_figures
from claims.values.find_quantity_guard import list_masks
from claims.values.number import find_numerals
from claims.values.number_ordinal import find_ordinals
from claims.values.unit import get_units

BENCH = Path(__file__).parents[3] / "shared" / "bench"
MEASURES = {"length", "area", "mass", "volume", "speed", "data", "angle", "power", "energy"}

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not BENCH.is_dir(), reason="benchmark sets not beside the project"),
]

Entities = list[dict[str, Any]]


def predict(case: dict[str, Any]) -> Entities:
    """Return what the finder's parts say to one case, in the benchmark's form."""
    if case["suite"] == "NumberModel":
        return predict_numbers(case["text"], case["lang"])
    if case["suite"] == "OrdinalModel":
        return [entity(o.start, o.end, o.value) for o in find_ordinals(case["text"], case["lang"])]
    return predict_measures(case["text"], case["lang"], case["suite"])


def predict_numbers(text: str, language: str) -> Entities:
    signed = {f.numeral.start: f for f in list_figures(text, language) if f.unit is None}
    entities = []
    for numeral in find_numerals(text, language):
        figure = signed.get(numeral.start)
        glued = text[numeral.end : numeral.end + 1].isalpha()
        if glued or numeral.start == numeral.end or (numeral.article and language == "en" and figure is None):
            continue
        start, value = (figure.start, figure.value) if figure else (numeral.start, numeral.value)
        entities.append(entity(start, numeral.end, value))
    return entities


def predict_measures(text: str, language: str, suite: str) -> Entities:
    masks = list_masks(text, language)
    entities = []
    for figure in list_figures(text, language):
        masked = any(first < figure.end and figure.start < last for first, last in masks)
        glued = text[figure.start - 1 : figure.start] == "-" and figure.start > 0
        if figure.unit is None or masked or glued:
            continue
        dimension = get_units()[figure.unit].dimension.partition(":")[0]
        wanted = {
            "PercentModel": dimension in {"percent", "points"},
            "CurrencyModel": dimension == "money",
            "AgeModel": text[figure.start : figure.end].endswith(("alt", "old", "of age")),
            "DimensionModel": dimension in MEASURES,
            "TemperatureModel": dimension == "temperature",
        }
        if wanted[suite]:
            entities.append(entity(figure.start, figure.end, figure.value))
    return entities


def entity(start: int, end: int, value: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "value": repr(float(value))}


def measure(language: str) -> float:
    specification = importlib.util.spec_from_file_location("score", BENCH / "score.py")
    assert specification
    assert specification.loader
    score = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(score)
    lines = (BENCH / f"numbers_{language}.jsonl").read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines if "ordinal.relative" not in line]
    predicted = [{"id": case["id"], "entities": predict(case)} for case in cases]
    return float(score.ent(cases, predicted, score.num_ok)["value"]["f1"])


def test_german_values_are_right_nine_times_in_ten() -> None:
    assert measure("de") >= 92


def test_english_values_are_right_nine_times_in_ten() -> None:
    assert measure("en") >= 93
