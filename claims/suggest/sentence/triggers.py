"""Finding the words that announce a predicate, in whatever form and order they stand.

Triggers come from the vocabulary as editors write them. Each becomes sequences of stems with gaps; a
text is matched through a table from first stem to sequences, one look-up per word.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claims.suggest.entities.name_tables import VocabularyKey
from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.words.language import Language
from claims.vocabulary import Predicate

_GAP = 10


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger of a predicate as stems; None in `stems` is a gap, `ending` a compound's last part."""

    predicate: Predicate
    text: str
    stems: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger found: the item numbers of its first and its last word."""

    trigger: Trigger
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TriggerTable:
    """Triggers by first stem, and by the ending that makes a compound one ("-Serie")."""

    by_stem: dict[str, list[Trigger]] = field(default_factory=dict)


@lru_cache(maxsize=16)
def get_trigger_table(key: VocabularyKey, language: Language) -> TriggerTable:
    """Return the compiled triggers of all dated and measured predicates of a vocabulary."""
    return build_trigger_table(key.vocabulary.predicates.values(), language)


def build_trigger_table(predicates: Iterable[Predicate], language: Language) -> TriggerTable:
    """Compile the triggers of `predicates` for a language, the longest first."""
    table = TriggerTable()
    seen: set[tuple[str, tuple[str | None, ...]]] = set()
    for predicate in predicates:
        if predicate.value_type not in {"date", "quantity"}:
            continue
        for text in predicate.triggers.get(language.code, ()):
            stems = _compile(text, language)
            if (
                stems
                and all(stem != "" for stem in stems)
                and stems[0]
                and (predicate.key, stems) not in seen
            ):
                seen.add((predicate.key, stems))
                table.by_stem.setdefault(stems[0], []).append(Trigger(predicate, text, stems))
    for triggers in table.by_stem.values():
        triggers.sort(key=lambda trigger: -len(trigger.stems))
    return table


def _compile(text: str, language: Language) -> tuple[str | None, ...]:
    stems: list[str | None] = []
    for word in text.replace("...", "…").split():
        bare = word.strip(",;.()")
        if bare == "…":
            stems.append(None)
        elif bare:
            stems.append(language.stem(bare.rsplit("-", 1)[-1]) if bare.strip("-") else "")
    while stems and stems[-1] is None:
        stems.pop()
    while stems and stems[0] is None:
        stems.pop(0)
    return tuple(stems)


def find_triggers(reading: Reading, table: TriggerTable) -> list[Hit]:
    """Return the triggers in a sentence; of one predicate at one word only the longest."""
    hits: list[Hit] = []
    is_english = reading.language.code == "en"
    for first, item in enumerate(reading.items):
        candidates = table.by_stem.get(_get_last_stem(item, reading.language))
        if not candidates and _opens_as_preposition(item, reading.language):  # "seit November 2022 im Amt"
            candidates = table.by_stem.get(item.stem)
        if not candidates and not is_english and item.is_word:
            candidates = _find_by_head(table, item.text, reading.language)
        if not candidates or (first and is_english and item.text[0].isupper()) or item.low.startswith("re-"):
            continue
        done: set[str] = set()
        for trigger in candidates:
            if trigger.predicate.key in done:
                continue
            last = _follow(reading, trigger.stems, first)
            # "kam auf" is a phrase, "legte … vor" a verb and its particle.
            split = len(trigger.stems) > 1 and trigger.stems[-2] is None
            if (
                last is not None
                and not _is_other_noun(reading, trigger, last)
                and (not split or ends_clause(reading, last) or _leads_to_figure(reading, trigger, last))
            ):
                done.add(trigger.predicate.key)
                hits.append(Hit(trigger, first, last))
    return [hit for hit in hits if not any(_is_part_of(hit, other) for other in hits)]


_PREFIX = re.compile(
    r"(?:rekord|milliarden|millionen|netto|brutto|quartals|halbjahres|konzern|gesamt|betriebs|vorsteuer|spitzen)+s?"
)


def _find_by_head(table: TriggerTable, word: str, language: Language) -> list[Trigger] | None:
    """Return the triggers of a German noun that a mere intensifier precedes ("Rekordverlust")."""
    low = word.lower()
    prefix = _PREFIX.match(low)
    if prefix is None or not word[0].isupper() or prefix.end() > len(low) - 4:
        return None
    return table.by_stem.get(language.stem(low[prefix.end() :]))


def _leads_to_figure(reading: Reading, trigger: Trigger, last: int) -> bool:
    """Tell whether a trigger's last word stands before a figure ("fielen im Mai um 3 Prozent")."""
    following = reading.items[last + 1] if last + 1 < len(reading.items) else None
    return (
        trigger.predicate.value_type == "quantity" and following is not None and following.value is not None
    )


def _is_other_noun(reading: Reading, trigger: Trigger, last: int) -> bool:
    """Tell whether a German noun stands where the trigger has a verb ("Bau"), or who does it ("Spiel" for "Spieler")."""
    item = reading.items[last]
    if reading.language.code != "de" or not item.is_word or not item.text[0].isupper():
        return False
    if trigger.text in {item.text + "er", item.text + "erin"}:
        return True
    if last == 0:
        return False
    return trigger.text.rsplit(" ", 1)[-1][0].islower() and reading.items[last - 1].text not in '"„“»:–'


def _is_part_of(hit: Hit, other: Hit) -> bool:
    """Tell whether a trigger is only the beginning or end of a longer phrase ("entered into" of "… force")."""
    whole = other.last - other.first + 1 == len(other.trigger.stems)
    inside = other.first <= hit.first and hit.last <= other.last
    return whole and inside and hit.last - hit.first < other.last - other.first


def ends_clause(reading: Reading, place: int) -> bool:
    """Tell whether the word at `place` can be a verb's particle: no preposition of what follows it."""
    items, language = reading.items, reading.language
    if items[place].low not in language.separable or place + 1 >= len(items):
        return True
    following = items[place + 1]
    return (
        following.is_mark
        or following.low in language.joiners | language.subordinators | language.coordinators
    )


def _opens_as_preposition(item: Item, language: Language) -> bool:
    """Tell whether a value opens with a preposition; the end in "end of the month" is no end of anything else."""
    return item.value is not None and item.low.split(" ", 1)[0] in language.prepositions


def _get_last_stem(item: Item, language: Language) -> str:
    """Return the stem of a word, or of a figure's unit ("1,8 Kilometer" before "lang"); "" for names and marks."""
    if item.value is not None:
        return language.stem(item.text.rsplit(" ", 1)[-1])
    return item.stem if item.is_word else ""


def _follow(reading: Reading, stems: Sequence[str | None], first: int) -> int | None:
    """Return the item number of the trigger's last word if all its words stand from `first` on."""
    items, place, reach = reading.items, first, 0
    for stem in stems[1:]:
        if stem is None:
            reach = _GAP
            continue
        place += 1
        limit = min(len(items), place + reach + 1)
        while place < limit and stem not in {
            items[place].stem,
            _get_last_stem(items[place], reading.language),
        }:  # "seit" may open a date: "gilt seit Mai"
            if items[place].is_mark and items[place].text in ";:":
                return None
            place += 1
        if place >= limit:
            return None
        reach = 0
    return place


def quote_hit(reading: Reading, hit: Hit) -> str:
    """Return the words of a trigger as the text has them, a gap as an ellipsis."""
    first, last = reading.items[hit.first], reading.items[hit.last]
    if hit.first == hit.last:
        return first.text
    if None in hit.trigger.stems or last.value is not None:
        return f"{first.text} … {last.text.split(' ', 1)[0]}"
    return reading.text[first.start : last.end]
