"""When a figure was true: the period or day that its clause states, and the one it is compared with."""

import re
from collections.abc import Sequence

from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Item, Reading
from claims.values.value import Date, EntityValue, Quantity, StringValue
from claims.vocabulary import Predicate

_DAY = re.compile(r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}[?~%]?")
_COMPARED = frozenset(
    {"gegenüber", "vergleich", "als", "verglichen", "than", "from", "compared", "versus", "nach", "after"}
)
_REACH = 3


def read_times(
    reading: Reading, draft: Draft, predicate: Predicate | None, dated: set[int]
) -> tuple[dict[str, str], str | None]:
    """Return the period, base period or as-of that a figure's clause states beside it."""
    by_itself = draft.span is not None and isinstance(draft.value, EntityValue)
    if (
        predicate is None
        or predicate.value_type == "date"
        or predicate.key == "age"
        or isinstance(draft.value, StringValue)
        or by_itself
    ):
        return {}, None
    items = reading.items
    anchor = items[min(draft.anchor, len(items) - 1)]
    # A size has no period of account: "built in 1998, is 161 metres long".
    reach = 1 if predicate.value_type == "quantity" and predicate.key != "measure" else 0
    near = [
        place
        for place, item in enumerate(items)
        if item.value is not None
        and isinstance(item.value.value, Date)
        and 0 <= anchor.clause - item.clause <= reach
        and place not in dated
        and (predicate.value_type == "quantity" or min(draft.covers) <= place <= max(draft.covers))
        and not _belongs_to_another(items, place, draft.value_item)
    ]
    near.sort(key=lambda n: (items[n].clause != anchor.clause, abs(items[n].start - anchor.start)))
    bases = [place for place in near if _is_compared_with(items, place)]
    stated = next((_get_edtf(items[place]) for place in near if place not in bases), None)
    base = next((_get_edtf(items[place]) for place in bases), None)
    qualifiers = {"base_period": base} if base and "base_period" in predicate.separators else {}
    if stated is None:
        return qualifiers, None
    if predicate.temporal == "state":
        stated_at = next(place for place in near if place not in bases)
        if _is_aside(items, stated_at):
            return qualifiers, None
        return qualifiers, None if stated.startswith("../") else stated
    # A day is when it was said or done; a period of account is a year, a quarter or a month.
    accounts = "period" in predicate.separators and not _DAY.fullmatch(stated)
    return {**qualifiers, **({"period": stated} if accounts else {})}, None


def _get_edtf(item: Item) -> str | None:
    value = item.value.value if item.value else None
    return value.edtf if isinstance(value, Date) else None


def _is_compared_with(items: Sequence[Item], place: int) -> bool:
    """Tell whether a date is only what the figure is compared with ("gegenüber dem Vorjahr", "from a year earlier")."""
    first = max(0, place - _REACH)
    for back in range(place - 1, first - 1, -1):
        if items[back].low in _COMPARED:
            # "from vinyl in 2024": what stands between is no way to say when
            between = items[back + 1 : place]
            return not (items[back].low == "from" and len(between) > 1 and between[-1].low == "in")
        if items[back].value is not None or items[back].is_mark:
            return False
    return False


_PARTICIPLE = ("te", "ten", "ter", "tes", "ene", "enen", "ener", "enes")


def _is_aside(items: Sequence[Item], place: int) -> bool:
    """Tell whether a date is not when a figure was true: since when, or of a participle ("das 1987 gebaute Schiff")."""
    following = items[place + 1] if place + 1 < len(items) else None
    if following is not None and following.is_word and following.low.endswith(_PARTICIPLE):
        behind = items[place + 2] if place + 2 < len(items) else None
        if behind is not None and behind.text[0].isupper() and following.text[0].islower():
            return True
    return any(items[n].low in {"seit", "since"} for n in range(max(0, place - 4), place))


def _belongs_to_another(items: Sequence[Item], place: int, figure: int) -> bool:
    """Tell whether a date stands beside another figure than the one asked for ("4 in July from 3 in June")."""
    if figure < 0:
        return False
    if items[place].segment != items[figure].segment and items[place].clause == items[figure].clause:
        own = [n for n, item in enumerate(items) if item.segment == items[place].segment and _is_figure(item)]
        if own and figure not in own:
            return True  # "beschäftigen 640 Mitarbeiter und machten 2024 einen Umsatz von"
    if place > figure:
        return any(_is_figure(items[n]) for n in range(figure + 1, place))
    return any(_is_figure(items[n]) for n in range(max(0, place - 2), place))


def _is_figure(item: Item) -> bool:
    return item.value is not None and isinstance(item.value.value, Quantity)
