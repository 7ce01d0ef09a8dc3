"""A share that is given twice, in two forms: "18 von 24 Klassen … Das sind 75 Prozent", "one in five, or 20 percent".

Both are typed as one question, so that a slip in either shows. A share that is given once is left to `classes`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from claims.suggest.entities.mention import Mention
from claims.suggest.frames.classes import read_base
from claims.suggest.frames.measured import get_dimension
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.told import Restated
from claims.values.quantity import make_fraction
from claims.values.value import EntityValue, Quantity
from claims.vocabulary import Unit

_SCORE = 0.6
_OF = frozenset({"von", "of", "der", "the", "den", "its", "ihrer", "seiner", "out", "insgesamt"})
_AGAIN = re.compile(
    r"\s*(?:Das (?:sind|ist|war|waren|entspricht|entsprach|macht)|That(?:['’]s| is| was| equals| amounts to| represents)"
    r"|This (?:is|was|represents|equals)|It is)\b[^.!?]{0,30}?(?:\d\s?(?:%|Prozent|per\s?cent)|jede|Drittel\b|Viertel\b|Hälfte\b"
    r"|one in|half|third|quarter)(?!\s*(?:mehr|weniger|more|less|fewer|higher|lower|points?)\b)",
)
_SAME = frozenset({"also", "oder", "or", "sind", "ist", "entspricht", "is", "mithin", "(", "–", "—"})
_OTHER = frozenset(
    {
        "mehr",
        "weniger",
        "more",
        "less",
        "fewer",
        "higher",
        "lower",
        "points",
        "höher",
        "niedriger",
        "über",
        "unter",
    }
)
_SAID_AGAIN = frozenset({"das", "that", "this", "it"})
_STEM = 5


def propose_restated(
    reading: Reading, drafts: Sequence[Draft], memory: Memory, units: Mapping[str, Unit]
) -> list[Draft]:
    """Return the drafts of a sentence with those of a share that it gives twice, or gives again."""
    last, memory.restated = memory.restated, None
    figures = _list_figures(reading, units)
    if not figures:
        return list(drafts)
    made: list[Draft] = []
    if last is not None and last.sentence == memory.sentence - 1 and reading.items[0].low in _SAID_AGAIN:
        place, value, form = figures[0]
        if form != last.form and _may_be(reading, place, dict(last.separators)["of"]):
            made = [_make(reading, place, value, last)]
    else:
        made = _find_twice(reading, figures, memory, drafts)
    places = {draft.value_item for draft in made}
    kept = [
        d
        for d in drafts
        if d.value_item not in places and (d.predicate is not None or d.anchor not in places)
    ]
    return [*kept, *made]


def _list_figures(reading: Reading, units: Mapping[str, Unit]) -> list[tuple[int, Quantity, str]]:
    """Return the shares of a sentence: their item, what they are, and in which form."""
    found = []
    items = reading.items
    for place, item in enumerate(items):
        value = item.value.value if item.value is not None else None
        if not isinstance(value, Quantity):
            continue
        dimension = get_dimension(value, units)
        if dimension in {"percent", "fraction"}:
            found.append((place, value, dimension))
        elif dimension == "count" and (counted := _read_ratio(reading, place, value)) is not None:
            found.append((place, counted, "fraction"))
    return found


def _read_ratio(reading: Reading, place: int, value: Quantity) -> Quantity | None:
    """Return the share that "seven of the 22 clinics" is."""
    items = reading.items
    other = place + 1
    while other < len(items) and items[other].low in _OF:
        other += 1
    found = items[other].value if 1 < other - place < 5 and other < len(items) else None
    whole = found.value if found is not None else None
    if (
        not isinstance(whole, Quantity)
        or whole.unit is not None
        or not whole.amount.isdigit()
        or not value.amount.isdigit()
    ):
        return None
    some, every = int(value.amount), int(whole.amount)
    if not 0 < some < every or value.comparator != "=" or whole.comparator != "=":
        return None
    text = reading.text[items[place].start : items[other].end]
    exact, step = Fraction(some, every), Fraction(1, 1000)
    return replace(make_fraction(some, every, text=text), lo=float(exact - step), hi=float(exact + step))


def _find_base(reading: Reading, place: int) -> tuple[str, int] | None:
    """Return what the share at item `place` is of, and the first item behind."""
    items, language = reading.items, reading.language
    told = read_base(reading, place)
    if told is not None:
        return told[0], told[2]
    first = place + 1
    while (
        first < len(items)
        and (items[first].low in _OF or items[first].value is not None)
        and first < place + 5
    ):
        first += 1
    if first >= len(items) or items[first].is_mark or items[first].low in language.function_words:
        return None
    last = first
    if language.code == "de":
        while last + 1 < len(items) and items[last].text[0].islower() and last < first + 3:
            last += 1
    return reading.text[items[first].start : items[last].end], last + 1


def _find_twice(
    reading: Reading, figures: Sequence[tuple[int, Quantity, str]], memory: Memory, drafts: Sequence[Draft]
) -> list[Draft]:
    place, value, form = figures[0]
    base = _find_base(reading, place)
    typed = [d for d in drafts if d.value_item == place and d.predicate is not None]
    if base is None or any(d.predicate != "share" for d in typed):
        return []
    where = read_base(reading, place)
    separators = {"of": base[0], **({"place": where[1]} if where is not None and where[1] else {})}
    label = _read_label(reading, place, base)
    for draft in typed:
        separators, label = draft.qualifiers, draft.subject.entity.label if draft.subject else label
    told = Restated(memory.sentence, form, tuple(separators.items()), label)
    again = [
        (n, other)
        for n, other, its in figures[1:2]
        if its != form and _says_again(reading, n, base[1]) and _may_be(reading, n, base[0])
    ]
    if again:
        return [_make(reading, place, value, told), _make(reading, *again[0], told)]
    if _AGAIN.match(reading.text, reading.end):
        memory.restated = told
        return [_make(reading, place, value, told)]
    return []


def _says_again(reading: Reading, place: int, first: int) -> bool:
    """Tell whether a figure only says the one before again: "also", "that is" or a bracket leads straight to it."""
    items = reading.items
    lead = place - 1 - (items[place - 1].low in _NEARLY)
    if lead < first - 1 or items[lead].low not in _SAME:
        return False
    return any(item.is_mark for item in items[first:place]) and not any(
        item.value is not None for item in items[first:place]
    )


_NEARLY = frozenset(
    {"rund", "etwa", "knapp", "about", "around", "roughly", "nearly", "almost", "some", "genau", "exactly"}
)


def _may_be(reading: Reading, place: int, base: str) -> bool:
    """Tell whether a figure is of the same base: it names none, or one with a word of it, and compares with nothing."""
    behind = {item.low for item in reading.items[place + 1 : place + 3]}
    before = {item.low for item in reading.items[max(0, place - 2) : place]}
    if behind & _OTHER or before & {"um", "by", "mehr", "more"}:
        return False
    items = reading.items
    if place + 1 < len(items) and items[place + 1].low in {"of", "der", "des", "aller", "von"}:
        named = {item.low[:_STEM] for item in items[place + 2 : place + 6] if item.is_word}
        return bool(named & {word.lower()[:_STEM] for word in base.split()})
    return True


def _read_label(reading: Reading, place: int, base: tuple[str, int]) -> str:
    """Return what those have in common: what is said behind the base, else before the figure, else the base itself."""
    items, language = reading.items, reading.language
    behind = [
        n
        for n in range(base[1], len(items))
        if items[n].clause == items[place].clause and not items[n].is_mark
    ]
    while behind and items[behind[0]].low in language.function_words | language.determiners:
        behind.pop(0)
    if behind:
        return reading.text[items[behind[0]].start : items[behind[min(len(behind), 8) - 1]].end]
    return base[0]


def _make(reading: Reading, place: int, value: Quantity, told: Restated) -> Draft:
    item = reading.items[place]
    covers = {n for n, other in enumerate(reading.items) if other.clause == item.clause and not other.is_mark}
    subject = Mention(item.start, item.end, EntityValue(told.label, None, "class"), 0, 0, "pattern")
    return Draft(
        "share",
        subject,
        value,
        place,
        covers,
        _SCORE,
        [f"share “{value.text}” of “{dict(told.separators)['of']}”, given in two forms"],
        value_item=place,
        value_at=(item.start, item.end),
        qualifiers=dict(told.separators),
        polarity="asserted",
        modality="happened",
        of_today=True,
    )
