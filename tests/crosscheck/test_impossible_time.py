"""What must come first cannot be dated wholly after what follows it."""

from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.store import tables as t
from claims.values import parse_edtf
from claims.values.quantity import make_quantity
from tests.crosscheck.factory import add_article, add_entity, merge, reject, say

RULE = "impossible-time"


def list_found(session: Session) -> list[str]:
    """Return what the rule's standing findings say, after a run over what changed."""
    cross_check(session)
    session.expire_all()
    return list(
        session.scalars(
            select(t.Finding.message)
            .where(t.Finding.rule == RULE, t.Finding.state != "fixed")
            .order_by(t.Finding.id)
        )
    )


def date(session: Session, subject: int, article: str, *told: tuple[str, str], **rest: Any) -> list[int]:
    place = add_article(session, article)
    return [say(session, place, subject, predicate, parse_edtf(edtf), **rest) for predicate, edtf in told]


def test_a_presentation_after_the_release_is_impossible(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    date(session, product, "a", ("presented", "2025-02"))
    date(session, product, "b", ("released", "2025-01-20"))
    assert list_found(session) == [
        "Brakwin-9 · released: presented 2025-02 (has to come first) against 2025-01-20"
    ]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (("presented", "2025-01-20"), ("released", "2025-01-20")),
        (("presented", "2025-01-20"), ("released", "2025-01")),
        (("presented", "2025"), ("released", "2025-01-20")),
        (("presented", "[2025-01-10,2025-02-10]"), ("released", "2025-01-20")),
    ],
)
def test_dates_that_leave_room_for_the_order_are_possible(
    session: Session, first: tuple[str, str], then: tuple[str, str]
) -> None:
    product = add_entity(session, "Brakwin-9")
    date(session, product, "a", first, then)
    assert list_found(session) == []


def test_a_plan_and_a_denial_are_no_dates_that_happened(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    date(session, product, "a", ("released", "2025-01-20"))
    date(session, product, "b", ("presented", "2025-02"), modality="planned")
    date(session, product, "c", ("presented", "2025-03"), polarity="negated")
    assert list_found(session) == []


def test_separators_that_both_state_must_agree(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    date(session, product, "a", ("announced", "2025-02"), qualifiers={"stage": "beta"})
    date(session, product, "b", ("released", "2025-01"), qualifiers={"stage": "final", "place": "China"})
    assert list_found(session) == []
    date(session, product, "c", ("released", "2025-01"), qualifiers={"stage": "beta", "place": "China"})
    assert len(list_found(session)) == 1
    date(session, product, "d", ("released", "2024"), qualifiers={"place": "Japan"})
    assert len(list_found(session)) == 2


def test_it_closes_when_the_other_question_changes(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    (presented,) = date(session, product, "a", ("presented", "2025-02"))
    date(session, product, "b", ("released", "2025-01-20"))
    assert len(list_found(session)) == 1
    reject(session, presented)
    assert list_found(session) == []


def test_it_follows_a_merge_of_the_subjects(session: Session) -> None:
    first, second = add_entity(session, "Brakwin-9"), add_entity(session, "Brakwin Nine")
    date(session, first, "a", ("presented", "2025-02"))
    date(session, second, "b", ("released", "2025-01-20"))
    assert list_found(session) == []
    merge(session, second, first)
    assert len(list_found(session)) == 1


def test_the_claims_of_both_questions_are_members_on_two_sides(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    date(session, product, "a", ("presented", "2025-02"), ("released", "2025-01-20"), ("released", "2024"))
    list_found(session)
    members = session.execute(
        select(t.Claim.edtf, t.FindingMember.alternative)
        .join(t.Claim, t.Claim.id == t.FindingMember.claim_id)
        .join(t.Finding, t.Finding.id == t.FindingMember.finding_id)
        .where(t.Finding.rule == RULE)
    )
    assert {tuple(member) for member in members} == {("2025-02", 0), ("2025-01-20", 1), ("2024", 1)}


def test_a_crowded_question_is_probed_and_not_read(session: Session) -> None:
    """Whatever is said of the release, two probes and the gravest twenty claims are read."""
    product = add_entity(session, "Brakwin-9")
    for day in range(1, 29):
        date(session, product, f"a{day}", ("released", f"2025-01-{day:02}"))
    date(session, product, "b", ("presented", "2025-02"))
    list_found(session)
    members = session.scalars(
        select(t.Claim.edtf)
        .join(t.FindingMember, t.Claim.id == t.FindingMember.claim_id)
        .join(t.Finding, t.Finding.id == t.FindingMember.finding_id)
        .where(t.Finding.rule == RULE)
    ).all()
    assert sorted(members) == [*(f"2025-01-{day:02}" for day in range(1, 21)), "2025-02"]


def test_what_has_to_come_first_may_be_told_later(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    date(session, product, "a", ("released", "2025-01-20"))
    assert list_found(session) == []
    date(session, product, "b", ("presented", "2025-02"))
    assert len(list_found(session)) == 1


def test_what_an_article_reports_before_it_happened_is_impossible(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    early = add_article(session, "early", "2025-01-15")
    say(session, early, product, "released", parse_edtf("2025-01-20"))
    assert list_found(session) == ["Brakwin-9 · released: 2025-01-20 (reported on 2025-01-15)"]


@pytest.mark.parametrize(
    ("published", "edtf", "rest"),
    [
        ("2025-01-20", "2025-01-20", {}),
        ("2025-01-15", "2025-01", {}),
        ("2025-01-15", "2025-01-20", {"modality": "planned"}),
        ("2025-01-15", "2025-01-20", {"polarity": "negated"}),
        ("2025-01-19T23:30:00Z", "2025-01-20", {}),
        ("2025", "2025-01-20", {}),
        (None, "2025-01-20", {}),
    ],
)
def test_what_may_have_happened_by_then_is_possible(
    session: Session, published: str | None, edtf: str, rest: dict[str, Any]
) -> None:
    article = add_article(session, "a", published)
    say(session, article, add_entity(session, "Brakwin-9"), "released", parse_edtf(edtf), **rest)
    assert list_found(session) == []


def test_a_score_before_the_release_warns(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    date(session, product, "a", ("released", "2025-01-20"))
    assert list_found(session) == []
    early = add_article(session, "b", "2025-01-10")
    scope = {"benchmark": "Trilemma", "variant": "Pro"}
    say(session, early, product, "benchmark_score", make_quantity(Fraction(70)), qualifiers=scope)
    (message,) = list_found(session)
    scored = "benchmark_score (benchmark: Trilemma, variant: Pro) 70 (reported on 2025-01-10)"
    assert message == f"Brakwin-9 · released: {scored} against 2025-01-20"
    assert set(session.scalars(select(t.Finding.severity).where(t.Finding.rule == RULE))) == {"warning"}


def test_a_score_of_another_variant_or_after_the_release_is_no_news(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    date(session, product, "a", ("released", "2025-01-20"), qualifiers={"variant": "Mini"})
    for name, published, variant in (("b", "2025-01-10", "Pro"), ("c", "2025-01-20", "Mini")):
        scope = {"benchmark": "Trilemma", "variant": variant}
        scored = add_article(session, name, published)
        say(session, scored, product, "benchmark_score", make_quantity(Fraction(70)), qualifiers=scope)
    assert list_found(session) == []


def test_one_finding_holds_all_that_makes_a_date_impossible(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    date(session, product, "a", ("presented", "2025-03"))
    early = add_article(session, "early", "2025-01-15")
    say(session, early, product, "released", parse_edtf("2025-01-20"))
    assert list_found(session) == [
        "Brakwin-9 · released: presented 2025-03 (has to come first) against 2025-01-20 (reported on 2025-01-15)"
    ]


@pytest.mark.parametrize(("completed", "count"), [("2019", 1), ("1896", 0)])
def test_what_was_begun_long_after_its_completion_is_a_new_thing_of_the_name(
    session: Session, completed: str, count: int
) -> None:
    pier = add_entity(session, "Wexcombe Pier", kind="building")
    date(session, pier, "a", ("completed", completed))
    date(session, pier, "b", ("started", "2022"))
    assert len(list_found(session)) == count


@pytest.mark.parametrize(("phase", "count"), [({}, 1), ({"phase": "renewal"}, 0)])
def test_a_renewal_begins_after_the_thing_was_completed(
    session: Session, phase: dict[str, str], count: int
) -> None:
    hall = add_entity(session, "Stadthalle Korbach", kind="building")
    date(session, hall, "a", ("completed", "2019"))
    date(session, hall, "b", ("started", "2022"), qualifiers=phase)
    assert len(list_found(session)) == count
