"""Citing a source for or against a claim."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.given import find_words
from claims.annotate.passage import find_nearest, find_passage
from claims.errors import DecisionRefused, OptionRefused
from claims.quotation import quote
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_claims
from claims.store.record import record
from claims.store.tables import Evidence, Snapshot, Text
from claims.store.tables.evidence import STANCES
from claims.store.write import insert

_SHOWN = 160


def add_evidence(
    session: Session,
    claim_id: int,
    *,
    source_id: int,
    stance: str,
    quote: str | None = None,
    question: str | None = None,
    answer: str | None = None,
    snapshot_id: int | None = None,
) -> int:
    """Add what a snapshot of a source (its newest, if none is named) says about a claim; return its number.

    A quote is kept as it stands in the snapshot: line breaks may differ from what was typed, nothing else.

    Raises:
        OptionRefused: The stance is none, words are blank, or an answer has no question.
        DecisionRefused: The source has no such snapshot, or the quote does not stand in it.
    """
    read_stance = _read_stance(stance)
    asked, answered = find_words(question, "--question"), find_words(answer, "--answer")
    if answered is not None and asked is None:
        raise OptionRefused("--answer wants the question that it answers: add --question Q")
    used = _get_snapshot(session, source_id, snapshot_id)
    typed = find_words(quote, "--quote")
    number = insert(
        session,
        Evidence,
        stance=read_stance,
        quote=None if typed is None else _get_passage(session, used, typed),
        question=asked,
        answer=answered,
        created_at=session.info["at"](),
        claim_id=claim_id,
        snapshot_id=used,
        reviewer_id=session.info["actor_id"],
    )
    mark_claims(session, [claim_id])
    record(session, "evidence", number, "add")
    return number


def _read_stance(given: str) -> str:
    stance = " ".join(given.replace("-", " ").replace("_", " ").split()).casefold()
    if stance not in STANCES:
        raise OptionRefused(f"--stance {given!r} is not {', '.join(STANCES[:-1])} or {STANCES[-1]!r}")
    return stance


def _get_snapshot(session: Session, source_id: int, snapshot_id: int | None) -> int:
    taken = session.scalars(
        select(Snapshot.id).where(Snapshot.source_id == source_id).order_by(Snapshot.id)
    ).all()
    source = write_id("source", source_id)
    if not taken:
        raise DecisionRefused(
            f"{source} has no archived text to cite; make one with: claims source snapshot {source} --file F"
        )
    if snapshot_id is not None and snapshot_id not in taken:
        known = ", ".join(write_id("snapshot", one) for one in taken)
        raise DecisionRefused(
            f"{write_id('snapshot', snapshot_id)} is no snapshot of {source}; it has: {known}"
        )
    return snapshot_id or taken[-1]


def _get_passage(session: Session, snapshot_id: int, words: str) -> str:
    body = session.scalars(
        select(Text.body)
        .join(Snapshot, Snapshot.text_sha256 == Text.sha256)
        .where(Snapshot.id == snapshot_id)
    ).one()
    found = find_passage(body, words)
    if found is not None:
        return found
    nearest = find_nearest(body, words)
    there = f"; nearest to it: {quote(nearest[:_SHOWN])}" if nearest else ", nor anything near it"
    raise DecisionRefused(
        f"the quote does not stand in {write_id('snapshot', snapshot_id)}{there}; quote it word for word"
    )
