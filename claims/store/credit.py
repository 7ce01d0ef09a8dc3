"""Where a text says, or shows, that it comes from: the agency that it credits, the text that it copies."""

import re

_AGENCIES = "dpa-AFX|dpa|AFP|Reuters|AP|Xinhua|epd|KNA|SID|APA|Associated Press"
_CREDIT = re.compile(
    rf"\((?:[^()\n]{{0,40}}[/ ,])?({_AGENCIES})(?:[/ ,][^()\n]{{0,40}})?\)"
    rf"|(?:^|\s)/({_AGENCIES})\b"
    rf"|\b(?:Material|Agenturmaterial|Informationen|reporting|material) (?:von|der|by|from) (?:the )?({_AGENCIES})\b"
)


def find_credit(text: str) -> str | None:
    """Return the agency that a text credits: "(dpa)", "/dpa-AFX", "Mit Material von Reuters"; None if none."""
    match = _CREDIT.search(text)
    return next(filter(None, match.groups())) if match else None


_RUN = 5
"""Words in a row that two texts share by copying rather than by chance."""

_FEWEST_RUNS = 12
_COPIED = 0.6
"""The part of the shorter text that a copy has of it."""


def list_runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return all runs of a few words in a text."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1))


def is_copied(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether of two texts, given by their runs, one has most of the other; not of texts of a line or two."""
    shorter = min(len(one), len(other))
    return shorter >= _FEWEST_RUNS and len(one & other) >= _COPIED * shorter
