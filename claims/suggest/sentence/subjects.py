"""Choosing what a claim is about among the names of a sentence.

Each candidate has a cost: how far it stands from the trigger, in which clause, and in which role
(an agent behind "von", a possessor, a name that only describes another). The cheapest one wins.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claims.suggest.entities.mention import BY_PLACE, Mention
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.belonging import is_of_part, names_another
from claims.suggest.sentence.clause_openings import is_passive, opens_with
from claims.suggest.sentence.patterns import leads_to_name
from claims.suggest.sentence.reading import Item, Reading

_TOO_DEAR = 9.0
_OBLIQUE = frozenset({"den", "dem"})
"""Articles of a name that is no subject: "hat den VfL Oldern besiegt"."""
_PENALTY = {"known": 0.0, "pattern": 0.03, "short": 0.03, "described": 0.12, "pronoun": 0.15, "place": 0.2}


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen subject: its item (-1 where it comes from a sentence before), names, doubt and reason."""

    item: int
    mentions: tuple[Mention, ...]
    doubt: float
    reason: str | None


def choose_subject(
    reading: Reading,
    kinds: Collection[str],
    anchor: int,
    value: int,
    memory: Memory,
    *,
    attributive: bool = False,
    first: int | None = None,
) -> Choice | None:
    """Return the likeliest subject of the trigger at item `anchor`, None if no name fits.

    `attributive` is set for a participle before its noun ("das 2017 gegründete Start-up X"); `first` is
    the trigger's first item where it has several.
    """
    best, best_cost = -1, _TOO_DEAR
    for place, item in enumerate(reading.items):
        if item.mention is None or place == value or item.mention.kind not in kinds:
            continue
        cost = _price(reading, place, anchor, attributive=attributive)
        if cost < best_cost:
            best, best_cost = place, cost
    if best >= 0:
        item = reading.items[best]
        return Choice(best, item.group, _doubt(item), _explain(item))
    return _take_from_before(reading, kinds, (anchor if first is None else first, anchor), memory)


def _price(reading: Reading, place: int, anchor: int, *, attributive: bool) -> float:
    items = reading.items
    item, trigger = items[place], items[anchor]
    mention = item.mention
    if mention is None or mention.modifies:
        return _TOO_DEAR + 1
    cost = abs(place - anchor) * 0.05
    later = item.clause > trigger.clause
    if later and (not _opens_sentence(reading, trigger.clause) or _only_speaks(reading, item.clause)):
        cost += _TOO_DEAR
    if item.clause != trigger.clause:
        cost += 1.0 + 0.4 * abs(item.clause - trigger.clause)
        if _is_antecedent(reading, place, anchor):
            cost -= 1.6
        elif trigger.clause - item.clause == 2 and items[place + 1].text == ",":
            cost -= 1.2  # "Solvane, a unit of Kellmann Group, reported"
    elif item.segment != trigger.segment:
        cost += 0.6
    if place > anchor:
        cost += -0.8 if attributive and _leads_from(items, anchor, place, reading) else 0.3
    cost += _price_role(reading, place, anchor)
    if mention.origin in {"described", "pronoun"}:
        cost += 0.4
    return cost


def _price_role(reading: Reading, place: int, anchor: int) -> float:
    """Return what the words before and behind a name cost it: agents, objects and possessors are no subjects."""
    items, language = reading.items, reading.language
    mention, before, clause = items[place].mention, _word_before(reading, place), items[anchor].clause
    cost = 0.8 if place > 0 and items[place - 1].low in _OBLIQUE else 0.0
    if is_of_part(reading, place) or names_another(reading, place):
        return _TOO_DEAR
    if mention is not None and mention.owns and place + 1 < len(items):
        named = language.code == "en" and items[place + 1].is_word and items[place + 1].text[0].isupper()
        cost += _TOO_DEAR if named else 1.5 if not items[place + 1].is_mark else 0.2
    elif mention is not None and mention.owns:
        cost += 0.2
    if _is_genitive_of_another(reading, place, anchor):
        return _TOO_DEAR + 1
    if before == "into":
        return _TOO_DEAR  # "a commission will begin into the collapse of X"
    if before in language.agents and is_passive(reading, clause):
        return _TOO_DEAR
    if before in language.prepositions and before not in {"von", "vom", "of", "for", "für", "bei"}:
        return cost + 1.2
    return cost + (0.8 if before in _ATTRIBUTIVE and _follows_name(reading, place) else 0.0)


def _is_genitive_of_another(reading: Reading, place: int, anchor: int) -> bool:
    """Tell whether a name is the "des" of a noun that the trigger is not part of ("in einer Umfrage des Instituts X")."""
    items = reading.items
    for back in range(place - 1, max(0, place - 4), -1):
        if items[back].low == "des":
            noun = items[back - 1]
            return (
                noun.is_word and noun.text[0].isupper() and noun.descriptor is not None and back - 1 != anchor
            )
        if not leads_to_name(items[back], reading.language):
            return False
    return False


_ATTRIBUTIVE = frozenset({"von", "vom", "of"})


def _follows_name(reading: Reading, place: int) -> bool:
    """Tell whether the name only tells more of the one before it ("die Partei X von Kanzler Y")."""
    items = reading.items
    for back in range(place - 1, max(0, place - 6), -1):
        if items[back].low in _ATTRIBUTIVE:
            return items[back - 1].mention is not None
    return False


def _only_speaks(reading: Reading, clause: int) -> bool:
    """Tell whether a clause behind only says who said it ("…, teilte der Zoo mit")."""
    said = reading.language.saying["said"]
    return any(item.clause == clause and item.low in said for item in reading.items)


def _opens_sentence(reading: Reading, clause: int) -> bool:
    """Tell whether a clause is a phrase before the main clause ("Founded in 2019, X …")."""
    return clause == 0 and sum(1 for item in reading.items if item.clause == 0) <= 6


def _is_antecedent(reading: Reading, place: int, anchor: int) -> bool:
    """Tell whether the trigger stands in a relative clause or participle phrase that follows the name."""
    items, language = reading.items, reading.language
    start = anchor
    while start > 0 and items[start - 1].clause == items[anchor].clause:
        start -= 1
    while start < anchor and (items[start].is_mark or items[start].low in language.prepositions):
        start += 1
    if place >= start or items[place].clause != items[start].clause - 1:
        return False
    later = [n for n in range(place + 1, start) if (m := items[n].mention) is not None and not m.modifies]
    relative = items[start].low in language.relatives
    return not later and (relative or start == anchor)


def _leads_from(items: Sequence[Item], anchor: int, place: int, reading: Reading) -> bool:
    """Tell whether only words of one noun phrase stand between an attributive participle and a name."""
    return place - anchor <= 5 and all(
        leads_to_name(items[n], reading.language) for n in range(anchor + 1, place)
    )


def is_attributive(reading: Reading, anchor: int) -> bool:
    """Tell whether the participle at `anchor` stands before the noun or name that it describes."""
    items = reading.items
    if anchor + 1 >= len(items) or not items[anchor].low.endswith(
        ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ed")
    ):
        return False
    following = items[anchor + 1]
    return following.mention is not None or following.descriptor is not None


def _word_before(reading: Reading, place: int) -> str:
    """Return the preposition or article that leads to the name at `place`, or an empty string."""
    for back in range(place - 1, max(-1, place - 7), -1):
        item = reading.items[back]
        if item.low in reading.language.prepositions and item.is_word:
            return item.low
        if not leads_to_name(item, reading.language):
            return ""
    return ""


def _doubt(item: Item) -> float:
    return _PENALTY[item.mention.origin] if item.mention else 0.0


def _explain(item: Item) -> str | None:
    mention = item.mention
    if mention is None or mention.origin not in {"described", "pronoun", "place"}:
        return None
    return BY_PLACE if mention.origin == "place" else f"“{item.text}” read as {mention.entity.label}"


def _take_from_before(
    reading: Reading, kinds: Collection[str], trigger: tuple[int, int], memory: Memory
) -> Choice | None:
    """Fall back on the name that the sentences before were about, if this one is about no other thing."""
    first, last = trigger
    if any(_is_about(item, kinds) for item in reading.items[: last + 1]):
        return None
    if not opens_with(reading, first, last, kinds):
        return None
    found = memory.find_last(tuple(kinds), reach=2, paragraphs=0)
    if found is None or not found[1]:
        return None
    mention = found[0]
    if any(item.mention is not None and item.mention.entity == mention.entity for item in reading.items):
        return None  # named here, and not as what it is said of: "signed an extension of the accord"
    return Choice(-1, (mention,), 0.3, f"subject {mention.entity.label} from a sentence before")


def _is_about(item: Item, kinds: Collection[str]) -> bool:
    """Tell whether a name keeps the sentence from being about one before; who only speaks in it does not."""
    mention = item.mention
    if mention is None or mention.modifies or mention.origin == "pronoun":
        return False
    return mention.kind != "person" or "person" in kinds
