"""The words before and after a figure that say how exact it is: "rund", "mehr als", "or more"."""

import re

from claims.values.beside import PhrasesBefore, find_letters_before
from claims.values.quantity import Hedge

_BEFORE: dict[str, dict[Hedge, str]] = {
    "de": {
        "just below": "knapp unter|etwas unter|etwas weniger als|nicht ganz|knapp|fast|beinahe|nahezu|annähernd",
        "just above": "knapp über|etwas über|etwas mehr als|kurz über|gut",
        ">=": "nicht weniger als|nicht unter|mindestens|wenigstens|zumindest|minimal|mind.|ab|≥|>=",
        "<=": "nicht mehr als|nicht über|höchstens|maximal|max.|bis zu|≤|<=",
        ">": "deutlich mehr als|weit mehr als|mehr als|deutlich über|weit über|höher als|größer als|länger als|oberhalb von|über|>",
        "<": "deutlich weniger als|weniger als|geringer als|kleiner als|niedriger als|nicht einmal|unterhalb von"
        "|deutlich unter|unter|<",
        "~": "schätzungsweise|größenordnungsmäßig|ungefähr|zirka|circa|ca|ca.|in etwa|etwa|rund|rd.|um die|an die|geschätzt|geschätzte|geschätzten|~|≈",
        "exactly": "genau|exakt|punktgenau",
    },
    "en": {
        "just below": "just under|slightly under|slightly less than|a little under|just short of|not quite|close to"
        "|nearly|almost|virtually",
        "just above": "just over|slightly over|slightly more than|a little over|a little more than|just above",
        ">=": "no less than|no fewer than|not less than|at least|a minimum of|minimum|≥|>=",
        "<=": "no more than|not more than|at most|up to|a maximum of|as many as|as much as|maximum|≤|<=",
        ">": "well over|far more than|more than|over|above|greater than|higher than|larger than|longer than|in excess of"
        "|exceeding|upward of|upwards of|>",
        "<": "well under|far less than|less than|fewer than|lower than|smaller than|shorter than|under|below|<",
        "~": "an estimated|estimated|approximately|approx|approx.|roughly|about|around|some|circa|ca.|in the region of"
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


def _index_forms(words: dict[Hedge, str]) -> dict[str, Hedge]:
    """Return what each form means."""
    return {form: hedge for hedge, forms in words.items() for form in forms.split("|")}


def _compile_after(words: dict[Hedge, str]) -> tuple[re.Pattern[str], tuple[Hedge, ...]]:
    groups = "|".join(
        f"({'|'.join(sorted(forms.split('|'), key=len, reverse=True))})" for forms in words.values()
    )
    return re.compile(rf"[ \u00a0](?:{groups})(?!\w)(?! (?:als|than)(?!\w))", re.IGNORECASE), tuple(words)


_PHRASES_BEFORE = {language: PhrasesBefore(_index_forms(words)) for language, words in _BEFORE.items()}
_AFTER_PATTERNS = {language: _compile_after(words) for language, words in _AFTER.items()}
_AFTER_FIRST = {
    language: frozenset(form[0] for forms in words.values() for form in forms.split("|"))
    for language, words in _AFTER.items()
}
"""The letters with which a hedge after a figure begins."""
_FOR_A_SUM = re.compile(
    r"(?:[Aa]uftr[aä]g|[Vv]ertr[aä]g|[Kk]redit|[Zz]usage|[Rr]echnung|[Ss]check|[Aa]nleihe|[Dd]arlehen|[Pp]aket|[Bb]estellung"
    r"|[Gg]old|[Ss]ilber|[Bb]ronze|[Tt]itel|[Rr]ennen|[Ss]ieg|[Ff]inale|[Ll]auf|[Ss]taffel|[Ww]eltrekord|[Dd]istanz|[Bb]ußgeld|[Bb]escheid|[Bb]ürgschaft|[Ff]inanzierung|[Ss]pende|[Ll]iefervertr[aä]g|[Ii]nvestition|[Ff]onds)[a-zäöüß]{0,3} ?\Z"
)
"""German sums that something is for, and races: "ein Vertrag über 5 Millionen Euro" is one of 5 millions, not of more."""
_HAVING = re.compile(r"\b[Vv]erfüg(?:e|t|te|ten|en)(?: [a-zäöüß]{1,12})? \Z")
_HAVING_BEHIND = re.compile(r"(?:[^.,;:!?]|[.,](?=\d))*?\bverfüg(?:e|t|te|ten|en)\b")
_MOVES = frozenset(
    [
        "edged",
        "rose",
        "risen",
        "went",
        "gone",
        "crept",
        "inched",
        "ticked",
        "climbed",
        "moved",
        "jumped",
        "shot",
        "nudged",
        "picked",
        "driven",
        "pushed",
        "drove",
        "bid",
        "brought",
    ]
)
_LONGEST_MOVE = max(map(len, _MOVES)) + 1


def find_hedge_before(text: str, start: int, language: str) -> tuple[Hedge, int]:
    """Return how the words right before `start` qualify a figure, and where they begin."""
    found = _PHRASES_BEFORE[language].find(text, start)
    if found is None:
        return "=", start
    begin, hedge = found
    phrase = text[begin : start - 1].lower()
    if phrase == "über" and _is_no_more(text, begin, start):
        return "=", start
    if phrase == "up to" and find_letters_before(text, begin - 1, _LONGEST_MOVE) in _MOVES:
        return "=", start  # "edged up to 4.4 percent"
    return hedge, begin


def _is_no_more(text: str, begin: int, start: int) -> bool:
    """Tell whether "über" before a figure belongs to a noun or verb: "Vertrag über 5 Millionen", "verfügt über 30 Werke"."""
    before = max(0, begin - 30)
    if _FOR_A_SUM.search(text, before, begin) or _HAVING.search(text, before, begin):
        return True
    return _HAVING_BEHIND.match(text, start, start + 60) is not None


def find_hedge_after(text: str, end: int, language: str) -> tuple[Hedge, int]:
    """Return how the words right after `end` qualify a figure ("or more", "100+"), and where they end."""
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isalnum():
        return ">=", end + 1
    if text[end + 1 : end + 2].lower() not in _AFTER_FIRST[language]:
        return "=", end
    pattern, hedges = _AFTER_PATTERNS[language]
    found = pattern.match(text, end)
    if found is None:
        return "=", end
    return hedges[(found.lastindex or 1) - 1], found.end()


def combine_hedges(outer: Hedge, inner: Hedge) -> Hedge:
    """Return the hedge of "mehr als rund 5": the bound counts more than the "rund"."""
    return inner if outer in {"=", "~", "exactly"} and inner != "=" else outer
