"""Whom the desk asked, and what came back."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from claims.annotate.inquiry import add_inquiry, answer_inquiry
from claims.errors import DecisionRefused, OptionRefused
from claims.store.queries.inquiry import list_inquiries
from tests.annotate.sample import NOW, Sample, count_events, refused


def ask(session: Session, **given: Any) -> int:
    return add_inquiry(session, **({"asked": "press office", "question": "On which day?"} | given))


def test_an_inquiry_waits_for_its_answer(session: Session, sample: Sample) -> None:
    number = ask(session, claim_id=sample.winter, due="2025-03-03")
    [one] = list_inquiries(session, open_only=True)
    assert (one["claim"], one["due_at"], one["answer"]) == (f"c{sample.winter}", "2025-03-03", None)
    answer_inquiry(session, number, answer="On the 20th.")
    assert list_inquiries(session, open_only=True) == []
    [one] = list_inquiries(session)
    assert (one["answer"], one["answered_at"]) == ("On the 20th.", NOW)
    assert (count_events(session, "inquiry", "add"), count_events(session, "inquiry", "answer")) == (1, 1)


def test_an_answer_is_never_overwritten(session: Session) -> None:
    number = ask(session)
    answer_inquiry(session, number, answer="On the 20th.")
    with refused(session, DecisionRefused, "i1 was answered on 2025-03-01"):
        answer_inquiry(session, number, answer="On the 21st.")


def test_what_is_due_first_stands_first_and_answered_ones_last(session: Session) -> None:
    for due in (None, "2025-03-09", "2025-03-05", "2025-03-01"):
        ask(session, due=due)
    answer_inquiry(session, 4, answer="Yes.")
    assert [one["id"] for one in list_inquiries(session)] == ["i3", "i2", "i1", "i4"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"asked": " "}, "--asked is blank"),
        ({"question": ""}, "--question"),
        ({"due": "soon"}, "--due 'soon'"),
    ],
)
def test_what_is_no_inquiry_is_refused(session: Session, given: dict[str, str], said: str) -> None:
    with refused(session, OptionRefused, said):
        ask(session, **given)


def test_a_blank_answer_is_none(session: Session) -> None:
    number = ask(session)
    with refused(session, OptionRefused, "--answer is blank"):
        answer_inquiry(session, number, answer=" ")


def test_inquiries_from_the_command_line(read: Callable[..., Any]) -> None:
    given = ("--asked", "press office", "--question", "On which day?")
    added = read("inquiry", "add", *given, "--claim", "m1", "--article", "a.txt", "--json")
    assert (added.code, added.json) == (0, {"id": "i1"})
    assert read("inquiry", "list", "--open", "--json").json[0]["claim"] == "c1"
    assert read("inquiry", "answer", "i1", "--answer", "On the 20th.").out == "i1 is answered\n"
    again = read("inquiry", "answer", "i1", "--answer", "On the 21st.")
    assert (again.code, "was answered on" in again.err) == (2, True)
    assert read("inquiry", "list", "--open", "--json").json == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "--asked", "A", "--question", "B", "--claim", "c99"),
        ("add", "--asked", "A", "--question", "B", "--article", "zz.txt"),
        ("answer", "i9", "--answer", "C"),
    ],
)
def test_an_unknown_id_is_refused(read: Callable[..., Any], arguments: tuple[str, ...]) -> None:
    ran = read("inquiry", *arguments)
    assert (ran.code, ran.err[:11]) == (2, "claims: no ")
