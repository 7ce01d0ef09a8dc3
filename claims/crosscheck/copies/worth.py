"""Sentences that are worth checking because another one says otherwise: suggested, not yet typed.

A finding names claims, and a reviewer decides on mentions; a sentence that no tool could type has neither.
"""

import json
from collections.abc import Mapping

from sqlalchemy.orm import Session

from claims import __version__
from claims.crosscheck.query import read_sql, run
from claims.store.keep import ClaimKeeper, Statement
from claims.store.tables import Mention, Sentence, SuggestionRun
from claims.store.write import allocate_ids, insert, insert_rows, update
from claims.vocabulary import get_seed_vocabulary

_TOOL = "cross-check"
_MENTION = (
    *("id", "field", "start_cp", "end_cp", "quote", "prefix", "suffix", "state", "voice", "hedged", "score"),
    *("reasons", "created_at", "claim_id", "revision_id", "sentence_id", "run_id"),
)


def suggest_untyped(
    session: Session, worth: Mapping[int, tuple[str, float]], *, places: str = "unclaimed_places"
) -> None:
    """Suggest a mention for every sentence that never had one, each with a reason and a score.

    The query `places` finds the sentences by the keys of `worth`: those of wordings that are live, unless it says.
    """
    rows = run(session, read_sql(places), json.dumps(sorted(worth))).all()
    if not rows:
        return
    at = session.info["at"]()
    run_id = insert(session, SuggestionRun, tool=_TOOL, version=__version__, started_at=at)
    keeper = ClaimKeeper(session, get_seed_vocabulary())
    first = allocate_ids(session, Mention, len(rows))
    mentions = []
    for number, row in enumerate(rows, start=first):
        reason, score = worth[row.key]
        reasons = json.dumps([reason], ensure_ascii=False)
        claim = keeper.keep(Statement(None, None, None, {}, "untyped"), row.quote)
        span = (row.start_cp, row.end_cp, row.quote, row.prefix, row.suffix)
        mentions.append(
            (
                *(number, "text", *span, "suggested", "article", 0, score, reasons, at),
                *(claim, row.revision_id, row.sentence_id, run_id),
            )
        )
        if row.kind == "open":
            update(session, Sentence, row.sentence_id, kind="claims")
    insert_rows(session, Mention, _MENTION, mentions)
