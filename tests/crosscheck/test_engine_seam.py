"""Whoever flags and splits, the findings are the same: an engine gives keys and conflicts, no more."""

import shutil
from pathlib import Path

import pytest

from bench.engines import OwnEngine
from claims.crosscheck import cross_check
from claims.store.record import record
from claims.store.transaction import writing
from tests.crosscheck.findings import read_findings
from tests.crosscheck.many import fill_many


@pytest.mark.parametrize("seed", range(1, 5))
def test_an_engine_that_answers_alike_leads_to_the_same_findings(
    seed: int, ledger: str, tmp_path: Path
) -> None:
    with writing(ledger, actor="mk", command="test") as session:
        fill_many(session, seed)
        record(session, "test", None, "end")
    other = shutil.copy(ledger, tmp_path / "other.db")
    with writing(ledger, actor="mk", command="cross-check") as session:
        cross_check(session, scope="all")
    with writing(str(other), actor="mk", command="cross-check") as session:
        cross_check(session, scope="all", engine=OwnEngine())
    found = read_findings(ledger)
    assert len({row[1] for row in found["finding"]}) >= 3
    assert read_findings(other) == found


def test_what_is_not_checked_as_a_whole_is_checked_by_the_ledgers_own_database(ledger: str) -> None:
    with writing(ledger, actor="mk", command="test") as session:
        fill_many(session, 1, subjects=2)
        engine = OwnEngine()
        cross_check(session, article_ids=[1], engine=engine)
    assert engine.began == 0
