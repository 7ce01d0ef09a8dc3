"""Shares of one whole cannot come to more than it, nor can its parts."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.crosscheck.beyond.summing import Figure, add_up
from claims.crosscheck.setting import set_rule
from claims.store import tables as t
from claims.values.quantity import make_quantity
from tests.crosscheck.factory import add_article, add_entity, merge, reject, say
from tests.crosscheck.texts import Press

RULE = "sum-and-share"
VOTE = {"election": "council 2024"}


def list_found(session: Session) -> list[tuple[str, str]]:
    cross_check(session)
    session.expire_all()
    return [
        (one.severity, one.message)
        for one in session.scalars(
            select(t.Finding).where(t.Finding.rule == RULE, t.Finding.state != "fixed").order_by(t.Finding.id)
        )
    ]


def tell(
    session: Session,
    article: str,
    subject: int,
    predicate: str,
    amount: str,
    unit: str | None = "%",
    qualifiers: Mapping[str, str] = VOTE,
    **rest: Any,
) -> int:
    value = make_quantity(Fraction(amount), unit=unit)
    place = add_article(session, f"{article}-{subject}-{amount}")
    return say(session, place, subject, predicate, value, qualifiers=qualifiers, **rest)


def set_up_parties(session: Session, *shares: str, **rest: Any) -> list[int]:
    parties = [add_entity(session, f"Party {place}", "organisation") for place in range(len(shares))]
    for party, share in zip(parties, shares, strict=True):
        tell(session, "a", party, "vote_share", share, **rest)
    return parties


def test_votes_of_one_election_beyond_a_hundred_percent_are_found(session: Session) -> None:
    set_up_parties(session, "45", "38", "25")
    told = "Party 0 · vote_share (election: council 2024): 45; Party 1 38; Party 2 25"
    assert list_found(session) == [("violation", f"{told}: together at least 106.3 %")]


def test_rounded_shares_that_come_to_a_little_over_a_hundred_are_none(session: Session) -> None:
    set_up_parties(session, "45", "31", "25")
    assert list_found(session) == []


def test_a_party_that_two_articles_report_counts_once_and_with_the_smaller_figure(session: Session) -> None:
    parties = set_up_parties(session, "45", "35", "18")
    tell(session, "b", parties[0], "vote_share", "55")
    assert list_found(session) == []


def test_votes_of_different_elections_or_nobodys_are_not_added(session: Session) -> None:
    set_up_parties(session, "60")
    set_up_parties(session, "60", qualifiers={"election": "council 2019"})
    set_up_parties(session, "60", "70", qualifiers={})
    assert list_found(session) == []


def test_plans_and_denials_are_not_added(session: Session) -> None:
    set_up_parties(session, "60")
    set_up_parties(session, "60", modality="planned")
    set_up_parties(session, "70", polarity="negated")
    assert list_found(session) == []


def test_what_is_part_of_another_is_not_counted_again(session: Session) -> None:
    union = add_entity(session, "Union", "organisation")
    south = add_entity(session, "Union South", "organisation", part_of_id=union)
    other = add_entity(session, "Left", "organisation")
    for party, share in ((union, "45"), (south, "30"), (other, "40")):
        tell(session, "a", party, "vote_share", share)
    assert list_found(session) == []


def test_a_candidate_is_not_added_to_the_party(session: Session) -> None:
    set_up_parties(session, "60")
    tell(session, "a", add_entity(session, "Lena Velin", "person"), "vote_share", "60")
    assert list_found(session) == []


def test_it_follows_what_is_told_and_taken_back_of_any_party(session: Session) -> None:
    parties = set_up_parties(session, "45", "38")
    assert list_found(session) == []
    third = add_entity(session, "Late", "organisation")
    mention = tell(session, "b", third, "vote_share", "40")
    assert len(list_found(session)) == 1
    reject(session, mention)
    assert list_found(session) == []
    again = tell(session, "c", third, "vote_share", "41")
    assert len(list_found(session)) == 1
    merge(session, third, parties[1])
    assert list_found(session) == []
    reject(session, again)
    assert list_found(session) == []


def test_shares_of_one_base_at_one_time_warn(session: Session) -> None:
    base = {"of": "models", "place": "Malta"}
    makers = [add_entity(session, f"models of maker {place}", "class") for place in range(2)]
    tell(session, "a", makers[0], "share", "70", qualifiers=base, as_of="2023")
    tell(session, "a", makers[1], "share", "60", qualifiers=base, as_of="2024")
    assert list_found(session) == []
    tell(session, "b", makers[1], "share", "55", qualifiers=base, as_of="2023-06")
    ((severity, message),) = list_found(session)
    assert severity == "warning"
    assert "70; models of maker 1 55" in message


def test_parts_beyond_the_whole_warn(session: Session) -> None:
    firm = add_entity(session, "Quellhain", "organisation")
    tell(session, "a", firm, "revenue", "100", "EUR", {"period": "2024"})
    tell(session, "a", firm, "revenue", "60", "EUR", {"period": "2024", "segment": "cloud"})
    assert list_found(session) == []
    tell(session, "a", firm, "revenue", "55", "EUR", {"period": "2024", "segment": "chips"})
    ((severity, message),) = list_found(session)
    assert severity == "warning"
    assert message.startswith("Quellhain · revenue (period: 2024): 100 against ")
    assert message.endswith("the parts come to at least 113.4 EUR")


def test_parts_of_another_year_or_in_another_currency_are_not_held_against_the_whole(
    session: Session,
) -> None:
    firm = add_entity(session, "Quellhain", "organisation")
    tell(session, "a", firm, "revenue", "100", "EUR", {"period": "2024"})
    tell(session, "a", firm, "revenue", "200", "EUR", {"period": "2023", "segment": "cloud"})
    tell(session, "a", firm, "revenue", "300", "USD", {"period": "2024", "segment": "cloud"})
    tell(session, "b", firm, "revenue", "90", "EUR", {"period": "2024", "segment": "cloud"})
    assert list_found(session) == []


def test_a_desk_may_let_some_points_pass(session: Session) -> None:
    set_up_parties(session, "45", "38", "25")
    set_rule(session, RULE, {"slack": "10"})
    assert list_found(session) == []


figures = st.builds(
    lambda slot, claim, lo, since, length: Figure(slot, claim, lo, since, since + length),
    st.integers(0, 3),
    st.integers(0, 50),
    st.integers(0, 9).map(float),
    st.integers(0, 9).map(float),
    st.integers(1, 9).map(float),
)


@given(st.lists(figures, max_size=12))
def test_the_largest_sum_is_that_of_the_moment_at_which_the_least_figures_come_to_most(
    told: list[Figure],
) -> None:
    def add_at(moment: float) -> float:
        holding = [one for one in told if one.since <= moment < one.until]
        return sum(
            min(one.lo for one in holding if one.slot == slot) for slot in {one.slot for one in holding}
        )

    sums = [add_at(moment / 2) for moment in range(40)]
    assert add_up(told).least == max(sums, default=0.0)


POLL = "62 percent of respondents fear for their pension and 58 percent of respondents fear for the climate."


def test_shares_of_one_base_that_exceed_it_are_found_in_a_text(press: Press) -> None:
    press.print("a", POLL, language="en")
    assert len(press.check(RULE)) == 1


@pytest.mark.parametrize(
    "note",
    ["More than one answer was possible.", "Mehrfachnennungen waren möglich.", "Multiple responses allowed."],
)
def test_shares_of_answers_of_which_several_were_allowed_may_exceed_it(press: Press, note: str) -> None:
    press.print("a", f"{POLL} {note}", language="en")
    assert press.check(RULE) == []


def test_they_are_found_when_the_note_on_several_answers_is_gone(press: Press) -> None:
    press.print("a", f"{POLL} More than one answer was possible.", language="en")
    press.print("a", f"{POLL} It was held by telephone.", language="en")
    assert len(press.check(RULE)) == 1


def tell_together(
    session: Session, *shares: tuple[int, str], sentence: int = 1, name: str = "one"
) -> list[int]:
    """Let one sentence give the votes of parties, without naming the election."""
    article = add_article(session, name)
    return [
        say(
            session, article, party, "vote_share", make_quantity(Fraction(share), unit="%"), sentence=sentence
        )
        for party, share in shares
    ]


def test_votes_that_one_sentence_gives_are_of_one_election(session: Session) -> None:
    parties = [add_entity(session, f"Party {place}", "organisation") for place in range(3)]
    mentions = tell_together(session, *zip(parties, ("48", "41", "24"), strict=True))
    told = "Party 0 · vote_share: 48; Party 1 41; Party 2 24: together at least 111.3 %"
    assert list_found(session) == [("violation", told)]
    reject(session, mentions[2])
    assert list_found(session) == []


def test_votes_that_two_sentences_give_may_be_of_two_elections(session: Session) -> None:
    parties = [add_entity(session, f"Party {place}", "organisation") for place in range(2)]
    tell_together(session, (parties[0], "68"))
    tell_together(session, (parties[1], "61"), sentence=2, name="two")
    assert list_found(session) == []
