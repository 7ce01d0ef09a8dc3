"""Writing single rows of the week of `report_week`, as the program's own commands write them."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store import tables as t
from claims.store.keep import ClaimKeeper, Statement
from claims.store.record import record
from claims.store.write import delete, insert, insert_rows, update
from claims.values import parse_edtf
from claims.values.value import Date, EntityValue


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@contextmanager
def acting_as(session: Session, handle: str) -> Iterator[None]:
    before = session.info["actor_id"]
    session.info["actor_id"] = session.scalar(select(t.Reviewer.id).where(t.Reviewer.handle == handle))
    yield
    session.info["actor_id"] = before


def add_text(session: Session, text: str) -> str:
    insert_rows(session, t.Text, ("sha256", "body", "length"), [(sha(text), text, len(text))])
    return sha(text)


def add_revision(session: Session, article: int, number: int, title: str, text: str) -> int:
    return insert(
        session,
        t.Revision,
        number=number,
        title=title,
        raw_sha256=sha(text),
        imported_at=session.info["at"](),
        article_id=article,
        text_sha256=add_text(session, text),
    )


def opened(edtf: str) -> Statement:
    date = parse_edtf(edtf)
    return Statement(
        EntityValue("Lenzbrücke", kind="building"), "completed", Date(edtf, date.lo, date.hi, text=edtf)
    )


def add_sentences(session: Session, revision: int, text: str, kinds: tuple[str, ...]) -> None:
    end = 0
    for number, kind in enumerate(kinds, start=1):
        start, end = end + (number > 1), text.index(".", end + 1) + 1
        insert(
            session, t.Sentence, number=number, start_cp=start, end_cp=end, kind=kind, revision_id=revision
        )


def add_mention(
    session: Session,
    keeper: ClaimKeeper,
    revision: int,
    text: str,
    quote: str,
    found: Statement,
    *,
    speaker: EntityValue | None = None,
    voice: str = "article",
    hedged: int = 0,
) -> None:
    start = text.index(quote)
    sentence = select(t.Sentence.id).where(
        t.Sentence.revision_id == revision, t.Sentence.start_cp <= start, t.Sentence.end_cp > start
    )
    insert(
        session,
        t.Mention,
        field="text",
        start_cp=start,
        end_cp=start + len(quote),
        quote=quote,
        prefix=text[max(0, start - 32) : start],
        suffix=text[start + len(quote) :][:32],
        state="suggested",
        voice=voice,
        hedged=hedged,
        score=0.9,
        reasons="[]",
        created_at=session.info["at"](),
        claim_id=keeper.keep(found, quote),
        revision_id=revision,
        sentence_id=session.scalar(sentence),
        speaker_snak=None if speaker is None else "value" if speaker.label else "somevalue",
        speaker_id=None if speaker is None else keeper.find_entity(speaker),
    )


def write_members(session: Session, *claims: int) -> None:
    """Write a finding's members as a run of the cross-check does: all anew."""
    delete(session, t.FindingMember, finding_id=1)
    columns = ("finding_id", "claim_id", "alternative", "fits")
    rows = [(1, claim, side, f"[{side}]") for side, claim in enumerate(claims)]
    insert_rows(session, t.FindingMember, columns, rows)


def act(session: Session, action: str, state: str, **more: Any) -> None:
    update(session, t.Finding, 1, state=state)
    insert(
        session, t.FindingAct, action=action, at=session.info["at"](), content_hash="x", reason=more.pop("reason", ""),
        finding_id=1, **more,
    )  # fmt: skip


def add_verdict(session: Session, **values: Any) -> int:
    row = {
        "about": "content", "mention_key": 0, "rationale": "Laut Protokoll.", "as_of": "2025-02-04",
        "none_found": 0, "basis_hash": "a" * 64, "created_at": session.info["at"](), "claim_id": 1,
        "reviewer_id": 1,
    }  # fmt: skip
    number = insert(session, t.Verdict, **(row | values))
    record(session, "verdict", number, "add")
    return number


def rating(session: Session, code: str) -> int:
    scale = select(t.RatingScale.id).where(t.RatingScale.is_default == 1).scalar_subquery()
    return session.scalars(select(t.Rating.id).where(t.Rating.code == code, t.Rating.scale_id == scale)).one()
