"""What reading an article costs follows the article, not the names that the ledger knows."""

from pathlib import Path

import pytest

from bench.ledger import copy_ledger, drop_triggers, transaction, write_raw
from claims.ingest.metadata import ReadOptions
from claims.ingest.run import import_paths
from claims.store.opening import make_opening
from claims.store.transaction import writing
from claims.suggest.run import suggest_for
from tests.counting import count

FURTHER_NAMES = 5_000
TEXT = "Die Firma Velora Optik wurde 1998 gegründet. DeepSeek hat im Jahr 2024 rund 160 Mitarbeiter."


@pytest.fixture
def ledgers(ledger: str, tmp_path: Path) -> tuple[str, str]:
    """Return a ledger, and one that knows several times as many names, each with an article to read."""
    article = tmp_path / "a.txt"
    article.write_text(TEXT, "utf-8")
    with writing(ledger, actor="mk", command="import") as session:
        import_paths(session, [str(article)], ReadOptions(language="de"))
    large = copy_ledger(ledger, str(tmp_path / "large.db"))
    drop_triggers(large)
    with transaction(large) as connection:
        first = connection.execute("SELECT max(id) + 1 FROM entity").fetchone()[0]
        alias = connection.execute("SELECT max(id) + 1 FROM alias").fetchone()[0]
        names = [(n, f"Ortsverein {n}") for n in range(FURTHER_NAMES)]
        columns = ("id", "kind", "label", "state")
        rows = [(first + n, "organisation", name, "accepted") for n, name in names]
        write_raw(connection, "entity", columns, rows)
        columns = ("id", "entity_id", "language", "name", "kind", "opening")
        rows = [(alias + n, first + n, "mul", name, "name", make_opening(name)) for n, name in names]
        write_raw(connection, "alias", columns, rows)
    return ledger, large


def test_neither_queries_nor_rows_read_grow_with_the_names_known(ledgers: tuple[str, str]) -> None:
    counted = []
    for path in ledgers:
        with writing(path, actor="mk", command="suggest") as session, count(session) as done:
            assert suggest_for(session).typed == 2
        counted.append(done)
    small, large = counted
    assert large["queries"] == small["queries"]
    assert large["steps"] <= small["steps"] * 1.1
