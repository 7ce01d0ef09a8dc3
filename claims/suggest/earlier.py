"""What an article's earlier readings left: suggestions still open in this text, and decisions in any."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.queries.article import ToRead
from claims.store.queries.slot import mark_mentions
from claims.store.tables import Mention, Revision, SuggestionRun
from claims.store.write import update


@dataclass(slots=True)
class Earlier:
    """Mentions that the article has already.

    `here` are those of this revision by (field, start, end, claim); who reads the text anew takes out
    what is found again. `undecided` are those of tools among them: (id, whether the tool that reads now
    made it). `decided` has for a claim in the same words, in any revision, what a reviewer decided,
    when and who.
    """

    here: set[tuple[str, int, int, int]]
    undecided: dict[tuple[str, int, int, int], tuple[int, bool]]
    decided: dict[tuple[int, str], tuple[str, str, int]]


def read_earlier(session: Session, revision: ToRead, tool: str) -> Earlier:
    """Return what is known of a revision's article, for the suggester named `tool`."""
    rows = session.execute(
        select(
            Mention.id,
            Mention.field,
            Mention.start_cp,
            Mention.end_cp,
            Mention.claim_id,
            Mention.quote,
            Mention.state,
            Mention.decided_at,
            Mention.decided_by_id,
            Mention.revision_id,
            Mention.run_id,
            SuggestionRun.tool,
        )
        .join(Revision, Revision.id == Mention.revision_id)
        .outerjoin(SuggestionRun, SuggestionRun.id == Mention.run_id)
        .where(Revision.article_id == revision.article_id)
        .order_by(Mention.id)
    ).all()
    here = {
        (row.field, row.start_cp, row.end_cp, row.claim_id): row
        for row in rows
        if row.revision_id == revision.revision_id
    }
    return Earlier(
        set(here),
        {
            key: (row.id, row.tool == tool)
            for key, row in here.items()
            if row.decided_by_id is None and row.run_id is not None
        },
        {
            (row.claim_id, row.quote): (row.state, row.decided_at, row.decided_by_id)
            for row in rows
            if row.decided_by_id is not None
        },
    )


def withdraw(session: Session, earlier: Earlier) -> None:
    """Take back undecided suggestions that their tool no longer makes, and restore those made again by any."""
    changing = []
    for key, (number, is_own) in earlier.undecided.items():
        if is_own or key not in earlier.here:
            update(session, Mention, number, state="rejected" if key in earlier.here else "suggested")
            changing.append(number)
    made = session.execute(select(Mention.claim_id, Mention.id).where(Mention.id.in_(changing)))
    mark_mentions(session, ((row.claim_id, row.id) for row in made))
