"""Shares that divide one whole: sides in a poll or vote, sources of one supply, holders of one company.

Only one of the figures says what it is a share of ("Wind lieferte 45 Prozent des Stroms, Kohle 38 Prozent"), or
the sentence before did. Shares of a group that may overlap ("62 percent own a car, 58 percent a bicycle") are left
alone: they need not come to a hundred.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from claims.suggest.entities.mention import Mention
from claims.suggest.frames.classes import read_base
from claims.suggest.frames.measured import get_dimension
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.told import Divided
from claims.values.value import EntityValue, Quantity
from claims.vocabulary import Unit

_SCORE = 0.6
_AHEAD = 160
"""How far it is looked behind a sentence that gives one side of a poll, for another."""
_LONGEST = 9
_PERCENT = re.compile(r"\d\s?(?:%|prozent|percent|per\s?cent)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_CHANGING = frozenset(
    {
        "um",
        "by",
        "auf",
        "to",
        "von",
        "from",
        "with",
        "mit",
        "over",
        "über",
        "nach",
        "after",
        "gegenüber",
        "against",
        "versus",
    }
)
_VOTERS = {"de": "Stimmen", "en": "votes"}
_ASKED = {"de": "Befragten", "en": "respondents"}
_POLLS = frozenset({"umfrage", "befragung", "survey", "poll", "polled"})


def propose_partitions(
    reading: Reading, drafts: Sequence[Draft], memory: Memory, units: Mapping[str, Unit]
) -> list[Draft]:
    """Return the drafts of a sentence with those of the shares that divide one whole."""
    places = [n for n in range(len(reading.items)) if _is_share(reading, n, units)]
    last = memory.divided
    memory.divided = None
    taken = {d.value_item for d in drafts if d.predicate not in {None, "share"}}
    if not places or taken.intersection(places):
        return list(drafts)
    sides = {place: _find_side(reading, place) for place in places}
    carried = last if last is not None and last.sentence == memory.sentence - 1 else None
    if carried is not None and carried.sides.intersection(sides.values()):
        carried = None  # another question
    base = _find_told_base(reading, places) or (carried.separators if carried else None)
    base = base or _find_implied_base(reading, memory, sides)
    if base is None:
        return list(drafts)
    known = carried.sides if carried is not None and base == carried.separators else frozenset()
    if _is_poll(reading, list(sides.values()), known):
        if not known:
            base = (*base, ("study", _read_label(reading, places[0], keep=True)))
        memory.divided = Divided(memory.sentence, base, known.union(filter(None, sides.values())))
        found = [_make(reading, place, base, _read_label(reading, place, keep=True)) for place in places]
    elif _is_divided(reading, places, base, carried):
        memory.divided = Divided(memory.sentence, base)
        found = [_make(reading, place, base, _read_label(reading, place, keep=False)) for place in places]
    else:
        return list(drafts)
    made = {draft.value_item: draft for draft in found if draft.subject is not None}
    return [
        *(d for d in drafts if d.value_item not in made and (d.predicate or d.anchor not in places)),
        *made.values(),
    ]


def _is_share(reading: Reading, place: int, units: Mapping[str, Unit]) -> bool:
    items = reading.items
    found = items[place].value
    value = found.value if found is not None else None
    if not isinstance(value, Quantity) or get_dimension(value, units) != "percent":
        return False
    return place == 0 or items[place - 1].low not in _CHANGING


def _read_segment(reading: Reading, place: int) -> list[str]:
    """Return the words beside a share, those of names as well: what some think is known by its words once it was met."""
    segment = reading.items[place].segment
    beside = (item for item in reading.items if item.segment == segment and not item.is_mark)
    return [word for item in beside for word in item.low.split()]


def _has(words: Sequence[str], phrases: Collection[str]) -> bool:
    """Tell whether all words of one of the phrases are among these, in order."""
    for phrase in phrases:
        found = iter(words)
        if all(part in found for part in phrase.split()):
            return True
    return False


def _find_side(reading: Reading, place: int) -> str | None:
    """Return the side that a share takes: none, against, for; None where it takes no side."""
    words, language = _read_segment(reading, place), reading.language
    if _has(words, language.stance_none):
        return "none"
    if _has(words, language.stance_against):
        return "against"
    return "for" if _has(words, language.stance_for) else None


def _is_poll(reading: Reading, sides: Sequence[str | None], known: frozenset[str]) -> bool:
    """Tell whether each share takes another side, for and against among them, here or in the sentence behind."""
    here = [side for side in sides if side is not None]
    if len(here) < len(sides) or len(set(here)) < len(here):
        return False
    if {"for", "against"} <= known.union(here):
        return True
    ahead = reading.text[reading.end : reading.end + _AHEAD]
    words = [word.lower() for word in _WORD.findall(ahead)]
    other = reading.language.stance_against if "for" in here else reading.language.stance_for
    return not known and bool(_PERCENT.search(ahead)) and _has(words, other)


def _is_divided(
    reading: Reading, places: Sequence[int], base: tuple[tuple[str, str], ...], carried: Divided | None
) -> bool:
    words, language = [word for item in reading.items for word in item.low.split()], reading.language
    held = base[0][1].split(",")[0].lower() in language.share_bases
    if carried is not None and base == carried.separators:
        return len(places) == 1 and any(word in language.rest_words for word in words)
    if held:
        return _has(words, language.holding_verbs)
    return len(places) > 1 and _has(words, language.partition_verbs)


def _find_told_base(reading: Reading, places: Sequence[int]) -> tuple[tuple[str, str], ...] | None:
    """Return the separators that the shares have in common: of what one of them says it is a share, and where."""
    told = [base for place in places if (base := _read_whole(reading, place)) is not None]
    bases, where = {base for base, *_ in told}, {name for _, name, _ in told if name}
    if len(bases) != 1 or len(where) > 1:
        return None
    return (("of", told[0][0]), *(("place", name) for name in where))


def _find_implied_base(
    reading: Reading, memory: Memory, sides: Mapping[int, str | None]
) -> tuple[tuple[str, str], ...] | None:
    """Return of what the sides of a vote or a poll are shares, where it is spoken of one."""
    if not any(sides.values()):
        return None
    code, words = reading.language.code, {item.low for item in reading.items} | memory.recent_words
    voted = [
        item.mention.entity.label
        for item in reading.items
        if item.mention is not None and item.mention.kind == "event"
    ]
    if voted:
        return (("of", f"{_VOTERS[code]}, {voted[0]}"),)
    if any(word.endswith(tuple(_POLLS)) for word in words):
        return (("of", _ASKED[code]),)
    return (("of", _VOTERS[code]),) if words & reading.language.elections else None


def _read_whole(reading: Reading, place: int) -> tuple[str, str | None, int] | None:
    """Return what a share is of, where, and the first item behind: a group, one mass, or the shares of a company."""
    items, language = reading.items, reading.language
    told = read_base(reading, place)
    if told is None and place + 1 < len(items) and items[place + 1].low == "of":
        first = place + 2
        while first < len(items) and items[first].low in language.determiners:
            first += 1
        mass = first < len(items) and items[first].is_word and items[first].low not in language.function_words
        ends = (
            first + 1 == len(items)
            or items[first + 1].is_mark
            or items[first + 1].segment != items[first].segment
        )
        ends = ends or items[first + 1].low in language.prepositions
        told = (items[first].text, None, first + 1) if mass and ends else None
    if told is None or not {word.lower() for word in told[0].split()} & language.share_bases:
        return told
    base, _, behind = told
    for number in range(behind, min(len(items), behind + 4)):
        mention = items[number].mention
        if mention is not None and mention.kind == "organisation":
            return f"{base.split()[-1]}, {mention.entity.label}", None, number + 1
    return None


def _read_label(reading: Reading, place: int, *, keep: bool) -> str:
    """Return who or what the share at item `place` is of: what stands before it in its segment, else what is behind.

    `keep`: with the verb, as it says what those think.
    """
    items, language = reading.items, reading.language
    mine = [n for n, item in enumerate(items) if item.segment == items[place].segment and not item.is_mark]
    base = _read_whole(reading, place)
    first = place + 1 if base is None else base[2]
    before = _trim(reading, [n for n in mine if n < place], keep=keep)
    behind = _trim(reading, [n for n in mine if n >= first], keep=keep)
    chosen = (behind or before) if keep else (before or behind)
    if not keep and before and items[before[0]].low in language.prepositions:
        chosen = behind or before
    if not chosen:
        return ""
    return reading.text[items[chosen[0]].start : items[chosen[min(len(chosen), _LONGEST) - 1]].end]


def _trim(reading: Reading, places: Sequence[int], *, keep: bool) -> list[int]:
    """Return the run of items without the small words, and unless they are to be kept the verbs, at its ends."""
    items, language = reading.items, reading.language
    small = language.determiners | language.coordinators | {"davon", "of", "this", "them"}
    if not keep:
        verbs = {phrase.split()[0] for phrase in language.partition_verbs | language.holding_verbs}
        small |= verbs | language.prepositions | language.function_words | language.rest_words
    left = list(places)
    while left and items[left[0]].low in small:
        left.pop(0)
    while left and not keep and items[left[-1]].low in small:
        left.pop()
    return left


def _make(reading: Reading, place: int, base: tuple[tuple[str, str], ...], name: str) -> Draft:
    item = reading.items[place]
    value = item.value.value if item.value is not None else None
    covers = {
        n for n, other in enumerate(reading.items) if other.segment == item.segment and not other.is_mark
    }
    start, end = min(reading.items[n].start for n in covers), max(reading.items[n].end for n in covers)
    subject = Mention(start, end, EntityValue(name, None, "class"), 0, 0, "pattern") if name else None
    reasons = [f"share “{item.text}” of what the others are of: “{base[0][1]}”"]
    return Draft(
        "share",
        subject,
        value,
        place,
        covers,
        _SCORE,
        reasons,
        value_item=place,
        value_at=(item.start, item.end),
        qualifiers=dict(base),
        polarity="asserted",
        modality="happened",
        of_today=True,
    )
