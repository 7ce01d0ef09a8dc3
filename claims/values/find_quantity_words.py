"""The words before and after a figure that say how exact it is: "rund", "mehr als", "or more"."""

import re

from claims.values.quantity import Hedge

_BEFORE: dict[str, dict[Hedge, str]] = {
    "de": {
        "just below": "knapp unter|etwas unter|etwas weniger als|nicht ganz|knapp|fast|beinahe|nahezu|annähernd",
        "just above": "knapp über|etwas über|etwas mehr als|kurz über|gut",
        ">=": "nicht weniger als|nicht unter|mindestens|wenigstens|zumindest|minimal|mind\\.|ab|≥|>=",
        "<=": "nicht mehr als|nicht über|höchstens|maximal|max\\.|bis zu|≤|<=",
        ">": "deutlich mehr als|weit mehr als|mehr als|deutlich über|weit über|höher als|größer als|länger als|oberhalb von|über|>",
        "<": "deutlich weniger als|weniger als|geringer als|kleiner als|niedriger als|nicht einmal|unterhalb von"
        "|deutlich unter|unter|<",
        "~": "schätzungsweise|größenordnungsmäßig|ungefähr|zirka|circa|ca\\.?|in etwa|etwa|rund|rd\\.|um die|an die|geschätzte?n?|~|≈",
        "exactly": "genau|exakt|punktgenau",
    },
    "en": {
        "just below": "just under|slightly under|slightly less than|a little under|just short of|not quite|close to"
        "|nearly|almost|virtually",
        "just above": "just over|slightly over|slightly more than|a little over|a little more than|just above",
        ">=": "no less than|no fewer than|not less than|at least|a minimum of|minimum|≥|>=",
        "<=": "no more than|not more than|at most|up to|a maximum of|as many as|as much as|maximum|≤|<=",
        ">": "well over|far more than|more than|over|above|greater than|higher than|larger than|longer than|in excess of"
        "|exceeding|upwards? of|>",
        "<": "well under|far less than|less than|fewer than|lower than|smaller than|shorter than|under|below|<",
        "~": "an estimated|estimated|approximately|approx\\.?|roughly|about|around|some|circa|ca\\.|in the region of"
        "|on the order of|~|≈",
        "exactly": "exactly|precisely",
    },
}
_AFTER: dict[str, dict[Hedge, str]] = {
    "de": {
        ">=": "oder mehr|und mehr|oder älter|und älter|oder darüber|und darüber",
        "<=": "oder weniger|und weniger|oder jünger|und jünger",
    },
    "en": {
        ">=": "or more|or above|or over|or older|and over|and above|and older|or higher",
        "<=": "or less|or fewer|or younger|or lower|and under|or under",
        "~": "or so|or thereabouts",
    },
}
_REACH = 32
_ARTICLES = {"de": r"(?:ein(?:e[mnr]?|es)?|d(?:ie|er|en|em|as)) ", "en": r"(?:an?|the) "}


def _compile(words: dict[Hedge, str], *, before: bool) -> tuple[re.Pattern[str], tuple[Hedge, ...]]:
    groups = "|".join(
        f"({'|'.join(sorted(forms.split('|'), key=len, reverse=True))})" for forms in words.values()
    )
    shape = (
        rf"(?<![\w-])(?:{groups})[ \u00a0]?\Z"
        if before
        else rf"[ \u00a0](?:{groups})(?!\w)(?! (?:als|than)(?!\w))"
    )
    return re.compile(shape, re.IGNORECASE), tuple(words)


_BEFORE_PATTERNS = {language: _compile(words, before=True) for language, words in _BEFORE.items()}
_AFTER_PATTERNS = {language: _compile(words, before=False) for language, words in _AFTER.items()}
_FOR_A_SUM = re.compile(
    r"(?:[Aa]uftr[aä]g|[Vv]ertr[aä]g|[Kk]redit|[Zz]usage|[Rr]echnung|[Ss]check|[Aa]nleihe|[Dd]arlehen|[Pp]aket|[Bb]estellung"
    r"|[Bb]ußgeld|[Bb]escheid|[Bb]ürgschaft|[Ff]inanzierung|[Ss]pende|[Ll]iefervertr[aä]g|[Ii]nvestition)[a-zäöüß]{0,3} ?\Z"
)
"""German sums that something is for: "ein Vertrag über 5 Millionen Euro" is one of 5 millions, not of more."""
_SIGNS = "<>≤≥~≈="


def find_hedge_before(text: str, start: int, language: str) -> tuple[Hedge, int]:
    """Return how the words right before `start` qualify a figure, and where they begin."""
    pattern, hedges = _BEFORE_PATTERNS[language]
    reach = max(0, start - _REACH)
    found = pattern.search(text[reach:start])
    if found is None or (text[start - 1] not in " \u00a0" and text[start - 1] not in _SIGNS):
        return "=", start
    if found.group().strip().lower() == "über" and _FOR_A_SUM.search(
        text, max(0, reach + found.start() - 30), reach + found.start()
    ):
        return "=", start
    return hedges[(found.lastindex or 1) - 1], reach + found.start()


def find_hedge_after(text: str, end: int, language: str) -> tuple[Hedge, int]:
    """Return how the words right after `end` qualify a figure ("or more", "100+"), and where they end."""
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isalnum():
        return ">=", end + 1
    pattern, hedges = _AFTER_PATTERNS[language]
    found = pattern.match(text, end)
    if found is None:
        return "=", end
    return hedges[(found.lastindex or 1) - 1], found.end()


def combine_hedges(outer: Hedge, inner: Hedge) -> Hedge:
    """Return the hedge of "mehr als rund 5": the bound counts more than the "rund"."""
    return inner if outer in {"=", "~", "exactly"} and inner != "=" else outer
