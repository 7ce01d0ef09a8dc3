"""The chain of one reviewer's verdicts: superseding, conflicts, requests sent twice, taking back."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from claims.annotate.verdict import retract_verdict
from claims.errors import AlreadySuperseded, DecisionRefused, OptionRefused
from claims.store.queries.verdict import list_chain, list_verdicts
from tests.annotate.sample import Sample, acting_as, count_events, get_verdict, judge, refused


def test_a_change_of_mind_supersedes_the_same_reviewers_last_verdict(
    session: Session, sample: Sample
) -> None:
    first = judge(session, sample)
    second = judge(session, sample, rating="false", rationale="It was a hoax.")
    assert get_verdict(session, second)["supersedes"] == f"j{first}"
    assert (get_verdict(session, first)["standing"], get_verdict(session, first)["superseded_by"]) == (
        False,
        f"j{second}",
    )
    assert list_chain(session, first) == [first, second]


def test_another_reviewers_verdict_stands_beside(session: Session, sample: Sample) -> None:
    mine = judge(session, sample)
    with acting_as(session, sample.zz):
        theirs = judge(session, sample, rating="false")
    assert get_verdict(session, mine)["standing"]
    assert get_verdict(session, theirs)["supersedes"] is None


def test_of_two_that_build_on_the_same_verdict_the_second_gets_both_texts(
    session: Session, sample: Sample
) -> None:
    base = judge(session, sample, rationale="First thought.")
    quick = judge(session, sample, rating="false", rationale="Quick thought.", supersedes_id=base)
    with refused(
        session, AlreadySuperseded, f"j{base} was superseded by j{quick}.*Quick thought.*Slow thought"
    ):
        judge(session, sample, rationale="Slow thought.", supersedes_id=base)
    again = judge(session, sample, rationale="Slow thought.", supersedes_id=quick)
    assert list_chain(session, base) == [base, quick, again]


def test_a_retraction_in_between_is_a_conflict_too(session: Session, sample: Sample) -> None:
    base = judge(session, sample)
    retract_verdict(session, base, reason="Wrong page.")
    with refused(session, AlreadySuperseded, "retracted: “Wrong page.”"):
        judge(session, sample, supersedes_id=base)


def test_a_verdict_supersedes_only_the_same_reviewers_on_the_same(session: Session, sample: Sample) -> None:
    with acting_as(session, sample.zz):
        theirs = judge(session, sample)
    with refused(session, DecisionRefused, "is not yours"):
        judge(session, sample, supersedes_id=theirs)
    judge(session, sample)
    with refused(session, DecisionRefused, "is not yours"):
        judge(session, sample, supersedes_id=theirs)


def test_the_same_request_ten_times_is_one_verdict_and_one_event(session: Session, sample: Sample) -> None:
    numbers = {judge(session, sample, request_id="form-17") for _ in range(10)}
    assert len(numbers) == 1
    assert count_events(session, "verdict", "add") == 1


@pytest.mark.parametrize("other", [{"rating": "false"}, {"rationale": "Else."}])
def test_a_request_id_is_not_used_for_something_else(
    session: Session, sample: Sample, other: dict[str, Any]
) -> None:
    judge(session, sample, request_id="form-17")
    with refused(session, DecisionRefused, "form-17 made j1, which says something else"):
        judge(session, sample, request_id="form-17", **other)


def test_another_reviewer_does_not_get_somebody_elses_verdict_by_its_request(
    session: Session, sample: Sample
) -> None:
    judge(session, sample, request_id="form-17")
    with acting_as(session, sample.zz), refused(session, DecisionRefused, "something else"):
        judge(session, sample, request_id="form-17")


def test_a_retraction_is_a_row_and_the_chain_goes_on_from_it(session: Session, sample: Sample) -> None:
    first = judge(session, sample)
    back = retract_verdict(session, first, reason="Wrong page.")
    assert (get_verdict(session, back)["rating"], get_verdict(session, back)["standing"]) == (None, False)
    assert list_verdicts(session, standing_only=True) == []
    assert count_events(session, "verdict", "retract") == 1
    again = judge(session, sample, rating="false")
    assert get_verdict(session, again)["supersedes"] == f"j{back}"


def test_only_what_stands_and_is_ones_own_can_be_taken_back(session: Session, sample: Sample) -> None:
    first = judge(session, sample)
    with acting_as(session, sample.zz), refused(session, DecisionRefused, "mk's.*claims verdict adjudicate"):
        retract_verdict(session, first, reason="Wrong.")
    with refused(session, OptionRefused, "--reason is blank"):
        retract_verdict(session, first, reason=" ")
    back = retract_verdict(session, first, reason="Wrong page.")
    with refused(session, DecisionRefused, "superseded since"):
        retract_verdict(session, first, reason="Again.")
    with refused(session, DecisionRefused, "is a retraction itself"):
        retract_verdict(session, back, reason="Again.")
