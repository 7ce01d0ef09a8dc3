"""Which entity a name in a model's answer means: one that the text names there, or a known one."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from claims.suggest.entities.mention import Mention
from claims.suggest.entities.name_tables import get_vocabulary_names, make_key
from claims.suggest.entities.naming import find_mentions
from claims.suggest.words.language import Language, get_language
from claims.suggest.words.tokens import tokenize
from claims.values.value import EntityValue
from claims.vocabulary import KnownEntity, Vocabulary

_LONGEST = 120
_AROUND = 4_000
"""Characters before and after a quote in which a name is looked for first."""
_ENDINGS = ("", "s", "’", "'")


class Names:
    """The names of one text and of a vocabulary."""

    def __init__(
        self, text: str, language: str, vocabulary: Vocabulary, entities: Iterable[KnownEntity]
    ) -> None:
        words = get_language(language)
        table = get_vocabulary_names(make_key(vocabulary, entities), words)
        self._text, self._language = text, words
        self._mentions = find_mentions(text, tokenize(text), table, words)
        self._starts = [mention.start for mention in self._mentions]
        self._known = _read_aliases((*vocabulary.entities, *entities), words)

    def find(
        self, name: str, near: tuple[int, int], kinds: Sequence[str]
    ) -> tuple[EntityValue, tuple[int, int] | None] | None:
        """Return what `name` means and where the text writes it, nearest to `near`; None where it means nothing.

        Of a kind in `kinds`, if any are given. The place is None for a name that is known and that the text
        writes differently.
        """
        name = name.strip()
        if not name or len(name) > _LONGEST or not name.isprintable():
            return None
        places = self._find_places(name, near)
        for place in places:
            mention = self._find_mention(place)
            if mention is not None:
                return _fit(mention.entity, kinds, place)
        known = self._known.get(name.casefold())
        if known is not None:
            return _fit(known, kinds, places[0] if places else None)
        if places and self._can_be_name(name):
            return EntityValue(name, None, kinds[0] if kinds else "topic"), places[0]
        return None

    def _find_places(self, name: str, near: tuple[int, int]) -> list[tuple[int, int]]:
        """Return where the text writes a name around `near`, the nearest first; else its first place anywhere."""
        around = find_words(self._text, name, max(0, near[0] - _AROUND), near[1] + _AROUND)
        places = sorted(around, key=lambda at: (at[1] <= near[0], abs(at[0] - near[0])))
        return places or list(islice(find_words(self._text, name, 0, len(self._text)), 1))

    def _find_mention(self, place: tuple[int, int]) -> Mention | None:
        """Return the name that the text has exactly there, but for a genitive ending."""
        number = bisect_left(self._starts, place[0])
        if number == len(self._starts) or self._starts[number] != place[0]:
            return None
        mention = self._mentions[number]
        return mention if self._text[place[1] : mention.end] in _ENDINGS and mention.end >= place[1] else None

    def _can_be_name(self, name: str) -> bool:
        """Tell whether a name that nobody knows looks like one: no pronoun, no plain word."""
        language = self._language
        plain = language.function_words | language.articles | language.demonstratives | language.prepositions
        words = name.split()
        return any(word[0].isupper() or word[0].isdigit() for word in words) and not (
            len(words) == 1 and (name.casefold() in plain or not any(map(str.isalpha, name)))
        )


def _read_aliases(entities: Sequence[KnownEntity], language: Language) -> dict[str, EntityValue]:
    found: dict[str, EntityValue] = {}
    for entity in entities:
        label = (
            entity.label.get(language.code) or entity.label.get("mul") or next(iter(entity.label.values()))
        )
        value = EntityValue(label, entity.key, entity.kind)
        for name in (
            *entity.label.values(),
            *(alias for group in entity.aliases.values() for alias in group),
        ):
            found.setdefault(name.casefold(), value)
    return found


def _fit(
    entity: EntityValue, kinds: Sequence[str], place: tuple[int, int] | None
) -> tuple[EntityValue, tuple[int, int] | None] | None:
    return (entity, place) if not kinds or entity.kind is None or entity.kind in kinds else None


def find_words(text: str, words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places between `start` and `end` at which `words` stand as whole words, a genitive ending aside."""
    place = text.find(words, start, end) if words else -1
    while place >= 0:
        behind = place + len(words)
        before = text[place - 1] if place else " "
        rest = text[behind : behind + 2]
        ends = not rest[:1].isalnum() or (rest[0] == "s" and not rest[1:].isalnum())
        if (not before.isalnum() or not words[0].isalnum()) and (ends or not words[-1].isalnum()):
            yield place, behind
        place = text.find(words, place + 1, end)
