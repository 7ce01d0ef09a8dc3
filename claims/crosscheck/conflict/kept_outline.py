"""The outline of a conflict as it is kept, with its alternatives in words."""

import json
from collections.abc import Sequence
from math import inf
from typing import Any

from claims.crosscheck.conflict.describe import Side
from claims.crosscheck.conflict.outline import Outline, Told


def write_outline(outline: Outline, sides: Sequence[Side]) -> str:
    """Return an outline as JSON; an open bound is null."""
    told = [[_write(one) for one in group] for group in (outline.witnesses, outline.beside)]
    words = [[list(side.shown), side.more] for side in sides]
    return json.dumps([outline.planned, outline.dimension, outline.firm, *told, words], ensure_ascii=False)


def read_outline(body: str) -> tuple[Outline, tuple[Side, ...]]:
    """Return an outline as it was kept, and the alternatives in words."""
    planned, dimension, firm, witnesses, beside, words = json.loads(body)
    outline = Outline(planned, dimension, firm, tuple(map(_read, witnesses)), tuple(map(_read, beside)))
    return outline, tuple(Side(tuple(shown), more) for shown, more in words)


def _write(one: Told) -> list[Any]:
    bounds = (one.lo, one.hi, one.since, one.until)
    return [*(None if bound in {inf, -inf} else bound for bound in bounds), one.claim]


def _read(kept: Sequence[Any]) -> Told:
    lo, hi, since, until, claim = kept
    return Told(
        -inf if lo is None else lo,
        inf if hi is None else hi,
        -inf if since is None else since,
        inf if until is None else until,
        claim,
    )
