"""The life of a finding, from run to run and decision to decision."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.store import tables as t
from claims.store.queries.slot import mark_dirty
from claims.store.record import record
from claims.store.write import insert, update
from claims.values import parse_edtf
from tests.crosscheck.factory import accept, add_article, reject, say, set_up_dates


def get_state(session: Session) -> str:
    return session.scalars(select(t.Finding.state)).one()


def list_acts(session: Session) -> list[str]:
    return list(session.scalars(select(t.FindingAct.action).order_by(t.FindingAct.id)))


def decide(session: Session, action: str, state: str, until: str | None = None) -> None:
    """Let the reviewer acknowledge or waive the one finding there is."""
    finding = session.scalars(select(t.Finding)).one()
    insert(
        session,
        t.FindingAct,
        action=action,
        at="2025-03-02T00:00:00Z",
        content_hash=finding.content_hash,
        reason="Two editions.",
        until=until,
        finding_id=finding.id,
        reviewer_id=1,
    )
    update(session, t.Finding, finding.id, state=state)
    record(session, "finding", finding.id, action)
    session.expire_all()


def test_a_finding_is_fixed_when_its_ground_is_gone_and_reopened_when_it_is_back(session: Session) -> None:
    first, _ = set_up_dates(session, "2024-11", "2025-01")
    cross_check(session)
    reject(session, first)
    assert cross_check(session).closed == 1
    accept(session, first)
    assert cross_check(session).new == 1
    session.expire_all()
    assert get_state(session) == "reopened"
    assert list_acts(session) == ["open", "fix", "reopen"]


@pytest.mark.parametrize(("action", "state"), [("waive", "waived"), ("acknowledge", "acknowledged")])
def test_a_decision_outlives_another_mention_of_a_known_claim(
    session: Session, action: str, state: str
) -> None:
    set_up_dates(session, "2024-11", "2025-01")
    cross_check(session)
    decide(session, action, state)
    product = session.scalars(select(t.Entity.id).where(t.Entity.label == "Brakwin-9")).one()
    say(session, add_article(session, "again"), product, "released", parse_edtf("2025-01"))
    cross_check(session)
    session.expire_all()
    assert get_state(session) == state


@pytest.mark.parametrize(("action", "state"), [("waive", "waived"), ("acknowledge", "acknowledged")])
def test_a_new_value_reopens_what_was_decided(session: Session, action: str, state: str) -> None:
    set_up_dates(session, "2024-11", "2025-01")
    cross_check(session)
    decide(session, action, state)
    product = session.scalars(select(t.Entity.id).where(t.Entity.label == "Brakwin-9")).one()
    say(session, add_article(session, "third"), product, "released", parse_edtf("2025-02"))
    assert cross_check(session).new == 1
    session.expire_all()
    assert get_state(session) == "reopened"


def test_a_waiver_that_has_run_out_reopens(session: Session) -> None:
    set_up_dates(session, "2024-11", "2025-01")
    cross_check(session)
    decide(session, "waive", "waived", until="2025-03-31")
    outcome = cross_check(session)
    session.expire_all()
    assert (outcome.new, get_state(session)) == (1, "reopened")


def test_a_waiver_that_still_holds_is_left_alone(session: Session) -> None:
    set_up_dates(session, "2024-11", "2025-01")
    cross_check(session)
    decide(session, "waive", "waived", until="9999-12-31")
    cross_check(session, scope="all")
    session.expire_all()
    assert get_state(session) == "waived"


def test_a_finding_made_by_hand_is_left_alone(session: Session) -> None:
    set_up_dates(session, "2024-11")
    slot = session.scalars(select(t.Slot.id)).one()
    insert(
        session,
        t.Finding,
        rule="manual",
        severity="info",
        state="open",
        fingerprint="f" * 64,
        content_hash="c" * 64,
        message="In tension.",
        slot_id=slot,
    )
    record(session, "finding", 1, "add")
    mark_dirty(session, [slot])
    assert cross_check(session, scope="all").closed == 0
