"""Which unit a text names, and what a quantity comes to in the base unit of its dimension."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from claims.settings import get_folder
from claims.values.value import Quantity
from claims.vocabulary import Unit, load_units

_TOKEN = re.compile(r"[^\W\d_]+\.?|[²³2](?!\d)|\^[23](?!\d)|[^\w\s]")
_GAPS = frozenset(" \u00a0\u202f")
_MAX_TOKENS = 7
_MAX_REACH = 48
_INFLECTIONS = ("", "e", "en", "er", "es", "em")


@dataclass(frozen=True, slots=True)
class UnitForms:
    """The written forms of units: exactly, and without regard to case where that is unambiguous."""

    exact: Mapping[str, str]
    folded: Mapping[str, str]
    beginnings: Mapping[str, bool]
    """What forms begin with, cut between words and signs, without regard to case; whether a longer form goes on."""
    signs: Mapping[str, str | None]
    """The signs with which forms begin, and the code of those with which no longer form begins."""

    def find(self, form: str) -> str | None:
        """Return the code of the unit that `form` writes, or None."""
        return self.exact.get(form) or self.folded.get(form.casefold())


@cache
def get_units() -> dict[str, Unit]:
    """Return the units that ship with the program, by code; read once per process."""
    return load_units(get_folder("seeds") / "units.toml")


@cache
def get_forms(language: str) -> UnitForms:
    """Return the written forms of the shipped units in `language` ("de" or "en")."""
    exact: dict[str, str] = {}
    folded: dict[str, str] = {}
    doubtful: set[str] = set()
    for unit in get_units().values():
        for form in _list_forms(unit, language):
            exact.setdefault(form, unit.code)
            if len(form) == 1 or (form.isupper() and unit.dimension.startswith("money:")):
                continue  # "m" is a metre, "M" a million; "DEM" is money, "dem" an article
            if folded.setdefault(form.casefold(), unit.code) != unit.code:
                doubtful.add(form.casefold())
    beginnings: dict[str, bool] = {}
    for form in exact:
        for token in _TOKEN.finditer(form):
            beginning = _fold(form[: token.end()])
            beginnings[beginning] = beginnings.get(beginning, False) or token.end() < len(form)
    return UnitForms(
        exact,
        {form: code for form, code in folded.items() if form not in doubtful},
        beginnings,
        {form[0]: None if beginnings[form[0]] else exact[form[0]] for form in exact if not form[0].isalpha()},
    )


def _fold(form: str) -> str:
    return form.rstrip(".").casefold()


def _list_forms(unit: Unit, language: str) -> Iterator[str]:
    for form in unit.forms.get("mul", ()):
        yield form
    for form in unit.forms.get(language, ()):
        yield form
        if language == "de" and form.endswith("ig"):
            yield from (form + ending for ending in _INFLECTIONS[1:])
        if language == "en" and len(form) > 2 and form[-1].isalpha() and not form.endswith("s"):
            yield form + "s"


def match_unit(text: str, start: int, language: str) -> tuple[int, str] | None:
    """Return the end and the code of the longest unit written at `text[start:]`, or None.

    The unit ends at a word boundary: "m" is none in "mehr".
    """
    forms = get_forms(language)
    sign = forms.signs.get(text[start : start + 1])
    if sign is not None:
        return start + 1, sign
    best: tuple[int, str] | None = None
    form, position = "", start
    for _ in range(_MAX_TOKENS):
        gap = text[position : position + 1] in _GAPS
        token = _TOKEN.match(text, position + gap, start + _MAX_REACH)
        if token is None:
            break
        form += (" " if form and gap else "") + token.group()
        goes_on = forms.beginnings.get(_fold(form))
        if goes_on is None:
            break
        position = token.end()
        for end, candidate in ((position, form), (position - 1, form[:-1] if form.endswith(".") else "")):
            code = forms.find(candidate) if candidate else None
            if code is not None and not _runs_on(text, end):
                best = (end, code)
                break
        if not goes_on:
            break
    return best


def _runs_on(text: str, end: int) -> bool:
    """Tell whether a word goes on at `end`, so that what stands before is only a part of it."""
    return text[end - 1].isalnum() and end < len(text) and (text[end].isalnum() or text[end] == "_")


@cache
def get_factor(code: str) -> Fraction:
    """Return what one of a unit that ships with the program is in the base unit of its dimension."""
    return Fraction(get_units()[code].factor)


def get_base_bounds(quantity: Quantity) -> tuple[str, float | None, float | None]:
    """Return the dimension of `quantity` and its bounds [lo, hi) in the dimension's base unit.

    A share written as a fraction without a unit ("jeder fünfte", "a third") is of dimension
    percent, since it says what a percentage says. Other bare figures are of dimension "number".
    A unit that the vocabulary lacks is a dimension of its own, comparable only with itself.
    """
    if quantity.unit is None:
        if "/" in quantity.amount:
            return "percent", _convert(quantity.lo, 100, 0), _convert(quantity.hi, 100, 0)
        return "number", quantity.lo, quantity.hi
    unit = get_units().get(quantity.unit)
    if unit is None:
        return f"unit:{quantity.unit}", quantity.lo, quantity.hi
    factor, offset = Fraction(unit.factor), Fraction(unit.offset)
    return unit.dimension, _convert(quantity.lo, factor, offset), _convert(quantity.hi, factor, offset)


def convert_amount(amount: str, code: str | None) -> Fraction:
    """Return an amount (decimal text or a fraction) in the base unit of its dimension, exactly."""
    unit = None if code is None else get_units().get(code)
    if code is None and "/" in amount:
        return Fraction(amount) * 100
    return (
        Fraction(amount) if unit is None else Fraction(amount) * Fraction(unit.factor) + Fraction(unit.offset)
    )


def _convert(bound: float | None, factor: Fraction | int, offset: Fraction | int) -> float | None:
    return None if bound is None else float(Fraction(bound) * factor + offset)
