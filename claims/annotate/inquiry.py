"""Whom the desk asked, and what came back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.given import find_time, read_words
from claims.errors import DecisionRefused
from claims.store.queries.reference import write_id
from claims.store.record import record
from claims.store.tables import Inquiry
from claims.store.write import insert, update


def add_inquiry(
    session: Session,
    *,
    asked: str,
    question: str,
    article_id: int | None = None,
    claim_id: int | None = None,
    due: str | None = None,
) -> int:
    """Write down a question that was put to somebody, and return its number.

    Raises:
        OptionRefused: Nobody or nothing was asked, or `due` is no day or time.
    """
    number = insert(
        session,
        Inquiry,
        asked=read_words(asked, "--asked"),
        question=read_words(question, "--question"),
        asked_at=session.info["at"](),
        due_at=find_time(due, "--due"),
        article_id=article_id,
        claim_id=claim_id,
        reviewer_id=session.info["actor_id"],
    )
    record(session, "inquiry", number, "add")
    return number


def answer_inquiry(session: Session, inquiry_id: int, *, answer: str) -> None:
    """Write down what came back.

    Raises:
        OptionRefused: The answer is blank.
        DecisionRefused: There is an answer already, which is never overwritten.
    """
    words = read_words(answer, "--answer")
    answered_at = session.scalars(select(Inquiry.answered_at).where(Inquiry.id == inquiry_id)).one()
    if answered_at is not None:
        raise DecisionRefused(
            f"{write_id('inquiry', inquiry_id)} was answered on {answered_at[:10]};"
            " write a further exchange down as one of its own: claims inquiry add"
        )
    update(session, Inquiry, inquiry_id, answer=words, answered_at=session.info["at"]())
    record(session, "inquiry", inquiry_id, "answer")
