"""The names that a reader of texts knows: those of a vocabulary, and those that it has proposed itself so far.

The table of a vocabulary is laid out once. Names proposed by a run are added in place, so that articles imported
together share names as those do that come one by one: laying all out anew for each would take longer than reading it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from claims.suggest.entities.names import NameTable, build_name_table, sort_longest_first
from claims.suggest.words.language import Language
from claims.vocabulary import KnownEntity, Vocabulary


class NamesSoFar:
    """Entities that came after the vocabulary was read, and the name tables that know them."""

    def __init__(self) -> None:
        self._entities: list[KnownEntity] = []
        self._tables: dict[str, tuple[NameTable, int]] = {}

    def __iter__(self) -> Iterator[KnownEntity]:
        return iter(self._entities)

    def add(self, entities: Iterable[KnownEntity]) -> None:
        """Add entities; the tables learn their names when they are next asked for."""
        self._entities += entities

    def extend(self, base: NameTable, language: Language) -> NameTable:
        """Return the table of the vocabulary with the names so far."""
        known = self._tables.get(language.code)
        table, count = known if known is not None else (_copy(base), 0)
        if count < len(self._entities):
            added = build_name_table(self._entities[count:], language)
            for word, forms in added.forms.items():
                together = table.forms.setdefault(word, [])
                together += forms
                sort_longest_first(together)
            table.plain.update(added.plain)
        self._tables[language.code] = table, len(self._entities)
        return table


def _copy(table: NameTable) -> NameTable:
    forms = {word: list(forms) for word, forms in table.forms.items()}
    return NameTable(forms, dict(table.adjectives), dict(table.plain))


@dataclass(frozen=True, slots=True, eq=False)
class VocabularyKey:
    """A vocabulary with further names, compared by identity of its parts so that tables can be kept.

    The names of `so_far` take no part in the comparison: they grow, and only the table of names knows them.
    """

    vocabulary: Vocabulary
    entities: tuple[KnownEntity, ...] = ()
    so_far: NamesSoFar | None = field(default=None)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, VocabularyKey)
            and self.vocabulary is other.vocabulary
            and len(self.entities) == len(other.entities)
            and all(a is b for a, b in zip(self.entities, other.entities, strict=True))
        )

    def __hash__(self) -> int:
        return hash((id(self.vocabulary), len(self.entities), *(entity.key for entity in self.entities[:8])))


def make_key(vocabulary: Vocabulary, entities: Iterable[KnownEntity]) -> VocabularyKey:
    """Return the key of a vocabulary and of the names known beyond it."""
    if isinstance(entities, NamesSoFar):
        return VocabularyKey(vocabulary, (), entities)
    return VocabularyKey(vocabulary, tuple(entities))


def get_vocabulary_names(key: VocabularyKey, language: Language) -> NameTable:
    """Return the name table of a vocabulary, built once, with the names so far."""
    table = _get_table(key, language)
    return table if key.so_far is None else key.so_far.extend(table, language)


@lru_cache(maxsize=8)
def _get_table(key: VocabularyKey, language: Language) -> NameTable:
    return build_name_table((*key.vocabulary.entities, *key.entities), language)
