"""Questions that look like one are proposed for joining, and what was decided of them is remembered."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.entity import merge_entities, split_entity
from claims.annotate.slot import join_slots, keep_slots_apart
from claims.crosscheck import cross_check
from claims.errors import DecisionRefused, OptionRefused
from claims.store import tables as t
from claims.store.record import record
from claims.store.transaction import writing
from claims.values import Value, parse_edtf
from claims.values.quantity import make_quantity
from tests.crosscheck.factory import add_article, add_entity, reject, say
from tests.crosscheck.judging import get_claim, get_slot

RULE = "possibly-same-question"


def list_found(session: Session, rule: str = RULE) -> list[str]:
    cross_check(session)
    session.expire_all()
    standing = select(t.Finding.message).where(t.Finding.rule == rule, t.Finding.state != "fixed")
    return list(session.scalars(standing.order_by(t.Finding.id)))


def tell(
    session: Session, subject: int, value: Value, predicate: str = "released", **qualifiers: str
) -> tuple[int, int]:
    """Let a new article say it; return the mention and its slot."""
    article = add_article(session, f"a{len(session.scalars(select(t.Article.id)).all())}")
    mention = say(session, article, subject, predicate, value, qualifiers=qualifiers)
    return mention, get_slot(session, get_claim(session, mention))


@pytest.fixture
def product(session: Session) -> int:
    return add_entity(session, "Brakwin-9")


def test_a_missing_separator_beside_the_same_day_is_asked_about(session: Session, product: int) -> None:
    tell(session, product, parse_edtf("2025-01-20"))
    assert list_found(session) == []
    tell(session, product, parse_edtf("2025-01-20"), place="China")
    (message,) = list_found(session)
    told, asked = message.split(": one question? ")
    assert told == "Brakwin-9 · released (place: China): released (place not stated) 2025-01-20; 2025-01-20"
    assert asked == "claims slot join s2 s1, or: claims slot keep-apart s2 s1"


def test_a_separator_in_other_words_is_asked_about(session: Session, product: int) -> None:
    tell(session, product, parse_edtf("2025-01-20"), place="China")
    tell(session, product, parse_edtf("2025-01"), place="VR China")
    assert len(list_found(session)) == 1


def test_nearly_the_same_figure_is_asked_about(session: Session) -> None:
    firm = add_entity(session, "Quellhain", "organisation")
    tell(session, firm, make_quantity(Fraction(1204), unit="EUR"), "revenue")
    tell(session, firm, make_quantity(Fraction(1204), unit="EUR"), "revenue", period="2024")
    assert len(list_found(session)) == 1


@pytest.mark.parametrize(
    ("one", "other", "scopes"),
    [
        ("2025-01-20", "2025-01-20", ({"place": "China"}, {"place": "Japan"})),
        ("2025-01-20", "2025-01-20", ({"place": "China"}, {"stage": "beta"})),
        ("2025", "2025-01-20", ({}, {"place": "China"})),
        ("2025-01-20", "2025-01-20", ({"place": "Expo 2022"}, {"place": "Expo 2023"})),
    ],
    ids=["two places", "two kinds of separator", "vague", "another year"],
)
def test_what_nothing_speaks_for_is_not_asked(
    session: Session, product: int, one: str, other: str, scopes: tuple[Mapping[str, str], Mapping[str, str]]
) -> None:
    tell(session, product, parse_edtf(one), **scopes[0])
    tell(session, product, parse_edtf(other), **scopes[1])
    assert list_found(session) == []


def test_two_questions_with_answers_that_exclude_each_other_are_asked_about_where_one_lacks_a_separator(
    session: Session, product: int
) -> None:
    tell(session, product, parse_edtf("2025-01-20"))
    tell(session, product, parse_edtf("2025-01-21"), place="China")
    assert len(list_found(session)) == 1


def test_vague_figures_that_exclude_each_other_are_asked_about(session: Session) -> None:
    firm = add_entity(session, "Quellhain", "organisation")
    for amount, scope in ((3_400_000, {"metric": "monthly"}), (5_000_000, {})):
        value = make_quantity(Fraction(amount), Fraction(100_000))
        tell(session, firm, value, "users", **scope)
    assert len(list_found(session)) == 1


def test_figures_of_other_times_are_not_asked_about(session: Session) -> None:
    firm = add_entity(session, "Quellhain", "organisation")
    for amount, published, scope in ((340, "2020-01-10", {"metric": "monthly"}), (500, "2025-01-10", {})):
        article = add_article(session, f"n{amount}", published)
        say(session, article, firm, "users", make_quantity(Fraction(amount)), qualifiers=scope)
    assert list_found(session) == []


@pytest.mark.parametrize("scopes", [("2024-Q1", "2024-Q2"), ("smokers", "former smokers")])
def test_what_is_only_spelt_alike_is_not_asked_about_where_answers_differ(
    session: Session, scopes: tuple[str, str]
) -> None:
    firm = add_entity(session, "Quellhain", "organisation")
    for amount, period in zip((1204, 1530), scopes, strict=True):
        tell(session, firm, make_quantity(Fraction(amount), unit="EUR"), "revenue", period=period)
    assert list_found(session) == []


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("Landtagswahl", "Wahl am 9. März 2025", 1),
        ("Landtagswahl", "Landtagswahl 2025", 1),
        ("2025 election", "election", 1),
        ("Landtagswahl 2020", "Landtagswahl 2025", 0),
        ("Kommunalwahl", "Landtagswahl 2025", 0),
        ("Landtagswahl", "Kommunalwahl", 0),
    ],
)
def test_a_vote_without_a_date_may_be_one_with_a_date(
    session: Session, one: str, other: str, asked: int
) -> None:
    party = add_entity(session, "Deichpartei", "organisation")
    for share, election in ((12, one), (14, other)):
        tell(session, party, make_quantity(Fraction(share), unit="%"), "vote_share", election=election)
    assert len(list_found(session)) == asked


def test_of_three_questions_those_with_other_answers_are_not_asked_about(
    session: Session, product: int
) -> None:
    for day, scope in (
        ("2025-01-20", {}),
        ("2025-01-21", {"place": "China"}),
        ("2025-01-22", {"place": "Peru"}),
    ):
        tell(session, product, parse_edtf(day), **scope)
    assert list_found(session) == []


def test_where_many_agree_nothing_is_asked(session: Session, product: int) -> None:
    for place in ("", *(f"place number {number}" for number in range(8))):
        tell(session, product, parse_edtf("2025-01-20"), **({"place": place} if place else {}))
    assert list_found(session) == []


def test_joined_slots_are_one_question_whose_claims_are_compared(session: Session, product: int) -> None:
    _, whole = tell(session, product, parse_edtf("2025-01-20"), place="China")
    _, other = tell(session, product, parse_edtf("2025-01-20"), place="VR China")
    tell(session, product, parse_edtf("2024-11"), place="VR China")
    assert len(list_found(session)) == 1
    join_slots(session, other, whole)
    assert list_found(session) == []
    assert list_found(session, "value-contradiction") == [
        "Brakwin-9 · released (place: China): 2024-11 against 2025-01-20"
    ]


def test_a_join_outlives_a_merge_of_the_subjects(session: Session, product: int) -> None:
    _, whole = tell(session, product, parse_edtf("2025-01-20"), place="China")
    _, other = tell(session, product, parse_edtf("2025-01-20"), place="VR China")
    join_slots(session, other, whole)
    second = add_entity(session, "Brakwin Nine")
    tell(session, second, parse_edtf("2025-01-20"), place="VR China")
    merge_entities(session, second, product)
    assert list_found(session) == []
    assert set(session.scalars(select(t.Slot.canonical_id))) == {whole}
    split_entity(session, second)
    assert len(set(session.scalars(select(t.Slot.canonical_id)))) == 2


def test_what_is_kept_apart_is_not_asked_again(session: Session, product: int) -> None:
    _, one = tell(session, product, parse_edtf("2025-01-20"))
    mention, other = tell(session, product, parse_edtf("2025-01-20"), place="China")
    assert len(list_found(session)) == 1
    keep_slots_apart(session, one, other, reason="The rest of the world came first.")
    assert list_found(session) == []
    reject(session, mention)
    tell(session, product, parse_edtf("2025-01-20"), place="China")
    assert list_found(session) == []


def test_what_is_kept_apart_is_not_held_against_each_other(session: Session, product: int) -> None:
    _, one = tell(session, product, parse_edtf("2025-01-20"))
    _, other = tell(session, product, parse_edtf("2025-01-21"), place="China")
    assert len(list_found(session, "value-contradiction")) == 1
    keep_slots_apart(session, one, other, reason="The rest of the world came first.")
    assert list_found(session, "value-contradiction") == []
    tell(session, product, parse_edtf("2025-01-22"), place="China")
    (message,) = list_found(session, "value-contradiction")
    assert "2025-01-20" not in message


def test_what_is_kept_apart_outlives_a_merge_of_the_subjects_and_its_end(
    session: Session, product: int
) -> None:
    second = add_entity(session, "Brakwin Nine")
    _, one = tell(session, second, parse_edtf("2025-01-20"))
    _, other = tell(session, second, parse_edtf("2025-01-20"), place="China")
    keep_slots_apart(session, one, other, reason="The rest of the world came first.")
    tell(session, product, parse_edtf("2025-01-20"))
    assert list_found(session) == []
    merge_entities(session, second, product)
    assert list_found(session) == []
    tell(session, product, parse_edtf("2025-01-20"), place="China")
    assert list_found(session) == []
    split_entity(session, second)
    (message,) = list_found(session)
    assert message.endswith("claims slot join s4 s3, or: claims slot keep-apart s4 s3")


@pytest.mark.parametrize("scope", ["changed", "all"])
def test_what_is_kept_apart_is_not_held_against_each_other_after_a_merge_either(
    session: Session, product: int, scope: Literal["changed", "all"]
) -> None:
    second = add_entity(session, "Brakwin Nine")
    _, one = tell(session, second, parse_edtf("2025-01-20"))
    _, other = tell(session, second, parse_edtf("2025-01-21"), place="China")
    keep_slots_apart(session, one, other, reason="The rest of the world came first.")
    tell(session, product, parse_edtf("2025-01-20"))
    merge_entities(session, second, product)
    tell(session, product, parse_edtf("2025-01-21"), place="China")
    cross_check(session, scope=scope)
    assert list_found(session, "value-contradiction") == []


def test_a_join_is_taken_back_by_keeping_apart(session: Session, product: int) -> None:
    _, one = tell(session, product, parse_edtf("2025-01-20"))
    _, other = tell(session, product, parse_edtf("2024-11"), place="China")
    join_slots(session, other, one)
    assert list_found(session, "value-contradiction") != []
    keep_slots_apart(session, other, one, reason="Two markets.")
    list_found(session)
    assert set(session.scalars(select(t.Slot.canonical_id))) == {one, other}


def test_slots_that_nobody_takes_for_one_are_refused(session: Session, product: int) -> None:
    _, one = tell(session, product, parse_edtf("2025-01-20"))
    _, foreign = tell(session, add_entity(session, "Velinor-3"), parse_edtf("2025-01-20"))
    _, other = tell(session, product, parse_edtf("2025-01-20"), place="China")
    for pair in ((one, foreign), (one, one)):
        with pytest.raises(DecisionRefused):
            join_slots(session, *pair)
    with pytest.raises(OptionRefused):
        keep_slots_apart(session, one, other, reason=" ")
    join_slots(session, other, one)
    for pair in ((one, other), (other, one)):
        with pytest.raises(DecisionRefused, match="already"):
            join_slots(session, *pair)


def test_the_commands_join_and_keep_apart(desk: Callable[..., Any], tmp_path: Path) -> None:
    with writing(str(tmp_path / "claims.db"), actor="mk", command="test") as session:
        thing = add_entity(session, "Brakwin-9")
        tell(session, thing, parse_edtf("2025-01-20"))
        tell(session, thing, parse_edtf("2025-01-20"), place="China")
        record(session, "test", None, "told")

    def check() -> list[str]:
        return [one["rule"] for one in desk("cross-check", "--json").json["findings"]]

    assert check() == [RULE]
    assert desk("slot", "join", "s2", "s1").code == 0
    assert check() == []
    assert [one["stands"] for one in desk("slot", "list", "--json").json] == [None, "s1"]
    assert desk("slot", "keep-apart", "s2", "s1", "--reason", "Two markets.").code == 0
    assert check() == []
    assert desk("slot", "join", "s2", "s9").code == 2
