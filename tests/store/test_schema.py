"""The migrations make the schema that the models describe, and can be undone and redone."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from claims.store.database import get_head, get_sqlite
from claims.store.schema import SQL_FOLDERS, upgrade
from claims.store.tables import Table


def describe(engine: sa.Engine) -> dict[str, Any]:
    """Return everything that reflection tells about every table."""
    seen = sa.inspect(engine)
    return {
        name: {
            "columns": [(c["name"], str(c["type"]), c["nullable"]) for c in seen.get_columns(name)],
            "key": seen.get_pk_constraint(name),
            "foreign": sorted(seen.get_foreign_keys(name), key=str),
            "unique": sorted(seen.get_unique_constraints(name), key=str),
            "checks": sorted(seen.get_check_constraints(name), key=str),
            "indexes": sorted(
                str(index | {"dialect_options": _say(index)}) for index in seen.get_indexes(name)
            ),
            "strict": seen.get_table_options(name),
        }
        for name in seen.get_table_names()
        if name != "alembic_version" and not name.startswith("search")
    }


def _say(index: Any) -> dict[str, str]:
    return {name: str(value) for name, value in index.get("dialect_options", {}).items()}


def test_empty_to_head_equals_the_models(empty_ledger: Path, tmp_path: Path) -> None:
    driver = get_sqlite()
    migrated = sa.create_engine(f"sqlite:///{empty_ledger}", module=driver)
    made = sa.create_engine(f"sqlite:///{tmp_path / 'made.db'}", module=driver)
    Table.metadata.create_all(made)
    assert describe(migrated) == describe(made)
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_declared})
        assert compare_metadata(context, Table.metadata) == []


def is_declared(name: str | None, *_: Any) -> bool:
    """The search index is a virtual table with shadows of its own, which no model can declare."""
    return not (name or "").startswith("search")


def test_every_table_is_strict(shell: sqlite3.Connection) -> None:
    loose = [row[1] for row in shell.execute("PRAGMA table_list") if row[2] == "table" and not row[5]]
    assert set(loose) <= {"alembic_version", "sqlite_schema", "sqlite_temp_schema", "sqlite_sequence"}


def read_setup(path: str) -> dict[str, str]:
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger')"
    ).fetchall()
    connection.close()
    return dict(rows)


def test_triggers_and_views_are_those_of_the_files(filled: str) -> None:
    text = "\n".join(path.read_text("utf-8") for folder in SQL_FOLDERS for path in folder.glob("*.sql"))
    setup = read_setup(filled)
    assert len(setup) == text.count("CREATE TRIGGER") + text.count("CREATE VIEW")
    assert [name for name, sql in setup.items() if sql not in text] == []


def test_the_last_step_down_and_up_again_keeps_the_rest(filled: str) -> None:
    before, rows = read_setup(filled), dump(filled)
    upgrade(filled, to="0006")
    assert "correction" not in dump(filled)
    upgrade(filled)
    assert read_setup(filled) == before
    kept = {
        name: found
        for name, found in rows.items()
        if name not in {"correction", "inquiry", "tag", "tagging", "assignment", "sign_off", "source_claim"}
        and not name.startswith(("search", "wording"))
    }
    assert {name: found for name, found in dump(filled).items() if name in kept} == kept | {
        "alembic_version": [(get_head(),)]
    }


def dump(path: str) -> dict[str, list[Any]]:
    connection = sqlite3.connect(path)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    connection.close()
    return found


def test_all_the_way_down_and_up_again(filled: str) -> None:
    upgrade(filled, to="base")
    assert set(dump(filled)) <= {"alembic_version", "sqlite_sequence"}
    upgrade(filled)
    assert read_setup(filled)


def test_upgrading_what_is_up_to_date_changes_no_byte(filled: str) -> None:
    before = dump(filled)
    assert upgrade(filled) == (get_head(), get_head())
    assert dump(filled) == before


def test_a_failing_migration_leaves_the_file_as_it_was(
    filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A further migration that fails in its second step: neither its first step nor anything else remains."""
    import shutil

    import claims.store.database as database
    import claims.store.schema as schema
    from claims.settings import get_folder

    folder = tmp_path / "migrations"
    shutil.copytree(get_folder("migrations"), folder)
    (folder / "versions" / "9999_broken.py").write_text(
        f'from alembic import op\nrevision = "9999"\ndown_revision = "{get_head()}"\n'
        'def upgrade():\n    op.execute("CREATE TABLE half (id INTEGER)")\n    op.execute("CREATE TABLE article (id INTEGER)")\n'
        "def downgrade():\n    pass\n"
    )
    database.get_head.cache_clear()
    monkeypatch.setattr(schema, "get_folder", lambda _: folder)
    monkeypatch.setattr(database, "get_folder", lambda _: folder)
    before, setup = dump(filled), read_setup(filled)
    with pytest.raises(sa.exc.OperationalError):
        upgrade(filled)
    database.get_head.cache_clear()
    assert dump(filled) == before
    assert read_setup(filled) == setup
