"""What somebody types into a search, read without ever failing on its form.

Words must all occur; OR, NOT (or a minus), parentheses, "phrases" and a star after the start of a word
are understood. What is left over of them (an operator without its words, a quote that is never closed)
is overlooked. Every word reaches the index folded and quoted: nothing typed is syntax to it.
"""

import re
from dataclasses import dataclass

from claims.errors import QueryRefused
from claims.store.fold import find_words

MAX_CHARACTERS = 2_000
MAX_TERMS = 100
_MAX_DEPTH = 20

_QUOTES = str.maketrans("„“”«»", '"""""')
_PIECE = re.compile(r'-?"[^"]*"?\*?|-?\(|\)|[^\s"()]+')
_OPERATORS = frozenset({"AND", "OR", "NOT"})


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow each other, folded; with `prefix` the last is only the start of one."""

    words: tuple[str, ...]
    prefix: bool

    def write(self) -> str:
        """Return the term in the index's own language."""
        return f'"{" ".join(self.words)}"' + ("*" if self.prefix else "")


@dataclass(frozen=True, slots=True)
class Terms:
    """A question to the index, and what to mark in what it finds."""

    match: str
    wanted: tuple[Term, ...]


def read_terms(query: str) -> Terms:
    """Read a query.

    Raises:
        QueryRefused: It has no word, only says what must not occur, or is too long.
    """
    if len(query) > MAX_CHARACTERS:
        raise QueryRefused(f"the query is longer than {MAX_CHARACTERS} characters; use fewer words")
    pieces = _PIECE.findall(query.translate(_QUOTES))
    # A lone "OR" may be what is looked for.
    literal = not any(_read_term(piece) for piece in pieces if piece not in _OPERATORS)
    reader = _Reader(pieces, literal=literal)
    match = reader.read_all()
    if match is None:
        raise QueryRefused("the query holds no word to look for; write one, such as: claims search Hangzhou")
    return Terms(match, tuple(dict.fromkeys(reader.wanted)))


def _read_term(piece: str) -> Term | None:
    words = tuple(word for _, _, word in find_words(piece))
    return Term(words, prefix=piece.endswith(("*", '*"'))) if words else None


class _Reader:
    """Goes through the pieces once, keeping what is wanted; a lost closing parenthesis is overlooked."""

    def __init__(self, pieces: list[str], *, literal: bool) -> None:
        self._pieces = pieces
        self._literal = literal
        self._at = 0
        self._terms = 0
        self._depth = 0
        self.wanted: list[Term] = []

    def read_all(self) -> str | None:
        """Return the whole query in the index's language, None where no word is in it."""
        parts = []
        while self._at < len(self._pieces):
            part = self._read_or(negated=False)
            parts += [part] if part else []
            self._at += 1  # a parenthesis closed that was never opened
        return " AND ".join(parts) or None

    def _see(self) -> str | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _is_operator(self, piece: str | None, *names: str) -> bool:
        return piece in names and not self._literal

    def _read_or(self, *, negated: bool) -> str | None:
        branches = [self._read_and(negated=negated)]
        while self._is_operator(self._see(), "OR"):
            self._at += 1
            branches.append(self._read_and(negated=negated))
        written = [branch for branch in branches if branch]
        return f"({' OR '.join(written)})" if written else None

    def _read_and(self, *, negated: bool) -> str | None:
        wanted: list[str] = []
        unwanted: list[str] = []
        refuse = False
        while (piece := self._see()) is not None and piece != ")" and not self._is_operator(piece, "OR"):
            if self._is_operator(piece, "AND", "NOT"):
                refuse = piece == "NOT" or refuse
                self._at += 1
                continue
            minus = piece.startswith("-") and not self._literal
            found = self._read_one(piece, negated=negated != (refuse or minus))
            if found:
                (unwanted if refuse or minus else wanted).append(found)
            refuse = False
        if unwanted and not wanted:
            raise QueryRefused("the query only says what must not occur; add a word that must")
        if not wanted:
            return None
        kept = f"({' AND '.join(wanted)})"
        return f"({kept} NOT ({' OR '.join(unwanted)}))" if unwanted else kept

    def _read_one(self, piece: str, *, negated: bool) -> str | None:
        self._at += 1
        if piece in {"(", "-("}:
            self._depth += 1
            if self._depth > _MAX_DEPTH:
                raise QueryRefused(f"the query has more than {_MAX_DEPTH} parentheses inside each other")
            inner = self._read_or(negated=negated)
            self._depth -= 1
            self._at += 1
            return inner
        term = _read_term(piece)
        if term is None:
            return None
        self._terms += 1
        if self._terms > MAX_TERMS:
            raise QueryRefused(f"the query has more than {MAX_TERMS} words; use fewer")
        if not negated:
            self.wanted.append(term)
        return term.write()
