"""Settling verdicts that disagree: a verdict that lists those it settles."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.given import read_day, read_words
from claims.annotate.judged import check_claim, check_evidence
from claims.annotate.rating import read_rating
from claims.annotate.verdict import Judgement, write_verdict
from claims.errors import DecisionRefused
from claims.store.queries.reference import write_id
from claims.store.queries.verdict import find_newest, get_judged, is_superseded, read_snapshots
from claims.store.record import record
from claims.store.tables import Verdict, VerdictConsidered, VerdictEvidence
from claims.store.write import insert_rows


def adjudicate(
    session: Session,
    claim_id: int,
    *,
    rating: str,
    rationale: str,
    considered_ids: Sequence[int],
    evidence_ids: Sequence[int] = (),
    as_of: str | None = None,
    scale: str | None = None,
) -> int:
    """Write the verdict that settles others, and return its number.

    It is about what they are about. It rests on all their evidence and on `evidence_ids`; where all of that
    is nothing, it says that none was found.

    Raises:
        OptionRefused: No such rating, scale or day, or a rationale without words.
        DecisionRefused: They are fewer than two, do not judge the same, or do not stand any more.
    """
    chosen = read_rating(session, rating, scale)
    words = read_words(rationale, "--rationale")
    considered = _read_considered(session, claim_id, considered_ids)
    about, mention_id = considered[0].about, considered[0].mention_id
    if chosen.about_mention and mention_id is None:
        raise DecisionRefused(
            f"{chosen.code} names a passage, and the verdicts to settle name none; choose another"
        )
    check_claim(get_judged(session, claim_id), about, chosen)
    used = session.scalars(
        select(VerdictEvidence.evidence_id).where(
            VerdictEvidence.verdict_id.in_([one.id for one in considered])
        )
    ).all()
    evidence = {number: digest for number, (_, digest) in read_snapshots(session, used).items()}
    if evidence_ids:
        evidence |= check_evidence(session, claim_id, evidence_ids, none_found=False)
    judgement = Judgement(
        claim_id,
        about,
        mention_id,
        chosen,
        words,
        session.info["at"]()[:10] if as_of is None else read_day(as_of, "--as-of"),
        none_found=not evidence,
    )
    newest = find_newest(
        session,
        claim_id=claim_id,
        about=about,
        mention_id=mention_id,
        reviewer_id=session.info["actor_id"],
    )
    number = write_verdict(session, judgement, newest, evidence)
    insert_rows(
        session,
        VerdictConsidered,
        ("verdict_id", "considered_id"),
        [(number, one.id) for one in considered],
    )
    record(session, "verdict", number, "adjudicate")
    return number


def _read_considered(session: Session, claim_id: int, ids: Sequence[int]) -> Sequence[Verdict]:
    verdicts = session.scalars(
        select(Verdict).where(Verdict.id.in_(sorted(set(ids)))).order_by(Verdict.id)
    ).all()
    if len(verdicts) < 2:
        raise DecisionRefused("an adjudication settles at least two verdicts: --considers j1 --considers j2")
    for one in verdicts:
        shown = write_id("verdict", one.id)
        if one.claim_id != claim_id:
            raise DecisionRefused(
                f"{shown} is about {write_id('claim', one.claim_id)}, not {write_id('claim', claim_id)}; leave it out"
            )
        if (one.about, one.mention_id) != (verdicts[0].about, verdicts[0].mention_id):
            raise DecisionRefused(
                f"{shown} is about {one.about}, {write_id('verdict', verdicts[0].id)} about {verdicts[0].about}"
                " or another passage; settle them one by one"
            )
        if one.rating_id is None or is_superseded(session, one.id):
            raise DecisionRefused(f"{shown} does not stand any more; see: claims verdict show {shown}")
    return verdicts
