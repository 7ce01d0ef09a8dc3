"""Suggesters that take their time: asked article by article, without keeping others from the ledger.

The rules read an article in milliseconds and a whole run is one transaction. A model takes a minute,
costs money, and may fail on any article: while it is asked no transaction is open, and what it
answered is committed at once.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from sqlalchemy.orm import Session

from claims.errors import SuggesterFailed, SuggesterUnreachable
from claims.store.keep import ClaimKeeper
from claims.store.queries.article import ToRead, list_to_read
from claims.suggest.keeping import Suggested, keep
from claims.suggest.known import list_texts, read_vocabulary
from claims.suggest.run import Failure, propose
from claims.suggest.suggesters import Suggester

Opener = Callable[[], AbstractContextManager[Session]]

PATIENCE = 3
"""Articles in a row on which a suggester may be unreachable before the rest is left alone."""


def suggest_from_outside(
    reading: Opener,
    writing: Opener,
    article_ids: Sequence[int] | None,
    *,
    suggester: Suggester,
    min_score: float = 0.0,
    progress: Callable[[int], None] = lambda _: None,
    on_failure: Failure,
) -> Suggested:
    """Propose claims as `suggest_for` does, with a transaction for each article.

    `reading` and `writing` open the ledger. Stops after `PATIENCE` articles in a row that the
    suggester could not be reached for.
    """
    with writing():
        pass  # whoever may not write is told before anything is asked
    done = Suggested()
    after, run_id, unreached = 0, None, 0
    while unreached < PATIENCE:
        with reading() as session:
            batch = list_to_read(session, article_ids, after=after, limit=1, tool=suggester.name)
            vocabulary = read_vocabulary(session, list_texts(batch))
        if not batch:
            break
        after = batch[0].revision_id
        try:
            proposed = propose(batch[0], vocabulary, suggester, min_score=min_score)
        except SuggesterFailed as error:
            unreached = unreached + 1 if isinstance(error, SuggesterUnreachable) else 0
            done.failed.append(batch[0].article_id)
            on_failure(batch[0].article_id, error)
            continue
        unreached = 0
        with writing() as session:
            if _is_newest(session, batch[0]):
                keeper = ClaimKeeper(session, vocabulary)
                run_id = keep(session, proposed, keeper, suggester, run_id, done)
                done.entities += keeper.proposed
        progress(done.articles)
    return done


def _is_newest(session: Session, revision: ToRead) -> bool:
    """Tell whether a revision is still its article's newest: it may have been replaced or withdrawn meanwhile."""
    now = list_to_read(session, [revision.article_id], after=0, limit=1)
    return [one.revision_id for one in now] == [revision.revision_id]
