"""A plan whose day has passed with no word of it is asked about, as soon as the day has passed."""

from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.crosscheck.setting import set_rule
from claims.store import tables as t
from claims.values import parse_edtf
from tests.crosscheck.factory import add_article, add_entity, say

RULE = "overdue-prediction"


def list_found(session: Session, day: str) -> list[str]:
    """Return what the rule's standing findings say, after a run on a day."""
    session.info["at"] = lambda: f"{day}T09:00:00.000000Z"
    cross_check(session)
    session.expire_all()
    return list(
        session.scalars(select(t.Finding.message).where(t.Finding.rule == RULE, t.Finding.state != "fixed"))
    )


def plan(session: Session, edtf: str, *, product: int | None = None, article: str = "a", **rest: Any) -> int:
    subject = product or add_entity(session, "Brakwin-9")
    rest = {"modality": "planned", **rest}
    say(session, add_article(session, article), subject, "released", parse_edtf(edtf), **rest)
    return subject


def test_a_plan_is_overdue_when_its_last_day_has_passed(session: Session) -> None:
    plan(session, "2025-06")
    assert list_found(session, "2025-06-30") == []
    assert list_found(session, "2025-07-01") == [
        "Brakwin-9 · released: planned 2025-06 (no word of it since 2025-06-30)"
    ]


def test_it_closes_when_an_article_says_that_it_happened(session: Session) -> None:
    product = plan(session, "2025-06")
    assert len(list_found(session, "2025-07-01")) == 1
    plan(session, "2025-06-12", product=product, article="b", modality="happened")
    assert list_found(session, "2025-07-01") == []


@pytest.mark.parametrize(
    ("edtf", "rest"),
    [
        ("2025-06", {"modality": "happened"}),
        ("2025-06", {"polarity": "negated"}),
        ("2025", {}),
        ("2025-06/..", {}),
    ],
)
def test_what_is_no_plan_or_still_may_come_is_not_overdue(
    session: Session, edtf: str, rest: dict[str, Any]
) -> None:
    plan(session, edtf, **rest)
    assert list_found(session, "2025-07-01") == []


def test_a_later_plan_counts_as_a_delay(session: Session) -> None:
    product = plan(session, "2025-06")
    plan(session, "2026-01", product=product, article="b")
    assert list_found(session, "2025-07-01") == []
    assert len(list_found(session, "2026-02-01")) == 1


def test_a_plan_that_an_article_says_was_put_off_waits_for_the_new_day(session: Session) -> None:
    product = plan(session, "2025-06")
    plan(session, "2026-01", product=product, article="b", qualifiers={"stage": "postponed"})
    assert list_found(session, "2025-07-01") == []
    assert list_found(session, "2026-02-01") == [
        "Brakwin-9 · released (stage: postponed): planned 2026-01 (no word of it since 2026-01-31)"
    ]


def test_what_happened_in_one_place_answers_a_plan_without_place_but_not_one_for_elsewhere(
    session: Session,
) -> None:
    product = plan(session, "2025-06")
    plan(session, "2025-06", product=product, article="b", qualifiers={"place": "Japan"})
    assert len(list_found(session, "2025-07-01")) == 2
    scope = {"place": "China"}
    plan(session, "2025-05", product=product, article="c", modality="happened", qualifiers=scope)
    assert list_found(session, "2025-07-01") == [
        "Brakwin-9 · released (place: Japan): planned 2025-06 (no word of it since 2025-06-30)"
    ]


def test_a_desk_may_wait_some_days(session: Session) -> None:
    set_rule(session, RULE, {"days": "14"})
    plan(session, "2025-06")
    assert list_found(session, "2025-07-14") == []
    assert len(list_found(session, "2025-07-15")) == 1


def test_what_became_due_is_found_through_an_index(session: Session) -> None:
    plan(session, "2025-06")
    list_found(session, "2025-06-30")
    statements: list[str] = []
    event.listen(session.connection(), "before_cursor_execute", lambda *given: statements.append(given[2]))
    list_found(session, "2025-07-01")
    (marking,) = [one for one in statements if "whose last day passed" in one]
    steps = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {marking}", (0, 1)).all()
    assert [step[3] for step in steps if "SCAN" in step[3]] == []


def test_a_plan_that_was_called_off_is_not_overdue_and_contradicts_no_plan(session: Session) -> None:
    product = plan(session, "2025-06-10")
    say(session, add_article(session, "b"), product, "released", None, modality="planned", snak="novalue")
    assert list_found(session, "2025-07-01") == []
    assert session.scalars(select(t.Finding)).all() == []


def test_what_has_not_come_yet_is_still_overdue(session: Session) -> None:
    product = plan(session, "2025-06-10")
    say(session, add_article(session, "b", published="2025-06-20"), product, "released", None, snak="novalue")
    assert len(list_found(session, "2025-07-01")) == 1
