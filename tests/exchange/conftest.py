"""A ledger with a row in every table, checked once."""

from pathlib import Path

import pytest

from claims.crosscheck import cross_check
from claims.store.transaction import writing
from claims.values import parse_edtf
from tests.crosscheck.factory import add_article, add_entity, say
from tests.store.filled import fill


@pytest.fixture
def filled(ledger: str) -> str:
    from claims.store.record import record

    with writing(ledger, actor="mk", command="test") as session:
        fill(session)
        product = add_entity(session, "Brakwin-9")
        for number, edtf in enumerate(("2024-11", "2025-01", "2025-01-10")):
            say(session, add_article(session, f"p{number}"), product, "released", parse_edtf(edtf))
        cross_check(session)
        record(session, "test", None, "end")
    return ledger


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out"
