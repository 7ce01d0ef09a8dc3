"""What a claim can say: dates, quantities and their units; finding them in text; comparing them.

`find` and `compare` name both a module and its function. They are bound here at once: Python would
otherwise put the module in their place as soon as somebody imports it.
"""

from claims.values.compare import Relation, compare
from claims.values.day import Day
from claims.values.edtf import parse_edtf
from claims.values.find import find
from claims.values.value import BooleanValue, Date, EntityValue, Found, Quantity, StringValue, Value

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
