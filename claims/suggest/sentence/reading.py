"""A sentence as the frames see it: names, values, words and marks in a row.

Names and figures are one item each however many words they have, and a list of names ("A, B und C") is
one item too, so that a pattern written for one name holds for several.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.suggest.entities.mention import Mention
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token
from claims.values.value import EntityValue, Found

_HYPHENS = {"-", "‑"}
_BREAKS = {";", ":", "–", "—", "(", ")", "[", "]"}
_LONGEST_LIST = 12
MARKS = frozenset("\"'„“”»«‚‘’…,.;:!?()[]–—-/|•*")


@dataclass(slots=True)
class Item:
    """A name, a value, a word (hyphenated compounds are one) or a mark at `text[start:end]`."""

    start: int
    end: int
    text: str
    low: str
    stem: str
    mention: Mention | None = None
    group: tuple[Mention, ...] = ()
    value: Found | None = None
    descriptor: str | None = None
    adjective: Mention | None = None
    is_mark: bool = False
    clause: int = 0
    segment: int = 0

    @property
    def is_word(self) -> bool:
        """Neither name, value nor mark."""
        return not (self.is_mark or self.group or self.value is not None)


@dataclass(slots=True)
class Reading:
    """One sentence, `text[start:end]`, cut into items."""

    text: str
    start: int
    end: int
    language: Language
    items: list[Item]
    kind: str = "statement"
    places: dict[str, list[int]] = field(default_factory=dict)

    def locate(self, stem: str) -> list[int]:
        """Return the item numbers at which a word with this stem stands."""
        return self.places.get(stem, [])

    def text_between(self, first: int, last: int) -> str:
        """Return the text from item `first` to item `last`, exclusive."""
        return self.text[self.items[first].start : self.items[last - 1].end]


class Source:
    """The tokens, names and values of a whole text, from which sentences are read in turn."""

    def __init__(
        self,
        text: str,
        language: Language,
        tokens: Sequence[Token],
        mentions: Sequence[Mention],
        values: Sequence[Found],
        adjectives: Mapping[str, EntityValue],
    ) -> None:
        self.text, self.language, self.tokens = text, language, tokens
        self._mention_at = {mention.first: mention for mention in mentions}
        self._taken: bytearray | None = None
        self._words: dict[str, list[int]] | None = None
        self._values, self._adjectives = values, adjectives
        self._value_starts = [found.start for found in values]
        self._token_starts = [token.start for token in tokens]

    def add(self, mentions: Iterable[Mention]) -> None:
        """Read names from now on that were found late; one that stands where another does is left out."""
        if self._taken is None:
            self._taken = bytearray(len(self.tokens))
            for mention in self._mention_at.values():
                self._taken[mention.first : mention.last] = b"\1" * (mention.last - mention.first)
        for mention in mentions:
            if not any(self._taken[mention.first : mention.last]):
                self._mention_at[mention.first] = mention
                self._taken[mention.first : mention.last] = b"\1" * (mention.last - mention.first)

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return the numbers of the first token at `text[start:end]` and of the one behind it."""
        return bisect_left(self._token_starts, start), bisect_left(self._token_starts, end)

    def find_word(self, word: str) -> Sequence[int]:
        """Return the numbers of all tokens that are `word`, in order."""
        if self._words is None:
            self._words = {}
            for number, token in enumerate(self.tokens):
                self._words.setdefault(token.text, []).append(number)
        return self._words.get(word, ())

    def read(self, start: int, end: int) -> Reading:
        """Return the sentence at `text[start:end]` cut into items, lists joined, clauses numbered."""
        first, last = self.locate(start, end)
        values = self._values[bisect_left(self._value_starts, start) : bisect_left(self._value_starts, end)]
        items = self._cut(first, last, values)
        items = _join_lists(_unquote(items), self.language)
        _number_clauses(items, self.language)
        reading = Reading(self.text, start, end, self.language, items)
        for number, item in enumerate(items):
            reading.places.setdefault(item.stem, []).append(number)
        return reading

    def _cut(self, place: int, last: int, values: Sequence[Found]) -> list[Item]:
        items: list[Item] = []
        waiting = list(reversed(values))
        while place < last:
            token = self.tokens[place]
            while waiting and waiting[-1].start < token.start:
                waiting.pop()
            mention = self._mention_at.get(place)
            if mention is not None and mention.last <= last:
                items.append(self._make_name(mention))
                place = mention.last
            elif waiting and waiting[-1].start == token.start:
                found = waiting.pop()
                items.append(self._make_value(found))
                while place < last and self.tokens[place].start < found.end:
                    place += 1
            else:
                behind = self._find_compound_end(place, last)
                items.append(self._make_word(place, behind))
                place = behind
        return items

    def _find_compound_end(self, place: int, last: int) -> int:
        tokens, behind = self.tokens, place + 1
        while (
            behind + 1 < last
            and tokens[behind].text in _HYPHENS
            and tokens[behind].start == tokens[behind - 1].end
            and tokens[behind + 1].start == tokens[behind].end
            and tokens[place].text not in MARKS
        ):
            behind += 2
        return behind

    def _make_name(self, mention: Mention) -> Item:
        text = self.text[mention.start : mention.end]
        return Item(mention.start, mention.end, text, text.lower(), "", mention, (mention,))

    def _make_value(self, found: Found) -> Item:
        text = self.text[found.start : found.end]
        stem = self.language.stem(text.split(" ", 1)[0])
        return Item(found.start, found.end, text, text.lower(), stem, value=found)

    def _make_word(self, place: int, behind: int) -> Item:
        start, end = self.tokens[place].start, self.tokens[behind - 1].end
        text = self.text[start:end]
        if text in MARKS:
            return Item(start, end, text, text, text, is_mark=True)
        tail = self.tokens[behind - 1].text if behind - place > 1 else text
        stem = self.language.stem(tail)
        descriptor = self.language.get_descriptor_kind(text) or self.language.get_descriptor_kind(tail)
        origin = self._adjectives.get(text.lower()) if text.endswith("er") and text[0].isupper() else None
        adjective = Mention(start, end, origin, place, behind) if origin else None
        return Item(start, end, text, text.lower(), stem, descriptor=descriptor, adjective=adjective)


_QUOTES = frozenset("\"'„“”»«‚‘’")


def _unquote(items: list[Item]) -> list[Item]:
    """Leave out the quotation marks around a name alone: "das Festival „Klangwald“ in X" reads as without them."""
    marks = {n for n, item in enumerate(items) if item.is_mark and item.text in _QUOTES}
    around = [n for n in marks if n + 2 in marks and items[n + 1].mention is not None and items[n].end == items[n + 1].start and items[n + 1].end == items[n + 2].start]  # fmt: skip
    left_out = {m for n in around for m in (n, n + 2)}
    return [item for n, item in enumerate(items) if n not in left_out] if left_out else items


def _join_lists(items: list[Item], language: Language) -> list[Item]:
    """Make "A, B und C" one item where all are names of one kind."""
    joined: list[Item] = []
    place = 0
    while place < len(items):
        behind, members = _follow_list(items, place, language)
        if len(members) > 1:
            first = items[place]
            joined.append(
                Item(first.start, items[behind - 1].end, first.text, first.low, "", members[0], members)
            )
        else:
            joined.append(items[place])
            behind = place + 1
        place = behind
    return joined


def _follow_list(items: Sequence[Item], place: int, language: Language) -> tuple[int, tuple[Mention, ...]]:
    """Return where the list of names at `place` ends, and its members; one member if it is no list."""
    first = items[place].mention
    if first is None or first.modifies:
        return place + 1, ()
    members, behind, closed = [first], place + 1, False
    while behind < len(items) and not closed and len(members) < _LONGEST_LIST:
        step = behind
        comma = items[step].text == ","
        step += comma
        if comma and language.code == "de" and step < len(items) and items[step].low in language.joiners:
            break
        if step < len(items) and items[step].low in language.joiners:
            closed = True
            step += 1
        elif not comma:
            break
        step += step < len(items) and items[step].low in language.articles and first.kind == "place"
        following = items[step].mention if step < len(items) else None
        if following is None or following.kind != first.kind or following.modifies:
            closed = False
            break
        members.append(following)
        behind = step + 1
    return (behind, tuple(members)) if closed else (place + 1, (first,))


def _number_clauses(items: Sequence[Item], language: Language) -> None:
    """Number the stretches between marks (clauses) and between conjunctions (segments)."""
    clause = segment = 0
    for item in items:
        if item.is_mark and (item.text in _BREAKS or item.text == ","):
            clause += 1
            segment += 1
        elif item.low in language.coordinators and item.is_word:
            segment += 1
        item.clause, item.segment = clause, segment
