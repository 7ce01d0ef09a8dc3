"""What a claim can say: dates, quantities and their units; finding them in text; comparing them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claims.values.day import Day
from claims.values.value import BooleanValue, Date, EntityValue, Found, Quantity, StringValue, Value

if TYPE_CHECKING:
    from claims.values.compare import Relation, compare
    from claims.values.edtf import parse_edtf
    from claims.values.find import find

__all__ = [
    "BooleanValue",
    "Date",
    "Day",
    "EntityValue",
    "Found",
    "Quantity",
    "Relation",
    "StringValue",
    "Value",
    "compare",
    "find",
    "parse_edtf",
]

_HOMES = {"Relation": "compare", "compare": "compare", "find": "find", "parse_edtf": "edtf"}


def __getattr__(name: str) -> Any:
    """Import the finder, the parser and the comparison when they are first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"claims.values.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
