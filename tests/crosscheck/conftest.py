"""A unit of work on a ledger of the test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from claims.store.record import record
from claims.store.transaction import writing
from tests.crosscheck.texts import Press


@pytest.fixture
def session(ledger: str) -> Iterator[Session]:
    with writing(ledger, actor="mk", command="test") as opened:
        yield opened
        record(opened, "test", None, "end")


@pytest.fixture
def press(desk: Callable[..., Any], tmp_path: Path) -> Press:
    """Return a desk to which articles come."""
    return Press(desk, tmp_path)
