"""Parts that come to more than the count or sum that they are told to be parts of, whatever is counted.

"9,000 students. Of these, 5,200 … and 4,900 …", "36 Räte … 21 stimmten dafür, 17 dagegen", "40 Sitze … 19 Sitze, 14 Sitze,
elf". What fits is not suggested: there is nothing to look into.
"""

from collections.abc import Iterator, Sequence

from claims.suggest.entities.mention import Mention
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.told import Total
from claims.values.value import EntityValue, Quantity

PREDICATE = "figure"
_SCORE = 0.45
_LONGEST_LABEL = 80
_OPENINGS = frozenset({"davon", "hiervon"})
_OF = frozenset({"von", "of"})
_THEM = frozenset({"ihnen", "denen", "diesen", "them", "these", "those", "whom", "that", "this", "which"})
_OVERLAP = frozenset({"darunter", "including", "among"})
_MEMBERS = (
    "rät",
    "rat",
    "abgeordnet",
    "mitglied",
    "stimm",
    "member",
    "councillor",
    "council",
    "lawmaker",
    "deput",
    "vote",
    "senator",
    "juror",
)
_STEM = 4


def propose_overfull(reading: Reading, drafts: Sequence[Draft], memory: Memory) -> Iterator[Draft]:
    """Yield a total and its parts where these are told to be parts and come to more."""
    last, memory.total = memory.total, None
    used = {draft.value_item for draft in drafts if draft.predicate is not None}
    figures = [n for n in range(len(reading.items)) if _get_quantity(reading, n) is not None]
    totals = [last] if last is not None and last.sentence == memory.sentence - 1 else []
    for n, place in enumerate(figures):
        total = _make_total(reading, place, memory)
        parts = _list_parts(reading, figures[n + 1 :], total, used, here=True)
        if total is not None and parts:
            totals = []
            yield from _tell(reading, total, parts)
            break
    for total in totals:
        yield from _tell(reading, total, _list_parts(reading, figures, total, used, here=False))
    found = [total for place in figures if (total := _make_total(reading, place, memory)) is not None]
    memory.total = max(found, key=lambda one: one.value.lo or 0.0, default=None)


def _get_quantity(reading: Reading, place: int) -> Quantity | None:
    found = reading.items[place].value
    value = found.value if found is not None else None
    if not isinstance(value, Quantity) or value.lo is None or value.hi is None or "/" in value.amount:
        return None
    return value if value.unit is None or (len(value.unit) == 3 and value.unit.isupper()) else None


def _read_noun(reading: Reading, place: int) -> str:
    """Return what the figure at an item counts, small and cut: the noun behind it."""
    items, language = reading.items, reading.language
    for number in range(place + 1, min(len(items), place + 3)):
        item = items[number]
        if item.is_mark or item.value is not None:
            return ""
        if item.text[0].isupper() if language.code == "de" else item.low not in language.function_words:
            return item.low
    return ""


def _make_total(reading: Reading, place: int, memory: Memory) -> Total | None:
    value = _get_quantity(reading, place)
    if value is None or (value.lo or 0.0) < 3:
        return None
    item = reading.items[place]
    mine = [other for other in reading.items if other.clause == item.clause and not other.is_mark]
    noun = _read_noun(reading, place)
    return Total(memory.sentence, value, noun, (mine[0].start, mine[-1].end), (item.start, item.end))


def _list_parts(
    reading: Reading, places: Sequence[int], total: Total | None, used: set[int], *, here: bool
) -> list[int]:
    """Return the figures that are parts of a total, as the words beside them tell; none where some are typed."""
    places = [
        n
        for n in places
        if (value := _get_quantity(reading, n)) is not None
        and total is not None
        and value.unit == total.value.unit
    ]
    if total is None or len(places) < 2 or used.intersection(places):
        return []
    lows = [item.low for item in reading.items]
    if _OVERLAP & set(lows):
        return []
    opening = next((n for n in range(len(lows)) if _opens(lows, n) and (not here or n > 0)), None)
    if opening is not None and opening < places[1]:
        behind = [n for n in places if n > opening or n == opening - 1]
        return behind if not any(_opens(lows, n) for n in range(opening + 1, len(lows))) else []
    if any(member in total.noun for member in _MEMBERS) and (
        _take_sides(reading, places) or _is_result(reading, places)
    ):
        return places
    goes_on = _count_alike(reading, places, total) or _tells_of_those(reading, places)
    return places if not here and goes_on else []


def _is_result(reading: Reading, places: Sequence[int]) -> bool:
    """Tell whether two figures are the votes for and against ("by 18 votes to 16", "mit 18 zu 16 Stimmen")."""
    between = [item.low for item in reading.items[places[0] + 1 : places[1]]]
    return len(places) == 2 and between in _RESULTS


_RESULTS = (
    ["to"],
    ["votes", "to"],
    ["zu"],
    ["stimmen", "zu"],
    ["gegen"],
    ["stimmen", "gegen"],
    ["votes", "against"],
)


def _tells_of_those(reading: Reading, places: Sequence[int]) -> bool:
    """Tell whether a sentence says who those were that were hurt or killed: "The injured are five adults and …"."""
    lows = [item.low for item in reading.items[: places[0]]]
    return len(lows) <= _FEW and any(low in _THOSE for low in lows) and any(low in _ARE for low in lows)


_FEW = 6
_ARE = frozenset({"sind", "waren", "are", "were", "handelt"})
_THOSE = frozenset(
    {
        "verletzten",
        "toten",
        "opfern",
        "opfer",
        "injured",
        "dead",
        "victims",
        "wounded",
        "festgenommenen",
        "arrested",
    }
)


def _opens(lows: Sequence[str], place: int) -> bool:
    return lows[place] in _OPENINGS or (
        lows[place] in _OF and place + 1 < len(lows) and lows[place + 1] in _THEM
    )


def _take_sides(reading: Reading, places: Sequence[int]) -> bool:
    """Tell whether each figure counts another side of a vote."""
    language, sides = reading.language, []
    for place in places:
        words = {item.low for item in reading.items if item.segment == reading.items[place].segment}
        told = [
            side
            for side, listed in (
                ("none", language.stance_none),
                ("against", language.stance_against),
                ("for", language.stance_for),
            )
            if any(set(phrase.split()) & words for phrase in listed)
        ]
        sides.append(told[0] if told else "")
    return "" not in sides and len(set(sides)) == len(sides)


def _count_alike(reading: Reading, places: Sequence[int], total: Total) -> bool:
    """Tell whether each figure counts the noun of the total, or nothing, of another party or body."""
    nouns = [_read_noun(reading, place) for place in places]
    alike = [bool(noun) and noun[:_STEM] == total.noun[:_STEM] for noun in nouns]
    if (
        not total.noun
        or sum(alike) < 2
        or not all(same or not noun for same, noun in zip(alike, nouns, strict=True))
    ):
        return False
    named = [
        [
            item.mention.entity.label
            for item in reading.items
            if item.mention is not None and item.segment == reading.items[place].segment
        ]
        for place in places
    ]
    return all(named) and len({names[0] for names in named}) == len(places)


def _tell(reading: Reading, total: Total, parts: Sequence[int]) -> Iterator[Draft]:
    values = [(place, value) for place in parts if (value := _get_quantity(reading, place)) is not None]
    if (
        len(values) < 2
        or total.value.hi is None
        or sum(value.lo or 0.0 for _, value in values) < total.value.hi
    ):
        return
    label = reading.text[total.span[0] : total.span[1]][:_LONGEST_LABEL]
    subject = Mention(*total.span, EntityValue(label, None, "class"), 0, 0, "pattern")
    reason = f"the parts come to more than “{total.value.text}”"
    yield _make(reading, subject, total.value, parts[0], total.at, total.span, {}, reason)
    for place, value in values:
        item = reading.items[place]
        mine = [other for other in reading.items if other.segment == item.segment and not other.is_mark]
        span = (mine[0].start, mine[-1].end)
        name = reading.text[item.start : span[1]][:_LONGEST_LABEL]
        yield _make(reading, subject, value, place, (item.start, item.end), span, {"part": name}, reason)


def _make(
    reading: Reading,
    subject: Mention,
    value: Quantity,
    place: int,
    at: tuple[int, int],
    span: tuple[int, int],
    qualifiers: dict[str, str],
    reason: str,
) -> Draft:
    inside = reading.start <= at[0] < reading.end
    return Draft(
        PREDICATE,
        subject,
        value,
        place,
        {place},
        _SCORE,
        [reason],
        value_item=place if inside else -1,
        value_at=at,
        qualifiers=qualifiers,
        polarity="asserted",
        modality="happened",
        span=span,
        of_today=True,
    )
