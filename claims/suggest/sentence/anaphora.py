"""What "this model", "the company" and "she" stand for: the nearest fitting name before.

A guess is only made from the same paragraph or the one before, and every claim that rests on one says so
and scores less.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from claims.suggest.entities.mention import Mention
from claims.suggest.sentence.patterns import leads_to_name
from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.sentence.speakers import is_led
from claims.suggest.sentence.told import Counted, Divided, Restated, Total, Whole
from claims.suggest.words.language import Language

_LIKE_KINDS = {
    "plan": ("plan", "project", "law"),
    "project": ("project", "plan", "building"),
    "work": ("work",),
    "product": ("product",),
    "organisation": ("organisation",),
    "event": ("event",),
    "law": ("law", "plan"),
    "building": ("building", "project"),
    "incident": ("incident",),
    "place": ("place",),
}
_PERSON_PRONOUNS = {"de": {"er": "he", "sie": "she"}, "en": {"he": "he", "she": "she"}}
_THING_PRONOUNS = {"de": {"er", "sie", "es"}, "en": {"it"}}
_THINGS = ("organisation", "product", "plan", "building", "event", "law", "work", "project")
_BLOCKING_BEHIND = {"von", "der", "des", "für", "zur", "zum", "of", "for", "eines", "einer"}
_LONGEST_LEAD = 8
_FROM = frozenset({"aus", "from"})
"""What leads to where somebody comes from, which is not where the text is about ("die Firma X aus Jena")."""
_REACH = 4
"""How many sentences back a name is still what a pronoun or "the company" means."""


@dataclass(slots=True)
class Memory:
    """The names of the sentences before, latest last, with their paragraph."""

    seen: list[tuple[int, int, Mention, bool]] = field(default_factory=list)
    sentence: int = 0
    paragraph: int = 0
    title: list[Mention] = field(default_factory=list)
    words: list[frozenset[str]] = field(default_factory=list)
    whole: Whole | None = None
    divided: Divided | None = None
    restated: Restated | None = None
    total: Total | None = None
    election: tuple[int, str] | None = None
    counted: Counted | None = None
    unnamed_ages: set[str] = field(default_factory=set)
    protest: Mention | None = None
    answered: dict[str, Mention | None] = field(default_factory=dict)

    @property
    def recent_words(self) -> frozenset[str]:
        """The words of the last sentences, small."""
        return frozenset().union(*self.words)

    def remember(self, reading: Reading, *, is_heading: bool) -> None:
        """Add the names of a sentence; those of the first heading stand in for the title."""
        for place, item in enumerate(reading.items):
            aside = item.mention is not None and is_aside(reading, place)
            for mention in item.group:
                told_from = place > 0 and reading.items[place - 1].low in _FROM and mention.kind == "place"
                if not (mention.modifies or mention.owns or told_from):
                    self.seen.append((self.sentence, self.paragraph, mention, aside))
                    where = mention.part_of
                    if where is not None and mention.kind in {"event", "incident", "building"}:
                        whole = replace(mention, entity=where, part_of=None)
                        self.seen.append((self.sentence, self.paragraph, whole, True))
                    if is_heading and self.sentence == 0:
                        self.title.append(mention)
        self.words = [*self.words[-2:], frozenset(_list_words(reading))]
        self.sentence += 1
        if len(self.seen) > 400:
            del self.seen[:200]

    def find_only(self, kind: str, *, reach: int = _REACH) -> Mention | None:
        """Return the name of a kind where the last sentences hold one such name only."""
        near = self.list_near(kind, reach)
        return near[0] if len({mention.entity.label for mention in near}) == 1 else None

    def list_near(self, kind: str, reach: int) -> list[Mention]:
        """Return the names of a kind in the last sentences, latest first."""
        near: list[Mention] = []
        for sentence, _, mention, _ in reversed(self.seen):
            if self.sentence - sentence > reach:
                break
            if mention.kind == kind:
                near.append(mention)
        return near

    def find_last(
        self, kinds: Sequence[str], *, reach: int = _REACH, paragraphs: int = 1
    ) -> tuple[Mention, bool] | None:
        """Return the latest name of these kinds, and whether it was the only one of its sentence.

        A name that a sentence was about comes before one that it only mentions aside ("in Rostock").
        """
        near: list[tuple[int, Mention, bool]] = []
        for sentence, paragraph, mention, aside in reversed(self.seen):
            if self.sentence - sentence > reach or self.paragraph - paragraph > paragraphs:
                break
            if mention.kind in kinds:
                near.append((sentence, mention, aside))
        chosen = [one for one in near if not one[2]] or near
        nearest = [mention for sentence, mention, _ in chosen if sentence == chosen[0][0]]
        if not nearest:
            return None
        labels = {mention.entity.label for mention in nearest}
        return nearest[-1], len(labels) == 1


def _list_words(reading: Reading) -> Iterator[str]:
    """Yield the words of a sentence, small, and of names those of events: what a vote is told of by."""
    for item in reading.items:
        if item.is_word:
            yield item.low
        elif item.mention is not None and item.mention.kind == "event":
            yield from item.low.split()


def is_aside(reading: Reading, place: int) -> bool:
    """Tell whether a sentence only mentions the name at `place`: behind a preposition, or to whom something was said."""
    items = reading.items
    if is_led(items, place, reading.language):
        return True
    back = place - 1
    while back > 0 and leads_to_name(items[back], reading.language) and items[back].low != "der":
        back -= 1
    addressed = back > 0 and reading.language.code == "de" and items[back].low == "der"
    return addressed and items[back - 1].mention is not None


def resolve(reading: Reading, memory: Memory) -> None:
    """Give the items "dieses Modell", "the company", "sie" the name that they stand for, in place."""
    for place, item in enumerate(reading.items):
        if not item.is_word:
            continue
        antecedent = _find_described(reading, place, memory) or _find_pronoun(reading, place, memory)
        if antecedent is not None:
            start, mention = antecedent
            item.mention = replace(mention, start=start, end=item.end)
            item.group = (item.mention,)


def _find_described(reading: Reading, place: int, memory: Memory) -> tuple[int, Mention] | None:
    item = reading.items[place]
    kinds = _LIKE_KINDS.get(item.descriptor or "")
    if kinds is None or place == 0 or item.text != item.text.split("-")[-1]:
        return None
    if reading.language.code == "de" and not item.text[0].isupper():
        return None
    lead = _find_demonstrative(reading.items, place, reading.language)
    if lead is None or _goes_on(reading.items, place):
        return None
    found = _find_in_sentence(reading.items, place, kinds) or memory.find_last(kinds)
    if found is None:
        return None
    mention, alone = found
    if item.low in _BODIES and item.low not in mention.entity.label.lower():
        return None
    if not alone and mention.kind == "place":
        return None
    if mention.part_of is not None and mention.part_of.kind == "building" and not _names_part(item, mention):
        mention = replace(mention, entity=mention.part_of)
    return reading.items[lead].start, replace(mention, origin="described", owns=False, modifies=False)


_BODIES = frozenset(["senat", "polizei", "feuerwehr", "gericht", "landgericht", "staatsanwaltschaft", "parlament", "regierung",
                     "bundestag", "ministerium", "police", "court", "government", "ministry", "council", "parliament"])  # fmt: skip
"""Bodies of which a text names several: they are only meant by a name that has the word in it."""


def _names_part(item: Item, mention: Mention) -> bool:
    """Tell whether "der Flügel" means the part that was named, and "die Bibliothek" the whole."""
    return mention.entity.label.lower().startswith(
        (item.low, *(f"{side} {item.low}" for side in ("west", "east", "north", "south", "new")))
    )


def _find_in_sentence(items: Sequence[Item], place: int, kinds: Sequence[str]) -> tuple[Mention, bool] | None:
    """Look for the name in an earlier clause of the same sentence."""
    clause = items[place].clause
    named = [i.mention for i in items[:place] if i.mention and i.clause < clause and i.mention.kind in kinds]
    return (named[-1], True) if named and named[-1].origin != "pronoun" and not named[-1].modifies else None


def _find_demonstrative(items: Sequence[Item], place: int, language: Language) -> int | None:
    """Return the item of the "dieses" or "the" before the noun at `place`: "the Swedish company", "das 2023 gegründete …"."""
    described = (
        items[place - 1].low.endswith(("te", "ten", "ter", "tes", "ene", "enen")) and language.code == "de"
    )
    for back in range(place - 1, max(-1, place - _LONGEST_LEAD), -1):
        item = items[back]
        owner = item.mention is not None and item.mention.owns and item.mention.kind == "place"
        if item.low in language.demonstratives or owner:
            return back if not owner or back < place - 1 else None
        if item.is_mark:
            return None
        if not (described or (back > place - 3 and _is_adjective(item, language))):
            return None
    return None


def _is_adjective(item: Item, language: Language) -> bool:
    """Tell whether an item describes the noun behind it: a plain adjective, a place's, or "San Francisco-based"."""
    if not item.is_word:
        return item.mention is not None and item.mention.modifies
    if item.low in language.function_words or item.low in language.prepositions:
        return False
    return item.text[0].islower() or item.adjective is not None or leads_to_name(item, language)


def _goes_on(items: Sequence[Item], place: int) -> bool:
    """Tell whether the noun is named or specified behind ("das Unternehmen Kuaishou", "the plan of")."""
    if place + 1 >= len(items):
        return False
    following = items[place + 1]
    return (
        following.mention is not None or following.descriptor is not None or following.low in _BLOCKING_BEHIND
    )


def _find_pronoun(reading: Reading, place: int, memory: Memory) -> tuple[int, Mention] | None:
    low, code = reading.items[place].low, reading.language.code
    is_person, is_thing = low in _PERSON_PRONOUNS[code], low in _THING_PRONOUNS[code]
    if not (is_person or is_thing):
        return None
    if low == "sie" and place + 1 < len(reading.items) and _is_plural_verb(reading.items, place):
        return None
    found = memory.find_last(("person",)) if is_person else None
    inverted = place == 2 and reading.items[1].low in reading.language.passives
    if found is None and is_thing and (place <= 1 or inverted):
        found = memory.find_last(_THINGS, reach=1)
    if found is None:
        return None
    return reading.items[place].start, replace(found[0], origin="pronoun", owns=False, modifies=False)


def _is_plural_verb(items: Sequence[Item], place: int) -> bool:
    """Tell whether "sie" stands beside a plural verb and means several."""
    beside = {items[n].low for n in (place - 1, place + 1) if 0 <= n < len(items)}
    return any(
        low in {"sind", "haben", "wurden", "werden", "waren", "hatten", "können"}
        or (low.endswith("ten") and len(low) > 5)
        for low in beside
    )
