"""The week of a small desk, filled once for all tests that only read it."""

from pathlib import Path

import pytest

from tests.reports.report_week import make_week


@pytest.fixture(scope="session")
def week(empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a ledger with the week of `report_week`; copy it, do not write to it."""
    path = tmp_path_factory.mktemp("week") / "claims.db"
    path.write_bytes(empty_ledger.read_bytes())
    make_week(str(path))
    return str(path)
