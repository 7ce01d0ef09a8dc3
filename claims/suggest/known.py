"""What a reader of texts needs of the ledger: its predicates, and the names that a text may hold."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from claims.store.queries.article import ToRead
from claims.store.queries.name import read_entities
from claims.store.queries.vocabulary import read_predicates
from claims.suggest.openings import list_openings
from claims.values.unit import get_units
from claims.vocabulary import LANGUAGES, Vocabulary

FEW = 20
"""Up to so many texts only the names that they may hold are read; more of them hold most that are in use."""


def read_vocabulary(session: Session, texts: Sequence[tuple[str, str]] | None = None) -> Vocabulary:
    """Return the ledger's own vocabulary; units are part of the program's reading of figures.

    With `texts`, given with their languages, all names that these may hold are in it, else all there are.
    """
    openings = None
    if texts is not None and len(texts) <= FEW:
        openings = {opening for text, language in texts for opening in list_openings(text, language)}
    predicates = {predicate.key: predicate for predicate in read_predicates(session).values()}
    return Vocabulary(predicates, get_units(), read_entities(session, openings), (), ())


def list_texts(revisions: Iterable[ToRead]) -> list[tuple[str, str]]:
    """Return what there is to read in revisions, each text with the language in which it is read."""
    return [(text, get_language_read(one.language)) for one in revisions for _, text in one.list_fields()]


def get_language_read(language: str | None) -> str:
    """Return the language in which a text of this language is read: German if it is neither that nor English."""
    return language if language in LANGUAGES else "de"
