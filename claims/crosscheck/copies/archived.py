"""Which sources that were archived hold one text, cut or with another credit, word for word for the most part.

That is likelihood and no record: what is said of the sources themselves counts where origins are counted.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.queries.origin import describe_all_origins, describe_likely_origin
from claims.store.tables import Snapshot, Text

_RUN = 5
"""Words in a row that two texts share by copying rather than by chance."""

_FEWEST = 12
"""Runs of words that a text must have; of a line or two nobody can tell."""

_COPIED = 0.6
"""The part of the shorter text that a copy has of it."""

_MOST_TEXTS = 50
"""Texts of one verdict that are compared with each other."""

Runs = frozenset[tuple[str, ...]]


def read_origins(session: Session, cited: Mapping[int, set[int]]) -> dict[int, str]:
    """Return what the origins are of what rests on several sources, by record or else by their texts."""
    found = describe_all_origins(session, cited)
    for owner, sources in cited.items():
        if len(sources) > 1 and (same := _list_copies(session, sources)):
            told = describe_likely_origin(session, sources, same)
            if told is not None:
                found[owner] = told
    return found


def _list_copies(session: Session, sources: Iterable[int]) -> list[tuple[int, int]]:
    """Return the pairs of sources of which one has most of the other's text."""
    rows = session.execute(
        select(Snapshot.source_id, Text.body)
        .join(Text, Text.sha256 == Snapshot.text_sha256)
        .where(Snapshot.source_id.in_(sorted(sources)))
        .order_by(Snapshot.source_id, Snapshot.id)
        .limit(_MOST_TEXTS)
    )
    runs = [(row.source_id, list_runs(row.body)) for row in rows]
    return [
        (source, other)
        for (source, mine), (other, its) in combinations(runs, 2)
        if source != other and is_copied(mine, its)
    ]


def list_runs(text: str) -> Runs:
    """Return all runs of a few words in a text."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1))


def is_copied(one: Runs, other: Runs) -> bool:
    """Tell whether of two texts, given by their runs of words, one has most of the other."""
    shorter = min(len(one), len(other))
    return shorter >= _FEWEST and len(one & other) >= _COPIED * shorter
