"""What may be judged, and on what ground: the checks that verdicts, adjudications and evidence share."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import DecisionRefused
from claims.store.queries.reference import write_id
from claims.store.queries.verdict import Judged, read_snapshots
from claims.store.tables import Article, Mention, Rating, Revision

UNTYPED_CLASSES = ("unproven", "not_checkable")


def check_claim(judged: Judged, about: str, rating: Rating) -> None:
    """Refuse a verdict on what nobody claims, and one on the truth of what is not typed.

    Without a type nobody knows what exactly was judged. That a sentence cannot be checked, who said it and
    in which context can be judged all the same.

    Raises:
        DecisionRefused: Which of the two.
    """
    shown = write_id("claim", judged.id)
    if judged.mentions and judged.mentions == judged.rejected:
        raise DecisionRefused(
            f"every mention of {shown} was rejected, nobody claims it; accept one first: claims mention accept M"
        )
    if judged.slot_id is None and about == "content" and rating.truth_class not in UNTYPED_CLASSES:
        raise DecisionRefused(
            f"{shown} is not typed, so {rating.code} would not say what exactly holds; type it first:"
            " claims mention retype M --predicate KEY --value VALUE (unproven and not checkable are open to it)"
        )


def check_mention(session: Session, claim_id: int, mention_id: int) -> None:
    """Refuse a mention that makes another claim, was rejected, or stands in a text that was replaced.

    Raises:
        DecisionRefused: Which of them.
    """
    row = session.execute(
        select(Mention.claim_id, Mention.state, Revision.number, Article.revisions)
        .join(Revision, Revision.id == Mention.revision_id)
        .join(Article, Article.id == Revision.article_id)
        .where(Mention.id == mention_id)
    ).one()
    shown = write_id("mention", mention_id)
    if row.claim_id != claim_id:
        raise DecisionRefused(
            f"{shown} makes {write_id('claim', row.claim_id)}, not {write_id('claim', claim_id)}; name a mention of that"
        )
    if row.state == "rejected":
        raise DecisionRefused(f"{shown} was rejected; accept it first: claims mention accept {shown}")
    if row.number != row.revisions:
        raise DecisionRefused(
            f"{shown} stands in revision {row.number}, the article is at {row.revisions}; judge the newest text"
        )


def check_evidence(
    session: Session, claim_id: int, evidence_ids: Sequence[int], *, none_found: bool
) -> dict[int, str]:
    """Return the snapshot's hash of each piece of evidence that a verdict uses.

    Raises:
        DecisionRefused: There is none and nobody says so, or both, or a piece is about another claim.
    """
    if not evidence_ids and not none_found:
        shown = write_id("claim", claim_id)
        raise DecisionRefused(
            "say what it rests on: --evidence ID for what was found"
            f" (see: claims evidence list {shown}), or --none-found if you looked and found nothing"
        )
    if evidence_ids and none_found:
        raise DecisionRefused("--evidence and --none-found exclude each other; leave one out")
    found = read_snapshots(session, evidence_ids)
    for number, (about_claim, _) in sorted(found.items()):
        if about_claim != claim_id:
            raise DecisionRefused(
                f"{write_id('evidence', number)} is about {write_id('claim', about_claim)},"
                f" not {write_id('claim', claim_id)}; add it there with: claims evidence add"
            )
    return {number: digest for number, (_, digest) in found.items()}
