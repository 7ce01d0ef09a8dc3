"""Which names came or mean something else than before: sentences that have one are compared again."""

import json
from typing import Any

from sqlalchemy.orm import Session

from claims.store.write import get_changes

_MEANING = {"merged_into_id", "kind"}
"""What of an entity its names mean by."""

_NAMES_OF = """
INSERT OR IGNORE INTO dirty_name (name)
WITH RECURSIVE named (id) AS (
    SELECT value FROM json_each(?)
    UNION
    SELECT entity.id FROM named CROSS JOIN entity ON entity.merged_into_id = named.id
)
SELECT alias.name FROM named CROSS JOIN alias ON alias.entity_id = named.id
"""


def mark_names(session: Session) -> None:
    """Mark the names that what was written since the last event gives, takes, or lets mean something else."""
    changes = get_changes(session)
    columns, rows = changes.inserted.get("alias", ((), []))
    names: set[Any] = {row[columns.index("name")] for row in rows}
    names.update(row["name"] for row in changes.deleted.get("alias", ()))
    entities = {
        where["id"] for where, changed in changes.updated.get("entity", ()) if changed.keys() & _MEANING
    }
    if names:
        session.connection().exec_driver_sql(
            "INSERT OR IGNORE INTO dirty_name (name) VALUES (?)", [(name,) for name in sorted(names)]
        )
    if entities:
        session.connection().exec_driver_sql(_NAMES_OF, (json.dumps(sorted(entities)),))
