"""What surrounds a date in its text: the day of publication, the year named before, the neighbours."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from claims.values.date_build import (
    UNRESOLVED,
    get_weekday,
    make_day,
    make_month,
    make_year,
)
from claims.values.date_token import Lexicon, Token
from claims.values.day import Day, count_days_in_month
from claims.values.value import Date

OFFSETS = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1, "last2": -2, "next2": 2}
"""How far the words this, last and next lead from the present unit."""
NEAR = 2
"""Days ahead in which a weekday without a tense beside it is the coming one."""


class Partial(NamedTuple):
    """A calendar date as far as the text gives it; `unplaced` where its year hangs on a missing reference."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unplaced: bool = False


Reading = Date | Partial


@dataclass(frozen=True)
class Scan:
    """The tokens of a text while one pass goes over them, and what they are counted from."""

    text: str
    tokens: list[Token]
    lexicon: Lexicon
    reference: Day | None

    @cached_property
    def named(self) -> list[int | None]:
        """For each token the year that the text named last before it; listed when it is first asked for."""
        years: list[int | None] = []
        year: int | None = None
        for token in self.tokens:
            years.append(year)
            reading = token.payload
            if isinstance(reading, Partial) and reading.year is not None:
                year = reading.year
            elif isinstance(reading, Date) and reading.lo is not None:
                year = reading.lo.year
        return years

    def get(self, found: re.Match[str], group: str) -> Token | None:
        """Return the token that a group of a pattern matched."""
        place = found.start(group) if group in found.re.groupindex else -1
        return self.tokens[place] if place >= 0 and found.end(group) > place else None

    def word(self, place: int) -> str:
        """Return the lower-case word at a place, or "" outside the text."""
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""

    def kind(self, place: int) -> str:
        """Return the kind at a place, or "|" outside the text."""
        return self.tokens[place].kind if 0 <= place < len(self.tokens) else "|"


def get_number(token: Token | None) -> int | None:
    """Return the number that a token holds."""
    return token.payload if token is not None and isinstance(token.payload, int) else None


def get_text(token: Token | None) -> str:
    """Return the meaning that a token holds as text."""
    return token.payload if token is not None and isinstance(token.payload, str) else ""


def get_unit(token: Token | None) -> str:
    """Return the unit that a token holds, in the singular."""
    return get_text(token).removesuffix("s")


def is_plural(unit: Token) -> bool:
    """Say whether a token of time stands in the plural; "Jahre" is an old dative as well."""
    return get_text(unit).endswith("s") or unit.word == "jahre"


def read_year(scan: Scan, found: re.Match[str]) -> Partial:
    """Return the year that the pattern's YEAR part gives, if any."""
    if (year := get_number(scan.get(found, "y"))) is not None:
        return Partial(year=year)
    if (relative := scan.get(found, "yr")) is not None:
        offset = OFFSETS.get(get_text(relative))
    elif (compound := scan.get(found, "yv")) is not None:
        unit, _, count = get_text(compound).partition(":")
        offset = int(count) if unit == "year" else None
    elif scan.get(found, "ya") is not None:
        offset = 0
    else:
        return Partial()
    if scan.reference is None or offset is None:
        return Partial(unplaced=True)
    return Partial(year=scan.reference.year + offset)


def has_day(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= count_days_in_month(year, month)


@lru_cache(maxsize=4096)
def resolve(reading: Reading, reference: Day | None, named_year: int | None, lean: int = 0) -> Date | None:
    """Place a reading: missing parts come from the day nearest to `reference`, or from the year named before.

    `lean` is -1 or 1 where the clause tells of the past or the future; it decides between the
    weekdays and months before and after. Returns None for a day that does not exist.
    """
    if isinstance(reading, Date):
        return reading
    if reading.unplaced:
        return UNRESOLVED
    if reading.month is None:
        return _resolve_without_month(reading, reference, lean)
    year = reading.year
    if year is None and reference is not None:
        year = _find_nearest_year(reference, reading.month, reading.day, lean if reading.day is None else 0)
        if reading.day is not None and lean and year is not None:
            year += _find_step(reference, reading._replace(year=year), lean)
    if year is None:
        year = named_year
    if year is None:
        return _leave_year_open(reading.month, reading.day)
    if reading.day is None:
        return make_month(year, reading.month)
    return (
        make_day(Day(year, reading.month, reading.day)) if has_day(year, reading.month, reading.day) else None
    )


def _find_step(reference: Day, reading: Partial, lean: int) -> int:
    """Return -1 for a day well after publication in a clause of the past, 1 for one well before it that is to come."""
    year, month, day = reading.year or 0, reading.month or 0, reading.day or 0
    if not has_day(year, month, day):
        return 0
    here = Day(year, month, day)
    far = (here.number - reference.number) * lean < -NEAR
    return lean if far and reading.weekday != get_weekday(here) else 0


def _resolve_without_month(reading: Partial, reference: Day | None, lean: int) -> Date | None:
    if reading.year is not None:
        return make_year(reading.year)
    if reference is None:
        return UNRESOLVED
    if reading.day is not None:
        return _find_nearest_day(reference, reading.day, reading.weekday)
    if reading.weekday is None:
        return None
    return make_day(find_weekday(reference, reading.weekday, lean))


def find_weekday(reference: Day, weekday: int, lean: int) -> Day:
    """Return the weekday nearest to a day; only before it with `lean` -1, only after it with 1.

    News tells more of what was: without a lean the day to come is taken if it is two days off at most.
    """
    ahead = (weekday - get_weekday(reference)) % 7
    back = ahead - 7 if ahead else 0
    if lean < 0 or (lean == 0 and ahead > NEAR):
        return reference.plus(back)
    return reference.plus(ahead)


@lru_cache(maxsize=1024)
def _find_nearest_year(reference: Day, month: int, day: int | None, lean: int) -> int | None:
    if lean and month != reference.month:
        return reference.year + ((month < reference.month) if lean > 0 else -(month > reference.month))
    best: tuple[int, int] | None = None
    published = reference.number
    reach = 8 if (month, day) == (2, 29) else 1
    for year in range(reference.year - reach, reference.year + reach + 1):
        if not has_day(year, month, day or 1):
            continue
        first = Day(year, month, day or 1).number
        last = first if day else first + count_days_in_month(year, month) - 1
        distance = max(first - published, published - last, 0)
        if best is None or distance < best[0]:
            best = (distance, year)
    return best[1] if best else None


def _find_nearest_day(reference: Day, day: int, weekday: int | None) -> Date | None:
    months = sorted(range(-14, 15), key=abs)
    for offset in months:
        place = reference.year * 12 + reference.month - 1 + offset
        year, month = place // 12, place % 12 + 1
        if has_day(year, month, day) and weekday in {None, get_weekday(Day(year, month, day))}:
            return make_day(Day(year, month, day))
    return None


def _leave_year_open(month: int, day: int | None) -> Date | None:
    if day is None:
        return Date(f"XXXX-{month:02d}", None, None)
    return Date(f"XXXX-{month:02d}-{day:02d}", None, None) if has_day(2000, month, day) else None


def complete(
    first: Reading, last: Reading, reference: Day | None, named_year: int | None
) -> tuple[Reading, Reading]:
    """Fill what one end of an interval leaves to the other: "12. bis 15. Mai 2024", "May to June 2017"."""
    if (
        isinstance(first, Partial)
        and isinstance(last, Date)
        and last.lo
        and first.month
        and first.year is None
    ):
        return first._replace(year=last.lo.year - (first.month > last.lo.month)), last
    if not isinstance(first, Partial) or not isinstance(last, Partial) or first.unplaced or last.unplaced:
        return first, last
    if first.weekday is not None and last.weekday is not None and not first.month and not last.month:
        return _complete_weekdays(first, last, reference)
    if first.month is None and last.month is not None and first.year is None:
        first = _replace_month(first, last, backwards=True)
    if last.month is None and first.month is not None and last.day is not None:
        last = _replace_month(last, first, backwards=False)
    if first.year is None and first.month is not None and last.year is not None:
        later = last.month is not None and (first.month, first.day or 1) > (last.month, last.day or 31)
        first = first._replace(year=last.year - later)
    if first.year is None and first.month is not None:
        start = resolve(first, reference, named_year)
        if start is not None and start.lo is not None:
            first = first._replace(year=start.lo.year)
    if last.year is None and last.month is not None and first.year is not None and first.month is not None:
        later = (first.month, first.day or 1) > (last.month, last.day or 31)
        last = last._replace(year=first.year + later)
    return first, last


def _replace_month(short: Partial, full: Partial, *, backwards: bool) -> Partial:
    """Give a bare day the month of the other end, or the one beside it where the days run over."""
    month, year = full.month or 1, full.year
    if full.day is not None and short.day is not None:
        month += (full.day > short.day and not backwards) - (short.day > full.day and backwards)
    if month in {0, 13}:
        year = None if year is None else year + (1 if month else -1)
        month = month % 12 or 12
    return short._replace(month=month, year=year if short.year is None else short.year)


def _complete_weekdays(first: Partial, last: Partial, reference: Day | None) -> tuple[Reading, Reading]:
    if reference is None or first.weekday is None or last.weekday is None:
        return UNRESOLVED, UNRESOLVED
    monday = reference.plus(-get_weekday(reference))
    start = monday.plus(first.weekday)
    return make_day(start), make_day(start.plus((last.weekday - first.weekday) % 7))
