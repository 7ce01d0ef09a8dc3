"""Why two answers to one question cannot both hold, in a sentence made of their own words.

Values alone, as `claims finding list --json` writes them: that 340 is 58 % more than 215, and that
November ends before a day in January. German or English.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import inf
from typing import Any

from claims.errors import InvalidEdtf
from claims.values.clash_words import WORDS
from claims.values.compare import Intervals, list_date_intervals
from claims.values.date_build import take_part
from claims.values.day import Day
from claims.values.edtf import parse_edtf
from claims.values.say_date import write_date, write_day
from claims.values.say_figure import write_figure, write_number
from claims.values.value import Date, Quantity

Said = Mapping[str, Any]
"""An answer of the JSON contract: `snak`, `value`, `polarity`."""

_PLAIN = {4: "years", 7: "months"}
"""What an EDTF expression of so many digits and hyphens is."""

_MANY_TIMES = 10
"""From here on a figure is so many times another rather than so many per cent more."""


def write_answer(said: Said, language: str, names: Mapping[str, str] | None = None) -> str:
    """Return the bare value in words; `names` are those of entities by id where they have another one."""
    value = said["value"]
    if value is None:
        return WORDS[language]["no_value" if said["snak"] == "novalue" else "some_value"]
    match value["type"]:
        case "date":
            return write_date(value, language)
        case "quantity":
            return write_figure(value, language)
        case "entity":
            return (names or {}).get(value["id"] or "", value["label"])
        case "boolean":
            return WORDS[language]["yes" if value["value"] else "no"]
    return str(value["text"])


def explain_clash(
    one: Said,
    other: Said,
    language: str,
    *,
    names: Mapping[str, str] | None = None,
    temporal: str = "none",
    tolerance: tuple[float | None, float | None] = (None, None),
    denied_on: str | None = None,
) -> str | None:
    """Return why two answers exclude each other; None where their values alone do not say it.

    Args:
        one: An answer.
        other: Another one.
        language: "de" or "en".
        names: What entities are called by id, where that differs from the value's label.
        temporal: What kind of time the answers are: of deadlines the ends count, of periods both ends.
        tolerance: What difference is let pass: relative (0.03 for 3 %) and absolute, None for none.
        denied_on: The ISO day on which it was said that there is no answer.
    """
    said = _explain(one, other, language, names, temporal, tolerance, denied_on)
    return None if said is None else said[:1].upper() + said[1:]


def _explain(
    one: Said,
    other: Said,
    language: str,
    names: Mapping[str, str] | None,
    temporal: str,
    tolerance: tuple[float | None, float | None],
    denied_on: str | None,
) -> str | None:
    words = WORDS[language]
    a, b = (write_answer(said, language, names) for said in (one, other))
    if one["polarity"] == "negated" or one["snak"] == "novalue":
        one, other, a, b = other, one, b, a
    if one["polarity"] == "negated" or one["snak"] != "value":
        return None
    if other["snak"] == "novalue":
        if one["value"]["type"] != "date":
            return words["none"].format(a)
        day = write_day(denied_on, language)
        return words["undated_denial"].format(a) if not day else words["dated_denial"].format(a, day)
    if other["polarity"] == "negated":
        if _lie_apart(one["value"], other["value"]):
            return None
        return words["denied_exactly" if a == b else "denied_within"].format(a, b)
    if other["snak"] != "value" or one["value"]["type"] != other["value"]["type"]:
        return None
    match one["value"]["type"]:
        case "date":
            return _explain_dates(one["value"], other["value"], language, temporal)
        case "quantity":
            return _explain_figures(one["value"], other["value"], language, tolerance)
        case "entity":
            return words["entities"].format(a, b) if a != b else None
        case "boolean":
            return words["boolean"]
    return words["texts"].format(a, b)


def _lie_apart(one: Mapping[str, Any], other: Mapping[str, Any] | None) -> bool:
    bounds = [None if value is None else read_bounds(value) for value in (one, other)]
    first, second = bounds
    return first is not None and second is not None and (first[1] >= second[2] or second[1] >= first[2])


def read_date(value: Mapping[str, Any]) -> Date | None:
    """Return the date that the JSON contract writes, with the bounds of its "early", "mid" or "late"."""
    if value["edtf"] is None:
        return None
    try:
        read = parse_edtf(value["edtf"])
    except InvalidEdtf:
        return None
    return take_part(read, value["modifier"]) if value.get("modifier") else read


def read_bounds(value: Mapping[str, Any]) -> tuple[str, float, float] | None:
    """Return what a date or figure measures and its bounds, `hi` exclusive; None for another value.

    Dates count days since 1970, figures are in their dimension's base unit; what is open is infinite.
    """
    if value["type"] == "date":
        read = read_date(value)
        spans = () if read is None else list_date_intervals(read)
        return ("date", spans[0][0], spans[-1][1]) if spans else None
    if value["type"] != "quantity":
        return None
    from claims.values.unit import get_base_bounds  # reads the vocabulary, which dates do without

    dimension, lo, hi = get_base_bounds(_read_quantity(value))
    return dimension, -inf if lo is None else lo, inf if hi is None else hi


def _read_quantity(value: Mapping[str, Any]) -> Quantity:
    return Quantity(
        str(value["amount"]),
        value["lo"],
        value["hi"],
        value["comparator"],
        value["unit"],
        value["amount_max"],
    )


def _explain_dates(
    one: Mapping[str, Any], other: Mapping[str, Any], language: str, temporal: str
) -> str | None:
    dates = [(read_date(value), value) for value in (one, other)]
    spans = [(list_date_intervals(read), value) for read, value in dates if read is not None]
    if len(spans) < 2 or not all(found for found, _ in spans):
        return None
    first, second = sorted(spans, key=lambda pair: (pair[0][-1][1], pair[0][0][0]))
    words = WORDS[language]
    said = (write_date(first[1], language), write_date(second[1], language))
    alike = {
        _PLAIN.get(len(value["edtf"])) if value["edtf"].replace("-", "").isdigit() else None
        for value in (one, other)
    }
    if len(alike) == 1 and (kind := alike.pop()) is not None and not (one["modifier"] or other["modifier"]):
        return words[kind].format(*said)
    if first[0][-1][1] <= second[0][0][0] and temporal != "deadline":
        return _explain_order(first[0], second[0], said, language)
    if temporal in {"deadline", "period"}:
        ends = [_write_number(found[-1][1] - 1, language) for found in (first[0], second[0])]
        if None not in ends and ends[0] != ends[1]:
            return words["ends_apart"].format(said[0], ends[0], said[1], ends[1])
        begins = [_write_number(found[0][0], language) for found in (first[0], second[0])]
        if None not in begins and begins[0] != begins[1]:
            return words["begins_apart"].format(said[0], begins[0], said[1], begins[1])
        return None
    meeting = any(lo < to and since < hi for lo, hi in first[0] for since, to in second[0])
    return None if meeting else words["no_day"].format(*said)


def _explain_order(one: Intervals, other: Intervals, said: tuple[str, str], language: str) -> str:
    """Say by how much the earlier ends before the later begins."""
    words = WORDS[language]
    a, b = said
    end, begin = one[-1][1] - 1, other[0][0]
    days = int(begin - end)
    apart = words["day" if days == 1 else "days"].format(write_number(str(days), language))
    is_day = [found[-1][1] - found[0][0] == 1 for found in (one, other)]
    last, first = _write_number(end, language), _write_number(begin, language)
    if all(is_day):
        return words["later"].format(b, apart, a)
    if is_day[1]:
        return words["ends_before_day"].format(a, last, b, apart)
    if is_day[0]:
        return words["day_before_begin"].format(a, b, first, apart)
    return words["ends_before"].format(a, last, b, first)


def _write_number(day: float, language: str) -> str | None:
    if day in {inf, -inf}:
        return None
    found = Day.from_number(int(day))
    written = str(found)
    return write_day(written, language) if date.min.year <= found.year <= date.max.year else written


def _explain_figures(
    one: Mapping[str, Any],
    other: Mapping[str, Any],
    language: str,
    tolerance: tuple[float | None, float | None],
) -> str | None:
    bounds = [(read_bounds(value), value) for value in (one, other)]
    known = [(found, value) for found, value in bounds if found is not None]
    if len({found[0] for found, _ in known}) != 1 or len(known) < 2:
        return None
    (low, small), (high, large) = sorted(known, key=lambda pair: (pair[0][1], pair[0][2]))
    if low[2] > high[1]:
        return None
    words = WORDS[language]
    relation = _compare_figures(_get_end(small, "amount_max"), _get_end(large, "amount"), low[0])
    if relation is None or small["comparator"] in {"<", "<="} or large["comparator"] in {">", ">="}:
        sentence = words["apart"].format(write_figure(small, language), write_figure(large, language))
    else:
        key, figure = relation
        sentence = words[key].format(
            _write_end(large, "lower_end", language),
            write_number(figure, language),
            _write_end(small, "upper_end", language),
        )
    return sentence + _write_tolerance(tolerance, small["unit"], language)


def _get_end(value: Mapping[str, Any], end: str) -> Fraction:
    """Return the figure as written, of a range the end named, in the base unit."""
    from claims.values.unit import convert_amount

    return convert_amount(str(value[end] or value["amount"]), value["unit"])


def _write_end(value: Mapping[str, Any], end: str, language: str) -> str:
    written = write_figure(value, language)
    return WORDS[language][end].format(written) if value["amount_max"] else written


def _compare_figures(small: Fraction, large: Fraction, dimension: str) -> tuple[str, str] | None:
    """Return how much more the larger is, as the key of the sentence and its figure."""
    if large <= small:
        return None
    if dimension == "percent":
        points = _round(large - small)
        return "more_point" if points == "1" else "more_points", points
    if small <= 0:
        return None
    ratio = large / small
    if ratio < _MANY_TIMES:
        return "more_percent", _round((ratio - 1) * 100)
    return "times" if ratio.denominator == 1 else "times_about", str(round(ratio))


def _round(figure: Fraction) -> str:
    """Return two digits that count, or all before the point."""
    return (
        str(round(figure)) if figure >= 10 else f"{float(f'{float(figure):.2g}'):.6f}".rstrip("0").rstrip(".")
    )


def _write_tolerance(tolerance: tuple[float | None, float | None], unit: str | None, language: str) -> str:
    words, (relative, absolute) = WORDS[language], tolerance
    if relative:
        share = words["share"].format(write_number(f"{relative * 100:g}", language))
        return words["tolerated"].format(share)
    if absolute and unit == "%":
        return words["tolerated"].format(
            words["share_points"].format(write_number(f"{absolute:g}", language))
        )
    if absolute:
        return words["tolerated"].format(write_figure({"amount": f"{absolute:g}", "unit": unit}, language))
    return "."
