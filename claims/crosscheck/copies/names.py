"""The names that the ledger knows, as they stand in a sentence."""

import re
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.tables import Alias, Entity

_LONGEST = 6
"""Words of a name that is looked for."""

_TOKEN = re.compile(r"[^\W_]+")


class Name(NamedTuple):
    """A name at words `start` to `end` of a sentence; `entity` is what it names, merges followed."""

    start: int
    end: int
    text: str
    entity: int
    kind: str


def list_tokens(text: str) -> list[str]:
    """Return the words and figures of a sentence in order."""
    return _TOKEN.findall(text)


class KnownNames:
    """All names, read when the first is asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def _known(self) -> dict[tuple[str, ...], tuple[int, str]]:
        entities = {
            row.id: row
            for row in self._session.execute(select(Entity.id, Entity.kind, Entity.merged_into_id))
        }
        known: dict[tuple[str, ...], tuple[int, str]] = {}
        for alias in self._session.execute(
            select(Alias.entity_id, Alias.name).where(Alias.kind == "name").order_by(Alias.id)
        ):
            standing = entities[alias.entity_id]
            while standing.merged_into_id is not None:
                standing = entities[standing.merged_into_id]
            tokens = tuple(list_tokens(alias.name))
            if tokens and len(tokens) <= _LONGEST:
                known.setdefault(tokens, (standing.id, standing.kind))
        return known

    def find(self, tokens: list[str]) -> list[Name]:
        """Return the names in a sentence, the longest at each place; a genitive's s is looked past."""
        found: list[Name] = []
        place = 0
        while place < len(tokens):
            name = self._find_at(tokens, place) if not tokens[place].islower() else None
            if name is not None:
                found.append(name)
            place = place + 1 if name is None else name.end
        return found

    def _find_at(self, tokens: list[str], start: int) -> Name | None:
        for end in range(min(len(tokens), start + _LONGEST), start, -1):
            words = tuple(tokens[start:end])
            shorn = (*words[:-1], words[-1].removesuffix("s"))
            known = self._known.get(words) or self._known.get(shorn)
            if known is not None:
                return Name(start, end, " ".join(words), *known)
        return None
