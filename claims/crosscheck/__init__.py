"""Finding contradictions between typed claims across documents."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.crosscheck.relate import relate
    from claims.crosscheck.rows.statement import Statement, make_statement
    from claims.crosscheck.rules import list_rules
    from claims.crosscheck.run import CheckOutcome, cross_check

__all__ = ["CheckOutcome", "Statement", "cross_check", "list_rules", "make_statement", "relate"]

_HOMES = {
    "CheckOutcome": "run",
    "Statement": "rows.statement",
    "cross_check": "run",
    "list_rules": "rules",
    "make_statement": "rows.statement",
    "relate": "relate",
}


def __getattr__(name: str) -> Any:
    """Import a part when it is first asked for: comparing two claims needs no database."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"claims.crosscheck.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
