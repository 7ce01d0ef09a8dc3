"""The engine on two claims, and the comparison of the same two claims, always agree."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.crosscheck import Statement, cross_check, relate
from claims.crosscheck.rows.moments import list_moments
from claims.store import tables as t
from claims.store.record import record
from claims.store.transaction import writing
from claims.values import EntityValue, Relation, StringValue, Value, parse_edtf
from claims.values.quantity import make_fraction, make_quantity
from claims.vocabulary import get_seed_vocabulary
from tests.crosscheck.factory import add_article, add_entity, say

PREDICATES = get_seed_vocabulary().predicates
DATES = [
    "2024",
    "2025",
    "2024-11",
    "2024-11-10",
    "../2024",
    "2024-11/..",
    "2024-11-10/2024-11-12",
    "2024-11-10/2024-11-11",
    "2024-11~",
    "[2024-11-10,2024-11-12]",
    "2024-11-11",
]
PLACES: list[dict[str, str]] = [{}, {}, {"place": "China"}, {"place": "Europe"}]

dates = st.sampled_from(DATES).map(parse_edtf)
figures = st.sampled_from(
    [
        make_quantity(64),  # type: ignore[arg-type]
        make_quantity(65),  # type: ignore[arg-type]
        make_quantity(64_000),  # type: ignore[arg-type]
        make_quantity(64, hedge=">"),  # type: ignore[arg-type]
        make_quantity(64, unit="EUR"),  # type: ignore[arg-type]
        make_quantity(64, unit="USD"),  # type: ignore[arg-type]
        make_quantity(20, unit="%"),  # type: ignore[arg-type]
        make_fraction(1, 5),
        make_quantity(5, unit="km"),  # type: ignore[arg-type]
        make_quantity(5000, unit="m"),  # type: ignore[arg-type]
    ]
)
ENTITIES = ("part", "whole", "other")
entities = st.sampled_from(ENTITIES).map(EntityValue)
texts = st.sampled_from(["a licence", "A licence", "a label"]).map(StringValue)
SHAPES: dict[str, st.SearchStrategy[Any]] = {
    "released": dates,
    "target_date": dates,
    "held_on": dates,
    "staff": figures,
    "development_cost": figures,
    "measure": figures,
    "share": figures,
    "developer": entities,
    "owner": entities,
    "headquarters": entities,
    "office_holder": entities,
    "member_of": entities,
    "requires": texts,
    "competes_with": entities,
}


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, list[dict[str, Any]]]:
    predicate = draw(st.sampled_from(sorted(SHAPES)))
    told = []
    for _ in range(2):
        novalue = draw(st.integers(0, 7)) == 0
        told.append(
            {
                "value": None if novalue else draw(SHAPES[predicate]),
                "polarity": "asserted"
                if novalue
                else draw(st.sampled_from(["asserted", "asserted", "negated"])),
                "modality": draw(st.sampled_from(["happened", "happened", "alleged", "planned"])),
                "qualifiers": draw(st.sampled_from(PLACES)) if predicate == "released" else {},
                "as_of": draw(st.sampled_from(["", "", "2023", "2024-11"])),
                "published": draw(st.sampled_from([None, "2024-01-10", "2024-11-20", "2026-01-10"])),
            }
        )
    return predicate, told


def store(session: Session, predicate: str, told: list[dict[str, Any]]) -> None:
    whole = add_entity(session, "whole", "organisation")
    ids = {
        "whole": whole,
        "part": add_entity(session, "part", "organisation", part_of_id=whole),
        "other": add_entity(session, "other", "organisation"),
    }
    subject = add_entity(session, "X")
    for number, claim in enumerate(told):
        value: Value | None = claim["value"]
        if isinstance(value, EntityValue):
            value = EntityValue(value.label, f"e{ids[value.label]}")
        rest = {key: claim[key] for key in ("polarity", "modality", "qualifiers", "as_of")}
        say(
            session, add_article(session, f"a{number}", claim["published"]), subject, predicate, value, **rest
        )


def state(predicate: str, claim: dict[str, Any]) -> Statement:
    entry = PREDICATES[predicate]
    snak = "novalue" if claim["value"] is None else "value"
    moment = list_moments(entry, snak, claim["as_of"], [claim["published"]])[0]
    return Statement(
        subject="X",
        predicate=entry,
        value=claim["value"],
        qualifiers=claim["qualifiers"],
        snak="novalue" if claim["value"] is None else "value",
        polarity=claim["polarity"],
        modality=claim["modality"],
        as_of=moment,
        within={"part": frozenset({"whole"})},
    )


CONTRADICTIONS = ("value-contradiction", "magnitude-slip", "polarity-contradiction")
"""What the comparison of two claims knows; other rules look at more than their values."""


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs())
def test_two_claims_contradict_exactly_where_the_check_finds_them(
    ledger: str, drawn: tuple[str, list[dict[str, Any]]]
) -> None:
    predicate, told = drawn
    one, other = (state(predicate, claim) for claim in told)
    with writing(ledger, actor="mk", command="test", keep=False) as session:
        store(session, predicate, told)
        cross_check(session)
        record(session, "test", None, "end")
        contradicting = t.Finding.rule.in_(CONTRADICTIONS)
        found = session.scalar(select(func.count()).select_from(t.Finding).where(contradicting))
    relation = relate(one, other)
    assert relate(other, one) is relation
    assert (relation is Relation.CONTRADICTION) == bool(found)
