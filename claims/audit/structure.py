"""The file itself: is it sound, are all tables there, do the triggers stand that keep programs from mistakes."""

from typing import Any

from claims.audit.guards import read_triggers
from claims.audit.report import Report
from claims.store.tables import Table

_LISTED = 50


def check_file(connection: Any, report: Report) -> bool:
    """Check the file's pages and tables; return whether the rest can be read at all."""
    for (said,) in connection.execute(f"PRAGMA integrity_check({_LISTED})"):
        if said != "ok":
            report.add("DAMAGED", "the file", str(said))
    whole = True
    for name, table in Table.metadata.tables.items():
        there = {row[1] for row in connection.execute("SELECT * FROM pragma_table_info(?)", (name,))}
        lost = [column.name for column in table.columns if column.name not in there]
        if lost:
            whole = False
            what = f"lacks {', '.join(lost)}" if there else "is missing"
            report.add("SCHEMA", f"table {name}", what)
    return whole


def check_triggers(connection: Any, report: Report) -> None:
    """Compare the ledger's triggers with those that the program ships."""
    query = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'"
    there = {name: (table, sql) for name, table, sql in connection.execute(query)}
    for name, statement in read_triggers().items():
        if name not in there:
            report.add("TRIGGER", name, "is missing; claims init puts it back")
        elif there[name][1] != statement:
            report.add("TRIGGER", name, f"was altered on {there[name][0]}; it does not say what it should")
    for name in sorted(set(there) - set(read_triggers())):
        report.add("TRIGGER", name, f"is none of the program's; it stands on {there[name][0]}")
