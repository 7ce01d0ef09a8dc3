"""Parquet files hold the ledger's rows, say what their columns mean, and are the same bytes every time."""

import builtins
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.errors import ExtraMissing, FileRefused
from claims.exchange import parquet
from claims.exchange.columns import EXPORTED, Exported
from claims.exchange.parquet import Written, export_parquet
from claims.store.transaction import reading

parquet_files = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed; see: make engines")


def export(ledger: str, folder: Path, **options: Any) -> list[Written]:
    with reading(ledger) as session:
        return export_parquet(session, folder, **options)


def read_rows(ledger: str, query: str) -> list[dict[str, Any]]:
    connection = sqlite3.connect(ledger)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute(query)]
    connection.close()
    return rows


@pytest.mark.parametrize("table", EXPORTED, ids=lambda table: table.name)
def test_a_file_has_the_rows_of_its_table(table: Exported, filled: str, folder: Path) -> None:
    export(filled, folder)
    stored = read_rows(filled, table.query)
    assert stored
    assert parquet_files.read_table(folder / f"{table.name}.parquet").to_pylist() == stored


@pytest.mark.parametrize("table", EXPORTED, ids=lambda table: table.name)
def test_every_column_of_a_table_is_exported_with_its_meaning(table: Exported, ledger: str) -> None:
    stored = read_rows(ledger, f"SELECT name FROM pragma_table_info('{table.name}')")
    assert [column.name for column in table.columns] == [row["name"] for row in stored]
    assert all(column.doc for column in table.columns)


def test_a_file_says_what_its_columns_mean(filled: str, folder: Path) -> None:
    export(filled, folder)
    schema = parquet_files.read_schema(folder / "v_mention.parquet")
    assert schema.metadata[b"title"].startswith(b"Mentions, one row each")
    assert schema.field("quote").metadata == {b"description": b"The exact characters at those offsets."}


def test_exporting_twice_gives_the_same_bytes(filled: str, folder: Path, tmp_path: Path) -> None:
    first, second = export(filled, folder), export(filled, tmp_path / "again")
    assert first == second
    for one in first:
        assert (folder / one.name).read_bytes() == (tmp_path / "again" / one.name).read_bytes()


def test_rows_are_written_in_groups_as_they_are_read(
    filled: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "ROWS_PER_GROUP", 2)
    monkeypatch.setattr(parquet, "_AT_ONCE", 1)
    told: list[int] = []
    done = export(filled, folder, progress=told.append)
    file = parquet_files.ParquetFile(folder / "check_row.parquet")
    groups = [file.metadata.row_group(place).num_rows for place in range(file.metadata.num_row_groups)]
    assert len(groups) > 1
    assert max(groups) == 2
    assert told == sorted(told)
    assert told[-1] == sum(one.rows for one in done)


def test_rows_and_sizes_are_told(filled: str, folder: Path) -> None:
    for one in export(filled, folder):
        assert one.bytes == (folder / one.name).stat().st_size
        assert one.rows == parquet_files.ParquetFile(folder / one.name).metadata.num_rows


def test_only_its_owner_can_read_it(filled: str, folder: Path) -> None:
    export(filled, folder)
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_a_folder_with_something_in_it_is_refused(filled: str, folder: Path) -> None:
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(FileRefused, match="is not empty"):
        export(filled, folder)
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_files_of_the_same_names_are_replaced_where_that_is_asked_for(filled: str, folder: Path) -> None:
    export(filled, folder)
    (folder / "notes.txt").write_text("mine")
    before = (folder / "check_row.parquet").read_bytes()
    (folder / "check_row.parquet").write_bytes(b"old")
    export(filled, folder, replace=True)
    assert (folder / "check_row.parquet").read_bytes() == before
    assert (folder / "notes.txt").read_text() == "mine"
    assert len(list(folder.iterdir())) == len(EXPORTED) + 1


def test_an_export_that_fails_leaves_nothing(
    filled: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(filled, folder, progress=stop)
    assert [path.name for path in folder.parent.iterdir() if not path.name.startswith("claims.db")] == []


def test_an_empty_ledger_gives_files_without_rows(ledger: str, folder: Path) -> None:
    assert {one.rows for one in export(ledger, folder)} == {0}
    assert parquet_files.read_table(folder / "v_claim.parquet").to_pylist() == []


def test_without_the_library_it_is_said_how_to_install_it(
    filled: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return kept(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ExtraMissing, match=r"pip install 'claims\[parquet\]'"):
        export(filled, folder)
    assert not folder.exists()


def test_the_command_says_what_was_written_and_what_waits(filled: str, claims: Callable[..., Any]) -> None:
    connection = sqlite3.connect(filled)
    connection.execute("INSERT INTO dirty_slot SELECT min(id) FROM slot")
    connection.commit()
    connection.close()
    done = claims("export", "parquet", "out")
    assert done.code == 0
    assert [line.partition(":")[0] for line in done.out.splitlines()] == [
        f"out/{table.name}.parquet" for table in EXPORTED
    ]
    assert "1 question changed" in done.err
    again = claims("export", "parquet", "out")
    assert again.code == 2
    assert "is not empty" in again.err
    forced = claims("--json", "export", "parquet", "out", "--force")
    assert forced.code == 0
    assert forced.json["waiting"] == 1
    assert {one["name"] for one in forced.json["files"]} == {f"{table.name}.parquet" for table in EXPORTED}
