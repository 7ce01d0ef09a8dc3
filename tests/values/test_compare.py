"""How two values relate."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claims.values.compare import Relation, compare
from claims.values.day import Day
from claims.values.edtf import parse_edtf
from claims.values.find_quantity import find_quantities
from claims.values.value import BooleanValue, Date, EntityValue, Quantity, StringValue, Value


def quantity(text: str, language: str = "de") -> Value:
    (found,) = find_quantities(text, language)
    return found.value


def date(edtf: str) -> Date:
    return parse_edtf(edtf)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (date("2025-01"), date("2025-01-20"), Relation.COMPATIBLE),
        (date("2025"), date("2025-01"), Relation.COMPATIBLE),
        (date("2025-01"), date("2025-01"), Relation.SAME),
        (date("2025-01"), date("2024-11"), Relation.CONTRADICTION),
        (date("2024-12/2025-02"), date("2025-01/2025-03"), Relation.OVERLAP),
        (date("[2025-01-20,2025-01-22]"), date("2025-01-21"), Relation.CONTRADICTION),
        (date("[2025-01-20,2025-01-22]"), date("2025-01-22"), Relation.COMPATIBLE),
        (date("[2025-01-20,2025-01-22]"), date("2025-01"), Relation.COMPATIBLE),
        (date("../2025"), date("2026"), Relation.CONTRADICTION),
        (date("2025/.."), date("2026"), Relation.COMPATIBLE),
        (date("1900~"), date("1901"), Relation.COMPATIBLE),
        (date("1900~"), date("1910"), Relation.CONTRADICTION),
        (date("1900?"), date("1901"), Relation.CONTRADICTION),
        (quantity("5,6 Millionen Nutzer"), quantity("5.6m users", "en"), Relation.SAME),
        (quantity("64 Mitarbeiter"), quantity("65 Mitarbeiter"), Relation.CONTRADICTION),
        (quantity("rund 60 Mitarbeiter"), quantity("64 Mitarbeiter"), Relation.COMPATIBLE),
        (quantity("mehr als 5 Tote"), quantity("5 Tote"), Relation.CONTRADICTION),
        (quantity("mehr als 5 Tote"), quantity("mindestens 6 Tote"), Relation.SAME),
        (quantity("jeder fünfte"), quantity("20 Prozent"), Relation.COMPATIBLE),
        (quantity("2 km"), quantity("2.000 Meter"), Relation.COMPATIBLE),
        (quantity("2 km"), quantity("2 kg"), Relation.INCOMPARABLE),
        (quantity("2 Euro"), quantity("2 Dollar"), Relation.INCOMPARABLE),
        (quantity("2 Prozent"), quantity("2 Prozentpunkte"), Relation.INCOMPARABLE),
        (quantity("20 bis 30 Euro"), quantity("25 bis 35 Euro"), Relation.OVERLAP),
        (quantity("zu den drei größten"), quantity("Platz 2"), Relation.COMPATIBLE),
        (quantity("zu den drei größten"), quantity("Platz 4"), Relation.CONTRADICTION),
        (EntityValue("Alibaba", "e1"), EntityValue("Alibaba Group", "e1"), Relation.SAME),
        (EntityValue("Alibaba", "e1"), EntityValue("Alibaba", "e2"), Relation.CONTRADICTION),
        (EntityValue("Alibaba", "e1"), EntityValue("ALIBABA"), Relation.SAME),
        (EntityValue("Kuaishou"), EntityValue("ByteDance"), Relation.CONTRADICTION),
        (StringValue("a"), StringValue("a"), Relation.SAME),
        (StringValue("a"), StringValue("b"), Relation.INCOMPARABLE),
        (BooleanValue(value=True), BooleanValue(value=False), Relation.CONTRADICTION),
        (BooleanValue(value=True), BooleanValue(value=True), Relation.SAME),
        (Date(None, None, None, text="seit kurzem"), date("2025"), Relation.INCOMPARABLE),
        (date("2025"), quantity("2.025 Euro"), Relation.INCOMPARABLE),
    ],
)
def test_values_relate_as_an_editor_would_say(a: Value, b: Value, relation: Relation) -> None:
    assert (compare(a, b), compare(b, a)) == (relation, relation)


def test_part_of_a_month_is_compared_by_its_own_bounds() -> None:
    early = replace(date("2025-01"), modifier="early", hi=Day(2025, 1, 10))
    assert compare(early, date("2025-01-20")) is Relation.CONTRADICTION


bounds = st.tuples(st.integers(-50, 50), st.integers(1, 40)).map(
    lambda pair: (float(pair[0]), float(pair[0] + pair[1]))
)
quantities = st.builds(
    lambda span, unit, lo, hi: Quantity("1", span[0] if lo else None, span[1] if hi else None, unit=unit),
    bounds,
    st.sampled_from([None, "km", "m", "USD", "°C"]),
    st.booleans(),
    st.booleans(),
)
edtfs = st.sampled_from(
    [
        "2025",
        "2025-01",
        "2025-01-20",
        "2025~",
        "2024/2026",
        "../2025",
        "2025/..",
        "[2024,2026]",
        "[2025-01,2025-03]",
        "{2024,2025}",
        "202X",
        "2025-21",
    ]
)
entities = st.builds(EntityValue, st.sampled_from(["A", "a", "B"]), st.sampled_from([None, "e1", "e2"]))
values: st.SearchStrategy[Value] = st.one_of(
    quantities,
    edtfs.map(parse_edtf),
    entities,
    st.builds(StringValue, st.sampled_from("ab")),
    st.builds(BooleanValue, value=st.booleans()),
)


@given(values, values)
def test_the_relation_is_symmetric(a: Value, b: Value) -> None:
    assert compare(a, b) is compare(b, a)


@given(values)
def test_a_value_is_the_same_as_itself(value: Value) -> None:
    assert compare(value, value) is Relation.SAME


@given(quantities, quantities, st.integers(0, 30), st.integers(0, 30))
def test_widening_never_makes_a_contradiction(a: Quantity, b: Quantity, below: int, above: int) -> None:
    assume(compare(a, b) is not Relation.CONTRADICTION)
    wider = replace(a, lo=None if a.lo is None else a.lo - below, hi=None if a.hi is None else a.hi + above)
    assert compare(wider, b) is not Relation.CONTRADICTION


@given(edtfs, edtfs, st.integers(0, 400), st.integers(0, 400))
def test_widening_a_date_never_makes_a_contradiction(a: str, b: str, before: int, after: int) -> None:
    first, second = parse_edtf(a), parse_edtf(b)
    assume(a[0] not in "[{" and compare(first, second) is not Relation.CONTRADICTION)
    wider = replace(
        first,
        lo=None if first.lo is None else first.lo.plus(-before),
        hi=None if first.hi is None else first.hi.plus(after),
    )
    assert compare(wider, second) is not Relation.CONTRADICTION
