"""Whether what a suggester returned can be kept: one check for all, the program's own included.

A suggestion that does not pass is dropped and counted under its reason; it is never put right, since
nobody could say afterwards whose claim it was.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import isfinite
from typing import Any, get_args

from claims.errors import InvalidEdtf
from claims.suggest.suggestion import Modality, Polarity, Suggestion, Voice
from claims.values.day import Day
from claims.values.edtf import parse_edtf
from claims.values.unit import get_base_bounds
from claims.values.value import BooleanValue, Comparator, Date, EntityValue, Quantity, StringValue, Value
from claims.vocabulary import ENTITY_KINDS, KnownEntity, Predicate, Unit, Vocabulary

_TYPES: Mapping[str, type[Value]] = {
    "date": Date,
    "quantity": Quantity,
    "entity": EntityValue,
    "string": StringValue,
    "boolean": BooleanValue,
}
_WORDS = {"polarity": get_args(Polarity), "modality": get_args(Modality), "voice": get_args(Voice)}
_BARE = {"count", "number"}

# Below, what was returned is of type Any: a dataclass does not check what its fields are given.


def check(
    text: str, found: Iterable[object], vocabulary: Vocabulary, entities: Iterable[KnownEntity] = ()
) -> tuple[list[Suggestion], Counter[str]]:
    """Return the suggestions that can be kept for `text`, and how many were dropped for which reason."""
    known = {entity.key for entity in (*vocabulary.entities, *entities)}
    kept: list[Suggestion] = []
    dropped: Counter[str] = Counter()
    for one in found:
        if not isinstance(one, Suggestion):
            dropped["no suggestion"] += 1
            continue
        reason = find_fault(text, one, vocabulary, known)
        if reason is None:
            kept.append(one)
        else:
            dropped[reason] += 1
    return kept, dropped


def find_fault(text: str, one: Suggestion, vocabulary: Vocabulary, known: set[str]) -> str | None:
    """Return why a suggestion cannot be kept, None if it can; `known` are the keys of known entities."""
    return (
        _find_fault_of_place(text, one)
        or _find_fault_of_words(one)
        or _find_fault_of_names(one, known)
        or _find_fault_of_type(one, vocabulary)
    )


def _find_fault_of_place(text: str, one: Any) -> str | None:
    if not _is_span(one.start, one.end, len(text)):
        return "offsets outside the text"
    if not text[one.start : one.end].strip():
        return "empty quote"
    if (one.value_start, one.value_end) != (None, None) and not _is_span(
        one.value_start, one.value_end, len(text)
    ):
        return "value outside the text"
    return None


def _is_span(start: object, end: object, length: int) -> bool:
    return type(start) is int and type(end) is int and 0 <= start < end <= length


def _find_fault_of_words(one: Any) -> str | None:
    if isinstance(one.score, bool) or not isinstance(one.score, int | float) or not 0 <= one.score <= 1:
        return "score not between 0 and 1"
    for name, allowed in _WORDS.items():
        if getattr(one, name) not in allowed:
            return f"unknown {name}"
    if not isinstance(one.reasons, tuple | list) or not all(_is_text(reason) for reason in one.reasons):
        return "reasons are no texts"
    qualifiers = one.qualifiers
    if not isinstance(qualifiers, Mapping) or not all(map(_is_text, (*qualifiers, *qualifiers.values()))):
        return "qualifiers are no texts"
    if one.as_of is not None and not _is_edtf(one.as_of):
        return "as-of is no date"
    return None if isinstance(one.hedged, bool) else "unknown hedge"


def _is_text(value: object) -> bool:
    """Tell whether a value is a string that the ledger can keep exactly."""
    return isinstance(value, str) and "\0" not in value and not any("\ud800" <= c <= "\udfff" for c in value)


def _is_edtf(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        parse_edtf(value)
    except InvalidEdtf:
        return False
    return True


def _find_fault_of_names(one: Any, known: set[str]) -> str | None:
    for named in (one.subject, one.speaker, one.value if isinstance(one.value, EntityValue) else None):
        if named is None:
            continue
        if not isinstance(named, EntityValue) or not _is_text(named.label):
            return "a name that is no text"
        key: Any = named.id
        if key is not None and not (isinstance(key, str) and key in known):
            return "unknown entity"
        if named.kind is not None and named.kind not in ENTITY_KINDS:
            return "unknown kind of entity"
    return None


def _find_fault_of_type(one: Any, vocabulary: Vocabulary) -> str | None:
    if one.predicate is None:
        return None if one.snak == "untyped" else "no predicate"
    predicate = vocabulary.predicates.get(one.predicate) if isinstance(one.predicate, str) else None
    if predicate is None:
        return "unknown predicate"
    if one.subject is None or not (one.subject.id or one.subject.label.strip()):
        return "no subject"
    if one.snak in {"novalue", "somevalue"}:
        return None if one.value is None else "a value where there is none"
    if one.snak != "value":
        return "unknown kind of answer"
    if isinstance(one.value, _TYPES[predicate.value_type]) and not _is_sound(one.value, vocabulary.units):
        return "value not readable"
    return None if fits(one.value, predicate, vocabulary.units) else "value does not fit the predicate"


def fits(value: object, predicate: Predicate, units: Mapping[str, Unit]) -> bool:
    """Tell whether a value is of the type and dimension that a predicate wants."""
    if not isinstance(value, _TYPES[predicate.value_type]):
        return False
    if not isinstance(value, Quantity) or predicate.dimension is None:
        return True
    if value.unit is not None and value.unit not in units:
        return False
    dimension = get_base_bounds(value)[0].partition(":")[0]
    return dimension == predicate.dimension or {dimension, predicate.dimension} <= _BARE


def _is_sound(value: Any, units: Mapping[str, Unit]) -> bool:
    match value:
        case Date(edtf=edtf, lo=lo, hi=hi, modifier=modifier, text=text):
            days = all(day is None or isinstance(day, Day) for day in (lo, hi))
            forward = lo is None or hi is None or (days and lo <= hi)
            words = modifier in (None, "early", "mid", "late") and _is_text(text)
            return days and forward and words and (edtf is None or _is_edtf(edtf))
        case Quantity():
            return _is_figure(value, units)
        case EntityValue(label=label, id=key):
            return key is not None or bool(label.strip())
        case StringValue(text=text):
            return _is_text(text) and bool(text.strip())
        case BooleanValue(value=answer):
            return isinstance(answer, bool)
    return False


def _is_figure(value: Any, units: Mapping[str, Unit]) -> bool:
    bounds = [bound for bound in (value.lo, value.hi) if bound is not None]
    if not all(isinstance(bound, int | float) and isfinite(bound) for bound in bounds):
        return False
    forward = value.lo is None or value.hi is None or value.lo < value.hi
    known = value.unit is None or (isinstance(value.unit, str) and value.unit in units)
    amounts = [value.amount, *([] if value.amount_max is None else [value.amount_max])]
    return (
        forward
        and known
        and value.comparator in get_args(Comparator)
        and _is_text(value.text)
        and all(map(_is_amount, amounts))
    )


def _is_amount(amount: object) -> bool:
    if not isinstance(amount, str) or len(amount) > 400 or "e" in amount.lower():
        return False
    try:
        Fraction(amount)
    except (ValueError, ZeroDivisionError):
        return False
    return True
