"""A unit of work on a ledger where one product's release is dated twice, and a command line on such a one."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from claims.store.record import record
from claims.store.transaction import writing
from tests.annotate.sample import NOW, Sample, set_up


@pytest.fixture
def session(ledger: str) -> Iterator[Session]:
    with writing(ledger, actor="mk", command="test", clock=lambda: NOW) as opened:
        yield opened
        record(opened, "test", None, "end")


@pytest.fixture
def sample(session: Session) -> Sample:
    return set_up(session)


@pytest.fixture
def read(desk: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Return the command line on a ledger with two articles, read, and the files of a source beside it."""
    (tmp_path / "a.txt").write_text("DeepSeek-R1 erschien im Januar 2025. Es stammt von DeepSeek.", "utf-8")
    (tmp_path / "b.txt").write_text("DeepSeek-R1 erschien im November 2024.", "utf-8")
    (tmp_path / "note.txt").write_text("The model was released\non 20 January 2025.", "utf-8")
    desk("import", "a.txt", "b.txt", "--language", "de", "--published", "2025-02-01")
    desk("suggest")
    return desk
