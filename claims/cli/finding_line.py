"""The values of a finding as a time line or a number line."""

from collections.abc import Iterable, Mapping
from typing import Any

from claims.cli.axis import Bar, draw, draws_unicode, is_logarithmic
from claims.cli.finding_side import name_side, write_claim
from claims.cli.finding_words import WORDS
from claims.values.clash import read_bounds
from claims.values.day import Day
from claims.values.say_date import write_day
from claims.values.say_figure import write_figure

_MOST_BARS = 12


def draw_line(members: Iterable[Mapping[str, Any]], language: str, width: int) -> list[str]:
    """Return a time line or number line of the values that lie on one, none where fewer than two do."""
    told: dict[str, tuple[Mapping[str, Any], tuple[str, float, float]]] = {}
    for member in members:
        bounds = None if member["value"] is None else read_bounds(member["value"])
        if bounds is not None and member["claim"] not in told:
            told[member["claim"]] = (member, bounds)
    kinds = {bounds[0] for _, bounds in told.values()}
    if len(told) < 2 or len(kinds) != 1:
        return []
    shown = sorted(
        told.values(), key=lambda one: (one[0]["alternative"] is None, one[0]["alternative"] or 0, one[1])
    )
    bars = [
        Bar(
            "?" if member["alternative"] is None else name_side(member["alternative"]),
            lo,
            hi,
            " ".join(write_claim(member, language).split()),
        )
        for member, (_, lo, hi) in shown[:_MOST_BARS]
    ]
    known = [
        (end, member["value"])
        for member, bounds in shown[:_MOST_BARS]
        for end in bounds[1:]
        if abs(end) < 1e300
    ]
    if not known:
        return []
    ends = (
        _write_end(*min(known, key=_first), last=False, language=language),
        _write_end(*max(known, key=_first), last=True, language=language),
    )
    drawn = draw(bars, ends, width - 2, unicode=draws_unicode())
    if is_logarithmic(bars) and kinds != {"date"}:
        drawn[-1] += f"  {WORDS[language]['logarithmic']}"
    return [f"  {line}" for line in drawn]


def _first(pair: tuple[float, Any]) -> float:
    return pair[0]


def _write_end(end: float, value: Mapping[str, Any], *, last: bool, language: str) -> str:
    if value["type"] == "date":
        return write_day(str(Day.from_number(int(end) - last)), language)
    amount = value["amount_max"] if last and value["amount_max"] else value["amount"]
    return " ".join(write_figure({"amount": amount, "unit": value["unit"]}, language).split())
