"""Telling a version ("2.5", "7B", "4.0 Turbo") from a figure after a product's name."""

import re
from collections.abc import Sequence

from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token

_VERSION = re.compile(r"(?:[0-9]{1,3}[A-Za-z]{0,2}|[A-Z]{1,2}[0-9]{1,3}|v[0-9]{1,3})$")
_COUNTED = frozenset(
    [
        "millionen",
        "milliarden",
        "million",
        "milliarde",
        "billionen",
        "tausend",
        "hundert",
        "mio",
        "mrd",
        "prozent",
        "euro",
        "dollar",
        "uhr",
        "jahre",
        "jahren",
        "monate",
        "monaten",
        "tage",
        "tagen",
        "wochen",
        "stunden",
        "minuten",
        "mal",
        "punkte",
        "punkten",
        "parameter",
        "parametern",
        "nutzer",
        "kilometer",
        "meter",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "percent",
        "years",
        "months",
        "days",
        "weeks",
        "hours",
        "minutes",
        "times",
        "points",
        "parameters",
        "users",
        "people",
        "employees",
        "%",
        "€",
        "$",
        "£",
        "km",
        "m",
        "kg",
    ]
)


def read_version(tokens: Sequence[Token], last: int, language: Language) -> int:
    """Return the token number behind the version that follows a name ending before `last`, else `last`."""
    place = last
    if (
        place + 1 < len(tokens)
        and tokens[place].text in {"-", "‑"}
        and _touch(tokens, place)
        and _touch(tokens, place + 1)
    ):
        place += 1
    elif not (place < len(tokens) and tokens[place].start - tokens[place - 1].end <= 1):
        return last
    elif tokens[place].text[0].isupper() and not any(char.isdigit() for char in tokens[place].text):
        return _read_edition_words(tokens, last, language)
    if not _VERSION.match(tokens[place].text):
        return last
    place += 1
    while (
        place + 1 < len(tokens)
        and tokens[place].text == "."
        and _touch(tokens, place)
        and _touch(tokens, place + 1)
        and tokens[place + 1].text[0].isdigit()
    ):
        if len(tokens[place + 1].text) == 3:
            return last  # "Angaben 4.300": a thousand has a point too
        place += 2
    if place < len(tokens) and (tokens[place].text.lower() in _COUNTED or _is_decimal_comma(tokens, place)):
        return last
    return _read_edition_words(tokens, place, language)


def _read_edition_words(tokens: Sequence[Token], place: int, language: Language) -> int:
    """Step over what names an edition ("Turbo", "-Max") behind a name or its number."""
    while place < len(tokens):
        hyphen = tokens[place].text in {"-", "‑"} and _touch(tokens, place)
        word = place + 1 if hyphen else place
        if word >= len(tokens) or (hyphen and not _touch(tokens, word)):
            break
        text = tokens[word].text
        if text.lower() not in language.version_words or not (text[0].isupper() or hyphen):
            break
        place = word + 1
    return place


def _is_decimal_comma(tokens: Sequence[Token], place: int) -> bool:
    return (
        place + 1 < len(tokens)
        and tokens[place].text == ","
        and _touch(tokens, place)
        and _touch(tokens, place + 1)
        and tokens[place + 1].text.isdigit()
    )


def _touch(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].start == tokens[place - 1].end
