"""Finding the dates and quantities that a text gives, with the characters that give them.

Dates come first: "2024" in "Mai 2024" is no number, and "vor drei Jahren" is a date while "drei
Jahre" is a duration. What needs compiled patterns is imported when it is first used.
"""

from bisect import bisect
from collections.abc import Sequence
from datetime import date

from claims.values.day import Day
from claims.values.value import Found


def find(text: str, language: str, reference: date | str | Day | None = None) -> list[Found]:
    """Find every date and quantity in `text`, in text order and never overlapping.

    `language` is "de" or "en". `reference` is the day of publication, from which "gestern" is
    counted: a date, a datetime, an ISO string or a Day; without it such words stay unresolved.

    Raises:
        ValueError: `language` is not "de" or "en", or `reference` is no ISO date.
    """
    from claims.values.find_date import find_dates
    from claims.values.find_quantity import find_quantities
    from claims.values.find_quantity_idiom import list_titles

    titles = list_titles(text, language)
    dates = [found for found in find_dates(text, language, reference) if not _lies_within(found, titles)]
    taken = tuple((found.start, found.end) for found in dates)
    return sorted([*dates, *find_quantities(text, language, taken)], key=lambda found: found.start)


def _lies_within(found: Found, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a value lies within one of `spans`, which are in order and apart."""
    place = bisect(spans, found.start, key=lambda span: span[0]) - 1
    return place >= 0 and found.end <= spans[place][1]
