"""A filled ledger, and a plain connection to it such as any other program would open."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.store.transaction import writing
from tests.store.filled import fill


@pytest.fixture(scope="session")
def filled_ledger(empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "claims.db"
    path.write_bytes(empty_ledger.read_bytes())
    with writing(str(path), actor="mk", command="test") as session:
        fill(session)
    return path


@pytest.fixture
def filled(filled_ledger: Path, tmp_path: Path) -> str:
    path = tmp_path / "filled.db"
    path.write_bytes(filled_ledger.read_bytes())
    return str(path)


@pytest.fixture
def shell(filled: str) -> Iterator[sqlite3.Connection]:
    """A connection of Python's own SQLite with no settings of ours, as the sqlite3 shell opens it."""
    connection = sqlite3.connect(filled, isolation_level=None)
    yield connection
    connection.close()
