"""Giving a verdict and taking it back: one reviewer's chain on one claim, nothing ever overwritten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.basis import hash_basis, keep_basis
from claims.annotate.given import read_day, read_words
from claims.annotate.judged import check_claim, check_evidence, check_mention
from claims.annotate.rating import read_rating
from claims.errors import AlreadySuperseded, DecisionRefused
from claims.quotation import quote
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_claims
from claims.store.queries.verdict import Seen, find_newest, get_judged, is_superseded, list_seen
from claims.store.record import record
from claims.store.tables import Rating, Reviewer, Verdict
from claims.store.tables.verdict import ABOUTS
from claims.store.write import insert

_MOST_REQUEST_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reviewer says of a claim, checked and ready to be written; `rating` None takes it back."""

    claim_id: int
    about: str
    mention_id: int | None
    rating: Rating | None
    rationale: str
    as_of: str
    none_found: bool = False
    request_id: str | None = None


def add_verdict(
    session: Session,
    claim_id: int,
    *,
    rating: str,
    rationale: str,
    evidence_ids: Sequence[int] = (),
    none_found: bool = False,
    about: str | None = None,
    mention_id: int | None = None,
    named_by: int | None = None,
    as_of: str | None = None,
    scale: str | None = None,
    supersedes_id: int | None = None,
    request_id: str | None = None,
) -> int:
    """Write a reviewer's verdict on a claim and return its number; it supersedes their last one on the same.

    `rating` is a code or label. `about` is content unless the rating names a mention (then context).
    `named_by` is the mention by which the claim was named; it is the one judged where one is needed and
    `mention_id` says no other.
    `as_of` is the day for which it holds, by default today. `supersedes_id` says on which verdict the
    reviewer builds: if that is not their newest, somebody was quicker. A `request_id` that was sent
    before returns the verdict that came of it, and nothing is written.

    Raises:
        OptionRefused: No such rating, scale or day, or a rationale without words.
        DecisionRefused: Claim, mention, rating and evidence do not go together; says why.
        AlreadySuperseded: The verdict to supersede is not the newest; holds both texts.
    """
    chosen = read_rating(session, rating, scale)
    about = _read_about(about, chosen)
    if about != "content" or chosen.about_mention:
        mention_id = mention_id or named_by
    _check_mention_is_due(about, chosen, mention_id)
    judgement = Judgement(
        claim_id,
        about,
        mention_id,
        chosen,
        read_words(rationale, "--rationale"),
        session.info["at"]()[:10] if as_of is None else read_day(as_of, "--as-of"),
        none_found,
        _read_request(request_id),
    )
    sent = _find_sent(session, judgement)
    if sent is not None:
        return sent
    check_claim(get_judged(session, claim_id), about, chosen)
    if mention_id is not None:
        check_mention(session, claim_id, mention_id)
    evidence = check_evidence(session, claim_id, evidence_ids, none_found=none_found)
    newest = _find_newest(session, judgement)
    if supersedes_id is not None:
        _check_builds_on(session, supersedes_id, newest, judgement)
    number = write_verdict(session, judgement, newest, evidence)
    record(session, "verdict", number, "add")
    return number


def retract_verdict(session: Session, verdict_id: int, *, reason: str) -> int:
    """Take one's own verdict back, keeping its history, and return the row that says so.

    Raises:
        DecisionRefused: It is somebody else's, superseded, or a retraction itself.
        OptionRefused: The reason is blank.
    """
    words = read_words(reason, "--reason")
    verdict = session.scalars(select(Verdict).where(Verdict.id == verdict_id)).one()
    shown, claim = write_id("verdict", verdict_id), write_id("claim", verdict.claim_id)
    if verdict.reviewer_id != session.info["actor_id"]:
        handle = session.scalar(select(Reviewer.handle).where(Reviewer.id == verdict.reviewer_id))
        raise DecisionRefused(
            f"{shown} is {handle}'s, and only {handle} can take it back; settle it with:"
            f" claims verdict adjudicate {claim} --rating … --considers {shown}"
        )
    if verdict.rating_id is None:
        raise DecisionRefused(
            f"{shown} is a retraction itself; give a new verdict instead: claims verdict add {claim}"
        )
    if is_superseded(session, verdict_id):
        raise DecisionRefused(f"{shown} was superseded since; see: claims verdict show {shown}")
    taken_back = Judgement(
        verdict.claim_id, verdict.about, verdict.mention_id, None, words, session.info["at"]()[:10]
    )
    number = write_verdict(session, taken_back, verdict, {})
    record(session, "verdict", number, "retract")
    return number


def write_verdict(
    session: Session, judgement: Judgement, supersedes: Verdict | None, evidence: Mapping[int, str]
) -> int:
    """Write the row with its basis, mark the slot for the next cross-check, and return the row's number.

    `evidence` gives the snapshot's hash of each piece; the caller writes the event.
    """
    seen: list[Seen] = [] if judgement.rating is None else list_seen(session, judgement.claim_id)
    number = insert(
        session,
        Verdict,
        about=judgement.about,
        mention_key=judgement.mention_id or 0,
        rationale=judgement.rationale,
        as_of=judgement.as_of,
        none_found=int(judgement.none_found),
        basis_hash=hash_basis(session, judgement.claim_id, evidence, seen),
        created_at=session.info["at"](),
        request_id=judgement.request_id,
        claim_id=judgement.claim_id,
        mention_id=judgement.mention_id,
        reviewer_id=session.info["actor_id"],
        rating_id=None if judgement.rating is None else judgement.rating.id,
        supersedes_id=None if supersedes is None else supersedes.id,
    )
    keep_basis(session, number, evidence, seen)
    mark_claims(session, [judgement.claim_id])
    return number


def _read_about(given: str | None, rating: Rating) -> str:
    about = given or ("context" if rating.about_mention else "content")
    if about not in ABOUTS:
        raise DecisionRefused(f"--about {about!r} is not {', '.join(ABOUTS[:-1])} or {ABOUTS[-1]}")
    return about


def _check_mention_is_due(about: str, rating: Rating, mention_id: int | None) -> None:
    if mention_id is None and about != "content":
        raise DecisionRefused(f"a verdict about {about} says which passage it judges: add --mention M")
    if mention_id is None and rating.about_mention:
        raise DecisionRefused(f"{rating.code} says which passage it judges: add --mention M")
    if mention_id is not None and about == "content" and not rating.about_mention:
        raise DecisionRefused(
            f"{rating.code} about the content holds wherever the claim is made; leave --mention out,"
            " or add --about attribution or --about context"
        )


def _read_request(given: str | None) -> str | None:
    if given is None:
        return None
    words = read_words(given, "--request-id")
    if len(words) > _MOST_REQUEST_CHARACTERS:
        raise DecisionRefused(
            f"--request-id has {len(words)} characters; {_MOST_REQUEST_CHARACTERS} are enough"
        )
    return words


def _find_sent(session: Session, judgement: Judgement) -> int | None:
    """Return the verdict that this request made before; refuse one that asks for something else now."""
    if judgement.request_id is None:
        return None
    sent = session.scalar(select(Verdict).where(Verdict.request_id == judgement.request_id))
    if sent is None:
        return None
    rating_id = None if judgement.rating is None else judgement.rating.id
    asked = (session.info["actor_id"], judgement.claim_id, judgement.about, judgement.mention_id)
    same = asked == (sent.reviewer_id, sent.claim_id, sent.about, sent.mention_id)
    if not same or (rating_id, judgement.rationale) != (sent.rating_id, sent.rationale):
        raise DecisionRefused(
            f"--request-id {judgement.request_id} made {write_id('verdict', sent.id)}, which says something else;"
            " give every request an id of its own"
        )
    return sent.id


def _find_newest(session: Session, judgement: Judgement) -> Verdict | None:
    return find_newest(
        session,
        claim_id=judgement.claim_id,
        about=judgement.about,
        mention_id=judgement.mention_id,
        reviewer_id=session.info["actor_id"],
    )


def _check_builds_on(
    session: Session, supersedes_id: int, newest: Verdict | None, judgement: Judgement
) -> None:
    if newest is not None and newest.id == supersedes_id:
        return
    given = write_id("verdict", supersedes_id)
    known = session.scalars(select(Verdict).where(Verdict.id == supersedes_id)).one()
    place = (known.claim_id, known.about, known.mention_id, known.reviewer_id)
    wanted = (judgement.claim_id, judgement.about, judgement.mention_id, session.info["actor_id"])
    if newest is None or place != wanted:
        raise DecisionRefused(
            f"{given} is not yours on {write_id('claim', judgement.claim_id)} about {judgement.about};"
            " a verdict supersedes only the same reviewer's on the same"
        )
    there = "retracted" if newest.rating_id is None else _get_code(session, newest.rating_id)
    mine = judgement.rating.code if judgement.rating is not None else "retracted"
    raise AlreadySuperseded(
        f"{given} was superseded by {write_id('verdict', newest.id)} since, nothing is written."
        f" There: {there}: {quote(newest.rationale)} Yours: {mine}: {quote(judgement.rationale)}"
        f" Build on --supersedes {write_id('verdict', newest.id)}"
    )


def _get_code(session: Session, rating_id: int) -> str:
    return session.scalars(select(Rating.code).where(Rating.id == rating_id)).one()
