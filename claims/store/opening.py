"""How a name begins, so that the names in a text are found without reading those of the whole ledger."""

import re

_WORD = re.compile(r"[^\W_]+")
_LENGTH = 2


def make_opening(name: str) -> str:
    """Return the first two words of a name, case folded; marks do not count: GPT-4o opens as "gpt 4o"."""
    return " ".join(_WORD.findall(name.casefold())[:_LENGTH])


def list_words(text: str) -> list[str]:
    """Return the words of a text as openings are made of them."""
    return _WORD.findall(text.casefold())
