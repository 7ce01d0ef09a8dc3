"""Parts of a sum that the sentence before told: "Davon sind 38 Millionen Euro für Schulen vorgesehen", "Of that, $88 million is for schools".

The parts answer the question of the whole with the item that they are for, so that they can be added up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.suggest.anaphora import Memory
from claims.suggest.draft import Draft
from claims.suggest.measured import get_dimension
from claims.suggest.mention import Mention
from claims.suggest.reading import Reading
from claims.suggest.suggestion import Suggestion
from claims.values.value import Quantity
from claims.vocabulary import Unit

_SUMS = frozenset({"budget", "development_cost", "funding", "revenue"})
_OPENINGS = {"de": (("davon",), ("hiervon",)), "en": (("of", "that"), ("of", "this"), ("of", "the", "total"))}
_FOR = {"de": frozenset({"für", "in", "an"}), "en": frozenset({"for", "on", "to"})}
_SCORE = 0.62
_REACH = 6


@dataclass(frozen=True, slots=True)
class Whole:
    """A sum that was told, and in which sentence."""

    predicate: str
    subject: Mention
    qualifiers: Mapping[str, str]
    sentence: int


def remember_whole(memory: Memory, drafts: Sequence[Draft], suggestions: Sequence[Suggestion]) -> None:
    """Keep the sum that a sentence tells, so that the next one can divide it."""
    for draft in drafts:
        made = next(
            (
                s
                for s in suggestions
                if s.predicate == draft.predicate and draft.value_at == (s.value_start, s.value_end)
            ),
            None,
        )
        if draft.predicate in _SUMS and draft.subject is not None and made is not None:
            period = {key: value for key, value in made.qualifiers.items() if key == "period"}
            memory.whole = Whole(draft.predicate, draft.subject, period, memory.sentence)
            return


def remember_subjects(memory: Memory, drafts: Sequence[Draft]) -> None:
    """Keep what each figure and date was said of, so that a title without a name can say it of the same."""
    for draft in drafts:
        if draft.predicate is None or draft.subject is None or draft.subject.kind == "class":
            continue
        known = memory.answered.get(draft.predicate, draft.subject)
        same = known is not None and known.entity.label == draft.subject.entity.label
        memory.answered[draft.predicate] = draft.subject if same else None


def propose_apportioned(reading: Reading, memory: Memory, units: Mapping[str, Unit]) -> Iterator[Draft]:
    """Yield each part of the sum of the sentence before, with what it is for as the item."""
    items, whole = reading.items, memory.whole
    words = tuple(item.low for item in items[:3])
    opens = any(words[: len(opening)] == opening for opening in _OPENINGS[reading.language.code])
    if whole is None or not opens or memory.sentence - whole.sentence > 1:
        return
    for place, item in enumerate(items):
        if item.value is None or not isinstance(item.value.value, Quantity):
            continue
        if get_dimension(item.value.value, units) != "money":
            continue
        purpose = _read_purpose(reading, place)
        if purpose is None:
            continue
        label, last = purpose
        yield Draft(whole.predicate, whole.subject, item.value.value, place, {place, last}, _SCORE,
                    [f"part “{item.text}” of the sum before", f"of {whole.subject.entity.label}, from a sentence before"],
                    value_item=place, value_at=(item.start, item.end),
                    qualifiers={**whole.qualifiers, "item": label})  # fmt: skip


def _read_purpose(reading: Reading, place: int) -> tuple[str, int] | None:
    """Return what a part is for and its last item: "für Schulen", "fließen in den Straßenbau"."""
    items, language = reading.items, reading.language
    for lead in range(place + 1, min(len(items), place + _REACH)):
        if items[lead].value is not None:
            return None
        if items[lead].low not in _FOR[language.code]:
            continue
        for noun in range(lead + 1, min(len(items), lead + 5)):
            if items[noun].is_mark:
                return None
            named = (
                items[noun].text[0].isupper()
                if language.code == "de"
                else items[noun].low not in language.determiners
            )
            ends = (
                noun + 1 >= len(items)
                or not items[noun + 1].is_word
                or items[noun + 1].low in language.function_words | language.coordinators
            )
            if named and (language.code == "de" or ends):
                first = lead + 1 + (items[lead + 1].low in language.determiners)
                return reading.text[items[first].start : items[noun].end], noun
        return None
    return None
