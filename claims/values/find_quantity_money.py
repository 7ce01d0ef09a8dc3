"""Figures and money: the currency before a figure, and the letters that scale it ("$5.6m", "150 T €")."""

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from claims.values.beside import find_form_before
from claims.values.number import Numeral
from claims.values.unit import get_units

_ROUND_MONEY = re.compile(
    r"[ \u00a0-]?(Tsd\.?|T|k|Mio\.?|M|Mrd\.?)[ \u00a0]?(?=(€|EUR|USD|US\$|\$|£|GBP|CHF)(?!\w))"
)
_ROUND = {"T": 10**3, "k": 10**3, "Tsd": 10**3, "M": 10**6, "Mio": 10**6, "Mrd": 10**9}
_LATE_SCALE = re.compile(r" (million|billion|trillion|thousand|Millionen|Milliarden|Mio\.|Mrd\.)(?!\w)")
_LATE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "Millionen": 10**6,
         "Milliarden": 10**9, "Mio.": 10**6, "Mrd.": 10**9}  # fmt: skip
_METRIC = re.compile(
    r" ?(?:$|[.,;:)!?]|(?:tall|long|wide|deep|high|away|above|below|from|of|off|race|sprint|hurdles|freestyle|in|is|x|and|to|by|"
    r"east|west|north|south)\b|[A-Z])"
)
_MONEY_SIGNS = frozenset("€£$¥")
_BEFORE_SIGNS = frozenset(". ")
"""What stands before the sign of a currency that is written with more: "U.S.$", "US $"."""
_LONGEST_MONEY = 8
_PLURAL = re.compile(r" (?:[a-z]+ )?(?:people|men|women|children|[a-z]{3,}s)\b")


class Figure(NamedTuple):
    """A numeral and the unit that the text gives it, at `text[start:end]`; `unit` None for none."""

    numeral: Numeral
    start: int
    end: int
    value: Fraction
    place: Fraction
    unit: str | None = None


@cache
def _list_money_before() -> dict[str, str]:
    """Map each way to write a currency before a figure to its code."""
    forms = [
        form
        for unit in get_units().values()
        if unit.dimension.startswith("money:") and unit.factor == "1"
        for form in unit.forms.get("mul", ())
        if not form.endswith("円")
    ]
    spaced = {f"{form[:-1]} {form[-1]}" for form in forms if len(form) > 2 and form.endswith("$")}
    small = {form.lower() for form in forms if form.endswith("$")}
    codes = _list_codes()
    coded = {form: codes.get(form.upper().replace(" ", "")) for form in {*forms, *spaced, *small}}
    return {form: code for form, code in coded.items() if code is not None}


def find_money_before(text: str, start: int) -> tuple[int, str] | None:
    """Return where a currency before a figure begins ("US$ 5", "EUR 20") and its code."""
    end = start - 1 if text[start - 1 : start] in {" ", "\u00a0", "\u202f"} else start
    if text[end - 1 : end] not in _list_money_ends():
        return None
    sign = text[end - 1] if text[end - 1] in _MONEY_SIGNS else ""
    before = text[end - 2 : end - 1]
    if sign and not (before.isalpha() or before in _BEFORE_SIGNS):
        return end - 1, _list_codes()[sign]
    found = find_form_before(text, end, _list_money_before(), _LONGEST_MONEY)
    return (end - 1, _list_codes()[sign]) if found is None and sign else found


@cache
def _list_money_ends() -> frozenset[str]:
    """Return the characters with which a currency before a figure ends."""
    return frozenset(form[-1] for form in _list_money_before())


@cache
def _list_codes() -> dict[str, str]:
    """Map each way to write a currency before a figure, in capitals, to its code."""
    codes: dict[str, str] = {}
    for unit in get_units().values():
        if unit.dimension.startswith("money:"):
            for form in unit.forms.get("mul", ()):
                codes.setdefault(form.upper(), unit.code)
    return codes


def scale_money(text: str, figure: Figure) -> Figure:
    """Read the letters that scale money: "$5.6m", "150 T €", "30 MUSD"."""
    if figure.numeral.words or figure.numeral.scaled:
        return figure
    if figure.unit is not None:
        end = figure.end
        if text[end : end + 1] == "m" and not text[end + 1 : end + 2].isalnum():
            return multiply(figure, 10**6, end + 1)
        return figure
    found = _ROUND_MONEY.match(text, figure.end)
    if found is None:
        million = text[figure.end : figure.end + 1] == "m" and counts_millions(text, figure.end + 1)
        return multiply(figure, 10**6, figure.end + 1) if million else figure
    return multiply(figure, _ROUND[found.group(1).rstrip(".")], found.end())


def multiply(figure: Figure, factor: int, end: int) -> Figure:
    """Return `figure` times `factor`, ending at `end`."""
    numeral = figure.numeral._replace(scaled=True, factor=figure.numeral.factor * factor)
    return figure._replace(numeral=numeral, end=end, value=figure.value * factor, place=figure.place * factor)


def add_late_scale(text: str, figure: Figure) -> Figure:
    """Read the scale behind the currency: "75 USD million"."""
    late = None if figure.numeral.scaled else _LATE_SCALE.match(text, figure.end)
    return figure if late is None else multiply(figure, _LATE[late.group(1)], late.end())


def counts_millions(text: str, end: int) -> bool:
    """Tell whether the English "m" that ends at `end` is a million ("5.6m people") and no metre."""
    return _PLURAL.match(text, end) is not None and not _METRIC.match(text, end)
