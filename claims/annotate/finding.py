"""What reviewers do with findings: take note, put off with a reason, open again, link claims by hand.

Every step is a row that is never changed; the finding's own state says what the last one left.
"""

import hashlib
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.given import find_day, read_words
from claims.errors import DecisionRefused, OptionRefused
from claims.store.queries.claim_key import read_claim_keys
from claims.store.queries.reference import write_id
from claims.store.record import canonical, record
from claims.store.tables import Claim, Finding, FindingAct, FindingMember, Slot
from claims.store.tables.finding import SEVERITIES
from claims.store.write import insert, insert_rows, update

MANUAL = "manual"
"""The rule of findings made by hand; no run of the cross-check touches them."""

_FROM = {
    "acknowledge": ("open", "reopened"),
    "waive": ("open", "reopened", "acknowledged"),
    "reopen": ("acknowledged", "waived"),
}
_LEFT = {"acknowledge": "acknowledged", "waive": "waived", "reopen": "reopened"}
_INSTEAD = {
    "open": "it is open as it is",
    "reopened": "it is open as it is",
    "acknowledged": "somebody works on it already",
    "waived": "reopen it first: claims finding reopen {} --reason …",
    "fixed": "its claims no longer stand against each other; the cross-check reopens it when they do",
}


def acknowledge_finding(session: Session, finding_id: int, *, reason: str | None = None) -> None:
    """Take note of a finding: somebody works on it; it still counts as open.

    Raises:
        DecisionRefused: It is not open.
        OptionRefused: The reason is given and blank.
    """
    words = "" if reason is None else read_words(reason, "--reason")
    _act(session, finding_id, "acknowledge", words)


def waive_finding(session: Session, finding_id: int, *, reason: str, until: str | None = None) -> None:
    """Put a finding off, up to and with the day `until` if one is named.

    The waiver holds for what the finding says today: a new value reopens it, another mention does not.

    Raises:
        DecisionRefused: It is waived already, or fixed.
        OptionRefused: The reason is blank, or `until` is no day, or past.
    """
    words, last = read_words(reason, "--reason"), find_day(until, "--until")
    if last is not None and last < session.info["at"]()[:10]:
        raise OptionRefused(f"--until {last} is past already; name a day to come, or leave it out")
    _act(session, finding_id, "waive", words, last)


def reopen_finding(session: Session, finding_id: int, *, reason: str) -> None:
    """Take a waiver or an acknowledgement back.

    Raises:
        DecisionRefused: It is open already, or fixed.
        OptionRefused: The reason is blank.
    """
    _act(session, finding_id, "reopen", read_words(reason, "--reason"))


def add_finding(session: Session, claim_ids: Sequence[int], *, reason: str, severity: str = "warning") -> int:
    """Link claims that stand against each other where no rule sees it, and return the finding's number.

    Each claim is an alternative of its own, in the order given. The slot is kept where all answer the same.

    Raises:
        OptionRefused: The reason is blank, or the severity is none.
        DecisionRefused: There are fewer than two claims, or these are linked already.
    """
    words = read_words(reason, "--reason")
    if severity not in SEVERITIES:
        raise OptionRefused(
            f"--severity {severity!r} is not {', '.join(SEVERITIES[:-1])} or {SEVERITIES[-1]}"
        )
    claims = list(dict.fromkeys(claim_ids))
    if len(claims) < 2:
        raise DecisionRefused(
            "a finding links at least two different claims: claims finding add c4 c9 --reason …"
        )
    keys = read_claim_keys(session, claims)
    fingerprint = _hash([MANUAL, *sorted((keys[claim] for claim in claims), key=canonical)])
    known = session.execute(
        select(Finding.id, Finding.state).where(Finding.fingerprint == fingerprint)
    ).first()
    if known is not None:
        raise DecisionRefused(
            f"{write_id('finding', known.id)} links these claims already, it is {known.state};"
            f" see: claims finding show {write_id('finding', known.id)}"
        )
    content_hash = _hash(sorted(([keys[claim], place] for place, claim in enumerate(claims)), key=canonical))
    number = insert(
        session,
        Finding,
        rule=MANUAL,
        severity=severity,
        state="open",
        fingerprint=fingerprint,
        content_hash=content_hash,
        message=" ".join(words.split()),
        slot_id=_find_shared_slot(session, claims),
    )
    insert_rows(
        session,
        FindingMember,
        ("finding_id", "claim_id", "alternative", "fits"),
        [(number, claim, place, f"[{place}]") for place, claim in enumerate(claims)],
    )
    _write_act(session, number, "open", words, content_hash)
    record(session, "finding", number, "add")
    return number


def _act(session: Session, finding_id: int, action: str, reason: str, until: str | None = None) -> None:
    state, content_hash = session.execute(
        select(Finding.state, Finding.content_hash).where(Finding.id == finding_id)
    ).one()
    if state not in _FROM[action]:
        shown = write_id("finding", finding_id)
        raise DecisionRefused(f"{shown} is {state}, nothing to {action}: {_INSTEAD[state].format(shown)}")
    update(session, Finding, finding_id, state=_LEFT[action])
    _write_act(session, finding_id, action, reason, content_hash, until)
    record(session, "finding", finding_id, action)


def _write_act(
    session: Session, finding_id: int, action: str, reason: str, content_hash: str, until: str | None = None
) -> None:
    insert(
        session,
        FindingAct,
        action=action,
        at=session.info["at"](),
        content_hash=content_hash,
        reason=reason,
        until=until,
        finding_id=finding_id,
        reviewer_id=session.info["actor_id"],
    )


def _find_shared_slot(session: Session, claim_ids: Sequence[int]) -> int | None:
    slots = set(
        session.scalars(
            select(Slot.canonical_id)
            .select_from(Claim)
            .outerjoin(Slot, Slot.id == Claim.slot_id)
            .where(Claim.id.in_(claim_ids))
        )
    )
    return slots.pop() if len(slots) == 1 else None


def _hash(content: list[object]) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()
