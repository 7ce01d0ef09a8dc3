"""How many figures of the recogniser specifications we read as they do, and EDTF strings as other parsers' suites do.

The sets ask for numbers, ordinals, shares, money, ages, temperatures and dimensions apart; a claim
has them all as quantities. What each of them asks for is taken from the parts of the finder here.
"""

import importlib.util
from pathlib import Path
from typing import Any

from bench.quality_dates import Case, list_cases
from claims.errors import InvalidEdtf
from claims.values import parse_edtf
from claims.values.find_quantity_figure import list_figures
from claims.values.find_quantity_mask import list_masks
from claims.values.number import find_numerals
from claims.values.number_ordinal import find_ordinals
from claims.values.unit import get_units

MEASURES = frozenset({"length", "area", "mass", "volume", "speed", "data", "angle", "power", "energy"})

Entities = list[dict[str, Any]]


def measure_numbers(path: Path) -> float:
    """Return the value F1 in per cent, by the scorer that lies beside the set."""
    specification = importlib.util.spec_from_file_location("score", path.parent / "score.py")
    if specification is None or specification.loader is None:
        raise FileNotFoundError(path.parent / "score.py")
    score = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(score)
    cases = [case for case in list_cases(path) if not _is_relative(case)]
    predicted = [{"id": case["id"], "entities": predict(case)} for case in cases]
    return float(score.ent(cases, predicted, score.num_ok)["value"]["f1"])


def _is_relative(case: Case) -> bool:
    """Say whether a case asks for an ordinal without a number ("the next one")."""
    return any("ordinal.relative" in str(entity) for entity in case["expected"])


def predict(case: Case) -> Entities:
    """Return what the finder's parts say to one case, in the form of the set."""
    if case["suite"] == "NumberModel":
        return _predict_numbers(case["text"], case["lang"])
    if case["suite"] == "OrdinalModel":
        return [_write(o.start, o.end, o.value) for o in find_ordinals(case["text"], case["lang"])]
    return _predict_measures(case["text"], case["lang"], case["suite"])


def _predict_numbers(text: str, language: str) -> Entities:
    signed = {f.numeral.start: f for f in list_figures(text, language) if f.unit is None}
    entities = []
    for numeral in find_numerals(text, language):
        figure = signed.get(numeral.start)
        glued = text[numeral.end : numeral.end + 1].isalpha()
        article = numeral.article and language == "en" and figure is None
        if glued or numeral.start == numeral.end or article:
            continue
        start, value = (figure.start, figure.value) if figure else (numeral.start, numeral.value)
        entities.append(_write(start, numeral.end, value))
    return entities


def _predict_measures(text: str, language: str, suite: str) -> Entities:
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
            entities.append(_write(figure.start, figure.end, figure.value))
    return entities


def _write(start: int, end: int, value: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "value": repr(float(value))}


def measure_edtf(path: Path) -> dict[str, int]:
    """Return how many `core` strings there are and are `judged` right, and how many `bounds` are given and `bounded`."""
    counts = {"core": 0, "judged": 0, "all": 0, "agreed": 0, "bounds": 0, "bounded": 0}
    for case in list_cases(path):
        try:
            date = parse_edtf(case["edtf"])
        except InvalidEdtf:
            date = None
        if case["valid"] is not None:
            agreed = (date is not None) == case["valid"]
            counts["all"] += 1
            counts["agreed"] += agreed
            counts["core"] += bool(case["core"])
            counts["judged"] += bool(case["core"]) and agreed
        if case["lower"] or case["upper"]:
            given = None if date is None else (date.lo and str(date.lo), date.hi and str(date.hi))
            counts["bounds"] += 1
            counts["bounded"] += given == (case["lower"], case["upper"])
    return counts
