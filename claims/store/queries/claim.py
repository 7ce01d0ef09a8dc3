"""Claims: from a typed value to the columns that keep it, and back."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.tables import Claim, Entity, Unit
from claims.values.day import Day
from claims.values.unit import get_base_bounds
from claims.values.value import BooleanValue, Date, EntityValue, Quantity, StringValue, Value

VALUE_COLUMNS = (
    Claim.snak,
    Claim.value_type,
    Claim.value_text,
    Claim.edtf,
    Claim.modifier,
    Claim.date_lo,
    Claim.date_hi,
    Claim.amount,
    Claim.amount_max,
    Claim.number_lo,
    Claim.number_hi,
    Claim.comparator,
    Claim.value_bool,
    Claim.value_entity_id,
    Unit.code.label("unit_code"),
    Unit.factor.label("unit_factor"),
    Unit.offset.label("unit_offset"),
    Entity.label.label("value_label"),
)
"""What `value_of` reads; join unit and entity outwards to the claim."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What makes a claim within its slot: the columns of one row, without ids of claim and slot."""

    snak: str
    columns: tuple[tuple[str, Any], ...]
    value_key: str
    value_text: str
    polarity: str = "asserted"
    modality: str = "happened"
    as_of: str = ""


def columns_of(
    value: Value | None, units: dict[str, int], entity_id: int | None
) -> tuple[str, dict[str, Any]]:
    """Return a value's canonical key and the claim columns that keep it.

    `entity_id` is the row of an entity value. A date that could not be resolved is no value: it
    becomes a snak of its own ("some value"), keyed by its words.
    """
    match value:
        case None:
            return "", {}
        case Date():
            return f"date:{value.edtf}|{value.modifier or ''}", {
                "value_type": "date",
                "edtf": value.edtf,
                "modifier": value.modifier,
                "date_lo": _text(value.lo),
                "date_hi": _text(value.hi),
                "day_lo": None if value.lo is None else value.lo.number,
                "day_hi": None if value.hi is None else value.hi.number + 1,
            }
        case Quantity():
            _, lo, hi = get_base_bounds(value)
            key = json.dumps([value.comparator, value.amount, value.amount_max, value.unit, lo, hi])
            return f"quantity:{key}", {
                "value_type": "quantity",
                "amount": value.amount,
                "amount_max": value.amount_max,
                "number_lo": lo,
                "number_hi": hi,
                "comparator": value.comparator,
                "unit_id": None if value.unit is None else units[value.unit],
            }
        case EntityValue():
            return f"entity:{entity_id}", {"value_type": "entity", "value_entity_id": entity_id}
        case StringValue():
            return f"string:{' '.join(value.text.split()).casefold()}", {"value_type": "string"}
        case BooleanValue():
            return f"boolean:{int(value.value)}", {"value_type": "boolean", "value_bool": int(value.value)}


def text_of(value: Value | None) -> str:
    """Return the value in words, as a list shows it."""
    match value:
        case None:
            return ""
        case Date() | Quantity() | StringValue():
            return value.text
        case EntityValue():
            return value.label
        case BooleanValue():
            return "true" if value.value else "false"


def value_of(row: Any) -> Value | None:
    """Return the typed value of a row with `VALUE_COLUMNS`; None where it has none."""
    match row.value_type:
        case "date":
            return Date(row.edtf, _day(row.date_lo), _day(row.date_hi), row.modifier, row.value_text)
        case "quantity":
            return Quantity(
                amount=row.amount,
                lo=_in_unit(row.number_lo, row),
                hi=_in_unit(row.number_hi, row),
                comparator=row.comparator,
                unit=row.unit_code,
                amount_max=row.amount_max,
                text=row.value_text,
            )
        case "entity":
            return EntityValue(row.value_label, f"e{row.value_entity_id}")
        case "string":
            return StringValue(row.value_text)
        case "boolean":
            return BooleanValue(bool(row.value_bool))
    return Date(None, None, None, None, row.value_text) if row.snak == "somevalue" else None


def find_claim(session: Session, slot_id: int | None, answer: Answer) -> int | None:
    """Return the claim that gives this answer, if there is one."""
    return session.scalar(
        select(Claim.id).where(
            Claim.slot_id.is_(None) if slot_id is None else Claim.slot_id == slot_id,
            Claim.snak == answer.snak,
            Claim.value_key == answer.value_key,
            Claim.polarity == answer.polarity,
            Claim.modality == answer.modality,
            Claim.as_of == answer.as_of,
        )
    )


def _text(day: Day | None) -> str | None:
    return None if day is None else str(day)


def _day(text: str | None) -> Day | None:
    if text is None:
        return None
    year, month, day = text.rsplit("-", 2)
    return Day(int(year), int(month), int(day))


def _in_unit(bound: float | None, row: Any) -> float | None:
    if bound is None or row.unit_factor is None:
        return bound
    # Twelve digits are all that a figure in print can mean; more would show the division's error.
    return float(f"{(bound - float(row.unit_offset)) / float(row.unit_factor):.12g}")
