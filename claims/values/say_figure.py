"""Figures as a reader writes them: thousands apart, millions in words, with unit and qualification."""

import re
from collections.abc import Mapping
from decimal import Decimal

_GLUE = "\u00a0"
_DECIMAL = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?")

_QUALIFIED = {
    "en": {
        "=": "{}", "~": "about {}", "<": "less than {}", "<=": "at most {}",
        ">": "more than {}", ">=": "at least {}",
    },
    "de": {
        "=": "{}", "~": "rund {}", "<": "weniger als {}", "<=": "höchstens {}",
        ">": "mehr als {}", ">=": "mindestens {}",
    },
}  # fmt: skip
_SCALES = (
    (10**12, {"en": ("trillion", "trillion"), "de": ("Billion", "Billionen")}),
    (10**9, {"en": ("billion", "billion"), "de": ("Milliarde", "Milliarden")}),
    (10**6, {"en": ("million", "million"), "de": ("Million", "Millionen")}),
)
_UNITS = {
    "en": {
        "pp": ("percentage point", "percentage points"), "bp": ("basis point", "basis points"),
        "s": ("second", "seconds"), "min": ("minute", "minutes"), "h": ("hour", "hours"),
        "d": ("day", "days"), "week": ("week", "weeks"), "month": ("month", "months"),
        "year": ("year", "years"), "decade": ("decade", "decades"), "century": ("century", "centuries"),
        "degree": ("degree", "degrees"), "x": ("time", "times"),
    },
    "de": {
        "pp": ("Prozentpunkt", "Prozentpunkte"), "bp": ("Basispunkt", "Basispunkte"),
        "s": ("Sekunde", "Sekunden"), "min": ("Minute", "Minuten"), "h": ("Stunde", "Stunden"),
        "d": ("Tag", "Tage"), "week": ("Woche", "Wochen"), "month": ("Monat", "Monate"),
        "year": ("Jahr", "Jahre"), "decade": ("Jahrzehnt", "Jahrzehnte"),
        "century": ("Jahrhundert", "Jahrhunderte"), "degree": ("Grad", "Grad"),
    },
}  # fmt: skip
"""Units that a reader expects as a word; the others are written as their symbol or ISO code."""


def write_figure(value: Mapping[str, object], language: str) -> str:
    """Return a quantity of the JSON contract in words, such as "about 5.6 million USD"."""
    amount, most = str(value["amount"]), value.get("amount_max")
    unit = None if value.get("unit") is None else str(value["unit"])
    written = write_number(amount, language)
    if most is not None:
        written = f"{written} – {write_number(str(most), language)}"
    one = most is None and amount in {"1", "-1"}
    return _QUALIFIED[language][str(value.get("comparator") or "=")].format(
        _add_unit(written, unit, language, one=one)
    )


def write_number(amount: str, language: str) -> str:
    """Return decimal text with the language's separators, from a million on in words if that is short.

    A fraction ("1/8") stays one.
    """
    match = _DECIMAL.fullmatch(amount)
    if not match:
        return amount
    if match[3] is None:
        for scale, names in _SCALES:
            scaled = Decimal(amount) / scale
            if abs(scaled) >= 1 and scaled == round(scaled, 3):
                one, many = names[language]
                name = one if abs(scaled) == 1 else many
                return f"{_separate(f'{scaled.normalize():f}', language)}{_GLUE}{name}"
    return _separate(amount, language)


def _separate(amount: str, language: str) -> str:
    sign, whole, fraction = _DECIMAL.fullmatch(amount).groups()  # type: ignore[union-attr]  # matched before
    grouped = f"{int(whole):,}"
    if language == "de":
        grouped = grouped.replace(",", ".")
    point = "" if fraction is None else ("," if language == "de" else ".") + fraction
    return ("\u2212" if sign else "") + grouped + point


def _add_unit(written: str, unit: str | None, language: str, *, one: bool) -> str:
    if unit is None:
        return written
    if unit == "rank":
        return f"{'Rang' if language == 'de' else 'rank'}{_GLUE}{written}"
    if unit == "x" and language == "de":
        return f"{written}-fach"
    if unit == "%" and language == "en":
        return f"{written}%"
    names = _UNITS[language].get(unit)
    return f"{written}{_GLUE}{unit if names is None else names[not one]}"
