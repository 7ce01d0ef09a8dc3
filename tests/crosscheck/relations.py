"""Examples of every kind of answer, and how each kind relates to each: what the tests hold to and the docs show.

`KINDS` has the kinds of each family with examples; `relations.toml` says of pairs of examples how they
relate. Whoever adds a kind is told by the tests which pairs are missing.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

from claims.crosscheck import Statement, make_statement
from claims.crosscheck.rows.moments import list_moments, read_days
from claims.values import BooleanValue, Date, EntityValue, Quantity, Relation, StringValue, parse_edtf
from claims.values.date_build import take_part
from claims.values.quantity import make_fraction, make_quantity, make_range
from claims.vocabulary import Predicate

_SCALES = {"thousand": 1_000, "million": 1_000_000}
_FIGURE = re.compile(
    r"(?P<hedge><=|>=|[<>~]?)(?P<amount>[\d.]+)(?P<scale> thousand| million)?(?: (?P<unit>\S+))?"
)
_WITHIN = {"part": frozenset({"whole"}), "version": frozenset({"family"})}


def read_date(words: str) -> Date:
    """Return a date from EDTF, "early 2025", or "one day", which nobody can resolve."""
    if words == "one day":
        return Date(None, None, None, text=words)
    part, _, edtf = words.rpartition(" ")
    return take_part(parse_edtf(edtf), part) if part else parse_edtf(edtf)


def read_figure(words: str) -> Quantity:
    """Return a figure from words such as "64", "~5.6 million EUR", "60 to 70 km", "1/5"."""
    if " to " in words:
        low, high = (read_figure(part) for part in words.split(" to "))
        ends = [(Fraction(one.amount), Fraction(1)) for one in (low, high)]
        return make_range(*ends, unit=high.unit, text=words)
    if "/" in words:
        return make_fraction(*map(int, words.split("/")), text=words)
    found = _FIGURE.fullmatch(words)
    assert found is not None, words
    scale = _SCALES.get((found["scale"] or "").strip(), 1)
    places = len(found["amount"].partition(".")[2])
    hedge: Any = found["hedge"] or "="
    return make_quantity(
        Fraction(found["amount"]) * scale,
        Fraction(scale, 10**places),
        hedge=hedge,
        unit=found["unit"],
        text=words,
    )


def state_date(predicate: str) -> Callable[[str], Statement]:
    return lambda words: make_statement("X", predicate, read_date(words))


def state_figure(words: str) -> Statement:
    return Statement("X", Predicate("free", "quantity"), read_figure(words))


def state_staff(words: str) -> Statement:
    return make_statement("X", "staff", read_figure(words))


def state_name(words: str) -> Statement:
    """State who made something: "part" lies within "whole", and "Whole Ltd" was merged into it."""
    first, *others = words.split(" and ")
    return replace(
        make_statement("X", "developer", _read_name(first)),
        named_with=tuple(map(_read_name, others)),
        within=_WITHIN,
    )


def _read_name(label: str) -> EntityValue:
    return EntityValue(label, "whole" if label == "Whole Ltd" else label)


def state_said(words: str) -> Statement:
    """State a release as denied, planned, alleged or estimated; "none on DAY" is that there was none by then."""
    way, _, edtf = words.rpartition(" ")
    if way == "none on":
        return make_statement("X", "released", None, as_of=read_days(edtf))
    rest: dict[str, Any] = {"polarity": "negated"} if way == "not" else {"modality": way} if way else {}
    return make_statement("X", "released", parse_edtf(edtf), **rest)


def state_timed(words: str) -> Statement:
    """State a passing figure: said "in" a time, "reported" on a day, or of no known time."""
    amount, _, moment = words.partition(" ")
    how, _, edtf = moment.partition(" ")
    statement = make_statement("X", "users", read_figure(amount))
    stated, published = (edtf, None) if how == "in" else ("", edtf or None)
    moments = list_moments(statement.predicate, "value", stated, [published])
    return replace(statement, as_of=moments[0])


def state_scoped(words: str) -> Statement:
    """State a release "in" a place, "for" a stage, or without either."""
    edtf, *scope = words.split(" ", 1)
    qualifiers = {}
    for part in scope[0].split(", ") if scope else ():
        how, name = part.split(" ")
        qualifiers["place" if how == "in" else "stage"] = name
    return make_statement("X", "released", parse_edtf(edtf), qualifiers=qualifiers)


def state_many(words: str) -> Statement:
    """State one of many right answers: a membership, or what something requires."""
    polarity: Any = "negated" if words.startswith("not ") else "asserted"
    return make_statement("X", "member_of", EntityValue(words.removeprefix("not ")), polarity=polarity)


def state_text(words: str) -> Statement:
    polarity: Any = "negated" if words.startswith("not ") else "asserted"
    return make_statement("X", "requires", StringValue(words.removeprefix("not ")), polarity=polarity)


def state_truth(words: str) -> Statement:
    return Statement("X", Predicate("free", "boolean"), BooleanValue(words == "yes"))


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds of answers that stand in one question, with examples of each."""

    title: str
    state: Callable[[str], Statement]
    kinds: Mapping[str, tuple[str, ...]]


FAMILIES: dict[str, Family] = {
    "dates": Family(
        "Dates",
        state_date("released"),
        {
            "year": ("2025", "2024"),
            "month": ("2025-01", "2024-11"),
            "day": ("2025-01-20", "2024-11-10"),
            "season": ("2025-21", "2024-23"),
            "decade": ("202X", "201X"),
            "part of a year": ("early 2025", "late 2024"),
            "span": ("2024-12/2025-02", "2020/2022"),
            "open beginning": ("../2024", "../2025"),
            "open end": ("2025-01-20/..", "2026/.."),
            "one of several": ("[2025-01-20,2025-01-22]", "[2024-11,2025-03]"),
            "approximate": ("2025-01-20~", "2023~"),
            "unresolved": ("one day",),
        },
    ),
    "deadlines": Family(
        "Deadlines, which are compared by their end",
        state_date("target_date"),
        {
            "in a year": ("2025", "2030"),
            "by a year": ("../2025", "../2030"),
            "by a month": ("../2025-06", "../2030-12"),
            "between years": ("2020/2025", "2025/2030"),
        },
    ),
    "periods": Family(
        "Periods, which are compared as a whole and by each end",
        state_date("held_on"),
        {
            "period of days": ("2025-02-10/2025-02-12", "2025-02-10/2025-02-11"),
            "period of months": ("2025-01/2025-02", "2025-02/2025-03"),
            "day": ("2025-02-11", "2025-02-13"),
            "month": ("2025-02", "2025-03"),
            "week": ("2025-02-10/2025-02-16", "2025-02-17/2025-02-23"),
        },
    ),
    "figures": Family(
        "Figures, of which no tolerance is known",
        state_figure,
        {
            "count": ("64", "65"),
            "round number": ("64 thousand", "5.6 million"),
            "about": ("~64", "~70 thousand"),
            "more than": (">60", ">70"),
            "at most": ("<=64", "<=60"),
            "range": ("60 to 70", "50 to 60"),
            "percent": ("20 %", "64 %"),
            "fraction": ("1/5", "1/8"),
            "in a unit": ("5 km", "6 km"),
            "in another unit": ("5000 m", "5600 m"),
            "in a currency": ("64 EUR", "70 EUR"),
            "in another currency": ("64 USD", "70 USD"),
        },
    ),
    "tolerance": Family(
        "Figures with a tolerance: of a company's staff three percent are let pass",
        state_staff,
        {"count": ("1000", "1020", "1040"), "about": ("~1000", "~2000")},
    ),
    "names": Family(
        "Names: part lies within whole, Whole Ltd was merged into it, version belongs to family",
        state_name,
        {
            "name": ("whole", "other"),
            "part": ("part", "version"),
            "merged name": ("Whole Ltd",),
            "several together": ("whole and other", "third and fourth"),
            "version": ("version", "family"),
        },
    ),
    "many": Family(
        "One of many right answers: memberships",
        state_many,
        {"said": ("party", "club"), "denied": ("not party", "not club")},
    ),
    "texts": Family("Texts", state_text, {"said": ("a licence", "a label"), "denied": ("not a licence",)}),
    "truth": Family("Yes and no", state_truth, {"yes or no": ("yes", "no")}),
    "ways": Family(
        "Ways to say it",
        state_said,
        {
            "happened": ("2025-01", "2024-11"),
            "alleged": ("alleged 2025-01", "alleged 2024-11"),
            "estimated": ("estimated 2025-01", "estimated 2024-11"),
            "planned": ("planned 2025-01", "planned 2026"),
            "denied": ("not 2025-01", "not 2025"),
            "not yet": ("none on 2025-03-01", "none on 2024-12-01"),
        },
    ),
    "times": Family(
        "Times of a state: users of an app, a figure that counts ninety days back from its report",
        state_timed,
        {
            "in a stated time": ("100 in 2024-10", "200 in 2025-02"),
            "reported on a day": (
                "100 reported 2025-03-01",
                "200 reported 2025-03-05",
                "200 reported 2026-03-05",
            ),
            "of unknown time": ("100", "200"),
        },
    ),
    "separators": Family(
        "Separators: what keeps questions apart",
        state_scoped,
        {
            "none": ("2025-01", "2024-11"),
            "one": ("2025-01 in China", "2024-11 in Europe"),
            "two": ("2025-01 in China, for beta", "2024-11 in China, for beta"),
            "another": ("2025-01 for beta", "2024-11 for beta"),
        },
    ),
}


@dataclass(frozen=True, slots=True)
class Example:
    """Two answers, and how they relate."""

    one: str
    other: str
    relation: Relation


@cache
def read_examples() -> dict[str, tuple[Example, ...]]:
    """Return the examples of each family."""
    listed = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {
        family: tuple(Example(one, other, Relation(relation)) for one, other, relation in rows)
        for family, rows in listed.items()
    }


def list_pairs(family: str) -> Iterator[tuple[str, str, list[Example]]]:
    """Yield every pair of kinds of a family with its examples."""
    kinds = FAMILIES[family].kinds
    for one, other in combinations_with_replacement(kinds, 2):
        wanted = {frozenset({mine, its}) for mine in kinds[one] for its in kinds[other]}
        found = [
            example
            for example in read_examples()[family]
            if frozenset({example.one, example.other}) in wanted
        ]
        yield one, other, found
