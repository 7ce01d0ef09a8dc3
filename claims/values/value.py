"""What a claim can say: a date, a quantity, an entity, a piece of text, yes or no.

The attributes are the keys of the JSON that other programs read.
"""

from dataclasses import dataclass
from typing import Any, Literal

from claims.values.day import Day

Comparator = Literal["=", "~", "<", "<=", ">", ">="]
"""How the text qualifies a figure: exactly, about, below, at most, above, at least."""


@dataclass(frozen=True, slots=True)
class Date:
    """A time as EDTF (ISO 8601-2) says it; `lo` and `hi` are its first and last possible day.

    `edtf` is None where the text gives a time that cannot be resolved ("seit kurzem").
    `lo` or `hi` is None where that end is open or unknown. `modifier` keeps "early", "mid" or
    "late" of a period ("Anfang 2025"); `lo` and `hi` then bound that part of it.
    """

    edtf: str | None
    lo: Day | None
    hi: Day | None
    modifier: str | None = None
    text: str = ""

    type: Literal["date"] = "date"

    def to_json(self) -> dict[str, Any]:
        """Return the value as the JSON contract writes it; bounds are ISO dates."""
        return {
            "type": "date",
            "edtf": self.edtf,
            "modifier": self.modifier,
            "lo": None if self.lo is None else str(self.lo),
            "hi": None if self.hi is None else str(self.hi),
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit: exact as written, and the half-open interval [lo, hi) it stands for.

    `amount` is decimal text ("5600000", "-3.5") or a fraction ("1/8"); `amount_max` is the upper
    figure of a range. `lo` and `hi` are in `unit`, None where unbounded. `unit` is a code of
    `seeds/units.toml` ("USD", "%", "pp", "km", "rank"), None for a bare number or a count.
    """

    amount: str
    lo: float | None
    hi: float | None
    comparator: Comparator = "="
    unit: str | None = None
    amount_max: str | None = None
    text: str = ""

    type: Literal["quantity"] = "quantity"

    def to_json(self) -> dict[str, Any]:
        """Return the value as the JSON contract writes it."""
        return {
            "type": "quantity",
            "amount": self.amount,
            "amount_max": self.amount_max,
            "lo": self.lo,
            "hi": self.hi,
            "comparator": self.comparator,
            "unit": self.unit,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class EntityValue:
    """A reference to an entity; `id` is None for a name that the ledger does not know yet."""

    label: str
    id: str | None = None
    kind: str | None = None

    type: Literal["entity"] = "entity"

    def to_json(self) -> dict[str, Any]:
        """Return the value as the JSON contract writes it."""
        return {"type": "entity", "id": self.id, "label": self.label}


@dataclass(frozen=True, slots=True)
class StringValue:
    """A piece of text, such as what somebody said."""

    text: str

    type: Literal["string"] = "string"

    def to_json(self) -> dict[str, Any]:
        """Return the value as the JSON contract writes it."""
        return {"type": "string", "text": self.text}


@dataclass(frozen=True, slots=True)
class BooleanValue:
    """Yes or no."""

    value: bool

    type: Literal["boolean"] = "boolean"

    def to_json(self) -> dict[str, Any]:
        """Return the value as the JSON contract writes it."""
        return {"type": "boolean", "value": self.value}


Value = Date | Quantity | EntityValue | StringValue | BooleanValue


@dataclass(frozen=True, slots=True)
class Found:
    """A value found in a text at `text[start:end]`, in Unicode code points."""

    start: int
    end: int
    value: Date | Quantity
