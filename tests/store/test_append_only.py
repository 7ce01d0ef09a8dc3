"""What is decided is never overwritten, whoever opens the file."""

import sqlite3

import pytest

from claims.store.tables import Table

APPEND_ONLY = (
    "text",
    "revision",
    "claim",
    "qualifier",
    "decision",
    "slot_decision",
    "snapshot",
    "evidence",
    "verdict",
    "verdict_evidence",
    "verdict_mention",
    "verdict_considered",
    "ruling",
    "ruling_evidence",
    "sign_off",
    "finding_act",
    "import_reject",
    "event",
)
KEPT = (
    "article",
    "mention",
    "entity",
    "slot",
    "source",
    "reviewer",
    "finding",
    "correction",
    "event_payload",
)


def columns_of(table: str) -> list[str]:
    return [column.name for column in Table.metadata.tables[table].columns]


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_an_update_is_refused(shell: sqlite3.Connection, table: str) -> None:
    column = columns_of(table)[-1]
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
        shell.execute(f"UPDATE {table} SET {column} = {column}")


@pytest.mark.parametrize("table", APPEND_ONLY + KEPT)
def test_a_deletion_is_refused(shell: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        shell.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", APPEND_ONLY + KEPT)
@pytest.mark.parametrize("verb", ["INSERT OR REPLACE INTO", "REPLACE INTO", "INSERT INTO"])
def test_a_replacement_is_refused(shell: sqlite3.Connection, table: str, verb: str) -> None:
    before = shell.execute(f"SELECT * FROM {table}").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match=r"never replaced|does not follow|numbers go up"):
        shell.execute(f"{verb} {table} SELECT * FROM {table} LIMIT 1")
    assert shell.execute(f"SELECT * FROM {table}").fetchall() == before


@pytest.mark.parametrize("table", APPEND_ONLY + KEPT)
def test_an_upsert_is_refused(shell: sqlite3.Connection, table: str) -> None:
    column = columns_of(table)[-1]
    with pytest.raises(sqlite3.IntegrityError):
        shell.execute(
            f"INSERT INTO {table} SELECT * FROM {table} WHERE true LIMIT 1 ON CONFLICT DO UPDATE SET {column} = {column}"
        )


@pytest.mark.parametrize("table", APPEND_ONLY + KEPT)
def test_a_replacement_through_any_unique_key_is_refused(shell: sqlite3.Connection, table: str) -> None:
    """A row with a new id that repeats another unique key would delete the old row as well."""
    trigger = shell.execute(
        "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?", [f"{table}_refuses_replacement"]
    ).fetchone()[0]
    key = {column.name for column in Table.metadata.tables[table].primary_key}
    for _, name, unique, _, _ in shell.execute(f"PRAGMA index_list({table})").fetchall():
        listed = {row[2] for row in shell.execute(f"PRAGMA index_info({name})")}
        if unique and not key <= listed:
            assert all(f"{column} = NEW.{column}" in trigger for column in listed), (name, trigger)


def test_a_payload_can_be_erased_but_not_altered(shell: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="not altered"):
        shell.execute("UPDATE event_payload SET body = '{}' WHERE seq = 1")
    shell.execute("UPDATE event_payload SET body = NULL, salt = NULL WHERE seq = 1")


def test_a_used_rating_scale_is_frozen(shell: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="frozen"):
        shell.execute("UPDATE rating SET label_en = 'Nonsense' WHERE id = 1")


def test_every_table_is_filled_so_that_no_rule_is_tested_on_nothing(shell: sqlite3.Connection) -> None:
    empty = [
        name
        for name in Table.metadata.tables
        if not shell.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone()
    ]
    assert empty == []
