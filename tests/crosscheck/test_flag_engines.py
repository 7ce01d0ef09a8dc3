"""The flag's query runs as it stands on every database, and flags the same keys."""

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import postgres
from claims.crosscheck.query import read_sql
from claims.exchange.columns import CHECK_ROW
from claims.store.record import record
from claims.store.transaction import reading, writing
from tests.crosscheck.many import fill_rows

SEEDS = (1, 2, 3)
TYPES = {"int64": "BIGINT", "float64": "DOUBLE PRECISION", "string": "TEXT"}


@pytest.fixture(params=SEEDS)
def checked(ledger: str, request: pytest.FixtureRequest) -> str:
    """Return a ledger with check rows of all kinds."""
    with writing(ledger, actor="mk", command="test") as session:
        fill_rows(session, seed=request.param)
        record(session, "test", None, "end")
    return ledger


@pytest.fixture
def own(checked: str) -> list[int]:
    """Return the keys that the ledger's own database flags."""
    connection = sqlite3.connect(checked)
    keys = sorted(key for (key,) in connection.execute(read_sql("flag")))
    connection.close()
    assert 100 < len(keys) < 1900
    return keys


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    if missing := postgres.why_not():
        pytest.skip(missing)
    with tempfile.TemporaryDirectory(prefix="pg") as folder, postgres.serving(Path(folder)) as address:
        yield address


def test_postgresql_flags_the_same_keys(checked: str, own: list[int], server: str) -> None:
    import psycopg

    columns = ", ".join(f"{column.name} {TYPES[column.kind]}" for column in CHECK_ROW.columns)
    source = sqlite3.connect(checked)
    rows = source.execute(CHECK_ROW.query).fetchall()
    source.close()
    with psycopg.connect(server) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE check_row ({columns})")
        with cursor.copy("COPY check_row FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        flagged = cursor.execute(read_sql("flag")).fetchall()
    assert sorted(key for (key,) in flagged) == own


def test_duckdb_flags_the_same_keys_in_a_parquet_file(checked: str, own: list[int], tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed; see: make engines")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed; see: make engines")
    from claims.exchange.parquet import write_table

    with reading(checked) as session:
        write_table(session, CHECK_ROW, tmp_path)
    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW check_row AS FROM '{tmp_path}/check_row.parquet'")
        flagged = connection.execute(read_sql("flag")).fetchall()
    assert sorted(key for (key,) in flagged) == own
