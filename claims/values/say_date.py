"""Dates as a reader says them: "January 2025" instead of 2025-01, in German or English."""

import re
from collections.abc import Mapping

_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December",
    ),
    "de": (
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
        "August", "September", "Oktober", "November", "Dezember",
    ),
}  # fmt: skip

# ISO 8601-2, 4.8: what stands in the place of the month. 25 to 32 are seasons of a hemisphere.
_PARTS = {
    "en": {
        **dict.fromkeys((21, 25, 29), "spring {}"),
        **dict.fromkeys((22, 26, 30), "summer {}"),
        **dict.fromkeys((23, 27, 31), "autumn {}"),
        **dict.fromkeys((24, 28, 32), "winter {}"),
        **{32 + n: f"Q{n} {{}}" for n in range(1, 5)},
        **{36 + n: f"third {n} of {{}}" for n in range(1, 4)},
        40: "first half of {}",
        41: "second half of {}",
    },
    "de": {
        **dict.fromkeys((21, 25, 29), "Frühjahr {}"),
        **dict.fromkeys((22, 26, 30), "Sommer {}"),
        **dict.fromkeys((23, 27, 31), "Herbst {}"),
        **dict.fromkeys((24, 28, 32), "Winter {}"),
        **{32 + n: f"{n}. Quartal {{}}" for n in range(1, 5)},
        **{36 + n: f"{n}. Drittel {{}}" for n in range(1, 4)},
        40: "erstes Halbjahr {}",
        41: "zweites Halbjahr {}",
    },
}
_MODIFIERS = {
    "en": {"early": "early {}", "mid": "mid-{}", "late": "late {}"},
    "de": {"early": "Anfang {}", "mid": "Mitte {}", "late": "Ende {}"},
}
_WORDS = {
    "en": {
        "from": "from {}", "until": "until {}", "and": "and", "or": "or",
        "about": "about {}", "uncertain": "{} (uncertain)", "decade": "{}s", "century": "{}–{}",
    },
    "de": {
        "from": "ab {}", "until": "bis {}", "and": "und", "or": "oder",
        "about": "etwa {}", "uncertain": "{} (unsicher)", "decade": "{}er Jahre", "century": "{}–{}",
    },
}  # fmt: skip

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_MASKED = re.compile(r"([0-9]{2})([0-9])?X{1,2}")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].*)?")


def write_day(moment: str | None, language: str) -> str:
    """Return the day of an ISO date or time, such as "20 January 2025"; as it is where it is none."""
    if moment is None:
        return ""
    match = _DAY.fullmatch(moment)
    return (match and _write_point(moment[:10], language)) or _write_point(moment, language) or moment


def write_date(value: Mapping[str, object], language: str) -> str:
    """Return a date of the JSON contract in words; what EDTF says and words do not stays as EDTF."""
    edtf = value.get("edtf")
    if not isinstance(edtf, str):
        return str(value.get("text") or "")
    written = write_edtf(edtf, language)
    modifier = _MODIFIERS[language].get(str(value.get("modifier")))
    return modifier.format(written) if modifier else written


def write_edtf(edtf: str, language: str) -> str:
    """Return an EDTF expression in words, or as it is where words would say something else."""
    words = _WORDS[language]
    if edtf[:1] in {"{", "["} and ".." not in edtf:
        members = [_write_point(member.strip(), language) for member in edtf[1:-1].split(",")]
        if all(members):
            return _join([member or "" for member in members], words["and" if edtf[0] == "{" else "or"])
        return edtf
    if "/" not in edtf:
        return _write_point(edtf, language) or edtf
    start, _, end = edtf.partition("/")
    first, last = (None if part in {"", ".."} else _write_point(part, language) for part in (start, end))
    if first and last:
        return f"{first} – {last}"
    if first and end in {"", ".."}:
        return words["from"].format(first)
    return words["until"].format(last) if last and start in {"", ".."} else edtf


def _write_point(point: str, language: str) -> str | None:
    """Return a day, month, quarter, year or decade in words; None for any other expression."""
    words = _WORDS[language]
    masked = _MASKED.fullmatch(point)
    if masked:
        century, decade = masked[1], masked[2]
        if decade:
            return words["decade"].format(f"{century}{decade}0")
        return words["century"].format(f"{century}00", f"{century}99")
    match = _POINT.fullmatch(point)
    if not match:
        return None
    year, month, day, mark = match[1], int(match[2] or 0), int(match[3] or 0), match[4]
    if not month:
        written = year.lstrip("0") or "0"
    elif 1 <= month <= 12:
        name = f"{_MONTHS[language][month - 1]} {year}"
        written = name if not day else f"{day} {name}" if language == "en" else f"{day}. {name}"
    elif month in _PARTS[language] and not day:
        written = _PARTS[language][month].format(year)
    else:
        return None
    if mark in {"~", "%"}:
        written = words["about"].format(written)
    return words["uncertain"].format(written) if mark in {"?", "%"} else written


def _join(members: list[str], word: str) -> str:
    return members[0] if len(members) == 1 else f"{', '.join(members[:-1])} {word} {members[-1]}"
