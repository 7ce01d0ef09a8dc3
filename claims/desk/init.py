"""Setting up a ledger: its file, its first reviewer, its vocabulary."""

import getpass
import re
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from claims.desk.vocabulary_check import check_vocabulary
from claims.settings import get_folder
from claims.store.clock import get_now
from claims.store.queries.vocabulary import load_into
from claims.store.record import record
from claims.store.schema import upgrade
from claims.store.tables import Reviewer
from claims.store.transaction import writing
from claims.vocabulary import get_seed_vocabulary


@dataclass(frozen=True, slots=True)
class Initialised:
    """What `init` found and left: schema versions, the acting reviewer's handle, predicates, entities."""

    before: str | None
    after: str
    reviewer: str
    predicates: int
    entities: int


def init(url: str, *, actor: str | None = None, clock: Callable[[], str] = get_now) -> Initialised:
    """Create or upgrade the ledger and load the vocabulary that ships with the program.

    A new ledger gets its first reviewer: `actor`, or the system's user. Running it again changes
    only what changed in the vocabulary.

    Raises:
        InvalidVocabulary: A file of the vocabulary is not of the form asked for; nothing is created.
    """
    check_vocabulary(get_folder("seeds"))
    vocabulary = get_seed_vocabulary()
    before, after = upgrade(url)
    with writing(url, actor=actor, command="init", clock=clock, first=make_handle) as session:
        load_into(session, vocabulary)
        record(session, "vocabulary", None, "load")
        handle = session.scalar(select(Reviewer.handle).where(Reviewer.id == session.info["actor_id"])) or ""
    return Initialised(before, after, handle, len(vocabulary.predicates), len(vocabulary.entities))


def make_handle() -> str:
    """Return the system user's name as a handle."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        name = "editor"
    return re.sub(r"[^a-z0-9._-]", "", name.lower()).lstrip("._-") or "editor"
