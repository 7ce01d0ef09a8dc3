"""House facts: which answer to a question the desk holds to."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.given import find_day, read_words
from claims.errors import DecisionRefused, OptionRefused
from claims.store.queries.reference import write_id
from claims.store.queries.ruling import find_newest, list_standing_beside
from claims.store.queries.slot import mark_dirty
from claims.store.queries.verdict import get_judged
from claims.store.record import record
from claims.store.tables import Claim, Evidence, Ruling, RulingEvidence, Slot
from claims.store.write import insert, insert_rows


def add_ruling(
    session: Session,
    claim_id: int,
    *,
    reason: str,
    evidence_ids: Sequence[int] = (),
    valid_from: str | None = None,
    valid_until: str | None = None,
) -> int:
    """Make a claim the house fact of its slot and return the ruling's number; it supersedes the one before.

    Days are the first and the last for which it holds. Evidence may be about any answer to the question:
    what refutes another answer speaks for this one.

    Raises:
        OptionRefused: The reason is blank, a day is none, or it would end before it begins.
        DecisionRefused: The claim is not typed, evidence is about another question, or a merge left two
            house facts.
    """
    words = read_words(reason, "--reason")
    since, until = find_day(valid_from, "--valid-from"), find_day(valid_until, "--valid-until")
    if since is not None and until is not None and until < since:
        raise OptionRefused(f"--valid-until {until} lies before --valid-from {since}; swap or correct them")
    judged = get_judged(session, claim_id)
    if judged.slot_id is None:
        raise DecisionRefused(
            f"{write_id('claim', claim_id)} is not typed, so it answers no question; type it first:"
            " claims mention retype M --predicate KEY --value VALUE"
        )
    _check_evidence(session, judged.canonical_id, evidence_ids)
    beside = list_standing_beside(session, judged.slot_id)
    if beside:
        shown = write_id("ruling", beside[0])
        raise DecisionRefused(
            f"since entities were merged, {shown} answers the same question; withdraw it first:"
            f" claims ruling retract {shown} --reason …"
        )
    number = _write(session, judged.slot_id, claim_id, words, retracts=0, valid_from=since, valid_until=until)
    insert_rows(
        session,
        RulingEvidence,
        ("ruling_id", "evidence_id"),
        [(number, evidence_id) for evidence_id in sorted(set(evidence_ids))],
    )
    record(session, "ruling", number, "add")
    return number


def retract_ruling(session: Session, ruling_id: int, *, reason: str) -> int:
    """Withdraw a house fact, keeping its history, and return the row that says so.

    Raises:
        OptionRefused: The reason is blank.
        DecisionRefused: It was superseded, or is a retraction itself.
    """
    words = read_words(reason, "--reason")
    ruling = session.scalars(select(Ruling).where(Ruling.id == ruling_id)).one()
    shown = write_id("ruling", ruling_id)
    newest = find_newest(session, ruling.slot_id)
    if ruling.retracts:
        raise DecisionRefused(f"{shown} is a retraction itself; rule again with: claims ruling add")
    if newest is None or newest.id != ruling_id:
        raise DecisionRefused(f"{shown} was superseded since; see: claims ruling show {shown}")
    number = _write(session, ruling.slot_id, ruling.claim_id, words, retracts=1)
    record(session, "ruling", number, "retract")
    return number


def _write(
    session: Session,
    slot_id: int,
    claim_id: int,
    reason: str,
    *,
    retracts: int,
    valid_from: str | None = None,
    valid_until: str | None = None,
) -> int:
    newest = find_newest(session, slot_id)
    number = insert(
        session,
        Ruling,
        reason=reason,
        retracts=retracts,
        valid_from=valid_from,
        valid_until=valid_until,
        created_at=session.info["at"](),
        slot_id=slot_id,
        claim_id=claim_id,
        reviewer_id=session.info["actor_id"],
        supersedes_id=None if newest is None else newest.id,
    )
    mark_dirty(session, [slot_id])
    return number


def _check_evidence(session: Session, canonical_id: int | None, evidence_ids: Sequence[int]) -> None:
    rows = session.execute(
        select(Evidence.id, Evidence.claim_id, Slot.canonical_id)
        .join(Claim, Claim.id == Evidence.claim_id)
        .outerjoin(Slot, Slot.id == Claim.slot_id)
        .where(Evidence.id.in_(sorted(set(evidence_ids))))
        .order_by(Evidence.id)
    )
    for row in rows:
        if row.canonical_id != canonical_id:
            raise DecisionRefused(
                f"{write_id('evidence', row.id)} is about {write_id('claim', row.claim_id)},"
                " which answers another question; cite the source for this one: claims evidence add"
            )
