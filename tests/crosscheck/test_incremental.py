"""Whatever happens in whatever order, runs over what changed find what one run over all finds."""

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.crosscheck.rows import renew
from claims.store import tables as t
from claims.store.record import record
from claims.store.transaction import writing
from claims.values import parse_edtf
from tests.crosscheck.history import steps
from tests.crosscheck.many import fill_many
from tests.crosscheck.world import PLACES, Step, World, check, tell, waive

EXAMPLES = int(os.environ.get("INCREMENTAL_EXAMPLES", "60"))


def list_standing(session: Session) -> list[Any]:
    """Return all that findings which still stand say, without ids of their own."""
    found = []
    for finding in session.scalars(select(t.Finding).where(t.Finding.state != "fixed")):
        members = session.execute(
            select(t.FindingMember.claim_id, t.FindingMember.alternative, t.FindingMember.fits)
            .where(t.FindingMember.finding_id == finding.id)
            .order_by(t.FindingMember.claim_id)
        )
        found.append(
            (
                finding.rule,
                finding.slot_id,
                finding.severity,
                finding.message,
                finding.content_hash,
                [tuple(member) for member in members],
            )
        )
    return sorted(found)


def list_rows(session: Session) -> list[tuple[Any, ...]]:
    """Return the check rows without ids of their own."""
    rows = session.connection().exec_driver_sql("SELECT * FROM check_row")
    return sorted((tuple(row[1:]) for row in rows), key=repr)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, min_size=2, max_size=16))
def test_runs_over_changes_find_what_a_run_over_all_finds(ledger: str, drawn: list[Step]) -> None:
    with writing(ledger, actor="mk", command="test", keep=False) as session:
        world = World(session)
        for step in drawn:
            step(world)
        check(world)
        session.expire_all()
        by_steps, rows = list_standing(session), list_rows(session)
        assert cross_check(session, scope="all").new == 0
        record(session, "test", None, "end")
        session.expire_all()
        assert list_rows(session) == rows
        assert list_standing(session) == by_steps
    with writing(ledger, actor="mk", command="test", keep=False) as session:
        world = World(session)
        for step in drawn:
            if step not in {check, waive}:
                step(world)
        cross_check(session, scope="all")
        record(session, "test", None, "end")
        session.expire_all()
        assert list_standing(session) == by_steps


def test_a_run_over_all_leaves_a_checked_ledger_as_it_is(ledger: str) -> None:
    with writing(ledger, actor="mk", command="test") as session:
        world = World(session)
        for article, edtf in enumerate(("2024-11", "2025-01")):
            tell("released", lambda _, edtf=edtf: parse_edtf(edtf))(article, 0)(world)  # type: ignore[misc]
        check(world)
        outcome = cross_check(session, scope="all")
        assert (outcome.new, outcome.closed) == (0, 0)


def test_check_rows_are_the_same_after_a_run_over_changes_and_over_all(ledger: str) -> None:
    with writing(ledger, actor="mk", command="test") as session:
        world = World(session)
        for article, qualifiers in enumerate(PLACES[:3]):
            tell("released", lambda _: parse_edtf("2024"), qualifiers=qualifiers)(article, 0)(world)
            check(world)
        by_steps = list_rows(session)
        cross_check(session, scope="all")
        assert list_rows(session) == by_steps
        assert len(by_steps) == 6


def test_rows_written_in_many_passes_are_those_of_one(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_many(session, seed=3)
    cross_check(session, scope="all")
    at_once = list_rows(session)
    monkeypatch.setattr(renew, "_CLAIMS_AT_ONCE", 7)
    cross_check(session, scope="all")
    assert len(at_once) > 100
    assert list_rows(session) == at_once
