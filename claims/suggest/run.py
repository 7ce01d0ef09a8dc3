"""Proposing claims for articles in the ledger: read each newest text once, keep what it says.

A name that the ledger does not know becomes a proposed entity at once, so that articles share
questions before anyone accepts them. What a reviewer decided about a passage stands: the same claim
in the same words comes back as they left it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from sqlalchemy.orm import Session

from claims.errors import SuggesterFailed
from claims.store.keep import ClaimKeeper
from claims.store.queries.article import ToRead, list_to_read
from claims.suggest.entities.name_tables import NamesSoFar
from claims.suggest.keeping import Proposed, Suggested, keep
from claims.suggest.known import get_language_read, list_texts, read_vocabulary
from claims.suggest.suggesters import RULES, Suggester, ask
from claims.suggest.suggestion import Suggestion
from claims.suggest.title_figures import PREDICATE, find_title_figures
from claims.suggest.titles import join_title, split_found
from claims.vocabulary import KnownEntity, Vocabulary

BATCH = 200
"""Revisions read into memory at once."""

Failure = Callable[[int, SuggesterFailed], None]
"""Told the article's id and the error when a suggester fails on an article."""


def _give_up(_: int, error: SuggesterFailed) -> None:
    raise error


def suggest_for(
    session: Session,
    article_ids: Sequence[int] | None = None,
    *,
    suggester: Suggester = RULES,
    min_score: float = 0.0,
    progress: Callable[[int], None] = lambda _: None,
    on_failure: Failure = _give_up,
) -> Suggested:
    """Propose claims for newest revisions that the suggester has not read yet, or for those of `article_ids`.

    One event per article. `progress` is told the number of articles read. Of an article on which the
    suggester fails nothing is stored.

    Raises:
        SuggesterFailed: The suggester failed and `on_failure` does not say what to do then.
    """
    done = Suggested()
    so_far = NamesSoFar()
    after, run_id = 0, None
    vocabulary: Vocabulary | None = None
    while batch := list_to_read(session, article_ids, after=after, limit=BATCH, tool=suggester.name):
        if vocabulary is None:
            # Once: laying out all names takes longer than reading an article.
            vocabulary = read_vocabulary(session, list_texts(batch))
            keeper = ClaimKeeper(session, vocabulary)
        for revision in batch:
            after = revision.revision_id
            try:
                proposed = propose(revision, vocabulary, suggester, min_score=min_score, entities=so_far)
            except SuggesterFailed as error:
                done.failed.append(revision.article_id)
                on_failure(revision.article_id, error)
                continue
            run_id = keep(session, proposed, keeper, suggester, run_id, done)
            so_far.add(keeper.take_proposed())
            done.entities = keeper.proposed
            progress(done.articles)
    return done


def propose(
    revision: ToRead,
    vocabulary: Vocabulary,
    suggester: Suggester,
    *,
    min_score: float = 0.0,
    entities: Iterable[KnownEntity] = (),
) -> Proposed:
    """Return what a suggester proposes for a revision; needs no ledger.

    `entities` are names that came after the vocabulary was read.

    Raises:
        SuggesterFailed: It failed on the title or the text.
    """
    language = get_language_read(revision.language)
    found: dict[str, list[Suggestion]] = {}
    dropped: Counter[str] = Counter()
    fields = dict(revision.list_fields())
    if suggester is RULES and "title" in fields:
        whole = join_title(fields["text"], fields["title"])
        asked = ask(suggester, whole, language, revision.published, vocabulary, entities)
        made = split_found(fields["text"], asked.found)
        if PREDICATE in vocabulary.predicates:
            slips = find_title_figures(fields["title"], fields["text"], language, revision.published, made)
            made = {part: [*made[part], *slips[part]] for part in made}
        good = {part: [one for one in found if one.score >= min_score] for part, found in made.items()}
        return Proposed(revision, language, good, asked.dropped)
    for part, text in fields.items():
        asked = ask(suggester, text, language, revision.published, vocabulary, entities)
        found[part] = [one for one in asked.found if one.score >= min_score]
        dropped += asked.dropped
    return Proposed(revision, language, found, dropped)
