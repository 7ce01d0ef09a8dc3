"""What a cross-check left in a ledger, for comparing two ledgers."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def read_findings(path: str | Path) -> dict[str, list[Any]]:
    """Return findings, members and acts, without the time of each."""
    queries = {
        "finding": "SELECT * FROM finding ORDER BY id",
        "finding_member": "SELECT * FROM finding_member ORDER BY 1, 2",
        "finding_act": "SELECT id, action, content_hash, finding_id, run_id FROM finding_act ORDER BY id",
    }
    with closing(sqlite3.connect(path)) as connection:
        return {name: connection.execute(query).fetchall() for name, query in queries.items()}
