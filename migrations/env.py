"""Runs the migrations on SQLite, then sets up triggers and views afresh.

Batch migrations rebuild a table: that drops its triggers, is blocked by views, and with foreign
keys on deletes children. So views and triggers go first and come back last, from the .sql files
that `sql_folders` names, and foreign keys are off while migrating and checked afterwards.
Nothing of the program is imported: a migration must run as it did when it was written.
"""

import re
from pathlib import Path

import sqlalchemy as sa
from alembic import context
from sqlalchemy import pool


def connect():
    """Return a connection: the caller's, or one on the database named by `-x url=`."""
    given = context.config.attributes.get("connection")
    if given is not None:
        return given
    url = context.get_x_argument(as_dictionary=True).get("url")
    if not url:
        raise SystemExit("name the database: alembic -x url=claims.db upgrade head (or run: claims init)")
    url = url if "://" in url else f"sqlite:///{url}"
    engine = sa.create_engine(url, poolclass=pool.NullPool, connect_args={"isolation_level": None})
    return engine.connect()


def read_statements(folder):
    """Yield the statements of a folder's .sql files, one per blank-line-separated block."""
    for path in sorted(Path(folder).glob("*.sql")):
        for block in path.read_text("utf-8").split("\n\n"):
            statement = "\n".join(line for line in block.splitlines() if not line.startswith("--")).strip()
            if statement:
                yield statement


def drop_views_and_triggers(connection):
    """Drop every view and trigger of the schema."""
    rows = connection.exec_driver_sql(
        "SELECT type, name FROM sqlite_schema WHERE type IN ('view', 'trigger')"
    ).all()
    for kind, name in rows:
        connection.exec_driver_sql(f'DROP {kind} "{name}"')


def find_tables(statement):
    """Return the table that a trigger watches or a view reads first, and those it writes into.

    Without one of them there is nothing to set up.
    """
    first = re.search(r"\b(?:ON|FROM) (\w+)$", statement, re.MULTILINE | re.IGNORECASE)[1]
    return {first, *re.findall(r"\bINSERT INTO (\w+)", statement)}


def check_foreign_keys(connection):
    """Refuse a migration that left a row without the row it refers to."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken:
        raise RuntimeError(f"the migration left a foreign key of table {broken[0]} without its row")


def migrate():
    """Run the migrations in one transaction: all of them, or none."""
    connection = connect()
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        drop_views_and_triggers(connection)
        context.configure(
            connection=connection,
            target_metadata=context.config.attributes.get("metadata"),
            render_as_batch=True,
            transactional_ddl=False,
        )
        context.run_migrations()
        tables = {
            row[0]
            for row in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")
        }
        for folder in context.config.get_main_option("sql_folders").split():
            for statement in read_statements(folder):
                if find_tables(statement) <= tables:
                    connection.exec_driver_sql(statement)
        check_foreign_keys(connection)
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("PRAGMA foreign_keys = ON")


migrate()
