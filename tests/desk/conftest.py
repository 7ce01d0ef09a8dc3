"""A unit of work that leaves nothing behind."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from claims.store.record import record
from claims.store.transaction import writing


@pytest.fixture
def session(ledger: str) -> Iterator[Session]:
    with writing(ledger, actor="mk", command="test", keep=False) as opened:
        yield opened
        record(opened, "test", None, "end")
