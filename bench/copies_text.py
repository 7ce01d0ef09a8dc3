"""News-like sentences, some of them written anew from others: how near-duplicates are made for measuring.

Words are invented and drawn with Zipf's distribution, a few very often and most hardly ever, beside
the function words of German. Half the sentences give a figure or a date, a third a name that the ledger
knows. One in fifty follows a formula, as weather, stock and sports reports do: the same frame with
other names and other figures.
"""

import random
from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

_ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "pf",
    "r",
    "s",
    "sch",
    "sp",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "z",
]
_NUCLEI = ["a", "e", "i", "o", "u", "ä", "ö", "ü", "au", "ei", "eu", "ie"]
_CODAS = ["", "n", "r", "l", "s", "t", "ng", "ch", "rt", "nd", "m"]
_FUNCTION_WORDS = [
    "der",
    "die",
    "das",
    "und",
    "in",
    "von",
    "zu",
    "mit",
    "auf",
    "für",
    "im",
    "ist",
    "am",
    "dem",
    "den",
    "des",
    "ein",
    "eine",
    "einer",
    "einem",
    "sich",
    "auch",
    "als",
    "nach",
    "bei",
    "aus",
    "an",
    "wird",
    "hat",
    "es",
    "sie",
    "er",
    "wurde",
    "werden",
    "dass",
    "um",
    "über",
    "vor",
    "bis",
    "durch",
    "haben",
    "noch",
    "nur",
    "mehr",
]
_MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_VOCABULARY = 300_000
_NAMES = 2_000
_FORMULAS = 200

EDITS = {"light": 0.0, "medium": 0.25, "heavy": 0.5}
"""How many of a sentence's words are replaced, dropped or added to; one at least."""

CHANGES = ("value", "name", "negation")
"""Which fact of a sentence is changed, beside one of its words."""


@dataclass(slots=True)
class Sentence:
    """The parts of a sentence: words, and a value and a name in one piece each; what it was made from."""

    parts: list[str]
    family: int
    kind: str = "own"
    value: int | None = None
    name: int | None = None

    @property
    def text(self) -> str:
        """The sentence as a text writes it."""
        joined = " ".join(self.parts)
        return f"{joined[:1].upper()}{joined[1:]}."


@dataclass
class Planted:
    """Sentences, and for each kind of edit which were made from which (places in the list)."""

    sentences: list[Sentence] = field(default_factory=list)
    pairs: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


@cache
def make_word(number: int) -> str:
    """Return an invented word; frequent ones are short, every other one is a noun."""
    draw = random.Random(number)
    syllables = 2 + (number > 200) + (number > 4000) + (draw.random() < 0.5)
    word = "".join(
        draw.choice(_ONSETS) + draw.choice(_NUCLEI) + draw.choice(_CODAS) for _ in range(syllables)
    )
    return word.capitalize() if number % 2 else word


def list_names() -> list[str]:
    """Return the names that the ledger knows."""
    return [f"{make_word(2 * n + 900_001)} {make_word(2 * n + 950_001)}" for n in range(_NAMES)]


def plant(count: int, each: int, seed: int = 1) -> Planted:
    """Return `count` sentences; of each kind of edit and change `each` are made from others, in any order."""
    return _Writer(seed).plant(count, each)


class _Writer:
    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(_VOCABULARY)))
        self._names = list_names()

    def plant(self, count: int, each: int) -> Planted:
        kinds = [*EDITS, *CHANGES]
        own = count - each * len(kinds)
        made = [self._write(n) if n % 50 else self._follow_formula(n) for n in range(own)]
        origins: list[tuple[str, int]] = []
        for kind in kinds:
            for _ in range(each):
                place = self._choose(made, own, kind)
                origins.append((kind, place))
                made.append(
                    self._change(made[place], kind) if kind in CHANGES else self._edit(made[place], kind)
                )
        order = list(range(count))
        self._draw.shuffle(order)
        new_place = {old: new for new, old in enumerate(order)}
        planted = Planted([made[old] for old in order], {kind: [] for kind in kinds})
        for number, (kind, origin) in enumerate(origins, start=own):
            planted.pairs[kind].append((new_place[origin], new_place[number]))
        return planted

    def _choose(self, made: list[Sentence], own: int, kind: str) -> int:
        while True:
            place = self._draw.randrange(own)
            there = made[place]
            lacks = {"value": there.value is None, "name": there.name is None}.get(kind, False)
            if there.kind == "own" and not lacks:
                return place

    def _word(self) -> str:
        if self._draw.random() < 0.42:
            return self._draw.choice(_FUNCTION_WORDS)
        return make_word(bisect(self._weights, self._draw.random() * self._weights[-1]))

    def _value(self) -> str:
        draw = self._draw
        ways: list[Callable[[], str]] = [
            lambda: f"{draw.randint(2, 9999)} Euro",
            lambda: f"{draw.randint(1, 99)},{draw.randint(1, 9)} Prozent",
            lambda: f"{draw.randint(1, 28)}. {draw.choice(_MONTHS)} {draw.randint(1990, 2025)}",
            lambda: f"{draw.choice(_MONTHS)} {draw.randint(1990, 2025)}",
        ]
        return draw.choice(ways)()

    def _write(self, family: int) -> Sentence:
        draw = self._draw
        made = Sentence([self._word() for _ in range(max(7, min(32, int(draw.gauss(16, 5)))))], family)
        if draw.random() < 0.33:
            made.name = draw.randrange(len(made.parts))
            made.parts.insert(made.name, draw.choice(self._names))
        if draw.random() < 0.5:
            made.value = draw.randrange(len(made.parts) + 1)
            made.parts.insert(made.value, self._value())
            if made.name is not None and made.name >= made.value:
                made.name += 1
        return made

    def _follow_formula(self, number: int) -> Sentence:
        formula = number // 50 % _FORMULAS
        frame = random.Random(formula)
        words = [make_word(frame.randrange(20_000)) for _ in range(8)]
        words[1:1], words[5:5] = [self._draw.choice(self._names)], [self._value()]
        return Sentence(words, -1 - formula, "formula")

    def _edit(self, origin: Sentence, kind: str) -> Sentence:
        made = Sentence(list(origin.parts), origin.family, kind)
        fixed = {origin.parts[place] for place in (origin.value, origin.name) if place is not None}
        free = [place for place, part in enumerate(made.parts) if part not in fixed]
        for _ in range(max(1, round(EDITS[kind] * len(free)))):
            place = self._draw.randrange(len(made.parts))
            way = self._draw.random()
            if way < 0.5 and made.parts[place] not in fixed:
                made.parts[place] = self._word()
            elif way < 0.75 and made.parts[place] not in fixed and len(made.parts) > 5:
                del made.parts[place]
            else:
                made.parts.insert(place, self._word())
        return made

    def _change(self, origin: Sentence, kind: str) -> Sentence:
        made = Sentence(list(origin.parts), origin.family, kind)
        if kind == "negation":
            made.parts.insert(self._draw.randrange(1, len(made.parts)), "nicht")
        elif kind == "name":
            made.parts[origin.name or 0] = self._other(made.parts[origin.name or 0])
        else:
            made.parts[origin.value or 0] = self._other_value(made.parts[origin.value or 0])
        made.parts.append(self._word())
        return made

    def _other(self, name: str) -> str:
        return self._draw.choice([one for one in self._names[:100] if one != name])

    def _other_value(self, value: str) -> str:
        """Return a value of the same form that is another."""
        digits = [place for place, character in enumerate(value) if character.isdigit()]
        place = digits[0] if value[0].isdigit() else digits[-1]
        others = [digit for digit in "123456789" if digit != value[place]]
        if value[1:3] == ". " or value[2:4] == ". ":  # a day stays a day: its year is changed
            place, others = digits[-1], [digit for digit in "0123456789" if digit != value[digits[-1]]]
        return value[:place] + self._draw.choice(others) + value[place + 1 :]
