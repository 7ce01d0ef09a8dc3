"""What generated claims answer: the right answer of a question, and a statement that agrees with it."""

import json
import random
from datetime import date, timedelta
from typing import Any

ANSWERS = 200
"""Entities that are answers; the others are what questions are about."""

_EPOCH = date(1970, 1, 1)


def _answer_date(rng: random.Random, _: int) -> tuple[date, date]:
    day = date(rng.randrange(1990, 2020), rng.randrange(1, 13), rng.randrange(1, 29))
    return day, day.replace(year=day.year + 3)


def _answer_quantity(rng: random.Random, _: int) -> tuple[int, int]:
    figure = rng.randrange(1_000, 10_000_000)
    return figure, figure * 5 // 2


def _answer_entity(rng: random.Random, first: int) -> tuple[int, int]:
    right, wrong = rng.sample(range(first, first + ANSWERS), 2)
    return right, wrong


def _make_date(rng: random.Random, day: date) -> tuple[Any, ...]:
    """Return the columns of `_VALUE`: the day in one of two cases, else its month or its year."""
    precision = rng.random()
    if precision < 0.5:
        edtf, start, end = day.isoformat(), day, day + timedelta(days=1)
    elif precision < 0.8:
        start = day.replace(day=1)
        edtf, end = f"{day:%Y-%m}", (start + timedelta(days=31)).replace(day=1)
    else:
        start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
        edtf = f"{day.year}"
    last = (end - timedelta(days=1)).isoformat()
    days = (start.isoformat(), last, (start - _EPOCH).days, (end - _EPOCH).days)
    return ("date", f"date:{edtf}|", edtf, edtf, *days, None, None, None, None, None, None)


def _make_quantity(rng: random.Random, figure: int) -> tuple[Any, ...]:
    """Return the columns of `_VALUE`: the figure, or a range around it."""
    low = high = figure
    if rng.random() < 0.6:
        low, high = figure - rng.randrange(1, figure // 8), figure + rng.randrange(1, figure // 8)
    amount, amount_max = str(low), str(high) if high > low else None
    text = amount if amount_max is None else f"{low} to {high}"
    key = json.dumps(["=", amount, amount_max, None, float(low), float(high + 1)])
    bounds = (amount, amount_max, float(low), float(high + 1), "=")
    return ("quantity", f"quantity:{key}", text, None, None, None, None, None, *bounds, None)


def _make_entity(_: random.Random, entity: int) -> tuple[Any, ...]:
    return ("entity", f"entity:{entity}", f"Entity {entity}", *(None,) * 10, entity)


MAKERS: dict[str, Any] = {"date": _make_date, "quantity": _make_quantity, "entity": _make_entity}
ANSWERERS: dict[str, Any] = {"date": _answer_date, "quantity": _answer_quantity, "entity": _answer_entity}
