"""Reading a value that a reviewer typed, in the type that the predicate wants."""

from sqlalchemy.orm import Session

from claims.errors import DecisionRefused, InvalidEdtf
from claims.store.queries.entity import find_entity_named
from claims.values import find, parse_edtf
from claims.values.unit import get_base_bounds
from claims.values.value import BooleanValue, Date, EntityValue, Quantity, StringValue, Value
from claims.vocabulary import Predicate

_YES = {"yes": True, "ja": True, "true": True, "no": False, "nein": False, "false": False}


def read_value(
    session: Session, given: str | None, predicate: Predicate, language: str, published: str | None
) -> Value:
    """Return the value that `given` spells for this predicate.

    Raises:
        DecisionRefused: It spells none, or one of another type or dimension.
    """
    if given is None or not given.strip():
        raise DecisionRefused(f"{predicate.key} wants a value of type {predicate.value_type}: --value VALUE")
    match predicate.value_type:
        case "date":
            return _read_date(given, language, published)
        case "quantity":
            return _read_quantity(given, predicate, language)
        case "entity":
            return find_entity_named(session, given) or EntityValue(
                given, None, (predicate.value_kinds or ("topic",))[0]
            )
        case "boolean":
            if given.casefold() not in _YES:
                raise DecisionRefused(f"{given!r} is neither yes nor no")
            return BooleanValue(_YES[given.casefold()])
    return StringValue(given)


def _read_date(given: str, language: str, published: str | None) -> Date:
    try:
        date = parse_edtf(given)
    except InvalidEdtf:
        found = [one.value for one in find(given, language, published) if isinstance(one.value, Date)]
        if len(found) != 1 or found[0].edtf is None:
            raise DecisionRefused(
                f"{given!r} is not one date; write it as 2025-01-20, 2025-01 or in words (20. Januar 2025)"
            ) from None
        return found[0]
    return Date(date.edtf, date.lo, date.hi, date.modifier, given)


def _read_quantity(given: str, predicate: Predicate, language: str) -> Quantity:
    found = [one.value for one in find(given, language) if isinstance(one.value, Quantity)]
    if len(found) != 1:
        raise DecisionRefused(f"{given!r} is not one figure; write it as texts do: 5,6 Mio. Dollar")
    dimension = get_base_bounds(found[0])[0].partition(":")[0]
    if predicate.dimension not in {None, dimension} and {predicate.dimension, dimension} - {
        "count",
        "number",
    }:
        raise DecisionRefused(
            f"{predicate.key} wants a figure of {predicate.dimension}, {given!r} is one of {dimension}"
        )
    return found[0]
