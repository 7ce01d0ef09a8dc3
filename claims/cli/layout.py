"""Laying text out in columns of a terminal, where 中 is two wide and a combining mark none."""

import shutil

from claims.safe import safe

WIDEST = 110
"""Lines beyond this are hard to read, however wide the terminal."""


def get_width() -> int:
    """Return the number of columns to write in: the terminal's, at least 40 and at most `WIDEST`."""
    return max(40, min(WIDEST, shutil.get_terminal_size().columns))


def wrap(text: str, width: int, *, first: str = "", rest: str | None = None) -> str:
    """Return text in lines of at most `width` columns, harmless on any terminal.

    The first line begins with `first`, the others with `rest` (as many blanks where it is None).
    White space is one blank; a word wider than a line is broken.
    """
    from rich.cells import cell_len

    rest = " " * cell_len(first) if rest is None else rest
    lines: list[str] = []
    line, used = "", 0
    room = width - cell_len(first)
    for word in safe(" ".join(text.split())).split(" "):
        for part, size in _break(word, max(8, width - cell_len(rest))):
            if line and used + 1 + size > room:
                lines.append(line)
                line, used, room = "", 0, width - cell_len(rest)
            line, used = (f"{line} {part}", used + 1 + size) if line else (part, size)
    lines.append(line)
    return "\n".join((first if not number else rest) + one for number, one in enumerate(lines))


def _break(word: str, room: int) -> list[tuple[str, int]]:
    from rich.cells import cell_len, chop_cells

    size = cell_len(word)
    if size <= room:
        return [(word, size)]
    return [(part, cell_len(part)) for part in chop_cells(word, room)]


def shorten(text: str, limit: int = 160) -> str:
    """Return text in one line of at most `limit` characters."""
    words = " ".join(text.split())
    return words if len(words) <= limit else words[: limit - 1] + "…"
