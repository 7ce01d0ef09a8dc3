"""What a reader of texts needs of the ledger: its predicates, and the names that a text may hold."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from claims.store.queries.name import read_entities
from claims.store.queries.vocabulary import read_predicates
from claims.suggest.openings import list_openings
from claims.values.unit import get_units
from claims.vocabulary import LANGUAGES, Vocabulary


def read_vocabulary(session: Session, texts: Iterable[tuple[str, str]] | None = None) -> Vocabulary:
    """Return the ledger's own vocabulary; units are part of the program's reading of figures.

    With `texts`, given with their languages, only the names that these may hold.
    """
    openings = None
    if texts is not None:
        openings = {opening for text, language in texts for opening in list_openings(text, language)}
    predicates = {predicate.key: predicate for predicate in read_predicates(session).values()}
    return Vocabulary(predicates, get_units(), read_entities(session, openings), (), ())


def get_language_read(language: str | None) -> str:
    """Return the language in which a text of this language is read: German if it is neither that nor English."""
    return language if language in LANGUAGES else "de"
