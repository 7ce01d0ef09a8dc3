"""Plans of one day contradict each other while they hold; what is told months later is another plan."""

from typing import Literal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.crosscheck.relate import relate
from claims.crosscheck.rows.moments import PLAN_DAYS
from claims.crosscheck.rows.statement import make_statement
from claims.store import tables as t
from claims.values import EntityValue, parse_edtf
from claims.values.compare import Relation
from tests.crosscheck.factory import add_article, add_entity, say


def list_found(session: Session, *, scope: Literal["changed", "all"] = "changed") -> list[tuple[str, str]]:
    cross_check(session, scope=scope)
    session.expire_all()
    rows = session.scalars(select(t.Finding).where(t.Finding.state != "fixed"))
    return [(row.rule, row.severity) for row in rows if row.rule != "overdue-prediction"]


def plan(session: Session, subject: int, edtf: str, published: str | None) -> None:
    article = add_article(session, f"{edtf} {published}", published)
    say(session, article, subject, "completed", parse_edtf(edtf), modality="planned")


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("2025-02-01", [("value-contradiction", "violation")]),
        ("2025-09-01", []),
        (None, [("value-contradiction", "violation")]),
    ],
)
def test_a_plan_that_was_told_long_before_was_changed_since(
    session: Session, told: str | None, found: list[tuple[str, str]]
) -> None:
    bridge = add_entity(session, "Sundbrücke", kind="building")
    plan(session, bridge, "2027", "2025-01-01")
    assert list_found(session) == []
    plan(session, bridge, "2029", told)
    assert list_found(session) == found
    assert list_found(session, scope="all") == found


def test_a_plan_that_is_told_again_holds_on(session: Session) -> None:
    bridge = add_entity(session, "Sundbrücke", kind="building")
    for published in ("2025-01-01", "2025-03-01", "2025-05-01"):
        plan(session, bridge, "2027", published)
    plan(session, bridge, "2029", "2025-05-20")
    assert len(list_found(session)) == 1


@pytest.mark.parametrize(
    ("apart", "relation"), [(PLAN_DAYS - 1, Relation.CONTRADICTION), (PLAN_DAYS + 9, Relation.INCOMPARABLE)]
)
def test_two_plans_relate_by_when_they_were_told(apart: int, relation: Relation) -> None:
    first, second = (
        make_statement(
            "Sundbrücke", "completed", parse_edtf(edtf), modality="planned", as_of=(day - PLAN_DAYS, day + 1)
        )
        for edtf, day in (("2027", 0), ("2029", apart))
    )
    assert relate(first, second) is relation


def test_who_held_an_office_years_ago_need_not_hold_it_now(session: Session) -> None:
    firm, people = (
        add_entity(session, "Velin", "organisation"),
        [add_entity(session, name, "person") for name in "AB"],
    )
    for number, published in zip(people, ("2019-03-01", "2025-03-01"), strict=True):
        say(
            session,
            add_article(session, published, published),
            firm,
            "office_holder",
            EntityValue("", f"e{number}"),
        )
    assert list_found(session) == []
    say(
        session,
        add_article(session, "c", "2025-02-01"),
        firm,
        "office_holder",
        EntityValue("", f"e{people[0]}"),
    )
    assert list_found(session) == [("value-contradiction", "violation")]
