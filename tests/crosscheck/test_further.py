"""A further claim in a conflict that stands is put to its alternative as a split of the whole slot would put it."""

import os
from fractions import Fraction
from math import inf
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.crosscheck.conflict.outline import Outline, Told, extend
from claims.store import tables as t
from claims.store.record import record
from claims.store.transaction import writing
from claims.values import parse_edtf
from claims.values.quantity import make_quantity
from tests.crosscheck.factory import add_article, add_entity, reject, say
from tests.crosscheck.test_incremental import list_standing

EXAMPLES = int(os.environ.get("INCREMENTAL_EXAMPLES", "60"))

figures = st.builds(
    lambda amount, place: make_quantity(Fraction(amount), Fraction(place)),
    st.sampled_from([10, 14, 20, 22, 40, 60]),
    st.sampled_from([1, 1, 4, 12, 30, 60]),
)
days = st.sampled_from(
    ["2024", "2024-11", "2024-11-10", "2025-01", "2025", "2024-11/2025-02", "../2024-12"]
).map(parse_edtf)
published = st.sampled_from([None, "2024-03-01", "2024-03-02", "2024-04-15", "2024-06-01", "2025-01-10"])
modalities = st.sampled_from(["happened", "happened", "happened", "alleged", "planned"])


def list_statements(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(st.tuples(values, published, modalities, st.integers(0, 9)), min_size=4, max_size=14)


questions = st.one_of(
    st.tuples(st.just("users"), list_statements(figures)),
    st.tuples(st.just("participants"), list_statements(figures)),
    st.tuples(st.just("deaths"), list_statements(figures)),
    st.tuples(st.just("released"), list_statements(days)),
)


def say_users(amount: int, place: int, day: str | None) -> Any:
    return make_quantity(Fraction(amount), Fraction(place)), day, "happened", 9


FITS_ONLY_LATER = (
    "users",
    [
        say_users(10, 1, "2024-03-01"),
        say_users(60, 1, "2024-03-01"),
        say_users(35, 60, "2024-06-01"),  # fits both, but not for their time
        say_users(10, 4, "2024-04-15"),  # fits the first, until a time at which the vague one fits it as well
    ],
)

FIRM_ONLY_LATER = (
    "users",
    [
        say_users(10, 1, None),
        say_users(60, 1, None),  # contradict each other if they speak of one time, which nobody knows
        say_users(10, 4, "2024-03-01"),
        say_users(60, 4, "2024-03-01"),  # contradict each other for certain
    ],
)


def list_outlines(session: Session) -> list[Any]:
    """Return what is kept of the conflicts, without the order in which answers came that contradict nobody."""
    from claims.crosscheck.conflict.kept_outline import read_outline

    found = []
    for row in session.scalars(select(t.CheckOutline).order_by(t.CheckOutline.slot_id)):
        outline, sides = read_outline(row.body)
        found.append((row.slot_id, row.content_hash, outline.witnesses, set(outline.beside), sides))
    return found


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(questions)
@example(FITS_ONLY_LATER)
@example(FIRM_ONLY_LATER)
def test_claims_one_by_one_leave_the_findings_that_a_run_over_all_leaves(ledger: str, drawn: Any) -> None:
    with writing(ledger, actor="mk", command="test", keep=False) as session:
        predicate, told = drawn
        subject = add_entity(session, "Brakwin-9")
        mentions = []
        for number, (value, day, modality, gone) in enumerate(told):
            article = add_article(session, f"a{number}", day)
            mentions.append(say(session, article, subject, predicate, value, modality=modality))
            if gone == 0:
                reject(session, mentions[number // 2])
            cross_check(session)
        record(session, "test", None, "end")
        session.expire_all()
        by_steps, outlines = list_standing(session), list_outlines(session)
        outcome = cross_check(session, scope="all")
        record(session, "test", None, "end")
        session.expire_all()
        assert (outcome.new, outcome.closed) == (0, 0)
        assert list_standing(session) == by_steps
        assert list_outlines(session) == outlines


def test_an_answer_that_ends_with_a_witness_but_begins_before_it_may_take_its_place() -> None:
    witnesses = (Told(10, 20, -inf, inf), Told(60, 61, -inf, inf))
    outline = Outline(0, "number", firm=True, witnesses=witnesses, beside=())
    assert extend(outline, Told(5, 20, -inf, inf, 7), contested=True) is None
    assert extend(outline, Told(12, 20, -inf, inf, 7), contested=True) == (outline, (0,))
