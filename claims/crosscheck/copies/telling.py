"""In what closely alike sentences are unlike, told once and again when a name in them means something else.

What they say stays as it is; which names are known, and which two are one, changes as a desk works.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy.orm import Session

from claims.crosscheck.copies.blocks import hash_word
from claims.crosscheck.copies.names import KnownNames, list_tokens
from claims.crosscheck.copies.unlike import are_apart, find_unlike
from claims.crosscheck.query import read_sql, run

KEEP_SENTENCE = 600
"""Characters of a sentence that are looked at; longer ones are lists that nobody ended."""

_AT_ONCE = 500

Told = tuple[str, int]
"""What two sentences are unlike in, as JSON, and 1 where they say it of other things."""


def tell(first: str, other: str, language: str, names: KnownNames) -> Told:
    """Return in what two sentences are unlike, the second in this language."""
    unlike = find_unlike(first, other, language, names)
    return json.dumps(unlike, ensure_ascii=False), int(are_apart(first, other, unlike, language))


def read_texts(session: Session, wordings: Iterable[int]) -> dict[int, Any]:
    """Return `sentence` and `language` of the first sentence of each wording."""
    rows = run(session, read_sql("wording_sentences"), json.dumps(sorted(set(wordings))), KEEP_SENTENCE)
    return {row.id: row for row in rows}


def list_name_words(*texts: str) -> set[int]:
    """Return hashes of all words with which a name may begin, a genitive's s looked past."""
    words = {token for text in texts for token in list_tokens(text) if not token.islower()}
    return {hash_word(word) for token in words for word in (token, token.removesuffix("s"))}


def tell_again(session: Session, names: KnownNames) -> None:
    """Compare the pairs again in which a name stands that means something else since the last time."""
    words = {
        hash_word(tokens[0])
        for (name,) in run(session, "SELECT name FROM dirty_name")
        if (tokens := list_tokens(name))
    }
    if not words:
        return
    pairs = iter(run(session, read_sql("renamed_pairs"), json.dumps(sorted(words))).all())
    while part := list(islice(pairs, _AT_ONCE)):
        _tell_part(session, part, names)
    run(session, "DELETE FROM dirty_name")


def _tell_part(session: Session, pairs: Sequence[Any], names: KnownNames) -> None:
    texts = read_texts(session, (number for pair in pairs for number in (pair.wording_id, pair.other_id)))
    changed: list[tuple[Any, ...]] = []
    for pair in pairs:
        first, other = texts[pair.wording_id], texts[pair.other_id]
        told = tell(first.sentence, other.sentence, other.language or "de", names)
        if told != (pair.unlike, pair.apart):
            changed.append((*told, pair.wording_id, pair.other_id))
    if changed:
        session.connection().exec_driver_sql(
            "UPDATE wording_pair SET unlike = ?, apart = ? WHERE wording_id = ? AND other_id = ?", changed
        )
