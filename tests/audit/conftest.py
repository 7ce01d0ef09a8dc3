"""A ledger in which things happened, its log by itself, and a bundle of it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.annotate.decide import accept_mentions, reject_mentions
from claims.audit.export import export_bundle
from claims.audit.load import open_scratch
from claims.ingest.metadata import ReadOptions
from claims.ingest.run import import_paths
from claims.store.queries.reviewer import add_reviewer
from claims.store.transaction import reading, writing
from claims.suggest.run import suggest_for
from tests.audit.forge import Log, copy_log, keep_secret, open_as_owner, tag_things
from tests.audit.undoing import Desk
from tests.store.filled import fill

TEXT = "Die Nordbrücke wurde am 14. März 2025 eröffnet. Das Südstadion wurde am 3. Mai 2024 eröffnet.\n"


@pytest.fixture(scope="session")
def worked_ledger(empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger with a row in every table and some forty events; copy it, do not write to it."""
    folder = tmp_path_factory.mktemp("worked")
    path = folder / "claims.db"
    path.write_bytes(empty_ledger.read_bytes())
    article = folder / "bridge.txt"
    article.write_text(TEXT, "utf-8")
    with writing(str(path), actor="mk", command="test") as session:
        fill(session)
        tag_things(session, 32)
        import_paths(session, [article], ReadOptions(language="de", published="2025-04-01"))
        suggest_for(session, [2])
        accept_mentions(session, [2])
        reject_mentions(session, [2])
        keep_secret(session)
        add_reviewer(session, "jd", "Jo Duden")
    return path


@pytest.fixture
def worked(worked_ledger: Path, tmp_path: Path) -> str:
    path = tmp_path / "worked.db"
    path.write_bytes(worked_ledger.read_bytes())
    return str(path)


@pytest.fixture
def owned(worked: str) -> Iterator[sqlite3.Connection]:
    """Return the ledger as its file's owner opens it: no triggers, no foreign keys, nothing in the way."""
    connection = open_as_owner(worked)
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def kept_log(worked_ledger: Path) -> Log:
    return copy_log(worked_ledger)


@pytest.fixture
def log(kept_log: Log) -> Iterator[sqlite3.Connection]:
    """Return the log alone, in tables that take any cell; what a test does to it is rolled back."""
    connection = open_scratch()
    kept_log.write_into(connection)
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def kept_bundle(worked_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "out"
    with reading(str(worked_ledger)) as session:
        export_bundle(session, folder, confidential=True)
    return folder


@pytest.fixture
def bundle(kept_bundle: Path, tmp_path: Path) -> Path:
    import shutil

    return Path(shutil.copytree(kept_bundle, tmp_path / "out"))


@pytest.fixture
def at(ledger: str, tmp_path: Path) -> Desk:
    """Return a desk with an article that was imported (event 3) and read (event 4)."""
    (tmp_path / "bridge.txt").write_text(TEXT, "utf-8")
    desk = Desk(ledger)
    options = ReadOptions(language="de", published="2025-04-01")
    assert desk.do(lambda session: import_paths(session, [tmp_path / "bridge.txt"], options)) == 3
    assert desk.do(suggest_for) == 4
    assert desk.cell("SELECT count(*) FROM mention") >= 2
    return desk
