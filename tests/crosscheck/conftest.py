"""A unit of work on a ledger of the test's own."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from claims.store.record import record
from claims.store.transaction import writing


@pytest.fixture
def session(ledger: str) -> Iterator[Session]:
    with writing(ledger, actor="mk", command="test") as opened:
        yield opened
        record(opened, "test", None, "end")
