"""Telling a year from a count and a month from a name, by the words beside them."""

from claims.values.date_context import Scan, is_plural
from claims.values.date_name import is_titled

CURRENCIES = frozenset("€$£¥%§#")
QUIET_YEARS = range(1900, 2036)
"""Figures that are read as years without a word of time beside them."""


def is_no_year(scan: Scan, place: int) -> bool:
    """Say whether the four-digit figure at a place counts or numbers something ("2000 Euro", "S. 1998")."""
    token, text = scan.tokens[place], scan.text
    sets = scan.lexicon.sets
    before, after = scan.word(place - 1), scan.word(place + 1)
    if (
        before in CURRENCIES
        or after in CURRENCIES
        or before.rstrip(".") in sets["numbered"]
        or _is_counting(scan, place + 1)
    ):
        return True
    if before == "." and scan.word(place - 2) in sets["numbered"]:
        return True
    if text[token.end : token.end + 1] == "-" and text[token.end + 1 : token.end + 2].isalpha():
        return False  # "die 2024-Ausgabe" is of that year, whatever noun follows
    glued = token.start > 1 and text[token.start - 1] in "-/:#@_=" and not text[token.start - 2].isspace()
    if glued and scan.kind(place - 2) in {"x", "c"}:
        return True
    return _is_counted(scan, place)


def _is_counting(scan: Scan, place: int) -> bool:
    """Say whether a unit or a noun that is often counted stands at a place."""
    word, counted = scan.word(place), scan.lexicon.sets["counted"]
    if scan.kind(place) in {"u", "w", "i", "U"}:
        return is_plural(scan.tokens[place])
    return word in counted or word.removesuffix("n") in counted


def _is_counted(scan: Scan, place: int) -> bool:
    """Say whether a noun that can be counted follows ("2000 Stellen", "1709 schoolchildren")."""
    if scan.kind(place + 1) != "x" or place + 1 >= len(scan.tokens):
        return False
    token, follower, text = scan.tokens[place], scan.tokens[place + 1], scan.text
    year = token.payload if isinstance(token.payload, int) else 0
    cued = scan.word(place - 1) in scan.lexicon.sets["cues"] or scan.kind(place - 1) == "u"
    if scan.lexicon.language == "de":
        noun = text[follower.start].isupper()
        rounded = year % 100 == 0 or year not in QUIET_YEARS
        if noun and rounded:
            return scan.word(place - 1) not in {"im", "jahr", "jahre", "seit"}
        return scan.word(place - 1) in scan.lexicon.sets["about"] and noun
    plural = follower.word.endswith("s") and follower.word not in SINGULARS and follower.word[0].isalpha()
    plural = plural and text[follower.start].islower()
    if year % 100 == 0:
        noun = text[follower.start].islower() and follower.word not in scan.lexicon.sets["function"]
        return noun and scan.word(place - 1) not in {"in", "since", "year"}
    surely_counted = not cued or year not in QUIET_YEARS
    return plural and surely_counted and scan.word(place - 1) not in {"in", "the", "since"}


SINGULARS = frozenset(
    {"is", "was", "has", "as", "its", "this", "us", "plus", "versus", "does", "his", "thus", "always"}
)
"""Words in -s that are no plural."""


def is_year(scan: Scan, place: int) -> bool:
    """Say whether a four-digit figure that stands alone is a year."""
    token = scan.tokens[place]
    year = token.payload[0] if isinstance(token.payload, tuple) else None
    before, after = scan.kind(place - 1), scan.kind(place + 1)
    inside = scan.word(place - 1) in {"in", "im"}
    if after in {"&", "t", "b", "-"} and scan.kind(place + 2) in {"y", "c"} and not inside:
        return False
    if before in {"&", "t", "b"} and scan.kind(place - 2) in {"c", "d"}:
        return False
    if is_titled(scan, place) or _counts_noun(scan, place):
        return False
    cued = scan.word(place - 1) in scan.lexicon.sets["cues"] or token.word.startswith(("jahr", "year"))
    cued = cued or _dates_a_participle(scan, place)
    if scan.word(place - 1) in scan.lexicon.sets["about"] and not cued:
        return False
    if isinstance(year, int) and year in QUIET_YEARS:
        return year % 100 != 0 or cued or before in {"(", "|", ",", "@"} or after in {")", "|", ".", ","}
    if scan.word(place - 1) == "in" and before == "I" and scan.kind(place - 2) in {"d", "n", "c"}:
        return False
    return cued and after not in {"n", "c", "d"} and _ends_phrase(scan, place)


def _counts_noun(scan: Scan, place: int) -> bool:
    """Say whether a German figure at the head of its clause counts the noun behind it: "1945 Stimmen"."""
    if scan.lexicon.language != "de" or scan.kind(place - 1) not in {"|", "."} or scan.kind(place + 1) != "x":
        return False
    noun = scan.tokens[place + 1]
    return scan.text[noun.start].isupper() and noun.start == scan.tokens[place].end + 1


def _dates_a_participle(scan: Scan, place: int) -> bool:
    """Say whether a year stands before a participle and a noun: "das 1886 eröffnete Hotel"."""
    if scan.lexicon.language != "de" or scan.kind(place + 1) != "x" or scan.kind(place + 2) != "x":
        return False
    participle, noun = scan.tokens[place + 1], scan.tokens[place + 2]
    return (
        scan.text[participle.start].islower()
        and participle.word.endswith(PARTICIPLES)
        and scan.text[noun.start].isupper()
    )


PARTICIPLES = tuple(stem + ending for stem in ("te", "ene") for ending in ("", "n", "r", "s", "m"))


def _ends_phrase(scan: Scan, place: int) -> bool:
    """Say whether no noun follows: a year far off needs a preposition before it and nothing to count behind."""
    after = scan.kind(place + 1)
    return (
        after != "x" or scan.word(place + 1) in scan.lexicon.sets["function"] or scan.lexicon.language == "de"
    )


def is_month(scan: Scan, place: int) -> bool:
    """Say whether a month that stands alone is meant: "im Mai", but not "Theresa May" or "they may"."""
    token, text = scan.tokens[place], scan.text
    sets = scan.lexicon.sets
    name = token.word
    before = scan.word(place - 1)
    if text[token.end : token.end + 1] == "-" and text[token.end + 1 : token.end + 2].isalpha():
        return before in sets["cues"]
    cued = before in sets["cues"] - JOINING or (before in JOINING and scan.kind(place - 2) == "@")
    if before == "the":
        cued = scan.kind(place - 2) == "I"
    if text[token.start].islower() and name in {"may", "march"}:
        return before in {"in", "since", "until", "of", "early", "late", "mid"}
    if (
        scan.kind(place - 1) == "x"
        and text[scan.tokens[place - 1].start].isupper()
        and not _starts(scan, place - 1)
    ):
        return False
    if name.rstrip(".") not in sets["persons"]:
        return True
    if before in {"der", "dem", "den", "des"} and scan.kind(place - 1) == "f":
        cued = True  # "Der Juli war nass": persons are written without an article
    if scan.kind(place + 1) == "x" and text[scan.tokens[place + 1].start].isupper():
        return before in {"im", "in"} and scan.lexicon.language == "de"
    return cued


JOINING = frozenset({"and", "or", "und", "oder"})
"""Words that join a month to a date before them."""


def _starts(scan: Scan, place: int) -> bool:
    return scan.kind(place - 1) in {".", "|"}


def is_weekday(scan: Scan, place: int) -> bool:
    """Say whether a weekday is one day: "every Friday" comes again, "a Friday" may be any."""
    if scan.word(place - 1) in {"ein", "einem", "einen", "eines", "a", "an"}:
        return False
    return scan.kind(place - 1) != "j" and not (scan.kind(place - 1) == "f" and scan.kind(place - 2) == "j")


def is_day_in_figures(scan: Scan, place: int) -> bool:
    """Say whether figures such as "4/22" are a day: "on 4/22", but not "4/22 of them" or "24/7"."""
    follower = scan.kind(place + 1)
    return scan.word(place - 1) in {"on", "am", "vom", "zum"} and (
        follower != "x" or scan.lexicon.language == "de"
    )


def tells_aside(scan: Scan, place: int) -> bool:
    """Say whether a day tells something beside the clause: "die am 3. November begonnene Arbeit soll weitergehen"."""
    return scan.kind(place - 1) in {"v", "@"} or scan.word(place + 1).endswith(PARTICIPLES)
