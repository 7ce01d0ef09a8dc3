"""The triggers that the program ships: what they say, and which tables they keep from change or deletion."""

import re
from functools import cache

from claims.store.schema import SQL_FOLDERS

_NAME = re.compile(r"CREATE TRIGGER (\w+)")
_REFUSAL = re.compile(r"(\w+)_refuses_(update|delete)")


@cache
def read_triggers() -> dict[str, str]:
    """Return the shipped triggers: name → the statement as the database keeps it."""
    found = {}
    for folder in SQL_FOLDERS:
        for path in sorted(folder.glob("*.sql")):
            for block in path.read_text("utf-8").split("\n\n"):
                lines = [line for line in block.splitlines() if not line.startswith("--")]
                statement = "\n".join(lines).strip()
                name = _NAME.match(statement)
                if name:
                    found[name[1]] = statement
    return found


@cache
def list_refusing(act: str) -> frozenset[str]:
    """Return the tables whose rows the triggers keep from an act, "update" or "delete"."""
    matches = filter(None, map(_REFUSAL.fullmatch, read_triggers()))
    return frozenset(match[1] for match in matches if match[2] == act)
