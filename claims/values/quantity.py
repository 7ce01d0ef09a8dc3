"""What interval a written figure stands for: its digits, its "rund", its "mehr als", its range.

A figure is exact to half of its last significant place (DESIGN.md, Quantity). "rund" widens that tenfold,
but never beyond a quarter of the figure: "rund 5 Prozent" is no statement about zero.
"""

from fractions import Fraction
from typing import Literal

from claims.values.value import Comparator, Quantity

Hedge = Literal["=", "~", "<", "<=", ">", ">=", "just below", "just above", "exactly"]
"""How a figure is qualified; "just below" is "knapp, fast, nearly", "just above" is "gut"."""

_COMPARATORS: dict[Hedge, Comparator] = {
    "=": "=",
    "~": "~",
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
    "just below": "<",
    "just above": ">",
    "exactly": "=",
}
_WIDENING = 10
_WIDEST = Fraction(1, 4)
_COUNT_UNITS = (None, "rank")


def make_quantity(
    amount: Fraction,
    place: Fraction = Fraction(1),
    *,
    hedge: Hedge = "=",
    unit: str | None = None,
    text: str = "",
) -> Quantity:
    """Return the quantity of one figure.

    Args:
        amount: The exact figure, scale included (5 600 000 for "5,6 Millionen").
        place: The value of its last written place (100 000 for "5,6 Millionen", 1 for "64").
        hedge: How the text qualifies it.
        unit: A unit code; None for a bare number or a count.
        text: What stands in the text.
    """
    if hedge == "=":
        low, high = _spread_plain(amount, place, unit)
        return Quantity(write_amount(amount), low, high, "=", unit, None, text)
    lo, hi = _bound(amount, place, hedge, unit)
    return Quantity(write_amount(amount), _float(lo), _float(hi), _COMPARATORS[hedge], unit, None, text)


def _spread_plain(amount: Fraction, place: Fraction, unit: str | None) -> tuple[float, float]:
    """Return the bounds of a figure that nothing qualifies: what `_spread` says, in whole numbers throughout.

    Most figures of a text are such; the division of whole numbers rounds as that of a fraction does.
    """
    above, below = amount.numerator, amount.denominator
    wide, fine = place.numerator, place.denominator
    if wide == fine == below == 1:
        wide = _find_last_place(abs(above), 1000) if abs(above) >= 1000 and not above % 1000 else 1
        if wide == 1 and unit in _COUNT_UNITS:
            return float(above), float(above + 1)
    middle, half, whole = 2 * fine * above, wide * below, 2 * fine * below
    return (middle - half) / whole, (middle + half) / whole


def make_range(
    low: tuple[Fraction, Fraction],
    high: tuple[Fraction, Fraction],
    *,
    hedge: Hedge = "=",
    unit: str | None = None,
    text: str = "",
) -> Quantity:
    """Return the quantity of "20 bis 30", each end given as (amount, place).

    It reaches from the lower bound of the first figure to the upper bound of the second.
    """
    side: Hedge = "~" if hedge == "~" else "="
    lo, _ = _bound(*low, side, unit)
    _, hi = _bound(*high, side, unit)
    return Quantity(
        write_amount(low[0]),
        _float(lo),
        _float(hi),
        "~" if side == "~" else "=",
        unit,
        write_amount(high[0]),
        text,
    )


def make_fraction(
    numerator: int, denominator: int, *, hedge: Hedge = "=", unit: str | None = None, text: str = ""
) -> Quantity:
    """Return the quantity of a fraction: "one in eight" lies between 1/8.5 and 1/7.5.

    Raises:
        ValueError: The denominator is not positive.
    """
    if denominator < 1:
        raise ValueError(f"a fraction needs a positive denominator, not {denominator}")
    value = numerator / denominator
    step = 2 if hedge == "~" and denominator > 2 else 1
    lo: float | None = 2 * numerator / (2 * denominator + step)
    hi: float | None = 2 * numerator / (2 * denominator - step)
    if hedge in {">", "just above"}:
        lo = value
    if hedge in {"<", "just below"}:
        hi = value
    if hedge in {">", ">="}:
        hi = None
    if hedge in {"<", "<="}:
        lo = None
    amount = f"{numerator}/{denominator}"
    return Quantity(amount, lo, hi, _COMPARATORS[hedge], unit, None, text)


def get_value(quantity: Quantity) -> Fraction:
    """Return the exact amount of `quantity`, of a range the lower."""
    return Fraction(quantity.amount)


def write_amount(value: Fraction) -> str:
    """Return `value` as decimal text where it has one ("5600000", "-3.5"), else as a fraction ("1/3")."""
    if value.denominator == 1:
        return str(value.numerator)
    twos = fives = 0
    rest = value.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits


def _bound(
    amount: Fraction, place: Fraction, hedge: Hedge, unit: str | None
) -> tuple[Fraction | None, Fraction | None]:
    """Return the bounds of one figure in its own unit."""
    counted = unit in _COUNT_UNITS and place == 1 and amount.denominator == 1
    if hedge == "exactly":
        lo, hi = (amount, amount + 1) if counted else (amount - place / 2, amount + place / 2)
        return lo, hi
    if hedge in {"~", "just below", "just above"}:
        width = _widen(amount, place)
        return (
            amount if hedge == "just above" else amount - width,
            amount if hedge == "just below" else amount + width,
        )
    lo, hi = _spread(amount, place, counted=counted)
    if hedge == ">":
        return (amount + 1 if counted else amount), None
    below = Fraction(1) if unit == "rank" else None
    if hedge == "<":
        return below, amount
    return (below if hedge == "<=" else lo), (None if hedge == ">=" else hi)


def _spread(amount: Fraction, place: Fraction, *, counted: bool) -> tuple[Fraction, Fraction]:
    """Return what a figure stands for without any qualification."""
    significant = _round_place(amount, place, most=1000)
    if counted and significant == 1:
        return amount, amount + 1
    return amount - significant / 2, amount + significant / 2


def _widen(amount: Fraction, place: Fraction) -> Fraction:
    """Return the half-width of "rund": ten times the figure's own, at most a quarter of the figure."""
    own = _round_place(amount, place, most=None) / 2
    return max(own, min(own * _WIDENING, abs(amount) * _WIDEST))


def _round_place(amount: Fraction, place: Fraction, most: int | None) -> Fraction:
    """Return the last significant place of a figure written out with zeros ("400.000", "2000").

    Whole thousands are rounded as long as two digits remain: 2000 is exact to a hundred, 400 000 to a
    thousand (`most`), 1150 to one. "rund" takes every zero for rounding: "rund 400 000" is exact to ten thousand, "rund 200" to ten.
    """
    whole = place == 1 and amount.denominator == 1 and (abs(amount) >= 1000 or _is_even_hundred(amount, most))
    if not whole or (most is not None and amount % most):
        return place
    return Fraction(_find_last_place(abs(amount.numerator), most))


def _is_even_hundred(amount: Fraction, most: int | None) -> bool:
    """Tell whether "rund 200" is said of hundreds, and so of 212 as well."""
    return most is None and amount != 0 and amount % 100 == 0


def _find_last_place(figure: int, most: int | None) -> int:
    """Return the place of the last figure before the zeros, at most `most`, that leaves two figures."""
    significant = 1
    while figure % (significant * 10) == 0 and figure // (significant * 10) >= 10:
        if most is not None and significant * 10 > most:
            break
        significant *= 10
    return significant


def _float(bound: Fraction | None) -> float | None:
    return None if bound is None else float(bound)
