"""Drawing answers as bars above one line, so that one sees which lie apart: dates or figures."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isinf, log10

_LEAST_BARS = 20
_WIDEST_LABEL = 34
_MANY_TIMES = 100
"""From here on small figures would vanish beside large ones: the line is logarithmic."""

_SIGNS = {
    True: {"dot": "●", "bar": "━", "left": "├", "right": "┤", "open_left": "◀", "open_right": "▶", "line": "─", "first": "└", "last": "┘"},
    False: {"dot": "*", "bar": "=", "left": "|", "right": "|", "open_left": "<", "open_right": ">", "line": "-", "first": "+", "last": "+"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """An answer: the letter of its side, its bounds (`hi` exclusive, infinite where open), its words."""

    side: str
    lo: float
    hi: float
    label: str


def draws_unicode() -> bool:
    """Tell whether lines can be drawn: not on a terminal whose locale knows no Unicode."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    return not sys.stdout.isatty() or os.name == "nt" or "utf" in locale.lower()


def is_logarithmic(bars: Sequence[Bar]) -> bool:
    """Tell whether the figures are of such different size that a plain line shows nothing."""
    ends = [end for bar in bars for end in (bar.lo, bar.hi) if not isinf(end)]
    return bool(ends) and min(ends) > 0 and max(ends) / min(ends) >= _MANY_TIMES


def draw(bars: Sequence[Bar], ends: tuple[str, str], width: int, *, unicode: bool) -> list[str]:
    """Return the lines of a drawing of at most `width` columns: a bar each, the line, its two ends.

    What is open has an arrow. `ends` are written under the ends of the line; labels are plain text.
    """
    from rich.cells import cell_len, set_cell_size

    signs = _SIGNS[unicode]
    known = [end for bar in bars for end in (bar.lo, bar.hi) if not isinf(end)]
    if not known:
        return []
    labels = max(cell_len(bar.label) for bar in bars)
    sides = max(cell_len(bar.side) for bar in bars) + 2
    label_width = min(labels, _WIDEST_LABEL, width - sides - 3 - _LEAST_BARS)
    room = width - sides - label_width - 3
    scale = log10 if is_logarithmic(bars) else float
    low, high = scale(min(known)), scale(max(known))

    def place(end: float) -> float:
        if isinf(end):
            return 0 if end < 0 else room
        return room * (scale(end) - low) / (high - low) if high > low else room / 2

    lines = []
    for bar in bars:
        drawn = _draw_bar(place(bar.lo), place(bar.hi), room, signs, open_at=(bar.lo == -inf, bar.hi == inf))
        label = set_cell_size(bar.label, label_width).rstrip()
        if cell_len(bar.label) > label_width:
            label = set_cell_size(bar.label, label_width - 1).rstrip() + ("…" if unicode else "~")
        lines.append(f"{set_cell_size(bar.side, sides)} {drawn}  {label}".rstrip())
    first, last = ends
    left, right = signs["first"], signs["last"]
    gap = room - cell_len(first) - cell_len(last)
    lines.append(" " * (sides + 1) + left + signs["line"] * (room - 2) + right)
    lines.append(
        " " * (sides + 1) + (f"{first}{' ' * gap}{last}" if gap > 0 else f"{first} {signs['line']} {last}")
    )
    return lines


def _draw_bar(
    begin: float, end: float, room: int, signs: dict[str, str], *, open_at: tuple[bool, bool]
) -> str:
    first = min(int(begin), room - 1)
    last = max(first, min(round(end), room) - 1)
    if first == last and not any(open_at):
        return (" " * first + signs["dot"]).ljust(room)
    left = signs["open_left"] if open_at[0] else signs["left"]
    right = signs["open_right"] if open_at[1] else signs["right"]
    inner = last - first - 1
    drawn = left + signs["bar"] * inner + right if inner >= 0 else (left if open_at[0] else right)
    return (" " * first + drawn).ljust(room)
