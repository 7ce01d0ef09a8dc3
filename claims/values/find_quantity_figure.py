"""A figure joined with its unit: "$5.6m", "94.000 $", "2 Euro 50", "5 ft 2 in", "drei Jahre alt"."""

import re
from fractions import Fraction

from claims.values.beside import SPACES
from claims.values.find_quantity_money import (
    Figure,
    add_late_scale,
    counts_millions,
    find_money_before,
    scale_money,
)
from claims.values.number import Numeral, find_numerals
from claims.values.unit import get_factor, get_forms, get_units, match_unit

_SIGN = re.compile(r"(?:(?<![\w)%])[-−–+]|(?<!\w)(?:minus|negative|plus) )[ \u00a0]?\Z", re.IGNORECASE)
_UNIT_GAP = " \u00a0\u202f-‑–—,."
_SIGN_ENDS = frozenset("-−–+sSeE")
_SPACED_MINUS = re.compile(r"(?:^|[\s(])[-−–] \Z")
_AGE = {
    "de": re.compile(r"[ \u00a0]alte?[nrsm]?\b"),
    "en": re.compile(r"[ -]olds?\b|[ ]of age\b"),
}
_MONEY_DASH = re.compile(r"[,.]? ?(?:--?|–|—)(?= ?(?:€|EUR|Euro|DM|CHF|Fr\.))")
_TURNING = re.compile(
    r"dreh|winkel|geneigt|neigung|turn|angle|rotat|tilt|left|right|latitude|longitude|breite|länge",
    re.IGNORECASE,
)
_WARM = re.compile(
    r"temperat|thermo|mercury|weather|hot|cold|warm|heat|chill|frost|freez|wetter|\blows?\b|\bhighs?\b",
    re.IGNORECASE,
)
_FREEZING = re.compile(r"\bminus |\bbelow |\bnegative | below (?:zero|freezing)", re.IGNORECASE)
_BELOW_ZERO = re.compile(
    r"(?: Celsius| Fahrenheit)? (?:below zero|below freezing|unter null|unter Null|Kälte)(?!\w)"
)
_LETTERED = re.compile(r"([CF])(?![\w+-])")
_TWO_DIGITS = re.compile(r"\s*(?:\Z|[.,;:!?)])| (?:more|less|mehr|weniger)\b")
_INCHES = re.compile(r" ?(?:in\.?(?![^\W_])|''|\")")
_COUNTED = re.compile(
    r"(?<!\w)(?:mindestens|höchstens|wenigstens|maximal|mehr als|weniger als|genau|at least|at most|more than|less than"
    r"|exactly|up to) \Z",
    re.IGNORECASE,
)
_ONE_TO = re.compile(r" (?:bis|to) (?:\d|zwei|drei|two|three)")
_ADJECTIVE = re.compile(r"ig(?:e[nrsm]?)?\Z")
_LONE = {
    "percent",
    "points",
    "length",
    "mass",
    "time",
    "temperature",
    "speed",
    "power",
    "energy",
    "data",
    "area",
}
_NEVER_LONE = {"deg", "in", "ft", "bar", "bit", "GBP", "BRL", "oz", "cup", "°C", "d", "s"}
_ENGLISH_WON = ("KRW", "ZAR", "DEM", "RON", "BGN")


def list_figures(text: str, language: str) -> list[Figure]:
    """Return the figures of `text` with their units, in order, whatever they mean.

    An "ein" or "one" is among them only if a unit follows that is counted with it ("ein Prozent").
    """
    figures: list[Figure] = []
    for numeral in find_numerals(text, language):
        figure = _attach(text, numeral, language, figures[-1].end if figures else 0)
        if numeral.article and not _counts_one(text, figure):
            continue
        if figures and figure.start < figures[-1].end:
            continue
        joined = _join(text, figures[-1], figure) if figures else None
        if joined is not None:
            figures[-1] = joined
        else:
            figures.append(figure)
    return figures


def _counts_one(text: str, figure: Figure) -> bool:
    """Tell whether an "ein" or "one" counts: with a sign, a comparator, a range or a unit."""
    if figure.start != figure.numeral.start or (figure.unit is not None and _counts_alone(figure.unit)):
        return True
    before = text[max(0, figure.start - 14) : figure.start]
    return _COUNTED.search(before) is not None or _ONE_TO.match(text, figure.numeral.end) is not None


def _counts_alone(unit: str) -> bool:
    if unit in _NEVER_LONE:
        return False
    dimension = get_units()[unit].dimension
    return dimension in _LONE or dimension.startswith("money:")


def _attach(text: str, numeral: Numeral, language: str, floor: int) -> Figure:
    """Join the unit before ("$ 5", "EUR 20"; not before `floor`) or after, and the sign."""
    before = None if numeral.words else find_money_before(text, numeral.start)
    start, unit = (numeral.start, None) if before is None or before[0] < floor else before
    figure = Figure(numeral, start, numeral.end, numeral.value, numeral.place, unit)
    if _may_have_unit(text, figure.end, language):
        figure = scale_money(text, figure)
        if figure.unit is None:
            figure = _attach_after(text, figure, language)
        figure = _stretch(text, figure, language)
    return _sign(text, figure)


def _may_have_unit(text: str, end: int, language: str) -> bool:
    """Tell whether a word or a sign of a unit follows a figure, behind spaces and dashes."""
    following = text[end : end + 7].lstrip(_UNIT_GAP)[:1]
    return following.isalpha() or following in get_forms(language).signs


def _attach_after(text: str, figure: Figure, language: str) -> Figure:
    at = figure.end
    dash = _MONEY_DASH.match(text, at)
    if dash:
        at = dash.end()
    gap = text[at : at + 1]
    if gap in {"-", "‑"}:
        at += 1
    elif gap in {" ", "\u00a0", "\u202f"}:
        at += 1
        if text[at : at + 1] in {" ", "\u00a0"}:
            at += 1
    found = match_unit(text, at, language)
    if found is None:
        return _attach_lettered(text, figure)
    end, code = found
    chosen = _choose(text, figure, at, end, code, language)
    return figure if chosen is None else figure._replace(end=end, unit=chosen)


def _attach_lettered(text: str, figure: Figure) -> Figure:
    """Read "40C" and "106F" where something is warm or cold."""
    letter = _LETTERED.match(text, figure.end)
    if (
        letter is None
        or figure.numeral.words
        or _WARM.search(text, max(0, figure.start - 60), figure.end + 40) is None
    ):
        return figure
    return figure._replace(end=letter.end(), unit="°C" if letter.group(1) == "C" else "°F")


def _choose(text: str, figure: Figure, start: int, end: int, code: str, language: str) -> str | None:
    """Return the unit that an ambiguous word means here, None if it means none."""
    word = text[start:end]
    if (
        code == "lb"
        and word.lower().startswith("pound")
        and (figure.numeral.scaled or _costs(text, figure.start))
    ):
        return "GBP"
    if figure.numeral.words and start == figure.end and not _ADJECTIVE.search(word):
        return None  # "zweit" is no tonne
    if code == "%" and word == "prozentig":
        return None if figure.value == 100 else code  # "hundertprozentig sicher" measures nothing
    if code == "deg" and _FREEZING.search(text, max(0, figure.start - 8), end + 14):
        return "degree"
    if code in {"°C", "deg"} and word.lower() in {"grad", "degree", "degrees", "deg", "deg.", "°", "º"}:
        around = text[max(0, figure.start - 25) : end + 25]
        if _TURNING.search(around):
            return "deg"
        return "°C" if language == "de" and word != "°" else "degree" if _WARM.search(around) else code
    if (
        code in _ENGLISH_WON
        and language == "en"
        and word.islower()
        and len(word) < 5
        and not figure.numeral.scaled
    ):
        return None
    if word == "m" and language == "en" and start == figure.end and counts_millions(text, end):
        return None
    if word in {"K", "B", "T", "G"} and start == figure.end:
        return None
    if word == '"' and '"' in text[max(0, start - 300) : start]:
        return None  # the quotation ends here
    return code


def _costs(text: str, start: int) -> bool:
    return bool(re.search(r"\b(?:cost|costs|paid|pay|pays|worth|price|fined?|raised?|spent|earn\w*|salary|budget|debts?)\b",
                          text[max(0, start - 40) : start]))  # fmt: skip


def _stretch(text: str, figure: Figure, language: str) -> Figure:
    """Take in what follows the unit: "75 USD million", "5 Jahre alt"."""
    if figure.unit is None:
        return figure
    dimension = get_units()[figure.unit].dimension
    if dimension.startswith("money:"):
        return add_late_scale(text, figure)
    if figure.unit in {"degree", "°C", "°F"} and (zero := _BELOW_ZERO.match(text, figure.end)):
        return figure._replace(end=zero.end(), value=-abs(figure.value))
    if dimension == "time":
        age = _AGE[language].match(text, figure.end)
        if age:
            return figure._replace(end=age.end())
    return figure


def _sign(text: str, figure: Figure) -> Figure:
    """Take in a minus, not the dash of a range or of a name ("GPT-4")."""
    before = text[max(0, figure.start - 10) : figure.start]
    if before.rstrip(SPACES)[-1:] not in _SIGN_ENDS:
        return figure
    found = _SIGN.search(before)
    if found is None:
        return figure
    sign = found.group().strip().lower()
    if sign in {"-", "−", "–"} and found.group().endswith(" "):
        spaced = _SPACED_MINUS.search(before)
        if spaced is None or figure.unit not in {"°C", "°F", "degree"}:
            return figure
    start = figure.start - len(found.group())
    if sign in {"+", "plus"}:
        return figure._replace(start=start)
    return figure._replace(start=start, value=-figure.value)


def _join(text: str, first: Figure, second: Figure) -> Figure | None:
    """Join "2 Euro 50 Cent", "15 dollars and 15", "5 ft 2 in", "2 Stunden 30 Minuten" to one figure."""
    if first.unit is None or first.numeral.scaled or not 0 <= second.start - first.end <= 5:
        return None
    gap = text[first.end : second.start]
    if first.unit == "ft" and second.unit is None and (inches := _INCHES.match(text, second.end)):
        second = second._replace(end=inches.end(), unit="in")
    if gap not in {" ", " und ", " and ", "\u00a0", "", ", "}:
        return None
    if first.unit == second.unit or first.value.denominator != 1:
        return None  # "2.04 metres, one centimetre short of it"
    units = get_units()
    whole = units[first.unit]
    money = whole.dimension.startswith("money:")
    if money and whole.factor == "1" and "," not in gap:
        part = _minor_part(text, second)
    elif second.unit is not None and not money:
        minor = units[second.unit]
        if (
            minor.dimension != whole.dimension
            or get_factor(second.unit) >= get_factor(first.unit)
            or minor.offset != "0"
        ):
            return None
        part = (
            get_factor(second.unit) / get_factor(first.unit)
            if whole.dimension in {"time", "length", "mass"}
            else None
        )
    else:
        part = None
    if part is None or second.value < 0 or second.value * part >= 1:
        return None
    return first._replace(end=second.end, value=first.value + second.value * part, place=second.place * part)


def _minor_part(text: str, second: Figure) -> Fraction | None:
    """Return what part of the currency the second figure counts: hundredths, tenths, or none."""
    if second.unit is not None:
        unit = get_units()[second.unit]
        minor = unit.dimension.startswith("money:") and unit.factor != "1"
        return Fraction(unit.factor) if minor else None
    if second.place != 1 or not 10 <= second.value < 100 or second.numeral.scaled:
        return None
    return Fraction(1, 100) if _TWO_DIGITS.match(text, second.end) else None
