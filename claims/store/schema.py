"""Bringing a ledger's file to this program's schema."""

from pathlib import Path

from claims.settings import APPLICATION_ID, get_folder
from claims.store.database import create_file, get_head, get_sqlite, is_wal_safe


def upgrade(url: str, *, to: str = "head") -> tuple[str | None, str]:
    """Create the file if need be and run the migrations it lacks; return the version before and after.

    The migrations run in one transaction: a failure leaves the file as it was.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext

    engine = create_file(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        before = context.get_current_revision()
        if before is not None and before > get_head():
            from claims.store.database import open_file

            open_file(url, write=False)
        if before is None:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            if is_wal_safe(get_sqlite().sqlite_version_info):
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(get_folder("migrations")))
        config.set_main_option("sql_folders", " ".join(str(folder) for folder in SQL_FOLDERS))
        if to != before:
            down = to == "base" or (to != "head" and before is not None and to < before)
            (command.downgrade if down else command.upgrade)(config, to)
        after = context.get_current_revision()
    return before, after or "none"


SQL_FOLDERS = (Path(__file__).parent / "triggers", Path(__file__).parent / "views")
"""Where the triggers and views are; they are set up afresh after every migration."""
