"""The two shapes in which the generated pages show data: lists and tables."""

from collections import Counter
from collections.abc import Iterable


def make_list(lines: Iterable[str]) -> str:
    """Return the lines as a list."""
    return "\n".join(f"- {line}" for line in lines)


def make_count(head: tuple[str, str], words: Iterable[str]) -> str:
    """Return a table that says how often each word occurs."""
    return make_table(head, ((word, str(count)) for word, count in sorted(Counter(words).items())))


def make_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return rows as a table under the words of `head`."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
