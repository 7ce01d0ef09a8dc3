"""Finding the dates in German and English text.

The text becomes a string of token kinds; passes over it replace what they read by one token each:
numerals, points in time, parts of them, intervals. Each pass is linear in the text.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache

from claims.values import (
    date_anaphor,
    date_duration,
    date_edge,
    date_era,
    date_feast,
    date_point,
    date_relative,
    date_span,
    date_told,
)
from claims.values.date_build import UNRESOLVED
from claims.values.date_check import is_day_in_figures, is_month, is_weekday, is_year, tells_aside
from claims.values.date_context import Partial, Reading, Scan, resolve
from claims.values.date_figure import YEAR_WORD
from claims.values.date_lean import get_lean
from claims.values.date_name import is_named_after
from claims.values.date_number import read_numeral
from claims.values.date_opening import list_openings
from claims.values.date_pattern import NUMERALS, PARTS, POINTS, SPANS
from claims.values.date_token import Token, get_lexicon, list_tokens
from claims.values.day import Day
from claims.values.value import Date, Found

Reader = Callable[[Scan, re.Match[str]], Reading | Token | None]
Rule = tuple[str, re.Pattern[str], Reader]
Pass = tuple[re.Pattern[str], dict[str, list[Rule]]]
"""A pattern of all rules together, and the rules by the kind of token that they can begin with."""


def read_vague(_scan: Scan, _found: re.Match[str]) -> Reading:
    """Read "seit kurzem", "a few years ago": times that nobody can place."""
    return UNRESOLVED


POINT_READERS: dict[str, Reader] = {
    "numeric": date_point.read_numeric,
    "weak_numeric": date_point.read_numeric,
    "day_month": date_point.read_day_month,
    "month_day": date_point.read_day_month,
    "year_month_day": date_point.read_year_month_day,
    "month_year_day": date_point.read_year_month_day,
    "month_year": date_point.read_month,
    "year_month": date_point.read_year_month,
    "month_number": date_point.read_month_number,
    "relative_month": date_relative.read_relative_month,
    "month": date_point.read_month_alone,
    "season": date_point.read_season,
    "bare_season": date_relative.read_bare_season,
    "season_over_years": date_point.read_season_over_years,
    "relative_season": date_relative.read_relative_season,
    "quarter": date_point.read_quarter,
    "year_quarter": date_point.read_quarter,
    "named_quarter": date_point.read_named_quarter,
    "year_named_quarter": date_point.read_named_quarter,
    "week_number": date_point.read_week_number,
    "numbered_week": date_point.read_week_number,
    "nth_week": date_point.read_nth_week,
    "nth_weekday": date_point.read_nth_weekday,
    "weekday_of_week": date_relative.read_weekday_of_week,
    "week_weekday": date_relative.read_weekday_of_week,
    "relative_weekday": date_relative.read_relative_weekday,
    "weekday_ordinal": date_point.read_weekday_ordinal,
    "ordinal_of_month": date_point.read_ordinal_of_month,
    "weekday": date_point.read_weekday,
    "weekend": date_relative.read_weekend,
    "deictic": date_relative.read_deictic,
    "feast": date_feast.read_feast,
    "relative_feast": date_feast.read_relative_feast,
    "era": date_era.read_era,
    "century": date_era.read_century,
    "before_christ": date_era.read_before_christ,
    "relative_unit": date_relative.read_relative_unit,
    "compound_unit": date_relative.read_compound_unit,
    "unit_after_next": date_anaphor.read_after_next,
    "end_of_unit": date_anaphor.read_end_of_unit,
    "part_of_year": date_anaphor.read_part_of_year,
    "bare_ordinal": date_anaphor.read_bare_ordinal,
    "short_year": date_anaphor.read_short_year,
    "feast_weekend": date_anaphor.read_feast_weekend,
    "year": date_era.read_year_alone,
    "named_year": date_era.read_named_year,
    "spanning_years": date_era.read_spanning_years,
    "ago": date_duration.read_ago,
    "ago_after": date_duration.read_ago,
    "in_duration": date_duration.read_in_duration,
    "vague_window": date_duration.read_vague_window,
    "window": date_duration.read_window,
    "counted_window": date_duration.read_window,
    "first_units": date_duration.read_first_units,
    "rest": date_duration.read_rest,
    "for_long": date_duration.read_for_long,
    "vague": read_vague,
}
PART_READERS: dict[str, Reader] = {
    "part": date_relative.read_part,
    "part_of_this": date_relative.read_part_of_this,
    "about": date_relative.read_about,
    "week_of": date_relative.read_week_of,
    "offset": date_duration.read_offset,
    "counted_on": date_duration.read_counted_on,
    "distance": date_told.read_distance,
    "distance_away": date_told.read_distance_away,
    "unit_away": date_told.read_unit_away,
    "day_beside": date_told.read_beside,
    "next_day": date_told.read_next_day,
    "day_after": date_told.read_day_after,
}
SPAN_READERS: dict[str, Reader] = {
    "between": date_span.read_interval,
    "from_to": date_span.read_interval,
    "figures_to": date_span.read_interval,
    "days_to": date_span.read_interval,
    "days_and": date_span.read_both,
    "to_days": date_span.read_interval,
    "to_short_year": date_span.read_short_years,
    "month_days": date_span.read_days_of,
    "days_of": date_span.read_days_of,
    "since": date_span.read_since,
    "since_duration": date_span.read_since_duration,
    "figures": date_span.read_figures,
    "until": date_span.read_until,
    "through": date_span.read_through,
    "until_now": date_anaphor.read_until_now,
    "from": date_anaphor.read_from,
    "onward": date_span.read_since,
    "from_onward": date_span.read_since,
    "before": date_edge.read_before,
    "after": date_edge.read_after,
}
WEAK = frozenset({"year", "month", "weekday", "figures"})
"""Readings that stand only with a word of time beside them."""


def find_dates(text: str, language: str, reference: date | str | Day | None = None) -> list[Found]:
    """Find every date in `text`, in text order and never overlapping.

    `language` is "de" or "en"; `reference` the day of publication, from which "gestern" is counted.

    Raises:
        ValueError: `language` is not "de" or "en", or `reference` is no ISO date.
    """
    lexicon = get_lexicon(language)
    day = read_reference(reference)
    if not _may_hold_date(text, language):
        return []
    tokens = list_tokens(text, language)
    for rules in _compile_passes():
        tokens = _reduce(Scan(text, tokens, lexicon, day), rules)
    return _list_found(Scan(text, tokens, lexicon, day))


def read_reference(reference: date | str | Day | None) -> Day | None:
    """Return a day of publication given in any usual form as a Day; raises ValueError for another string."""
    if isinstance(reference, str):
        reference = datetime.fromisoformat(reference)
    if isinstance(reference, date):
        return Day(reference.year, reference.month, reference.day)
    return reference


@cache
def _get_triggers(language: str) -> frozenset[str]:
    """Return the words without which a text without figures holds no date."""
    lexicon = get_lexicon(language)
    starting = {word.rstrip(".") for word, (kind, _) in lexicon.words.items() if kind in TRIGGERS}
    starting |= {word for word, meaning in lexicon.words.items() if meaning in YEAR_NUMERALS}
    return frozenset(starting | {head for head in lexicon.phrases if head not in {"a", "in", "or", "and"}})


YEAR_NUMERALS = frozenset(("n", number) for number in (16, 17, 18, 19, 20, 1000))
"""Words with which years begin that are written out: "nineteen seventy-eight"."""

TRIGGERS = frozenset("MWSuwiUVTEHZlqC")


def _may_hold_date(text: str, language: str) -> bool:
    """Say cheaply whether a text has any figure or word of time."""
    if re.search(r"\d", text) or (language == "de" and YEAR_WORD.search(text.lower())):
        return True
    return not _get_triggers(language).isdisjoint(re.findall(r"[^\W\d_]+", text.lower()))


@cache
def _compile_passes() -> tuple[Pass, ...]:
    passes: tuple[tuple[dict[str, str], dict[str, Reader]], ...] = (
        (NUMERALS, {"numeral": read_numeral}),
        (POINTS, POINT_READERS),
        (PARTS, PART_READERS),
        (SPANS, SPAN_READERS),
    )
    return tuple(_compile_pass(patterns, readers) for patterns, readers in passes)


def _compile_pass(patterns: dict[str, str], readers: dict[str, Reader]) -> Pass:
    by_kind: dict[str, list[Rule]] = {}
    for name, pattern in patterns.items():
        rule = (name, re.compile(pattern), readers[name])
        for kind in list_openings(pattern):
            by_kind.setdefault(kind, []).append(rule)
    any_rule = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", pattern) for pattern in patterns.values()))
    return any_rule, by_kind


def _reduce(scan: Scan, rules: Pass) -> list[Token]:
    """Replace what the rules of one pass read by one token each."""
    any_rule, by_kind = rules
    kinds = "".join([token.kind for token in scan.tokens])
    tokens: list[Token] = []
    place = 0
    while candidate := any_rule.search(kinds, place):
        start = candidate.start()
        tokens.extend(scan.tokens[place:start])
        place = start
        token = _read_longest(scan, kinds, start, by_kind[kinds[start]])
        if token is None:
            tokens.append(scan.tokens[start])
            place += 1
        else:
            tokens.append(token[0])
            place = token[1]
    tokens.extend(scan.tokens[place:])
    return tokens


def _read_longest(scan: Scan, kinds: str, start: int, rules: Sequence[Rule]) -> tuple[Token, int] | None:
    """Return the token and end of the longest reading at a place: of equally long ones the first."""
    matches = [(name, found, read) for name, rule, read in rules if (found := rule.match(kinds, start))]
    for name, found, read in sorted(matches, key=lambda match: -match[1].end()):
        reading = read(scan, found)
        if isinstance(reading, Token):
            return reading, found.end()
        if reading is not None:
            first, last = scan.tokens[start], scan.tokens[found.end() - 1]
            word = first.word if found.end() - start == 1 else f"{first.word} {last.word}"
            weak = name if name in WEAK else ""
            return Token("@", first.start, last.end, reading, word, weak), found.end()
    return None


def _borrow_year(scan: Scan, place: int, reading: Reading) -> Reading:
    """Return the reading at a place, a bare month with the year of the next: "im Mai und Juni 2020"."""
    if not isinstance(reading, Partial):
        return reading
    if reading.year is None and reading.month and not reading.day and scan.kind(place + 1) in {"&", "/"}:
        following = scan.tokens[place + 2].payload if scan.kind(place + 2) == "@" else None
        if isinstance(following, Partial) and following.year is not None and following.month:
            return reading._replace(year=following.year - (reading.month > following.month))
    return reading


def _takes_lean(token: Token, reading: Reading) -> bool:
    """Say whether the tense of the clause decides in which year or week a reading lies."""
    if not isinstance(reading, Partial) or reading.year is not None:
        return False
    dated = reading.day is not None and reading.month is not None
    return dated or token.weak in {"weekday", "month"}


STANDS: dict[str, Callable[[Scan, int], bool]] = {
    "year": is_year,
    "month": is_month,
    "weekday": is_weekday,
    "figures": is_day_in_figures,
}


def _list_found(scan: Scan) -> list[Found]:
    """Place every reading that stands on its own and cut its text out."""
    found: list[Found] = []
    for place, token in enumerate(scan.tokens):
        if token.kind != "@" or not isinstance(token.payload, Date | Partial) or scan.kind(place - 1) == "j":
            continue
        if is_named_after(scan, place):
            continue
        if token.payload == UNRESOLVED and scan.word(place - 1) == "most":
            continue  # "most recently in the late 1960s"
        if token.weak and not STANDS[token.weak](scan, place):
            continue
        reading = _borrow_year(scan, place, token.payload)
        lean = get_lean(scan, place) if scan.reference and _takes_lean(token, reading) else 0
        if not token.weak and tells_aside(scan, place):
            lean = min(lean, 0)
        value = resolve(reading, scan.reference, scan.named[place], lean)
        if value is not None:
            text = scan.text[token.start : token.end]
            dated = Date(value.edtf, value.lo, value.hi, value.modifier, text)
            found.append(Found(token.start, token.end, dated))
    return found
