"""A figure of one part beside the figure of the whole: only a part that is more than its whole is wrong."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.ruling import add_ruling
from claims.crosscheck import cross_check, make_statement, relate
from claims.store import tables as t
from claims.values import Relation
from claims.values.quantity import make_quantity
from tests.crosscheck.factory import add_article, add_entity, say
from tests.crosscheck.judging import get_claim

GERMANY = {"place": "Germany"}


def tell(session: Session, firm: int, amount: int, scope: Mapping[str, str], predicate: str = "staff") -> int:
    """Let a new article give a figure; return its claim."""
    number = len(session.scalars(select(t.Article.id)).all())
    article = add_article(session, f"a{number}", "2025-01-10")
    mention = say(session, article, firm, predicate, make_quantity(Fraction(amount)), qualifiers=scope)
    return get_claim(session, mention)


def list_rules(session: Session) -> list[str]:
    cross_check(session)
    session.expire_all()
    standing = select(t.Finding.rule).where(t.Finding.state != "fixed").order_by(t.Finding.rule)
    return list(session.scalars(standing))


def list_rows(session: Session) -> list[tuple[object, ...]]:
    row = t.CheckRow
    rows = session.execute(select(row.key, row.claim, row.lo, row.hi, row.unscoped))
    return sorted(map(tuple, rows), key=repr)


@pytest.fixture
def firm(session: Session) -> int:
    return add_entity(session, "Quellhain", "organisation")


@pytest.mark.parametrize(
    ("predicate", "whole", "part", "scope", "relation"),
    [
        ("staff", 4200, 310, GERMANY, Relation.COMPATIBLE),
        ("staff", 4200, 4200, GERMANY, Relation.SAME),
        ("staff", 4200, 6310, GERMANY, Relation.CONTRADICTION),
        ("injured", 17, 5, {"severity": "severe"}, Relation.COMPATIBLE),
        ("staff", 4200, 310, {"measure": "part time"}, Relation.COMPATIBLE),
        ("revenue", 4200, 310, {"period": "2024"}, Relation.CONTRADICTION),
        ("fine", 4200, 310, {"stage": "appeal"}, Relation.CONTRADICTION),
        ("population", 4200, 310, {"definition": "core"}, Relation.INCOMPARABLE),
        ("population", 4200, 9310, {"definition": "metropolitan"}, Relation.INCOMPARABLE),
    ],
)
def test_a_part_contradicts_its_whole_only_where_it_is_more(
    predicate: str, whole: int, part: int, scope: Mapping[str, str], relation: Relation
) -> None:
    one = make_statement("Q", predicate, make_quantity(Fraction(whole)))
    other = make_statement("Q", predicate, make_quantity(Fraction(part)), qualifiers=scope)
    assert relate(one, other) is relation
    assert relate(other, one) is relation


@pytest.mark.parametrize("whole_first", [True, False])
def test_a_part_within_its_whole_is_neither_reported_nor_asked_about(
    session: Session, firm: int, *, whole_first: bool
) -> None:
    told = [(4200, {}), (310, GERMANY)]
    for amount, scope in told if whole_first else reversed(told):
        tell(session, firm, amount, scope)
        assert list_rules(session) == []


@pytest.mark.parametrize("whole_first", [True, False])
def test_a_part_above_its_whole_is_reported_and_asked_about(
    session: Session, firm: int, *, whole_first: bool
) -> None:
    told = [(4200, {}), (6310, GERMANY)]
    for amount, scope in told if whole_first else reversed(told):
        tell(session, firm, amount, scope)
        found = list_rules(session)
    assert found == ["possibly-same-question", "value-contradiction"]


@pytest.mark.parametrize("whole_first", [True, False])
def test_what_is_another_question_without_a_separator_is_not_compared(
    session: Session, firm: int, *, whole_first: bool
) -> None:
    told = [(12, {}), (28, {"place": "Emden"})]
    for amount, scope in told if whole_first else reversed(told):
        tell(session, firm, amount, scope, "vote_share")
        assert list_rules(session) == []
    one_by_one = list_rows(session)
    cross_check(session, scope="all")
    assert list_rows(session) == one_by_one


def test_a_full_run_makes_the_rows_of_parts_as_single_changes_do(session: Session, firm: int) -> None:
    for amount, scope in ((310, GERMANY), (4200, {}), (290, {**GERMANY, "measure": "full-time"}), (4300, {})):
        tell(session, firm, amount, scope)
        cross_check(session)
    one_by_one = list_rows(session)
    cross_check(session, scope="all")
    assert list_rows(session) == one_by_one


def test_a_house_fact_on_the_whole_is_the_most_that_a_part_can_be(session: Session, firm: int) -> None:
    add_ruling(session, tell(session, firm, 4200, {}), reason="Asked them.")
    tell(session, firm, 310, GERMANY)
    assert list_rules(session) == []
    tell(session, firm, 6310, GERMANY)
    assert "ruling-violation" in list_rules(session)
