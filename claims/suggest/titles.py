"""Reading a title together with the text below it, so that it knows the names that only the text explains.

"Brantex übernimmt Feldmann" says nothing of who Feldmann is; "der Konkurrent Feldmann Antriebe" in the text does.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.suggest.suggestion import Suggestion

_BETWEEN = "\n\n"


def join_title(text: str, title: str) -> str:
    """Return the text with its title as a line of its own behind it: what comes later is read with what came before."""
    return text.rstrip("\n") + _BETWEEN + title


def split_found(text: str, found: Sequence[Suggestion]) -> dict[str, list[Suggestion]]:
    """Return what was found in a joined text by field, title first, each with offsets in its own field."""
    start = len(text.rstrip("\n")) + len(_BETWEEN)
    return {
        "title": [_move(one, -start) for one in found if one.start >= start],
        "text": [one for one in found if one.start < start],
    }


def _move(one: Suggestion, by: int) -> Suggestion:
    """Return a suggestion with its offsets moved; a subject that stands in the text has none in the title."""
    subject = one.subject_start is not None and one.subject_start + by >= 0
    return replace(
        one,
        start=one.start + by,
        end=one.end + by,
        value_start=None if one.value_start is None else one.value_start + by,
        value_end=None if one.value_end is None else one.value_end + by,
        subject_start=one.subject_start + by if subject and one.subject_start is not None else None,
        subject_end=one.subject_end + by if subject and one.subject_end is not None else None,
    )
