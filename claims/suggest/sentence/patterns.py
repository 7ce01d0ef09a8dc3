"""The small language in which `words/relations_*.toml` says how sentences relate two names.

`S` is the subject, `V` the value, both names of a kind that the predicate allows; `S's` stands in the
genitive, `S-` is a name that only describes a noun, `V-Tochter` one that describes this noun. `…` is a gap within the clause, `_` the words
that may lead to a name (articles, adjectives, nouns such as "Unternehmen"), `N` any such noun. A word is
matched by its stem, `KS`/`KV` is a class of things that has no name ("chinesische Forscher"), `AV` a place's adjective ("Hamburger"), `a|b` are alternatives, `word?` may be missing, `=word` is matched as written.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.words.language import Language

Role = Literal["S", "V"]
_GAP = 9
_LEAD = 5
_GERMAN_ADJECTIVE = ("e", "en", "er", "es", "em")
_NATIONS = frozenset(
    {"swiss", "french", "dutch", "greek", "czech", "welsh", "thai", "israeli", "saudi", "iraqi"}
)
_AUXILIARIES = frozenset({"has", "have", "had", "was", "were", "is", "are", "will", "hat", "haben", "hatte", "ist", "sind",
                          "war", "wurde", "wird", "soll", "gehört", "gehörte"})  # fmt: skip
_PAST = ("te", "ten")
"""How a German verb of the past ends: right behind a name such a word is no adjective."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern."""

    sort: Literal["name", "word", "gap", "lead", "noun", "class", "adjective"]
    role: Role = "S"
    owns: bool = False
    modifies: bool = False
    stems: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way to say a predicate, with how far it is trusted and the value it implies, if any."""

    predicate: str
    source: str
    elements: tuple[Element, ...]
    trust: float
    implied: str | None
    keys: frozenset[str]
    is_phrase: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern fits: item numbers of the whole and of the two names (-1 for an implied value)."""

    pattern: Pattern
    first: int
    last: int
    subject: int
    value: int


def parse_pattern(
    predicate: str, source: str, trust: float, implied: str | None, language: Language
) -> Pattern:
    """Compile one line of the relation tables."""
    elements = tuple(_parse_element(word, language) for word in source.split())
    words = [e for e in elements if e.sort == "word" and not e.optional]
    rarest = max(words, key=lambda e: max((len(w) for w in e.stems | e.exact), default=0), default=None)
    keys = frozenset() if rarest is None else rarest.stems | rarest.exact
    small = language.prepositions | language.articles | language.links | {"wie"}
    parts = [part.rstrip("?") for word in source.split() for part in word.split("|")]
    phrase = all(part in small or part.startswith(("S", "V", "_", "A", "N")) for part in parts)
    return Pattern(predicate, source, elements, trust, implied, keys, phrase)


def _parse_element(word: str, language: Language) -> Element:
    optional = word.endswith("?") and len(word) > 1
    word = word.removesuffix("?") if optional else word
    name, dash, heads = word.partition("-")
    if name.removesuffix("'s") in {"S", "V"}:
        role: Role = "S" if name[0] == "S" else "V"
        stems_of_head = frozenset(language.stem(head) for head in heads.split("|") if head)
        return Element("name", role, owns=name.endswith("'s"), modifies=bool(dash), stems=stems_of_head)
    if word == "AV":
        return Element("adjective", "V")
    if word in {"KS", "KV"}:
        return Element("class", "S" if word == "KS" else "V")
    if word == "…":
        return Element("gap")
    if word == "_":
        return Element("lead")
    if word == "N":
        return Element("noun", optional=optional)
    stems: set[str] = set()
    exact: set[str] = set()
    for form in word.split("|"):
        (exact if form.startswith("=") or not form[0].isalnum() else stems).add(
            form.removeprefix("=") if form.startswith("=") or not form[0].isalnum() else language.stem(form)
        )
    return Element("word", stems=frozenset(stems), exact=frozenset(exact), optional=optional)


Fits = Callable[[Item, Role, bool], bool]
"""Tells whether an item can play a role; the last argument says that its compound's head was asked for."""


def match_pattern(pattern: Pattern, reading: Reading, starts: Sequence[int], fits: Fits) -> Iterator[Match]:
    """Yield the fits of a pattern that begin at one of `starts`, the shortest at each."""
    for start in starts:
        found = _match(pattern.elements, 0, reading.items, start, reading.language, fits, -1, -1)
        if found is not None:
            last, subject, value = found
            yield Match(pattern, start, last, subject, value)


def _match(
    elements: Sequence[Element],
    number: int,
    items: Sequence[Item],
    place: int,
    language: Language,
    fits: Fits,
    subject: int,
    value: int,
) -> tuple[int, int, int] | None:
    if number == len(elements):
        return place, subject, value
    element = elements[number]
    for behind in _list_ends(element, items, place, language, fits):
        if element.sort in {"name", "class", "adjective"}:
            new_subject, new_value = (place, value) if element.role == "S" else (subject, place)
        else:
            new_subject, new_value = subject, value
        found = _match(elements, number + 1, items, behind, language, fits, new_subject, new_value)
        if found is not None:
            return found
    return None


def _list_ends(
    element: Element, items: Sequence[Item], place: int, language: Language, fits: Fits
) -> Iterator[int]:
    """Yield where an element that begins at item `place` may end, nearest first."""
    if element.sort == "gap":
        yield from _list_gap_ends(items, place)
        return
    if element.sort == "class":
        yield from _list_class_ends(items, place, language)
        return
    if element.sort == "lead":
        yield from _list_lead_ends(items, place, language)
        return
    if element.optional:
        if place < len(items) and _is_one(element, items[place], language, fits):
            yield place + 1
        yield place
        return
    if place < len(items) and _is_one(element, items[place], language, fits):
        yield place + 1


def _is_one(element: Element, item: Item, language: Language, fits: Fits) -> bool:
    if element.sort == "adjective":
        return item.adjective is not None
    if element.sort == "noun":
        return item.descriptor is not None
    if element.sort == "word":
        return item.low in element.exact or (item.stem in element.stems and not item.is_mark)
    mention = item.mention
    if mention is None or (element.owns and not mention.owns) or mention.modifies != element.modifies:
        return False
    if element.stems and (mention.head is None or language.stem(mention.head) not in element.stems):
        return False
    return fits(item, element.role, bool(element.stems))


def _list_gap_ends(items: Sequence[Item], place: int) -> Iterator[int]:
    """Yield where a gap may end; none opens with an English agent, which turns the verb before it round."""
    if place < len(items) and items[place].low == "by":
        yield place
        return
    for behind in range(place, min(len(items), place + _GAP) + 1):
        yield behind
        if behind < len(items) and items[behind].is_mark and items[behind].text in ",;:–—().":
            return
        joined = behind + 1 < len(items) and items[behind].low in {"und", "and"}
        if joined and items[behind + 1].low in _AUXILIARIES:
            return  # "was founded in 1979 and has been owned by": another verb begins


def _list_lead_ends(items: Sequence[Item], place: int, language: Language) -> Iterator[int]:
    for behind in range(place, min(len(items), place + _LEAD) + 1):
        if not (behind + 1 < len(items) and _possesses(items[behind], items[behind + 1])):
            yield behind
        if behind < len(items) and not leads_to_name(items[behind], language):
            return
        bare = behind == place and place > 0 and items[place - 1].mention is not None
        if bare and behind < len(items) and items[behind].low.endswith(_PAST):
            return


def _possesses(item: Item, following: Item) -> bool:
    """Tell whether a name in the genitive stands before the name that is meant ("China's Geely")."""
    owner, owned = item.mention, following.mention
    return (
        owner is not None
        and owner.owns
        and owner.kind == "place"
        and owned is not None
        and not owned.modifies
    )


def _list_class_ends(items: Sequence[Item], place: int, language: Language) -> Iterator[int]:
    """Yield the end of a noun phrase without a name: adjectives and a noun ("fortschrittliche Chips")."""
    behind = place
    while behind < len(items) and behind - place < _LEAD:
        item = items[behind]
        if not item.is_word or item.low in language.function_words or item.low in language.determiners:
            return
        if language.code == "de" and item.text[0].isupper():
            yield behind + 1
            return
        if language.code == "en" and item.low.endswith("s") and item.low not in language.prepositions:
            yield behind + 1
            return
        if not leads_to_name(item, language):
            return
        behind += 1


def leads_to_name(item: Item, language: Language) -> bool:
    """Tell whether a word may stand before a name in one noun phrase: article, adjective, "Start-up"."""
    if not item.is_word:
        # "China's Geely": who possesses a name only leads to it.
        possesses = item.mention is not None and item.mention.owns and item.mention.kind == "place"
        return item.mention is not None and (item.mention.modifies or possesses)
    if item.descriptor is not None or item.low in language.determiners:
        return True
    if item.low in language.offices or item.low in language.former or item.low in language.lead_adverbs:
        return True
    if item.low in language.function_words or item.low in language.joiners:
        return False
    if language.code == "de":
        return item.low.endswith(_GERMAN_ADJECTIVE) and (
            item.text[0].islower() or item.text.endswith(("er", "ische", "ischen", "ischer", "isches"))
        )
    plain = item.text[0].islower() and not item.low.endswith(("ed", "ly", "s"))
    return plain or item.low in _NATIONS or item.low.endswith(("ese", "an", "ish"))
